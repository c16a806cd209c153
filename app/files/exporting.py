"""Writing the document to a file, in a worker: a copy of the project, or a file of some format."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.marked import QT_TRANSLATE_NOOP
from app.state import Job, JobKind
from translation.errors import ProjectError
from translation.model.imported import Notice
from translation.store import ProjectFile
from translation.work.documents import is_project
from translation.work.sending_back import changed_only

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.background.job_board import JobBoard
    from app.files.autosave import Autosave
    from app.services import Services
    from translation.model.document import Document
    from translation.model.edit_times import SegmentEdit
    from translation.model.ports import Report
    from translation.system.cancel import CancelToken

LAST_EXPORT = "last_export"
"""The key under which a project keeps the format and the path of its last export."""
EXPORT = JobKind(
    "export",
    QT_TRANSLATE_NOOP("jobs", "Exporting…"),
    QT_TRANSLATE_NOOP("jobs", "Exporting {done} of {total}"),
)


def last_export(autosave: Autosave) -> tuple[str, Path] | None:
    """Return the format and the path of the last export of what is open, None where none was."""
    match autosave.get_meta(LAST_EXPORT):
        case [str(format_id), str(path)]:
            return format_id, Path(path)
    return None


def start_export(
    services: Services,
    autosave: Autosave,
    board: JobBoard,
    project: ProjectFile,
    path: Path,
    format_id: str | None,
    exported: Callable[[Sequence[Notice]], None],
) -> None:
    """Write what is open now; ``exported`` is given what there is to say of it."""
    document = project.document.copy()
    if is_project(path, format_id):

        def copy(token: CancelToken, report: Report) -> Sequence[Notice]:
            try:
                autosave.wait(token)
            except ProjectError:
                # What cannot be saved here can be saved there, as it stands.
                ProjectFile.create(path, document, replace=True).close()
                return (Notice("copied_without_history", (("file", str(path)),)),)
            project.copy_to(path)
            return ()

        board.start(Job(EXPORT, cancellable=False), copy, exported)
        return

    def write(token: CancelToken, report: Report) -> Sequence[Notice]:
        def edit_times() -> dict[str, list[SegmentEdit]]:
            # What cannot be saved here is exported all the same, without when it was done.
            with suppress(ProjectError):
                autosave.wait(token)
            return project.edit_times()

        # A cancel that comes when the file is written already does not make it unwritten.
        return services.export(
            document,
            path,
            format_id,
            printer=services.printer,
            report=report,
            edit_times=edit_times,
        )

    board.start(Job(EXPORT), write, exported, exported)


def start_export_of_changed(
    services: Services,
    board: JobBoard,
    document: Document,
    path: Path,
    format_id: str,
    since_translator: bool,
    exported: Callable[[Sequence[Notice]], None],
) -> None:
    """Write the changed and the rejected segments alone, of a document that nobody changes."""

    def write(token: CancelToken, report: Report) -> Sequence[Notice]:
        changed = changed_only(document, since_translator=since_translator)
        return services.export(
            changed,
            path,
            format_id,
            printer=services.printer,
            report=report,
            numbers={one.id: number for number, one in enumerate(document.segments, start=1)},
        )

    board.start(Job(EXPORT), write, exported, exported)
