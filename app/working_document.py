"""The document one works on: opened, saved, checked and scored all the while, exported."""

from __future__ import annotations

from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from app import opening
from app.alive import wait_alive
from app.autosave import ACTIVE, REFERENCE, Autosave
from app.editable import EditableDocument
from app.editing import TYPE
from app.issues import IssueTable
from app.job_board import JobBoard
from app.navigation import next_unfinished
from app.scores import ScoreKeeper
from app.state import Job, JobKind
from translation.errors import MurajiError, UsageError
from translation.model.document import Document
from translation.model.language import ARABIC_TO_ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import TypeVar

    from PySide6.QtCore import QObject

    from app.changes import Touched
    from app.history import Action
    from app.opening import OpenedWork
    from app.services import Services
    from app.state import SaveState, SessionScores
    from translation.cancel import CancelToken
    from translation.formats.tables.column_choice import ColumnChoice
    from translation.model.backup import Backup
    from translation.model.draft import Draft
    from translation.model.edits import EditBatch
    from translation.model.issue import Issue
    from translation.model.language import LanguagePair
    from translation.model.ports import Report
    from translation.store import RestorePoint
    from translation.web_address import WebAddress

    T = TypeVar("T")


class WorkingDocument(EditableDocument):
    """An editable document with its project file, issues, scores and background jobs."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._preferences = services.load_preferences()
        self._author = self._preferences.author
        self._read_only = False
        self._edits = 0
        """How many batches were applied so far, to whatever was open."""
        self._board = JobBoard(self)
        self._opening = Lock()
        self._autosave = Autosave(self)
        self._issues = IssueTable(services.find_issues, services.check_apart, self)
        self._score_keeper = ScoreKeeper(self, self._preferences.tokeniser)
        self._board.failed.connect(self.failed)
        self._board.changed.connect(lambda: self.job_changed.emit(self.job))
        self._autosave.changed.connect(lambda: self.saving_changed.emit(self.save_state))
        self._autosave.kept.connect(self.noticed)
        self._autosave.freed.connect(self._take_over)
        self._issues.changed.connect(self.issues_changed)
        self._issues.progressed.connect(self.checking_changed)
        self._score_keeper.changed.connect(self.scores_changed)
        self.active_changed.connect(self._score_keeper.activate)

    # --- what is open ----------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """The project file in which the work is kept, None where nothing is open."""
        return self._autosave.project.path if self._autosave.project else None

    @property
    def title(self) -> str:
        """The name of the first file, "" where nothing is open."""
        return self._document.files[0].name if self._document.files else ""

    @property
    def read_only(self) -> bool:
        """Whether the project is open elsewhere or cannot be written: edits are refused."""
        return self._read_only

    @property
    def owner(self) -> str:
        """Who has the project open where it is read-only here."""
        return self._autosave.project.owner if self._autosave.project else ""

    @property
    def pair(self) -> LanguagePair:
        """The language pair of the active segment's file, else of the first file."""
        document = self._document
        if self._active_id in document:
            return document.pair_of(document.segment(self._active_id))
        return document.files[0].pair if document.files else ARABIC_TO_ENGLISH

    @property
    def save_state(self) -> SaveState:
        """Whether everything done is on disk."""
        return self._autosave.state

    @property
    def backup_error(self) -> MurajiError | None:
        """Why no backup could be written last; the work itself is saved all the same."""
        return self._autosave.backup_error

    @property
    def job(self) -> Job | None:
        """The background work begun last, or None."""
        return self._board.current

    @property
    def scores(self) -> SessionScores:
        """The scores as last computed."""
        return self._score_keeper.scores

    def issues(self, segment_id: str) -> tuple[Issue, ...]:
        """Return what the checks found in a segment."""
        return self._issues.of(segment_id)

    def all_issues(self) -> list[Issue]:
        """Return every issue in document order."""
        return self._issues.all()

    @property
    def unchecked(self) -> int:
        """How many segments the checks have still to look at."""
        return self._issues.unchecked

    @property
    def checks_rest(self) -> bool:
        """Whether that goes on slowly, so as to leave the processor alone."""
        return self._issues.is_resting

    def hurry_checks(self) -> None:
        """Let the checks go on as fast as they can: somebody waits for what they find."""
        self._issues.hurry()

    @property
    def restore_points(self) -> tuple[RestorePoint, ...]:
        """The restore points, oldest first."""
        return self._autosave.project.restore_points() if self._autosave.project else ()

    # --- opening ---------------------------------------------------------------------------

    def open(
        self,
        path: Path,
        *,
        pair: LanguagePair | None = None,
        format_id: str | None = None,
        encoding: str | None = None,
        columns: ColumnChoice | None = None,
    ) -> None:
        """Open a file in a worker; ends in ``document_replaced`` or ``failed``.

        An article becomes a project at once, or its project of before is found again.
        """
        project, strict = self._autosave.project, self._preferences.strict
        request = opening.Request(path, pair, format_id, encoding, columns, project, strict)
        self._open(partial(opening.open_work, self._services, request))

    def new_from_text(self, text: str, name: str) -> None:
        """Make a document of a text, such as the clipboard's; ``name`` is for its title."""
        self._open(partial(opening.open_text, self._services, text, name))

    def open_page(self, address: WebAddress) -> None:
        """Fetch a web page in a worker and open it; ends as ``open`` does.

        To be called only where the person saw what will be asked for, and asked for it.
        """
        open_now = self._autosave.project
        self._open(partial(opening.open_page, self._services, address, open_now))

    def find_backups(self) -> None:
        """Look for the backups of every project in a worker; ends in ``backups_found``."""
        backups = self._services.backups
        job = Job(JobKind.BACKUPS)
        self._board.start(job, lambda token, report: backups.all(), self.backups_found.emit)

    def open_backup(self, backup: Backup) -> None:
        """Open an earlier state of a project, as a project of its own beside it."""
        self._open(partial(opening.open_backup, self._services, backup))

    def reopen_with_encoding(self, encoding: str) -> None:
        """Read the article again with another text encoding, from the bytes in the project.

        That is a project of its own: going back to the first encoding finds its work again.
        """
        if self._autosave.project is None:
            self.failed.emit(UsageError("no_document"))
            return
        self._open(partial(opening.reread, self._services, self._autosave.project, encoding))

    # --- keeping -------------------------------------------------------------------------

    def restore_point(self, label: str = "") -> None:
        """Mark the work as it stands, to be found again."""
        if not self._is_refused():
            self._autosave.restore_point(label)

    def restore(self, point: RestorePoint) -> None:
        """Bring back, in a worker, the document as it was at a restore point; one undo step.

        What is typed before it is there belongs to what is gone back over.
        """
        project = self._autosave.project
        if project is None or self._is_refused():
            return

        def read(token: CancelToken, report: Report) -> tuple[int, EditBatch]:
            edits = self._edits
            self._autosave.wait(token)
            return edits, project.restore(point)

        def take(found: tuple[int, EditBatch]) -> None:
            edits, batch = found
            if self._autosave.project is not project:
                return
            if edits == self._edits:
                self._do(batch if batch.edits else None)
            else:
                self.restore(point)

        self._board.start(Job(JobKind.RESTORE), read, take)

    def close(self, *, discard: bool = False) -> bool:
        """End all work, save everything and end for good.

        Returns False, and nothing ends, where something could not be saved; ``discard`` ends
        all the same.
        """
        if not self._let_go(discard=discard):
            return False
        self._replace_document(Document())
        self._issues.reset(self._document)
        self.document_replaced.emit()
        self._board.close()
        self._score_keeper.close()
        return True

    def close_document(self) -> None:
        """Save everything and let go of the document; ends in ``document_replaced``.

        Where something cannot be saved it stays, and ``failed`` says so.
        """
        if not self._let_go():
            self.failed.emit(self.save_state.error or UsageError("busy"))
            return
        self._replace_document(Document())
        self._become_read_only(False)
        self._issues.reset(self._document)
        self._score_keeper.reset(self._document)
        self.document_replaced.emit()
        self.active_changed.emit(self._active_id)
        self.progress_changed.emit()

    def writes_anew(self) -> bool:
        """Put everything on disk; whether for that the work had to be written into a new file.

        That is told by ``noticed``, and worth seeing before a window closes.
        """
        return self._autosave.writes_anew()

    def save_now(self, timeout: float | None = None) -> bool:
        """Wait until everything is on disk; False where it is not, after ``timeout`` seconds."""
        return self._autosave.drain(timeout)

    # --- background work -------------------------------------------------------------------

    def cancel_job(self) -> None:
        """Give up the background work that is shown; nothing of it arrives any more."""
        self._board.cancel()

    def _open(
        self,
        work: Callable[[Report], OpenedWork],
        then: Callable[[], None] = lambda: None,
        *,
        once_saved: bool = False,
    ) -> None:
        def open_alone(token: CancelToken, report: Report) -> OpenedWork:
            # One that was given up may be on its way out still, at the very same file.
            with self._opening:
                token.raise_if_cancelled()
                if once_saved:
                    self._autosave.wait(token)
                opened = work(report)
                return self._when_saved(opened, token)

        def take(opened: OpenedWork) -> None:
            self._take(opened)
            then()

        self._board.start(Job(JobKind.OPEN), open_alone, take, _drop)

    def _when_saved(self, opened: OpenedWork, token: CancelToken) -> OpenedWork:
        """Wait for what is open to be on disk before something else takes its place."""
        if opened.project is not None:
            try:
                self._autosave.wait(token)
            except BaseException:
                opening.let_go(opened)
                raise
        return opened

    def _take(self, work: OpenedWork) -> None:
        """Put what was opened in the place of what was open."""
        project = work.project
        if project is not None and not self._let_go():
            wait_alive(project.close)
            self.failed.emit(self.save_state.error or UsageError("busy"))
            return
        if project is not None:
            self._replace_document(project.document)
            self._history.load(project.history)
            elsewhere = self._services.projects_folder()
            backups = self._services.backups
            self._autosave.begin(project, lambda: self._document.copy(), elsewhere, backups)
            self._find_place()
            self._become_read_only(project.read_only)
            self._issues.reset(self._document, self._active_id)
            self._score_keeper.reset(self._document, self._autosave.get_meta(REFERENCE, ""))
            self.document_replaced.emit()
            self.active_changed.emit(self._active_id)
            self.progress_changed.emit()
        for notice in work.notices:
            self.noticed.emit(notice)

    def _take_over(self) -> None:
        """Open the project again that is free now, and stay at the same segment."""
        project = self._autosave.project
        if project is None:
            return
        here = self._active_id
        self._open(
            partial(opening.take_over, project.path),
            lambda: self.activate(here) if here in self._document else None,
        )

    def _find_place(self) -> None:
        """Go where the work was left, else to the first unfinished segment."""
        kept = self._autosave.get_meta(ACTIVE, "")
        first = next_unfinished(self._document, -1)
        self._active_id = kept if kept in self._document else first or self._active_id

    def _let_go(self, *, discard: bool = False) -> bool:
        """Save what is open and let go of its file; False, and it stays, where that fails."""
        self._autosave.set_meta(ACTIVE, self._active_id)
        return self._autosave.end(discard=discard)

    def _become_read_only(self, read_only: bool) -> None:
        if read_only != self._read_only:
            self._read_only = read_only
            self.read_only_changed.emit(read_only)

    # --- for the base class ----------------------------------------------------------------

    def _refusal(self) -> MurajiError | None:
        project = self._autosave.project
        if project is None:
            return UsageError("no_document")
        return project.obstacle

    def _keep_drafts(self, drafts: Sequence[Draft]) -> None:
        super()._keep_drafts(drafts)
        self._autosave.add_drafts(drafts)

    def _record(self, action: Action, step: int, batch: EditBatch) -> None:
        self._edits += 1
        at_once = batch.label != TYPE
        if at_once:
            self._autosave.set_meta(ACTIVE, batch.segment_id or self._active_id)
        number = self._document.next_number
        self._autosave.record(action, step, batch, number, flush=at_once)

    def _after_edit(self, touched: Touched, *, is_typing: bool) -> None:
        changed = [*touched.segments, *touched.inserted]
        self._issues.update(changed, touched.removed)
        if touched.pair:
            self._score_keeper.reset(self._document, self.scores.reference_name)
        else:
            self._score_keeper.update(changed, touched.removed, at_once=not is_typing)


def _drop(opened: OpenedWork) -> None:
    wait_alive(partial(opening.let_go, opened))
