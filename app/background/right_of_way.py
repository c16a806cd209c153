"""Letting the window's thread go first where it is at something long."""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 0.25
"""Seconds that a thread waits at most between two pieces: it has to come to an end, too."""
TURN_SECONDS = 0.0005
"""After so long a thread that works in Python lets another one on that waits. With Python's own
5 ms the window could wait so long at every one of the hundred calls between Qt and Python that
painting takes."""


def take_short_turns() -> None:
    """Let the threads of this process take shorter turns at the interpreter, for good."""
    sys.setswitchinterval(TURN_SECONDS)


class RightOfWay:
    """Threads that work in Python take every other moment from the one that somebody waits for.

    The window's thread takes the right of way for a long step; the others ask between two
    pieces of their work, and wait until it is over.
    """

    def __init__(self) -> None:
        self._free = threading.Event()
        self._free.set()

    @property
    def is_taken(self) -> bool:
        """Whether somebody goes first now."""
        return not self._free.is_set()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Go first, for as long as this lasts."""
        self._free.clear()
        try:
            yield
        finally:
            self._free.set()

    def give(self) -> None:
        """Wait, in another thread, until nobody goes first, but not for ever."""
        self._free.wait(LONGEST)
