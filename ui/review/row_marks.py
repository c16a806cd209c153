"""Which marks stand in a row's state column, and which colour its bar has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from translation.model.segment import SegmentState
from ui import icons
from ui.review.geometry import MARK_SIZE

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from ui.review.segment_row import SegmentRow
    from ui.theme import Theme

_GAP = 3


def marks(row: SegmentRow) -> list[tuple[str, str]]:
    """Return the marks of a row from the top: name in icons.MARKS, colour in Theme."""
    if row.is_furniture:
        return [("furniture", "furniture")]
    found = []
    if row.segment.locked:
        found.append(("locked", "muted"))
    state = row.segment.state
    if row.rejection is not None:
        found.append(("rejected", "error"))
    if state is not SegmentState.INITIAL:
        found.append((icons.state_mark(state), f"state_{state.value}"))
    elif row.is_draft and not row.is_match:
        found.append(("draft", "draft_mark"))
    if row.is_match:
        found.append(("match", "draft_mark"))
    if row.is_code_missing:
        found.append(("missing_code", "warning"))
    if row.is_bookmarked:
        found.append(("bookmark", "accent"))
    others = [issue for issue in row.issues if issue.check != "missing_code"]
    if others:
        worst = icons.severity_mark(max(issue.severity for issue in others))
        found.append((worst, worst))
    if row.estimate is not None:
        found.append(("doubtful", "note"))
    if row.has_notes:
        found.append(("open_note", "note") if row.has_open_notes else ("noted", "muted"))
    return found


def bar_colour(row: SegmentRow, *, active: bool) -> str:
    """Return the theme colour of the bar at the row's edge."""
    if active and row.segment.state is SegmentState.INITIAL and not row.is_furniture:
        return "accent"
    return f"state_{row.segment.state.value}"


def paint_marks(painter: QPainter, row: SegmentRow, cell: QRect, top: int, theme: Theme) -> None:
    """Paint the marks one below the other, or side by side where the row is low."""
    found = marks(row)
    for (name, colour), area in zip(found, mark_areas(row, cell, top), strict=True):
        icons.paint(painter, name, area, theme.color(colour))


def mark_areas(row: SegmentRow, cell: QRect, top: int) -> list[QRectF]:
    """Return where the marks stand: all of them inside the cell, smaller where they are many."""
    count = len(marks(row))
    usual: float = MARK_SIZE if not row.is_furniture else MARK_SIZE - 3
    size, columns = 0.0, 1
    for lines in range(count, 0, -1):
        across = -(-count // lines)
        high = (cell.height() - top - _GAP * (lines - 1)) / lines
        fits = min(usual, high, (cell.width() - _GAP * across) / across)
        if fits > size:
            size, columns = fits, across
    step = size + _GAP
    left = cell.center().x() + 1 - (columns * step - _GAP) / 2
    return [
        QRectF(left + at % columns * step, cell.top() + top + at // columns * step, size, size)
        for at in range(count)
    ]
