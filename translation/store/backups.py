"""Backups: the last few states of each project, kept apart from it.

A folder of its own for each project, by its name and a hash of its whole path, holds
``project.json`` (where the project lies) and one project file for each state, named by the UTC
time of its making. They are bounded in number and size; what is dropped first is what lies
closest in time to another.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sqlite3
import time
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from translation.errors import ExportError
from translation.model.backup import Backup
from translation.store import connection as connections
from translation.store.building import claimed
from translation.store.connection import telling
from translation.store.placing import SUFFIX, place_whole
from translation.system.atomic import write_atomically
from translation.system.private import make_private_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from translation.store.project import ProjectFile

NEWEST = 3
"""So many of the last states are kept, however close in time."""
DAYS = 7
"""Of so many days before, on which there was work, the last state of each."""
LARGEST_SHARE = 512 << 20
"""Bytes of all the backups of one project; its newest is kept in any case."""
LARGEST_WHOLE = 2 << 30
"""Bytes of all backups together; the newest of each project are the last to go."""

_WHERE = "project.json"
_STAMP = "%Y-%m-%dT%H-%M-%S.%f"
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{6})" + re.escape(SUFFIX))
_LONGEST_NAME = 100
_PAGES = 1024


class Backups:
    """The backups in a folder, of all projects; nobody else writes there."""

    def __init__(
        self, folder: Path, kept: Callable[[], tuple[int, int]] = lambda: (NEWEST, DAYS)
    ) -> None:
        self._folder = folder
        self._kept = kept
        """Gives how many of the last states and of the days before are kept, now."""

    def of(self, project: Path) -> list[Backup]:
        """Return the backups of a project, the newest first."""
        return _in(self._place(project.resolve()))

    def all(self) -> list[Backup]:
        """Return the backups of every project, the newest first."""
        try:
            folders = [folder for folder in self._folder.iterdir() if folder.is_dir()]
        except OSError:
            return []
        return _newest_first(backup for folder in folders for backup in _in(folder))

    def keep(self, project: ProjectFile, check: Callable[[], None] = lambda: None) -> Backup | None:
        """Keep the state that is written now, and drop what there is too much of.

        Returns None where nothing was done since the last, or nothing ever, or no state is to
        be kept: then those there are of the project are dropped. ``check`` is called
        now and then and may raise Cancelled. Raises ProjectError where it cannot be written.
        """
        path = project.path
        place = self._place(path)
        newest, days = self._kept()
        with telling(place):
            if not newest:
                for dropped in _in(place):
                    dropped.path.unlink(missing_ok=True)
                return None
            make_private_folder(self._folder)
            make_private_folder(place)
            _say_where(place, path)
            made = place / f"{datetime.fromtimestamp(time.time(), UTC).strftime(_STAMP)}{SUFFIX}"
            before = _in(place)
            with project.reader() as connection:
                connection.execute("BEGIN")
                try:
                    state = _state(connection)
                    if not any(state) or (before and state == _state_of(before[0].path)):
                        return None
                    with place_whole(made) as partial:
                        _copy(connection, partial, check)
                finally:
                    connection.execute("ROLLBACK")
            for dropped in (*too_many(_in(place), newest, days), *too_much(self.all())):
                dropped.path.unlink(missing_ok=True)
        return next((backup for backup in _in(place) if backup.path == made), None)

    def bring_back(self, backup: Backup, path: Path) -> None:
        """Put a backup at a path where nothing is; it stays among the backups.

        Raises ProjectError ("exists", "in_use", "not_saved", …).
        """
        with claimed(path, replace=False) as lock:
            with place_whole(path) as partial:
                shutil.copyfile(backup.path, partial)
            lock.release()

    def _place(self, project: Path) -> Path:
        whole = os.fsencode(project)
        name = os.fsencode(project.stem)[:_LONGEST_NAME].decode("utf-8", "ignore")
        return self._folder / f"{name} {hashlib.blake2b(whole, digest_size=6).hexdigest()}"


def too_many(backups: Iterable[Backup], newest: int = NEWEST, before: int = DAYS) -> list[Backup]:
    """Return which of one project's backups to drop, of the rest as much as LARGEST_SHARE holds.

    The ``newest`` are kept, and of today and so many days ``before`` the last of each.
    """
    ordered = _newest_first(backups)
    kept = ordered[:newest]
    days: set[object] = set()
    for backup in ordered:
        day = datetime.fromtimestamp(backup.time).date()
        if day not in days and len(days) <= before:
            days.add(day)
            if backup not in kept:
                kept.append(backup)
    size = 0
    for backup in list(kept):
        size += backup.size
        if size > LARGEST_SHARE and backup is not ordered[0]:
            kept.remove(backup)
    return [backup for backup in ordered if backup not in kept]


def too_much(backups: Iterable[Backup]) -> list[Backup]:
    """Return which of all backups to drop, so that LARGEST_WHOLE holds them: the oldest first."""
    ordered = _newest_first(backups)
    newest: dict[Path, Backup] = {}
    for backup in ordered:
        newest.setdefault(backup.project, backup)
    last_to_go = [b for b in ordered if newest[b.project] is b]
    others = [b for b in ordered if newest[b.project] is not b]
    size, dropped = 0, []
    for backup in (*last_to_go, *others):
        size += backup.size
        if size > LARGEST_WHOLE:
            dropped.append(backup)
            size -= backup.size
    return dropped


def _in(place: Path) -> list[Backup]:
    try:
        project = Path(json.loads((place / _WHERE).read_text(encoding="utf-8"))["project"])
        files = list(place.iterdir())
    except (OSError, ValueError, TypeError, KeyError):
        return []
    found = []
    for file in files:
        named = _NAME.fullmatch(file.name)
        if named:
            with suppress(OSError, ValueError):
                moment = datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC)
                found.append(Backup(file, project, moment.timestamp(), file.stat().st_size))
    return _newest_first(found)


def _newest_first(backups: Iterable[Backup]) -> list[Backup]:
    return sorted(backups, key=lambda backup: backup.time, reverse=True)


def _say_where(place: Path, project: Path) -> None:
    if not (place / _WHERE).exists():
        text = json.dumps({"project": str(project)})
        try:
            write_atomically(place / _WHERE, text.encode("utf-8"), private=True)
        except ExportError as error:
            cause = error.__cause__
            raise cause if isinstance(cause, OSError) else OSError(0, error.reason) from error


def _state(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Return what moves with everything a person or the machine adds to a project."""
    counts = (
        "SELECT coalesce(max(seq), 0) FROM journal",
        "SELECT coalesce(max(id), 0) FROM drafts",
        "SELECT coalesce(max(id), 0) FROM restore_points",
    )
    return tuple(connection.execute(count).fetchone()[0] for count in counts)


def _state_of(path: Path) -> tuple[int, ...] | None:
    try:
        with closing(connections.connect(path, "ro")) as connection:
            return _state(connection)
    except sqlite3.Error:
        return None


def _copy(source: sqlite3.Connection, partial: Path, check: Callable[[], None]) -> None:
    """Copy by SQLite's own way to (https://sqlite.org/backup.html); the source may be in use."""

    def look(status: int, remaining: int, total: int) -> None:
        check()

    with closing(connections.connect(partial, "rwc")) as target:
        target.execute("PRAGMA synchronous = OFF")  # synced as a whole before it is put in place
        source.backup(target, pages=_PAGES, progress=look, sleep=0.0)
        target.execute("PRAGMA journal_mode = DELETE")
    check()
