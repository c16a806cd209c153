"""What helps while one types: case, special characters, corrections, line breaks, pasting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from translation.model.imported import Notice
from translation.model.inline import CodeKind, InlineCode
from ui.review.clipping import clipping, pasted
from ui.review.code_guard import CodeGuard
from ui.review.rewriting import change_case
from ui.review.typing_aids import TypingAids

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def target(desk, id_):
    return desk.document.segment(id_).target


def choose(editor, start, end):
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


@pytest.fixture
def told(desk):
    found = []
    desk.noticed.connect(lambda notice: found.append((notice.code, dict(notice.facts))))
    return found


class TestCase:
    def test_the_word_at_the_caret_goes_round_and_the_caret_stays(self, desk, ids, editor):
        editor.set_caret(4)
        for word in ("Vital", "VITAL", "vital"):
            change_case(editor)
            assert editor.text == f"A {word} partner for Kuwait"
            assert editor.caret == 4
        assert desk.undo_stack.count() == 3

    def test_what_is_chosen_stays_chosen_and_each_turn_is_a_step(self, desk, ids, editor, qtbot):
        choose(editor, 2, 15)
        change_case(editor)
        assert editor.text == "A Vital Partner for Kuwait"
        assert editor.textCursor().selectedText() == "Vital Partner"
        qtbot.keyClick(editor, Key.Key_Right)
        qtbot.keyClicks(editor, "s")
        desk.undo()
        assert editor.text == "A Vital Partner for Kuwait"
        assert desk.undo_stack.undoText() == "case"
        desk.undo()
        assert target(desk, ids[0]) is None

    def test_codes_inside_stay(self, panel, desk, ids, editor):
        panel.go_to(ids[2])
        editor.selectAll()
        change_case(editor)
        assert editor.text.startswith("kuwait \ue000renewed\ue001 its")

    def test_where_there_is_no_case_that_is_said(self, desk, ids, editor, told):
        desk.type_text(ids[0], "12 قال", 0, 0)
        choose(editor, 0, 6)
        change_case(editor)
        assert told == [("no_case", {})]


class TestCorrections:
    @pytest.fixture
    def aided(self, desk, ids, editor):
        editor.aids = TypingAids({"teh": "the", "--": "–"}, quotes=True)
        desk.type_text(ids[0], "", 0, 0)
        editor.set_caret(0)
        return editor

    @pytest.mark.parametrize("taken_back", [(Key.Key_Backspace, None), (Key.Key_Z, CONTROL)])
    def test_one_key_takes_a_correction_back(self, desk, ids, aided, qtbot, taken_back):
        qtbot.keyClicks(aided, "so teh ")
        assert (aided.text, aided.caret) == ("so the ", 7)
        key, modifier = taken_back
        qtbot.keyClick(aided, key, modifier or Qt.KeyboardModifier.NoModifier)
        assert (aided.text, aided.caret) == ("so teh ", 7)
        qtbot.keyClicks(aided, "x ")
        assert target(desk, ids[0]) == "so teh x "
        qtbot.keyClick(aided, Key.Key_Backspace)
        assert aided.text == "so teh x"

    def test_signs_are_put_right_as_soon_as_they_are_typed(self, aided, qtbot):
        qtbot.keyClicks(aided, "a--b")
        assert aided.text == "a–b"

    def test_quotation_marks_are_those_of_the_language(self, aided, qtbot):
        qtbot.keyClicks(aided, '"it\'s"')
        assert aided.text == "“it’s”"
        qtbot.keyClick(aided, Key.Key_Backspace)
        assert aided.text == '“it’s"'

    def test_backspace_elsewhere_deletes_as_ever(self, aided, qtbot):
        qtbot.keyClicks(aided, "teh ")
        qtbot.keyClick(aided, Key.Key_Left)
        qtbot.keyClick(aided, Key.Key_Backspace)
        assert aided.text == "th "

    def test_without_aids_nothing_changes(self, editor, qtbot):
        qtbot.keyClicks(editor, 'teh "')
        assert editor.text.startswith('teh "')

    def test_a_correction_behind_letters_beyond_the_bmp(self, aided, qtbot):
        aided.insert_text("\U0001f600 te")
        qtbot.keyClicks(aided, "h ")
        assert aided.text == "\U0001f600 the "
        assert aided.caret == 7


class TestLineBreaks:
    def test_where_none_can_stand_that_is_said(self, desk, ids, editor, qtbot, told):
        editor.may_break = lambda: False
        qtbot.keyClick(editor, Key.Key_Return, SHIFT)
        assert told == [("one_line", {})]
        assert target(desk, ids[0]) is None


class TestPasting:
    def paste(self, editor, text="", html=""):
        data = QMimeData()
        if text:
            data.setText(text)
        if html:
            data.setHtml(html)
        QApplication.clipboard().setMimeData(data)
        QTest.keyClick(editor, Key.Key_V, CONTROL)

    def test_html_alone_is_pasted_as_its_text(self, desk, ids, editor, told):
        editor.selectAll()
        page = "<p>A <b>bold</b>&nbsp;word<img src='/dev/zero'></p><style>p {}</style>"
        self.paste(editor, html=page)
        assert target(desk, ids[0]) == "A bold\u00a0word"
        assert told == []

    def test_a_table_of_html_keeps_its_cells_apart(self, desk, ids, editor, told):
        editor.selectAll()
        self.paste(editor, html="<table><tr><td>one</td><td>two</td></tr></table>")
        assert target(desk, ids[0]) == "one two"

    def test_a_clipboard_without_text_deletes_nothing(self, desk, ids, editor, told):
        editor.selectAll()
        self.paste(editor)
        assert target(desk, ids[0]) is None
        assert editor.text == "A vital partner for Kuwait"

    def test_what_became_of_line_ends_is_said(self, desk, ids, editor, told):
        editor.selectAll()
        self.paste(editor, "one\r\ntwo\n\nthree\n")
        assert target(desk, ids[0]) == "one two three"
        assert told == [("pasted_line_ends", {"count": "2"})]

    def test_codes_that_were_left_out_are_counted(self, panel, desk, ids, editor, told):
        panel.go_to(ids[2])
        editor.selectAll()
        QTest.keyClick(editor, Key.Key_C, CONTROL)
        panel.go_to(ids[0])
        editor.selectAll()
        QTest.keyClick(editor, Key.Key_V, CONTROL)
        assert target(desk, ids[0]).startswith("Kuwait renewed its")
        assert told == [("pasted_without_codes", {"count": "2"})]

    def test_codes_of_another_paragraph_are_known_by_their_markup(self):
        bold = InlineCode(CodeKind.OPEN, "<b>", "b", deletable=True)
        link = InlineCode(CodeKind.OPEN, "<a>", "a", deletable=True)
        copied = clipping("x\ue000y\ue001", (bold, link))
        guard = CodeGuard("\ue000\ue001", (link, bold))
        assert pasted(copied, guard, "", keep_breaks=False).text == "x\ue001y\ue000"
        found = pasted(copied, CodeGuard("\ue000", (link,)), "", keep_breaks=False)
        assert found.text == "xy\ue000"
        assert found.notices == (Notice("pasted_without_codes", (("count", "1"),)),)

    def test_formatting_never_comes(self, editor):
        self.paste(editor, "plain", "<b style='color: red'>plain</b>")
        block = editor.document().begin().begin()
        while not block.atEnd():
            assert block.fragment().charFormat().fontWeight() in (0, 400)
            assert not block.fragment().charFormat().hasProperty(0x821)
            block += 1
