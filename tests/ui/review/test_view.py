"""Row heights, scrolling, the mouse, sides and large documents."""

from __future__ import annotations

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QLineEdit

from app.settings.store import Settings
from tests.moments import pass_moments
from tests.ui.review.desk import Desk, make_document
from tests.ui.review.long_panels import assert_whole, open_panel
from translation.model.segment import Role, SegmentState
from ui.actions.table import TABLE
from ui.keys import Keys
from ui.review.empty_page import EmptyPage
from ui.review.text_layout import LONGEST_WORD


def long_document(rows=400):
    words = "The parties reiterated their commitment to defence cooperation. "
    return make_document(
        [(Role.PARAGRAPH, "مصدر قصير", words * (1 + n * 7 % 9)) for n in range(rows)], codes=()
    )


class TestHeights:
    def test_rows_in_view_are_as_high_as_their_text(self, qtbot):
        _, view, _ = open_panel(qtbot, Desk(long_document()))
        assert_whole(view)
        for value in (900, 901, 5000, 4980, 12, 0, view.verticalScrollBar().maximum()):
            view.verticalScrollBar().setValue(value)
            assert_whole(view)

    def test_going_up_through_unmeasured_rows_moves_nothing_in_view(self, qtbot):
        _, view, _ = open_panel(qtbot, Desk(long_document()))
        bar = view.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        for _ in range(40):
            top = view.visible_rows().start
            before = view.rowViewportPosition(top)
            bar.setValue(bar.value() - 60)
            assert view.rowViewportPosition(top) == before + 60

    def test_another_width_keeps_the_active_row_in_place(self, qtbot):
        desk = Desk(long_document())
        panel, view, editor = open_panel(qtbot, desk)
        panel.go_to(desk.document.segments[200].id)
        before = view.rowViewportPosition(200)
        for width in (700, 1000, 760):
            panel.resize(width, 600)
            assert view.rowViewportPosition(200) == before
            assert_whole(view)
            assert editor.geometry().intersects(view.target_cell(200))
        pass_moments(panel)
        assert view.rowViewportPosition(200) == before
        assert_whole(view)

    def test_a_row_gone_to_before_the_table_has_a_size_has_its_neighbours_around_it(self, qtbot):
        desk = Desk(long_document())
        desk.activate(desk.document.segments[200].id)
        _panel, view, _editor = open_panel(qtbot, desk)
        qtbot.waitUntil(lambda: 80 < view.rowViewportPosition(200) < 400)

    def test_the_columns_fill_the_width_with_and_without_a_scroll_bar(self, qtbot):
        few = [(Role.PARAGRAPH, "مصدر", "A few words in a row. " * 3)] * 4
        _, view, _ = open_panel(qtbot, Desk(make_document(few)), (900, 420))
        assert view.horizontalHeader().length() == view.viewport().width()
        desk = Desk(long_document(60))
        panel, view, _ = open_panel(qtbot, desk)
        for document in (long_document(1), long_document(60), long_document(2)):
            desk.open(document)
            pass_moments(panel)
            assert view.horizontalHeader().length() == view.viewport().width()
            panel.resize(panel.width() + 30, 600)
            assert view.horizontalHeader().length() == view.viewport().width()
            assert_whole(view)

    def test_split_and_merge_leave_whole_rows(self, qtbot):
        desk = Desk(long_document(40))
        _, view, _ = open_panel(qtbot, desk)
        first = desk.document.segments[0]
        desk.split(first.id, 5)
        assert_whole(view)
        desk.undo()
        assert_whole(view)
        assert desk.active_id == first.id

    def test_a_merge_moves_nothing_above_it_and_keeps_the_keyboard(self, qtbot):
        line = (Role.PARAGRAPH, "مصدر قصير. مصدر ثان.", "A draft of some words. " * 7)
        desk = Desk(make_document([line] * 30, codes=()))
        panel, view, editor = open_panel(qtbot, desk)
        beside = QLineEdit(panel)  # takes the keyboard where the editor lets go of it
        beside.show()
        desk.split(desk.document.segments[3].id, 11)
        panel.go_to(desk.document.segments[3].id)
        assert editor.hasFocus()
        stands = view.rowViewportPosition(3)
        for step in (lambda: desk.merge_with_next(desk.active_id), desk.undo, desk.redo):
            step()
            assert view.rowViewportPosition(3) == stands
            assert editor.hasFocus()
            assert_whole(view)
        assert len(desk.document) == 30

    def test_furniture_is_one_faint_line(self, qtbot, panel, view):
        assert view.rowHeight(4) < view.rowHeight(3)

    def test_a_late_draft_has_the_caret_at_its_start(self, desk, ids, panel, editor):
        panel.go_to(ids[3])
        desk.draft(ids[3], "He added that cooperation goes on.")
        assert editor.caret == 0
        desk.type_text(ids[3], "He added.", 0, 9)
        assert editor.text == "He added."

    def test_a_late_draft_makes_its_row_grow(self, desk, ids, view):
        before = view.rowHeight(3)
        desk.draft(ids[3], "many words " * 40)
        assert view.rowHeight(3) > before
        assert_whole(view)

    def test_a_huge_segment_is_cut_for_painting_and_whole_in_the_editor(self, qtbot):
        huge = "word " * 10_000
        desk = Desk(make_document([(Role.PARAGRAPH, "م", "x"), (Role.PARAGRAPH, "م", huge)]))
        panel, view, editor = open_panel(qtbot, desk)
        assert view.rowHeight(1) < 12_000
        panel.go_to(desk.document.segments[1].id)
        assert editor.text == huge
        qtbot.keyClicks(editor, "a")
        assert desk.document.segments[1].target == "a" + huge
        assert editor.height() >= editor.document().size().height()
        editor.set_caret(len(huge))
        assert view.rowHeight(1) > 20_000
        caret = editor.caret_area()
        assert 0 <= caret.top() < caret.bottom() <= view.viewport().height()
        panel.go_by(-1)
        panel.go_by(+1)
        panel.go_to(desk.document.segments[0].id)
        assert view.rowHeight(1) < 12_000

    def test_a_word_without_end_is_broken_anywhere_in_the_editor(self, qtbot):
        wordless = "x" * (LONGEST_WORD + 1)
        texts = ["x", wordless, "word " * LONGEST_WORD]
        desk = Desk(make_document([(Role.PARAGRAPH, "م", text) for text in texts]))
        panel, _view, editor = open_panel(qtbot, desk)
        modes = []
        for segment, text in zip(desk.document.segments, texts, strict=True):
            panel.go_to(segment.id)
            assert editor.text == text
            modes.append(editor.document().defaultTextOption().wrapMode())
        words = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        assert modes == [words, QTextOption.WrapMode.WrapAnywhere, words]


