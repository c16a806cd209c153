"""Which segment comes next: the next to be worked on, and the next of any kind."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from translation.model.rejection import rejection_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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


def ids_from_place(document: Document, kept: Kept) -> list[str]:
    """Return all segments by their ids: from where the work was left on, then what is above."""
    ids = [segment.id for segment in document.segments]
    first = place_in(document, kept)
    at = document.row(first) if first else 0
    return [*ids[at:], *ids[:at]]


def next_unfinished(document: Document, row: int) -> str:
    """Return the id of the next segment to work on after ``row``, then from the top, or "".

    Unfinished is what is not confirmed, not locked and not page furniture.
    """
    if document.progress.done == document.progress.segments:
        return ""
    rows = chain(range(row + 1, len(document)), range(row + 1))
    segments = (document.segments[at] for at in rows)
    return next((one.id for one in segments if is_unfinished(document, one)), "")


def is_unfinished(document: Document, segment: Segment) -> bool:
    """Tell whether the segment still wants the translator's word."""
    return not (segment.state.is_done or segment.locked or document.is_furniture(segment))


def is_unreviewed(document: Document, segment: Segment) -> bool:
    """Tell whether the segment still wants a second person's word."""
    return not (segment.is_settled or segment.locked or document.is_furniture(segment))


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
    "rejected": is_rejected,
    "noted": is_noted,
    "bookmarked": is_bookmarked,
}
"""The kinds of segments that one goes to, by their names, but for changed ones: these go by what
changes are shown against."""
