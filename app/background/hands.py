"""Whether somebody works at this moment: what nobody waits for is left until the hands rest."""

from __future__ import annotations

import time

REST_SECONDS = 0.3
"""Without a key, a caret that moves or another row for so long, the hands rest."""


class Hands:
    """When the hands last did something. Any thread may ask; only the window's thread tells."""

    def __init__(self) -> None:
        self._moved = float("-inf")

    def move(self) -> None:
        """Somebody typed, or went somewhere."""
        self._moved = time.monotonic()

    @property
    def left(self) -> float:
        """The seconds until they rest, if nothing more comes; 0 where they do."""
        return max(0.0, self._moved + REST_SECONDS - time.monotonic())


HANDS = Hands()
"""Those in front of this window: there is one pair."""
