"""The table with its sides, the mouse on it, and its look."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from tests.ui.review.desk import Desk, make_document
from tests.ui.review.long_panels import assert_whole, open_panel
from translation.model.language import LanguagePair
from translation.model.segment import Role
from ui import dressing
from ui import theme as themes
from ui.review.geometry import BAR_WIDTH
from ui.review.roles import Column

LEFT = Qt.MouseButton.LeftButton


class TestMouse:
    def test_a_click_on_a_target_puts_the_caret_there(self, qtbot, desk, ids, view, editor):
        row = 2
        area = view.delegate.target_area(view.target_cell(row), view.segment_row(row))
        laid = view.texts.target(view.segment_row(row), area.width())
        wanted = view.segment_row(row).shown.index("stability") + 3
        place = area.topLeft() + laid.caret_rect(wanted).center()
        qtbot.mouseClick(view.viewport(), LEFT, pos=place)
        assert desk.active_id == ids[2]
        assert editor.caret == wanted
        assert editor.hasFocus()
        assert editor.caret_area().contains(place)

    def test_a_click_on_the_source_marks_where_to_split(self, qtbot, desk, ids, panel, view):
        cell = view.visualRect(view.model().index(3, Column.SOURCE))
        row = view.segment_row(3)
        area = view.delegate.source_area(cell, row)
        laid = view.texts.source(row, area.width())
        at = row.segment.source.index("مستمر")
        place = area.topLeft() + laid.caret_rect(at).center() + QPoint(-3, 0)
        qtbot.mouseClick(view.viewport(), LEFT, pos=place)
        assert desk.active_id == ids[3]
        panel.split_at_caret()
        assert [s.source for s in desk.document.segments[3:5]] == ["وأضاف أن التعاون", "مستمر"]

    def test_without_a_click_the_caret_says_where_to_split(self, desk, ids, panel, editor):
        panel.go_to(ids[5])
        editor.set_caret(len("The minister said "))
        panel.split_at_caret()
        assert len(desk.document) == 7
        editor.set_caret(0)
        panel.split_at_caret()
        assert len(desk.document) == 7


class TestSides:
    @pytest.mark.parametrize(
        ("pair", "source", "target"),
        [
            (LanguagePair("ar", "en"), "right", "left"),
            (LanguagePair("en-US", "ar-JO"), "left", "right"),
        ],
    )
    def test_each_side_follows_its_language(self, qtbot, pair, source, target):
        texts = {"right": "نص", "left": "text"}
        lines = [(Role.PARAGRAPH, texts[source], texts[target])]
        _, view, editor = open_panel(qtbot, Desk(make_document(lines, pair)))
        row = view.segment_row(0)
        for laid, side in (
            (view.texts.source(row, 300), source),
            (view.texts.target(row, 300), target),
        ):
            line = laid.document.begin().layout().lineAt(0).naturalTextRect()
            assert (line.left() > 150) == (side == "right")
        rtl = Qt.LayoutDirection.RightToLeft
        assert (editor.layoutDirection() is rtl) == (target == "right")
        assert (editor.document().begin().textDirection() is rtl) == (target == "right")
        role = Qt.ItemDataRole.TextAlignmentRole
        for column, side in ((Column.SOURCE, source), (Column.TARGET, target)):
            for data in (
                view.model().headerData(column, Qt.Orientation.Horizontal, role),
                view.model().index(0, column).data(role),
            ):
                right = bool(data & Qt.AlignmentFlag.AlignRight)
                assert right == (side == "right")

    @pytest.mark.shared
    def test_arabic_stands_on_the_target_side_of_its_file(self, qtbot, shared):
        from translation.work.documents import open_document

        path = shared / "data" / "xliff" / "matecat_13578661_IFgFi8oGn6.xlf"
        desk = Desk(open_document(path).document)
        _, view, _ = open_panel(qtbot, desk)
        head = [
            view.model().headerData(column, Qt.Orientation.Horizontal)
            for column in (Column.SOURCE, Column.TARGET)
        ]
        assert desk.pair.target == "ar-JO"
        assert "source" in head[0]
        assert head[1].startswith("Arabic")
        assert view.texts.target_style(view.segment_row(0)).rtl

    def test_a_date_inside_arabic_keeps_its_order(self, view):
        laid = view.texts.source(view.segment_row(1), 400)
        layout = laid.document.begin().layout()
        text = laid.document.begin().text()
        inside = [text.index(word) + 1 for word in ("31", "January", "2022")]
        places = [layout.lineAt(0).cursorToX(at)[0] for at in inside]
        assert places == sorted(places)

    def test_the_interface_from_right_to_left_leaves_the_sides(self, qtbot, qapp):
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        try:
            _, view, _ = open_panel(qtbot, Desk(make_document([(Role.PARAGRAPH, "نص", "a")])))
            left = [view.columnViewportPosition(column) for column in Column]
        finally:
            qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        assert left == sorted(left)


class TestLook:
    def colour_at_edge(self, view, row):
        image = view.viewport().grab().toImage()
        scale = image.devicePixelRatio()
        y = view.rowViewportPosition(row) + 8
        return image.pixelColor(int(BAR_WIDTH // 2 * scale), int(y * scale)).name()

    @pytest.mark.parametrize("name", list(themes.THEMES))
    def test_every_state_has_its_bar_and_the_active_row_its_tint(
        self, qtbot, desk, ids, panel, view, name
    ):
        theme = themes.THEMES[name]
        panel.set_theme(theme)
        desk.confirm(ids[0])
        desk.type_text(ids[1], "typed", 0, 0)
        panel.go_to(ids[5])
        assert self.colour_at_edge(view, 0) == theme.state_confirmed
        assert self.colour_at_edge(view, 1) == theme.state_edited
        assert self.colour_at_edge(view, 2) == theme.state_initial
        image = view.viewport().grab().toImage()
        ground = image.pixelColor(BAR_WIDTH + 2, view.rowViewportPosition(5) + 3).name()
        assert ground == theme.active_row

    def test_a_draft_is_grey_in_the_editor_until_it_is_touched(
        self, qtbot, qapp, desk, ids, panel, editor
    ):
        before = qapp.styleSheet(), qapp.palette(), qapp.font()
        try:
            dressing.apply(qapp, themes.LIGHT)
            font = editor.document().defaultFont()
            assert font.families()[0].startswith("Source Serif")
            assert self.darkest(editor) >= QColor(themes.LIGHT.draft).lightness() - 2
            qtbot.keyClicks(editor, "x")
            assert self.darkest(editor) <= QColor(themes.LIGHT.text).lightness() + 2
            desk.undo()
            assert self.darkest(editor) >= QColor(themes.LIGHT.draft).lightness() - 2
            assert editor.document().defaultFont() == font
        finally:
            qapp.setStyleSheet(before[0])
            qapp.setPalette(before[1])
            qapp.setFont(before[2])

    def darkest(self, editor):
        editor.setCursorWidth(0)
        image = editor.viewport().grab().toImage()
        pixels = [(x, y) for x in range(image.width()) for y in range(image.height())]
        return min(image.pixelColor(x, y).lightness() for x, y in pixels)

    def test_changed_words_are_tinted_against_the_draft(self, desk, ids, editor, qtbot):
        qtbot.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(editor, " and more")
        [tint] = editor.marks.places
        assert editor.text[tint.start : tint.start + tint.length] == "and more"
        desk.undo()
        desk.undo()
        assert editor.marks.places == []

    def test_a_larger_text_makes_higher_rows(self, panel, view, editor):
        before = view.rowHeight(0)
        panel.set_theme(themes.LIGHT.zoomed(24))
        assert view.rowHeight(0) > before
        assert editor.document().defaultFont().pixelSize() > 24
        assert_whole(view)
