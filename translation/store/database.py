"""An open project's file on the disk: connection, lock, and a watch over both."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from translation.errors import ProjectError
from translation.store import connection as connections
from translation.store.identity import INDEX, OpenFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from threading import RLock

    from translation.store.lock import ProjectLock

LONGEST_LOG = 16 << 20
"""Bytes of the log beside the file from which on it is brought in, idle moment or not."""


class OpenDatabase:
    """A project's file that this process has for writing, from its opening on watched.

    ``connect`` opens the file for SQLite. Methods raise ProjectError and sqlite3.Error; the
    ``lock`` is released by ``close`` alone.
    """

    def __init__(
        self, path: Path, lock: ProjectLock, connect: Callable[[], sqlite3.Connection]
    ) -> None:
        self.file = OpenFile(path)
        self.lock = lock
        try:
            self.connection = connect()
            try:
                connections.choose_journal(self.connection)
                self._remove_left_index()
                self._settle()
            except BaseException:
                self.connection.close()
                raise
        except BaseException:
            self.file.close()
            raise

    def check(self) -> None:
        """Raise ProjectError (one of ``LOSSES``) where the file is not as it was left."""
        self.file.check()

    def settle(self) -> None:
        """Take the file as it is now for what was left, after a transaction of our own."""
        self.file.settle(main=False)
        if self.file.log_size > LONGEST_LOG:
            # Where there is no room for that, what was written is on the disk all the same: to
            # say that it is not would have it written twice.
            with suppress(sqlite3.OperationalError, OSError):
                self.checkpoint()

    def checkpoint(self) -> None:
        """Bring the log into the file and empty it; where that fails, all of it stays to be read.

        Raises sqlite3.OperationalError and OSError.
        """
        # A crash in between leaves no word of what the log builds on, so that it is believed.
        self.lock.tie(None)
        try:
            # Somebody who reads long is not waited for: the rest is brought in another time.
            self.connection.execute("PRAGMA busy_timeout = 0")
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            self.connection.execute(f"PRAGMA busy_timeout = {int(connections.WAIT * 1000)}")
            # On a full disk a part of the log is in the file by now: that was us.
            self._settle()

    def close(self) -> None:
        """Leave one whole file behind and give it free.

        A file that was lost is left as it is: what is there belongs to somebody else. So is one
        whose place takes nothing any more; its log is whole, and the next opening takes it in.
        """
        try:
            self.check()
            self.lock.tie(None)
        except (ProjectError, OSError):
            self.leave()
        else:
            # On a full disk the log stays beside the file; it is whole, and the next opening
            # takes it in.
            with suppress(sqlite3.OperationalError):
                self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            self.connection.close()
            self.file.close()
        self.lock.release()

    @contextmanager
    def reader(self, mutex: RLock) -> Iterator[sqlite3.Connection]:
        """Give a connection for reading what is written so far.

        Beside a write-ahead log it is one of its own, so that nobody who reads long, or while
        the disk is slow, holds up a commit or waits for one; else the ``mutex`` is held.
        """
        if self.file.has_log and self.file.is_in_place:
            with closing(connections.connect(self.file.path, "ro")) as connection:
                yield connection
        else:
            with mutex:
                yield self.connection

    def leave(self) -> None:
        """Let go of a file that was lost, without touching it again."""
        connections.abandon(self.connection)
        self.file.close()

    def _remove_left_index(self) -> None:
        """Delete the index of its log that a crash of an earlier version left; nobody has it."""
        if connections.VFS:
            with suppress(OSError):
                Path(f"{self.file.path}{INDEX}").unlink(missing_ok=True)

    def _settle(self) -> None:
        self.file.settle(main=True)
        base = self.file.base()
        self.lock.tie(base.as_json() if base else None)
