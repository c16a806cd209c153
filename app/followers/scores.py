"""The scores, computed beside the window in a thread of their own."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.background.alive import wait_alive
from app.background.posting import post
from app.background.slices import Slices
from app.background.soon import Soon
from app.followers.follower import Follower
from app.followers.scorer import Pair, Scorer, Turn, Update
from app.state import SessionScores
from translation.text.words import diff

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from concurrent.futures import Future

    from app.editing.changes import Change
    from app.editing.editor import Editor
    from app.ports import Kept
    from translation.model.document import Document
    from translation.model.segment import Segment
    from translation.scoring.document_scores import DocumentScores

REFERENCE = "reference"
"""The key under which a project keeps where its reference came from."""
AT_A_TIME = 50
"""Segments of a document that was opened between two looks at the clock."""
LATER_MILLISECONDS = 100
"""While a step over many segments is under way nobody waits for scores."""
TYPING_MILLISECONDS = 300
"""While a person types, the segment is scored no more often than this."""


class ScoreKeeper(Follower):
    """Keeps the scores of a document and of its active segment up to date.

    Changes that come while the thread computes are taken together into its next turn.
    """

    changed = Signal()
    _posted = Signal(object)

    def __init__(self, editor: Editor, tokeniser: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scores = SessionScores()
        self._thread: ThreadPoolExecutor | None = None
        self._document: Document | None = None
        self._kept: Kept | None = None
        self._tokeniser = tokeniser
        self._give_way = editor.right_of_way.give
        self._scorer = Scorer("en", tokeniser, self._give_way)
        self._waiting: dict[str, Update | None] = {}
        self._editor = editor
        self._is_active_waiting = False
        self._is_busy = False
        self._posted.connect(self._receive, Qt.ConnectionType.QueuedConnection)
        self._timer = Soon(self, self._begin, TYPING_MILLISECONDS)
        self._unread: deque[str] = deque()
        """Segments of a document that was opened, or of many that changed, that were not looked at
        yet, last first."""
        self._reading = Slices(self, self._read_some)
        editor.active_changed.connect(self._score_active)

    @property
    def is_working(self) -> bool:
        """Whether something changed that ``scores`` does not show yet."""
        waits = bool(self._waiting or self._unread) or self._is_active_waiting
        return self._is_busy or self._timer.isActive() or waits

    def open(self, document: Document, kept: Kept) -> None:
        """Score a document from now on."""
        self._document, self._kept = document, kept
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="scores")
        self._score_anew(document, kept.get_meta(REFERENCE, ""))
        # What compares texts word by word is loaded beside the window: the first key would wait.
        self._thread.submit(diff, "", "")

    def follow(self, change: Change) -> None:
        """Score what changed; everything, where the languages are others."""
        if self._document is None:
            return
        if change.pair_changed:
            self._score_anew(self._document, self.scores.reference_name)
        else:
            at_once = not (change.is_typing or change.more)
            self.update(change.present, change.removed, at_once=at_once)

    def close(self) -> None:
        """Forget the document and end the thread."""
        was_open = self._document is not None
        self._document = self._kept = None
        self._timer.stop()
        self._scorer.token.cancel()
        self._waiting.clear()
        self._unread.clear()
        self._reading.stop()
        self._is_busy = self._is_active_waiting = False
        self.scores = SessionScores()
        thread, self._thread = self._thread, None
        if thread is not None:
            wait_alive(partial(thread.shutdown, wait=True, cancel_futures=True))
        if was_open:
            self.changed.emit()

    def edits_of(
        self, parts: Sequence[Sequence[str]]
    ) -> Future[list[DocumentScores | None]] | None:
        """Score parts of the document, such as its files, in the scores' own thread.

        None where no document is open; given up where it is closed meanwhile.
        """
        return self._thread.submit(self._scorer.edits_of, parts) if self._thread else None

    def name_reference(self, name: str) -> None:
        """Say, and keep in the project, where the reference came from."""
        if self._kept is not None:
            self._kept.set_meta(REFERENCE, name)
        self.scores = replace(self.scores, reference_name=name)
        self.changed.emit()

    def update(
        self, segment_ids: Iterable[str], removed: Iterable[str] = (), *, at_once: bool = True
    ) -> None:
        """Take in segments (or their drafts) that changed, and forget the removed ones."""
        document = self._document
        if document is None:
            return
        self._waiting.update((segment_id, None) for segment_id in removed)
        changed = list(segment_ids)
        active = self._editor.active_id
        self._is_active_waiting |= active in self._waiting or active in changed
        if len(changed) > AT_A_TIME:
            self._read_later(changed)
        else:
            self._put(document, changed)
        if at_once and self._unread:
            self._reading.ask()
        elif at_once:
            self._begin()
        else:
            self._timer.ask()

    def _read_later(self, segment_ids: Sequence[str]) -> None:
        """Take in many segments some at a time: a person may be at a step over all of them."""
        for segment_id in segment_ids:
            self._waiting.pop(segment_id, None)
        self._unread.extendleft(segment_ids)

    def _put(self, document: Document, segment_ids: Iterable[str]) -> None:
        for segment_id in segment_ids:
            segment = document.segment(segment_id)
            compared = _is_compared(segment) and not document.is_furniture(segment)
            draft = document.drafts.machine_base(segment) if compared else None
            self._waiting[segment_id] = Update(segment, draft) if compared else None

    def _score_anew(self, document: Document, reference_name: str) -> None:
        self._scorer.token.cancel()
        language = document.files[0].pair.target if document.files else "en"
        self._scorer = Scorer(language, self._tokeniser, self._give_way)
        self._waiting.clear()
        self._is_busy, self._is_active_waiting = False, True
        self.scores = SessionScores(total=document.progress.segments, reference_name=reference_name)
        self.changed.emit()
        self._unread.clear()
        self._unread.extendleft(s.id for s in document.segments if _is_compared(s))
        self._reading.go_on()

    def _read_some(self) -> bool:
        """Take in some of a document that was opened; it is scored once all is taken in."""
        if (document := self._document) is None:
            return False
        if self._editor.is_at_many:
            self._reading.start(LATER_MILLISECONDS)
            return False
        unread = self._unread
        some = [unread.pop() for _ in range(min(AT_A_TIME, len(unread)))]
        here = [id_ for id_ in some if id_ in document and id_ not in self._waiting]
        self._put(document, here)
        if self._unread:
            return True
        self._begin()
        return False

    def _score_active(self, _segment_id: str) -> None:
        if self._document is not None:
            self._is_active_waiting = True
            self._begin()

    def _begin(self) -> None:
        if self._thread is None or self._is_busy:
            return
        if self._editor.is_at_many:
            self._timer.ask()
            return
        if not (self._waiting or self._is_active_waiting):
            return
        self._is_busy, self._is_active_waiting = True, False
        updates, self._waiting = self._waiting, {}
        turn = Turn(updates, self._pair())
        self._thread.submit(self._run, self._scorer, turn)

    def _run(self, scorer: Scorer, turn: Turn) -> None:
        scorer.run(turn)
        if not scorer.token.is_cancelled:
            post(self._posted, (scorer, turn))

    def _receive(self, posted: tuple[Scorer, Turn]) -> None:
        scorer, turn = posted
        document = self._document
        if scorer is not self._scorer or document is None:
            return
        self._is_busy = False
        self._take(turn, document)
        self.changed.emit()
        self._begin()
        if turn.error:
            raise turn.error

    def _take(self, turn: Turn, document: Document) -> None:
        scores = replace(
            self.scores,
            segment=turn.segment_scores,
            segment_id=turn.pair.segment_id if turn.pair else "",
            total=document.progress.segments,
        )
        if turn.scores:
            found = turn.scores
            scores = replace(
                scores,
                document=found.edits,
                covered=found.covered,
                untouched=found.untouched_share,
                with_reference=found.with_reference,
                drafts_compared=found.drafts_compared,
                targets_compared=found.targets_compared,
                draft_vs_reference=found.draft_vs_reference,
                target_vs_reference=found.target_vs_reference,
            )
        self.scores = scores

    def _pair(self) -> Pair | None:
        """Return what to score the active segment on, where a person has touched it."""
        document, active = self._document, self._editor.active_id
        if document is None or active not in document:
            return None
        segment = document.segment(active)
        draft = document.drafts.machine_base(segment)
        if draft is None or segment.target is None or document.is_furniture(segment):
            return None
        return Pair(segment.id, draft.text, segment.target)


def _is_compared(segment: Segment) -> bool:
    """Whether the segment takes part in any comparison, or would if it were not furniture."""
    return segment.state.is_done or segment.reference is not None
