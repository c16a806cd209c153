"""Where the two texts of a row stand, the border between them, and how large they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.moments import pass_moments
from tests.ui.review.desk import Desk, make_document
from tests.ui.review.long_panels import assert_whole, open_panel
from translation.model.segment import Role, joined_references
from ui.review.header import ReviewHeader
from ui.review.reference_text import reference_label, reference_marks, reference_text
from ui.review.roles import Column
from ui.review.table_look import USUAL_SHARE, Arrangement, TableLook

LEFT = Qt.MouseButton.LeftButton


def document(rows=60):
    source = "وقال الوزير إن الحوار بين البلدين مهم لأمن المنطقة واستقرارها. "
    target = "The minister said that dialogue matters to the security of the region. "
    return make_document(
        [(Role.PARAGRAPH, source * (1 + n % 4), target * (1 + n * 7 % 5)) for n in range(rows)],
        codes=(),
    )


def assert_fields_stand_on_their_texts(panel, view):
    row = panel.active.at
    shown = view.segment_row(row)
    for field, area in (
        (panel.active.editor, view.delegate.target_area(view.target_cell(row), shown)),
        (panel.active.source, view.delegate.source_area(view.source_cell(row), shown)),
    ):
        assert field.geometry() == area
        assert field.verticalScrollBar().value() == 0
        assert field.document().size().height() <= area.height() + 1


@pytest.mark.parametrize("arrangement", list(Arrangement))
class TestArrangements:
    def test_every_row_in_view_is_whole_and_the_active_one_stays(self, qtbot, arrangement):
        desk = Desk(document())
        panel, view, _ = open_panel(qtbot, desk)
        panel.go_to(desk.document.segments[30].id)
        before = view.rowViewportPosition(30)
        panel.set_look(TableLook(arrangement))
        for _ in range(3):
            assert_whole(view)
            assert view.rowViewportPosition(30) == before
            assert_fields_stand_on_their_texts(panel, view)
            pass_moments(panel)
        panel.go_by(+1)
        assert_fields_stand_on_their_texts(panel, view)
        panel.set_look(TableLook())
        QApplication.processEvents()
        assert_whole(view)
        assert_fields_stand_on_their_texts(panel, view)

    def test_a_click_finds_its_letter_on_both_sides(self, qtbot, arrangement):
        desk = Desk(document(6))
        panel, view, editor = open_panel(qtbot, desk)
        panel.set_look(TableLook(arrangement))
        shown = view.segment_row(2)
        area = view.delegate.target_area(view.target_cell(2), shown)
        wanted = shown.shown.index("dialogue") + 3
        place = area.topLeft() + view.texts.target(shown, area.width()).caret_rect(wanted).center()
        qtbot.mouseClick(view.viewport(), LEFT, pos=place)
        assert (desk.active_id, editor.caret) == (shown.segment.id, wanted)
        shown = view.segment_row(4)
        area = view.delegate.source_area(view.source_cell(4), shown)
        laid = view.texts.source(shown, area.width())
        wanted = shown.segment.source.index("الحوار") + 2
        place = area.topLeft() + laid.caret_rect(wanted).center()
        qtbot.mouseClick(view.viewport(), LEFT, pos=place)
        assert (desk.active_id, panel.active.source.place) == (shown.segment.id, wanted)


class TestBorder:
    def middle(self, view):
        header = view.findChild(ReviewHeader)
        return header, header.sectionViewportPosition(Column.STATE)

    @pytest.mark.parametrize("arrangement", [Arrangement.BESIDE, Arrangement.MIRRORED])
    def test_it_is_drawn_with_the_mouse_and_kept(self, qtbot, arrangement):
        desk = Desk(document())
        panel, view, _ = open_panel(qtbot, desk)
        panel.set_look(TableLook(arrangement))
        header, border = self.middle(view)
        first = Column.SOURCE if arrangement is Arrangement.BESIDE else Column.TARGET
        before = view.columnWidth(first)
        chosen = []
        panel.look_chosen.connect(chosen.append)
        qtbot.mousePress(header.viewport(), LEFT, pos=QPoint(border + 2, 12))
        qtbot.mouseMove(header.viewport(), QPoint(border + 102, 12))
        assert abs(view.columnWidth(first) - before - 100) <= 2
        assert_whole(view)
        assert not chosen
        qtbot.mouseRelease(header.viewport(), LEFT, pos=QPoint(border + 102, 12))
        assert chosen == [panel.look]
        assert view.horizontalHeader().length() == view.viewport().width()
        _, border = self.middle(view)
        qtbot.mouseDClick(header.viewport(), LEFT, pos=QPoint(border, 12))
        assert panel.look.source_share == USUAL_SHARE
        assert abs(view.columnWidth(first) - before) <= 30

    def test_neither_side_can_be_drawn_away(self, qtbot):
        _panel, view, _ = open_panel(qtbot, Desk(document(3)))
        header, border = self.middle(view)
        for x in (-500, 3000):
            qtbot.mousePress(header.viewport(), LEFT, pos=QPoint(border, 12))
            qtbot.mouseMove(header.viewport(), QPoint(x, 12))
            qtbot.mouseRelease(header.viewport(), LEFT, pos=QPoint(x, 12))
            assert min(map(view.columnWidth, (Column.SOURCE, Column.TARGET))) > 100
            _, border = self.middle(view)

    def test_where_one_stands_above_the_other_there_is_none(self, qtbot):
        panel, view, _ = open_panel(qtbot, Desk(document(3)))
        panel.set_look(TableLook(Arrangement.STACKED))
        header, border = self.middle(view)
        qtbot.mousePress(header.viewport(), LEFT, pos=QPoint(border, 12))
        qtbot.mouseMove(header.viewport(), QPoint(border + 50, 12))
        assert panel.look == TableLook(Arrangement.STACKED)


def turn(view, place, notches, modifiers=Qt.KeyboardModifier.ControlModifier):
    event = QWheelEvent(
        QPointF(place),
        QPointF(view.viewport().mapToGlobal(place)),
        QPoint(),
        QPoint(0, notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


@pytest.mark.parametrize("arrangement", list(Arrangement))
def test_the_wheel_with_ctrl_asks_for_the_size_of_the_side_below_it(qtbot, arrangement):
    panel, view, _ = open_panel(qtbot, Desk(document(6)))
    panel.set_look(TableLook(arrangement))
    asked = []
    panel.size_wanted.connect(lambda *what: asked.append(what))
    turn(view, view.source_cell(3).center(), 120)
    turn(view, view.target_cell(3).center(), -60)
    turn(view, view.target_cell(3).center(), -60)
    turn(view, view.target_cell(3).center(), -120, Qt.KeyboardModifier.NoModifier)
    assert asked == [("ar", 1), ("en", -1)]


@pytest.mark.parametrize("side", ["source", "editor"])
def test_the_wheel_works_over_the_fields_of_the_active_row_too(qtbot, side):
    panel, _view, _ = open_panel(qtbot, Desk(document(6)))
    asked = []
    panel.size_wanted.connect(lambda *what: asked.append(what))
    field = getattr(panel.active, side)
    place = QPointF(field.mapTo(panel, QPoint(20, 10)))
    control = Qt.KeyboardModifier.ControlModifier
    QTest.wheelEvent(panel.windowHandle(), place, QPoint(0, 120), QPoint(), control)
    assert asked == [("ar" if side == "source" else "en", 1)]


def test_who_goes_on_sees_what_comes_and_the_row_stands_still(qtbot):
    desk = Desk(document(60))
    panel, view, _ = open_panel(qtbot, desk, (900, 900))
    high = view.viewport().height()
    stands = []
    for row in range(1, 50):
        panel.confirm_and_next()
        assert desk.active_id == desk.document.segments[row].id
        stands.append((view.rowViewportPosition(row), view.rowHeight(row)))
    later = stands[12:-8]
    for top, height in later:
        assert 0.2 * high <= top
        assert top + height <= 0.61 * high
    bottoms = [top + height for top, height in later]
    assert max(bottoms) - min(bottoms) <= 4


class TestReference:
    REFERENCE = "The minister said that the dialogue is important to security in the region."

    def test_it_stands_below_the_active_translation(self, qtbot):
        desk = Desk(document(8))
        panel, view, _ = open_panel(qtbot, desk)
        alone = [view.rowHeight(row) for row in range(3)]
        desk.set_references({segment.id: self.REFERENCE for segment in desk.document.segments})
        assert view.rowHeight(0) > alone[0]
        assert_whole(view)
        assert_fields_stand_on_their_texts(panel, view)
        panel.go_by(+1)
        assert view.rowHeight(0) == alone[0]
        assert view.rowHeight(1) > alone[1]
        assert_fields_stand_on_their_texts(panel, view)
        panel.set_look(TableLook(all_references=True))
        assert all(view.rowHeight(row) > alone[row] for row in range(3))
        assert_whole(view)
        desk.undo()
        assert [view.rowHeight(row) for row in range(3)] == alone

    def test_its_other_words_are_marked_and_followed(self, qtbot):
        desk = Desk(document(2))
        _panel, view, editor = open_panel(qtbot, desk)
        first = desk.document.segments[0].id
        desk.set_references({first: self.REFERENCE})
        marked = self.marked(view.segment_row(0))
        assert marked == ["the", "is important to", "in"]
        qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(editor, self.REFERENCE)
        assert self.marked(view.segment_row(0)) == []
        assert reference_label(view.segment_row(0)) == "Reference: the same words"
        assert_whole(view)

    def marked(self, row):
        text = reference_text(row)
        return [text[mark.start : mark.end] for mark in reference_marks(row)]

    def test_several_stand_on_lines_of_their_own(self, qtbot):
        desk = Desk(document(2))
        _, view, _ = open_panel(qtbot, desk)
        first = desk.document.segments[0].id
        desk.set_references({first: joined_references(["One said so.", "Another said this."])})
        row = view.segment_row(0)
        assert reference_text(row) == "One said so.\nAnother said this."
        assert view.texts.reference(row, 400).document.begin().layout().lineCount() == 2

    def test_a_click_on_it_goes_to_its_segment(self, qtbot):
        desk = Desk(document(4))
        panel, view, _ = open_panel(qtbot, desk)
        panel.set_look(TableLook(all_references=True))
        desk.set_references({segment.id: self.REFERENCE for segment in desk.document.segments})
        part = view.target_cell(2)
        qtbot.mouseClick(view.viewport(), LEFT, pos=part.bottomLeft() + QPoint(80, 20))
        assert desk.active_id == desk.document.segments[2].id

    @pytest.mark.parametrize("first", [0, 12])
    def test_a_double_click_finds_its_word_though_a_reference_goes_above(self, qtbot, first):
        desk = Desk(document(30))
        panel, view, _ = open_panel(qtbot, desk)
        desk.set_references({segment.id: self.REFERENCE for segment in desk.document.segments})
        panel.go_to(desk.document.segments[first].id)
        row = first + 1
        shown = view.segment_row(row)
        area = view.delegate.source_area(view.source_cell(row), shown)
        laid = view.texts.source(shown, area.width())
        place = area.topLeft() + laid.caret_rect(laid.text.index("الوزير") + 2).center()
        qtbot.mouseClick(view.viewport(), LEFT, pos=place)
        source = panel.active.source
        inside = source.viewport().mapFrom(view.viewport(), place)
        assert source.rect().contains(inside)
        qtbot.mouseDClick(source.viewport(), LEFT, pos=inside)
        assert source.chosen == "الوزير"
        qtbot.mouseRelease(source.viewport(), LEFT, pos=inside)
        qtbot.waitUntil(lambda: not view.texts.lingering_id)
        assert not view.texts.shows_reference(view.segment_row(first))
        assert_whole(view)
        assert_fields_stand_on_their_texts(panel, view)

    def test_nor_does_what_else_stands_below_the_editor_move_the_row_clicked(self, qtbot):
        desk = Desk(document(6))
        panel, view, editor = open_panel(qtbot, desk)
        desk.type_text(
            desk.active_id, "Quite another sentence, longer than the draft was. " * 3, 0, 5
        )
        panel.tracking.show_all(True)
        before = view.rowViewportPosition(1)
        place = view.source_cell(1).center()
        qtbot.mouseClick(view.viewport(), LEFT, pos=place)
        assert desk.active_id == desk.document.segments[1].id
        assert view.rowViewportPosition(1) == before
        qtbot.waitUntil(lambda: not view.texts.lingering_id)
        assert view.rowViewportPosition(1) < before
        assert_whole(view)
        assert not editor.hasFocus()
