"""What memories have for the segments, and what the segments have for them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.background.jobs import Jobs
from app.background.soon import Soon
from app.followers.follower import Follower
from app.followers.memory_keeping import MemoryKeeping, concerned
from app.marked import QT_TRANSLATE_NOOP
from app.state import Job, JobKind
from translation.memory.concordance import look_up
from translation.memory.of_document import asked_of
from translation.memory.shelf import Shelf, UsedMemory
from translation.model.segment import DONE_STATES
from translation.work.drafting import lacks_draft
from translation.work.pretranslating import THRESHOLD, draft_of, matches_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from app.background.job_board import JobBoard
    from app.background.jobs import RunningJob
    from app.editing.changes import Change
    from app.editing.editor import Editor
    from app.ports import Kept
    from translation.memory.concordance import Hits, Wanted
    from translation.model.document import Document
    from translation.model.memory_unit import Match, MemoryUnit
    from translation.model.ports import Report
    from translation.system.cancel import CancelToken

PROJECT = "memory_project"
"""The key under which a project keeps what memories tell it apart by."""
ACTIVE, SEARCH = "active", "search"
"""Kinds of questions; each has memories of its own open."""
FILL = JobKind(
    "fill",
    QT_TRANSLATE_NOOP("jobs", "Looking into memories…"),
    QT_TRANSLATE_NOOP("jobs", "Looking into memories: {done} of {total}"),
    ends_with_document=True,
)
AFTER_OPENING = 1000
"""Milliseconds until rows are filled, so that the window is painted."""
BETWEEN_ROWS = 60
"""Milliseconds that one stays on a row before it is looked for."""


@dataclass(frozen=True, slots=True)
class MemoryChoice:
    """Which memories are used, and from which percent on a match fills a row."""

    used: tuple[UsedMemory, ...] = ()
    threshold: int = THRESHOLD


class MemoryTable(Follower):
    """Looks up the active segment, fills rows, and keeps what is confirmed, in threads.

    ``is_undrafted`` tells whether any segment has neither a translation nor a draft.
    """

    found = Signal(str, list)
    """The id of the active segment, and its matches, best first."""
    hits_found = Signal(object, object)
    """Wanted and its Hits."""

    def __init__(
        self,
        editor: Editor,
        board: JobBoard,
        is_undrafted: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_undrafted = is_undrafted
        self._board = board
        self.choice = MemoryChoice()
        self.matches: tuple[Match, ...] = ()
        """Those of the active segment, as far as they are known."""
        self._editor = editor
        self._document: Document | None = None
        self._kept: Kept | None = None
        self._project = ""
        self._jobs: Jobs | None = None
        self._shelves: dict[str, Shelf] = {}
        self._asked: dict[str, RunningJob[object]] = {}
        self._keeping = MemoryKeeping(self)
        self._keeping.failed.connect(self.failed)
        self._keeping.written.connect(self.look_again)
        self._soon = Soon(self, self._look_up, BETWEEN_ROWS)
        self._filling = Soon(self, self._fill_opened, AFTER_OPENING, unhurried=True)
        editor.active_changed.connect(self._ask)

    # --- the follower -------------------------------------------------------------------------

    def prefer(self, choice: MemoryChoice) -> None:
        """Go by another choice of memories from now on."""
        if choice == self.choice:
            return
        document, kept = self._document, self._kept
        self.close()
        self.choice = choice
        if document is not None and kept is not None:
            self.open(document, kept)
        self.found.emit("", [])

    def open(self, document: Document, kept: Kept) -> None:
        """Begin with a document: what memories lack of it is taken in."""
        self._document, self._kept = document, kept
        if not self.choice.used:
            return
        self._project = kept.get_meta(PROJECT, "")
        self._jobs = Jobs(self, threads=2)
        self._shelves = {
            kind: Shelf(self.choice.used, self._tell_failure) for kind in (ACTIVE, SEARCH)
        }
        self._keeping.begin(self.choice.used)
        if any(map(document.counts, DONE_STATES)):
            self._keeping.catch_up(document.copy(), self._known_project())
        self._ask()
        self._filling.again()

    def follow(self, change: Change) -> None:
        """Let memories hear of what was confirmed or is no longer, and look up what is other."""
        if self._jobs is None or self._document is None:
            return
        if ids := concerned(change, self._document):
            self._keeping.hear(self._document, ids, self._known_project(), self._editor.author)
        if self._editor.active_id in change.segments and not change.keeps_texts:
            self._ask()

    def close(self) -> None:
        """Write what is still to be written, and end the threads."""
        self._soon.stop()
        self._filling.stop()
        self._keeping.end()
        jobs, self._jobs = self._jobs, None
        self._asked.clear()
        self._document = self._kept = None
        if jobs is not None:
            jobs.close()
            jobs.deleteLater()
        for shelf in self._shelves.values():
            shelf.close()
        self._shelves.clear()
        self._show("", ())

    # --- what memories have ---------------------------------------------------------------------

    @property
    def is_on(self) -> bool:
        """Whether any memory is used."""
        return self._jobs is not None

    def use(self, place: int) -> None:
        """Put a match of the active segment into its translation, by its place in ``matches``."""
        document, active = self._document, self._editor.active_id
        if document is not None and active in document and place < len(self.matches):
            match = draft_of(self.matches[place], document.segment(active), document.drafts.next_id)
            self._editor.take_match(active, match)

    def is_of_project(self, unit: MemoryUnit) -> bool:
        """Whether a unit of a memory is a segment of this very project."""
        return bool(self._project) and unit.segment.startswith(f"{self._project}/")

    def search(self, wanted: Wanted) -> None:
        """Look words up; ends in ``hits_found``, unless somebody looks up others meanwhile."""
        if self._jobs is None:
            return

        shelf = self._shelves[SEARCH]

        def look(token: CancelToken, _report: Report) -> Hits:
            return shelf.ask(token, lambda memories: look_up(memories, wanted))

        self._start(SEARCH, look, lambda hits: self.hits_found.emit(wanted, hits))

    def fill(self, then: Callable[[], None]) -> None:
        """Put matches beside all segments that have neither a translation nor a draft.

        ``then`` is called when that is done, at once where there are no memories.
        """
        document = self._document
        if document is None or self._jobs is None or not self._is_undrafted():
            then()
            return
        copy, project, threshold = document.copy(), self._project, self.choice.threshold
        used = self.choice.used

        def match(_token: CancelToken, report: Report) -> dict[str, Match]:
            shelf = Shelf(used, self._tell_failure)  # Who is at a row does not wait for this.
            try:
                memories = shelf.memories()
                return matches_for(copy, memories, threshold, report, project, wants=lacks_draft)
            finally:
                shelf.close()

        def filled(matches: dict[str, Match]) -> None:
            self._board.end(FILL)
            self._put_beside(document, matches)
            then()

        def not_filled(_error: object) -> None:
            self._board.end(FILL)
            then()

        self._board.cancel(FILL)
        job = self._start("fill", match, filled, not_filled, partial(self._board.report, FILL))
        self._board.begin(Job(FILL, 0, len(copy)), job.cancel)

    def _fill_opened(self) -> None:
        """Fill rows of a document that was opened, unless more is going on already."""
        if self._jobs is not None and not self._board.current:
            self.fill(lambda: None)

    def _put_beside(self, document: Document, matches: dict[str, Match]) -> None:
        lacking = [
            (document.segment(id_), match)
            for id_, match in matches.items()
            if id_ in document and lacks_draft(document, document.segment(id_))
        ]
        first = document.drafts.next_id
        drafts = [draft_of(match, segment, first + n) for n, (segment, match) in enumerate(lacking)]
        if drafts:
            self._editor.add_drafts(drafts)

    def _ask(self, _what: object = None) -> None:
        if self._jobs is not None:
            if self.matches:
                self._show("", ())
            self._soon.again()

    def look_again(self) -> None:
        """Look once more where a memory has something that it had not when one looked."""
        if self._jobs is not None:
            self._soon.ask()

    def _look_up(self) -> None:
        document, active = self._document, self._editor.active_id
        if document is None or active not in document:
            return
        asked = asked_of(document, document.row(active), self._project)

        shelf = self._shelves[ACTIVE]

        def match(token: CancelToken, _report: Report) -> list[Match]:
            return shelf.ask(token, lambda memories: memories.matches(asked))

        self._start(ACTIVE, match, lambda matches: self._show(active, tuple(matches)))

    def _show(self, segment_id: str, matches: tuple[Match, ...]) -> None:
        if segment_id in ("", self._editor.active_id) and (matches or self.matches or segment_id):
            self.matches = matches
            self.found.emit(segment_id, list(matches))

    def _start(
        self,
        kind: str,
        work: Callable[[CancelToken, Report], object],
        done: Callable[..., None],
        failed: Callable[[object], None] = lambda error: None,
        progress: Callable[[int, int], None] = lambda done, total: None,
    ) -> RunningJob[object]:
        """Ask in a thread; an earlier question of the kind is given up."""
        assert self._jobs is not None
        if (before := self._asked.pop(kind, None)) is not None:
            before.cancel()

        def told(error: object) -> None:
            self.failed.emit(error)
            failed(error)

        job = self._asked[kind] = self._jobs.start(work, done, told, progress)
        return job

    def _tell_failure(self, error: object) -> None:
        """Let what cannot be opened be told by who writes: each memory is told of once."""
        self._keeping.tell(error)

    # --- what they are to keep ------------------------------------------------------------------

    def _known_project(self) -> str:
        """Return what tells the project apart, made when the first segment goes into a memory."""
        if not self._project and self._kept is not None:
            self._project = secrets.token_hex(8)
            self._kept.set_meta(PROJECT, self._project)
        return self._project
