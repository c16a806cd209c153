"""Keys go to the session; what changes elsewhere comes back into the editor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.ui.review.desk import make_document
from translation.model.segment import Origin, Role, SegmentState

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def target(desk, segment_id):
    return desk.document.segment(segment_id).target


def paste(editor, text):
    data = QMimeData()
    data.setText(text)
    editor.insertFromMimeData(data)


def commit(editor, text, preedit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


class TestKeys:
    def test_typing_starts_from_the_draft(self, desk, ids, editor, qtbot):
        qtbot.keyClick(editor, Qt.Key.Key_End, CONTROL)
        qtbot.keyClicks(editor, " today")
        segment = desk.document.segment(ids[0])
        assert segment.target == "A vital partner for Kuwait today"
        assert (segment.state, segment.origin) == (SegmentState.EDITED, Origin.HUMAN)
        assert segment.draft_id == 1
        assert editor.caret == len(segment.target)

    def test_undo_and_redo_are_the_sessions_and_restore_the_caret(self, desk, ids, editor, qtbot):
        qtbot.keyClick(editor, Qt.Key.Key_Right, CONTROL)
        at = editor.caret
        qtbot.keyClicks(editor, "very ")
        assert target(desk, ids[0]) == "A very vital partner for Kuwait"
        qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
        assert target(desk, ids[0]) is None
        assert (editor.text, editor.caret) == ("A vital partner for Kuwait", at)
        qtbot.keyClick(editor, Qt.Key.Key_Y, CONTROL)
        assert editor.text == "A very vital partner for Kuwait"
        assert editor.caret == at + 5

    def test_undo_follows_to_another_segment(self, desk, ids, panel, editor, qtbot):
        qtbot.keyClicks(editor, "x")
        panel.go_by(+1)
        qtbot.keyClicks(editor, "y")
        qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
        qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
        assert desk.active_id == ids[0]
        assert [target(desk, i) for i in ids[:2]] == [None, None]
        assert editor.text == "A vital partner for Kuwait"

    def test_enter_makes_no_paragraph_and_shift_enter_a_line_break(self, desk, ids, editor, qtbot):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert target(desk, ids[0]) is None
        qtbot.keyClick(editor, Qt.Key.Key_Return, SHIFT)
        assert target(desk, ids[0]) == "\nA vital partner for Kuwait"
        assert editor.document().blockCount() == 1

    def test_confirm_goes_to_the_next_unfinished_and_keeps_the_keyboard(
        self, desk, ids, editor, qtbot
    ):
        qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL)
        assert desk.document.segment(ids[0]).state is SegmentState.CONFIRMED
        assert desk.active_id == ids[1]
        assert editor.hasFocus()
        assert editor.text == "31 January 2022 International"

    def test_confirming_passes_furniture_by(self, desk, ids, panel, editor, qtbot):
        panel.go_to(ids[3])
        qtbot.keyClicks(editor, "He added that cooperation goes on")
        qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL)
        assert desk.active_id == ids[5]

    def test_control_arrows_move_and_arrows_leave_at_the_edge(self, desk, ids, editor, qtbot):
        qtbot.keyClick(editor, Qt.Key.Key_Down, CONTROL)
        assert desk.active_id == ids[1]
        qtbot.keyClick(editor, Qt.Key.Key_Up)
        assert desk.active_id == ids[0]
        qtbot.keyClick(editor, Qt.Key.Key_Down)
        assert desk.active_id == ids[1]
        qtbot.keyClick(editor, Qt.Key.Key_Up, CONTROL)
        assert desk.active_id == ids[0]

    def test_typing_leads_through_furniture(self, desk, ids, panel, editor, view, qtbot):
        panel.go_to(ids[3])
        qtbot.keyClick(editor, Qt.Key.Key_Down, CONTROL)
        assert desk.active_id == ids[4]
        assert not editor.isVisible()
        assert view.hasFocus()
        qtbot.keyClick(view, Qt.Key.Key_Down, CONTROL)
        assert desk.active_id == ids[5]
        assert editor.hasFocus()

    def test_bringing_furniture_back_opens_the_editor(self, desk, ids, panel, editor):
        panel.go_to(ids[4])
        desk.toggle_furniture(desk.document.segment(ids[4]).unit_id)
        assert editor.isVisible()
        desk.undo()
        assert not editor.isVisible()

    def test_no_space_is_lost_and_no_character_changed(self, desk, ids, editor, qtbot):
        paste(editor, "a\u00a0b\u2009c\U0001f600")
        qtbot.keyClicks(editor, "!")
        assert target(desk, ids[0]).startswith("a\u00a0b\u2009c\U0001f600!")


class TestElsewhere:
    def test_a_late_draft_shows_while_nothing_is_typed(self, desk, ids, panel, editor):
        panel.go_to(ids[3])
        assert editor.text == ""
        desk.draft(ids[3], "He added that cooperation continues")
        assert editor.text == "He added that cooperation continues"
        assert target(desk, ids[3]) is None

    def test_a_late_draft_leaves_a_typed_text_alone(self, desk, ids, panel, editor, qtbot):
        panel.go_to(ids[3])
        qtbot.keyClicks(editor, "Mine")
        desk.draft(ids[3], "He added that cooperation continues")
        assert editor.text == target(desk, ids[3]) == "Mine"

    def test_a_change_elsewhere_keeps_the_caret_on_its_word(self, desk, ids, editor):
        editor.set_caret(len("A vital partner"))
        desk.type_text(ids[0], "A truly vital partner for Kuwait", 0, 0)
        assert editor.text[: editor.caret] == "A truly vital partner"

    def test_changes_elsewhere_do_not_echo(self, desk, ids, editor):
        before = desk.undo_stack.count()
        desk.type_text(ids[0], "Other words", 0, 0)
        desk.copy_source(ids[0])
        assert desk.undo_stack.count() == before + 2
        assert editor.text == desk.document.segment(ids[0]).source

    def test_a_refused_key_leaves_no_trace(self, desk, ids, panel, editor, qtbot):
        desk.be_read_only(True)
        qtbot.keyClicks(editor, "x")
        assert editor.text == "A vital partner for Kuwait"
        assert editor.isReadOnly()
        desk.be_read_only(False)
        qtbot.keyClicks(editor, "x")
        assert target(desk, ids[0]) == "xA vital partner for Kuwait"

    def test_another_document_takes_its_place(self, desk, panel, editor):
        desk.open(make_document([(Role.PARAGRAPH, "نص", "A text")]))
        assert editor.text == "A text"
        desk.open(make_document([]))
        assert not editor.isVisible()
        assert panel.visible_ids() == []


class TestClipboard:
    @pytest.mark.parametrize(
        ("pasted", "stored"),
        [
            ("one\r\ntwo\n", "one two"),
            ("one \u2029 two\u2028three", "one two three"),
            ("tab\tkept", "tab\tkept"),
            ("nul\x00 and \ud800 half", "nul and  half"),
            ("private \ue000\ue123 use", "private  use"),
        ],
    )
    def test_pasting_gives_one_line_of_plain_text(self, desk, ids, editor, pasted, stored):
        editor.selectAll()
        paste(editor, pasted)
        assert target(desk, ids[0]) == stored
        assert editor.document().blockCount() == 1

    def test_a_paste_is_one_undo_step(self, desk, ids, editor):
        editor.selectAll()
        paste(editor, "several words at once")
        desk.undo()
        assert target(desk, ids[0]) is None

    def test_copying_gives_others_no_codes(self, panel, ids, editor, qtbot):
        panel.go_to(ids[2])
        editor.selectAll()
        qtbot.keyClick(editor, Qt.Key.Key_C, CONTROL)
        assert QGuiApplication.clipboard().text().startswith("Kuwait renewed its")


class TestInputMethods:
    def test_composing_is_no_edit_until_committed(self, desk, ids, editor):
        QApplication.sendEvent(editor, QInputMethodEvent("´", []))
        assert target(desk, ids[0]) is None
        commit(editor, "é")
        assert target(desk, ids[0]) == "éA vital partner for Kuwait"

    def test_a_late_draft_waits_for_the_composition(self, desk, ids, panel, editor):
        panel.go_to(ids[3])
        QApplication.sendEvent(editor, QInputMethodEvent("ni", []))
        desk.draft(ids[3], "A draft")
        assert editor.text == ""
        QApplication.sendEvent(editor, QInputMethodEvent("", []))
        assert editor.text == "A draft"

    def test_a_commit_wins_over_the_late_draft(self, desk, ids, panel, editor):
        panel.go_to(ids[3])
        QApplication.sendEvent(editor, QInputMethodEvent("ni", []))
        desk.draft(ids[3], "A draft")
        commit(editor, "你")
        assert editor.text == target(desk, ids[3]) == "你"

    def test_a_committed_line_end_makes_no_paragraph(self, desk, ids, editor):
        commit(editor, "one\ntwo")
        assert target(desk, ids[0]) == "one twoA vital partner for Kuwait"
        assert editor.document().blockCount() == 1
