"""How doubtful each segment is, estimated beside the window and without a reference."""

from __future__ import annotations

import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from heapq import nlargest
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.background.alive import wait_alive
from app.background.pace import Pace
from app.background.posting import post
from app.background.soon import Soon
from app.editing.navigation import ids_from_place
from app.followers.follower import Follower
from translation.estimating import (
    FORCED,
    OWN,
    Estimate,
    Evidence,
    Likelihoods,
    default_estimator,
)
from translation.model.issue import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from app.editing.changes import Change
    from app.followers.issues import IssueTable
    from app.ports import Kept
    from translation.model.document import Document
    from translation.model.language import LanguagePair
    from translation.model.segment import Segment

BATCH = 64
"""Segments that the thread takes at a time: it holds the interpreter for some milliseconds."""
SEEN_MS = 60
"""So long it takes until what came into view is looked at: one scrolls by most of it."""
TYPING_MS = 400
"""While a person types, the segment is estimated no more often than this."""
LEARNT = 3000
"""Drafts that are looked at to learn what is usual of their models."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A segment as the thread is to look at it."""

    id: str
    source: str
    target: str
    pair: LanguagePair


_Surfaces = list[tuple[str, tuple[float, ...] | None]]


@dataclass(frozen=True, slots=True)
class _Found:
    """What the thread found in a batch, and the processor seconds that it took."""

    surfaces: _Surfaces
    seconds: float


