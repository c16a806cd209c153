"""Backing up beside the work: a thread that keeps the state of a project now and then."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from translation.errors import MurajiError
from translation.system.cancel import Cancelled, CancelToken

if TYPE_CHECKING:
    from translation.store.backups import Backups
    from translation.store.project import ProjectFile

FIRST = 1.0
"""Seconds after opening until the state it was opened in is kept."""
EVERY = 1800.0
"""Seconds between two backups of one that is worked on."""


class BackupThread:
    """Keeps a project's states from now until ``close``; ``error`` is why it could not, last."""

    def __init__(
        self, project: ProjectFile, backups: Backups, first: float = FIRST, every: float = EVERY
    ) -> None:
        self._project, self._backups = project, backups
        self._first, self._every = first, every
        self.error: MurajiError | None = None
        self._token = CancelToken()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="project backup", daemon=True)
        self._thread.start()

    def close(self, *, keep: bool = True) -> None:
        """End the thread, giving up what it is at; with ``keep`` the last state is kept now."""
        self._token.cancel()
        self._ended.set()
        self._thread.join()
        if keep:
            self._token = CancelToken()
            self._keep()

    def _run(self) -> None:
        wait = self._first
        while not self._ended.wait(wait):
            self._keep()
            wait = self._every

    def _keep(self) -> None:
        try:
            with suppress(Cancelled):
                self._backups.keep(self._project, self._token.raise_if_cancelled)
            self.error = None
        except MurajiError as error:
            self.error = error
