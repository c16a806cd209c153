"""What test_view and test_view_sides work with."""

from __future__ import annotations

from ui import theme as themes
from ui.review.review_panel import ReviewPanel
from ui.review.segment_editor import SegmentEditor
from ui.review.segment_view import SegmentView


def open_panel(qtbot, desk, size=(900, 600), theme=themes.LIGHT):
    themes.load_fonts()
    panel = ReviewPanel(desk, desk.issues, theme)
    qtbot.addWidget(panel)
    panel.resize(*size)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.focus_editor()
    qtbot.panel = panel  # whoever holds the view alone keeps the whole
    return panel, panel.findChild(SegmentView), panel.findChild(SegmentEditor)


def assert_whole(view):
    for row in view.visible_rows():
        exact = view.texts.height(view.segment_row(row), view._widths())
        assert view.rowHeight(row) == exact, row