class Estimates(Follower):
    """The expected number of errors by segment; what the checks found, and what a model said of
    the text, count as soon as they are known.

    The rest of a long document is looked at slowly, what is in view first, until somebody waits.
    """

    changed = Signal(list)
    """Segment ids whose estimates are others now."""
    _posted = Signal(object)

    def __init__(self, issues: IssueTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._issues = issues
        self._document: Document | None = None
        self._thread: ThreadPoolExecutor | None = None
        self._estimator = default_estimator()
        self._likelihoods = Likelihoods(self._estimator.weights.usual)
        self._surfaces: dict[str, tuple[float, ...]] = {}
        """Without what the checks found."""
        self._expected: dict[str, float] = {}
        self._said: dict[str, tuple[str, str, float]] = {}
        """What a model said when it was asked: of which text, which model, how likely."""
        self._waiting: deque[str] = deque()
        self._is_waiting: set[str] = set()
        self._urgent: set[str] = set()
        """Those of them that are in view or were changed."""
        self.gone_to = ""
        """The segment that somebody went to last as the most doubtful one."""
        self._is_busy = False
        self._pace = Pace()
        self._mark = object()
        self._timer = Soon(self, self._begin)
        self._posted.connect(self._receive, Qt.ConnectionType.QueuedConnection)
        issues.changed.connect(self._weigh_anew)

    # --- reading ---------------------------------------------------------------------------

    @property
    def left(self) -> int:
        """How many segments are still to be looked at."""
        return len(self._is_waiting) + (BATCH if self._is_busy else 0)

    def of(self, segment_id: str) -> Estimate | None:
        """Return the estimate of a segment with its reasons; None where there is none (yet)."""
        evidence = self._evidence(segment_id)
        return self._estimator.estimate(evidence) if evidence is not None else None

    def seen(self, segment_id: str) -> Estimate | None:
        """Return the estimate of a segment in view, None where it is not doubtful.

        It is looked at before those that nobody sees.
        """
        if segment_id in self._is_waiting and segment_id not in self._urgent:
            self._urgent.add(segment_id)
            self._waiting.appendleft(segment_id)
            self._timer.start(SEEN_MS)
        return self.of(segment_id) if self.is_doubtful(segment_id) else None

    def hurry(self) -> None:
        """Look at all that is left without a pause: somebody waits for it."""
        if self._is_waiting:
            self._pace.hurry()
            self._timer.start(0)

    def is_doubtful(self, segment_id: str) -> bool:
        """Tell whether a segment is among those that are likely to be wrong."""
        return self._expected.get(segment_id, 0.0) >= self._estimator.weights.doubtful

    def next_doubtful(
        self, after: str, wanted: Callable[[Segment], bool], rows: Sequence[int] | None = None
    ) -> str:
        """Return the most doubtful segment that is ``wanted``, "" for none.

        Where ``after`` names one, it is the most doubtful of those that are less so than it.
        ``rows`` are the only ones to be looked at, None for all.
        """
        document, expected = self._document, self._expected
        if document is None:
            return ""
        bound = None
        if after in document:
            bound = expected.get(after, 0.0), -document.row(after)
        found, best = "", (0.0, -len(document))
        for id_, here in self._among(document, rows):
            # Of equal ones the first; most are passed over at once.
            if here < best[0] or (key := (here, -document.row(id_))) <= best:
                continue
            if (bound is None or key < bound) and wanted(document.segment(id_)):
                found, best = id_, key
        return found

    def most_doubtful(self, wanted: Callable[[Segment], bool], most: int) -> list[str]:
        """Return the ids of so many segments that are ``wanted``, the most doubtful first.

        ``next_doubtful`` walks in the same order.
        """
        document, expected = self._document, self._expected
        found, looked_at = list[str](), 2 * most
        while document is not None and expected:
            # Most are far below: of all of them only the numbers are looked at.
            least = nlargest(looked_at, expected.values())[-1]
            above = [id_ for id_, here in expected.items() if here >= least and id_ in document]
            above.sort(key=lambda id_: (-expected[id_], document.row(id_)))
            found = [id_ for id_ in above if wanted(document.segment(id_))][:most]
            if len(found) == most or looked_at >= len(expected):
                break
            looked_at *= 8
        return found

    def _among(self, document: Document, rows: Sequence[int] | None) -> Iterable[tuple[str, float]]:
        """Return the segments of some rows, None for all, that have an estimate, with it."""
        if rows is None or len(rows) == len(document):
            return self._expected.items()
        segments, expected = document.segments, self._expected
        ids = (segments[row].id for row in rows)
        return ((id_, expected[id_]) for id_ in ids if id_ in expected)

    def unsaid(self) -> list[tuple[str, str, str, LanguagePair]]:
        """Return what a model could be asked: id, source, target and languages of segments.

        Not those whose drafts came with their own model's score.
        """
        document, found = self._document, list[tuple[str, str, str, "LanguagePair"]]()
        if document is None:
            return found
        for segment in document.segments:
            shown = document.shown_target(segment)
            if shown and not document.is_furniture(segment) and self._score(segment) is None:
                found.append((segment.id, segment.source, shown, document.pair_of(segment)))
        return found

    def take_said(self, model: str, said: Mapping[str, tuple[str, float]]) -> None:
        """Take in what a model said of the texts of segments: by id the text, and how likely."""
        for _text, score in said.values():
            self._likelihoods.learn(FORCED, model, score)
        self._said.update({id_: (text, model, score) for id_, (text, score) in said.items()})
        self.gone_to = ""  # The order is another now.
        self._weigh_anew([*said])

    # --- following -------------------------------------------------------------------------

    def open(self, document: Document, kept: Kept) -> None:
        """Estimate a document, from where the work was left on."""
        self._document = document
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="estimates")
        for draft in islice(document.drafts, LEARNT):
            if draft.score is not None:
                self._likelihoods.learn(OWN, draft.model, draft.score)
        ids = ids_from_place(document, kept)
        self._waiting, self._is_waiting = deque(ids), set(ids)
        self._begin()

    def follow(self, change: Change) -> None:
        """Estimate what changed, and forget what is gone."""
        for id_ in change.removed:
            for table in (self._surfaces, self._expected, self._said):
                table.pop(id_, None)
            self._is_waiting.discard(id_)
        if change.keeps_texts:
            return  # No estimate hangs on anything else.
        for draft in change.drafts:
            if draft.score is not None:
                self._likelihoods.learn(OWN, draft.model, draft.score)
        if change.pair_changed and self._document is not None:
            self._add([segment.id for segment in self._document.segments])
        else:
            self._add(change.present, first=len(change.present) <= BATCH)
        if change.present:
            self._timer.start(TYPING_MS if change.is_typing else 0)

    def close(self) -> None:
        """Forget the document, and end the thread."""
        self._document = None
        self._timer.stop()
        self._mark = object()
        thread, self._thread = self._thread, None
        if thread is not None:
            wait_alive(partial(thread.shutdown, wait=True, cancel_futures=True))
        self._surfaces, self._expected, self._said = {}, {}, {}
        self._waiting.clear()
        self._is_waiting.clear()
        self._urgent.clear()
        self._pace.begin()
        self._likelihoods = Likelihoods(self._estimator.weights.usual)
        self._is_busy, self.gone_to = False, ""

    # --- inside ----------------------------------------------------------------------------

    def _add(self, ids: Iterable[str], *, first: bool = False) -> None:
        fresh = [id_ for id_ in ids if id_ not in self._is_waiting or first]
        self._is_waiting.update(fresh)
        if first:
            self._urgent.update(fresh)
            self._waiting.extendleft(fresh)
        else:
            self._waiting.extend(fresh)

    def _begin(self) -> None:
        """Give the thread some segments."""
        document = self._document
        if document is None or self._thread is None or self._is_busy or not self._is_waiting:
            return
        some: list[_Waiting] = []
        while self._is_waiting and len(some) < BATCH:
            id_ = self._waiting.popleft()
            if id_ in self._is_waiting:
                self._is_waiting.remove(id_)
                self._urgent.discard(id_)
                if id_ in document:
                    some.append(self._looked_up(document, id_))
        self._is_busy = True
        self._thread.submit(self._run, self._mark, some)

    def _looked_up(self, document: Document, segment_id: str) -> _Waiting:
        segment = document.segment(segment_id)
        shown = "" if document.is_furniture(segment) else document.shown_target(segment)
        return _Waiting(segment_id, segment.source, shown, document.pair_of(segment))

    def _run(self, mark: object, some: Sequence[_Waiting]) -> None:
        """Look at segments, in the thread; those without a translation have no estimate."""
        begun, found = time.thread_time(), _Surfaces()
        for one in some:
            surface = None
            if one.target.strip():
                surface = self._estimator.surface(one.source, one.target, one.pair)
            found.append((one.id, surface))
            time.sleep(0)  # lets the window's thread have the interpreter
        post(self._posted, (mark, _Found(found, time.thread_time() - begun)))

    def _receive(self, posted: tuple[object, _Found]) -> None:
        mark, found = posted
        if mark is not self._mark or self._document is None:
            return
        self._is_busy, begun = False, time.thread_time()
        for id_, surface in found.surfaces:
            if surface is not None and id_ in self._document:
                self._surfaces[id_] = surface
            else:
                self._surfaces.pop(id_, None)
        self._weigh_anew([id_ for id_, _surface in found.surfaces])
        pause = self._pace.pause(found.seconds + time.thread_time() - begun)
        if not self._is_waiting:
            self._pace.begin()
        else:
            self._timer.start(0 if self._urgent else pause)

    def _weigh_anew(self, segment_ids: Iterable[str]) -> None:
        """Reckon the numbers again of segments of which more, or something else, is known."""
        changed = []
        for id_ in segment_ids:
            before = self._expected.pop(id_, None)
            evidence = self._evidence(id_)
            if evidence is not None:
                self._expected[id_] = self._estimator.expected(evidence)
            if self._expected.get(id_) != before:
                changed.append(id_)
        if changed:
            self.changed.emit(changed)

    def _evidence(self, segment_id: str) -> Evidence | None:
        document, surface = self._document, self._surfaces.get(segment_id)
        if surface is None or document is None or segment_id not in document:
            return None
        severities = [issue.severity for issue in self._issues.last_of(segment_id)]
        errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
        whole = self._estimator.with_issues(surface, errors, warnings)
        said = self._score(document.segment(segment_id))
        return Evidence(whole, self._likelihoods.standing(*said) if said else None)

    def _score(self, segment: Segment) -> tuple[str, str, float] | None:
        """Return what a model says of the text shown: how it was asked, which, how likely."""
        document = self._document
        assert document is not None
        shown = document.shown_target(segment)
        draft = document.drafts.base(segment)
        if draft is not None and draft.score is not None and draft.text == shown:
            return OWN, draft.model, draft.score
        text, model, score = self._said.get(segment.id, ("", "", 0.0))
        return (FORCED, model, score) if model and text == shown else None
