"""Marks of any source are painted on both sides, in the table and in the editor."""

from __future__ import annotations

import dataclasses
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from translation.model.issue import Issue, Severity
from translation.model.mark import Mark, MarkKind, Side
from ui import theme as themes
from ui.mark_styles import MARK_STYLES
from ui.review import issue_marks, row_marks
from ui.review.geometry import MARK_SIZE, STATE_WIDTH
from ui.review.line_places import boxes
from ui.review.mark_painting import placed
from ui.review.marks import MarkSource
from ui.review.roles import Column


class Told(MarkSource):
    """Marks that the test gives."""

    def __init__(self):
        super().__init__()
        self.told = []

    def marks(self, row):
        return self.told

    def tell(self, ids, *marks):
        self.told = list(marks)
        self.changed.emit(ids)


@pytest.fixture
def told(panel):
    source = Told()
    panel.marks.add(source)
    return source


def cell(view, row, column):
    area = view.visualRect(view.model().index(row, column))
    return view.viewport().grab(area).toImage()


@pytest.mark.parametrize("kind", MarkKind)
@pytest.mark.parametrize("side", Side)
def test_each_kind_is_painted_on_each_side(kind, side, told, ids, view):
    columns = {Side.SOURCE: Column.SOURCE, Side.TARGET: Column.TARGET}
    other = next(at for of, at in columns.items() if of is not side)
    before = cell(view, 5, columns[side]), cell(view, 5, other)
    told.tell(ids, Mark(side, 4, 8, kind))
    assert cell(view, 5, columns[side]) != before[0]
    assert cell(view, 5, other) == before[1]


@pytest.mark.parametrize("kind", MarkKind)
def test_the_editor_paints_each_kind_and_takes_it_away_again(kind, told, ids, desk, editor):
    desk.activate(ids[5])
    editor.setCursorWidth(0)
    before = editor.viewport().grab().toImage()
    told.tell(ids, Mark(Side.TARGET, 4, 8, kind))
    assert editor.viewport().grab().toImage() != before
    told.tell(ids)
    assert editor.viewport().grab().toImage() == before


def test_no_two_kinds_differ_by_their_colours_alone():
    shapes = [
        (s.line, bool(s.line_colour), bool(s.tint), bool(s.box)) for s in MARK_STYLES.values()
    ]
    assert len(set(shapes)) == len(shapes)
    assert all(look.line_colour or look.box for look in MARK_STYLES.values())


def test_every_kind_has_a_look_in_the_colours_of_every_theme():
    assert set(MARK_STYLES) == set(MarkKind)
    for style in MARK_STYLES.values():
        names = {v for v in dataclasses.astuple(style) if isinstance(v, str) and v}
        for theme in themes.THEMES.values():
            assert all(theme.color(name).isValid() for name in names)


def test_furniture_and_empty_places_have_no_marks(told, ids, panel, view):
    told.tell(ids, Mark(Side.TARGET, 0, 0, MarkKind.NOTE), Mark(Side.SOURCE, 0, 3, MarkKind.NOTE))
    assert panel.marks.of(view.segment_row(5), Side.TARGET) == ()
    assert panel.marks.of(view.segment_row(5), Side.SOURCE)
    assert panel.marks.of(view.segment_row(4), Side.SOURCE) == ()


def test_a_mark_of_the_source_stands_on_its_letters_beside_isolated_runs(view):
    row = view.segment_row(1)
    laid = view.texts.source(row, 400)
    for word in ("31 January 2022", "January", "الدولية"):
        mark = Mark(Side.SOURCE, row.segment.source.index(word), len(word), MarkKind.NOTE)
        [place] = placed([mark], laid.text, laid.positions)
        shown = laid.text.encode("utf-16-le")[2 * place.start : 2 * (place.start + place.length)]
        assert shown.decode("utf-16-le") == word


def test_letters_beyond_the_bmp_do_not_shift_marks():
    [place] = placed([Mark(Side.TARGET, 2, 4, MarkKind.NOTE)], "\U0001f600 word")
    assert (place.start, place.length) == (3, 4)


def test_what_is_cut_off_is_not_marked():
    marks = [Mark(Side.TARGET, 2, 10, MarkKind.NOTE), Mark(Side.TARGET, 6, 2, MarkKind.NOTE)]
    assert [(p.start, p.length) for p in placed(marks, "words […]", most=5)] == [(2, 3)]


def test_a_stretch_over_two_directions_has_an_area_for_each_piece(view):
    laid = view.texts.source(view.segment_row(1), 400)
    whole = list(boxes(laid.document, 0, len(laid.text)))
    assert whole
    assert all(area.width() > 0 and area.right() <= 401 for area in whole)
    piece = list(boxes(laid.document, laid.text.index("2022"), 4))
    assert len(piece) == 1
    assert any(area.contains(piece[0]) for area in whole)


