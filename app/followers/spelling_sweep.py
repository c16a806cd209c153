"""Segments on their way through the spelling, beside the window.

What is seen or typed goes first. After a while the rest of a long document goes slowly, until
somebody wants to see all of it, so that the processor is soon left alone.
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
from app.background.soon import Soon
from translation.spelling.answers import Checked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.ports import SpellApart, SpellProcess
    from translation.spelling.answers import Answer, ToSpell

START = 500
"""Milliseconds after which the process is started: opening and painting come first."""
SOON = 60
"""Milliseconds in which keys come together."""
AT_A_TIME = 100
"""Segments given to the process at a time."""
AT_REST = 20
"""Segments given to it at a time while it is to rest."""
LIVES = 3
"""So many processes in a row may die or hang before nothing is asked any more."""
SILENT = 20_000
"""Milliseconds without a word after which one that was given something hangs."""


class SpellingSweep(QObject):
    """The segments that wait, and the process. ``look_up`` gives what there is to spell.

    ``told`` gives what the process says, with what it was asked about.
    """

    told = Signal(object)
    progressed = Signal()
    _heard = Signal(object)

    def __init__(
        self,
        look_up: Callable[[str], ToSpell | None],
        start: SpellApart,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look_up = look_up
        self._start = start
        self._process: SpellProcess | None = None
        self._mark = object()
        self._deaths = 0
        """Of how many processes nothing was heard since the last that answered."""
        self._waiting: set[str] = set()
        self._urgent: deque[str] = deque()
        self._order: deque[str] = deque()
        self._given: set[str] = set()
        self._pace = Pace()
        """Of the process, and of asking it."""
        self._asking = 0.0
        """Seconds that it took here to ask what the process answers next."""
        self._timer = Soon(self, self._give)
        self._silence = Soon(self, self._begin_anew, SILENT)
        # The process is heard in a thread of its own.
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    @property
    def left(self) -> int:
        """How many segments are still to be looked at."""
        return len(self._waiting) + len(self._given)

    def add(self, segment_ids: Iterable[str]) -> None:
        """Look at these after those that wait already."""
        if self._is_given_up:
            return
        ids = list(segment_ids)
        self._waiting.update(ids)
        self._order.extend(ids)
        self._begin(START if self._process is None else SOON)

    def first(self, segment_ids: Iterable[str]) -> None:
        """Look at these before all others: they are seen, or were typed."""
        if self._is_given_up:
            return
        ids = list(segment_ids)
        self._waiting.update(ids)
        self._urgent.extend(ids)
        self._begin(START if self._process is None else SOON)

    def wants(self, segment_id: str) -> bool:
        """Tell whether a segment waits."""
        return segment_id in self._waiting

    def skip(self, segment_ids: Iterable[str]) -> None:
        """Leave these out: they are gone."""
        for id_ in segment_ids:
            self._waiting.discard(id_)

    def hurry(self) -> None:
        """Take all there is to take, up to the end: somebody waits for it."""
        self._pace.hurry()
        self._begin(0)

    def suggest(self, language: str, word: str, beside: Iterable[str]) -> None:
        """Ask what a word may have been."""
        process = self._running()
        if process is not None:
            process.suggest(language, word, beside)

    def clear(self) -> None:
        """Forget everything, and end the process."""
        self._waiting.clear()
        self._urgent.clear()
        self._order.clear()
        self._timer.stop()
        self._pace.begin()
        self._deaths = 0
        self._end_process()

    @property
    def _is_given_up(self) -> bool:
        return self._deaths >= LIVES

    def _begin(self, after: int) -> None:
        """Go on after so many milliseconds, or earlier where that was said before."""
        if self._is_given_up or not self._waiting or self._given:
            return
        if not self._timer.isActive() or self._timer.remainingTime() > after:
            self._timer.start(after)

    def _running(self) -> SpellProcess | None:
        if self._process is None and not self._is_given_up:
            mark = self._mark = object()
            self._process = self._start(lambda said: post(self._heard, (mark, said)))
        return self._process

    def _give(self) -> None:
        left = 0.0 if self._urgent or self._pace.is_hurried else HANDS.left
        if left:
            self._timer.start(math.ceil(1000 * left))
            return
        process = self._running()
        if process is None or self._given:
            return
        begun = time.thread_time()
        segments: list[ToSpell] = []
        for id_ in self._next():
            segment = self._look_up(id_)
            if segment is not None:
                segments.append(segment)
                self._given.add(id_)
        self._asking += time.thread_time() - begun
        if segments:
            process.check(segments)
            self._silence.again()
        else:
            self._begin(0)

    def _next(self) -> list[str]:
        """Take the next that wait: those that are urgent, else some of the others."""
        ids: list[str] = []
        for order in (self._urgent, self._order):
            rests = order is self._order and self._pace.is_resting
            while order and len(ids) < (AT_REST if rests else AT_A_TIME):
                id_ = order.popleft()
                if id_ in self._waiting:
                    self._waiting.remove(id_)
                    ids.append(id_)
            if ids:
                break
        return ids

    def _hear(self, heard: tuple[object, Answer | None]) -> None:
        mark, said = heard
        if mark is not self._mark:
            return
        if said is None:
            self._begin_anew()
            return
        if isinstance(said, Checked):
            self._deaths = 0
            self._silence.stop()
            begun = time.thread_time()
            self._given.clear()
            self.told.emit(said)
            took = said.seconds + self._asking + time.thread_time() - begun
            self._asking, pause = 0.0, self._pace.pause(took)
            self._begin(0 if self._urgent else pause)
            if not self._waiting and not self._pace.is_hurried:
                self._pace.begin()
            self.progressed.emit()
        else:
            if self._silence.isActive():
                self._silence.again()
            self.told.emit(said)

    def _begin_anew(self) -> None:
        """Give another process what this one had: it has died, or hangs."""
        self._deaths += 1
        given = list(self._given)
        self._end_process()
        if self._is_given_up:
            self._waiting.clear()
        else:
            self.first(given)
        self.progressed.emit()

    def _end_process(self) -> None:
        self._silence.stop()
        process, self._process = self._process, None
        self._mark = object()
        self._given.clear()
        if process is not None:
            process.close()
