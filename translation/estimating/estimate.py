"""The estimate of one segment: how many errors are to be expected, and why."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from translation.estimating.features import ISSUES, LIKELIHOOD, SURFACE, features, issues_counted
from translation.estimating.weights import Line, Weights

if TYPE_CHECKING:
    from translation.model.language import LanguagePair

LEAST_REASON = 0.15
"""What a feature must add to the logarithm of the expectation to be a reason."""
_LIMIT = 4.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a segment: its surface, and how likely a model finds the translation.

    ``standing`` is in standard deviations (translation.estimating.likelihood), None where no
    model was asked.
    """

    surface: tuple[float, ...]
    standing: float | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """``expected`` errors in a segment, and why so many: ``reasons``, the weightiest first.

    Reasons are features that raise the number; ``by_model`` tells whether a model was asked.
    """

    expected: float
    reasons: tuple[str, ...]
    by_model: bool
    doubtful: bool

    @property
    def chance(self) -> float:
        """The chance (0 to 1) of at least one error, if errors came independently (Poisson)."""
        return 1.0 - math.exp(-self.expected)


class Estimator:
    """Turns evidence into estimates by weights that were fitted to labelled drafts."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights

    def surface(
        self, source: str, target: str, pair: LanguagePair, errors: int = 0, warnings: int = 0
    ) -> tuple[float, ...]:
        """Return what is known of a segment without a model."""
        return tuple(features(source, target, pair.target, errors, warnings))

    def with_issues(
        self, surface: tuple[float, ...], errors: int, warnings: int
    ) -> tuple[float, ...]:
        """Return a surface with what the checks found put into it."""
        at = SURFACE.index(ISSUES)
        return (*surface[:at], issues_counted(errors, warnings), *surface[at + 1 :])

    def expected(self, evidence: Evidence) -> float:
        """Return the expected number of errors alone: what segments are ordered by."""
        line, values = self._line(evidence)
        total = line.bias + sum(line.parts(values))
        return math.exp(max(-_LIMIT, min(_LIMIT, total)))

    def estimate(self, evidence: Evidence) -> Estimate:
        """Return the expected number of errors with its reasons."""
        line, values = self._line(evidence)
        parts = sorted(zip(line.parts(values), line.names, strict=True), reverse=True)
        reasons = tuple(name for part, name in parts if part >= LEAST_REASON)
        # What the checks found is a reason, however little it raises the number.
        found = dict(zip(line.names, values, strict=True))
        checks = (ISSUES,) if found[ISSUES] and ISSUES not in reasons else ()
        expected = self.expected(evidence)
        is_doubtful = expected >= self.weights.doubtful
        return Estimate(expected, (*reasons, *checks), LIKELIHOOD in line.names, is_doubtful)

    def _line(self, evidence: Evidence) -> tuple[Line, tuple[float, ...]]:
        if evidence.standing is None:
            return self.weights.surface, evidence.surface
        return self.weights.likelihood, (*evidence.surface, evidence.standing)


@lru_cache(maxsize=1)
def default_estimator() -> Estimator:
    """Return the one that comes with the program (resources/estimating)."""
    import resources

    return Estimator(Weights.read(resources.FOLDER / "estimating" / "weights.json"))
