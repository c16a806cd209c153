"""Segments, units and files: the values a document is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from translation.model.packing import Packed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from translation.model.inline import InlineCode
    from translation.model.language import LanguagePair


class SegmentState(StrEnum):
    """How far a person has taken a segment."""

    INITIAL = "initial"
    EDITED = "edited"
    CONFIRMED = "confirmed"
    REVIEWED = "reviewed"
    FINAL = "final"

    @property
    def is_done(self) -> bool:
        """Whether the translator has given their word: confirmed or beyond."""
        return self in DONE_STATES


DONE_STATES = frozenset({SegmentState.CONFIRMED, SegmentState.REVIEWED, SegmentState.FINAL})

SETTLED_STATES = frozenset({SegmentState.REVIEWED, SegmentState.FINAL})


class Origin(StrEnum):
    """Where a target came from."""

    HUMAN = "human"
    MT = "mt"
    TM = "tm"


class Role(StrEnum):
    """What a unit is in its text."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    LIST_ITEM = "list_item"
    CELL = "cell"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence or heading with its translation.

    ``lead`` and ``trail`` are the ignorable text (white space) around the source: the unit's
    text is the join of ``lead + source + trail`` over its segments. ``target`` is None until a
    person accepts or types; ``draft_id`` is the draft it was based on.
    """

    id: str
    unit_id: str
    source: str
    target: str | None = None
    state: SegmentState = SegmentState.INITIAL
    origin: Origin | None = None
    draft_id: int | None = None
    lead: str = ""
    trail: str = ""
    note: str = ""
    locked: bool = False
    reference: str | None = None

    def in_state(self, state: SegmentState) -> Segment:
        """Return the segment in another state, the rest of it as it is."""
        return self.with_target(self.target, state, self.origin, self.draft_id)

    def with_target(
        self,
        target: str | None,
        state: SegmentState,
        origin: Origin | None,
        draft_id: int | None,
    ) -> Segment:
        """Return the segment with what a person made of it: ``replace`` in a fifth of its time.

        What a frozen class does to set its fields takes longer than to find what is to be set.
        """
        kept, around = (self.id, self.unit_id, self.source), (self.lead, self.trail, self.note)
        made = (*kept, target, state, origin, draft_id, *around, self.locked, self.reference)
        after = object.__new__(Segment)
        for put, value in zip(_PUT_FIELDS, made, strict=True):
            put(after, value)
        return after

    @property
    def is_settled(self) -> bool:
        """Whether a second person's word stands, which typing may not take away unasked."""
        return self.state in SETTLED_STATES

    @property
    def references(self) -> tuple[str, ...]:
        """The reference translations one by one; ``reference`` holds them joined."""
        return () if self.reference is None else tuple(self.reference.split(REFERENCE_BREAK))


_PUT_FIELDS = tuple(getattr(Segment, field.name).__set__ for field in fields(Segment))
"""Put a value into each field, in order."""

REFERENCE_BREAK = "\u2029"
"""What stands between several references of a segment: Unicode's paragraph separator."""


def joined_references(texts: Iterable[str]) -> str | None:
    """Return several references as a segment holds them, None where there is none.

    Empty texts are none; a break inside a text is not one between two.
    """
    found = [text.replace(REFERENCE_BREAK, " ") for text in texts if text]
    return REFERENCE_BREAK.join(found) if found else None


_BESIDE_TEXT = re.compile(r"(?:\S*/)?numbering(?:\.xml)? [0-9]+|.* page title")
"""Anchors of units that stand in no line of the text."""
FIXED_SEGMENTS = "#fixed-segments"
"""How the anchor of a unit ends whose original forbids to split or merge its segments."""


@dataclass(frozen=True, slots=True)
class TranslationUnit(Packed):
    """A paragraph, heading, list item or cell: segments are split and merged inside it.

    ``anchor`` says where it stands in the original, in the words of the file's format.
    ``role_found`` keeps the role that the import saw, for furniture a person brings back.
    """

    id: str
    file_id: str
    role: Role = Role.PARAGRAPH
    codes: tuple[InlineCode, ...] = ()
    anchor: str = ""
    role_found: Role | None = None
    note: str = ""

    @property
    def is_furniture(self) -> bool:
        """Whether it is page furniture: shown greyed, out of drafts, scores and counts."""
        return self.role is Role.FURNITURE

    @property
    def is_in_text(self) -> bool:
        """Whether a text made new holds it.

        Not furniture, and not what only the original has a place for: the words of the numbers
        of lists (DOCX, ODT) and what the pages of a book are called (EPUB).
        """
        return not (self.is_furniture or _BESIDE_TEXT.fullmatch(self.anchor))

    @property
    def target_codes(self) -> tuple[InlineCode, ...]:
        """The codes as targets have them."""
        return tuple([code.in_target for code in self.codes]) if self.codes else ()

    @property
    def keeps_segments(self) -> bool:
        """Whether its segments may be neither split nor merged (XLIFF 2: canResegment)."""
        return self.anchor.endswith(FIXED_SEGMENTS)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of a project with its original bytes, so that exports can rebuild it.

    ``encoding`` is the text encoding the bytes were read with, empty for formats that say it
    themselves (XML) or have none;
    ``extraction`` is JSON in the words of the format: how units map onto the original.
    """

    id: str
    name: str
    pair: LanguagePair
    format: str
    original: bytes
    encoding: str = ""
    extraction: str = ""


_HASHES_KEPT = 4096
"""The rows around the one that is worked on ask for theirs at every key."""


@lru_cache(maxsize=_HASHES_KEPT)
def source_hash(source: str) -> int:
    """Return the hash (64 bits) by which a draft knows the source it was made from."""
    digest = blake2b(source.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")


_LETTER = re.compile(r"[^\W_]")
"""A letter or digit. Inline codes are none, so they neither make nor part words."""


def word_count(text: str) -> int:
    """Count the words of a text: runs without white space that hold a letter or digit."""
    runs = text.split()
    odd = [run for run in runs if not run.isalnum()]
    return len(runs) - len(odd) + sum([_LETTER.search(run) is not None for run in odd])
