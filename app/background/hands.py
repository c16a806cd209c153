"""Whether somebody works at this moment: what nobody waits for is left until the hands rest."""

from __future__ import annotations

import time

REST_SECONDS = 0.3
"""Without a key, a caret that moves or another row for so long, the hands rest."""
LONG_SECONDS = 1.0
"""Hands that have rested for so long are likely to rest on: what is to be done is soon done."""
LONGER = 2
APART_SECONDS = 0.001
"""Between two pieces of work that nobody waits for: what came meanwhile has its turn."""


class Hands:
    """When the hands last did something. Any thread may ask; only the window's thread tells."""

    def __init__(self) -> None:
        self._moved = self._served = float("-inf")

    def move(self) -> None:
        """Somebody typed, or went somewhere."""
        self._moved = time.monotonic()

    def serve(self) -> bool:
        """Tell whether a piece of work may begin now that nobody waits for.

        Not right behind another one: timers that have run out all run in one turn of the event
        loop, and a key would wait for the sum of them. ``served`` tells of the end.
        """
        return not self.left and time.monotonic() >= self._served + APART_SECONDS

    def served(self) -> None:
        """Such a piece of work is done."""
        self._served = time.monotonic()

    @property
    def patience(self) -> int:
        """How many times longer than usual a piece of work may take: a key may come at any time,
        but after a second without one the next has hardly begun."""
        return LONGER if time.monotonic() > self._moved + LONG_SECONDS else 1

    @property
    def left(self) -> float:
        """The seconds until they rest, if nothing more comes; 0 where they do."""
        return max(0.0, self._moved + REST_SECONDS - time.monotonic())


HANDS = Hands()
"""Those in front of this window: there is one pair."""
