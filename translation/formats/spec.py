"""What a format is: how it is named, read and written, and what it can carry."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from translation.model.ports import no_report

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from translation.formats.tables.column_choice import ColumnChoice
    from translation.formats.tables.segment_table import SegmentTable
    from translation.model.document import Document
    from translation.model.edit_times import EditTimes
    from translation.model.imported import ImportedFile, Notice
    from translation.model.language import LanguagePair
    from translation.model.ports import PagePrinter, Report
    from translation.model.segment import Segment, SegmentState


class Purpose(StrEnum):
    """Whom an export is for."""

    TRANSLATED = "translated"
    """The translation alone, for its readers."""
    BILINGUAL = "bilingual"
    """Both texts, for other programs and for coming back."""
    READING = "reading"
    """Both texts side by side, for a client to read."""


class Capability(StrEnum):
    """What survives writing a document in a format and reading it again."""

    SEGMENTS = "segments"
    """Segments as they are, targets with them; without it the text is segmented anew."""
    IDS = "ids"
    UNITS = "units"
    """Units with their roles, and the white space between segments."""
    STATES = "states"
    UNREVIEWED = "unreviewed"
    """Segments that nobody has confirmed."""
    DRAFTS = "drafts"
    """The current draft's text."""
    PROVENANCE = "provenance"
    """Engine, model, score and the rest of a draft, and whether it was accepted."""
    CODES = "codes"
    """Inline codes with their markup."""
    NOTES = "notes"
    UNIT_NOTES = "unit_notes"
    """Notes about whole paragraphs, beside those about segments."""
    DOCUMENT_NOTES = "document_notes"
    """Notes of people on the document as a whole."""
    LOCKS = "locks"
    EMPTIED = "emptied"
    """Targets that were emptied on purpose, told from missing ones."""
    REFERENCES = "references"
    LANGUAGES = "languages"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read: the file's name, and what the caller knows better than the file.

    ``pair`` stands where the format names no languages; ``encoding`` (a Python codec name)
    overrides what would be detected. ``report`` is told now and then how far the reading is.
    ``strict`` refuses a file that breaks a rule of its format, whether or not it can be read.
    ``columns`` says which columns of a table hold what, where a person chose them.
    """

    name: str
    pair: LanguagePair | None = None
    encoding: str | None = None
    report: Report = no_report
    strict: bool = False
    columns: ColumnChoice | None = None


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How to write: ``name`` is the name of the file that is made, for notices.

    ``printer`` makes PDFs, None where the program has no means to. ``report`` is told now and
    then how far the writing is. ``edit_times`` gives the history of a project's segments, None
    where there is none. ``numbers`` are those that people know the segments by, by their ids,
    where the document is a part of theirs.
    """

    name: str
    printer: PagePrinter | None = None
    report: Report = no_report
    edit_times: EditTimes | None = None
    numbers: Mapping[str, int] | None = None

    def number(self, document: Document, segment: Segment) -> int:
        """Return the number of a segment, from 1, as the window shows it."""
        known = self.numbers.get(segment.id) if self.numbers else None
        return document.row(segment.id) + 1 if known is None else known


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of an export and what a person should know of it.

    ``holds`` says what of the document is in it, where that is not what the format promises;
    ``tells`` which states are told from one another, where that is not all of them. ``in_place``
    tells that the original of others was filled, which has no place for our own facts.
    """

    data: bytes
    notices: tuple[Notice, ...] = ()
    holds: frozenset[Capability] | None = None
    tells: frozenset[SegmentState] | None = None
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class FormatSpec:
    """One row of the table of formats.

    ``read`` raises InputError, ``write`` ExportError; one that is None cannot be done.
    ``needs_original`` says that only a document opened from this format can be written in it.
    ``recognises`` tells files of this format from others of the same suffix; a format without
    it takes those that no other recognises. ``has_columns`` says that a person can choose which
    of its columns hold what; ``read_returned`` reads a table of ours that comes back.

    For people: ``words`` name it, ``note`` says what it is good for, ``rank`` is its place among
    the formats of its purpose. ``fills_original`` says that a file of this format is given back
    with the translation in it; ``name_mark`` tells the name of a file from those of other
    formats that share the suffix: article.en.sides.html.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, ReadOptions], list[ImportedFile]] | None
    write: Callable[[Document, WriteOptions], Written] | None
    capabilities: frozenset[Capability]
    purpose: Purpose = Purpose.BILINGUAL
    needs_original: bool = False
    recognises: Callable[[bytes], bool] | None = None
    has_columns: bool = False
    read_returned: Callable[[bytes, ReadOptions], SegmentTable] | None = None
    words: str = ""
    note: str = ""
    fills_original: bool = False
    name_mark: str = ""
    rank: int = 1000

    @property
    def sentences(self) -> tuple[str, ...]:
        """Its words for people, to be translated."""
        return tuple(words for words in (self.words or self.name, self.note) if words)
