"""What a format is: how it is named, read and written, and what it can carry."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from translation.model.document import Document
    from translation.model.imported import ImportedFile, Notice
    from translation.model.language import LanguagePair


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
    REFERENCES = "references"
    LANGUAGES = "languages"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read: the file's name, and what the caller knows better than the file.

    ``pair`` stands where the format names no languages; ``encoding`` (a Python codec name)
    overrides what would be detected.
    """

    name: str
    pair: LanguagePair | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How to write: ``name`` is the name of the file that is made, for notices."""

    name: str


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of an export and what a person should know of it."""

    data: bytes
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class FormatSpec:
    """One row of the table of formats.

    ``read`` raises InputError, ``write`` ExportError; one that is None cannot be done.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, ReadOptions], list[ImportedFile]] | None
    write: Callable[[Document, WriteOptions], Written] | None
    capabilities: frozenset[Capability]
