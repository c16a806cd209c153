"""The direction in which a text runs: that of its language, or the one a person gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.mark import Side
from translation.model.record import Direction

if TYPE_CHECKING:
    from translation.model.document import Document
    from translation.model.record import Record
    from translation.model.segment import Segment

_NONE: frozenset[Side] = frozenset()


def direction_record(document: Document, segment_id: str, side: Side) -> Record | None:
    """Return what a person said of the direction of one of a segment's texts, the last of it."""
    found = None
    for record in document.records.of(segment_id):
        content = record.content
        if isinstance(content, Direction) and content.side == side.value:
            found = record
    return found


def turned_sides(document: Document, segment: Segment) -> frozenset[Side]:
    """Return the sides whose text runs against its language, as a person asked for."""
    if not len(document.records):
        return _NONE
    pair = document.pair_of(segment)
    found = set()
    for side, rtl in ((Side.SOURCE, pair.source_is_rtl), (Side.TARGET, pair.target_is_rtl)):
        record = direction_record(document, segment.id, side)
        content = record.content if record is not None else None
        if isinstance(content, Direction) and content.rtl is not rtl:
            found.add(side)
    return frozenset(found)
