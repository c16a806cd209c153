"""Log-probabilities of several models, made comparable: how unlikely a text is among its like."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

OWN, FORCED = "own", "forced"
"""The model's own drafts, as it scored them; texts of others that it was asked about."""
PRIOR = 20
"""So many segments weigh what the calibration found usual."""
SETTLED = 300
"""After so many of a group what is usual in it is known."""


@dataclass(slots=True)
class _Group:
    count: int = 0
    total: float = 0.0
    squares: float = 0.0

    def add(self, score: float) -> None:
        self.count += 1
        self.total += score
        self.squares += score * score


@dataclass(slots=True)
class Likelihoods:
    """What is usual of each model in a document, learnt from the first SETTLED of its scores.

    Scores are natural log-probabilities per token, which differ from model to model more than
    from segment to segment; so each is set against those of the same model, asked the same way.
    """

    usual: Mapping[str, tuple[float, float]]
    _groups: dict[tuple[str, str], _Group] = field(default_factory=dict)

    def learn(self, way: str, model: str, score: float) -> None:
        """Take in one score; once enough of a model are known, no more."""
        group = self._groups.setdefault((way, model), _Group())
        if group.count < SETTLED and math.isfinite(score):
            group.add(score)

    def standing(self, way: str, model: str, score: float) -> float:
        """Return by how many standard deviations a score is above what is usual of its model."""
        mean, deviation = self.usual[way]
        group = self._groups.get((way, model))
        if group is not None and group.count:
            weight = group.count + PRIOR
            squares = group.squares + PRIOR * (mean * mean + deviation * deviation)
            mean = (group.total + PRIOR * mean) / weight
            deviation = math.sqrt(max(1e-4, squares / weight - mean * mean))
        return max(-4.0, min(4.0, (score - mean) / deviation))