class TestIssues:
    @pytest.fixture
    def issue(self, desk, ids, panel):
        made = Issue(
            "loop", Severity.ERROR, ids[5], start=4, length=8, fixes=("The ministry said it.",)
        )
        desk.issues.found = {ids[5]: (made,)}
        desk.issues.changed.emit([ids[5]])
        return made

    def test_what_an_issue_says_is_told_where_it_stands(self, issue, view, monkeypatch):
        said = []
        monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_: said.append(text))
        area = view.delegate.target_area(view.target_cell(5), view.segment_row(5))
        [box] = boxes(view.texts.target(view.segment_row(5), area.width()).document, 4, 8)
        place = box.translated(QPointF(area.topLeft())).center().toPoint()
        help_ = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
        QApplication.sendEvent(view.viewport(), help_)
        assert "repeats itself" in said[0]

    def test_its_fix_is_offered_in_the_editor_and_done(self, issue, desk, ids, panel, editor):
        desk.activate(ids[5])
        [box] = boxes(editor.document(), 4, 8)
        place = editor.viewport().mapToGlobal(box.center().toPoint())
        menu = QMenu()
        panel.offer(menu, place + QPoint(box.toRect().width() * 3, 0))
        assert not menu.actions()
        panel.offer(menu, place)
        gone, come = "minister said dialogue matters", "ministry said it"
        assert menu.actions()[0].text() == f"Replace “{gone}” by “{come}”"
        menu.actions()[0].trigger()
        assert desk.document.segment(ids[5]).target == issue.fix
        desk.undo()
        assert desk.document.segment(ids[5]).target is None

    def test_what_can_be_done_is_worked_out_for_the_menu_alone(
        self, issue, desk, ids, view, panel, monkeypatch
    ):
        worked_out = []
        real = issue_marks.difference_of_words
        counted = lambda *texts: worked_out.append(texts) or real(*texts)  # noqa: E731
        monkeypatch.setattr(issue_marks, "difference_of_words", counted)
        desk.activate(ids[5])
        view.viewport().grab()
        assert not worked_out
        assert panel.marks.actions(view.segment_row(5), 5)
        assert len(worked_out) == 1


def test_changed_words_are_marked_in_the_table_as_in_the_editor(desk, ids, panel, view, editor):
    desk.type_text(ids[5], "The old minister said dialogue matters.", 0, 0)
    desk.activate(ids[5])
    assert [editor.text[p.start : p.start + p.length] for p in editor.marks.places] == ["old"]
    desk.activate(ids[0])
    row = view.segment_row(5)
    assert [row.shown[m.start : m.end] for m in panel.marks.of(row, Side.TARGET)] == ["old"]


class TestHits:
    def found(self, panel, view, row, side):
        at = view.segment_row(row)
        text = at.segment.source if side is Side.SOURCE else at.shown
        marks = panel.marks.of(at, side)
        return [text[m.start : m.end] for m in marks if m.kind is MarkKind.FOUND]

    def test_words_of_the_filter_line_are_framed_where_they_stand(self, panel, view):
        panel.set_filter("مستمر ان")
        assert self.found(panel, view, 0, Side.SOURCE) == ["أن", "مستمر"]

    def test_every_place_of_both_sides_is_framed(self, panel, view, editor):
        panel.set_filter("its common")
        assert self.found(panel, view, 0, Side.TARGET) == ["its", "common"]
        panel.set_filter('"united states"')
        assert self.found(panel, view, 0, Side.TARGET) == ["United States"]

    def test_frames_go_with_the_words(self, panel, view):
        before = cell(view, 5, Column.TARGET)
        panel.set_filter("dialogue state:initial")
        assert self.found(panel, view, 0, Side.TARGET) == ["dialogue"]
        assert cell(view, 0, Column.TARGET) != before
        panel.set_filter("")
        assert self.found(panel, view, 5, Side.TARGET) == []
        assert cell(view, 5, Column.TARGET) == before

    def test_the_editor_frames_what_is_typed(self, desk, ids, panel, editor):
        panel.set_filter("minister")
        desk.activate(ids[5])
        desk.type_text(ids[5], "A minister, the minister", 0, 0)
        editor.setCursorWidth(0)
        framed = editor.viewport().grab().toImage()
        panel.set_filter("")
        assert editor.viewport().grab().toImage() != framed


@pytest.mark.parametrize("height", [30, 42, 55, 80])
@pytest.mark.parametrize("count", range(1, 7))
def test_all_signs_of_a_row_stand_inside_it(monkeypatch, count, height):
    monkeypatch.setattr(row_marks, "marks", lambda _row: [("draft", "draft_mark")] * count)
    cell = QRect(400, 100, STATE_WIDTH, height)
    areas = row_marks.mark_areas(SimpleNamespace(is_furniture=False), cell, 7)
    assert len(areas) == count
    for at, area in enumerate(areas):
        assert QRectF(cell).contains(area)
        assert not any(area.intersects(other) for other in areas[at + 1 :])
        assert area.width() >= MARK_SIZE / 3
