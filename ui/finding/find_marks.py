"""What the find bar found, as marks; the place that one is at is marked more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.editing.replacing import Where
from translation.model.mark import Mark, MarkKind, Side
from ui.review.marks import MarkSource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtCore import QObject

    from app.editing.replacing import Hit
    from app.followers.finder import Finder
    from ui.review.segment_row import SegmentRow

SIDES = {Where.SOURCE: Side.SOURCE, Where.TARGET: Side.TARGET, Where.DRAFT: Side.TARGET}
"""The side of the row on which a text stands; notes stand on none."""


class FindMarks(MarkSource):
    """Marks the hits of the rows in view, whose ids ``seen`` gives."""

    def __init__(
        self, finder: Finder, seen: Callable[[], Sequence[str]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._finder, self._seen = finder, seen
        self._shown: dict[str, tuple[Hit, ...]] = {}
        self._current: Hit | None = None
        finder.began.connect(self._tell)
        finder.grew.connect(self._tell)
        finder.current_changed.connect(self._go)

    def marks(self, row: SegmentRow) -> Iterator[Mark]:
        """Give a mark for each place in the texts that are shown."""
        current = self._finder.current
        for hit in self._finder.of(row.segment.id):
            side = SIDES.get(hit.where)
            if side is not None:
                kind = MarkKind.FOUND_HERE if hit == current else MarkKind.FOUND
                yield Mark(side, hit.start, hit.end - hit.start, kind)

    def _tell(self) -> None:
        """Tell of the rows in view that have other marks; the rest are asked for when they come."""
        shown = {id_: hits for id_ in self._seen() if (hits := self._finder.of(id_))}
        changed = [
            id_ for id_ in {**self._shown, **shown} if self._shown.get(id_) != shown.get(id_)
        ]
        self._shown = shown
        if changed:
            self.changed.emit(changed)

    def _go(self) -> None:
        before, self._current = self._current, self._finder.current
        ids = [hit.segment_id for hit in (before, self._current) if hit is not None]
        if ids:
            self.changed.emit(list(dict.fromkeys(ids)))
