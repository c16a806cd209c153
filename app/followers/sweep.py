"""Checking many segments: a few hundred in idle moments, more in a process of its own.

However many segments and checks there are, the processor is soon left alone: after a while the
sweep goes on slowly, until somebody wants to see what it will find.
"""

from __future__ import annotations

import math
import time
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.background.hands import HANDS
from app.background.pace import Pace
from app.background.posting import post
from app.background.slices import SLICE_SECONDS
from app.background.soon import Soon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.ports import CheckApart, CheckProcess, FindIssues, Found
    from translation.model.issue import Issue
    from translation.quality import Subject

MANY = 500
"""More segments than that are worth a process."""
AT_A_TIME = 200
"""Segments given to the process at a time."""
AT_REST = 20
"""Segments given to it at a time while it is to rest."""
AHEAD = 2
"""So often it is given some before it has answered, so that it never waits."""
PAUSE = 300
"""Milliseconds without a key after which what a key touched elsewhere is checked."""
SILENT = 20_000
"""Milliseconds without an answer after which a process hangs."""


class Sweep(QObject):
    """The segments that wait to be checked, and their way through the checks.

    ``look_up`` gives what is to be checked of a segment as it is now; None for nothing.
    """

    found = Signal(list)
    """Segment ids with their issues."""
    progressed = Signal()
    _heard = Signal(object)

    def __init__(
        self,
        look_up: Callable[[str], Subject | None],
        find: FindIssues,
        check_apart: CheckApart,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look_up = look_up
        self._find = find
        self._check_apart = check_apart
        self._process: CheckProcess | None = None
        self._has_died = False
        self._order: deque[str] = deque()
        self._waiting: set[str] = set()
        self._urgent: set[str] = set()
        """Those of them that are in view, or beside what was edited."""
        self._given: set[str] = set()
        """What the process has and is still good to take from it."""
        self._mark = object()
        """Which process is listened to: one that was ended may have something left to say."""
        self._hung: set[str] = set()
        """What a process had that hung."""
        self._unanswered = 0
        self._pace = Pace()
        self._looked_up = 0.0
        """Seconds that it took here to say what the process has to check."""
        self._timer = Soon(self, self._go_on)
        self._silence = Soon(self, self._begin_anew, SILENT)
        # The process is heard in a thread of its own.
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    @property
    def left(self) -> int:
        """How many segments have still to be checked."""
        return len(self._waiting) + len(self._given)

    @property
    def is_resting(self) -> bool:
        """Whether it goes on slowly: for the rest of a long document, until somebody waits."""
        return bool(self.left) and self._pace.is_resting

    def add(self, segment_ids: Iterable[str]) -> None:
        """Check these after those that wait already; what is known of them is out of date."""
        ids = list(segment_ids)
        self.skip(ids)
        self._waiting.update(ids)
        self._order.extend(ids)
        if not self._pace.is_hurried:
            self._pace.begin()
        self._begin()
        self.progressed.emit()

    def first(self, segment_ids: Iterable[str]) -> None:
        """Check these few before all others, but not between one key and the next."""
        ids = list(segment_ids)
        self.skip(ids)
        self._waiting.update(ids)
        self._urgent.update(ids)
        self._order.extendleft(ids)
        self._timer.start(PAUSE)
        self.progressed.emit()

    def see(self, segment_id: str) -> None:
        """Check a segment before all others, if it waits: it is in view."""
        if segment_id in self._waiting and segment_id not in self._urgent:
            self.first([segment_id])

    def skip(self, segment_ids: Iterable[str]) -> None:
        """Leave these out: they are checked already, or gone."""
        ids = list(segment_ids)  # Sets take all at once in a tenth of the time.
        self._waiting.difference_update(ids)
        self._urgent.difference_update(ids)
        self._given.difference_update(ids)

    def hurry(self) -> None:
        """Take all there is to take, up to the end: somebody waits for it."""
        self._pace.hurry()
        self._begin()
        self.progressed.emit()

    def clear(self) -> None:
        """Forget everything, and end the process."""
        self._order.clear()
        self._waiting.clear()
        self._urgent.clear()
        self._timer.stop()
        self._end_process()
        self._has_died = False
        self._hung.clear()

    def _begin(self) -> None:
        if self._waiting:
            self._timer.start(0)

    # --- going on --------------------------------------------------------------------------

    def _go_on(self) -> None:
        left = 0.0 if self._pace.is_hurried else HANDS.left
        if left:
            self._timer.start(math.ceil(1000 * left))
        elif self._process is None and (self._has_died or len(self._waiting) <= MANY):
            self._check_here()
        else:
            self._give()

    def _check_here(self) -> None:
        end = time.perf_counter() + SLICE_SECONDS
        found = []
        while self._waiting and time.perf_counter() < end:
            id_ = self._next()
            subject = self._look_up(id_)
            found.append((id_, self._find(subject) if subject else ()))
        self._tell(found, SLICE_SECONDS)

    def _give(self) -> None:
        """Fill up what the process has to do; what has nothing to check is done with."""
        if self._process is None:
            mark = self._mark = object()
            self._process = self._check_apart(lambda said: post(self._heard, (mark, said)))
        end, begun = time.perf_counter() + SLICE_SECONDS, time.thread_time()
        nothing: list[tuple[str, tuple[Issue, ...]]] = []
        most, size = (1, AT_REST) if self.is_resting else (AHEAD, AT_A_TIME)
        while self._waiting and self._unanswered < most:
            subjects: list[Subject] = []
            while self._waiting and len(subjects) < size and time.perf_counter() < end:
                id_ = self._next()
                subject = self._look_up(id_)
                if subject:
                    subjects.append(subject)
                    self._given.add(id_)
                else:
                    nothing.append((id_, ()))
            if not subjects:
                break
            self._unanswered += 1
            self._process.check(subjects)
            self._silence.ask()
        self._looked_up += time.thread_time() - begun
        self._tell(nothing, 0.0)

    def _hear(self, heard: tuple[object, tuple[Found, float] | None]) -> None:
        mark, said = heard
        if mark is not self._mark:
            return
        if said is None:
            self._has_died = True  # What killed it comes up again here, and is told.
            self._waiting.update(self._given)
            self._order.extend(self._given)
            self._end_process()
            self._timer.start(0)
            return
        found, seconds = said
        self._unanswered -= 1
        if self._unanswered:
            self._silence.again()
        else:
            self._silence.stop()
        known = [(id_, issues) for id_, issues in found if id_ in self._given]
        self._given.difference_update(id_ for id_, _issues in known)
        looked_up, self._looked_up = self._looked_up, 0.0
        self._tell(known, seconds + looked_up)

    def _begin_anew(self) -> None:
        """Give another process what this one had, but what one before hung at, too."""
        again = self._given - self._hung
        self._hung |= self._given
        self._end_process()
        self._waiting.update(again)
        self._order.extendleft(again)
        self._begin()
        self.progressed.emit()

    def _tell(self, found: Found, seconds: float) -> None:
        pause = self._pace.pause(seconds)
        if self._waiting and self._unanswered < AHEAD:
            self._timer.start(0 if self._urgent else pause)
        if not self.left:
            self._pace.begin()
            self._end_process()
        if found:
            self.found.emit(list(found))
            self.progressed.emit()

    def _next(self) -> str:
        while (id_ := self._order.popleft()) not in self._waiting:
            pass
        self._waiting.remove(id_)
        self._urgent.discard(id_)
        return id_

    def _end_process(self) -> None:
        self._silence.stop()
        process, self._process = self._process, None
        self._mark = object()
        self._given.clear()
        self._unanswered = 0
        if process is not None:
            process.close()
