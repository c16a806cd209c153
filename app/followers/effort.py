"""What work costs in time and keys, segment by segment; nothing unless a person wants it."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.background.soon import Soon
from app.followers.follower import Follower
from translation.model.effort import KEPT, PAUSE, SLOWEST, Effort, KeyKind, kept_form, parse_efforts
from translation.model.inline import strip_codes
from translation.model.segment import word_count

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QObject

    from app.editing.editor import Editor
    from app.ports import Kept
    from translation.model.document import Document
    from translation.model.effort import EffortSum

MOST_OFTEN = 10_000
"""Milliseconds between two times that it is kept."""


class EffortTable(Follower):
    """Counts keys and seconds of the active segment, while ``is_on`` says that it may.

    ``clock`` gives seconds. Which keys were pressed is never kept, only what kind they were of.
    """

    changed = Signal()

    def __init__(
        self,
        editor: Editor,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._clock = clock
        self._is_on = False
        self._document: Document | None = None
        self._kept: Kept | None = None
        self._efforts: dict[str, Effort] = {}
        self._soon = Soon(self, self._keep, MOST_OFTEN)
        self._at = ""
        self._since: float | None = None
        """When the clock began to run; None where it stands."""
        self._last_key: float | None = None
        self._spent = self._paused = 0.0
        self._pauses = 0
        self._keys = Counter[KeyKind]()
        editor.active_changed.connect(self._visit)

    @property
    def is_on(self) -> bool:
        """Whether anything is counted."""
        return self._is_on

    @property
    def efforts(self) -> Mapping[str, Effort]:
        """What is known by segment id; with the visit that goes on."""
        now = self._of_visit()
        if now is None:
            return dict(self._efforts)
        return {**self._efforts, self._at: self._efforts.get(self._at, Effort()) + now}

    def summary(self) -> EffortSum:
        """Return all that was counted, summed up."""
        from translation.reporting.effort import effort_of

        return effort_of(self._editor.document, self.efforts)

    def switch(self, on: bool) -> None:
        """Count from now on, or no more; what was counted stays until it is deleted."""
        if on != self._is_on:
            self._leave()
            self._is_on = on
            self._visit(self._editor.active_id)
            self.changed.emit()

    def delete(self) -> None:
        """Forget all that was counted in this project."""
        self._forget_visit()
        self._efforts.clear()
        if self._kept is not None:
            self._kept.set_meta(KEPT, {})
        self.changed.emit()

    def key(self, kind: KeyKind) -> None:
        """A key was pressed in the active segment."""
        if not self._is_on or not self._at:
            return
        now = self._clock()
        self._go_on(now)
        if self._last_key is not None and now - self._last_key >= PAUSE:
            self._pauses += 1
            self._paused += now - self._last_key
        self._last_key = now
        self._keys[kind] += 1

    def rest(self) -> None:
        """Stop the clock: another program is in front. The next key or segment starts it again."""
        if self._since is not None:
            self._spent += self._clock() - self._since
            self._since = self._last_key = None

    def open(self, document: Document, kept: Kept) -> None:
        """Take what the project has kept."""
        self._document, self._kept = document, kept
        self._efforts = parse_efforts(kept.get_meta(KEPT))
        self._visit(self._editor.active_id)
        self.changed.emit()

    def close(self) -> None:
        """Keep what was counted, and forget the document."""
        self._leave()
        self._keep()
        self._soon.stop()
        self._document = self._kept = None
        self._efforts = {}
        self.changed.emit()

    # --- visits ----------------------------------------------------------------------------

    def _visit(self, segment_id: str) -> None:
        self._leave()
        if self._is_on and self._document is not None and segment_id in self._document:
            self._at, self._since = segment_id, self._clock()

    def _leave(self) -> None:
        now = self._of_visit()
        if now is not None:
            self._efforts[self._at] = self._efforts.get(self._at, Effort()) + now
            self._soon.ask()
        self._forget_visit()

    def _of_visit(self) -> Effort | None:
        """Return what the visit that goes on has cost, None where there is none."""
        if not self._at or self._document is None or self._at not in self._document:
            return None
        going = 0.0 if self._since is None else self._clock() - self._since
        words = word_count(strip_codes(self._document.segment(self._at).source))
        seconds = min(self._spent + going, SLOWEST * max(1, words))
        writing, deleting, moving, command = (self._keys[kind] for kind in KeyKind)
        keys = writing, deleting, moving, command
        return Effort(seconds, *keys, self._pauses, self._paused, 1)

    def _forget_visit(self) -> None:
        self._at = ""
        self._since = self._last_key = None
        self._spent = self._paused = 0.0
        self._pauses = 0
        self._keys.clear()

    def _go_on(self, now: float) -> None:
        if self._since is None:
            self._since = now

    def _keep(self) -> None:
        if self._kept is not None and self._efforts:
            self._kept.set_meta(KEPT, kept_form(self._efforts))
