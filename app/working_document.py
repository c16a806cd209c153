"""The document one works on: opened, saved, checked and scored all the while, exported."""

from __future__ import annotations

from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from app import editing, opening
from app.autosave import ACTIVE, REFERENCE, Autosave
from app.editable import EditableDocument
from app.editing import TYPE
from app.issues import IssueTable
from app.job_board import JobBoard
from app.navigation import next_unfinished
from app.scores import ScoreKeeper
from app.state import Job, JobKind
from translation.documents import is_project
from translation.errors import MurajiError, ProjectError, UsageError
from translation.model.document import Document
from translation.model.imported import Notice
from translation.model.language import ARABIC_TO_ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path
    from typing import TypeVar

    from PySide6.QtCore import QObject

    from app.changes import Touched
    from app.history import Action
    from app.opening import OpenedWork
    from app.services import Services
    from app.state import SaveState, SessionScores
    from translation.cancel import CancelToken
    from translation.model.edits import EditBatch
    from translation.model.issue import Issue
    from translation.model.language import LanguagePair
    from translation.model.ports import Report
    from translation.returning import Return
    from translation.store import ProjectFile, RestorePoint
    from translation.web_address import WebAddress

    T = TypeVar("T")


class WorkingDocument(EditableDocument):
    """An editable document with its project file, issues, scores and background jobs."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._author = services.load_preferences().author
        self._read_only = False
        self._board = JobBoard(self)
        self._opening = Lock()
        self._autosave = Autosave(self)
        self._issues = IssueTable(services.find_issues, self)
        self._score_keeper = ScoreKeeper(self)
        self._board.failed.connect(self.failed)
        self._board.changed.connect(lambda: self.job_changed.emit(self.job))
        self._autosave.changed.connect(lambda: self.saving_changed.emit(self.save_state))
        self._autosave.kept.connect(self.noticed)
        self._autosave.freed.connect(self._take_over)
        self._issues.changed.connect(self.issues_changed)
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
    def has_issues(self) -> bool:
        """Whether there is any issue; cheaper than asking for all of them."""
        return bool(self._issues)

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
    ) -> None:
        """Open a file in a worker; ends in ``document_replaced`` or ``failed``.

        An article becomes a project at once, or its project of before is found again.
        """
        project = self._autosave.project
        request = opening.Request(path, pair, format_id, encoding, project)
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

    def reopen_with_encoding(self, encoding: str) -> None:
        """Read the article again with another text encoding, from the bytes in the project.

        That is a project of its own: going back to the first encoding finds its work again.
        """
        if self._autosave.project is None:
            self.failed.emit(UsageError("no_document"))
            return
        self._open(partial(opening.reread, self._services, self._autosave.project, encoding))

    # --- taking out and in -----------------------------------------------------------------

    def export(self, path: Path, format_id: str | None = None) -> None:
        """Write the document to a file in a worker; ends in ``noticed`` or ``failed``."""
        project = self._autosave.project
        if project is None:
            self.failed.emit(UsageError("no_document"))
            return
        exported = partial(self._exported, path)
        if is_project(path, format_id) and self._autosave.drain():
            job = Job(JobKind.EXPORT, cancellable=False)
            self._board.start(job, lambda token, report: _copy_project(project, path), exported)
            return
        services = self._services
        write = partial(
            services.export,
            self._document.copy(),
            path,
            format_id,
            printer=services.printer,
            edit_times=project.edit_times,
        )
        # A cancel that comes when the file is written already does not make it unwritten.
        self._board.start(
            Job(JobKind.EXPORT), lambda token, report: write(report=report), exported, exported
        )

    def restore_point(self, label: str = "") -> None:
        """Mark the work as it stands, to be found again."""
        if not self._is_refused():
            self._autosave.restore_point(label)

    def restore(self, point: RestorePoint) -> None:
        """Bring back the document as it was at a restore point; one undo step."""
        project = self._autosave.project
        if project is None or self._is_refused():
            return
        try:
            if not self._autosave.drain():
                raise ProjectError("not_saved", file=project.path, detail=self.save_state.detail)
            batch = project.restore(point)
        except ProjectError as error:
            self.failed.emit(error)
        else:
            self._do(batch if batch.edits else None)

    def load_reference(self, path: Path) -> None:
        """Read reference translations in a worker; one undo step."""
        if self._is_refused():
            return
        document = self._document.copy()
        ids = [segment.id for segment in document.segments]
        self._board.start(
            Job(JobKind.REFERENCE),
            lambda token, report: self._services.read_reference(path, document),
            lambda references: self._take_reference(
                path.name, dict(zip(ids, references, strict=True))
            ),
        )

    def read_return(self, path: Path) -> None:
        """Compare a table that came back with the document, in a worker; ends in ``returned``."""
        project = self._autosave.project
        if self._is_refused():
            return
        document = self._document.copy()

        def take(found: Return) -> None:
            if self._autosave.project is project:
                for notice in found.notices:
                    self.noticed.emit(notice)
                self.returned.emit(found)

        read = partial(self._services.read_return, path, document)
        self._board.start(Job(JobKind.RETURN), lambda token, report: read(report), take)

    def apply_return(self, found: Return, chosen: Collection[int]) -> None:
        """Apply the chosen rows (places in ``found.rows``) in one undo step.

        Where a segment changed since they were compared, nothing is applied and the table is
        compared again.
        """
        batch = found.edits(chosen)
        if batch is None or self._is_refused():
            return
        name = ("file", found.path.name)
        if not editing.fits(self._document, batch):
            self.noticed.emit(Notice("return_stale", (name,)))
            self.read_return(found.path)
            return
        self._do(batch)
        self.noticed.emit(Notice("return_applied", (name, ("count", str(len(batch.edits))))))

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
        self, work: Callable[[Report], OpenedWork], then: Callable[[], None] = lambda: None
    ) -> None:
        def open_alone(token: CancelToken, report: Report) -> OpenedWork:
            # One that was given up may be on its way out still, at the very same file.
            with self._opening:
                token.raise_if_cancelled()
                return work(report)

        def take(opened: OpenedWork) -> None:
            self._take(opened)
            then()

        self._board.start(Job(JobKind.OPEN), open_alone, take, opening.let_go)

    def _take(self, work: OpenedWork) -> None:
        """Put what was opened in the place of what was open."""
        project = work.project
        if project is not None and not self._let_go():
            project.close()
            self.failed.emit(self.save_state.error or UsageError("busy"))
            return
        if project is not None:
            self._replace_document(project.document)
            self._history.load(project.history)
            elsewhere = self._services.projects_folder()
            self._autosave.begin(project, lambda: self._document.copy(), elsewhere)
            self._find_place()
            self._become_read_only(project.read_only)
            self._issues.reset(self._document)
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

    def _exported(self, path: Path, notices: Sequence[Notice]) -> None:
        for notice in notices:
            self.noticed.emit(notice)
        self.noticed.emit(Notice("exported", (("file", str(path)),)))

    def _take_reference(self, name: str, references: dict[str, str | None]) -> None:
        self.set_references(references)
        self._autosave.set_meta(REFERENCE, name)
        self._score_keeper.name_reference(name)
        count = sum(reference is not None for reference in references.values())
        self.noticed.emit(Notice("reference_loaded", (("file", name), ("count", str(count)))))

    # --- for the base class ----------------------------------------------------------------

    def _refusal(self) -> MurajiError | None:
        project = self._autosave.project
        if project is None:
            return UsageError("no_document")
        return project.obstacle

    def _record(self, action: Action, step: int, batch: EditBatch) -> None:
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


def _copy_project(project: ProjectFile, path: Path) -> Sequence[Notice]:
    project.copy_to(path)
    return ()
