"""The tables of a project file and the steps that bring an older file up to date.

A project is one SQLite database. Its application id is ``MRJ1``; ``user_version`` counts the
steps of STEPS it has been through. A step is never changed once released: a later form of the
file is a further step, and a file of version *n* kept by the tests shows that it still opens.
"""

from __future__ import annotations

import sqlite3
from functools import cache

from translation.store.checksums import COVERED, add_functions

APPLICATION_ID = 0x4D524A31
"""``MRJ1`` at byte 68 of the file (SQLite file format, section 1.3)."""

FIRST_FORM = (
    """CREATE TABLE project (
    id INTEGER PRIMARY KEY, next_number INTEGER NOT NULL, created REAL NOT NULL)""",
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE files (
    id TEXT PRIMARY KEY, place INTEGER NOT NULL, name TEXT NOT NULL,
    source_language TEXT NOT NULL, target_language TEXT NOT NULL, format TEXT NOT NULL,
    encoding TEXT NOT NULL, extraction TEXT NOT NULL, original BLOB NOT NULL)""",
    """CREATE TABLE units (
    id TEXT PRIMARY KEY, place INTEGER NOT NULL, file_id TEXT NOT NULL, role TEXT NOT NULL,
    codes TEXT NOT NULL, anchor TEXT NOT NULL, role_found TEXT, note TEXT NOT NULL)""",
    """CREATE TABLE segments (
    id TEXT PRIMARY KEY, place INTEGER NOT NULL, unit_id TEXT NOT NULL, source TEXT NOT NULL,
    target TEXT, state TEXT NOT NULL, origin TEXT, draft_id INTEGER, lead TEXT NOT NULL,
    trail TEXT NOT NULL, note TEXT NOT NULL, locked INTEGER NOT NULL, reference TEXT)""",
    "CREATE INDEX segments_in_order ON segments (place)",
    """CREATE TABLE drafts (
    id INTEGER PRIMARY KEY, segment_id TEXT NOT NULL, source_hash TEXT NOT NULL,
    text TEXT NOT NULL, engine TEXT NOT NULL, model TEXT NOT NULL, revision TEXT NOT NULL,
    parameters TEXT NOT NULL, score REAL, marks TEXT NOT NULL, created TEXT NOT NULL)""",
    """CREATE TABLE journal (
    seq INTEGER PRIMARY KEY, action TEXT NOT NULL, step INTEGER NOT NULL, label TEXT NOT NULL,
    author TEXT NOT NULL, time REAL NOT NULL, batch TEXT NOT NULL)""",
    """CREATE TABLE restore_points (
    id INTEGER PRIMARY KEY, label TEXT NOT NULL, time REAL NOT NULL, seq INTEGER NOT NULL)""",
)

_COVERED_FIRST = {table: columns for table, columns in COVERED.items() if table != "records"}
"""The tables that had rows to sum when checksums came."""

CHECKSUMS = (
    "ALTER TABLE files ADD COLUMN original_hash TEXT",
    "UPDATE files SET original_hash = content_hash(original)",
    # Of what nobody could notice before, this much can be told: no hash is empty.
    "UPDATE files SET original_hash = '' WHERE has_lost_sector(original)"
    " AND NOT EXISTS (SELECT 1 FROM units WHERE instr(codes, '\\u0000'))",
    *(f"ALTER TABLE {table} ADD COLUMN checksum INTEGER" for table in _COVERED_FIRST),
    *(
        f"UPDATE {table} SET checksum = row_checksum({', '.join(columns)})"
        for table, columns in _COVERED_FIRST.items()
    ),
    """CREATE TABLE tallies (
    name TEXT PRIMARY KEY, rows INTEGER NOT NULL, total INTEGER NOT NULL) WITHOUT ROWID""",
    *(
        f"INSERT INTO tallies SELECT '{table}', count(*), coalesce(sum(checksum), 0) FROM {table}"
        for table in _COVERED_FIRST
    ),
)
"""Rows and originals with checksums: see translation.store.checksums.

A later step that gives one of these tables more columns keeps here those of now.
"""

CHECKSUMS_SINCE = 2
"""The version from which on there are checksums."""

RECORDS = (
    """CREATE TABLE records (
    id TEXT PRIMARY KEY, segment_id TEXT NOT NULL, kind TEXT NOT NULL, author TEXT NOT NULL,
    time REAL NOT NULL, value TEXT NOT NULL, checksum INTEGER)""",
    "INSERT INTO tallies VALUES ('records', 0, 0)",
)
"""What people say of segments: see translation.model.record."""

RECORDS_SINCE = 3
"""The version from which on there are records."""

STEPS: tuple[tuple[str, ...], ...] = (FIRST_FORM, CHECKSUMS, RECORDS)
"""Statements that lead from version n (0 is an empty database) to version n + 1."""


def current_version() -> int:
    """Return the version of the files this program writes."""
    return len(STEPS)


def version_of(connection: sqlite3.Connection) -> int:
    """Return how many steps the database has been through."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def upgrade(connection: sqlite3.Connection, to_version: int | None = None) -> None:
    """Take the steps still to be taken, all in one transaction."""
    wanted = current_version() if to_version is None else to_version
    if version_of(connection) == wanted:
        return
    add_functions(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in STEPS[version_of(connection) : wanted]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {wanted}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def schema_of(connection: sqlite3.Connection) -> frozenset[tuple[object, ...]]:
    """Return every object of the database with the statement that made it.

    The statistics that ANALYZE keeps are SQLite's own and no part of a project.
    """
    return frozenset(
        connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema"
            " WHERE tbl_name NOT LIKE 'sqlite\\_stat_' ESCAPE '\\'"
        )
    )


def expected_schema(version: int) -> frozenset[tuple[object, ...]]:
    """Return what ``schema_of`` gives for an honest project of this version."""
    return _expected_schema(STEPS[:version])


@cache
def columns_of(table: str, version: int) -> tuple[str, ...]:
    """Return the columns of a table in the order in which a row has them."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        upgrade(connection, version)
        rows = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
        return tuple(name for (name,) in rows)
    finally:
        connection.close()


@cache
def _expected_schema(steps: tuple[tuple[str, ...], ...]) -> frozenset[tuple[object, ...]]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        upgrade(connection, len(steps))
        return schema_of(connection)
    finally:
        connection.close()
