"""Where systems differ most: segments by the spread of their own scores, as compare-mt lists them.

After Neubig et al. 2019, "compare-mt: A Tool for Holistic Comparison of Language Generation
Systems"; by chrF, because BLEU says little of one sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.scoring.metrics import MetricId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.scoring.tally import Tally

SEGMENT_METRIC = MetricId.CHRF


@dataclass(frozen=True, slots=True)
class Differing:
    """One segment with the score of each system on it, 0 to 100."""

    key: str
    scores: tuple[float, ...]

    @property
    def spread(self) -> float:
        """How far the best and the worst are apart."""
        return max(self.scores) - min(self.scores)


@dataclass(frozen=True, slots=True)
class Wins:
    """In how many segments a system is better than the first, worse, and as good."""

    better: int
    worse: int
    same: int


def segment_scores(tallies: Sequence[Tally], keys: Sequence[str]) -> tuple[Differing, ...]:
    """Return the scores of every segment, in the order of the keys."""
    return tuple(
        Differing(key, tuple(t.segment_score(key, SEGMENT_METRIC).value for t in tallies))
        for key in keys
    )


def most_differing(scored: Sequence[Differing], limit: int) -> tuple[Differing, ...]:
    """Return the segments that systems agree least on, the widest spread first.

    Those on which all are as good are none; of equal ones the earlier in the document is first.
    """
    apart = [one for one in scored if one.spread]
    return tuple(sorted(apart, key=lambda one: -one.spread)[:limit])


def wins(scored: Sequence[Differing], system: int) -> Wins:
    """Count the segments in which a system is better or worse than the first."""
    better = sum(one.scores[system] > one.scores[0] for one in scored)
    worse = sum(one.scores[system] < one.scores[0] for one in scored)
    return Wins(better, worse, len(scored) - better - worse)
