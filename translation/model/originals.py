"""The originals of a project: what a person calls its files, each with what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.model.document import Document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.model.segment import SourceFile


@dataclass(frozen=True, slots=True)
class Original:
    """One file as it lay on the disk: mostly one ``SourceFile``, in XLIFF as many as it names."""

    files: tuple[SourceFile, ...]

    @property
    def id(self) -> str:
        """The id of its first file."""
        return self.files[0].id

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its files, in order."""
        return tuple(file.id for file in self.files)

    @property
    def name(self) -> str:
        """What it is called: by its first file."""
        return self.files[0].name

    @property
    def format(self) -> str:
        """The id of the format that all its files have."""
        return self.files[0].format


def originals(files: Sequence[SourceFile]) -> list[Original]:
    """Return the originals that files belong to, in order: neighbours made of the same bytes."""
    found: list[list[SourceFile]] = []
    for file in files:
        if found and _same(found[-1][0], file):
            found[-1].append(file)
        else:
            found.append([file])
    return [Original(tuple(one)) for one in found]


def is_one(document: Document) -> bool:
    """Tell whether the whole document was read from one original."""
    return len(originals(document.files)) == 1


def original_of(document: Document, file_id: str) -> Original:
    """Return the original that a file belongs to; KeyError where it is in none."""
    for one in originals(document.files):
        if file_id in one.ids:
            return one
    raise KeyError(file_id)


def rows_of(document: Document, file_id: str) -> range:
    """Return the rows of a file's segments, empty where it has none."""
    start = 0
    for file in document.kept_files:
        length = document.length_of(file.id)
        if file.id == file_id:
            return range(start, start + length)
        start += length
    raise KeyError(file_id)


def only(document: Document, one: Original) -> Document:
    """Return a document of one original alone, with its drafts and all that is said of it.

    What is said of the project as a whole goes along where it has no other original.
    """
    if len(originals(document.files)) == 1:
        return document
    part, ids = Document(), set(one.ids)
    units = [unit for unit in document.units if unit.file_id in ids]
    for file in one.files:
        rows = rows_of(document, file.id)
        own = [unit for unit in units if unit.file_id == file.id]
        part.add_file(file, own, document.segments[rows.start : rows.stop])
    part.drafts.add(draft for draft in document.drafts if draft.segment_id in part)
    part.add_records(record for record in document.records if record.segment_id in part)
    part.next_number = document.next_number
    return part


def _same(one: SourceFile, other: SourceFile) -> bool:
    return bool(one.original) and (one.format, one.original) == (other.format, other.original)
