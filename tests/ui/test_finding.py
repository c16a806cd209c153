"""Find and replace by keys and mouse in the real window."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from app.editing.replacing import Where
from tests.ui.draft_rows import draft_all
from tests.ui.window import open_window, press
from translation.model.edits import EditBatch, Put
from translation.model.mark import MarkKind, Side
from translation.model.record import Note
from translation.model.segment import SegmentState
from ui.finding.hit_model import LINE_ROLE, HitModel

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

TEXTS = {
    0: "The vital partner of Kuwait",
    1: "Kuwait renewed its commitment, and Kuwait said so.",
    2: "The minister said that the talks matter.",
    3: "He added that work goes on in kuwait.",
}


@pytest.fixture
def window(qtbot, qapp, opened):
    """The window with drafts that say something."""
    draft_all(opened, TEXTS)
    return open_window(qtbot, opened)


def type_text(text: str):
    field = QApplication.focusWidget()
    if text.isascii():
        QTest.keyClicks(field, text)
    else:
        field.insert(text)  # QTest types Latin letters only.


def find(window, qtbot, words, *, replacing=False):
    press(Qt.Key.Key_H if replacing else Qt.Key.Key_F, CONTROL)
    type_text(words)
    qtbot.waitUntil(lambda: window.session.finder.is_done)


def chosen(window):
    return window.review.active.editor.textCursor().selectedText()


def rows(window):
    document = window.session.document
    return [document.row(hit.segment_id) for hit in window.session.finder.hits]


def targets(window):
    return [segment.target for segment in window.session.document.segments[:4]]


class TestFind:
    def test_the_next_hit_is_found_again_with_the_bar_put_away(self, window, qtbot):
        find(window, qtbot, "kuwait")
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Escape)
        assert not window.find_bar.isVisible()
        editor = window.review.active.editor
        for at in (2, 3):
            press(Qt.Key.Key_F3)
            qtbot.waitUntil(lambda at=at: window.find_bar.count.text() == f"{at} of 4 hits")
            assert QApplication.focusWidget() is editor
            assert chosen(window) == "Kuwait"
        assert window.session.editor.active_id == window.session.document.segments[1].id
        assert not window.find_bar.list.isVisible()
        type_text("Qatar")
        assert targets(window)[1] == "Kuwait renewed its commitment, and Qatar said so."
        press(Qt.Key.Key_Escape)
        assert not window.find_bar.isVisible()

    def test_the_next_hit_of_nothing_asks_what_to_look_for(self, window):
        press(Qt.Key.Key_F3)
        assert QApplication.focusWidget() is window.find_bar.words

    def test_from_hit_to_hit_with_the_caret_on_it(self, window, qtbot):
        find(window, qtbot, "kuwait")
        assert rows(window) == [0, 1, 1, 3]
        assert window.find_bar.count.text() == "4 hits"
        press(Qt.Key.Key_Return)
        assert window.session.editor.active_id == window.session.document.segments[0].id
        assert chosen(window) == "Kuwait"
        assert window.find_bar.count.text() == "1 of 4 hits"
        press(Qt.Key.Key_F3)
        press(Qt.Key.Key_F3)
        assert window.session.editor.active_id == window.session.document.segments[1].id
        assert window.review.active.editor.anchor == TEXTS[1].rindex("Kuwait")
        press(Qt.Key.Key_Return, SHIFT)
        assert window.review.active.editor.anchor == 0
        press(Qt.Key.Key_F3, CONTROL)
        assert window.find_bar.count.text() == "1 of 4 hits"
        press(Qt.Key.Key_F3, CONTROL)
        assert window.find_bar.count.text() == "4 of 4 hits"
        assert chosen(window) == "kuwait"

    def test_escape_leaves_the_caret_on_the_hit(self, window, qtbot):
        find(window, qtbot, "minister")
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Escape)
        assert window.find_bar.isHidden()
        assert QApplication.focusWidget() is window.review.active.editor
        type_text("secretary")
        assert targets(window)[2] == "The secretary said that the talks matter."

    def test_in_the_source_the_hit_is_chosen_too(self, window, qtbot):
        find(window, qtbot, "الحوار")
        press(Qt.Key.Key_Return)
        assert window.review.active.source.chosen == "الحوار"
        assert window.review.active.segment_id == window.session.document.segments[2].id

    def test_all_hits_are_marked_on_both_sides_and_one_more(self, window, qtbot):
        find(window, qtbot, "kuwait")
        press(Qt.Key.Key_Return)
        row = window.review.active
        view = window.review.findChild(type(row._view))
        marks = window.review.marks.of(view.segment_row(0), Side.TARGET)
        assert [mark.kind for mark in marks] == [MarkKind.FOUND_HERE]
        kinds = [mark.kind for mark in window.review.marks.of(view.segment_row(1), Side.TARGET)]
        assert kinds == [MarkKind.FOUND, MarkKind.FOUND]
        press(Qt.Key.Key_F, CONTROL)
        window.find_bar.words.setText("الكويت")
        source = window.review.marks.of(view.segment_row(1), Side.SOURCE)
        assert [mark.kind for mark in source] == [MarkKind.FOUND]
        press(Qt.Key.Key_Escape)
        assert not window.review.marks.of(view.segment_row(1), Side.SOURCE)

    def test_what_is_chosen_is_looked_for(self, window, qtbot):
        window.review.active.editor.choose(4, 9)
        press(Qt.Key.Key_F, CONTROL)
        assert window.find_bar.words.text() == "vital"

    def test_the_list_is_gone_through_by_arrows(self, window, qtbot):
        find(window, qtbot, "kuwait")
        press(Qt.Key.Key_Down)
        assert QApplication.focusWidget() is window.find_bar.list
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Down)
        assert window.review.active.segment_id == window.session.document.segments[1].id
        press(Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is window.review.active.editor

    def test_only_in_the_rows_that_the_filter_shows(self, window, qtbot):
        window.review.set_filter("talks")
        find(window, qtbot, "the")
        assert set(rows(window)) == {2}
        window.review.set_filter("")
        qtbot.waitUntil(lambda: set(rows(window)) == {0, 2})

    def test_notes_are_found(self, window, qtbot):
        segment = window.session.document.segments[3]
        window.session.editor.say(segment.id, Note("Ask Maha about this"))
        window.find_bar.options._places[Where.NOTE].setChecked(True)
        find(window, qtbot, "maha")
        press(Qt.Key.Key_Return)
        assert window.review.active.segment_id == segment.id
        assert window.find_bar.model.data(window.find_bar.model.index(0)).startswith(
            "Segment 4, note"
        )

    def test_a_bad_expression_is_said_in_words(self, window, qtbot):
        window.find_bar.options.expression.setChecked(True)
        find(window, qtbot, "(ku")
        assert window.find_bar.said.text() == "A ( of the expression is not closed."
        type_text("wait)")
        assert window.find_bar.said.isHidden()
        assert window.find_bar.count.text() == "4 hits"

    def test_typing_in_a_text_keeps_the_hits_right(self, window, qtbot):
        find(window, qtbot, "kuwait")
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Escape)
        press(Qt.Key.Key_F, CONTROL)
        assert window.session.finder.query.wanted.text == "Kuwait"
        window.review.focus_editor()
        press(Qt.Key.Key_Home)
        type_text("kuwait ")
        assert rows(window) == [0, 0, 1, 1, 3]
        assert window.find_bar.model.rowCount() == 5

    def test_no_hit_is_said(self, window, qtbot):
        find(window, qtbot, "zebra")
        press(Qt.Key.Key_Return)
        assert window.find_bar.count.text() == "No hit"


class TestReplace:
    def test_all_as_one_step_seen_beforehand(self, window, qtbot):
        find(window, qtbot, "kuwait", replacing=True)
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is window.find_bar.template
        type_text("Qatar")
        model = window.find_bar.model
        lines = [model.data(model.index(row), LINE_ROLE) for row in range(model.rowCount())]
        assert [(line.found, line.new) for line in lines[:1]] == [("Kuwait", "Qatar")]
        press(Qt.Key.Key_Return, CONTROL | ALT)
        assert targets(window)[1] == "Qatar renewed its commitment, and Qatar said so."
        assert window.find_bar.said.text() == "4 replaced. Ctrl+Z takes all of it back."
        window.session.editor.undo()
        assert targets(window) == [None] * 4

    def test_undo_takes_it_back_from_the_field_that_one_stands_in(self, window, qtbot):
        before = targets(window)
        find(window, qtbot, "kuwait", replacing=True)
        press(Qt.Key.Key_Tab)
        type_text("Qatar")
        qtbot.waitUntil(lambda: window.session.finder.is_done)
        press(Qt.Key.Key_Return, CONTROL | ALT)
        assert targets(window) != before
        press(Qt.Key.Key_Z, CONTROL)
        assert targets(window) == before
        assert QApplication.focusWidget().text() == "Qatar", "what was typed stays, to try again"
        assert not window.find_bar.said.isVisible(), "nothing is replaced any more"
        type_text("i")
        press(Qt.Key.Key_Z, CONTROL)
        assert QApplication.focusWidget().text() == "Qatar", "what is typed since is the field's"

    def test_enter_presses_the_button_that_one_is_on(self, window, qtbot):
        find(window, qtbot, "kuwait", replacing=True)
        bar = window.find_bar
        bar._all.setFocus()
        press(Qt.Key.Key_Return)
        assert "Kuwait" not in str(targets(window))
        bar.options.case.setFocus()
        press(Qt.Key.Key_Enter)
        assert bar.options.case.isChecked()
        bar._close.setFocus()
        press(Qt.Key.Key_Return)
        assert bar.isHidden()

    def test_single_ones_are_left_out(self, window, qtbot):
        find(window, qtbot, "kuwait", replacing=True)
        press(Qt.Key.Key_Tab)
        type_text("Qatar")
        window.find_bar.list.setFocus()
        window.find_bar.list.setCurrentIndex(window.find_bar.model.index(1))
        press(Qt.Key.Key_Space)
        press(Qt.Key.Key_Return, CONTROL | ALT)
        assert targets(window)[1] == "Kuwait renewed its commitment, and Qatar said so."

    def test_one_after_the_other(self, window, qtbot):
        find(window, qtbot, "kuwait", replacing=True)
        press(Qt.Key.Key_Tab)
        type_text("Kuwait City")
        press(Qt.Key.Key_Return)  # goes to the first
        press(Qt.Key.Key_Return)
        assert targets(window)[0] == "The vital partner of Kuwait City"
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Return)
        assert targets(window)[1] == "Kuwait City renewed its commitment, and Kuwait City said so."
        window.session.editor.undo()
        assert targets(window)[1] == "Kuwait City renewed its commitment, and Kuwait said so."

    def test_locked_and_final_stay_and_are_counted(self, window, qtbot):
        from dataclasses import replace

        document = window.session.document
        edits = (
            replace(document.segments[0], target="Kuwait", locked=True),
            replace(document.segments[3], target="Kuwait", state=SegmentState.FINAL),
        )
        pairs = zip((document.segments[0], document.segments[3]), edits, strict=True)
        window.session.editor.do(EditBatch("test", tuple(Put(*pair) for pair in pairs)))
        find(window, qtbot, "kuwait", replacing=True)
        assert window.find_bar.said.text().startswith("2 stay")
        model = window.find_bar.model
        wheres = [model.data(model.index(row), LINE_ROLE).where for row in (0, 3)]
        assert wheres == ["translation, locked", "translation, final"]
        press(Qt.Key.Key_Return, CONTROL | ALT)
        assert targets(window)[0] == targets(window)[3] == "Kuwait"
        assert window.find_bar.said.text().startswith("2 replaced. 2 stay")

    def test_the_query_is_corrected_with_the_preview_in_sight(self, window, qtbot):
        find(window, qtbot, "kuwai", replacing=True)
        press(Qt.Key.Key_Tab)
        type_text("Q")
        window.find_bar.words.setText("kuwait")
        qtbot.waitUntil(lambda: window.session.finder.is_done)
        model = window.find_bar.model
        line = model.data(model.index(0), LINE_ROLE)
        assert (line.lead, line.found, line.new) == ("The vital partner of ", "Kuwait", "Q")

    def test_the_source_is_never_replaced(self, window, qtbot):
        find(window, qtbot, "الكويت", replacing=True)
        assert rows(window) == []
        assert window.find_bar.options.where.text() == "In translations"
        press(Qt.Key.Key_F, CONTROL)
        assert window.find_bar.options.where.text() == "On both sides"


def test_the_model_of_hits_holds_to_qts_rules(window, qtbot):
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    model = HitModel(window.session.finder)
    testers = [QAbstractItemModelTester(made, mode) for made in (model, window.find_bar.model)]
    find(window, qtbot, "kuwait", replacing=True)
    first = window.session.document.segments[1].id
    for text in ("kuwait", "kuwait kuwait kuwait", "none", ""):
        window.session.editor.type_text(first, text, 0, 0)
    window.session.editor.undo()
    window.find_bar.words.setText("t")
    window.find_bar.close_bar()
    assert len(testers) == 2


def test_hits_that_are_not_told_yet_change_no_row(window, qtbot):
    find(window, qtbot, "kuwait")
    model, told = window.find_bar.model, []
    model.dataChanged.connect(lambda top, bottom: told.append((top.row(), bottom.row())))
    count = model.rowCount()
    window.session.finder.spliced.emit(count, 1, 1)
    assert told == []
    window.session.finder.spliced.emit(count - 1, 2, 2)
    assert told == [(count - 1, count - 1)]


def test_the_marks_under_the_mouse_break_no_tip(window, qtbot):
    find(window, qtbot, "kuwait")
    viewport = window.review.active.editor.viewport()
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), viewport.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(viewport, event)
    assert window.session.finder.hits
