"""Find: where something stands in the document, kept up with what changes."""

from __future__ import annotations

import sys
import time
from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from app.background.hands import HANDS
from app.editing.folded_texts import is_foldable
from app.editing.replacing import Searching, Where
from app.followers.follower import Follower
from translation.errors import MurajiError
from translation.model.mark import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from PySide6.QtCore import QObject

    from app.editing.changes import Change
    from app.editing.folded_texts import FoldedTexts
    from app.editing.replacing import Hit, Query
    from app.ports import Kept
    from translation.model.document import Document

MOST = 100_000
"""Hits that are kept; who gets more looks for something else."""
SLICE, SLICE_WHILE_TYPING = 0.005, 0.002
"""Seconds of searching between two turns of the event loop: no frame is late, and no key."""
TOLD = 0.06
"""Seconds between two times that more hits are told: the first ones are told at once."""
_ALL = sys.maxsize
"""The next row where every one was searched: those that come later are among them."""
_AT_ONCE = 40
"""Rows that are looked at between two looks at the clock."""
_AT_ONCE_FOLDED = 400
"""The same where most rows are passed over without a look at their texts."""
_SIDES = {Where.SOURCE: Side.SOURCE, Where.TARGET: Side.TARGET, Where.DRAFT: Side.TARGET}
"""The sides that are folded; notes are none."""
FEW = 64
"""So many changed segments are searched again at once; for more the search begins anew."""


