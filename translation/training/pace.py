"""How far a run has come, by time, and the learning rate that follows from it."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translation.training.recipe import Recipe

_LONGEST_STEP = 30.0
"""Seconds; a step that took longer was suspended with its machine, and the rest is not counted."""


class Pace:
    """The time spent of the time planned, both in seconds; earlier sessions of a run count."""

    def __init__(self, planned: float, spent: float) -> None:
        self.planned, self.spent = planned, spent
        self._last = monotonic()

    def tick(self) -> None:
        """Count the time since the last call."""
        now = monotonic()
        self.spent += min(now - self._last, _LONGEST_STEP)
        self._last = now

    @property
    def is_over(self) -> bool:
        """Whether the planned time is spent."""
        return self.spent >= self.planned

    @property
    def share(self) -> float:
        """The share of the planned time that is spent, 0 to 1."""
        return min(1.0, self.spent / self.planned) if self.planned > 0 else 1.0

    def rate(self, steps: int, recipe: Recipe) -> float:
        """Return the rate for the next step as a share of the peak.

        Rising over the first steps, then level, then in a straight line down to a hundredth.
        """
        rising = min(1.0, (steps + 1) / max(1, recipe.warmup_steps))
        falling = min(1.0, max(0.01, (1.0 - self.share) / max(recipe.cooling_share, 1e-6)))
        return rising * falling * recipe.rate_scale
