"""Opening the SQLite database of a project: safely, whole, and where possible for writing."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sqlite3
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from translation.errors import InputError, ProjectError
from translation.store import schema
from translation.store.identity import JOURNAL, LOG
from translation.store.values import BadValueError
from translation.store.verifying import structure_problem
from translation.system.paths import real_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.errors import MurajiError

LONGEST_CELL = 256 * 1024 * 1024
"""Bytes of the largest text or original file that a project holds."""
WAIT = 5.0
"""Seconds to wait for another process that is just writing."""
VFS = "" if sys.platform == "win32" else "unix-excl"
"""SQLite's own name for its way to the operating system; empty means its default.

POSIX drops all locks of a process on a file as soon as it closes any descriptor of that file, and
a file dialog opens and closes what it lists. By default SQLite maps its index of the log from a
file beside it, which the next process cuts where it finds no lock: touching it is a bus error.
By "unix-excl" (https://sqlite.org/vfs.html) that index lies in the memory of this process, and
others do not get at the file meanwhile; they may copy it.
"""

_MAGIC = b"SQLite format 3\0"
_LITTLE_ROOM = 1 << 20
_TELLING = 60
"""Characters of a statement that made a table, by which it is known."""
_LOST = bytes(512)
_FIRST_PAGES = 1 << 16
"""Bytes of the largest page that a database can have; the first one names the tables."""


# --- errors ----------------------------------------------------------------------------------


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn SQLite's errors, bad values and the system's errors into ProjectError."""
    try:
        yield
    except (BadValueError, UnicodeDecodeError, OverflowError) as error:
        raise ProjectError("damaged", file=path, detail=error) from error
    except sqlite3.Error as error:
        raise project_error(path, error) from error
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise ProjectError("disk_full", file=path) from error
        if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
            detail = error.strerror
            raise ProjectError("read_only", file=path, detail=detail) from error
        raise ProjectError("not_saved", file=path, detail=error.strerror or error) from error


def project_error(path: Path, error: sqlite3.Error) -> ProjectError:
    """Return the ProjectError that says what an error of SQLite's means for the project."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _no_room(path)):
        return ProjectError("disk_full", file=path)
    if code == sqlite3.SQLITE_TOOBIG:
        return ProjectError("too_large", file=path, limit=f"{LONGEST_CELL >> 20} MB")
    if code == sqlite3.SQLITE_NOTADB:
        return ProjectError("not_a_project", file=path)
    if code == sqlite3.SQLITE_READONLY:
        return ProjectError("read_only", file=path, detail=error)
    if code == sqlite3.SQLITE_CORRUPT or "decode to UTF-8" in str(error):
        return ProjectError("damaged", file=path, detail=error)
    return ProjectError("not_saved", file=path, detail=error)


def _no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _LITTLE_ROOM
    except OSError:
        return False


# --- looking before opening ------------------------------------------------------------------


def readable_place(path: Path) -> Path:
    """Return the path, its links followed, of a regular file with something in it.

    Raises InputError where it is none.
    """
    try:
        place = real_path(path)
        place.stat()
    except FileNotFoundError as error:
        raise InputError("missing", file=path) from error
    except OSError as error:
        raise _unreadable(path, error) from error
    check_place(place)
    return place


def check_place(path: Path) -> None:
    """Refuse what is no readable regular file with something in it (InputError)."""
    try:
        if path.is_dir():
            raise InputError("directory", file=path)
        if not path.exists():
            raise InputError("missing", file=path)
        if not path.is_file():
            raise InputError("not_a_file", file=path)
        if path.stat().st_size == 0:
            raise InputError("empty", file=path)
    except OSError as error:
        raise _unreadable(path, error) from error


def check_header(path: Path) -> None:
    """Refuse what is no project, a newer one or a cut one, before SQLite looks at it.

    Not while this process has the project open: closing the file drops SQLite's locks on it.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
        size = path.stat().st_size
    except OSError as error:
        raise _unreadable(path, error) from error
    if header.startswith(_MAGIC) and len(header) < 100:
        raise ProjectError("damaged", file=path, detail="it ends in its first line")
    is_project = int.from_bytes(header[68:72], "big") == schema.APPLICATION_ID
    version = int.from_bytes(header[60:64], "big")
    if not header.startswith(_MAGIC) or not is_project or version < 1:
        if _was_project(path):
            raise ProjectError("damaged", file=path, detail="its beginning was overwritten")
        raise ProjectError("not_a_project", file=path)
    _check_version(path, version)
    page = int.from_bytes(header[16:18], "big")
    whole = (65536 if page == 1 else page) * int.from_bytes(header[28:32], "big")
    if size < whole and not _has_companions(path):
        detail = f"{whole - size} of its {whole} bytes are missing"
        raise ProjectError("damaged", file=path, detail=detail)


def check_writable(path: Path) -> None:
    """Refuse a file that may only be read: SQLite would still write the log beside it."""
    effective = os.access in os.supports_effective_ids
    if not os.access(path, os.W_OK, effective_ids=effective):
        raise ProjectError("read_only", file=path, detail=os.strerror(errno.EACCES))


def _unreadable(path: Path, error: OSError) -> MurajiError:
    if error.errno in {errno.EACCES, errno.EPERM}:
        return InputError("no_permission", file=path)
    return InputError("unreadable", file=path, detail=error.strerror or error)


def _check_version(path: Path, version: int) -> None:
    if version > schema.current_version():
        raise ProjectError("newer", file=path, version=version)
    if version < 1:
        raise ProjectError("not_a_project", file=path)


def _was_project(path: Path) -> bool:
    """Whether a disk lost the beginning, or tables are named where a database names them."""
    with suppress(OSError), path.open("rb") as file:
        pages = file.read(_FIRST_PAGES)
        is_lost = pages.startswith(_LOST) and bool(pages.strip(b"\0"))
        return is_lost or any(table[:_TELLING].encode() in pages for table in schema.FIRST_FORM)
    return False


def _has_companions(path: Path) -> bool:
    """Whether a crash left changes beside the file that SQLite has still to take in."""
    beside = (Path(f"{path}{suffix}") for suffix in (LOG, JOURNAL))
    return any(place.exists() and place.stat().st_size > 0 for place in beside)


# --- connections -----------------------------------------------------------------------------


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Open a database ("rw", "ro" or "rwc") that is not trusted; nothing in it is run."""
    uri = f"{path.absolute().as_uri()}?mode={mode}" + (f"&vfs={VFS}" if VFS else "")
    connection = sqlite3.connect(
        uri, uri=True, isolation_level=None, check_same_thread=False, timeout=WAIT
    )
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_CELL)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def check_database(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse a database that is no project, of a newer form, or with objects not its own."""
    found = connection.execute("PRAGMA application_id").fetchone()[0]
    if found != schema.APPLICATION_ID:
        raise ProjectError("not_a_project", file=path)
    version = schema.version_of(connection)
    _check_version(path, version)
    if schema.schema_of(connection) != schema.expected_schema(version):
        detail = "its tables are not those of a project"
        raise ProjectError("damaged", file=path, detail=detail)


def open_for_writing(path: Path) -> sqlite3.Connection:
    """Return a connection to a checked project, of an older form still where it was made in one.

    ``schema.upgrade`` and ``choose_journal`` have to follow before the first writing. Raises
    ProjectError "unsound" where SQLite finds its order damaged: writing would damage more, and
    "busy" where another program has it.
    """
    try:
        connection = _readable(path)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise ProjectError("busy", file=path) from error
        # A file in WAL mode where there is no shared memory: alone it can be read without.
        connection = _readable(path, alone=True)
    try:
        check_database(path, connection)
        if problem := structure_problem(connection):
            raise ProjectError("unsound", file=path, detail=problem)
    except BaseException:
        connection.close()
        raise
    return connection


def _readable(path: Path, alone: bool = False) -> sqlite3.Connection:
    connection = connect(path, "rw")
    try:
        if alone:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if alone:
            connection.execute("PRAGMA journal_mode = TRUNCATE")
            connection.execute("PRAGMA locking_mode = NORMAL")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def abandon(connection: sqlite3.Connection) -> None:
    """Never close a connection whose file was changed by others; its descriptors stay open.

    Closing would bring the log into a file that is somebody else's now. Only the reference that
    is taken here keeps Python from closing it, at the end of the process too.
    """
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(connection))


def choose_journal(connection: sqlite3.Connection) -> None:
    """Keep a write-ahead log where the place can, else a rollback journal, and try it."""
    try:
        wal = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal"
    except sqlite3.OperationalError:
        wal = False
    if not wal:
        connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = FULL")
    # The file changes only where we say so: any other change of it is somebody else's.
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("COMMIT")
