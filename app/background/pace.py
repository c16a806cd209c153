"""How fast a long piece of work goes on that nobody waits for yet: promptly, then hardly at all."""

from __future__ import annotations

import math

PROMPT_SECONDS = 0.4
"""Processor time that such work takes without a pause: most documents are done within it."""
SHARE = 0.01
"""The part of one processor that it takes afterwards."""


class Pace:
    """Counts the processor time of some work and tells how long to pause between its pieces."""

    def __init__(self, prompt_seconds: float | None = None) -> None:
        self._prompt_seconds = PROMPT_SECONDS if prompt_seconds is None else prompt_seconds
        self._spent = 0.0

    @property
    def is_resting(self) -> bool:
        """Whether there are pauses now."""
        return self._spent >= self._prompt_seconds

    @property
    def is_hurried(self) -> bool:
        """Whether somebody waits."""
        return self._spent == -math.inf

    def begin(self) -> None:
        """Begin anew, with other work or with none."""
        self._spent = 0.0

    def hurry(self) -> None:
        """Make no pauses up to the end: somebody waits for it."""
        self._spent = -math.inf

    def pause(self, seconds: float) -> int:
        """Return the milliseconds to wait after a piece that took so many processor seconds."""
        self._spent += seconds
        return round(1000 * seconds / SHARE) if self.is_resting else 0
