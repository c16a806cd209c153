"""The batches of undo steps: the last read at opening, any other when it is undone."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from translation.errors import ProjectError
from translation.store import journal
from translation.store.batches import merge_all
from translation.store.connection import telling

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from translation.model.edits import EditBatch
    from translation.store.history import UndoStep

RECENT_STEPS = 300
"""So many of the last undo steps are read at opening, so that nobody waits when undoing them."""


class StepReader:
    """Reads steps out of the journal; ``original`` gives the original bytes of a file by its id."""

    def __init__(self, original: Callable[[str], bytes]) -> None:
        self.original = original
        self._recent: dict[int, tuple[EditBatch, ...]] = {}

    def known(self, step: UndoStep) -> tuple[EditBatch, ...] | None:
        """Return a step that was read at opening."""
        return self._recent.get(step.id)

    def read(
        self, connection: sqlite3.Connection, path: Path, step: UndoStep
    ) -> tuple[EditBatch, ...]:
        """Read a step; ProjectError where the journal does not have it any more."""
        where = "seq BETWEEN ? AND ? AND step = ? AND action = 'do'"
        parameters = (step.first, step.last, step.id)
        found = journal.batches(connection, where, parameters, self.original)
        if not found:
            raise ProjectError("history_gone", file=path)
        return tuple(merge_all(found))

    def read_recent(
        self, connection: sqlite3.Connection, path: Path, steps: Sequence[UndoStep]
    ) -> None:
        """Read what an undo is likely to want; one that is damaged tells so when it is undone."""
        for step in steps[-RECENT_STEPS:]:
            with suppress(ProjectError), telling(path):
                self._recent[step.id] = self.read(connection, path, step)
