"""Restore points: marking the work as it stands, and going back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.files.file_jobs import RESTORE
from app.state import Job
from translation.model.restore_point import AT_EXPORT

if TYPE_CHECKING:
    from pathlib import Path

    from app.background.job_board import JobBoard
    from app.editing.changes import Change
    from app.editing.editor import Editor
    from app.files.autosave import Autosave
    from translation.model.edits import EditBatch
    from translation.model.ports import Report
    from translation.store import RestorePoint
    from translation.system.cancel import CancelToken


class Restoring(QObject):
    """Makes the restore points of the open project, and brings one back as an undo step."""

    def __init__(
        self, editor: Editor, autosave: Autosave, board: JobBoard, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._autosave = autosave
        self._board = board
        self._edits = 0
        """How many batches were applied so far, to whatever was open."""
        self._edits_exported = 0
        """The same at the last export that made a restore point."""
        editor.changed.connect(self._count)

    @property
    def points(self) -> tuple[RestorePoint, ...]:
        """The restore points, oldest first."""
        return self._autosave.project.restore_points() if self._autosave.project else ()

    def make(self, label: str = "") -> None:
        """Mark the work as it stands, to be found again."""
        if not self._editor.is_refused():
            self._autosave.restore_point(label)

    def mark_export(self, path: Path) -> None:
        """Make a restore point of what is written to a file, unless the last one is the same."""
        if self._edits != self._edits_exported:
            self._edits_exported = self._edits
            self._autosave.restore_point(f"{AT_EXPORT}{path.name}")

    def go_back(self, point: RestorePoint) -> None:
        """Bring back, in a worker, the document as it was at a restore point; one undo step.

        What is typed before it is there belongs to what is gone back over.
        """
        project = self._autosave.project
        if project is None or self._editor.is_refused():
            return

        # Counted here: in the worker's thread an edit could be counted that is not yet queued.
        edits = self._edits

        def read(token: CancelToken, report: Report) -> EditBatch:
            self._autosave.wait(token)
            return project.restore(point)

        def take(batch: EditBatch) -> None:
            if edits == self._edits:
                self._editor.do(batch if batch.edits else None)
            else:
                self.go_back(point)

        self._board.start(Job(RESTORE), read, take)

    def _count(self, change: Change) -> None:
        if change.batch is not None:
            self._edits += 1
