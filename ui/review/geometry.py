"""Where things stand in a row, in device-independent pixels; painting and editor share it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMargins, QRect

from ui.review.text_layout import SIDE_ROOM

NUMBER_WIDTH = 44
STATE_WIDTH = 46
BAR_WIDTH = 4
MARK_SIZE = 17

_SOURCE_TEXT = QMargins(8, 0, 4, 0)
_BOX = QMargins(0, 4, 6, 4)
_BOX_TEXT = 10
_BOX_LINE = 2
_BASELINE_SHIFT = 3
"""A fixed pitch leaves more room above the letters than below: this evens it out."""


def text_top(padding: int) -> int:
    """Return how far below the row's top its first line begins."""
    return padding - _BASELINE_SHIFT


def source_text_rect(cell: QRect, padding: int) -> QRect:
    """Return where the source's document stands in its cell (its side room included)."""
    return _text_rect(cell.marginsRemoved(_SOURCE_TEXT), cell, padding)


def editor_box(cell: QRect) -> QRect:
    """Return the bordered box around the active target in its cell."""
    return cell.marginsRemoved(_BOX)


def target_text_rect(cell: QRect, padding: int) -> QRect:
    """Return where the target's document stands in its cell (its side room included)."""
    box = editor_box(cell)
    return _text_rect(box.adjusted(_BOX_TEXT, 0, -_BOX_TEXT, 0), cell, padding)


def _text_rect(text: QRect, cell: QRect, padding: int) -> QRect:
    top = cell.top() + text_top(padding)
    bottom = cell.bottom() - _BOX.bottom() - _BOX_LINE
    return QRect(text.left() - SIDE_ROOM, top, text.width() + 2 * SIDE_ROOM, bottom - top)


STACK_SHIFT = 3
"""More than the padding, what lies between two texts of which one stands above the other."""


@dataclass(frozen=True, slots=True)
class RowParts:
    """What of a row's cell each text has; without a reference its part is empty."""

    source: QRect
    target: QRect
    reference: QRect


def divided(cell: QRect, source: int, reference: int, padding: int) -> RowParts:
    """Divide a cell: the source (its height, 0 where it stands elsewhere) above the target,
    the reference (its height, 0 for none) below."""
    above = source + padding + STACK_SHIFT if source else 0
    top = QRect(cell.left(), cell.top(), cell.width(), above)
    target = cell.adjusted(0, above, 0, -reference)
    below = QRect(cell.left(), target.bottom() + 1, cell.width(), reference)
    return RowParts(top, target, below)


def text_width(column_width: int, *, is_source: bool) -> int:
    """Return the width of the document in a column this wide."""
    cell = QRect(0, 0, column_width, 100)
    return (source_text_rect(cell, 0) if is_source else target_text_rect(cell, 0)).width()
