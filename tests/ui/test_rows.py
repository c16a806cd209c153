"""Many rows at once, going to what is looked for and back, sending back: by keys and mouse."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from tests.ui.window import open_window
from translation.model.rejection import rejection_of
from translation.model.segment import SegmentState
from ui.dialogs.reject import RejectDialog
from ui.review.roles import Column
from ui.review.segment_view import SegmentView

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot, drafted):
    """The window with the small article open and drafted."""
    return open_window(qtbot, drafted)


@pytest.fixture
def ids(drafted):
    return [segment.id for segment in drafted.document.segments]


def press(key, modifiers=NONE):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def click(window, row, modifiers=NONE, column=Column.TARGET, button=Qt.MouseButton.LeftButton):
    view = window.findChild(SegmentView)
    place = view.visualRect(view.model().index(row, column)).center()
    QTest.mouseClick(view.viewport(), button, modifiers, place)


def states(session, count=4):
    return [segment.state for segment in session.document.segments[:count]]


class TestChoosing:
    def test_rows_below_by_keys_from_the_text(self, window, ids):
        press(Qt.Key.Key_Down, ALT | SHIFT)
        assert window.review.chosen.ids() == ids[:2]
        press(Qt.Key.Key_Down, SHIFT)  # the keyboard is in the table now
        assert window.review.chosen.ids() == ids[:3]
        press(Qt.Key.Key_Up, SHIFT)
        assert window.review.chosen.ids() == ids[:2]
        press(Qt.Key.Key_Escape)
        assert window.review.chosen.ids() == [window.session.editor.active_id]
        assert QApplication.focusWidget() is window.review.active.editor

    @pytest.mark.parametrize("column", [Column.NUMBER, Column.SOURCE, Column.TARGET])
    def test_the_right_button_speaks_of_the_row_below_it(self, window, ids, column):
        click(window, 2, column=column, button=Qt.MouseButton.RightButton)
        assert window.session.editor.active_id == ids[2]
        click(window, 0, SHIFT)
        assert window.review.chosen.ids() == ids[:3]
        click(window, 1, column=column, button=Qt.MouseButton.RightButton)
        assert window.review.chosen.ids() == ids[:3], "of all that is chosen"
        click(window, 3, column=column, button=Qt.MouseButton.RightButton)
        assert window.review.chosen.ids() == [ids[3]]

    def test_typing_goes_on_in_the_active_one(self, window, ids):
        window.review.go_to(ids[2])
        press(Qt.Key.Key_A, ALT)
        press(Qt.Key.Key_Delete)
        assert window.review.chosen.ids() == ids, "nobody said of which"
        before = window.review.active.editor.text
        press(Qt.Key.Key_X)
        assert window.review.active.editor.text == f"x{before}"
        assert QApplication.focusWidget() is window.review.active.editor
        assert window.review.chosen.ids() == [ids[2]]
        window.session.editor.many.lock(ids[:1], True)
        window.review.go_to(ids[0])
        press(Qt.Key.Key_A, ALT)
        press(Qt.Key.Key_X)
        assert "locked" in window.messages.sentences[-1]

    def test_up_over_where_it_began(self, window, ids):
        window.review.go_to(ids[2])
        press(Qt.Key.Key_Down, ALT | SHIFT)
        press(Qt.Key.Key_Up, SHIFT)
        press(Qt.Key.Key_Up, SHIFT)
        assert window.review.chosen.ids() == ids[1:3]

    def test_a_range_and_single_rows_by_mouse(self, window, ids):
        click(window, 2, SHIFT)
        assert window.review.chosen.ids() == ids[:3]
        click(window, 1, CONTROL)
        assert window.review.chosen.ids() == [ids[0], ids[2]]
        click(window, 1, CONTROL)
        assert window.review.chosen.ids() == ids[:3]
        click(window, 3)
        assert window.review.chosen.ids() == [ids[3]]

    def test_everything_that_is_shown_and_how_many_that_are(self, window, ids):
        click(window, 1, CONTROL)
        press(Qt.Key.Key_A, CONTROL)
        assert window.review.chosen.ids() == ids
        assert window.status.chosen.text() == f"{len(ids)} rows selected"
        assert window.status.chosen.isVisible()
        click(window, 1)
        assert not window.status.chosen.isVisible()

    def test_what_the_filter_hides_is_not_chosen(self, window, ids):
        window.actions_["choose_all"].trigger()
        window.review.set_filter("الكويت")
        shown = [window.session.document.segments[row].id for row in window.review.shown_rows()]
        assert 0 < len(shown) < len(ids)
        window.actions_["choose_all"].trigger()
        assert window.review.chosen.ids() == shown or len(shown) == 1


class TestTogether:
    def test_states_by_the_keys_of_one_segment(self, window, drafted):
        click(window, 2, SHIFT)
        press(Qt.Key.Key_R, CONTROL | SHIFT)
        assert states(drafted, 3) == [SegmentState.REVIEWED] * 3
        assert any("3 segments changed" in said for said in window.messages.sentences)
        press(Qt.Key.Key_Z, CONTROL)
        assert states(drafted, 3) == [SegmentState.INITIAL] * 3

    def test_texts_and_locks(self, window, drafted):
        click(window, 2, SHIFT)
        press(Qt.Key.Key_Insert, CONTROL)
        first = drafted.document.segments[:3]
        assert [s.target for s in first] == [s.source for s in first]
        press(Qt.Key.Key_L, ALT)
        assert all(s.locked for s in drafted.document.segments[:3])
        press(Qt.Key.Key_Delete, ALT)
        assert [s.target for s in drafted.document.segments[:3]] == [s.source for s in first]
        assert any("3 stayed as they were" in said for said in window.messages.sentences)

    def test_leaving_out(self, window, drafted):
        click(window, 1, SHIFT)
        press(Qt.Key.Key_X, CONTROL | SHIFT)
        document = drafted.document
        assert all(document.is_furniture(segment) for segment in document.segments[:2])


class TestGoing:
    def test_reviewed_and_on(self, window, drafted, ids):
        press(Qt.Key.Key_R, CONTROL | SHIFT)
        press(Qt.Key.Key_R, CONTROL | SHIFT)
        assert states(drafted, 2) == [SegmentState.REVIEWED] * 2
        assert drafted.editor.active_id == ids[2]

    def test_confirmed_and_not_on(self, window, drafted, ids):
        press(Qt.Key.Key_Return, CONTROL | SHIFT)
        assert states(drafted, 1) == [SegmentState.CONFIRMED]
        assert drafted.editor.active_id == ids[0]

    def test_unfinished_before_first_and_last(self, window, drafted, ids):
        press(Qt.Key.Key_PageDown, CONTROL)
        assert drafted.editor.active_id == ids[-1]
        drafted.editor.many.confirm(ids[1:-1])
        press(Qt.Key.Key_Up, CONTROL | SHIFT)
        assert drafted.editor.active_id == ids[0]
        press(Qt.Key.Key_PageUp, CONTROL)
        assert drafted.editor.active_id == ids[0]

    def test_back_to_where_i_was_and_forth_again(self, window, drafted, ids):
        press(Qt.Key.Key_PageDown, CONTROL)
        press(Qt.Key.Key_Left, ALT)
        assert drafted.editor.active_id == ids[0]
        press(Qt.Key.Key_Right, ALT)
        assert drafted.editor.active_id == ids[-1]
        press(Qt.Key.Key_Left, ALT)
        press(Qt.Key.Key_Left, ALT)
        assert any("nowhere" in said for said in window.messages.sentences)

    def test_bookmarks(self, window, drafted, ids):
        window.review.go_to(ids[2])
        press(Qt.Key.Key_B, ALT)
        window.review.go_to(ids[0])
        press(Qt.Key.Key_PageDown, CONTROL | ALT)
        assert drafted.editor.active_id == ids[2]
        press(Qt.Key.Key_B, ALT)
        press(Qt.Key.Key_PageDown, CONTROL | ALT)
        assert any("No segment has a bookmark" in said for said in window.messages.sentences)


class TestRejecting:
    def test_with_a_reason(self, window, drafted, ids, qtbot):
        drafted.editor.many.confirm(ids)
        press(Qt.Key.Key_J, ALT)
        dialog = window.findChild(RejectDialog)
        QTest.keyClicks(dialog.reason, "The name is wrong")
        QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
        assert rejection_of(drafted.document, ids[0]).reason == "The name is wrong"
        assert states(drafted, 1) == [SegmentState.EDITED]
        assert drafted.editor.active_id == ids[1]
        view = window.findChild(SegmentView)
        shown = view.model().index(0, Column.STATE)
        assert "rejected: The name is wrong" in shown.data(Qt.ItemDataRole.AccessibleTextRole)
        window.actions_["undo"].trigger()
        assert rejection_of(drafted.document, ids[0]) is None
        assert states(drafted, 1) == [SegmentState.CONFIRMED]


class TestModels:
    """Qt's own tester while rows are chosen, acted on, split, merged, filtered and undone."""

    def test_with_rows_chosen(self, window, ids):
        review, session = window.review, window.session
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        testers = [QAbstractItemModelTester(one, mode) for one in (review._model, review._shown)]
        chance = random.Random(12)
        editor, chosen, acts = session.editor, review.chosen, set()
        for _ in range(90):
            document = session.document
            shown = review.shown_rows()
            act = chance.choice(ACTS)
            acts.add(act)
            match act:
                case "choose":
                    chosen.extend(chance.choice((-1, 1)))
                case "choose_all":
                    chosen.choose_all()
                case "toggle" if shown:
                    chosen.toggle(chance.randrange(len(shown)))
                case "one":
                    chosen.choose_one()
                case "confirm":
                    editor.many.confirm(chosen.ids())
                case "reject":
                    editor.many.reject(chosen.ids(), "No")
                case "empty":
                    editor.many.empty(chosen.ids())
                case "filter":
                    review.set_filter(chance.choice(["", "state:unfinished", "is:rejected", "zzz"]))
                case "split":
                    segment = document.segment(chance.choice(document.segments).id)
                    if not segment.is_settled and " " in segment.source:
                        editor.split(segment.id, segment.source.index(" ") + 1)
                case "merge":
                    at = chance.randrange(len(document) - 1)
                    one, other = document.segments[at : at + 2]
                    if one.unit_id == other.unit_id and not (one.is_settled or other.is_settled):
                        editor.merge_with_next(one.id)
                case "undo":
                    editor.undo()
                case "redo":
                    editor.redo()
            here = {document.segments[row].id for row in review.shown_rows()}
            assert set(chosen.ids()) <= here | {editor.active_id}
        assert acts == set(ACTS)
        del testers


ACTS = (
    "choose", "choose_all", "toggle", "one", "confirm", "reject", "empty", "filter", "split",
    "merge", "undo", "redo",
)  # fmt: skip
