"""The one channel of marks: whoever finds places in texts tells them here, and all are painted."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from translation.model.mark import Side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from translation.model.mark import Mark, MarkAction
    from ui.review.segment_row import SegmentRow


class MarkSource(QObject):
    """Finds marks of one sort, a row at a time, when the row is painted.

    ``changed`` gives the ids of segments that have other marks although nothing of the segments
    themselves changed: of rows that change otherwise the marks are asked for anyway.
    """

    changed = Signal(list)
    sides: frozenset[Side] = frozenset(Side)
    """The sides that it marks: for the other one it is not asked."""

    def marks(self, row: SegmentRow) -> Iterable[Mark]:
        """Return the marks of a row's texts."""
        raise NotImplementedError

    def actions(self, row: SegmentRow, position: int) -> Iterable[MarkAction]:
        """Return what can be done about its marks of the target at a place: a menu asks."""
        return ()

    def take(self, segment_id: str, action: MarkAction) -> None:
        """Do what an action of a mark names by its command; one of another source is none."""


class Marks(QObject):
    """What all sources find. ``changed`` gives the ids of the segments to paint anew."""

    changed = Signal(list)

    def __init__(self, sources: Iterable[MarkSource] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources: list[MarkSource] = []
        for source in sources:
            self.add(source)

    def add(self, source: MarkSource) -> None:
        """Take marks from one source more."""
        source.setParent(self)
        self._sources.append(source)
        source.changed.connect(self.changed)

    def of(self, row: SegmentRow, side: Side) -> tuple[Mark, ...]:
        """Return the marks of one side of a row; a collapsed row has none."""
        if row.is_furniture:
            return ()
        asked = (source for source in self._sources if side in source.sides)
        found = chain.from_iterable(source.marks(row) for source in asked)
        return tuple(mark for mark in found if mark.side is side and mark.length > 0)

    def actions(self, row: SegmentRow, position: int) -> tuple[MarkAction, ...]:
        """Return what can be done about the marks of a row's target at a place."""
        found = (source.actions(row, position) for source in self._sources)
        return tuple(dict.fromkeys(chain.from_iterable(found)))

    def take(self, segment_id: str, action: MarkAction) -> None:
        """Have done what an action of a mark of this segment names by its command."""
        for source in self._sources:
            source.take(segment_id, action)


def marks_at(marks: Iterable[Mark], position: int) -> list[Mark]:
    """Return those of the marks that a place between two characters lies in, or touches."""
    return [mark for mark in marks if mark.start <= position <= mark.end]


def said_of(marks: Iterable[Mark]) -> str:
    """Return what the marks say, a line each."""
    return "\n".join(dict.fromkeys(mark.message for mark in marks if mark.message))
