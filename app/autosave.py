"""Autosave: every change goes to the project's writer, and how that stands is told."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from app.state import SaveKind, SaveState
from translation.store import DraftEntry, Entry, MetaEntry, PointEntry
from translation.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.history import Action
    from translation.errors import ProjectError
    from translation.model.draft import Draft
    from translation.model.edits import EditBatch
    from translation.store import ProjectFile
    from translation.store.entries import AnyEntry

ACTIVE = "active"
REFERENCE = "reference"
"""Keys of the small values kept in a project."""


class Autosave(QObject):
    """Keeps one project up to date on disk. Without a project, or read-only, it keeps nothing."""

    changed = Signal()
    _heard = Signal(object)

    def __init__(
        self, parent: QObject | None = None, make_writer: Callable[..., Writer] = Writer
    ) -> None:
        super().__init__(parent)
        self.state = SaveState()
        self.project: ProjectFile | None = None
        self._make_writer = make_writer
        self._writer: Writer | None = None
        self._kept: dict[str, object] = {}
        # The writer speaks from its own thread.
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def begin(self, project: ProjectFile) -> None:
        """Take over a project just opened."""
        self.project = project
        self._kept = {}
        if project.read_only:
            detail = project.owner or str(project.obstacle)
            self._become(SaveState(SaveKind.READ_ONLY, None, detail, project.obstacle))
            return
        self._writer = self._make_writer(
            project,
            lambda number: self._heard.emit((project, number)),
            lambda error: self._heard.emit((project, error)),
        )
        self._become(SaveState(SaveKind.SAVED, time.time()))

    def record(
        self, action: Action, step: int, batch: EditBatch, next_number: int, *, flush: bool
    ) -> None:
        """Write a batch that was applied, at once where ``flush``, else within half a second."""
        self._submit(Entry(action.value, step, batch, next_number), flush=flush)

    def add_drafts(self, drafts: Sequence[Draft]) -> None:
        """Write drafts that arrived."""
        self._submit(DraftEntry(tuple(drafts)))

    def set_meta(self, key: str, value: object) -> None:
        """Keep a small value where it differs from what is kept."""
        if self.project and self.get_meta(key) != value:
            self._kept[key] = value
            self._submit(MetaEntry(key, value))

    def get_meta(self, key: str, default: Any = None) -> Any:
        """Return a small value, or ``default``."""
        if key in self._kept or self.project is None:
            return self._kept.get(key, default)
        return self.project.get_meta(key, default)

    def restore_point(self, label: str) -> None:
        """Mark the work as it stands."""
        self._submit(PointEntry(label, time.time()), flush=True)

    def drain(self, timeout: float | None = None) -> bool:
        """Wait until everything is on disk; False where it could not be written."""
        return self._writer is None or self._writer.drain(timeout)

    def end(self, *, discard: bool = False) -> bool:
        """Save the rest and let go of the project; False, and nothing ends, where that fails.

        With ``discard`` it ends all the same.
        """
        if not self.drain() and not discard:
            return False
        writer, self._writer = self._writer, None
        if writer:
            writer.close(0 if discard else None)
        if self.project:
            self.project.close()
        self.project = None
        self._become(SaveState())
        return True

    def _submit(self, entry: AnyEntry, *, flush: bool = False) -> None:
        if self._writer is None:
            return
        self._writer.submit(entry, flush=flush)
        if self.state.kind is SaveKind.SAVED:
            self._become(replace(self.state, kind=SaveKind.SAVING))

    def _hear(self, heard: tuple[ProjectFile, int | ProjectError]) -> None:
        project, news = heard
        if self._writer is None or project is not self.project:
            return
        if not isinstance(news, int):
            self._become(SaveState(SaveKind.FAILED, self.state.time, str(news), news))
        elif news >= self._writer.given:
            self._become(SaveState(SaveKind.SAVED, time.time()))

    def _become(self, state: SaveState) -> None:
        self.state = state
        self.changed.emit()
