"""Waiting until a project that is open elsewhere becomes free."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from translation.store.lock import is_free

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EVERY = 2.0
"""Seconds between two looks at the lock."""


class Waiter:
    """Asks from a thread of its own; ``on_free`` is called there, once, when nobody has it."""

    def __init__(self, path: Path, on_free: Callable[[], None], every: float = EVERY) -> None:
        self._path, self._on_free, self._every = path, on_free, every
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="project waiter", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Wait no longer."""
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ended.wait(self._every):
            if is_free(self._path):
                self._on_free()
                return
