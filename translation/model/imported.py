"""What a format's reader hands over: a file as found, before ids and segmentation.

Of units and drafts a file can have hundreds of thousands, which live for a moment: they are
named tuples, which are made in a third of the time of frozen dataclasses. Segments are not: as
such they take as much memory as the values they give way to, which fill their places.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from translation.model.segment import Origin, Role, SegmentState

if TYPE_CHECKING:
    from translation.model.inline import InlineCode
    from translation.model.language import LanguagePair


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know of an input that was opened all the same.

    ``code`` names a sentence in translation.errors; ``facts`` fill it.
    """

    code: str
    facts: tuple[tuple[str, str], ...] = ()


class ImportedDraft(NamedTuple):
    """A machine translation found in a bilingual file, with the engine it names."""

    text: str
    engine: str = ""
    model: str = ""
    revision: str = ""
    score: float | None = None
    parameters: str = "{}"
    marks: tuple[str, ...] = ()
    created: str = ""
    accepted: bool = False
    """Whether the target of the segment is based on it."""


@dataclass(frozen=True, slots=True)
class ImportedSegment:
    """A segment of a bilingual file; ``id`` is kept where it is new in the project."""

    source: str
    target: str | None = None
    state: SegmentState = SegmentState.INITIAL
    id: str | None = None
    lead: str = ""
    trail: str = ""
    draft: ImportedDraft | None = None
    reference: str | None = None
    note: str = ""
    locked: bool = False
    origin: Origin | None = None
    rejected: bool = False
    """Whether its state says that the translation was sent back; the target is not None then."""


class ImportedUnit(NamedTuple):
    """A unit: either ``text`` still to be segmented, or ``segments`` as the file has them."""

    text: str | None = None
    segments: tuple[ImportedSegment, ...] = ()
    role: Role = Role.PARAGRAPH
    role_found: Role | None = None
    codes: tuple[InlineCode, ...] = ()
    anchor: str = ""
    id: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """One file as a reader found it; ``pair`` is None where the format names no languages."""

    name: str
    format: str
    original: bytes
    units: tuple[ImportedUnit, ...]
    pair: LanguagePair | None = None
    encoding: str = ""
    extraction: str = ""
    notices: tuple[Notice, ...] = field(default=())
    note: str = ""
    """What people noted of the document as a whole, as a comment."""
