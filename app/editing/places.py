"""The next segment of a kind: known for every row, so that nobody looks through all of them."""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.background.hands import HANDS
from app.background.soon import Soon
from app.editing.navigation import PLACES
from translation.model.edits import Insert, Remove

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from app.editing.changes import Change
    from app.editing.document_owner import DocumentOwner
    from translation.model.segment import Segment

YES, UNKNOWN = 1, 2
CHANGED = "changed"
BY_RECORDS = frozenset({"rejected", "bookmarked"})
"""Kinds that hang on nothing but what is said of a segment."""
LOOK_MS, LOOK_SECONDS = 10, 0.004
"""Now and then a moment is spent on rows that are not known yet, so that it is soon over."""
AT_OPENING_MS = 1500
AT_ONCE = 100
"""Rows between two looks at the clock."""
FEW = 200
"""Rows that are looked at when somebody asks, and not before."""


class Places(QObject):
    """Keeps for every kind of place, a byte a row, whether the segment there is one.

    What a change touches is unknown until somebody asks, or until there is time. ``changed`` goes
    by what changes are shown against.
    """

    def __init__(self, owner: DocumentOwner) -> None:
        super().__init__(owner)
        self._owner = owner
        self._flags: dict[str, bytearray] = {}
        self._later = Soon(self, self._look_on, LOOK_MS, unhurried=True)
        self._reset()
        owner.document_replaced.connect(self._reset)
        owner.changed.connect(self._follow)
        owner.grounds.changed.connect(self._compare_anew)

    def next(self, place: str, row: int, step: int = +1, rows: Sequence[int] | None = None) -> str:
        """Return the id of the next segment of a kind behind ``row``, then from the top, or "".

        With a ``step`` of -1 it is the one before, then from the end. ``rows`` (ascending) are
        the only ones to be looked at, None for all. The one at ``row`` itself comes last.
        """
        count = len(self._owner.document)
        if rows is None or len(rows) == count:
            found = self._nearest(place, row, step, count)
        else:
            at = bisect_left(rows, row) if step < 0 else bisect_right(rows, row)
            parts = (rows[at:], rows[:at]) if step > 0 else (rows[:at][::-1], rows[at:][::-1])
            found = self._among(place, parts[0])
            found = found if found >= 0 else self._among(place, parts[1])
        return self._owner.document.segments[found].id if found >= 0 else ""

    # --- inside ----------------------------------------------------------------------------

    def _nearest(self, place: str, row: int, step: int, count: int) -> int:
        if step > 0:
            found = self._first(place, row + 1, count)
            return found if found >= 0 else self._first(place, 0, min(row + 1, count))
        found = self._last(place, 0, max(row, 0))
        return found if found >= 0 else self._last(place, max(row, 0), count)

    def _among(self, place: str, rows: Sequence[int]) -> int:
        flags, holds, segments = self._flags[place], self._holding(place), self._segments
        for row in rows:
            if flags[row]:
                if flags[row] == UNKNOWN:
                    flags[row] = holds(segments[row])
                if flags[row]:
                    return row
        return -1

    def _first(self, place: str, start: int, end: int) -> int:
        flags, holds, segments = self._flags[place], self._holding(place), self._segments
        yes = flags.find(YES, start, end)
        end = yes if yes >= 0 else end
        unknown = flags.find(UNKNOWN, start, end)
        while unknown >= 0:
            flags[unknown] = holds(segments[unknown])
            if flags[unknown]:
                return unknown
            unknown = flags.find(UNKNOWN, unknown + 1, end)
        return yes

    def _last(self, place: str, start: int, end: int) -> int:
        flags, holds, segments = self._flags[place], self._holding(place), self._segments
        yes = flags.rfind(YES, start, end)
        start = max(start, yes + 1)
        unknown = flags.rfind(UNKNOWN, start, end)
        while unknown >= 0:
            flags[unknown] = holds(segments[unknown])
            if flags[unknown]:
                return unknown
            unknown = flags.rfind(UNKNOWN, start, unknown)
        return yes

    @property
    def _segments(self) -> Sequence[Segment]:
        return self._owner.document.segments

    def _holding(self, place: str) -> Callable[[Segment], bool]:
        """Return what tells whether a segment is one."""
        if place == CHANGED:
            return self._owner.grounds.is_changed
        return partial(PLACES[place], self._owner.document)

    # --- following the document --------------------------------------------------------------

    def _reset(self) -> None:
        document = self._owner.document
        count = len(document)
        self._flags = {place: bytearray((UNKNOWN,)) * count for place in (*PLACES, CHANGED)}
        for place in BY_RECORDS:
            self._flags[place] = bytearray(count)
        self._unknown(BY_RECORDS, document.rows_of({one.segment_id for one in document.records}))
        self._later.stop()
        if count > FEW:
            self._later.start(AT_OPENING_MS)

    def _compare_anew(self) -> None:
        self._flags[CHANGED] = bytearray((UNKNOWN,)) * len(self._owner.document)
        self._look_later(len(self._owner.document))

    def _follow(self, change: Change) -> None:
        if change.removed or change.inserted or change.arranged:
            self._move_rows(change)
        document = self._owner.document
        said = document.rows_of(change.annotated)
        self._unknown(self._flags, said)
        rows: Sequence[int] = document.rows_of(change.present)
        if len(rows) > FEW:  # What lies between is looked at anew, too: that is cheaper.
            rows = range(min(rows), max(rows) + 1)
        self._unknown(self._flags.keys() - BY_RECORDS, rows)
        self._look_later(len(rows) + len(said))

    def _unknown(self, places: Iterable[str], rows: Sequence[int]) -> None:
        for place in places:
            flags = self._flags[place]
            if isinstance(rows, range):
                flags[rows.start : rows.stop] = bytes((UNKNOWN,)) * len(rows)
            else:
                for row in rows:
                    flags[row] = UNKNOWN

    def _move_rows(self, change: Change) -> None:
        edits = change.batch.edits if change.batch else ()
        moves = [edit for edit in edits if isinstance(edit, Insert | Remove)]
        if len(moves) > FEW or change.arranged:
            self._reset()
            return
        for flags in self._flags.values():
            _move(flags, moves)

    def _look_later(self, count: int) -> None:
        if count > FEW:
            self._later.ask()

    def _look_on(self) -> None:
        if self._owner.is_at_many:  # What is found now is unknown again in a moment.
            self._later.ask()
            return
        until = time.perf_counter() + LOOK_SECONDS * HANDS.patience
        segments = self._segments
        for place, flags in self._flags.items():
            holds, row = self._holding(place), flags.find(UNKNOWN)
            while row >= 0:
                # What is known already between unknown ones is looked at anew: that is cheaper.
                end = flags.rfind(UNKNOWN, row, row + AT_ONCE) + 1
                flags[row:end] = bytes(map(holds, segments[row:end]))
                if time.perf_counter() > until:
                    self._later.ask()
                    return
                row = flags.find(UNKNOWN, end)


def _move(flags: bytearray, moves: Iterable[object]) -> None:
    for edit in moves:
        match edit:
            case Insert(row, _):
                flags.insert(row, UNKNOWN)
            case Remove(row, _):
                del flags[row]
