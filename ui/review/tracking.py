"""Which rows show their changes in the text, and what such a row shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from translation.text.bidi import PositionMap
from translation.text.words import diff
from ui.review.diff_text import apart
from ui.review.differences import LONGEST_COMPARED

if TYPE_CHECKING:
    from app.editing.editor import Editor
    from ui.review.segment_row import SegmentRow


@dataclass(frozen=True, slots=True)
class TrackedText:
    """A text with what was taken out of it: ``shown`` holds both.

    ``gone`` and ``come`` are the stretches of it that went and that came, from start to end;
    ``positions`` leads from the text itself to it.
    """

    shown: str
    gone: tuple[tuple[int, int], ...]
    come: tuple[tuple[int, int], ...]
    positions: PositionMap


class Tracking(QObject):
    """Shows the changes of all rows, or of some, against what the panel compares with, too."""

    changed = Signal()
    """Other rows show their changes than before."""

    def __init__(self, work: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._all = False
        self._others: set[str] = set()
        """The segments that are not shown as all are."""
        work.document_replaced.connect(self._others.clear)
        work.grounds.changed.connect(self._compare_anew)

    @property
    def all_rows(self) -> bool:
        """Whether every row shows its changes."""
        return self._all

    def show_all(self, shown: bool) -> None:
        """Show the changes of all rows, or of none."""
        self._all = shown
        self._others.clear()
        self.changed.emit()

    def toggle(self, segment_id: str) -> None:
        """Show the changes of one row, or hide them."""
        self._others ^= {segment_id}
        self.changed.emit()

    def _compare_anew(self) -> None:
        if self._all or self._others:
            self.changed.emit()

    def is_shown(self, segment_id: str) -> bool:
        """Tell whether a row is to show its changes."""
        return self._all != (segment_id in self._others)

    def of(self, row: SegmentRow) -> TrackedText | None:
        """Return what a row shows; None where it shows its text as it is."""
        segment = row.segment
        if segment.target is None or row.is_furniture or not self.is_shown(segment.id):
            return None
        ground = self._work.grounds.text_of(segment)
        return tracked(ground, segment.target) if ground is not None else None


@lru_cache(maxsize=400)
def tracked(before: str, after: str) -> TrackedText | None:
    """Return a text with what it was before, None where they are alike or too long to compare."""
    if before == after or max(len(before), len(after)) > LONGEST_COMPARED:
        return None
    shown, at = "", 0
    gone: list[tuple[int, int]] = []
    come: list[tuple[int, int]] = []
    inserted: list[int] = []
    parts = diff(before, after)
    of_texts = set(map(id, parts))
    for part in apart(parts):
        end = at + len(part.text)
        if part.kind == "delete":
            gone.append((at, end))
        if part.kind == "delete" or id(part) not in of_texts:
            inserted += range(at, end)
        elif part.kind == "insert":
            come.append((at, end))
        shown, at = shown + part.text, end
    return TrackedText(shown, tuple(gone), tuple(come), PositionMap(tuple(inserted)))
