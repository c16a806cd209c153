"""What leaves the document as a file, and what comes back into it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app import editing, opening
from app.autosave import REFERENCE
from app.doubting import DoubtingDocument
from app.state import Job, JobKind
from translation.documents import is_project
from translation.errors import UsageError
from translation.model.imported import Notice

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from translation.cancel import CancelToken
    from translation.formats.tables.column_choice import ColumnChoice
    from translation.model.ports import Report
    from translation.returning import Return


class ExchangingDocument(DoubtingDocument):
    """A working document that is exported, and takes in references and returned tables."""

    def export(self, path: Path, format_id: str | None = None) -> None:
        """Write the document to a file in a worker; ends in ``noticed`` or ``failed``."""
        project = self._autosave.project
        if project is None:
            self.failed.emit(UsageError("no_document"))
            return
        exported = partial(self._exported, path)
        if is_project(path, format_id):

            def copy(token: CancelToken, report: Report) -> Sequence[Notice]:
                self._autosave.wait(token)
                project.copy_to(path)
                return ()

            self._board.start(Job(JobKind.EXPORT, cancellable=False), copy, exported)
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

    def ask_columns(self, path: Path | None = None) -> None:
        """Look at a table, or at the one that is open, in a worker; ends in ``columns_asked``."""
        table = path or next(iter(self._document.files), None)
        if table is None:
            self.failed.emit(UsageError("no_document"))
            return
        self._board.start(
            Job(JobKind.OPEN),
            lambda token, report: self._services.preview_table(table, report),
            lambda found: self.columns_asked.emit(path, found),
        )

    def choose_columns(self, path: Path | None, columns: ColumnChoice) -> None:
        """Open a table by the columns that were chosen; without a path the one that is open.

        That is a project of its own: going back to the first columns finds their work again.
        """
        project = self._autosave.project
        if path is not None:
            self.open(path, columns=columns)
        elif project is not None:
            self._open(partial(opening.reread_columns, self._services, project, columns))

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
