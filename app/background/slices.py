"""A long piece of work on the window's thread, done a little at a time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from app.background.hands import HANDS
from app.background.soon import Soon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from app.background.pace import Pace

SLICE_SECONDS = 0.004
"""How long the window's thread is kept at a time."""


class Slices(Soon):
    """Does some of the work again and again, the event loop in between, while there is more.

    ``do_some`` does what takes a fraction of a slice, and tells whether anything is left. To
    ``stop`` it is to give up the rest. All but the first slice wait until the hands rest, and
    as long as a ``pace`` says.
    """

    def __init__(
        self, parent: QObject, do_some: Callable[[], bool], pace: Pace | None = None
    ) -> None:
        super().__init__(parent, self.go_on, unhurried=True)
        self._do_some = do_some
        self._pace = pace

    def go_on(self) -> None:
        """Do the first slice now, or the next one."""
        self.stop()
        end = time.perf_counter() + SLICE_SECONDS * HANDS.patience
        begun = time.thread_time()
        while self._do_some():
            if time.perf_counter() >= end:
                took = time.thread_time() - begun
                self.start(self._pace.pause(took) if self._pace is not None else 0)
                return
