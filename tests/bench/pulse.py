"""How long the window was frozen at the longest: a pulse in the event loop."""

from __future__ import annotations

import time


class Pulse:
    """Beats whenever events are taken; ``longest`` and ``spent`` are of the longest gap, in ms.

    ``spent`` is the GUI thread's processor time in a gap: what is left of it on a machine where
    nobody else works. Reading clears both.
    """

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._last = self._start = time.perf_counter()
        self._used = self._begun = time.thread_time()
        self.longest = self.spent = 0.0

    def begin(self) -> None:
        """Begin to watch."""
        self._beat()
        self.longest = self.spent = 0.0
        self._start, self._begun = self._last, self._used
        self._timer.start(0)

    def end(self, name: str) -> dict[str, float]:
        """End, and return how long it took and the longest gap, as figures of this name."""
        self._timer.stop()
        self._beat()
        return {
            name: (time.perf_counter() - self._start) * 1000,
            f"{name} cpu": (self._used - self._begun) * 1000,
            f"{name} frozen": self.longest,
            f"{name} frozen cpu": self.spent,
        }

    def _beat(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self.spent = max(self.spent, (used - self._used) * 1000)
        self._last, self._used = now, used
