"""A first check beside the window: the checks load their tables, and the first key would wait."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.ports import FindIssues
    from translation.quality import Subject


class FirstCheck:
    """Checks one segment of a document in a thread; what is found is found again by others."""

    def __init__(self, find: FindIssues) -> None:
        self._find = find
        self._thread: Thread | None = None

    @property
    def is_done(self) -> bool:
        """Whether what the checks need is there, or nobody has it loaded."""
        return self._thread is None or not self._thread.is_alive()

    def begin(self, subjects: Iterable[Subject | None]) -> None:
        """Check the first of these that there is."""
        subject = next(filter(None, subjects), None)
        if subject is not None:
            self.end()
            self._thread = Thread(target=self._run, args=(subject,), name="first check")
            self._thread.start()

    def end(self) -> None:
        """Wait for the thread, which takes a tenth of a second."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self, subject: Subject) -> None:
        with suppress(Exception):  # Whoever checks this segment meets it, and is heard.
            self._find(subject)