class Finder(Follower):
    """The hits of one search in document order, and the one that somebody is at.

    With the ``folded`` texts of the document, rows in which words do not stand are passed over.
    """

    began = Signal()
    """Something else is looked for, or nothing: the hits there were are gone."""
    grew = Signal()
    """More hits came behind those there were, or all has been searched (``is_done``)."""
    spliced = Signal(int, int, int)
    """From this hit on so many went and so many came: a text changed."""
    current_changed = Signal()

    def __init__(self, folded: FoldedTexts | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folded = folded
        self._is_folded = False
        """Whether what is looked for is found in folded texts."""
        self._document: Document | None = None
        self._query: Query | None = None
        self._within: Set[str] | None = None
        self._search: Searching | None = None
        self._hits: list[Hit] = []
        self._of: dict[str, tuple[Hit, ...]] = {}
        self._next_row = 0
        self._told = 0.0
        self._is_behind = False
        """Whether many segments changed in a step that goes on: all is to be searched anew."""
        self._current: Hit | None = None
        self.trouble: MurajiError | None = None
        """Why what is looked for cannot be found, None where it can."""
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    # --- what is looked for ------------------------------------------------------------------

    @property
    def query(self) -> Query | None:
        """What is looked for, None for nothing."""
        return self._query

    def look_for(self, query: Query | None, within: Set[str] | None = None) -> None:
        """Look for something in all segments, or within some; None to look for nothing."""
        if (query, within) == (self._query, self._within) and self.trouble is None:
            return
        self._query, self._within = query, within
        self._begin()

    # --- what was found ----------------------------------------------------------------------

    @property
    def hits(self) -> Sequence[Hit]:
        """The hits found so far, in document order; not to be changed by the reader."""
        return self._hits

    @property
    def is_done(self) -> bool:
        """Whether everything was searched, or as many hits found as are kept."""
        return not (self._timer.isActive() or self._is_behind)

    @property
    def is_cut(self) -> bool:
        """Whether there may be more than were kept."""
        return len(self._hits) >= MOST

    @property
    def search(self) -> Searching | None:
        """What finds and replaces, None where nothing is looked for."""
        return self._search

    def of(self, segment_id: str) -> tuple[Hit, ...]:
        """Return the hits in a segment."""
        return self._of.get(segment_id, ())

    # --- the one that somebody is at -----------------------------------------------------------

    @property
    def current(self) -> Hit | None:
        """The hit that somebody is at."""
        return self._current

    @property
    def place(self) -> int:
        """Which of the hits that is, from 0; -1 for none."""
        return -1 if self._current is None else self.index(self._current)

    def index(self, hit: Hit) -> int:
        """Return which of the hits one is, from 0; -1 where it is none of them."""
        mine = self.of(hit.segment_id)
        return self._first_of(hit.segment_id) + mine.index(hit) if hit in mine else -1

    def make_current(self, hit: Hit | None) -> None:
        """Say which hit somebody is at."""
        if hit != self._current:
            self._current = hit
            self.current_changed.emit()

    def ahead(self, step: int, segment_id: str) -> Hit | None:
        """Return the next hit (the one before for -1), from the end to the top.

        It is counted from the current one where that stands in the segment somebody is in, else
        from that segment. None where there is no hit, or not yet: ``is_done`` tells which.
        """
        document = self._document
        if document is None or not self._hits:
            return None
        row = document.row(segment_id) if segment_id in document else 0
        current = self._current
        if row >= self._next_row and not self.is_done:
            return None
        if current is None or current.segment_id != segment_id:
            behind = self._place_of_row(row)
            wanted = behind if step > 0 else behind - 1
        elif current in self.of(segment_id):
            wanted = self.index(current) + step
        else:
            wanted = self._beside(current, self._place_of_row(row), step)
        if not 0 <= wanted < len(self._hits) and not self.is_done:
            return None
        return self._hits[wanted % len(self._hits)]

    def _beside(self, gone: Hit, first: int, step: int) -> int:
        """Return the hit behind or before one of the same segment that is no hit any more."""
        mine = self.of(gone.segment_id)
        place = (gone.where, gone.note, gone.start)
        at = sum((hit.where, hit.note, hit.start) < place for hit in mine)
        return first + (at if step > 0 else at - 1)

    # --- searching ---------------------------------------------------------------------------

    def _begin(self) -> None:
        self._timer.stop()
        self._is_behind = False
        self._hits, self._of = [], {}
        self._next_row, self._told, self.trouble, self._search = 0, 0.0, None, None
        had, self._current = self._current, None
        if self._query is not None and self._document is not None and self._query.wanted.text:
            try:
                self._search = Searching(self._document, self._query)
                wanted = self._query.wanted
                self._is_folded = not wanted.is_expression and is_foldable(wanted.text)
            except MurajiError as error:
                self.trouble = error
        self.began.emit()
        if had is not None:
            self.current_changed.emit()
        if self._search is not None:
            self._timer.start()
            self._go_on()

    def _go_on(self) -> None:
        search, document = self._search, self._document
        if search is None or document is None:
            self._timer.stop()
            return
        end = time.perf_counter() + (min(SLICE, SLICE_WHILE_TYPING) if HANDS.left else SLICE)
        try:
            count = _AT_ONCE_FOLDED if self._folded and self._is_folded else _AT_ONCE
            while self._next_row < len(document):
                rows = range(self._next_row, min(self._next_row + count, len(document)))
                self._next_row = self._look_at(search, rows, end)
                if time.perf_counter() >= end or self.is_cut:
                    break
        except MurajiError as error:
            self.trouble = error
            self._next_row = _ALL
        if self._next_row >= len(document):
            self._next_row = _ALL
        if self._next_row == _ALL or self.is_cut:
            self._timer.stop()
        is_first = bool(self._hits) and not self._told
        if self.is_done or is_first or (self._hits and end - self._told > TOLD):
            self._told = end
            self.grew.emit()

    def _look_at(self, search: Searching, rows: range, end: float) -> int:
        """Look in some rows until it is time to stop; return the row to go on with."""
        segments = search.document.segments
        for looked, row in enumerate(self._likely(search, rows), start=1):
            segment = segments[row]
            found = search.hits(segment)
            if found:
                self._of[segment.id] = found
                self._hits += found
            if not looked % _AT_ONCE and time.perf_counter() >= end:
                return row + 1
        return rows.stop

    def _likely(self, search: Searching, rows: range) -> Sequence[int]:
        """Leave out, all at once, the rows in which it does not stand."""
        segments, within = search.document.segments, self._within
        found, others = self._folded_rows(search.query, rows)
        if within is not None:
            found, others = (
                [r for r in some if segments[r].id in within] for some in (found, others)
            )
        if others:
            known = {segment.id for segment in search.likely(segments[row] for row in others)}
            found = sorted([*found, *(row for row in others if segments[row].id in known)])
        return found

    def _folded_rows(self, query: Query, rows: range) -> tuple[Sequence[int], Sequence[int]]:
        """Return the rows that may hold it, and those of which the folded texts do not tell."""
        if self._folded is None or not self._is_folded:
            return (), rows
        sides = {_SIDES[one] for one in query.where if one in _SIDES}
        return self._folded.likely(query.wanted.text, sides, rows)

    # --- following the document ----------------------------------------------------------------

    def open(self, document: Document, kept: Kept) -> None:
        """Look for the same in another document."""
        self._document = document
        self._begin()

    def follow(self, change: Change) -> None:
        """Search again what changed."""
        if self._search is None or self._document is None:
            return
        touched = tuple(dict.fromkeys((*change.present, *change.annotated)))
        moved = change.inserted or change.removed
        anew = change.pair_changed or change.arranged or self._is_behind
        if len(touched) > FEW or anew or (moved and not self.is_done):
            self._is_behind = change.more
            if change.more:
                self._timer.stop()  # It is searched once all parts of the step are done.
            else:
                self._begin()
            return
        if change.removed:
            self._forget(change.removed)
        for id_ in touched:
            self._look_again(self._search, id_)

    def close(self) -> None:
        """Forget the document; what is looked for is looked for in the next one."""
        self._document = None
        self._within = None
        self._begin()

    def _forget(self, removed: Iterable[str]) -> None:
        gone = {id_ for id_ in removed if self._of.pop(id_, None)}
        if gone:
            before = len(self._hits)
            self._hits = [hit for hit in self._hits if hit.segment_id not in gone]
            self.spliced.emit(0, before, len(self._hits))

    def _look_again(self, search: Searching, segment_id: str) -> None:
        document = search.document
        if segment_id not in document or document.row(segment_id) >= self._next_row:
            return
        try:
            found = search.hits(document.segment(segment_id))
        except MurajiError:
            found = ()
        before = self.of(segment_id)
        if found == before or (self._within is not None and segment_id not in self._within):
            return
        first = self._first_of(segment_id)
        self._hits[first : first + len(before)] = found
        if found:
            self._of[segment_id] = found
        else:
            del self._of[segment_id]
        self.spliced.emit(first, len(before), len(found))

    def _first_of(self, segment_id: str) -> int:
        """Return where the hits of a segment stand, or would stand, among all."""
        return self._place_of_row(self._document.row(segment_id)) if self._document else 0

    def _place_of_row(self, row: int) -> int:
        document = self._document
        if document is None:
            return 0
        return bisect_left(self._hits, row, key=lambda hit: document.row(hit.segment_id))
