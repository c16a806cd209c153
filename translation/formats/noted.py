"""Notes as a reader sees them beside the text: who said it and when, what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from translation.errors.names import visible
from translation.model.notes import StatedNote, notes_of_document, notes_of_segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.model.document import Document
    from translation.model.segment import Segment, TranslationUnit

_LATEST = 253_402_214_400
"""The end of the year 9999: no calendar goes further."""


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note, or the answer to the one before; ``about`` is "" for what a file says itself."""

    about: str
    text: str
    is_answer: bool = False
    is_settled: bool = False


def noted_of(document: Document, unit: TranslationUnit, segment: Segment) -> list[NoteLine]:
    """Return what is noted of a segment; its first segment also has what is said of a unit."""
    rows = document.unit_rows(unit.id)
    of_unit = unit.note if document.segments[rows.start].id == segment.id else ""
    own = (StatedNote(of_unit),) if of_unit else ()
    return list(_lines((*own, *notes_of_segment(document, segment))))


def noted_of_document(document: Document) -> list[NoteLine]:
    """Return what is noted of the document as a whole."""
    return list(_lines(notes_of_document(document)))


def _lines(notes: Sequence[StatedNote]) -> Iterator[NoteLine]:
    for note in notes:
        more = "settled" if note.resolved else "rejected" if note.rejects else ""
        about = "" if note.time is None else _about(note.author, note.time, more)
        yield NoteLine(about, _shown(note.text), is_settled=note.resolved)
        for reply in note.replies:
            about = _about(reply.author, reply.time, "answer")
            yield NoteLine(about, _shown(reply.text), is_answer=True, is_settled=note.resolved)


def _about(author: str, time: float, more: str) -> str:
    when = ""
    if 0 < time <= _LATEST:
        when = datetime.fromtimestamp(time, UTC).strftime("%Y-%m-%d %H:%M UTC")
    return " · ".join(filter(None, (visible(author), when, more)))


def _shown(text: str) -> str:
    return "\n".join(visible(line) for line in text.splitlines())
