"""The reference of a segment below its translation, with the words in which they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.mark import Mark, MarkKind, Side
from ui.marked import QT_TRANSLATE_NOOP
from ui.review.differences import changed_stretches
from ui.texts import translated

if TYPE_CHECKING:
    from ui.review.segment_row import SegmentRow

LABEL_HEIGHT = 17
"""Pixels of the line above a reference that says what it is."""
ROOM_BELOW = 7

_DIFFERS = QT_TRANSLATE_NOOP("review", "Reference")
_SAME = QT_TRANSLATE_NOOP("review", "Reference: the same words")


def reference_text(row: SegmentRow) -> str:
    """Return the references of a row, each on a line of its own."""
    return "\n".join(reference.replace("\n", " ") for reference in row.segment.references)


def reference_marks(row: SegmentRow) -> tuple[Mark, ...]:
    """Return the words of the references that the translation as it is has not."""
    found, start = [], 0
    for reference in reference_text(row).split("\n"):
        stretches = changed_stretches(row.shown, reference) if row.shown else ()
        found += [
            Mark(Side.TARGET, start + first, end - first, MarkKind.CHANGED)
            for first, end in stretches
        ]
        start += len(reference) + 1
    return tuple(found)


def reference_label(row: SegmentRow) -> str:
    """Return what stands above the reference."""
    same = row.shown in row.segment.references
    return translated("review", _SAME if same else _DIFFERS)
