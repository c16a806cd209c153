"""What the checks find, segment by segment, brought up to date as segments change."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from translation.model.document import Document
    from translation.model.draft import Draft
    from translation.model.issue import Issue
    from translation.model.segment import Segment, TranslationUnit

    FindIssues = Callable[[Segment, TranslationUnit, Draft | None], tuple[Issue, ...]]

SWEEP_SECONDS = 0.004
"""How long a sweep over many segments keeps the GUI thread at a time."""
FEW = 64
"""So many segments are checked at once; more are left to the sweep."""


class IssueTable(QObject):
    """The issues by segment. A few segments are checked at once, many in idle moments."""

    changed = Signal(list)
    """Segment ids whose issues differ from before."""

    def __init__(self, find: FindIssues, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._document: Document | None = None
        self._issues: dict[str, tuple[Issue, ...]] = {}
        self._in_order: list[Issue] | None = None
        self._waiting: dict[str, None] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._sweep)

    def of(self, segment_id: str) -> tuple[Issue, ...]:
        """Return the issues of a segment."""
        return self._issues.get(segment_id, ())

    def __bool__(self) -> bool:
        return bool(self._issues)

    def all(self) -> list[Issue]:
        """Return every issue in document order."""
        if self._in_order is None and self._document is not None:
            order = sorted(self._issues, key=self._document.row)
            self._in_order = [issue for id_ in order for issue in self._issues[id_]]
        return list(self._in_order or ())

    def reset(self, document: Document) -> None:
        """Check another document."""
        self._document = document
        self._issues.clear()
        self._in_order = None
        # The topmost are taken from the end, so they come first.
        self._waiting = dict.fromkeys(s.id for s in reversed(document.segments))
        if self._waiting:
            self._timer.start()
        else:
            self._timer.stop()

    def update(self, segment_ids: Iterable[str], removed: Iterable[str] = ()) -> None:
        """Check these segments again, and forget the removed ones."""
        gone = [id_ for id_ in removed if self._issues.pop(id_, ())]
        if gone:
            self._in_order = None
            self.changed.emit(gone)
        wanted = list(segment_ids)
        if len(wanted) > FEW:
            self._waiting.update(dict.fromkeys(wanted))
            self._timer.start()
        else:
            self._check_all(wanted)

    def _sweep(self) -> None:
        end = time.perf_counter() + SWEEP_SECONDS
        while self._waiting and time.perf_counter() < end:
            turn = [self._waiting.popitem()[0] for _ in range(min(FEW, len(self._waiting)))]
            self._check_all(turn)
        if not self._waiting:
            self._timer.stop()

    def _check_all(self, segment_ids: list[str]) -> None:
        document = self._document
        if document is None:
            return
        changed = [id_ for id_ in segment_ids if id_ in document and self._check(id_)]
        if changed:
            self._in_order = None
            self.changed.emit(changed)

    def _check(self, segment_id: str) -> bool:
        assert self._document is not None
        document, before = self._document, self._issues.pop(segment_id, ())
        segment = document.segment(segment_id)
        found: tuple[Issue, ...] = ()
        draft = document.current_draft(segment) if segment.target is None else None
        if draft or (segment.target is not None and not document.is_furniture(segment)):
            found = self._find(segment, document.unit_of(segment), draft)
        if found:
            self._issues[segment_id] = found
        return found != before
