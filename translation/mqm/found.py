"""The errors that are marked in a segment, each with where it stands now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.model.record import MARKED_ERROR, MarkedError
from translation.mqm.placing import place_of

if TYPE_CHECKING:
    from translation.model.document import Document
    from translation.model.record import Record
    from translation.model.segment import Segment


@dataclass(frozen=True, slots=True)
class FoundError:
    """A marked error. ``place`` is its start and end in the text of its side as it is now.

    None where its words are not there any more: it was marked in an earlier text.
    """

    record: Record
    error: MarkedError
    place: tuple[int, int] | None

    @property
    def stands(self) -> bool:
        """Whether the words that were marked are still there."""
        return self.place is not None


def errors_of(document: Document, segment: Segment) -> tuple[FoundError, ...]:
    """Return what is marked in a segment: of the source first, each side in order of place."""
    if not len(document.records):
        return ()
    found = []
    for record in document.records.of(segment.id):
        error = record.content if record.kind == MARKED_ERROR else None
        if isinstance(error, MarkedError):
            is_source = error.side == "source"
            text = segment.source if is_source else document.shown_target(segment)
            found.append(FoundError(record, error, place_of(error, text)))
    found.sort(key=lambda one: (one.error.side, one.place or (one.error.start, 0)))
    return tuple(found)


def is_evaluated(document: Document, segment: Segment) -> bool:
    """Tell whether somebody read a segment: it is confirmed or beyond, or has an error marked."""
    if document.is_furniture(segment):
        return False
    if segment.state.is_done:
        return True
    has_records = len(document.records) > 0
    return has_records and any(one.kind == MARKED_ERROR for one in document.records.of(segment.id))
