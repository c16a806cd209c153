"""What a project holds, in short: read without opening it, so that nothing is written beside it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from translation.model.segment import Role, SegmentState
from translation.store import values
from translation.store.connection import check_database, check_header, connect, telling
from translation.store.copying import open_for_reading
from translation.store.identity import LOG

if TYPE_CHECKING:
    import sqlite3

_IMMUTABLE = "ro&immutable=1"
"""A file that nobody writes is read without a lock, a log or a trace."""
_FILES = """SELECT f.name, count(s.id) FROM files AS f
LEFT JOIN units AS u ON u.file_id = f.id LEFT JOIN segments AS s ON s.unit_id = u.id
GROUP BY f.id ORDER BY f.place"""
_COUNTS = """SELECT count(*), coalesce(sum(s.state IN ({done})), 0)
FROM segments AS s JOIN units AS u ON u.id = s.unit_id WHERE u.role != ?"""
_DONE = tuple(state.value for state in SegmentState if state.is_done)


@dataclass(frozen=True, slots=True)
class ProjectSummary:
    """A project in short; ``files`` are the names of its files that have segments.

    ``worked`` is when something was last done in it, in seconds since 1970, 0 for never;
    ``segments`` and ``done`` leave out page furniture; ``size`` is in bytes.
    """

    path: Path
    files: tuple[str, ...]
    segments: int
    done: int
    worked: float
    size: int


def read_summary(path: Path) -> ProjectSummary:
    """Return what a project holds in short; not of one that this process has open.

    Raises ProjectError where it is none, or cannot be read, InputError where there is no file.
    """
    check_header(path)
    with telling(path):
        if Path(f"{path}{LOG}").exists():
            with open_for_reading(path) as connection:
                return _read(path, connection)
        with closing(connect(path, _IMMUTABLE)) as connection:
            check_database(path, connection)
            return _read(path, connection)


def _read(path: Path, connection: sqlite3.Connection) -> ProjectSummary:
    files = [
        (values.text(values.from_cell(name)), values.count(count))
        for name, count in connection.execute(_FILES)
    ]
    where = _COUNTS.format(done=", ".join("?" * len(_DONE)))
    [[segments, done]] = connection.execute(where, (*_DONE, Role.FURNITURE.value)).fetchall()
    [[worked]] = connection.execute("SELECT max(time) FROM journal").fetchall()
    return ProjectSummary(
        path,
        tuple(name for name, count in files if count),
        values.count(segments),
        values.count(done),
        values.number(worked or 0.0),
        path.stat().st_size,
    )
