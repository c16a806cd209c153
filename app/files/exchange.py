"""What comes back into the document from elsewhere: references and returned tables."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.editing import batches as editing
from app.marked import QT_TRANSLATE_NOOP
from app.state import Job, JobKind
from translation.model.imported import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from app.background.job_board import JobBoard
    from app.editing.editor import Editor
    from app.services import Services
    from translation.work.returning import Return

REFERENCE = JobKind(
    "reference",
    QT_TRANSLATE_NOOP("jobs", "Reading the reference…"),
    QT_TRANSLATE_NOOP("jobs", "Reading the reference {done} of {total}"),
    ends_with_document=True,
)
RETURN = JobKind(
    "return",
    QT_TRANSLATE_NOOP("jobs", "Reading the returned table…"),
    QT_TRANSLATE_NOOP("jobs", "Comparing the returned table, {done} of {total}"),
    ends_with_document=True,
)


class Exchange(QObject):
    """Takes in references and tables that come back, each as one undo step."""

    returned = Signal(object)
    """translation.work.returning.Return: a table that came back was compared, not applied."""
    noticed = Signal(object)

    def __init__(
        self,
        services: Services,
        editor: Editor,
        board: JobBoard,
        name_reference: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._editor = editor
        self._board = board
        self._name_reference = name_reference

    def load_reference(self, path: Path) -> None:
        """Read reference translations in a worker; one undo step."""
        if self._editor.is_refused():
            return
        document = self._editor.document.copy()
        ids = [segment.id for segment in document.segments]
        self._board.start(
            Job(REFERENCE),
            lambda token, report: self._services.read_reference(path, document),
            lambda references: self._take_reference(
                path.name, dict(zip(ids, references, strict=True))
            ),
        )

    def read_return(self, path: Path) -> None:
        """Compare a table that came back with the document, in a worker; ends in ``returned``."""
        if self._editor.is_refused():
            return

        def take(found: Return) -> None:
            for notice in found.notices:
                self.noticed.emit(notice)
            self.returned.emit(found)

        read = partial(self._services.read_return, path, self._editor.document.copy())
        self._board.start(Job(RETURN), lambda token, report: read(report), take)

    def apply_return(self, found: Return, chosen: Collection[int]) -> None:
        """Apply the chosen rows (places in ``found.rows``) in one undo step.

        Where a segment changed since they were compared, nothing is applied and the table is
        compared again.
        """
        batch = found.edits(chosen, self._editor.document.new_id, time.time())
        if batch is None or self._editor.is_refused():
            return
        name = ("file", found.path.name)
        if not editing.fits(self._editor.document, batch):
            self.noticed.emit(Notice("return_stale", (name,)))
            self.read_return(found.path)
            return
        self._editor.do(batch)
        count = len({found.rows[place].id for place in chosen if found.rows[place].after})
        self.noticed.emit(Notice("return_applied", (name, ("count", str(count)))))

    def _take_reference(self, name: str, references: dict[str, str | None]) -> None:
        self._editor.set_references(references)
        self._name_reference(name)
        count = sum(reference is not None for reference in references.values())
        self.noticed.emit(Notice("reference_loaded", (("file", name), ("count", str(count)))))
