"""What a document has for a memory, and what it asks one: its segments with their neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from translation.memory.matching import Asked
from translation.model.inline import strip_codes
from translation.model.memory_unit import MemoryUnit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.document import Document
    from translation.model.segment import Segment


class Neighbours(NamedTuple):
    """The sources before and after a segment in its file, "" at the beginning and the end."""

    before: str
    after: str


def belongs_in_memory(document: Document, segment: Segment) -> bool:
    """Whether a segment is one that memories keep: confirmed, with both texts, no furniture."""
    return (
        segment.state.is_done
        and bool(segment.target)
        and bool(strip_codes(segment.source).strip())
        and not document.is_furniture(segment)
    )


def place_of(document: Document, segment: Segment, project: str) -> tuple[str, str]:
    """Return the place of a segment in memories: the name of its file, and what nobody else has.

    ``project`` tells projects apart whose files have one name.
    """
    return document.file_of(segment).name, segment_place(segment.id, project)


def segment_place(segment_id: str, project: str) -> str:
    """Return by what memories know a segment of a project, "" without one: by its text."""
    return f"{project}/{segment_id}" if project else ""


def unit_of(
    document: Document, row: int, project: str, author: str = "", time: float = 0.0
) -> MemoryUnit:
    """Return the segment of a row as memories keep it."""
    segment = document.segments[row]
    name, place = place_of(document, segment, project)
    around = neighbours_of(document, row)
    return MemoryUnit(
        segment.source,
        segment.target or "",
        document.pair_of(segment),
        document.unit_of(segment).codes,
        name,
        place,
        author,
        time,
        around.before,
        around.after,
    )


def confirmed_units(document: Document, project: str) -> Iterator[MemoryUnit]:
    """Give all that a document has for a memory, in order."""
    for row, segment in enumerate(document.segments):
        if belongs_in_memory(document, segment):
            yield unit_of(document, row, project)


def asked_of(document: Document, row: int, project: str = "") -> Asked:
    """Return what is asked for the segment of a row."""
    segment = document.segments[row]
    name, place = place_of(document, segment, project)
    around = neighbours_of(document, row)
    return Asked(
        segment.source,
        document.pair_of(segment),
        document.unit_of(segment).codes,
        around.before,
        around.after,
        name,
        place,
    )


def neighbours_of(document: Document, row: int) -> Neighbours:
    """Return the sources beside a row; page furniture is none."""
    return Neighbours(_beside(document, row, -1), _beside(document, row, 1))


def _beside(document: Document, row: int, step: int) -> str:
    segments = document.segments
    file_id = document.unit_of(segments[row]).file_id
    at = row + step
    while 0 <= at < len(segments):
        unit = document.unit_of(segments[at])
        if unit.file_id != file_id:
            return ""
        if not unit.is_furniture:
            return segments[at].source
        at += step
    return ""
