"""Menus and keys for what is done at the caret, in the whole window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from app.settings.corrections import (
    USUAL,
    CorrectionRow,
    in_use,
    read_corrections,
    written_corrections,
)
from app.settings.recent_characters import recent_characters, remember_character
from app.settings.table import CORRECTIONS, SHOW_INVISIBLES
from tests.ui.window import open_window
from translation.system.setting import Page
from ui.actions.typing import CLIPBOARD, INSERT
from ui.appearance import Appearance
from ui.characters import GROUPS, character_name
from ui.commands.settings import preferences
from ui.dialogs.corrections_editor import CorrectionsEditor
from ui.dialogs.preferences import PreferencesDialog
from ui.widgets.character_grid import CharacterGrid, Characters

Key = Qt.Key
ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def window(qtbot, drafted):
    appearance = Appearance()
    appearance.apply()
    return open_window(qtbot, drafted, appearance)


@pytest.fixture
def editor(window):
    return window.review.active.editor


@pytest.mark.parametrize(
    ("key", "modifiers", "typed"),
    [
        (Key.Key_Space, CONTROL | SHIFT, "\u00a0"),
        (Key.Key_Minus, ALT, "\u2013"),
        (Key.Key_Minus, ALT | SHIFT, "\u2014"),
        (Key.Key_R, ALT | SHIFT, "\u200f"),
        (Key.Key_L, ALT | SHIFT, "\u200e"),
    ],
)
def test_the_commonest_characters_have_keys(window, editor, key, modifiers, typed):
    before = editor.text
    QTest.keyClick(editor, key, modifiers)
    assert editor.text == typed + before


def open_grid(window):
    window.actions_["special_character"].trigger()


@pytest.mark.qt_log_ignore("This plugin does not support (grabbing the keyboard|raise)")
def test_the_grid_is_walked_by_arrows_and_remembers(window, editor, qtbot):
    before = editor.text
    for moves, expected in (([Key.Key_Right], "\u2014"), ([], "\u2014")):
        # The offscreen platform gives no window the keyboard back that a popup had.
        QTest.keyClick(editor, Key.Key_Insert, ALT) if moves else open_grid(window)
        grid = window.findChild(CharacterGrid)
        QAbstractItemModelTester(grid.table.model(), grid)
        for key in moves:
            QTest.keyClick(grid.table, key)
        QTest.keyClick(grid.table, Key.Key_Return)
        qtbot.waitUntil(lambda: window.findChild(CharacterGrid) is None)
        before = expected + before
    assert editor.text == before
    open_grid(window)
    grid = window.findChild(CharacterGrid)
    QTest.keyClick(grid.table, Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(CharacterGrid) is None)
    assert editor.text == before


def test_every_character_of_the_grid_has_a_name_and_a_place(qapp):
    from ui.theme import LIGHT

    shown = Characters("\u00a0\u2014", LIGHT)
    QAbstractItemModelTester(shown, shown)
    assert all(len(characters) <= shown.columnCount() for _name, characters in GROUPS)
    every = "".join(characters for _name, characters in GROUPS)
    assert len(set(every)) == len(every)
    for character in every:
        assert len(character_name(character)) > len("U+0000 ")
    for (
        wanted
    ) in "\u2013\u2014“”‘’«»…•\u00a0\u202f\u200f\u200e\u061c\u2068\u2066\u2069\u200d\u200c؟،؛€½²":
        assert wanted in every


def test_characters_are_remembered_once_each(window):
    settings = window.appearance.settings
    for character in "ab\u200fab":
        remember_character(settings, character)
    assert recent_characters(settings) == "ba\u200f"


def test_clipboard_actions_work_where_the_keyboard_is(window, editor):
    whole = editor.text
    window.actions_["select_all"].trigger()
    window.actions_["cut"].trigger()
    assert editor.text == ""
    assert QApplication.clipboard().text() == whole
    window.actions_["paste"].trigger()
    assert editor.text == whole
    window.filter_field.setFocus()
    window.filter_field.setText("dialogue")
    window.actions_["select_all"].trigger()
    window.actions_["copy"].trigger()
    assert QApplication.clipboard().text() == "dialogue"


def test_they_stand_in_the_edit_menu_with_their_keys(window):
    texts = [action.text() for action in window.actions_.menu("edit").actions()]
    for spec in CLIPBOARD:
        assert any(text.split("\t")[0] == spec.marked_text for text in texts), spec.id
    assert any(text.endswith("Ctrl+C") for text in texts)
    assert len(window.actions_.menu("insert").actions()) >= len(INSERT)


def test_signs_are_shown_and_hidden(window, editor, drafted):
    id_ = drafted.editor.active_id
    drafted.editor.type_text(id_, "a\u00a0b  c", 0, 0)
    editor.setCursorWidth(0)
    before = editor.viewport().grab().toImage()
    QTest.keyClick(editor, Key.Key_8, CONTROL | SHIFT)
    assert window.appearance.settings.value(SHOW_INVISIBLES)
    assert window.actions_["show_invisibles"].isChecked()
    assert editor.viewport().grab().toImage() != before
    window.actions_["show_invisibles"].trigger()
    assert editor.viewport().grab().toImage() == before


class TestCorrections:
    def test_only_what_is_never_right_is_on_from_the_start(self):
        on = in_use("")
        assert on["teh"] == "the"
        assert on["هاذا"] == "هذا"
        assert on["انشاءالله"] == "إن شاء الله"
        assert "(c)" not in on
        assert "..." not in on
        assert any(row.typed == "(c)" for row in USUAL)

    @pytest.mark.parametrize("kept", ["x", "[1]", '[["a"]]', '[["", "x", true]]', "{}"])
    def test_what_cannot_be_read_is_left_out(self, kept):
        assert read_corrections(kept) in (USUAL, ())

    def test_what_is_written_is_read(self):
        rows = (
            CorrectionRow("a", "b"),
            CorrectionRow("c", "", is_on=False),
            CorrectionRow("\u00a0x", "\u200f"),
        )
        kept = written_corrections(rows)
        assert kept.isprintable()
        assert read_corrections(kept) == rows
        assert written_corrections(USUAL) == ""

    def test_the_table_is_edited_and_holds_at_once(self, window, editor, qtbot):
        preferences(window.desk)
        dialog = window.findChild(PreferencesDialog)
        qtbot.waitActive(dialog)
        dialog.show_page(Page.TYPING)
        table = dialog.findChild(CorrectionsEditor)
        model = table.model
        QAbstractItemModelTester(model, model)
        last = model.rowCount() - 1
        assert model.setData(model.index(last, 0), "kwt")
        assert model.setData(model.index(last, 1), "Kuwait")
        assert not model.setData(model.index(0, 0), "kwt"), "two rows for one text"
        assert model.setData(model.index(0, 0), Qt.CheckState.Unchecked.value, 10)
        dialog.close()
        settings = window.appearance.settings
        assert in_use(settings.value(CORRECTIONS))["kwt"] == "Kuwait"
        assert USUAL[0].typed not in in_use(settings.value(CORRECTIONS))
        window.review.focus_editor()
        QTest.keyClicks(editor, "kwt ")
        assert editor.text.startswith("Kuwait ")
        table.table.setCurrentIndex(model.index(last, 0))
        table.take_out.click()
        assert "kwt" not in in_use(settings.value(CORRECTIONS))
