"""The report on the review, gathered and written in a worker."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.marked import QT_TRANSLATE_NOOP
from app.state import Job, JobKind
from translation.errors import ProjectError
from translation.model.imported import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.background.job_board import JobBoard
    from app.editing.editor import Editor
    from app.files.autosave import Autosave
    from app.followers.effort import EffortTable
    from app.followers.spelling import Spelling
    from app.services import Services
    from translation.model.ports import Report
    from translation.quality import Profile
    from translation.reporting.words import Edition
    from translation.system.cancel import CancelToken

REPORT = JobKind(
    "report",
    QT_TRANSLATE_NOOP("jobs", "Writing the report…"),
    QT_TRANSLATE_NOOP("jobs", "Writing the report, {done} of {total}"),
)


class Reporting(QObject):
    """Writes reports of what is open, as it is when one is asked for."""

    noticed = Signal(object)

    def __init__(
        self,
        services: Services,
        editor: Editor,
        autosave: Autosave,
        board: JobBoard,
        profile: Callable[[], Profile],
        spelling: Spelling,
        effort: EffortTable,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._editor = editor
        self._autosave = autosave
        self._board = board
        self._profile = profile
        self._spelling = spelling
        self._effort = effort

    @property
    def has_comet(self) -> bool:
        """Whether the preferences name a checkpoint of COMET."""
        return bool(self._services.load_preferences().comet)

    def write_effort(self, path: Path) -> None:
        """Write what was counted of effort as CSV, in a worker."""
        document, efforts = self._editor.document.copy(), dict(self._effort.efforts)

        def work(token: CancelToken, report: Report) -> None:
            from translation.reporting.effort import effort_csv
            from translation.system.atomic import write_atomically

            write_atomically(path, effort_csv(document, efforts))

        self._start(work, path)

    def write(
        self, path: Path, edition: Edition, *, with_effort: bool = False, with_comet: bool = False
    ) -> None:
        """Write a report in a worker; what came of it is noticed."""
        document, project = self._editor.document.copy(), self._autosave.project
        profile, printer = self._profile(), self._services.printer
        language_of, is_added = self._services.spelling_language, self._spelling.is_added
        preferred = self._services.load_preferences()

        def work(token: CancelToken, report: Report) -> None:
            from translation.reporting.gather import gather
            from translation.reporting.writing import write_report
            from translation.work.comet_apart import Comet
            from translation.work.misspelt import SpellingRules
            from translation.work.spelling_apart import look_up_apart

            # What cannot be saved here is reported all the same, by what was saved before.
            with suppress(ProjectError):
                self._autosave.wait(token)
            place = Path(preferred.comet).expanduser()
            comet = Comet(place, preferred.comet_python, report)
            review = gather(
                document,
                project,
                profile=profile,
                spelling=SpellingRules(language_of, is_added, partial(look_up_apart, token)),
                with_effort=with_effort,
                tokeniser=preferred.tokeniser,
                learn=comet if with_comet else None,
                report=report,
            )
            write_report(review, path, edition, printer, report)

        self._start(work, path)

    def _start(self, work: Callable[[CancelToken, Report], None], path: Path) -> None:
        def done(_nothing: None) -> None:
            self.noticed.emit(Notice("exported", (("file", str(path)),)))

        self._board.start(Job(REPORT), work, done)
