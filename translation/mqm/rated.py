"""The segments that somebody read, as files of ratings have them: plain texts with places."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.model.inline import is_code, strip_codes
from translation.mqm.found import FoundError, errors_of, is_evaluated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.document import Document
    from translation.model.segment import Segment

REVIEWED = "reviewed"
"""The name of the system where people have worked on its drafts."""


@dataclass(frozen=True, slots=True)
class RatedError:
    """An error over the plain text of a side; start and end are None where it stands nowhere now.

    Equal ones stand for the segment as a whole.
    """

    found: FoundError
    start: int | None
    end: int | None

    @property
    def is_whole(self) -> bool:
        """Whether no words are marked: something is missing, or the whole is meant."""
        return not self.found.error.text


@dataclass(frozen=True, slots=True)
class RatedSegment:
    """A segment as raters see it; ``number`` counts those of the document from 1."""

    number: int
    segment: Segment
    file: str
    source: str
    target: str
    errors: tuple[RatedError, ...]


def rated_segments(document: Document) -> Iterator[RatedSegment]:
    """Give the segments that were evaluated, in order."""
    for number, segment in enumerate(document.segments, start=1):
        if is_evaluated(document, segment):
            shown = document.shown_target(segment)
            errors = tuple(
                _rated(one, segment.source if one.error.side == "source" else shown)
                for one in errors_of(document, segment)
            )
            texts = strip_codes(segment.source), strip_codes(shown)
            yield RatedSegment(number, segment, document.file_of(segment).name, *texts, errors)


def _rated(found: FoundError, text: str) -> RatedError:
    if found.place is None:
        return RatedError(found, None, None)
    start, end = found.place
    return RatedError(found, len(strip_codes(text[:start])), len(strip_codes(text[:end])))


def coded_place(text: str, at: int) -> int:
    """Return where a place of the plain text is in the text with its codes, behind them."""
    plain = 0
    for place, character in enumerate(text):
        if not is_code(character):
            if plain == at:
                return place
            plain += 1
    return len(text)


def system_name(document: Document) -> str:
    """Return whose translation it is: the model of the drafts, or what people made of them."""
    if any(segment.target is not None for segment in document.segments):
        return REVIEWED
    drafts = (document.current_draft(segment) for segment in document.segments)
    models = Counter(draft.model for draft in drafts if draft is not None)
    return models.most_common(1)[0][0] if models else REVIEWED
