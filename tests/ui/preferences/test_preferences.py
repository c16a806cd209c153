"""The preferences, set as a person sets them; what comes of it is read from the running program."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QSpinBox

from app.settings.language_fonts import LanguageFont, written_fonts
from app.settings.table import FONTS, SETTINGS, THEME, on_page
from tests.ui.preferences.patience import PATIENCE
from translation.system import preferences
from translation.system.preferences import AUTHOR, BEAM_SIZE
from translation.system.setting import Page
from ui.review.segment_view import SegmentView


def other(field):
    """Set a field to something else, as a person does."""
    if isinstance(field, QCheckBox):
        field.click()
    elif isinstance(field, QComboBox):
        field.setCurrentIndex(field.count() - 1)
    elif isinstance(field, QSpinBox):
        field.setValue(field.maximum())
    else:
        line = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
        line.setFocus()
        QTest.keyClicks(line, "x")
        line.editingFinished.emit()


SPECIAL = (
    "corrections",
    "fonts",
    "keys",
    "check_profile",
    "check_profiles",
    "termbases",
    "memories",
)


SIMPLE = [s for s in SETTINGS if s.page and s.key not in SPECIAL]


class TestDialog:
    def test_every_setting_that_is_shown_has_a_field(self, dialog):
        assert set(dialog.fields) == {s.key for s in SETTINGS if s.page is not None}
        assert all(field.accessibleName() for field in dialog.fields.values())

    def test_a_field_sets_it_and_the_defaults_come_back(self, dialog, settings, qtbot):
        for setting in SIMPLE:
            field = dialog.fields[setting.key]
            with qtbot.waitSignal(settings.changed, timeout=PATIENCE) as told:
                other(field)
            assert told.args == [setting]
            assert settings.value(setting) != setting.default, setting.key
            dialog.show_page(setting.page)
            with qtbot.waitSignal(settings.changed, timeout=PATIENCE):
                dialog.defaults.click()
            assert settings.value(setting) == setting.default, setting.key
            assert not self.differs(field, setting), setting.key

    def differs(self, field, setting):
        before = []
        if isinstance(field, QCheckBox):
            before = field.isChecked() is not setting.default
        elif isinstance(field, QComboBox):
            before = field.currentData() != setting.default
        elif isinstance(field, QSpinBox):
            shown = field.value() if field.value() >= setting.limits[0] else 0
            before = shown != setting.default
        else:
            line = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
            before = line.text() != setting.default
        return before

    def test_what_is_changed_elsewhere_is_shown(self, dialog, window):
        window.actions_["theme_dark"].trigger()
        assert dialog.fields["theme"].currentData() == "dark"
        window.actions_["zoom_in"].trigger()
        assert dialog.fields["text_size"].value() == window.appearance.theme.text_size

    def test_pages_are_turned_by_keys(self, dialog):
        shown = []
        for _page in Page:
            shown.append(dialog._shown.currentIndex())
            QTest.keyClick(dialog.pages, Qt.Key.Key_Down)
        assert shown == list(range(len(Page)))

    def test_every_field_is_reached_by_tab(self, dialog, qtbot):
        for page in Page:
            dialog.show_page(page)
            dialog.pages.setFocus()
            met = set()
            for _step in range(80):
                met.add(QApplication.focusWidget())
                QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            for setting in on_page(page):
                field = dialog.fields[setting.key]
                assert any(field is part or field.isAncestorOf(part) for part in met), setting.key

    def test_the_wheel_changes_no_field_that_one_is_not_in(self, dialog, settings):
        from PySide6.QtCore import QPoint, QPointF
        from PySide6.QtGui import QWheelEvent

        dialog.show_page(Page.MODEL)
        dialog.pages.setFocus()
        field = dialog.fields["beam_size"]
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(field.mapToGlobal(QPoint(5, 5))),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, event)
        assert settings.value(BEAM_SIZE) == BEAM_SIZE.default

    def test_what_holds_only_from_the_next_start_says_so(self, dialog):
        restart = [s.key for s in SETTINGS if s.restart]
        assert restart == ["tokeniser"]
        assert "next start" in dialog.fields["tokeniser"].accessibleDescription()


class TestLook:
    def test_theme_and_size(self, dialog, window):
        dialog.fields["theme"].setCurrentIndex(dialog.fields["theme"].findData("dark"))
        assert window.appearance.theme.name == "dark"
        assert window.actions_["theme_dark"].isChecked()
        dialog.fields["text_size"].setValue(30)
        assert window.appearance.theme.text_size == 30
        window.actions_["theme_system"].trigger()

    def test_a_font_and_a_size_for_each_language(self, dialog, window, settings):
        view = window.findChild(SegmentView)
        row = view.segment_row(1)
        before = source_style(view, row), view.texts.target_style(row)
        family, size = dialog.fields["fonts"].rows["ar"]
        family.addItem("Source Serif 4", "Source Serif 4")
        family.setCurrentIndex(family.count() - 1)
        family.activated.emit(family.currentIndex())
        size.setValue(28)
        after = source_style(view, row), view.texts.target_style(row)
        assert after[0].font.families()[0] == "Source Serif 4"
        assert after[0].font.pixelSize() == 28
        assert after[0].line_height >= 28
        assert after[1].font == before[1].font
        settings.keep(FONTS, written_fonts({"en": LanguageFont("", 20)}))
        assert source_style(view, row).font == before[0].font
        assert view.texts.target_style(row).font.pixelSize() == 20
        assert size.text() == "usual"
        window.appearance.zoom(+15)
        assert view.texts.target_style(row).font.pixelSize() == 40

    def test_another_language_can_be_added(self, dialog, settings):
        editor = dialog.fields["fonts"]
        editor.another.setCurrentIndex(editor.another.findData("fa"))
        editor.another.activated.emit(editor.another.currentIndex())
        editor.rows["fa"][1].setValue(19)
        assert '"fa"' in settings.value(FONTS)
        assert editor.another.findData("fa") < 0


def source_style(view, row):
    return view.texts._styles.pair(row.pair, row.role)[0]


def test_a_setting_that_cannot_be_kept_is_said_in_the_window(window, settings, qtbot, monkeypatch):
    from translation.errors import ExportError

    def full(_path, _data, private=False):
        raise ExportError("disk_full", file="settings.json")

    monkeypatch.setattr(preferences, "write_atomically", full)
    with qtbot.waitSignal(settings.failed, timeout=PATIENCE):
        settings.keep(AUTHOR, "Sara")
    qtbot.waitUntil(lambda: bool(window.messages.sentences))
    assert "disk is full" in window.messages.sentences[-1]


def test_the_system_theme_is_the_default(settings):
    assert settings.value(THEME) == "system"
