"""Verifying one project: while it is opened where that takes no time, else when asked."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from translation.errors import ProjectError
from translation.store import verifying

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from translation.model.ports import Report
    from translation.store.database import OpenDatabase
    from translation.store.verifying import Verdict


class Verification:
    """What was found so far; ``verdict`` is None where nothing was looked at yet."""

    def __init__(self) -> None:
        self.verdict: Verdict | None = None
        self._lock = Lock()

    @classmethod
    def of_new(cls) -> Verification:
        """Begin with a project that is written now: what was never read can be no other."""
        new = cls()
        new.verdict = verifying.Verdict()
        return new

    def look_at_small(self, connection: sqlite3.Connection) -> None:
        """Verify a project that is small enough to be verified before it is shown."""
        if verifying.is_small(connection):
            self.verdict = verifying.verify(connection)

    def obstacle(self, path: Path) -> ProjectError | None:
        """Return why what was found forbids to write into the project, None where it does not."""
        if self.verdict is None:
            return None
        if self.verdict.missing:
            detail = f"{', '.join(self.verdict.missing)}: not all that was written is there"
            return ProjectError("unsound", file=path, detail=detail)
        if "journal" in self.verdict.rows:
            return ProjectError("history_damaged", file=path, detail="a row was changed")
        return None

    def look_at_all(
        self, reader: Callable[[], AbstractContextManager[sqlite3.Connection]], report: Report
    ) -> Verdict:
        """Verify what a reader gives; ``wait`` waits for the end of it."""
        with self._lock, reader() as connection:
            self.verdict = verifying.verify(connection, report)
            return self.verdict

    def wait(self) -> None:
        """Wait until nobody looks at the file any more."""
        with self._lock:
            return

    def count_anew(self, database: OpenDatabase | None) -> None:
        """Let the tallies say what the tables do, where rows in doubt tell of the difference.

        Else the first of them that is written again would be missed in the sum.
        """
        if database is None or self.verdict is None or self.verdict.is_sound:
            return
        database.check()
        verifying.count_doubtful_anew(database.connection, self.verdict)
        database.settle()
