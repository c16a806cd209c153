"""Where cells of tables stand and how items of lists are marked, for those who show pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.followers.follower import Follower
from app.marked import QT_TRANSLATE_NOOP
from app.state import Job, JobKind
from translation.model.segment import Role
from translation.work.cell_places import CellPlace, cell_places
from translation.work.item_places import item_places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.background.job_board import JobBoard
    from app.ports import Kept
    from translation.model.document import Document
    from translation.model.item_place import ItemPlace
    from translation.model.ports import Report
    from translation.model.segment import TranslationUnit

PLACES = JobKind(
    "places",
    QT_TRANSLATE_NOOP("jobs", "Reading tables and lists…"),
    QT_TRANSLATE_NOOP("jobs", "Reading tables and lists, {done} of {total}"),
    ends_with_document=True,
)
_Found = tuple["Mapping[str, CellPlace]", "Mapping[str, ItemPlace]"]


class PagePlaces(Follower):
    """Reads the tables and lists of the original in a worker, once somebody asks for them."""

    changed = Signal()

    def __init__(self, board: JobBoard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._document: Document | None = None
        self._found: _Found | None = None

    def open(self, document: Document, kept: Kept) -> None:
        """Know nothing yet: most documents are never shown as a page.

        Who shows them heard of the document before this follower did, and asks again.
        """
        self._document, self._found = document, None
        self.changed.emit()

    def close(self) -> None:
        """Forget the document."""
        self._document, self._found = None, None

    def cell(self, unit: TranslationUnit) -> CellPlace | None:
        """Return where a cell stands; None where that is not known, or not yet."""
        return self._known()[0].get(unit.id) if unit.role is Role.CELL else None

    def item(self, unit: TranslationUnit) -> ItemPlace | None:
        """Return how an item of a list is marked; None where that is not known, or not yet."""
        return self._known()[1].get(unit.id) if unit.role is Role.LIST_ITEM else None

    def _known(self) -> _Found:
        if self._found is None and self._document is not None:
            self._found = {}, {}
            twin = self._document.copy()
            self._board.start(Job(PLACES), lambda _token, report: _read(twin, report), self._take)
        return self._found or ({}, {})

    def _take(self, found: _Found) -> None:
        if self._document is not None and any(found):
            self._found = found
            self.changed.emit()


def _read(document: Document, report: Report) -> _Found:
    return cell_places(document, report), item_places(document, report)
