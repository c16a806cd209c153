"""The statistics of the project: counted in a worker, and written to a file."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.marked import QT_TRANSLATE_NOOP
from app.state import Job, JobKind
from translation.errors import ProjectError
from translation.model.imported import Notice
from translation.store.activity import Pace, pace_since, segments_by_person
from translation.system.atomic import write_atomically
from translation.work.statistics import Changed, Statistics, count
from translation.work.statistics_output import as_csv, as_json

if TYPE_CHECKING:
    from pathlib import Path

    from app.background.job_board import JobBoard
    from app.editing.editor import Editor
    from app.files.autosave import Autosave
    from app.state import SessionScores
    from translation.model.ports import Report
    from translation.system.cancel import CancelToken

COUNT = JobKind(
    "statistics",
    QT_TRANSLATE_NOOP("jobs", "Counting…"),
    QT_TRANSLATE_NOOP("jobs", "Counting, {done} of {total}"),
    ends_with_document=True,
)
WRITE = JobKind(
    "statistics_file",
    QT_TRANSLATE_NOOP("jobs", "Writing…"),
    QT_TRANSLATE_NOOP("jobs", "Writing…"),
)


class Counting(QObject):
    """Counts what the project holds, once all that was done is written."""

    found = Signal(object)
    """translation.work.statistics.Statistics."""
    noticed = Signal(object)

    def __init__(
        self, editor: Editor, autosave: Autosave, board: JobBoard, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._autosave = autosave
        self._board = board

    def ask(self, scores: SessionScores) -> None:
        """Count in a worker; ends in ``found``. How much was changed is what the scores say."""
        project = self._autosave.project
        if project is None:
            return
        document, changed, midnight = self._editor.document.copy(), _changed(scores), _midnight()

        def work(token: CancelToken, report: Report) -> Statistics:
            persons: dict[str, set[str]] = {}
            today = Pace()
            try:
                self._autosave.wait(token)
                persons, today = segments_by_person(project), pace_since(project, midnight)
            except ProjectError:
                pass  # What cannot be read of the past leaves the present to be counted.
            return count(document, persons, changed, today, report)

        self._board.start(Job(COUNT), work, self.found.emit)

    def write(self, found: Statistics, path: Path) -> None:
        """Write statistics to a file in a worker, as CSV where it is called so, else as JSON."""

        def work(token: CancelToken, report: Report) -> None:
            is_csv = path.suffix.lower() == ".csv"
            write_atomically(path, as_csv(found) if is_csv else as_json(found))

        def done(_nothing: None) -> None:
            self.noticed.emit(Notice("exported", (("file", str(path)),)))

        self._board.start(Job(WRITE), work, done)


def _changed(scores: SessionScores) -> Changed:
    document = scores.document
    if document is None:
        return Changed()
    measures = {f"H{score.metric}": score.value for score in document.values()}
    return Changed(scores.covered, scores.untouched, measures)


def _midnight() -> float:
    """Return when today began here, in seconds since 1970."""
    now = datetime.fromtimestamp(time.time()).astimezone()
    return now.replace(hour=0, minute=0, second=0, microsecond=0).timestamp()
