"""Where one was: the places that were left for others far away, to go back to and forth again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from app.editing.document_owner import DocumentOwner

LONGEST = 100
"""Places that are remembered."""
NEAR = 1
"""Rows to the next place that are a step of reading on, not a leap."""


class Trail(QObject):
    """Remembers the segment that a leap began at, as a browser does its pages.

    Segments that are gone, as after a merge, are passed over.
    """

    def __init__(self, owner: DocumentOwner) -> None:
        super().__init__(owner)
        self._owner = owner
        self._back: list[str] = []
        self._ahead: list[str] = []
        self._here = ""
        owner.active_changed.connect(self._follow)
        owner.document_replaced.connect(self._forget)

    def back(self) -> str:
        """Return where one was before, "" for nowhere; one is taken to have gone there."""
        return self._go(self._back, self._ahead)

    def ahead(self) -> str:
        """Return where one went back from, "" for nowhere; one is taken to have gone there."""
        return self._go(self._ahead, self._back)

    def _go(self, places: list[str], others: list[str]) -> str:
        here, document = self._owner.active_id, self._owner.document
        while places:
            place = places.pop()
            if place in document and place != here:
                if here in document:
                    others.append(here)
                self._here = place  # Coming there is no leap.
                return place
        return ""

    def _follow(self, segment_id: str) -> None:
        before, self._here = self._here, segment_id
        document = self._owner.document
        if before == segment_id or before not in document or segment_id not in document:
            return
        if abs(document.row(segment_id) - document.row(before)) > NEAR:
            self._back.append(before)
            del self._back[:-LONGEST]
            self._ahead.clear()

    def _forget(self) -> None:
        self._back.clear()
        self._ahead.clear()
        self._here = self._owner.active_id
