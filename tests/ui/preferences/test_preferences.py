"""The preferences, set as a person sets them; what comes of it is read from the running program."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog, QLineEdit, QSpinBox

from app.composition import program_services
from app.session import Session
from app.settings.language_fonts import LanguageFont, written_fonts
from app.settings.preferring import Preferring
from app.settings.store import Settings
from app.settings.table import (
    BACKUPS_NEWEST,
    FONTS,
    NETWORK,
    RECENT,
    RECENT_FILES,
    SETTINGS,
    THEME,
    on_page,
)
from app.state import EngineState
from tests.app.test_session import PlayedClient
from tests.moments import pass_moments
from tests.ui.draft_rows import draft_all
from translation.engines.events import EngineStateChanged
from translation.engines.models import find
from translation.errors import ModelError
from translation.model.backup import Backup
from translation.model.ports import ModelInfo
from translation.quality import Profile, subject_of
from translation.quality.profiles import profiles_text
from translation.store import Backups
from translation.store.backups import too_many
from translation.system import preferences
from translation.system.preferences import (
    AUTHOR,
    BEAM_SIZE,
    CHECK_PROFILES,
    MODEL_FOLDER,
    THREADS,
    TOKENISER,
)
from translation.system.setting import Page
from translation.system.web_address import read_address
from ui.appearance import Appearance
from ui.dialogs.preferences import PreferencesDialog
from ui.main_window import MainWindow
from ui.review.segment_view import SegmentView

PATIENCE = 30_000


class Client(PlayedClient):
    """Remembers what it was asked for, and how."""

    def __init__(self, on_event):
        super().__init__(on_event)
        self.options = []

    def load(self, model, engine, threads):
        self.loaded.append((model, engine, threads))

    def translate(self, job, requests, options):
        super().translate(job, requests, options)
        self.options.append(options)


@pytest.fixture
def settings(qapp):
    made = Settings()
    yield made
    made.wait()


@pytest.fixture
def clients():
    return []


@pytest.fixture
def session(qapp, tmp_path, settings, clients):
    """The program's session, which goes by the settings; its engine is played."""

    def make(on_event):
        clients.append(Client(on_event))
        return clients[-1]

    services = replace(
        program_services(settings),
        projects_folder=lambda: tmp_path / "projects",
        make_engine_client=make,
    )
    made = Session(services)
    Preferring(settings, made)
    yield made
    made.close(discard=True)
    made.deleteLater()


@pytest.fixture
def window(qtbot, drafted, settings):
    """The window with the small article open and drafted."""
    appearance = Appearance(settings=settings)
    appearance.apply()
    made = MainWindow(drafted, appearance)
    qtbot.addWidget(made, before_close_func=lambda _w: drafted.close(discard=True))
    made.show()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def dialog(window, qtbot):
    """The preferences, opened by their key."""
    window.review.focus_editor()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, alt)
    made = window.findChild(PreferencesDialog)
    qtbot.waitActive(made)
    return made


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


SPECIAL = ("corrections", "fonts", "keys", "check_profiles")
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


class TestEngine:
    def ready(self, session, clients, qtbot):
        session.engine.start()
        info = ModelInfo("ct2", "test", "1", "ar", "en", 64)
        clients[0].play(EngineStateChanged(EngineState.READY.value, info))
        qtbot.waitUntil(lambda: session.engine.status.state is EngineState.READY)

    def test_threads_and_engine_load_the_model_anew_once(
        self, dialog, session, clients, settings, qtbot
    ):
        self.ready(session, clients, qtbot)
        for number in (1, 2, 3):
            dialog.fields["threads"].setValue(number)
        qtbot.waitUntil(lambda: len(clients[0].loaded) == 2, timeout=PATIENCE)
        assert clients[0].loaded[-1] == (None, "ct2", 3)
        dialog.fields["engine"].setCurrentIndex(1)
        qtbot.waitUntil(lambda: len(clients[0].loaded) == 3, timeout=PATIENCE)
        assert clients[0].loaded[-1] == (None, "torch", 3)
        assert preferences.load().threads == 3

    def test_nothing_is_loaded_for_it_where_nothing_was(
        self, dialog, session, settings, clients, qtbot
    ):
        with qtbot.waitSignal(settings.changed, timeout=PATIENCE):
            settings.keep(THREADS, 2)
        pass_moments(session)
        assert clients == []

    def test_the_beam_is_asked_for_with_the_next_drafts(
        self, dialog, session, clients, settings, qtbot
    ):
        self.ready(session, clients, qtbot)
        with qtbot.waitSignal(settings.changed, timeout=PATIENCE):
            dialog.fields["beam_size"].setValue(7)
        session.engine.translate([session.editor.active_id])
        assert clients[0].options[-1].beam_size == 7

    def test_the_folder_of_models_is_where_they_are_looked_for(
        self, dialog, settings, tmp_path, qtbot, monkeypatch
    ):
        with pytest.raises(ModelError):
            find("mine")
        folder = tmp_path / "models"
        (folder / "mine").mkdir(parents=True)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *a, **k: str(folder))
        browse = dialog.fields["model_folder"].layout().itemAt(1).widget()
        with qtbot.waitSignal(settings.changed, timeout=PATIENCE):
            browse.click()
        assert settings.value(MODEL_FOLDER) == str(folder)
        assert preferences.models_folder() == folder


