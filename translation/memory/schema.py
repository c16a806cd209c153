"""The tables of a memory file, and opening one that somebody else may have made."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from translation.errors import TranslationMemoryError
from translation.memory.words import FOLDING
from translation.system.private import make_private_folder, open_private

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION_ID = 0x4D524A4D
"""``MRJM`` at byte 68 of the file (SQLite file format, section 1.3)."""
VERSION = 1
LONGEST_CELL = 64 << 20
"""Bytes of the largest text or list of units."""
WAIT = 5.0
"""Seconds to wait for another program that is just writing."""
CACHE = 16 << 10
"""KiB of the file that are held in memory."""

_TABLES = (
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
    """CREATE TABLE languages (
    id INTEGER PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL, UNIQUE (source, target))""",
    "CREATE TABLE names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    # "key" tells units apart, "folded" finds those whose source reads the same.
    """CREATE TABLE units (
    id INTEGER PRIMARY KEY, key INTEGER NOT NULL, folded INTEGER NOT NULL,
    languages INTEGER NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, codes TEXT NOT NULL,
    document INTEGER NOT NULL, segment TEXT NOT NULL, author INTEGER NOT NULL, time REAL NOT NULL,
    before TEXT, after TEXT)""",
    "CREATE UNIQUE INDEX units_by_key ON units (key)",
    "CREATE INDEX units_by_source ON units (folded)",
    # The units of each word, in blocks that begin with the unit "first": translation.memory.index.
    """CREATE TABLE words (
    side INTEGER NOT NULL, word TEXT NOT NULL, first INTEGER NOT NULL, units BLOB NOT NULL,
    PRIMARY KEY (side, word, first)) WITHOUT ROWID""",
    "CREATE TABLE lengths (block INTEGER PRIMARY KEY, characters BLOB NOT NULL)",
    f"INSERT INTO facts VALUES ('next', 1), ('units', 0), ('folding', {FOLDING})",
)


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn SQLite's errors, the system's and odd values into TranslationMemoryError."""
    try:
        yield
    except sqlite3.Error as error:
        raise _error(path, error) from error
    except OSError as error:
        detail = error.strerror or error
        raise TranslationMemoryError("not_kept", file=path, detail=detail) from error
    except (ValueError, TypeError, OverflowError, IndexError) as error:
        raise TranslationMemoryError("damaged", file=path, detail=error) from error


def _error(path: Path, error: sqlite3.Error) -> TranslationMemoryError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return TranslationMemoryError("busy", file=path)
    if code == sqlite3.SQLITE_NOTADB:
        return TranslationMemoryError("not_a_memory", file=path)
    if code == sqlite3.SQLITE_READONLY:
        return TranslationMemoryError("read_only", file=path)
    if code == sqlite3.SQLITE_FULL:
        return TranslationMemoryError("disk_full", file=path)
    if code == sqlite3.SQLITE_CORRUPT or "decode to UTF-8" in str(error):
        return TranslationMemoryError("damaged", file=path, detail=error)
    return TranslationMemoryError("not_kept", file=path, detail=error)


def create(path: Path) -> None:
    """Make an empty memory where there is no file, readable by its owner alone."""
    with telling(path):
        make_private_folder(path.parent)
        os.close(open_private(path, os.O_CREAT | os.O_EXCL | os.O_RDWR))
        connection = connect(path, "rw")
        try:
            _make(connection)
        finally:
            connection.close()


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Open a database ("rw" or "ro") that is not trusted; nothing in it is run.

    It keeps a rollback journal. The index of a write-ahead log is a mapped file, which another
    process cuts once this one has closed any descriptor of the memory, as file dialogs do.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=WAIT,
    )
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_CELL)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute(f"PRAGMA cache_size = -{CACHE}")
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def opened(path: Path) -> sqlite3.Connection:
    """Open the file of a memory: raises TranslationMemoryError where it is none, or a newer one."""
    if not path.is_file():
        raise TranslationMemoryError("missing", file=path)
    effective = os.access in os.supports_effective_ids
    writable = os.access(path, os.W_OK, effective_ids=effective)
    with telling(path):
        connection = connect(path, "rw" if writable else "ro")
        try:
            _check(path, connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _check(path: Path, connection: sqlite3.Connection) -> None:
    connection.execute("SELECT 1 FROM sqlite_schema").fetchone()  # takes back what was killed
    if path.stat().st_size == 0:
        _make(connection)  # begun, and not made yet: whoever made it was killed, or is at it
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise TranslationMemoryError("not_a_memory", file=path)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise TranslationMemoryError("newer", file=path, version=version)
    if _schema_of(connection) != _expected_schema():
        raise TranslationMemoryError("damaged", file=path, detail="its tables are others")


def _make(connection: sqlite3.Connection) -> None:
    """Make the tables, unless somebody else who met the empty file has just done so."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
            for statement in _TABLES:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _schema_of(connection: sqlite3.Connection) -> frozenset[tuple[object, ...]]:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return frozenset(rows)


@cache
def _expected_schema() -> frozenset[tuple[object, ...]]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        _make(connection)
        return _schema_of(connection)
    finally:
        connection.close()
