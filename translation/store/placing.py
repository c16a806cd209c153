"""Putting a database file in its place whole: built beside it, synced, then renamed."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from translation.errors import ProjectError
from translation.store import connection as connections
from translation.store.identity import COMPANIONS
from translation.system.private import open_private

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIX = ".muraji"
"""How the name of a project file ends."""


@contextmanager
def place_whole(path: Path) -> Iterator[Path]:
    """Give a private file to build in; afterwards it replaces ``path`` in one step.

    Where the building fails nothing is left and what stood at ``path`` is untouched. The caller
    holds the lock on ``path``.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        _remove(partial)
        os.close(open_private(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        yield partial
        _sync(partial)
        _settle(path)
        os.replace(partial, path)
        _sync(path.parent)
    finally:
        _remove(partial)


def _remove(path: Path) -> None:
    for suffix in ("", *COMPANIONS):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def _settle(path: Path) -> None:
    """Take in and remove the log of the file to be replaced: it would spoil the other."""
    if not any(Path(f"{path}{suffix}").exists() for suffix in COMPANIONS):
        return
    with suppress(sqlite3.Error, ProjectError):
        # What cannot be taken in belongs to a file that could not be opened any more.
        connections.open_for_writing(path).close()
    for suffix in COMPANIONS:
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Bring a file, or the names in a folder, onto the disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows opens no folders; it keeps names in order by itself.
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