class TestWork:
    def test_the_name_stands_beside_what_is_done_and_in_a_memory(
        self, dialog, session, settings, tmp_path, qtbot
    ):
        line = dialog.fields["author"]
        with qtbot.waitSignal(settings.changed, timeout=PATIENCE):
            QTest.keyClicks(line, "Sara")
        qtbot.waitUntil(lambda: preferences.load().author == "Sara", timeout=PATIENCE)
        qtbot.waitUntil(lambda: session.editor.author == "Sara", timeout=PATIENCE)
        session.editor.confirm(session.editor.active_id)
        with qtbot.waitSignal(session.noticed, timeout=PATIENCE):
            session.files.export(tmp_path / "memory.tmx")
        written = (tmp_path / "memory.tmx").read_text("utf-8")
        (signed,) = re.findall(r"<tuv [^>]*changeid[^>]*>", written)
        assert 'xml:lang="en"' in signed
        assert 'changeid="Sara"' in signed

    def test_without_a_name_nobody_is_named(self, dialog, session, tmp_path, qtbot):
        session.editor.confirm(session.editor.active_id)
        with qtbot.waitSignal(session.noticed, timeout=PATIENCE):
            session.files.export(tmp_path / "memory.tmx")
        assert "changeid" not in (tmp_path / "memory.tmx").read_text("utf-8")


WITHOUT_INVENTED = Profile(switches=(("invented", False),))


class TestChecks:
    def test_one_that_is_off_finds_nothing_until_it_is_on_again(
        self, dialog, session, settings, qtbot
    ):
        session.editor.type_text(session.editor.active_id, "see https://example.org/made-up", 0, 0)
        qtbot.waitUntil(lambda: "invented" in checks(session), timeout=PATIENCE)
        switch = dialog.fields["check_profiles"].switches["invented"]
        switch.click()
        assert settings.value(CHECK_PROFILES) == profiles_text((WITHOUT_INVENTED,))
        qtbot.waitUntil(lambda: "invented" not in checks(session), timeout=PATIENCE)
        session.editor.type_text(session.editor.active_id, "https://example.org/another", 0, 0)
        assert "invented" not in checks(session)
        dialog.show_page(Page.CHECKS)
        dialog.defaults.click()
        qtbot.waitUntil(switch.isChecked, timeout=PATIENCE)
        qtbot.waitUntil(lambda: "invented" in checks(session), timeout=PATIENCE)

    def test_the_process_beside_the_window_leaves_it_out_too(self, settings, opened, qtbot):
        draft_all(opened)
        segment = opened.document.segments[0]
        document, made_up = opened.document, "https://example.org/made-up"
        bad = replace(segment, target=made_up)
        subject = subject_of(bad, document.unit_of(bad), document.pair_of(bad), None)
        told = []
        process = program_services(settings).check_apart(told.append, WITHOUT_INVENTED)
        try:
            process.check([subject])
            qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
        finally:
            process.close()
        issues, _seconds = told[0]
        assert "invented" not in {issue.check for _id, found in issues for issue in found}


def checks(session):
    return {issue.check for issue in session.issues.all()}


class TestSaving:
    def test_so_many_backups_are_kept(self, dialog, session, settings, tmp_path, qtbot):
        project = session.autosave.project
        backups = Backups(tmp_path / "backups", lambda: (settings.value(BACKUPS_NEWEST), 0))
        for number in range(5):
            session.editor.type_text(session.editor.active_id, f"text {number}", 0, 0)
            session.autosave.wait(_never())
            assert backups.keep(project) is not None
        assert len(backups.of(project.path)) == 3
        dialog.fields["backups_newest"].setValue(0)
        assert backups.keep(project) is None
        assert backups.of(project.path) == []


def test_days_before_are_kept_as_long_as_is_said(tmp_path):
    backups = [
        Backup(tmp_path / f"{day}", tmp_path / "p.muraji", 1e9 + 86_400 * day, 10)
        for day in range(6)
    ]
    assert len(too_many(backups, newest=1, before=2)) == 3
    assert too_many(backups, newest=1, before=365) == []
    assert len(too_many(backups, newest=4, before=0)) == 2


def test_the_tokeniser_counts_from_the_next_start_on(qapp, settings, tmp_path):
    settings.keep(TOKENISER, "char")
    settings.wait()
    session = Session(program_services(Settings()))
    try:
        assert session.scores._tokeniser == "char"
    finally:
        session.close(discard=True)


def _never():
    from translation.system.cancel import CancelToken

    return CancelToken()


