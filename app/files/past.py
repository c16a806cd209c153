"""The past of the work, read beside it: what a segment was, what changed since restore points."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal

from app.background.jobs import Jobs
from app.followers.follower import Follower
from translation.model.draft import Drafts
from translation.model.version import Version
from translation.store import changes_since, counts_since, segment_history
from translation.text.words import diff

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from app.editing.editor import Editor
    from app.files.autosave import Autosave
    from app.ports import Kept
    from translation.model.document import Document
    from translation.model.ports import Report
    from translation.model.version import SegmentChange
    from translation.store import ProjectFile, RestorePoint
    from translation.system.cancel import CancelToken
    from translation.text.words import DiffPart

T = TypeVar("T")

MOST_VERSIONS = 200
"""Earlier texts of a segment that are shown, the latest."""
BREATH = 0.002
"""Seconds of rest between two blocks of edits, in which the window gets the interpreter."""
MOST_CHANGES = 500
"""Changed segments that are listed with their differences, the first."""


@dataclass(frozen=True, slots=True)
class PastText:
    """A text that a segment had, and how it differs from the one before."""

    version: Version
    text: str
    """What stood on the target side: the target, else the draft, else nothing."""
    parts: tuple[DiffPart, ...]
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class ChangedSegment:
    """A segment that is not as it was, with what differs; ``row`` is None where it is gone."""

    change: SegmentChange
    row: int | None
    parts: tuple[DiffPart, ...]


class Past(Follower):
    """Reads the past in a thread, once all that was done is written, and tells what it found.

    One question of a kind is answered at a time: a later one takes the place of the one before.
    """

    versions_found = Signal(str, list)
    """The id of a segment, and its PastText, the latest first."""
    counts_found = Signal(object)
    """A dict: how many segments changed since each restore point, by its id."""
    changes_found = Signal(object, list, int)
    """A RestorePoint, the first ChangedSegment since in order, and how many there are in all."""

    def __init__(self, editor: Editor, autosave: Autosave, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._autosave = autosave
        self._workers: Jobs | None = None
        self._running: dict[str, Callable[[], None]] = {}

    def open(self, document: Document, kept: Kept) -> None:
        """Begin with another document."""
        self._workers = Jobs(self, threads=1)

    def close(self) -> None:
        """Give up what is being read."""
        workers, self._workers = self._workers, None
        self._running.clear()
        if workers is not None:
            workers.close()
            workers.deleteLater()

    @property
    def points(self) -> tuple[RestorePoint, ...]:
        """The restore points, oldest first."""
        return self._autosave.project.restore_points() if self._autosave.project else ()

    def ask_versions(self, segment_id: str) -> None:
        """Look what a segment was; ends in ``versions_found``."""
        document = self._editor.document
        if segment_id not in document:
            return
        segment, drafts = document.segment(segment_id), Drafts()
        drafts.add(document.drafts.history(segment_id))

        def read(project: ProjectFile, report: Report) -> list[PastText]:
            return _texts(segment_history(project, segment_id) or (Version(segment),), drafts)

        self._ask("versions", read, lambda found: self.versions_found.emit(segment_id, found))

    def ask_counts(self) -> None:
        """Count what changed since each restore point; ends in ``counts_found``."""

        def read(project: ProjectFile, report: Report) -> dict[int, int]:
            return counts_since(project, project.restore_points(), report)

        self._ask("counts", read, self.counts_found.emit)

    def ask_changes(self, point: RestorePoint) -> None:
        """Look what changed since a restore point; ends in ``changes_found``."""
        segments = self._editor.document.snapshot()

        def read(project: ProjectFile, report: Report) -> tuple[list[ChangedSegment], int]:
            rows = {segment.id: row for row, segment in enumerate(segments)}
            found, count = changes_since(project, point, rows, MOST_CHANGES, report)
            return [_changed(one, rows) for one in found], count

        self._ask("changes", read, lambda found: self.changes_found.emit(point, *found))

    def _ask(
        self, kind: str, read: Callable[[ProjectFile, Report], T], tell: Callable[[T], None]
    ) -> None:
        project, workers, autosave = self._autosave.project, self._workers, self._autosave
        if project is None or workers is None:
            return
        if earlier := self._running.pop(kind, None):
            earlier()

        def work(token: CancelToken, report: Report) -> T:
            def breathe(done: int, total: int) -> None:
                report(done, total)
                time.sleep(BREATH)

            autosave.wait(token)
            return read(project, breathe)

        self._running[kind] = workers.start(work, tell, self.failed.emit).cancel


def _texts(versions: Sequence[Version], drafts: Drafts) -> list[PastText]:
    """Return the versions with their texts, the latest first.

    Each is compared with what stood there before: not with what was taken back.
    """
    found: list[PastText] = []
    before = ""
    for version in versions[-MOST_VERSIONS:]:
        draft = drafts.current(version.segment) if version.segment.target is None else None
        text = draft.text if draft else version.segment.target or ""
        parts = tuple(diff(before, text) if found else diff(text, text))
        found.append(PastText(version, text, parts, draft is not None))
        if not version.taken_back:
            before = text
    return found[::-1]


def _changed(change: SegmentChange, rows: dict[str, int]) -> ChangedSegment:
    then = change.then.target if change.then else None
    now = change.now.target if change.now else None
    return ChangedSegment(change, rows.get(change.segment_id), tuple(diff(then or "", now or "")))
