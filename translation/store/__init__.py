"""The project file (.muraji): a SQLite database that is always saved."""

from __future__ import annotations

from translation.model.restore_point import RestorePoint
from translation.store.authorship import authorship_until
from translation.store.backing_up import BackupThread
from translation.store.backups import Backups
from translation.store.batches import merge
from translation.store.changes_since import changes_since, counts_since
from translation.store.entries import (
    AcceptEntry,
    DraftEntry,
    Entry,
    FileEntry,
    MetaEntry,
    PointEntry,
)
from translation.store.history import History, UndoStep
from translation.store.identity import LOSSES
from translation.store.placing import SUFFIX
from translation.store.project import ProjectFile
from translation.store.segment_history import segment_history
from translation.store.waiting import Waiter
from translation.store.writer import Writer

__all__ = [
    "LOSSES",
    "SUFFIX",
    "AcceptEntry",
    "BackupThread",
    "Backups",
    "DraftEntry",
    "Entry",
    "FileEntry",
    "History",
    "MetaEntry",
    "PointEntry",
    "ProjectFile",
    "RestorePoint",
    "UndoStep",
    "Waiter",
    "Writer",
    "authorship_until",
    "changes_since",
    "counts_since",
    "merge",
    "segment_history",
]