class TestGoing:
    def test_the_active_row_keeps_away_from_the_edge(self, qtbot):
        desk = Desk(long_document())
        panel, view, _ = open_panel(qtbot, desk)
        high = view.viewport().height()
        for step in [+1] * 30 + [-1] * 20:
            panel.go_by(step)
            row = desk.document.row(desk.active_id)
            top, bottom = view.rowViewportPosition(row), view.rowHeight(row)
            bottom += top
            assert top >= 0
            assert bottom <= high
            assert row == 0 or top >= 40
            assert bottom <= high - 40

    def test_going_far_shows_the_whole_row(self, qtbot):
        desk = Desk(long_document())
        panel, view, editor = open_panel(qtbot, desk)
        for row in (399, 0, 250, 120, 380, 60, 7):
            panel.go_to(desk.document.segments[row].id)
            area = editor.geometry()
            assert area.top() >= 0
            assert area.bottom() <= view.viewport().height()
            assert panel.current_id() in panel.visible_ids()

    def test_going_to_a_hidden_segment_shows_all(self, qtbot, panel, ids, view):
        panel.set_filter("vital")
        assert panel.shown_count() == 1
        with qtbot.waitSignal(panel.filter_cleared):
            panel.go_to(ids[5])
        assert panel.shown_count() == 6

    def test_confirming_stays_inside_the_filter(self, desk, ids, panel):
        panel.set_filter("kuwait")
        panel.confirm_and_next()
        assert desk.active_id == ids[2]
        panel.confirm_and_next()
        assert desk.active_id == ids[2]
        assert desk.document.segment(ids[2]).state is SegmentState.CONFIRMED

    def test_what_the_filter_hides_is_not_confirmed(self, desk, ids, panel):
        panel.set_filter("dialogue")
        assert desk.active_id == panel.current_id() == ids[5]
        panel.confirm_and_next()
        assert desk.document.segment(ids[0]).state is SegmentState.INITIAL
        assert desk.document.segment(ids[5]).state is SegmentState.CONFIRMED

    def test_the_next_row_shown_is_lent_and_the_place_before_given_back(self, desk, ids, panel):
        desk.activate(ids[1])
        panel.set_filter("kuwait")
        assert desk.active_id == ids[2]
        panel.set_filter("zzz")
        assert desk.active_id == panel.current_id() == ""
        panel.set_filter("")
        assert desk.active_id == ids[1]

    def test_whoever_goes_elsewhere_meanwhile_stays_there(self, desk, ids, panel):
        desk.activate(ids[1])
        panel.set_filter("kuwait")
        desk.activate(ids[0])
        panel.set_filter("")
        assert desk.active_id == ids[0]

    def test_from_the_line_into_the_rows_the_first_place_is_chosen(self, panel, editor, desk, ids):
        panel.set_filter("target:common")
        panel.enter_filtered()
        shown = panel.current_id()
        text = desk.document.shown_target(desk.document.segment(shown))
        assert editor.textCursor().selectedText().lower() == "common"
        assert "common" in text.lower()

    def test_what_is_undone_is_shown_whatever_the_filter(self, desk, ids, panel, qtbot):
        panel.confirm_and_next()
        panel.set_filter("dialogue")
        with qtbot.waitSignal(panel.filter_cleared):
            desk.undo()
        assert desk.active_id == panel.current_id() == ids[0]

    def test_the_editor_waits_while_its_row_is_hidden(self, panel, editor):
        panel.set_filter("zzz")
        assert not editor.isVisible()
        panel.set_filter("")
        assert editor.isVisible()

    def test_a_filter_that_finds_nothing_says_so(self, panel, view, desk, ids):
        panel.set_filter("nowhere to be found")
        assert not view.isVisible()
        assert "filter" in panel.findChild(EmptyPage).text
        desk.type_text(ids[0], "nowhere to be found", 0, 0)
        assert view.isVisible()
        panel.set_filter("")
        assert panel.shown_count() == 6

    def test_nothing_open_says_how_to_begin(self, qtbot):
        panel, view, _ = open_panel(qtbot, Desk())
        assert not view.isVisible()
        Keys(TABLE, Settings())  # they are named
        panel.show_keys()
        assert "(Ctrl+O)" in panel.findChild(EmptyPage).text
        panel.confirm_and_next()
        panel.go_by(+1)
        panel.insert_missing_code()
        panel.split_at_caret()
        assert panel.current_id() == ""
