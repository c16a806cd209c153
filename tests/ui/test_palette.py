"""The command palette and the sheet of keys, driven by keys in the real window."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from app.settings.table import KEY_PROFILE, RECENT, SETTINGS, THEME
from tests.ui.window import open_window
from translation.text.fuzzy import score, unaccented
from ui.actions.table import ACTIONS, TABLE
from ui.appearance import Appearance
from ui.dialogs.help import HelpDialog
from ui.dialogs.key_list import KeyList
from ui.dialogs.key_sheet import KeySheet
from ui.dialogs.palette import PaletteDialog
from ui.dialogs.palette_entry import PaletteEntry, answers
from ui.dialogs.palette_list import ENTRY_ROLE
from ui.dialogs.preferences import PreferencesDialog
from ui.keys import Keys
from ui.panels.table import PANELS

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot, drafted):
    return open_window(qtbot, drafted, Appearance())


@pytest.fixture
def palette(window, qtbot):
    return open_palette(window, qtbot)


def open_palette(window, qtbot):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, CONTROL | SHIFT)
    found = [one for one in window.findChildren(PaletteDialog) if one.isVisible()]
    assert len(found) == 1
    qtbot.waitUntil(lambda: QApplication.focusWidget() is found[0].field)
    QAbstractItemModelTester(found[0].model, found[0])
    return found[0]


def press(palette, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(palette.field, key, modifiers)


def shown(palette):
    model = palette.model
    return [model.index(row).data(ENTRY_ROLE) for row in range(model.rowCount())]


def entry(words):
    return PaletteEntry(words, words, "Segment", lambda: None)


class TestFuzzy:
    @pytest.mark.parametrize(
        ("asked", "name"),
        [
            ("conf", "Confirm"),
            ("nun", "Next unfinished"),
            ("unf nex", "Next unfinished"),
            ("rp", "Make restore point"),
            ("copsrc", "Copy the source"),
            ("résumé", "Resume"),
            ("الملفات", "الملفّات"),
        ],
    )
    def test_a_few_letters_find_it(self, asked, name):
        assert score(unaccented(asked), unaccented(name)) is not None

    @pytest.mark.parametrize(("asked", "name"), [("xyz", "Confirm"), ("mirf", "Confirm")])
    def test_what_is_not_there_is_not_found(self, asked, name):
        assert score(asked, unaccented(name)) is None

    def test_the_nearer_name_comes_first(self):
        found = answers("con", [entry("Beacon"), entry("Unconfirm"), entry("Confirm")], [])
        assert [one.words for one in found] == ["Confirm", "Beacon", "Unconfirm"]

    def test_a_whole_name_comes_before_what_was_chosen_last(self):
        named = [entry("Side by side, mirrored"), entry("Side by side"), entry("Go to number…")]
        recent = [named[0].id]
        assert answers("side by", named, recent)[0] is named[0]
        assert answers("side by side", named, recent)[0] is named[1]
        assert answers("go to number", named, recent)[0] is named[2]

    @given(st.text(max_size=30), st.text(max_size=60))
    def test_it_never_fails_and_a_name_finds_itself(self, asked, name):
        score(unaccented(asked), unaccented(name))
        if unaccented(name).split():
            assert score(unaccented(name), unaccented(name)) is not None


class TestPalette:
    def test_it_offers_every_action_panel_and_setting(self, palette):
        ids = {entry.id for entry in shown(palette)}
        assert ids >= {spec.id for spec in ACTIONS if spec.id != "palette"}
        assert ids >= {f"panel:{panel.id}" for panel in PANELS}
        assert ids >= {f"setting:{s.key}" for s in SETTINGS if s.page is not None}

    def test_enter_does_what_is_marked(self, palette, window, drafted, qtbot):
        first = drafted.editor.active_id
        QTest.keyClicks(palette.field, "confirm")
        assert palette.current.id == "confirm"
        assert palette.current.keys == window.keys.shown(spec("confirm"))
        press(palette, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: drafted.document.segment(first).state.is_done)

    def test_a_number_goes_to_its_segment(self, palette, drafted, qtbot):
        QTest.keyClicks(palette.field, "3")
        assert "3" in palette.current.words
        press(palette, Qt.Key.Key_Return)
        third = drafted.document.segments[2].id
        qtbot.waitUntil(lambda: drafted.editor.active_id == third)

    def test_arabic_digits_are_digits(self, palette, drafted):
        palette.field.setText("٣")
        assert "3" in palette.current.words

    @pytest.mark.parametrize("number", ["0", "999"])
    def test_a_number_without_a_segment_says_why(self, palette, window, number, qtbot):
        QTest.keyClicks(palette.field, number)
        assert palette.current.why_not
        press(palette, Qt.Key.Key_Return)
        assert "from 1 to" in window.messages.sentences[-1]

    def test_what_cannot_be_done_now_is_there_and_says_why(self, palette, window):
        QTest.keyClicks(palette.field, "redo")
        assert palette.current.id == "redo"
        assert palette.current.why_not
        press(palette, Qt.Key.Key_Return)
        assert window.messages.sentences == [palette.current.why_not]

    def test_arrows_and_pages_move_in_the_list(self, palette):
        everything = shown(palette)
        press(palette, Qt.Key.Key_Down)
        assert palette.current is everything[1]
        press(palette, Qt.Key.Key_Up)
        press(palette, Qt.Key.Key_Up)
        assert palette.current is everything[-1]
        press(palette, Qt.Key.Key_PageUp)
        press(palette, Qt.Key.Key_PageDown)
        assert palette.current is everything[-1]

    def test_what_was_chosen_last_comes_first(self, palette, window, qtbot):
        QTest.keyClicks(palette.field, "larger")
        press(palette, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.appearance.theme.text_size > 15)
        again = open_palette(window, qtbot)
        assert again.current.id == "zoom_in"

    def test_a_setting_is_gone_to(self, palette, window, qtbot):
        QTest.keyClicks(palette.field, "theme preferences")
        assert palette.current.id == f"setting:{THEME.key}"
        press(palette, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.findChild(PreferencesDialog) is not None)
        dialog = window.findChild(PreferencesDialog)
        qtbot.waitUntil(lambda: dialog.fields[THEME.key].hasFocus())

    def test_a_panel_is_gone_to(self, palette, window, qtbot):
        window.side.toggle("document")
        QTest.keyClicks(palette.field, "document panel")
        assert palette.current.id == "panel:document"
        press(palette, Qt.Key.Key_Return)
        card = window.side.panels["document"]
        qtbot.waitUntil(card.isVisible)
        inside = lambda: QApplication.focusWidget()  # noqa: E731
        qtbot.waitUntil(lambda: inside() is card or card.isAncestorOf(inside()))

    def test_the_file_that_was_open_is_there(self, window, drafted, qtbot):
        path = drafted.files.path
        window.appearance.settings.keep(RECENT, json.dumps([str(path)]))
        palette = open_palette(window, qtbot)
        palette.field.setText(path.stem[:2])
        assert f"file:{path}" in {entry.id for entry in shown(palette)}

    def test_nothing_found_is_said(self, palette):
        QTest.keyClicks(palette.field, "qqqqzz")
        assert palette._nothing.isVisible()
        assert palette.current is None
        press(palette, Qt.Key.Key_Return)
        assert palette.isVisible()

    def test_esc_leaves(self, palette, window, qtbot):
        press(palette, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: window.isActiveWindow())
        assert window.messages.sentences == []


def spec(action):
    return next(one for one in ACTIONS if one.id == action)


class TestKeyList:
    @pytest.fixture
    def keys(self, window):
        return window.keys

    @pytest.fixture
    def list_(self, keys, qtbot):
        made = KeyList(keys)
        qtbot.addWidget(made)
        made.show()
        QAbstractItemModelTester(made._found, made)
        return made

    def found(self, list_):
        model = list_.list.model()
        return [
            model.index(row, 0, model.index(top, 0)).data(Qt.ItemDataRole.UserRole)
            for top in range(model.rowCount())
            for row in range(model.rowCount(model.index(top, 0)))
        ]

    def test_every_action_is_there(self, list_):
        assert set(self.found(list_)) == {one.id for one in ACTIONS}

    @pytest.mark.parametrize(
        ("asked", "action"),
        [
            ("draft use", "insert_draft"),
            ("ctrl+t", "insert_draft"),
            ("F5 translate", "translate"),
            ("ctrl+v", "paste"),
        ],
    )
    def test_words_and_keys_find_it(self, list_, asked, action):
        QTest.keyClicks(list_.field, asked)
        assert action in self.found(list_)
        assert len(self.found(list_)) < 8
        QTest.keyClicks(list_.field, " qqq")
        assert self.found(list_) == []

    def test_it_scrolls_by_key_from_the_field(self, list_):
        for _ in range(6):
            QTest.keyClick(list_.field, Qt.Key.Key_PageDown)
        assert list_.list.verticalScrollBar().value() > 0
        assert list_.current_id

    def test_it_follows_the_profile(self, list_, window):
        window.appearance.settings.keep(KEY_PROFILE, "omegat")
        list_.field.setText("ctrl+u")
        assert "next_unfinished" in self.found(list_)

    def test_its_key_opens_it_and_enter_leads_to_changing(self, window, qtbot):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Slash, CONTROL)
        sheet = window.findChild(KeySheet)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is sheet.keys.field)
        QTest.keyClicks(sheet.keys.field, "leave out")
        QTest.keyClick(sheet.keys.field, Qt.Key.Key_Return)
        dialog = window.findChild(PreferencesDialog)
        assert dialog is not None
        editor = dialog.fields["keys"]
        assert editor.chosen.id == "furniture"
        qtbot.waitUntil(editor.pressed.hasFocus)

    def test_the_help_has_it_too(self, window, qtbot, keys):
        dialog = HelpDialog(window.appearance.theme, Keys(TABLE, window.appearance.settings))
        qtbot.addWidget(dialog)
        assert set(self.found(dialog.keys)) == {one.id for one in ACTIONS}


def test_a_key_of_the_palette_is_no_key_of_a_text(window):
    assert window.actions_["palette"].shortcuts() == [QKeySequence("Ctrl+Shift+P")]
