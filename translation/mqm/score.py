"""The MQM score: points of penalty in a thousand words of the source.

The linear model of themqm.org ("The MQM Scoring Models"): each error has the points of its
severity times the weight of its category; their sum is set against the words that were evaluated,
counted in the source, and normed to a thousand.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.model.inline import strip_codes
from translation.model.segment import word_count
from translation.mqm.found import errors_of, is_evaluated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from translation.model.document import Document
    from translation.model.segment import Segment
    from translation.mqm.found import FoundError
    from translation.mqm.typology import Typology

NORM = 1000
FEW_WORDS = 500
"""Of fewer words one error weighs so much that the score says little."""


@dataclass(frozen=True, slots=True)
class SegmentErrors:
    """What the score takes of a segment: its words, and the errors marked in it."""

    words: int
    errors: tuple[FoundError, ...] = ()


@dataclass(frozen=True, slots=True)
class MqmScore:
    """What was marked, and how much it weighs.

    ``segments`` and ``words`` (of the source) are those that were evaluated: confirmed or
    beyond, or with an error. ``penalty`` is that of all errors that were marked, ``standing``
    that of those whose words are still there, of which there are ``left`` of ``errors``.
    ``unknown`` are of a severity that the typology does not have: they have no points.
    """

    segments: int = 0
    words: int = 0
    errors: int = 0
    left: int = 0
    penalty: float = 0.0
    standing: float = 0.0
    unknown: int = 0
    by_category: dict[str, int] = field(default_factory=dict)
    by_severity: dict[str, int] = field(default_factory=dict)

    @property
    def per_thousand(self) -> float | None:
        """Points in a thousand words of the text as it was marked; None without a word."""
        return NORM * self.penalty / self.words if self.words else None

    @property
    def left_per_thousand(self) -> float | None:
        """The same of the text as it stands now: without the errors whose words were changed."""
        return NORM * self.standing / self.words if self.words else None

    def passes(self, typology: Typology) -> bool | None:
        """Tell whether the text as it stands is good enough; None where nothing was evaluated."""
        found = self.left_per_thousand
        return None if found is None else found <= typology.threshold

    @property
    def is_small(self) -> bool:
        """Whether so few words were evaluated that the score says little."""
        return self.words < FEW_WORDS


def segment_errors(document: Document, segment: Segment) -> SegmentErrors | None:
    """Return what the score takes of a segment; None of one that nobody evaluated."""
    if not is_evaluated(document, segment):
        return None
    return SegmentErrors(word_count(strip_codes(segment.source)), errors_of(document, segment))


def score_of(evaluated: Iterable[SegmentErrors], typology: Typology) -> MqmScore:
    """Return the score of segments that were evaluated."""
    segments = words = errors = left = unknown = 0
    penalty = standing = 0.0
    categories, severities = Counter[str](), Counter[str]()
    for one in evaluated:
        segments += 1
        words += one.words
        for found in one.errors:
            error = found.error
            points = typology.penalty(error.category, error.severity)
            unknown += points is None
            errors += 1
            penalty += points or 0.0
            categories[error.category] += 1
            severities[error.severity] += 1
            if found.stands:
                left += 1
                standing += points or 0.0
    counted = dict(categories.most_common()), dict(severities)
    return MqmScore(segments, words, errors, left, penalty, standing, unknown, *counted)


def score_document(document: Document, typology: Typology) -> MqmScore:
    """Return the score of all that was evaluated of a document."""
    found = (segment_errors(document, segment) for segment in document.segments)
    return score_of((one for one in found if one is not None), typology)
