"""A review with the keyboard alone, in the window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from app.engine.translating import TRANSLATE
from app.state import Job
from tests.ui.window import press, type_text
from tests.ui.window_keys import CONTROL, SHIFT
from translation.model.segment import SegmentState
from ui.actions.table import ACTIONS
from ui.dialogs.drafts import DraftsDialog
from ui.dialogs.help import HelpDialog
from ui.dialogs.restore_points import NamePointDialog
from ui.review.header import ReviewHeader


def state(session, row):
    return session.document.segments[row].state


class TestKeys:
    def test_a_review_with_the_keyboard_alone(self, window, drafted):
        press(Qt.Key.Key_A, CONTROL)
        type_text("A vital partner")
        press(Qt.Key.Key_Return, CONTROL)
        first = drafted.document.segments[0]
        assert (first.target, first.state) == ("A vital partner", SegmentState.CONFIRMED)
        assert drafted.editor.active_id == drafted.document.segments[1].id
        press(Qt.Key.Key_Enter, CONTROL | Qt.KeyboardModifier.KeypadModifier)
        second = drafted.document.segments[1]
        assert second.target == "Draft of row 1."
        press(Qt.Key.Key_Z, CONTROL)
        assert state(drafted, 1) is SegmentState.INITIAL
        assert drafted.editor.active_id == second.id
        press(Qt.Key.Key_Y, CONTROL)
        assert state(drafted, 1) is SegmentState.CONFIRMED
        press(Qt.Key.Key_Z, CONTROL)
        press(Qt.Key.Key_Z, CONTROL | SHIFT)
        assert state(drafted, 1) is SegmentState.CONFIRMED

    def test_moving(self, window, drafted):
        ids = [segment.id for segment in drafted.document.segments]
        press(Qt.Key.Key_Down, CONTROL)
        assert drafted.editor.active_id == ids[1]
        press(Qt.Key.Key_Up, CONTROL)
        assert drafted.editor.active_id == ids[0]
        drafted.editor.confirm(ids[0])
        drafted.editor.confirm(ids[1])
        press(Qt.Key.Key_Down, CONTROL | SHIFT)
        assert drafted.editor.active_id == ids[2]

    @pytest.mark.parametrize(
        ("key", "modifiers", "target", "reached"),
        [
            (Qt.Key.Key_T, CONTROL, "Draft of row 0.", SegmentState.EDITED),
            (Qt.Key.Key_Space, CONTROL, "Draft of row 0.", SegmentState.EDITED),
            (Qt.Key.Key_R, CONTROL | SHIFT, "Draft of row 0.", SegmentState.REVIEWED),
            (Qt.Key.Key_L, CONTROL | SHIFT, "Draft of row 0.", SegmentState.FINAL),
        ],
    )
    def test_taking_the_draft_over(self, window, drafted, key, modifiers, target, reached):
        press(key, modifiers)
        segment = drafted.document.segments[0]
        assert (segment.target, segment.state) == (target, reached)

    def test_copying_the_source_and_clearing(self, window, drafted):
        press(Qt.Key.Key_Insert, CONTROL)
        assert drafted.document.segments[0].target == drafted.document.segments[0].source
        press(Qt.Key.Key_Delete, CONTROL | SHIFT)
        assert drafted.document.segments[0].target is None

    def test_furniture_comes_back_with_one_key(self, window, drafted):
        last = drafted.document.segments[-1]
        assert drafted.document.is_furniture(last)
        window.review.go_to(last.id)
        press(Qt.Key.Key_X, CONTROL | SHIFT)
        assert not drafted.document.is_furniture(drafted.document.segments[-1])
        press(Qt.Key.Key_X, CONTROL | SHIFT)
        assert drafted.document.is_furniture(drafted.document.segments[-1])

    def test_final_takes_no_typing_until_it_is_unlocked(self, window, drafted):
        press(Qt.Key.Key_L, CONTROL | SHIFT)
        type_text("x")
        press(Qt.Key.Key_Backspace)
        press(Qt.Key.Key_V, CONTROL)
        press(Qt.Key.Key_V, CONTROL | SHIFT)
        first = drafted.document.segments[0]
        assert (first.target, first.state) == ("Draft of row 0.", SegmentState.FINAL)
        assert len([s for s in window.messages.sentences if "final" in s]) == 1
        for key in (Qt.Key.Key_Delete, Qt.Key.Key_T, Qt.Key.Key_J):
            press(key, CONTROL | SHIFT if key == Qt.Key.Key_Delete else CONTROL)
        assert drafted.document.segments[0] == first
        press(Qt.Key.Key_U, CONTROL | SHIFT)
        type_text("x")
        assert drafted.document.segments[0].target == "xDraft of row 0."

    @pytest.mark.parametrize("key", [Qt.Key.Key_R, Qt.Key.Key_L])
    def test_a_stray_letter_changes_no_settled_text_and_that_is_said(self, window, drafted, key):
        first = drafted.document.segments[0]
        press(key, CONTROL | SHIFT)
        drafted.editor.activate(first.id)
        settled = state(drafted, 0)
        type_text("x")
        assert state(drafted, 0) is settled
        assert drafted.document.segments[0].target == "Draft of row 0."
        assert any("Ctrl+Shift+U" in sentence for sentence in window.messages.sentences)
        press(Qt.Key.Key_U, CONTROL | SHIFT)
        type_text("x")
        assert state(drafted, 0) is SegmentState.EDITED
        assert "x" in drafted.document.segments[0].target

    def test_pasting_plain_text_pastes(self, window, drafted):
        path = drafted.files.path
        QApplication.clipboard().setText("Pasted ")
        press(Qt.Key.Key_V, CONTROL | SHIFT)
        assert drafted.document.segments[0].target == "Pasted Draft of row 0."
        assert drafted.files.path == path

    def test_f7_and_ctrl_shift_f_destroy_nothing(self, window, drafted):
        before = drafted.document.snapshot()
        press(Qt.Key.Key_F7)
        press(Qt.Key.Key_F, CONTROL | SHIFT)
        assert drafted.document.snapshot() == before
        assert window.filter_field.hasFocus()

    def test_ctrl_w_closes_the_document_and_not_the_window(self, window, drafted, qtbot):
        path, first = drafted.files.path, drafted.document.segments[0].id
        type_text("Kept. ")
        press(Qt.Key.Key_W, CONTROL)
        assert window.isVisible()
        assert drafted.files.path is None
        assert len(drafted.document) == 0
        assert window.windowTitle() == "Muraji"
        press(Qt.Key.Key_W, CONTROL)
        with qtbot.waitSignal(drafted.editor.document_replaced):
            drafted.files.open(path)
        assert drafted.document.segment(first).target == "Kept. Draft of row 0."
        assert not drafted.editor.read_only

    def test_an_empty_translation_is_asked_back_before_it_is_confirmed(self, window, drafted):
        press(Qt.Key.Key_A, CONTROL)
        press(Qt.Key.Key_Delete)
        press(Qt.Key.Key_Return, CONTROL)
        assert state(drafted, 0) is SegmentState.EDITED
        assert any("empty" in sentence for sentence in window.messages.sentences)
        press(Qt.Key.Key_Return, CONTROL)
        assert state(drafted, 0) is SegmentState.CONFIRMED
        assert drafted.document.segments[0].target == ""

    def test_the_headings_take_the_keyboard_for_no_longer_than_the_mouse(self, window):
        editor = QApplication.focusWidget()
        assert editor is window.review.active.editor
        header = window.findChild(ReviewHeader)
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(header.viewport(), left, pos=QPoint(60, 12))
        header.parentWidget().setFocus(Qt.FocusReason.MouseFocusReason)
        QTest.mouseRelease(header.viewport(), left, pos=QPoint(60, 12))
        assert QApplication.focusWidget() is editor

    def test_commands_that_do_nothing_say_so(self, window, drafted):
        press(Qt.Key.Key_F8)
        press(Qt.Key.Key_Home)
        press(Qt.Key.Key_J, CONTROL | SHIFT)
        type_text("x")
        press(Qt.Key.Key_T, CONTROL)
        assert drafted.document.segments[0].target == "Draft of row 0."
        press(Qt.Key.Key_T, CONTROL)
        said = " ".join(message.sentence for message in window.messages.log)
        for words in ("found nothing", "to say where to split", "The draft stands here already"):
            assert words in said

    def test_escape_puts_the_messages_away(self, window, drafted):
        window.messages.show_message("Something failed.", "error")
        press(Qt.Key.Key_Escape)
        assert window.messages.sentences == []
        assert window.messages.isHidden()

    def test_undo_says_what_it_takes_back_and_where_it_is_far(self, window, drafted):
        type_text("x")
        assert window.actions_["undo"].text().endswith("typing")
        drafted.editor.activate(drafted.document.segments[2].id)
        window.review.focus_editor()
        press(Qt.Key.Key_Z, CONTROL)
        assert window.messages.sentences == ["Undone: typing, segment 1"]

    def test_other_drafts_can_be_chosen(self, window, drafted, qtbot):
        segment = drafted.document.segments[0]
        again = replace(drafted.document.drafts.current(segment), id=999, text="Another draft.")
        drafted.engine.take_drafts([again])
        assert drafted.document.shown_target(drafted.document.segments[0]) == "Another draft."
        press(Qt.Key.Key_T, CONTROL | SHIFT)
        dialog = window.findChild(DraftsDialog)
        shown = [dialog.list.item(row).text() for row in range(dialog.list.count())]
        assert [text.split("\n")[0] for text in shown] == ["Another draft.", "Draft of row 0."]
        dialog.list.setCurrentRow(1)
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
        assert drafted.document.shown_target(drafted.document.segments[0]) == "Draft of row 0."

    def test_merging(self, window, drafted):
        window.review.go_to(drafted.document.segments[1].id)
        count = len(drafted.document)
        press(Qt.Key.Key_J, CONTROL)
        assert len(drafted.document) == count - 1
        press(Qt.Key.Key_Z, CONTROL)
        assert len(drafted.document) == count

    def test_a_restore_point(self, window, drafted, qtbot):
        press(Qt.Key.Key_S, CONTROL)
        dialog = window.findChild(NamePointDialog)
        qtbot.waitUntil(dialog.name.hasFocus)
        assert dialog.name.selectedText() == "0 of 4 confirmed"
        type_text("Before lunch")
        press(Qt.Key.Key_Return)
        points = drafted.files
        qtbot.waitUntil(lambda: [one.label for one in points.restoring.points] == ["Before lunch"])
        assert "Restore point made" in window.messages.sentences[-1]

    def test_filtering_and_coming_back(self, window, drafted, qtbot):
        press(Qt.Key.Key_F, CONTROL | SHIFT)
        assert QApplication.focusWidget() is window.filter_field
        QApplication.focusWidget().insert("الحوار")  # QTest types Latin letters only.
        press(Qt.Key.Key_Return)
        assert window.review.shown_count() == 1
        assert QApplication.focusWidget() is not window.filter_field
        press(Qt.Key.Key_A, CONTROL | SHIFT)
        qtbot.waitUntil(lambda: window.review.shown_count() == len(drafted.document))

    def test_escape_clears_the_filter(self, window, drafted, qtbot):
        press(Qt.Key.Key_F, CONTROL | SHIFT)
        type_text("state:final")
        qtbot.waitUntil(lambda: window.review.shown_count() == 0)
        press(Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: window.review.shown_count() == len(drafted.document))
        press(Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is not window.filter_field

    def test_the_filter_takes_its_own_keys_but_not_that_of_export(self, window, drafted):
        window.filter_field.setFocus()
        for key, taken in ((Qt.Key.Key_E, False), (Qt.Key.Key_A, True)):
            event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL)
            event.ignore()
            QApplication.sendEvent(window.filter_field, event)
            assert event.isAccepted() is taken

    def test_text_grows_and_shrinks(self, window):
        usual = window.appearance.theme.text_size
        press(Qt.Key.Key_Equal, CONTROL)
        assert window.appearance.theme.text_size == usual + 1
        press(Qt.Key.Key_Minus, CONTROL)
        press(Qt.Key.Key_Minus, CONTROL)
        assert window.appearance.theme.text_size == usual - 1
        press(Qt.Key.Key_0, CONTROL)
        assert window.appearance.theme.text_size == usual

    def test_help(self, window):
        press(Qt.Key.Key_F1)
        dialog = window.findChild(HelpDialog)
        assert dialog.isVisible()
        dialog.close()

    def test_escape_cancels_the_background_work(self, window, drafted, monkeypatch):
        cancelled = []
        monkeypatch.setattr(drafted.jobs, "cancel", lambda: cancelled.append(True))
        press(Qt.Key.Key_Escape)
        assert not cancelled
        monkeypatch.setattr(
            type(drafted.jobs), "current", property(lambda _self: Job(TRANSLATE, 7, 31))
        )
        drafted.jobs.changed.emit(drafted.jobs.current)
        assert window.status.job.text() == "Translating 7 of 31"
        press(Qt.Key.Key_Escape)
        assert cancelled


class Greedy(QTextEdit):
    """An editor that claims every key there is."""

    def event(self, event):
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def test_no_editor_takes_a_key_of_the_table(empty_window):
    editor = Greedy(empty_window)
    empty_window.actions_.win_over(editor)
    taken = []
    for spec in ACTIONS:
        empty_window.actions_[spec.id].setEnabled(True)
        for keys in spec.shortcuts:
            pressed = QKeySequence(keys)[0]
            event = QKeyEvent(
                QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers(), "x"
            )
            QApplication.sendEvent(editor, event)
            taken += [keys] if event.isAccepted() else []
    assert not taken


@pytest.mark.parametrize(("key", "written"), [("L", "ł"), ("E", "€"), ("9", "]"), ("L", "")])
def test_what_altgr_writes_is_written_though_the_key_is_bound(window, drafted, key, written):
    """Windows says Ctrl and Alt of AltGr; the text tells it from the two keys themselves."""
    lock = next(spec for spec in ACTIONS if spec.id == "lock")
    window.keys.bind(lock, [f"Ctrl+Alt+{key}"])
    editor = window.review.active.editor
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    pressed = Qt.Key(QKeySequence(key)[0].key())
    event = QKeyEvent(QEvent.Type.ShortcutOverride, pressed, held, written)
    QApplication.sendEvent(editor, event)
    assert event.isAccepted() is bool(written)
    if written:
        editor.set_caret(0)
        QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, pressed, held, written))
        assert drafted.document.segments[0].target.startswith(written)
