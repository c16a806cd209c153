"""The statistics of the project: counted in a worker, and written to a file."""

from __future__ import annotations

import time
from concurrent.futures import CancelledError
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.marked import QT_TRANSLATE_NOOP
from app.state import Job, JobKind
from translation.errors import ProjectError
from translation.model.imported import Notice
from translation.model.originals import originals, rows_of
from translation.store.activity import Pace, pace_since, segments_by_person
from translation.system.atomic import write_atomically
from translation.work.statistics import Changed, Statistics, count
from translation.work.statistics_output import as_csv, as_json

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path

    from app.background.job_board import JobBoard
    from app.editing.editor import Editor
    from app.files.autosave import Autosave
    from app.followers.scores import ScoreKeeper
    from translation.model.document import Document
    from translation.model.ports import Report
    from translation.scoring.document_scores import DocumentScores
    from translation.scoring.tally import Scores
    from translation.system.cancel import CancelToken

COUNT = JobKind(
    "statistics",
    QT_TRANSLATE_NOOP("jobs", "Counting…"),
    QT_TRANSLATE_NOOP("jobs", "Counting, {done} of {total}"),
    ends_with_document=True,
)
WAIT = 0.2
"""Seconds between two looks whether counting was given up while the scores are waited for."""
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

    def ask(self, keeper: ScoreKeeper) -> None:
        """Count in a worker; ends in ``found``. How much was changed is what the scores say."""
        project = self._autosave.project
        if project is None:
            return
        document, midnight = self._editor.document.copy(), _midnight()
        parts = _by_original(document)
        every = [segment.id for segment in document.segments]
        scoring = keeper.edits_of([every, *parts.values()])

        def work(token: CancelToken, report: Report) -> Statistics:
            persons: dict[str, set[str]] = {}
            today = Pace()
            try:
                self._autosave.wait(token)
                persons, today = segments_by_person(project), pace_since(project, midnight)
            except ProjectError:
                pass  # What cannot be read of the past leaves the present to be counted.
            scored = _waited_for(scoring, token)
            changed = _of_part(scored[0]) if scored else Changed()
            of_files = {id_: _of_part(one) for id_, one in zip(parts, scored[1:], strict=False)}
            return count(document, persons, changed, today, report, of_files)

        self._board.start(Job(COUNT), work, self.found.emit)

    def write(self, found: Statistics, path: Path) -> None:
        """Write statistics to a file in a worker, as CSV where it is called so, else as JSON."""

        def work(token: CancelToken, report: Report) -> None:
            is_csv = path.suffix.lower() == ".csv"
            write_atomically(path, as_csv(found) if is_csv else as_json(found))

        def done(_nothing: None) -> None:
            self.noticed.emit(Notice("exported", (("file", str(path)),)))

        self._board.start(Job(WRITE), work, done)


def _of_part(scores: DocumentScores | None) -> Changed:
    if scores is None or scores.edits is None:
        return Changed()
    return Changed(scores.covered, scores.untouched_share, _measures(scores.edits))


def _measures(scores: Scores) -> dict[str, float]:
    return {f"H{score.metric}": score.value for score in scores.values()}


def _by_original(document: Document) -> dict[str, list[str]]:
    """Return the ids of the segments of each original, by its id."""
    segments = document.segments
    return {
        one.id: [segments[row].id for file in one.files for row in rows_of(document, file.id)]
        for one in originals(document.files)
    }


def _waited_for(
    scoring: Future[list[DocumentScores | None]] | None, token: CancelToken
) -> list[DocumentScores | None]:
    """Return what the scores' thread found; nothing where it was ended."""
    while scoring is not None:
        token.raise_if_cancelled()
        try:
            return scoring.result(WAIT)
        except TimeoutError:
            continue
        except CancelledError:
            break
    return []


def _midnight() -> float:
    """Return when today began here, in seconds since 1970."""
    now = datetime.fromtimestamp(time.time()).astimezone()
    return now.replace(hour=0, minute=0, second=0, microsecond=0).timestamp()
