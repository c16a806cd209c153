"""Building a project's file: a place claimed for it, tables made and filled."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from translation.errors import ProjectError
from translation.store import connection as connections
from translation.store import journal, schema, tables
from translation.store.connection import telling
from translation.store.lock import LockedError, ProjectLock
from translation.system.atomic import check_place

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from translation.model.document import Document
    from translation.model.draft import Draft
    from translation.store.journal import Kept


@contextmanager
def claimed(path: Path, replace: bool) -> Iterator[ProjectLock]:
    """Hold the lock on a path where a project is to be put; it is kept unless that fails."""
    check_place(path)
    with telling(path):
        try:
            lock = ProjectLock(path)
        except LockedError as error:
            raise ProjectError("in_use", file=path, owner=error.owner) from None
        try:
            if path.exists() and not replace:
                raise ProjectError("exists", file=path)
            yield lock
        except BaseException:
            lock.release()
            raise


def write_new(partial: Path, document: Document, kept: Kept) -> None:
    """Make a project of a document and what is kept beside it."""
    with filled(partial) as connection:
        tables.write_document(connection, document, time.time())
        journal.write_kept(connection, kept)


@contextmanager
def filled(partial: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection to a fresh project to fill, in one transaction."""
    with _connected_for_building(partial) as connection:
        schema.upgrade(connection)
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")


def append_drafts(partial: Path, drafts: Sequence[Draft]) -> None:
    """Put drafts into a project that nobody has open."""
    if not drafts:
        return
    with _connected_for_building(partial) as connection:
        connection.execute("BEGIN")
        tables.write_drafts(connection, drafts)
        connection.execute("COMMIT")


@contextmanager
def _connected_for_building(partial: Path) -> Iterator[sqlite3.Connection]:
    connection = connections.connect(partial, "rwc")
    try:
        # Nothing to go back to: where this fails the file is thrown away.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        yield connection
    finally:
        connection.close()
