"""Reading a project that is not open here for writing: from a copy, whoever has it meanwhile."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from translation.errors import ProjectError
from translation.store import schema
from translation.store.connection import check_database, connect
from translation.store.identity import JOURNAL, LOG, Look, is_log_foreign, look
from translation.store.lock import tie_beside

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRIES = 20
"""So often a copy is begun anew where the file was changed meanwhile; its log mostly is alone."""


@contextmanager
def open_for_reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection to a checked copy of a project, brought to the current version.

    Whoever writes the project is neither disturbed nor waited for. Taking in a log that a crash
    left needs room beside the file, and even without one SQLite would leave traces there. Raises
    ProjectError ("busy" where the file does not stand still), sqlite3.Error and OSError.
    """
    with tempfile.TemporaryDirectory(prefix="muraji-") as folder:
        connection = connect(_copied(path, Path(folder)), "rw")
        try:
            # Taking the log in is for this moment: the copy is never to outlive a power cut.
            connection.execute("PRAGMA synchronous = OFF")
            check_database(path, connection)
            if schema.version_of(connection) < schema.current_version():
                connection = _upgraded_copy(connection)
            yield connection
        finally:
            connection.close()


def rolled_back_copy(path: Path, folder: Path) -> Path:
    """Return a copy of a database with its log, if that is its own.

    Where a transaction was broken off its changes are taken back, as far as SQLite can. Raises
    OSError.
    """
    copy = _copied(path, folder)
    journal = Path(f"{copy}{JOURNAL}")
    if journal.is_file() and journal.stat().st_size:
        with suppress(sqlite3.Error), closing(connect(copy, "rw")) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return copy


@dataclass(frozen=True, slots=True)
class _Stand:
    """How a database and what lies beside it look at one moment."""

    main: Look | None
    log: Look | None
    journal: Look | None

    @classmethod
    def of(cls, path: Path) -> _Stand:
        return cls(look(path), look(Path(f"{path}{LOG}")), look(Path(f"{path}{JOURNAL}")))

    def only_goes_on_from(self, earlier: _Stand) -> bool:
        """Whether nothing happened in between but that the log grew: its end may be torn."""
        if (self.main, self.journal) != (earlier.main, earlier.journal):
            return False
        if self.log is None or earlier.log is None:
            return self.log is earlier.log
        return self.log.is_same_file(earlier.log) and self.log.size >= earlier.log.size


def _copied(path: Path, folder: Path) -> Path:
    """Copy a database with its log, both of one moment though somebody is writing them."""
    copy = folder / "copy"
    for _ in range(_TRIES):
        before = _Stand.of(path)
        foreign = is_log_foreign(path, tie_beside(path))
        shutil.copyfile(path, copy)
        for suffix in (LOG, JOURNAL):
            if not (foreign and suffix == LOG):
                with suppress(FileNotFoundError):
                    shutil.copyfile(Path(f"{path}{suffix}"), Path(f"{copy}{suffix}"))
        if _Stand.of(path).only_goes_on_from(before):
            return copy
        for suffix in (LOG, JOURNAL):
            Path(f"{copy}{suffix}").unlink(missing_ok=True)
    raise ProjectError("busy", file=path)


def _upgraded_copy(connection: sqlite3.Connection) -> sqlite3.Connection:
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.backup(memory)
    connection.close()
    schema.upgrade(memory)
    return memory