class TestPrivacy:
    def menu(self, window):
        menu = window.actions_.menu("recent")
        return [a.text() for a in menu.actions() if a.text() and not a.objectName()]

    def test_recent_files_are_in_the_menu_and_can_be_forgotten(
        self, window, session, tmp_path, qtbot, settings
    ):
        (tmp_path / "b&c.txt").write_text("نص آخر.", encoding="utf-8")
        with qtbot.waitSignal(session.editor.document_replaced, timeout=PATIENCE):
            session.files.open(tmp_path / "b&c.txt")
        assert self.menu(window)[0] == "b&&c.txt.muraji"
        first = session.files.path
        menu = window.actions_.menu("recent")
        (tmp_path / "d.txt").write_text("نص.", encoding="utf-8")
        with qtbot.waitSignal(session.editor.document_replaced, timeout=PATIENCE):
            session.files.open(tmp_path / "d.txt")
        assert self.menu(window)[:2] == ["d.txt.muraji", "b&&c.txt.muraji"]
        with qtbot.waitSignal(session.editor.document_replaced, timeout=PATIENCE):
            menu.actions()[1].trigger()
        assert session.files.path == first
        window.actions_["forget_recent"].trigger()
        assert self.menu(window) == []
        assert not menu.menuAction().isEnabled()
        assert settings.value(RECENT) == ""

    def test_none_are_remembered_where_none_are_wanted(
        self, window, session, tmp_path, qtbot, settings
    ):
        (tmp_path / "b.txt").write_text("نص آخر.", encoding="utf-8")
        with qtbot.waitSignal(session.editor.document_replaced, timeout=PATIENCE):
            session.files.open(tmp_path / "b.txt")
        assert self.menu(window)
        settings.keep(RECENT_FILES, 0)
        assert self.menu(window) == []
        (tmp_path / "c.txt").write_text("نص.", encoding="utf-8")
        with qtbot.waitSignal(session.editor.document_replaced, timeout=PATIENCE):
            session.files.open(tmp_path / "c.txt")
        assert settings.value(RECENT) == ""

    def test_nothing_goes_to_the_network_where_it_is_off(self, dialog, window, session, qtbot):
        dialog.fields["network"].click()
        for ask in (
            lambda: session.files.open_page(read_address("https://example.org/")),
            lambda: session.engine.install_model("opus-mt-ar-en", accept_licence=True),
        ):
            with qtbot.waitSignal(session.failed, timeout=PATIENCE) as told:
                ask()
            assert told.args[0].reason == "network_off"
        assert "nothing goes to the network" in window.messages.sentences[-1]

    def test_a_model_in_a_folder_needs_no_network(self, settings, tmp_path):
        settings.keep(NETWORK, False)
        with pytest.raises(ModelError):  # there is none in it, which is found out on the spot
            program_services(settings).install_model(str(tmp_path), True, print, _never())


class TestKeys:
    def test_a_clash_is_said_before_it_is_taken(self, dialog, window):
        editor = dialog.fields["keys"]
        editor.choose("confirm")
        assert "Press new keys for “Confirm”" in editor.told.text()
        dialog.show_page(Page.KEYS)
        editor.pressed.setFocus()
        QTest.keyClick(editor.pressed, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        assert editor.told.text() == "Ctrl+J belongs to “Merge with next”, which will lose it."
        assert window.actions_["merge"].shortcut().toString() == "Ctrl+J"
        editor.bind.click()
        assert window.actions_["confirm"].shortcuts() == [QKeySequence("Ctrl+J")]
        assert window.actions_["merge"].shortcuts() == [QKeySequence("Alt+Shift+S")]
        assert editor._items["confirm"].text(1) == "Ctrl+J"
        editor.usual.click()
        assert window.actions_["merge"].shortcut().toString() == "Ctrl+J"

    def test_an_action_is_found_by_words_and_keys(self, dialog):
        editor = dialog.fields["keys"]
        for asked in ("copy source", "ctrl+ins"):
            editor.search.setText(asked)
            shown = {action for action, item in editor._items.items() if not item.isHidden()}
            assert shown == {"copy_source"}
            assert editor.chosen.id == "copy_source"
        editor.choose("confirm")
        assert editor.search.text() == ""

    def test_what_cannot_be_bound_is_said(self, dialog):
        editor = dialog.fields["keys"]
        for keys, said in (
            ("B", "alone writes"),
            ("Ctrl+C", "in every field"),
            ("Alt+F", "the menu “File”"),
            ("F4", "is free"),
        ):
            editor.pressed.setKeySequence(QKeySequence(keys))
            assert said in editor.told.text()
            assert editor.bind.isEnabled() is (keys == "F4")

    def test_keys_can_be_added_and_taken_away(self, dialog, window):
        editor = dialog.fields["keys"]
        editor.choose("clear")
        editor.pressed.setKeySequence(QKeySequence("F4"))
        editor.add.click()
        shown = [keys.toString() for keys in window.actions_["clear"].shortcuts()]
        assert shown == ["Ctrl+Shift+Del", "F4"]
        editor.none.click()
        assert window.actions_["clear"].shortcuts() == []

    def test_another_programs_keys(self, dialog, window):
        field = dialog.fields["key_profile"]
        field.setCurrentIndex(field.findData("poedit"))
        assert window.actions_["copy_source"].shortcut().toString() == "Ctrl+B"
        assert window.actions_["quit"].shortcut().toString() == "Ctrl+Q"


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
