"""Where the cells of tables stand, for those who show the document as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.followers.follower import Follower
from app.marked import QT_TRANSLATE_NOOP
from app.state import Job, JobKind
from translation.model.segment import Role
from translation.work.cell_places import CellPlace, cell_places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.background.job_board import JobBoard
    from app.ports import Kept
    from translation.model.document import Document
    from translation.model.segment import TranslationUnit

CELLS = JobKind(
    "cells",
    QT_TRANSLATE_NOOP("jobs", "Reading the tables…"),
    QT_TRANSLATE_NOOP("jobs", "Reading the tables, {done} of {total}"),
    ends_with_document=True,
)


class PageCells(Follower):
    """Reads the tables of the original in a worker, once somebody asks for them."""

    changed = Signal()

    def __init__(self, board: JobBoard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._document: Document | None = None
        self._places: Mapping[str, CellPlace] | None = None

    def open(self, document: Document, kept: Kept) -> None:
        """Know nothing yet: most documents are never shown as a page."""
        self._document, self._places = document, None

    def close(self) -> None:
        """Forget the document."""
        self._document, self._places = None, None

    def place(self, unit: TranslationUnit) -> CellPlace | None:
        """Return where a cell stands; None where that is not known, or not yet."""
        if unit.role is not Role.CELL or self._document is None:
            return None
        if self._places is None:
            self._places = {}
            twin = self._document.copy()
            self._board.start(
                Job(CELLS), lambda token, report: cell_places(twin, report), self._take
            )
        return self._places.get(unit.id)

    def _take(self, places: Mapping[str, CellPlace]) -> None:
        if self._document is not None and places:
            self._places = places
            self.changed.emit()
