"""Files that come into a project that has others: read apart, then given ids that are new there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from translation.model.edits import Insert, Say
from translation.model.originals import originals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeVar

    from translation.model.document import Document
    from translation.model.draft import Draft
    from translation.model.edits import Edit
    from translation.model.record import Record
    from translation.model.segment import Segment, SourceFile, TranslationUnit

    T = TypeVar("T", SourceFile, TranslationUnit, Segment, Record)


@dataclass(frozen=True, slots=True)
class AddedFile:
    """One file that comes into a project, with its units and segments in order."""

    file: SourceFile
    units: tuple[TranslationUnit, ...]
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """What was read of one original, under ids that are new in the project."""

    files: tuple[AddedFile, ...]
    drafts: tuple[Draft, ...]
    records: tuple[Record, ...]

    @property
    def name(self) -> str:
        """What the original is called."""
        return self.files[0].file.name

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Its segments in order."""
        return tuple(segment for one in self.files for segment in one.segments)

    def edits(self, row: int) -> Iterator[Edit]:
        """Give the edits that put the segments in from a row on, its files being there already."""
        for place, segment in enumerate(self.segments, row):
            yield Insert(place, segment)
        for record in self.records:
            yield Say(None, record)


def ids_wanted(read: Document) -> int:
    """Return how many new ids what was read needs."""
    return len(read.files) + len(read.units) + len(read) + len(read.records)


def addition(read: Document, number: int, draft_number: int) -> Addition:
    """Return what was read under ids from these numbers on, whatever ids it had.

    Ids that the file itself names are given up, too: those of another file may be the same.
    """
    numbers = count(number)
    files = {file.id: replace(file, id=f"f{next(numbers)}") for file in read.files}
    units = {unit.id: f"u{next(numbers)}" for unit in read.units}
    segments = {segment.id: f"s{next(numbers)}" for segment in read.segments}
    drafts = {draft.id: id_ for id_, draft in enumerate(read.drafts, draft_number)}
    own: dict[str, list[Segment]] = {id_: [] for id_ in files}
    for segment in read.segments:
        moved = replace(
            segment,
            id=segments[segment.id],
            unit_id=units[segment.unit_id],
            draft_id=drafts.get(segment.draft_id) if segment.draft_id is not None else None,
        )
        own[read.file_of(segment).id].append(moved)
    of_file: dict[str, list[TranslationUnit]] = {id_: [] for id_ in files}
    for unit in read.units:
        file_id = files[unit.file_id].id
        of_file[unit.file_id].append(replace(unit, id=units[unit.id], file_id=file_id))
    return Addition(
        tuple(AddedFile(f, tuple(of_file[id_]), tuple(own[id_])) for id_, f in files.items()),
        tuple(
            replace(draft, id=drafts[draft.id], segment_id=segments[draft.segment_id])
            for draft in read.drafts
            if draft.segment_id in segments
        ),
        tuple(
            replace(record, id=f"r{next(numbers)}", segment_id=segments.get(record.segment_id, ""))
            for record in read.records
        ),
    )


def join(document: Document, read: Document) -> None:
    """Append what was read to a document that nobody edits yet."""
    added = addition(read, document.next_number, document.drafts.next_id)
    document.next_number += ids_wanted(read)
    for one in added.files:
        document.add_file(one.file, one.units, one.segments)
    document.drafts.add(added.drafts)
    document.add_records(added.records)


def is_there(files: Iterable[SourceFile], read: Sequence[SourceFile]) -> bool:
    """Tell whether a project has the original already that was just read."""
    [new, *_] = originals(read)
    made_of = new.files[0]
    return bool(made_of.original) and any(
        (file.format, file.original) == (made_of.format, made_of.original) for file in files
    )
