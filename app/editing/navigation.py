"""Which segment comes next."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ports import Kept
    from translation.model.document import Document
    from translation.model.segment import Segment

ACTIVE = "active"
"""The key under which a project keeps the segment that was worked on last."""


def place_in(document: Document, kept: Kept) -> str:
    """Return the segment where the work was left, else the first unfinished one, or ""."""
    left = kept.get_meta(ACTIVE, "")
    return left if left in document else next_unfinished(document, -1)


def next_unfinished(document: Document, row: int) -> str:
    """Return the id of the next segment to work on after ``row``, then from the top, or "".

    Unfinished is what is not confirmed, not locked and not page furniture.
    """
    segments = document.segments
    if document.progress.done == document.progress.segments:
        return ""
    for at in chain(range(row + 1, len(segments)), range(row + 1)):
        if is_unfinished(document, segments[at]):
            return segments[at].id
    return ""


def is_unfinished(document: Document, segment: Segment) -> bool:
    """Tell whether the segment still wants the translator's word."""
    return not (segment.state.is_done or segment.locked or document.is_furniture(segment))
