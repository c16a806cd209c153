"""Joining the shown targets of a unit's segments into a paragraph for people to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.model.inline import code_index, has_codes, is_code, strip_codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.model.document import Document
    from translation.model.segment import Segment, TranslationUnit


@dataclass(frozen=True, slots=True)
class JoinedText:
    """A paragraph of the target, and how many of its segments are no person's target.

    ``drafts`` stand as the machine wrote them, ``sources`` stand untranslated.
    """

    text: str
    drafts: int
    sources: int


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
        pieces += [without_codes(text, unit), segment.trail or " "]
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
