"""Joining the shown targets of a unit's segments into a paragraph of the translation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.formats.in_place import came_from
from translation.formats.notices import counted
from translation.model.inline import code_index, has_codes, is_code, strip_codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.model.document import Document
    from translation.model.imported import Notice
    from translation.model.segment import Segment, SourceFile, TranslationUnit


@dataclass(frozen=True, slots=True)
class JoinedText:
    """A paragraph of the target, and how many of its segments are no person's target.

    ``drafts`` stand as the machine wrote them, ``sources`` stand untranslated.
    """

    text: str
    drafts: int
    sources: int


@dataclass(frozen=True, slots=True)
class FilledUnit:
    """What is to stand in the place of a unit: ``joined`` holds inline codes as characters."""

    unit: TranslationUnit
    joined: JoinedText


def filled_units(document: Document) -> Iterator[FilledUnit]:
    """Give the units of which at least one segment has a target or a draft, in order.

    Page furniture is never among them. Every other unit is to be left as the original has it,
    so that a document nobody translated is written as it came.
    """
    for unit, segments in document.by_unit():
        if not unit.is_furniture:
            joined = _joined_with_codes(document, segments)
            if joined.sources < len(segments):
                yield FilledUnit(unit, joined)


def filling_notices(name: str, document: Document) -> tuple[Notice, ...]:
    """Return what to say of an export for readers: drafts used, and passages not translated."""
    drafts = sources = 0
    for segment in document.segments:
        if segment.target is None and not document.is_furniture(segment):
            drafted = document.current_draft(segment) is not None
            drafts += drafted
            sources += not drafted
    return tuple(counted(name, unreviewed_drafts=drafts, untranslated=sources))


def the_original(document: Document, format_id: str) -> SourceFile | None:
    """Return the one original of this format that the whole document was read from, or None."""
    return document.files[0] if came_from(document.files, format_id) else None


def _joined_with_codes(document: Document, segments: Sequence[Segment]) -> JoinedText:
    pieces: list[str] = []
    drafts = sources = 0
    for place, segment in enumerate(segments, start=1):
        text = segment.target
        if text is None:
            draft = document.current_draft(segment)
            text = draft.text if draft else segment.source
            drafts += draft is not None
            sources += draft is None
        between = segment.trail if place == len(segments) else segment.trail or " "
        pieces += [segment.lead, text, between]
    return JoinedText("".join(pieces), drafts, sources)


def unit_text(document: Document, unit: TranslationUnit, segments: Sequence[Segment]) -> JoinedText:
    """Join a unit's segments: each target, else its draft, else its source."""
    pieces: list[str] = []
    drafts = sources = 0
    for segment in segments:
        text = segment.target
        if text is None:
            draft = document.current_draft(segment)
            text = draft.text if draft else segment.source
            drafts += draft is not None
            sources += draft is None
        lead = segment.lead if segment.lead.strip() else ""  # a speaker's dash
        pieces += [lead, without_codes(text, unit), segment.trail or " "]
    return JoinedText("".join(pieces).strip(), drafts, sources)


def without_codes(text: str, unit: TranslationUnit) -> str:
    """Return the text without inline codes, line breaks among them as line ends."""
    if not has_codes(text):
        return text
    breaks = {
        character
        for character in text
        if is_code(character)
        and code_index(character) < len(unit.codes)
        and unit.codes[code_index(character)].markup.lower().startswith("<br")
    }
    return strip_codes("".join("\n" if c in breaks else c for c in text))
