"""The files of a project: more of them, fewer, in another order. Each is an undo step."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.editing import rearranging
from app.files.exporting import EXPORT
from app.files.exporting_files import write_all
from app.marked import QT_TRANSLATE_NOOP
from app.state import Job, JobKind
from translation.errors import MurajiError, UsageError
from translation.model.imported import Notice
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.originals import original_of, originals
from translation.work.additions import addition, ids_wanted, is_there
from translation.work.documents import is_project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from app.background.job_board import JobBoard
    from app.editing.editor import Editor
    from app.files.autosave import Autosave
    from app.files.document_files import DocumentFiles
    from app.files.exporting_files import FileExport
    from app.files.exporting_files import Written as _Written
    from app.services import Services
    from translation.model.document import Document
    from translation.model.edits import EditBatch
    from translation.model.language import LanguagePair
    from translation.model.originals import Original
    from translation.model.ports import Report
    from translation.model.segment import SourceFile
    from translation.system.cancel import CancelToken
    from translation.work.additions import Addition

ADD = JobKind(
    "add_files",
    QT_TRANSLATE_NOOP("jobs", "Adding files…"),
    QT_TRANSLATE_NOOP("jobs", "Adding files, {done} of {total}"),
    ends_with_document=True,
)
ARRANGE = JobKind(
    "arrange_files",
    QT_TRANSLATE_NOOP("jobs", "Arranging the segments…"),
    QT_TRANSLATE_NOOP("jobs", "Arranging the segments, {done} of {total}"),
)


@dataclass(slots=True)
class _Read:
    """What was read of the files that are to come in, and what there is to say of it."""

    documents: list[Document]
    notices: list[Notice]
    errors: list[MurajiError]


class ProjectFiles(QObject):
    """Adds files to the open project, removes and moves them."""

    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        editor: Editor,
        autosave: Autosave,
        board: JobBoard,
        files: DocumentFiles,
        is_strict: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._editor = editor
        self._autosave = autosave
        self._board = board
        self._files = files
        self._is_strict = is_strict
        files.more_wanted.connect(self.add)

    @property
    def all(self) -> list[Original]:
        """The originals of the project, in order."""
        return originals(self._editor.document.files)

    @property
    def present(self) -> Original | None:
        """The one that the active segment stands in, else the first."""
        file = self._editor.present_file
        return None if file is None else original_of(self._editor.document, file.id)

    def open(self, paths: Sequence[Path]) -> None:
        """Open several files as one project: that of the first, which the others are added to.

        A project that is among them counts as the first.
        """
        if paths:
            first, *others = sorted(paths, key=lambda path: not is_project(path))
            self._files.open(first, others=others)

    def add(self, paths: Sequence[Path]) -> None:
        """Read files in a worker and append them to the project, all of them as one step.

        Those that it has already, and those that cannot be read, are told of and left out.
        Where a file names no languages, they are those of the present one.
        """
        if not paths or self._editor.is_refused():
            return
        known, pair = self._editor.document.kept_files, self._editor.pair
        gone = {file.id for file in known} - {f.id for f in self._editor.document.files}
        there = [file for file in known if file.id not in gone]

        def read(token: CancelToken, report: Report) -> _Read:
            return self._read(paths, there, None if pair == ARABIC_TO_ENGLISH else pair, report)

        self._board.start(Job(ADD), read, self._number)

    def remove(self, original: Original) -> None:
        """Take an original out of the project; undo brings it back with all work on it."""
        if len(self.all) < 2:
            self.failed.emit(UsageError("last_file", file=original.name))
            return
        self._do_shown(rearranging.removed(self._editor.document, original))

    def move(self, original: Original, by: int) -> None:
        """Move an original up (-1) or down (+1) among the others."""
        self._editor.do(rearranging.moved(self._editor.document, original, by))

    def export(self, plan: Sequence[FileExport]) -> None:
        """Write originals, each to a file of its own, in one job; what is told is told of each.

        One that cannot be written is told of, and the others are written all the same.
        """
        project = self._autosave.project
        if project is None or not plan:
            return
        document, services = self._editor.document.copy(), self._services
        self._files.restoring.mark_export(plan[0].path)

        def write(token: CancelToken, report: Report) -> _Written:
            return write_all(services, self._autosave, project, document, plan, token, report)

        self._board.start(Job(EXPORT), write, self._tell, self._tell)

    # --- inside ----------------------------------------------------------------------------

    def _do_shown(self, batch: EditBatch) -> None:
        """Let rows come or go piece by piece, and say how far that is where they are many."""
        pieces = rearranging.in_pieces(batch)
        if len(batch.edits) <= rearranging.PIECE:
            self._editor.do_all(pieces)
            return

        def told() -> Iterator[EditBatch]:
            done = 0
            for piece in pieces:
                self._board.report(ARRANGE, done, len(batch.edits))
                yield piece
                done += len(piece.edits)

        self._board.begin(Job(ARRANGE, cancellable=False), lambda: None)
        try:
            self._editor.do_all(told())
        finally:
            self._board.end(ARRANGE)

    def _tell(self, written: _Written) -> None:
        for error in written.errors:
            self.failed.emit(error)
        for notice in written.notices:
            self.noticed.emit(notice)

    def _read(
        self,
        paths: Sequence[Path],
        there: Sequence[SourceFile],
        pair: LanguagePair | None,
        report: Report,
    ) -> _Read:
        found, known = _Read([], [], []), list(there)
        for done, path in enumerate(paths):
            report(done, len(paths))
            try:
                if is_project(path):
                    raise UsageError("project_in_project", file=path.name)
                opened = self._services.open_document(
                    path, pair=pair, report=lambda _d, _t: report(0, 0), strict=self._is_strict()
                )
            except MurajiError as error:
                found.errors.append(error)
                continue
            files = opened.document.files
            if is_there(known, files):
                found.notices.append(Notice("file_there", (("file", path.name),)))
                continue
            known += files
            found.documents.append(opened.document)
            found.notices += opened.notices
        return found

    def _number(self, read: _Read) -> None:
        """Set numbers aside for what was read and let it take them, in a worker again."""
        for error in read.errors:
            self.failed.emit(error)
        for notice in read.notices:
            self.noticed.emit(notice)
        if not read.documents:
            return
        document = self._editor.document
        wanted = []
        draft_number = document.drafts.next_id
        for one in read.documents:
            wanted.append((one, document.next_number, draft_number))
            document.next_number += ids_wanted(one)
            draft_number += len(one.drafts)
        document.drafts.next_id = draft_number

        def make(token: CancelToken, report: Report) -> list[Addition]:
            return [addition(*one) for one in wanted]

        self._board.start(Job(ADD), make, self._take)

    def _take(self, additions: list[Addition]) -> None:
        # They may be ready between two pieces of another step, which is to be whole.
        self._editor.when_at_rest(partial(self._put_in, self._editor.document, additions))

    def _put_in(self, document: Document, additions: list[Addition]) -> None:
        if document is not self._editor.document or self._editor.is_refused():
            return
        for one in additions:
            for added in one.files:
                self._autosave.keep_file(added.file, added.units)
                document.add_file(added.file, added.units, ())
        drafts = [draft for one in additions for draft in one.drafts]
        if drafts:
            self._editor.add_drafts(drafts)
        self._do_shown(rearranging.added(document, additions))
        for one in additions:
            facts = (("file", one.name), ("count", str(len(one.segments))))
            self.noticed.emit(Notice("file_added", facts))
