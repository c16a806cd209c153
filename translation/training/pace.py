"""How far a run has come of its plan, and the learning rate that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translation.training.recipe import Recipe

_LONGEST_STEP = 30.0
"""Seconds; a step that took longer was suspended with its machine, and the rest is not counted."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long a run is to be: so many seconds, or so many target pieces learned from.

    A plan by pieces does the same work on any machine, and on one that other work shares: two
    equal runs by the clock were measured to learn from 515 000 pieces and 341 000.
    """

    seconds: float | None = None
    target_pieces: int | None = None

    def __post_init__(self) -> None:
        """Take one measure; raise ValueError for none and for both."""
        if (self.seconds is None) == (self.target_pieces is None):
            raise ValueError("a plan has either a time or a number of target pieces")


class Pace:
    """The seconds spent and target pieces seen; earlier sessions of a run count."""

    def __init__(self, plan: Plan, spent: float = 0.0, seen: int = 0) -> None:
        self.plan, self.spent, self.seen = plan, spent, seen
        self._last = monotonic()

    def tick(self) -> None:
        """Count the time since the last call."""
        now = monotonic()
        self.spent += min(now - self._last, _LONGEST_STEP)
        self._last = now

    @property
    def is_over(self) -> bool:
        """Whether the plan is fulfilled."""
        return self.share >= 1.0

    @property
    def share(self) -> float:
        """The share of the plan that is done, 0 to 1."""
        if self.plan.target_pieces is not None:
            done, planned = float(self.seen), float(self.plan.target_pieces)
        else:
            done, planned = self.spent, self.plan.seconds or 0.0
        return min(1.0, done / planned) if planned > 0 else 1.0

    def rate(self, steps: int, recipe: Recipe) -> float:
        """Return the rate for the next step as a share of the peak.

        Rising over the first steps, then level, then in a straight line down to a hundredth.
        """
        rising = min(1.0, (steps + 1) / max(1, recipe.warmup_steps))
        falling = min(1.0, max(0.01, (1.0 - self.share) / max(recipe.cooling_share, 1e-6)))
        return rising * falling * recipe.rate_scale
