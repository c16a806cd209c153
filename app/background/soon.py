"""Doing something once, a moment after it was asked for, however often that was."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.background.hands import APART_SECONDS, HANDS

if TYPE_CHECKING:
    from collections.abc import Callable


class Soon(QTimer):
    """Runs something so many ``milliseconds`` later: 0 is when all that happens now has happened.

    Where ``sparing`` is given it waits at least so many times what the last run took, from
    ``began`` to ``ended``: what takes long is done the more seldom. One that is ``unhurried``
    lets the hands rest first: nobody waits for it. It ends with its parent.
    """

    def __init__(
        self,
        parent: QObject,
        run: Callable[[], object],
        milliseconds: int = 0,
        sparing: int = 0,
        *,
        unhurried: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self._run = run
        self.timeout.connect(self._run_at_rest if unhurried else run)
        self.milliseconds = milliseconds
        self._sparing, self._began, self._took = sparing, 0.0, 0

    def again(self, *_what: object) -> None:
        """Wait anew: it runs when nobody has asked for so long."""
        self.start(max(self.milliseconds, self._sparing * self._took))

    def ask(self, *_what: object) -> None:
        """Wait, but no longer than the first who asked: it runs while many ask, too."""
        if not self.isActive():
            self.again()

    def _run_at_rest(self) -> None:
        if HANDS.serve():
            self._run()
            HANDS.served()
        else:
            self.start(math.ceil(1000 * max(HANDS.left, APART_SECONDS)))

    def began(self) -> None:
        """Wait for nothing more, and see from now how long it takes."""
        self.stop()
        self._began = time.perf_counter()

    def ended(self) -> None:
        """Take down how long it took."""
        self._took = round(1000 * (time.perf_counter() - self._began))
