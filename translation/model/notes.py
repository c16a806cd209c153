"""All that is noted of a segment: what its file says, which stays, and what people say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.model.record import Note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.document import Document
    from translation.model.record import Record
    from translation.model.segment import Segment


@dataclass(frozen=True, slots=True)
class StatedNote:
    """One note as it is read; ``time`` in seconds since 1970, None for what the file says."""

    text: str
    author: str = ""
    time: float | None = None


def notes_of_segment(document: Document, segment: Segment) -> tuple[StatedNote, ...]:
    """Return what the file says of a segment, then what people do, the earliest first."""
    own = (StatedNote(segment.note),) if segment.note else ()
    return (*own, *notes_of_people(document, segment))


def notes_of_people(document: Document, segment: Segment) -> tuple[StatedNote, ...]:
    """Return what people say of a segment, the earliest first; answers are notes like others."""
    if not len(document.records):
        return ()
    said = document.records.of(segment.id)
    in_order = sorted(said, key=lambda record: (record.time, len(record.id), record.id))
    found = [note for record in in_order for note in _stated(record)]
    return tuple(sorted(found, key=lambda note: note.time or 0.0))


def _stated(record: Record) -> Iterator[StatedNote]:
    content = record.content
    if isinstance(content, Note):
        yield StatedNote(content.text, record.author, record.time)
        for reply in content.replies:
            yield StatedNote(reply.text, reply.author, reply.time)
