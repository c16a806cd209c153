"""Segments that cannot be trusted: found in verifying a project, gone when somebody saw to them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.background.hands import HANDS
from app.background.jobs import Jobs
from app.editing import batches as editing
from app.followers.follower import Follower
from translation.errors import ProjectError
from translation.model.doubt import DRAFT_CHANGED, UNIT_CHANGED
from translation.model.inline import strip_codes
from translation.model.issue import Issue, Severity
from translation.store.doubts import (
    KEY,
    OF_SEGMENTS,
    doubts_json,
    doubts_of,
    notices_of,
    rows_beside,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.background.jobs import RunningJob
    from app.editing.changes import Change
    from app.editing.editor import Editor
    from app.files.autosave import Autosave
    from app.ports import Kept
    from translation.errors import MurajiError
    from translation.model.document import Document
    from translation.model.doubt import Doubt
    from translation.model.ports import Report
    from translation.model.segment import Segment
    from translation.store import ProjectFile
    from translation.store.verifying import Verdict
    from translation.system.cancel import CancelToken

BREATH = 0.002
"""Seconds of rest between two blocks of rows, so that the window's thread is never waited for;
while somebody works they are as many as it takes for the hands to rest."""


class Doubts(Follower):
    """The doubts about the open document; what is left of them is kept in the project."""

    changed = Signal(list)
    """Segment ids about which there is a doubt, or no more."""

    def __init__(self, editor: Editor, autosave: Autosave, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._autosave = autosave
        self._jobs: Jobs | None = None
        self._job: RunningJob[Verdict] | None = None
        self._document: Document | None = None
        self._known: dict[str, Doubt] = {}
        self._settled: set[str] = set()
        self._rows: dict[str, tuple[object, ...]] = {}
        """Rows of units and drafts in doubt, until their segments are settled."""

    @property
    def known(self) -> Mapping[str, Doubt]:
        """The doubts by segment id."""
        return self._known

    def settle(self, segment_ids: Sequence[str], *, put_back: bool) -> None:
        """Say what is right: what the undo history has, or what stands here; one undo step."""
        chosen = {id_: self._known[id_] for id_ in segment_ids if id_ in self._known}
        self._editor.do(editing.doubts_settled(self._editor.document, chosen, put_back=put_back))

    def open(self, document: Document, kept: Kept) -> None:
        """Take what is known of the project that was opened, and verify a large one beside."""
        project = self._autosave.project
        self._document = document
        if project is None:
            return
        self._take(doubts_of(project))
        if project.verdict is not None:
            self._hear(project, project.verdict)
        elif not project.owner:
            self._jobs = Jobs(self, threads=1)
            self._job = self._jobs.start(
                lambda token, report: _verified(project, token),
                lambda verdict: self._hear(project, verdict),
                self._fail,
            )

    def follow(self, change: Change) -> None:
        """A person who edits a segment has seen to it: it is in doubt no more."""
        if change.batch is not None and not change.more:
            self._see(editing.settled_by(change.batch))

    def close(self) -> None:
        """Forget everything, and give up what goes on."""
        self._document = self._job = None
        self._known, self._settled, self._rows = {}, set(), {}
        jobs, self._jobs = self._jobs, None
        if jobs is not None:
            jobs.close()
            jobs.deleteLater()

    def _see(self, ids: Iterable[str]) -> None:
        seen = list(ids)
        self._settled.update(seen)
        settled = [id_ for id_ in seen if self._known.pop(id_, None) is not None]
        if settled:
            self._keep()
            self.changed.emit(settled)

    def issues(self) -> dict[str, Issue]:
        """Return an issue for each segment in doubt; its fix is what the history has."""
        document = self._document
        return {
            id_: _issue(document.segment(id_), doubt)
            for id_, doubt in self._known.items()
            if document is not None and id_ in document
        }

    def _hear(self, project: ProjectFile, verdict: Verdict) -> None:
        if project is not self._autosave.project:
            return
        fresh = {i: d for i, d in verdict.segments.items() if i not in self._settled}
        self._take(fresh)
        self._rows = {t: keys for t, keys in verdict.rows.items() if t in OF_SEGMENTS}
        if fresh:
            self._keep()
        self._autosave.accept(rows_beside(verdict))
        for notice in notices_of(project, len(self._known)):
            self.noticed.emit(notice)

    def _take(self, doubts: Mapping[str, Doubt]) -> None:
        document = self._document
        fresh = {i: d for i, d in doubts.items() if document is not None and i in document}
        if fresh:
            self._known.update(fresh)
            self.changed.emit(list(fresh))

    def _keep(self) -> None:
        self._autosave.set_meta(KEY, doubts_json(self._known))
        left = {doubt.reason for doubt in self._known.values()}
        if self._rows and not left & {UNIT_CHANGED, DRAFT_CHANGED}:
            self._autosave.accept(self._rows)
            self._rows = {}

    def _fail(self, error: MurajiError) -> None:
        if not (isinstance(error, ProjectError) and error.reason == "closed"):
            self.failed.emit(error)


def _verified(project: ProjectFile, token: CancelToken) -> Verdict:
    def look(done: int, total: int) -> None:
        token.raise_if_cancelled()
        time.sleep(max(BREATH, HANDS.left))

    report: Report = look
    return project.verify(report)


def _issue(segment: Segment, doubt: Doubt) -> Issue:
    """Return the issue of a doubt; where only the target was another, that one mends it."""
    was, other = doubt.was, ""
    fixes: tuple[str, ...] = ()
    if was is not None and was.source != segment.source:
        other = was.source
    elif was is not None and was.target is not None and was.target != segment.target:
        other = was.target
        fixes = (other,) if doubt.is_likely else ()
    facts = (("text", strip_codes(other)),) if other else ()
    return Issue(f"doubt.{doubt.reason}", Severity.WARNING, segment.id, facts, fixes=fixes)
