"""The files of the document: opening, saving, exporting, closing."""

from __future__ import annotations

from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.background.alive import wait_alive
from app.editing.navigation import ACTIVE, place_in
from app.files import opening
from app.files.exporting import LAST_EXPORT, last_export, start_export, start_export_of_changed
from app.files.file_jobs import BACKUPS, OPEN
from app.files.recovering import Damaged, damage_in, recover_work
from app.files.restoring import Restoring
from app.state import Job
from translation.errors import UsageError
from translation.model.document import Document
from translation.model.imported import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.background.job_board import JobBoard
    from app.editing.changes import Change
    from app.editing.editor import Editor
    from app.files.autosave import Autosave
    from app.files.opening import OpenedWork
    from app.services import Services
    from translation.formats.tables.column_choice import ColumnChoice
    from translation.model.backup import Backup
    from translation.model.language import LanguagePair
    from translation.model.ports import Report
    from translation.system.cancel import CancelToken
    from translation.system.web_address import WebAddress


class DocumentFiles(QObject):
    """Opens, keeps, exports and closes the document of an editor, one at a time.

    What takes time is done in a worker and ends in a signal: ``Editor.document_replaced`` where
    something was opened, ``noticed`` where it was written, ``failed`` where it was not.
    """

    opened = Signal()
    """A document lies in the editor, after everybody has heard that it was replaced."""
    closing = Signal()
    """All is saved, and the document is about to leave the editor."""
    backups_found = Signal(list)
    """translation.model.backup.Backup of every project, the newest first."""
    columns_asked = Signal(object, object)
    """Path or None, and translation.formats.tables.preview.TablePreview: which columns of this
    table, or of the one that is open, hold what?"""
    recovered = Signal(list)
    """Notice: what was recovered of a damaged project, and what not."""
    more_wanted = Signal(list)
    """The Paths of files, if any, that are to come into the project that was just opened."""
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        editor: Editor,
        autosave: Autosave,
        board: JobBoard,
        is_strict: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._editor = editor
        self._autosave = autosave
        self._board = board
        self._is_strict = is_strict
        self.restoring = Restoring(editor, autosave, board, self)
        self._opening = Lock()
        editor.changed.connect(self._keep_place)
        autosave.kept.connect(self.noticed)
        autosave.freed.connect(self._take_over)

    # --- what is open ----------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """The project file in which the work is kept, None where nothing is open."""
        return self._autosave.project.path if self._autosave.project else None

    @property
    def title(self) -> str:
        """The name of the first file, "" where nothing is open."""
        files = self._editor.document.files
        return files[0].name if files else ""

    @property
    def owner(self) -> str:
        """Who has the project open where it is read-only here."""
        return self._autosave.project.owner if self._autosave.project else ""

    @property
    def last_export(self) -> tuple[str, Path] | None:
        """The format and the path of the last export of what is open, None where none was."""
        return last_export(self._autosave)

    @property
    def damage(self) -> Damaged | None:
        """The open project, where a new one may be better off; None where it is well."""
        if (project := self._autosave.project) is None:
            return None
        verdict = project.verdict
        in_doubt = verdict is not None and (verdict.originals or verdict.missing)
        is_damaged = project.obstacle is not None and damage_in(project.obstacle) is not None
        return Damaged(project.path) if is_damaged or in_doubt else None

    # --- opening ---------------------------------------------------------------------------

    def open(
        self,
        path: Path,
        *,
        pair: LanguagePair | None = None,
        format_id: str | None = None,
        encoding: str | None = None,
        columns: ColumnChoice | None = None,
        others: Sequence[Path] = (),
    ) -> None:
        """Open a file in a worker, and ask for the ``others`` to be added to its project.

        An article becomes a project at once, or its project of before is found again.
        """
        project, strict = self._autosave.project, self._is_strict()
        request = opening.Request(path, pair, format_id, encoding, columns, project, strict)
        more = partial(self.more_wanted.emit, [*others])
        self._open(partial(opening.open_work, self._services, request), more)

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
        job = Job(BACKUPS)
        self._board.start(job, lambda token, report: backups.all(), self.backups_found.emit)

    def open_backup(self, backup: Backup) -> None:
        """Open an earlier state of a project, as a project of its own beside it."""
        self._open(partial(opening.open_backup, self._services, backup))

    def reopen_with_encoding(self, encoding: str) -> None:
        """Read the article again with another text encoding, from the bytes in the project.

        That is a project of its own: going back to the first encoding finds its work again.
        """
        project, file = self._autosave.project, self._editor.present_file
        if project is None or file is None:
            self.failed.emit(UsageError("no_document"))
            return
        self._open(partial(opening.reread, self._services, project, file, encoding))

    def ask_columns(self, path: Path | None = None) -> None:
        """Look at a table, or at the one that is open, in a worker; ends in ``columns_asked``."""
        table = path or self._editor.present_file
        if table is None:
            self.failed.emit(UsageError("no_document"))
            return
        self._board.start(
            Job(OPEN),
            lambda token, report: self._services.preview_table(table, report),
            lambda found: self.columns_asked.emit(path, found),
        )

    def choose_columns(self, path: Path | None, columns: ColumnChoice) -> None:
        """Open a table by the columns that were chosen; without a path the one that is open.

        That is a project of its own: going back to the first columns finds their work again.
        """
        project, file = self._autosave.project, self._editor.present_file
        if path is not None:
            self.open(path, columns=columns)
        elif project is not None and file is not None:
            self._open(partial(opening.reread_columns, self._services, project, file, columns))

    def recover(self, damaged: Damaged) -> None:
        """Put what can be read of a damaged project into a new one, in a worker, and open that.

        Ends as ``open`` does, and in ``recovered``; the damaged one stays as it is.
        """
        open_now = self._autosave.project
        work = partial(recover_work, self._services, damaged, open_now)
        self._open(work, once_saved=open_now is not None and open_now.path == damaged.path)

    # --- keeping -------------------------------------------------------------------------

    def export(self, path: Path, format_id: str | None = None) -> None:
        """Write the document to a file in a worker; ends in ``noticed`` or ``failed``."""
        project = self._autosave.project
        if project is None:
            self.failed.emit(UsageError("no_document"))
            return
        services, board = self._services, self._board
        self.restoring.mark_export(path)
        if format_id:
            self._autosave.set_meta(LAST_EXPORT, [format_id, str(path)])
        exported = partial(self._exported, path)
        start_export(services, self._autosave, board, project, path, format_id, exported)

    def export_changed(self, path: Path, format_id: str, *, since_translator: bool) -> None:
        """Write the changed and the rejected segments alone; ends in ``noticed`` or ``failed``."""
        exported = partial(self._exported, path)
        what = self._editor.document.copy(), path, format_id, since_translator
        start_export_of_changed(self._services, self._board, *what, exported)

    def close(self) -> None:
        """Save everything and let go of the document; ends in ``document_replaced``.

        Where something cannot be saved it stays, and ``failed`` says so.
        """
        if self._editor.is_at_many:
            self._editor.when_at_rest(self.close)
        elif not self.let_go():
            self._say_not_saved()

    def let_go(self, *, discard: bool = False) -> bool:
        """Save what is open and close it; False, and it stays, where that fails.

        It stays in the middle of a step over many segments, too. With ``discard`` it is closed
        all the same.
        """
        if self._editor.is_at_many and not discard:
            return False
        if not self._end(discard=discard):
            return False
        self._editor.open(Document())
        return True

    # --- inside ----------------------------------------------------------------------------

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
            self._editor.when_at_rest(partial(take_now, opened))

        def take_now(opened: OpenedWork) -> None:
            if self._take(opened):
                then()

        self._board.start(Job(OPEN), open_alone, take, _drop)

    def _when_saved(self, opened: OpenedWork, token: CancelToken) -> OpenedWork:
        """Wait for what is open to be on disk before something else takes its place."""
        if opened.project is not None:
            try:
                self._autosave.wait(token)
            except BaseException:
                opening.let_go(opened)
                raise
        return opened

    def _take(self, work: OpenedWork) -> bool:
        """Put what was opened in the place of what was open; False where that cannot go."""
        project = work.project
        if project is not None and not self._end():
            wait_alive(project.close)
            self._say_not_saved()
            return False
        if project is not None:
            document = project.document
            self._autosave.begin(project, self._services.projects_folder(), self._services.backups)
            self._editor.open(
                document,
                project.history,
                active=place_in(document, self._autosave),
                read_only=project.read_only,
            )
        for notice in work.notices:
            self.noticed.emit(notice)
        if work.recovered:
            self.recovered.emit(list(work.recovered))
        if project is not None:
            self.opened.emit()
        return True

    def _take_over(self) -> None:
        """Open the project again that is free now, and stay at the same segment."""
        project = self._autosave.project
        if project is None:
            return
        here = self._editor.active_id
        self._open(
            partial(opening.take_over, project.path),
            lambda: self._editor.activate(here) if here in self._editor.document else None,
        )

    def _end(self, *, discard: bool = False) -> bool:
        """Save what is open and let go of its file; False, and it stays, where that fails."""
        self._board.close_document()
        self._autosave.set_meta(ACTIVE, self._editor.active_id)
        if not self._autosave.end(discard=discard):
            return False
        self.closing.emit()
        return True

    def _keep_place(self, change: Change) -> None:
        if change.batch is not None:
            self._autosave.set_meta(ACTIVE, change.batch.segment_id or self._editor.active_id)

    def _say_not_saved(self) -> None:
        self.failed.emit(self._autosave.state.error or UsageError("busy"))

    def _exported(self, path: Path, notices: Sequence[Notice]) -> None:
        for notice in notices:
            self.noticed.emit(notice)
        self.noticed.emit(Notice("exported", (("file", str(path)),)))


def _drop(opened: OpenedWork) -> None:
    wait_alive(partial(opening.let_go, opened))
