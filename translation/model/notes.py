"""All that is noted of a segment: what its file says, which stays, and what people say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.model.record import Note, Reply
from translation.model.rejection import rejection_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.document import Document
    from translation.model.record import Record
    from translation.model.segment import Segment

WHOLE_DOCUMENT = ""
"""What stands for the id of a segment in a record that is about the document as a whole."""


@dataclass(frozen=True, slots=True)
class StatedNote:
    """One note as it is read; ``time`` in seconds since 1970, None for what the file says."""

    text: str
    author: str = ""
    time: float | None = None
    replies: tuple[Reply, ...] = ()
    resolved: bool = False
    rejects: bool = False
    """Whether it sends the translation back; the text is the reason, "" for none."""


def notes_of_segment(document: Document, segment: Segment) -> tuple[StatedNote, ...]:
    """Return what the file says of a segment, then what people do, the earliest first."""
    own = (StatedNote(segment.note),) if segment.note else ()
    return (*own, *notes_of_people(document, segment))


def notes_of_people(
    document: Document, segment: Segment, *, by_files: bool = True
) -> tuple[StatedNote, ...]:
    """Return what people say of a segment, the earliest first, each with its answers.

    A rejection that stands is among it; without ``by_files`` only where it is a person's.
    """
    notes = [stated(record, note) for record, note in note_records(document, segment.id)]
    found = rejection_of(document, segment.id)
    if found is None or (found.by_file and not by_files):
        return tuple(notes)
    by = found.record
    notes.append(StatedNote(found.reason, by.author, by.time, rejects=True))
    return tuple(sorted(notes, key=lambda note: note.time or 0.0))


def notes_of_document(document: Document) -> tuple[StatedNote, ...]:
    """Return what people say of the document as a whole, the earliest first."""
    return tuple(stated(record, note) for record, note in note_records(document, WHOLE_DOCUMENT))


def note_records(document: Document, segment_id: str) -> list[tuple[Record, Note]]:
    """Return the records that are notes on a segment, or on the whole, the earliest first."""
    if not len(document.records):
        return []
    said = document.records.of(segment_id)
    in_order = sorted(said, key=lambda record: (record.time, len(record.id), record.id))
    return list(_notes(in_order))


def has_open_notes(document: Document, segment_id: str) -> bool:
    """Tell whether a person noted something of a segment that is not resolved."""
    return any(not note.resolved for _record, note in note_records(document, segment_id))


def has_notes(document: Document, segment: Segment) -> bool:
    """Tell whether anything is noted of a segment, by its file or by people."""
    return bool(segment.note or note_records(document, segment.id))


def stated(record: Record, note: Note) -> StatedNote:
    """Return the note that a record is."""
    return StatedNote(note.text, record.author, record.time, note.replies, note.resolved)


def _notes(records: list[Record]) -> Iterator[tuple[Record, Note]]:
    for record in records:
        content = record.content
        if isinstance(content, Note):
            yield record, content
