"""Inline codes in the editor: neither typed nor lost by accident, inserted by a key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QTextCursor, QTextDocument

from tests.ui.review.desk import CODES
from translation.model.inline import CodeKind, InlineCode, codes_in
from ui import theme as themes
from ui.review.code_chip import CodeChip
from ui.review.code_guard import CodeGuard
from ui.review.row_marks import marks
from ui.review.shown_text import insert, stored_text, typable
from ui.review.text_layout import prepare
from ui.review.text_style import TextStyles

CONTROL = Qt.KeyboardModifier.ControlModifier
B, NOT_B, BR = "\ue000", "\ue001", "\ue002"


@pytest.fixture
def coded(panel, ids, editor):
    """The editor on the segment whose source has bold on and off."""
    panel.go_to(ids[2])
    return editor


def target(desk, ids):
    return desk.document.segment(ids[2]).target


class TestShownText:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            f"a{B}b{NOT_B}c",
            f"{B}{B}{NOT_B}",
            "line\nbreak\n\n",
            "a\u00a0b \u202f \ufeff \u200f",
            "nul \x00 half \ud83d end",
            "para\u2029line\u2028cr\rframe\ufdd0\ufdd1",
            "\U0001f600\ue000\U0001f600\n\U0001f600",
            "\uf8ff beyond the table \uffff \ufffc",
        ],
    )
    def test_what_goes_in_comes_out(self, qapp, text):
        document = QTextDocument()
        insert(QTextCursor(document), text, CODES)
        assert stored_text(document) == text
        assert document.blockCount() == 1

    def test_parts_are_in_utf16_units(self, qapp):
        document = QTextDocument()
        insert(QTextCursor(document), f"\U0001f600a{B}b", CODES)
        assert stored_text(document, 2, 4) == f"a{B}"
        assert stored_text(document, 3) == f"{B}b"

    def test_chips_have_the_width_of_their_label(self, qapp):
        themes.load_fonts()
        style = TextStyles(themes.LIGHT).pair(_pair(), _paragraph())[1]
        widths = []
        chip = CodeChip(themes.LIGHT)
        for text in ("ab", f"a{B}b"):
            document = QTextDocument()
            prepare(document, style, chip)
            insert(QTextCursor(document), text, CODES)
            document.setTextWidth(400)
            document.size()
            widths.append(document.begin().layout().lineAt(0).naturalTextWidth())
        assert widths[1] > widths[0] + 8

    def test_deleted_text_is_struck(self, qapp):
        themes.load_fonts()
        style, chip = (
            TextStyles(themes.LIGHT).pair(_pair(), _paragraph())[1],
            CodeChip(themes.LIGHT),
        )
        deleted = InlineCode(CodeKind.ALONE, '<mrk mtype="x-sdl-deleted"/>', "old", deletable=True)
        pictures = []
        for code in (deleted, replace(deleted, markup="<x/>")):
            document = QTextDocument()
            prepare(document, style, chip)
            insert(QTextCursor(document), f"a{B} b", (code,))
            image = QImage(200, 40, QImage.Format.Format_RGB32)
            image.fill(Qt.GlobalColor.white)
            painter = QPainter(image)
            document.drawContents(painter)
            painter.end()
            pictures.append(image)
        assert pictures[0] != pictures[1]

    def test_typable_text(self):
        assert typable("a\r\nb\n", keep_breaks=False) == "a b"
        assert typable("a\r\nb\u2029c", keep_breaks=True) == "a\nb\nc"
        assert typable(f"a{B}\x07\ufffc", keep_breaks=False) == f"a{B}"


class TestGuard:
    def guard(self, source=f"x {B}y{NOT_B} z{BR}"):
        return CodeGuard(source, CODES)

    def test_a_needed_code_stays(self):
        assert self.guard().lost(f"{B}a{NOT_B}b{BR}", f"a{NOT_B}{BR}", moving=False) == B

    def test_a_code_that_may_be_deleted_goes(self):
        assert self.guard().lost(f"a{BR}", "a", moving=False) == ""

    def test_a_code_too_many_goes(self):
        assert self.guard().lost(f"{B}{B}a", f"{B}a", moving=False) == ""
        assert CodeGuard("none", CODES).lost(f"{B}a", "a", moving=False) == ""

    def test_a_cut_code_may_move(self):
        assert self.guard().lost(f"{B}a", "a", moving=True) == ""

    def test_pasted_codes_are_those_still_missing(self):
        assert self.guard().admit(f"{B}q{NOT_B}\ue005", f"has {B}") == f"q{NOT_B}"


class TestKeys:
    def test_backspace_and_delete_pass_a_code_by(self, coded, qtbot):
        before = coded.text
        at = before.index(B)
        coded.set_caret(at + 1)
        qtbot.keyClick(coded, Qt.Key.Key_Backspace)
        assert (coded.text, coded.caret) == (before, at)
        qtbot.keyClick(coded, Qt.Key.Key_Delete)
        assert (coded.text, coded.caret) == (before, at + 1)
        qtbot.keyClick(coded, Qt.Key.Key_Backspace)
        qtbot.keyClick(coded, Qt.Key.Key_Backspace)
        assert coded.text == before.replace(f" {B}", B)

    def test_typing_over_everything_keeps_the_codes(self, desk, ids, coded, qtbot):
        coded.selectAll()
        qtbot.keyClicks(coded, "New")
        assert target(desk, ids) == f"New{B}{NOT_B}"
        assert coded.caret == 3

    def test_letters_next_to_a_code_are_letters(self, desk, ids, coded, qtbot):
        coded.set_caret(coded.text.index(B) + 1)
        qtbot.keyClicks(coded, "ab")
        coded.set_caret(coded.text.index(B))
        qtbot.keyClicks(coded, "c")
        assert f"c{B}abrenewed" in target(desk, ids)

    def test_private_characters_cannot_be_typed(self, desk, ids, coded, qtbot):
        from PySide6.QtCore import QEvent
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication

        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(coded, QKeyEvent(QEvent.Type.KeyPress, 0, none, B))
        assert target(desk, ids) is None

    def test_cut_and_paste_moves_a_code(self, desk, ids, coded, qtbot):
        at = coded.text.index(B)
        cursor = coded.textCursor()
        cursor.setPosition(at)
        cursor.setPosition(at + 1, QTextCursor.MoveMode.KeepAnchor)
        coded.setTextCursor(cursor)
        qtbot.keyClick(coded, Qt.Key.Key_X, CONTROL)
        assert codes_in(target(desk, ids)) == [1]
        coded.set_caret(0)
        qtbot.keyClick(coded, Qt.Key.Key_V, CONTROL)
        assert target(desk, ids).startswith(f"{B}Kuwait renewed{NOT_B}")
        qtbot.keyClick(coded, Qt.Key.Key_V, CONTROL)
        assert codes_in(target(desk, ids)) == [0, 1]

    def test_copied_codes_deleted_later_stay(self, coded, qtbot):
        before = coded.text
        coded.selectAll()
        qtbot.keyClick(coded, Qt.Key.Key_C, CONTROL)
        assert QGuiApplication.clipboard().mimeData().hasText()
        QGuiApplication.processEvents()
        qtbot.keyClick(coded, Qt.Key.Key_Delete)
        assert codes_in(coded.text) == codes_in(before)

    def test_the_key_inserts_the_next_missing_code(self, desk, ids, panel, view, coded, qtbot):
        desk.type_text(ids[2], "Kuwait renewed its commitment", 0, 0)
        assert ("missing_code", "warning") in marks(view.segment_row(2))
        coded.set_caret(7)
        panel.insert_missing_code()
        assert (target(desk, ids)[7], coded.caret) == (B, 8)
        coded.set_caret(15)
        panel.insert_missing_code()
        assert target(desk, ids) == f"Kuwait {B}renewed{NOT_B} its commitment"
        assert ("missing_code", "warning") not in marks(view.segment_row(2))
        desk.undo()
        desk.undo()
        assert target(desk, ids) == "Kuwait renewed its commitment"


def _pair():
    from translation.model.language import ARABIC_TO_ENGLISH

    return ARABIC_TO_ENGLISH


def _paragraph():
    from translation.model.segment import Role

    return Role.PARAGRAPH
