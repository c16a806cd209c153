"""Which segment comes next: the next to be worked on, and the next of any kind."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from translation.model.rejection import rejection_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.ports import Kept
    from translation.model.document import Document
    from translation.model.segment import Segment

ACTIVE = "active"
"""The key under which a project keeps the segment that was worked on last."""

Wanted: TypeAlias = "Callable[[Document, Segment], bool]"
"""Whether a segment is one that is looked for."""


def place_in(document: Document, kept: Kept) -> str:
    """Return the segment where the work was left, else the first unfinished one, or ""."""
    left = kept.get_meta(ACTIVE, "")
    return left if left in document else next_unfinished(document, -1)


def next_unfinished(document: Document, row: int) -> str:
    """Return the id of the next segment to work on after ``row``, then from the top, or "".

    Unfinished is what is not confirmed, not locked and not page furniture.
    """
    if document.progress.done == document.progress.segments:
        return ""
    return nearest(document, range(len(document)), row, +1, is_unfinished)


def nearest(document: Document, rows: Sequence[int], row: int, step: int, wanted: Wanted) -> str:
    """Return the id of the next wanted segment behind ``row``, then from the top, or "".

    Only these ``rows`` (ascending) are looked at; with a ``step`` of -1 it is the one before,
    then from the end.
    """
    at = bisect_left(rows, row) if step < 0 else bisect_right(rows, row)
    order = (
        chain(range(at, len(rows)), range(at))
        if step > 0
        else chain(range(at - 1, -1, -1), range(len(rows) - 1, at - 1, -1))
    )
    segments = document.segments
    ways = (segments[rows[at]] for at in order)
    return next((segment.id for segment in ways if wanted(document, segment)), "")


def is_unfinished(document: Document, segment: Segment) -> bool:
    """Tell whether the segment still wants the translator's word."""
    return not (segment.state.is_done or segment.locked or document.is_furniture(segment))


def is_unreviewed(document: Document, segment: Segment) -> bool:
    """Tell whether the segment still wants a second person's word."""
    return not (segment.is_settled or segment.locked or document.is_furniture(segment))


def is_changed(document: Document, segment: Segment) -> bool:
    """Tell whether a person's text is another than the draft it came from."""
    if segment.target is None:
        return False
    draft = document.drafts.base(segment)
    return draft is not None and draft.text != segment.target


def is_rejected(document: Document, segment: Segment) -> bool:
    """Tell whether the translation was sent back."""
    return rejection_of(document, segment.id) is not None


def is_bookmarked(document: Document, segment: Segment) -> bool:
    """Tell whether a bookmark stands at the segment."""
    return _has(document, segment, "bookmark")


def is_noted(document: Document, segment: Segment) -> bool:
    """Tell whether the file or a person says something of the segment."""
    has_note = bool(segment.note or document.unit_of(segment).note)
    return has_note or _has(document, segment, "note")


def _has(document: Document, segment: Segment, kind: str) -> bool:
    if not len(document.records):
        return False
    return any(record.kind == kind for record in document.records.of(segment.id))


PLACES: Mapping[str, Wanted] = {
    "unfinished": is_unfinished,
    "unreviewed": is_unreviewed,
    "changed": is_changed,
    "rejected": is_rejected,
    "noted": is_noted,
    "bookmarked": is_bookmarked,
}
"""The kinds of segments that one goes to, by their names."""
