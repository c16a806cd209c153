"""All projects that are known: those open last and those in the user's own folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.marked import QT_TRANSLATE_NOOP
from app.state import Job, JobKind
from translation.errors import MurajiError
from translation.store import SUFFIX
from translation.store.summary import ProjectSummary, read_summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from app.background.job_board import JobBoard
    from app.editing.editor import Editor
    from app.files.autosave import Autosave
    from app.services import Services
    from translation.model.ports import Report
    from translation.system.cancel import CancelToken

LOOK = JobKind(
    "projects",
    QT_TRANSLATE_NOOP("jobs", "Looking for projects…"),
    QT_TRANSLATE_NOOP("jobs", "Looking at project {done} of {total}"),
)


@dataclass(frozen=True, slots=True)
class KnownProject:
    """A project that is known; ``summary`` is None where it cannot be read, ``error`` says why."""

    path: Path
    summary: ProjectSummary | None
    error: MurajiError | None = None
    is_open: bool = False


class KnownProjects(QObject):
    """Looks at them in a worker; nothing of theirs is written, and none is opened."""

    found = Signal(list)
    """KnownProject of each."""

    def __init__(
        self,
        services: Services,
        editor: Editor,
        autosave: Autosave,
        board: JobBoard,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._editor = editor
        self._autosave = autosave
        self._board = board

    def look(self, recent: Sequence[Path]) -> None:
        """Look at the recent projects and at those in the folder; ends in ``found``."""
        project = self._autosave.project
        here = self._present() if project is not None else None
        folder = self._services.projects_folder()

        def read(token: CancelToken, report: Report) -> list[KnownProject]:
            paths = list(dict.fromkeys([*([here.path] if here else []), *recent, *_in(folder)]))
            known = []
            for done, path in enumerate(paths):
                report(done, len(paths))
                if here is not None and path == here.path:
                    known.append(KnownProject(path, here, is_open=True))
                else:
                    known.append(_known(path))
            return known

        self._board.start(Job(LOOK), read, self.found.emit)

    def _present(self) -> ProjectSummary | None:
        """Return the open project in short: its file is this process's own and left alone."""
        project, document = self._autosave.project, self._editor.document
        if project is None:
            return None
        names = tuple(file.name for file in document.files)
        progress = document.progress
        try:
            size = project.path.stat().st_size
        except OSError:
            size = 0
        saved = self._autosave.state.time or 0.0
        return ProjectSummary(project.path, names, progress.segments, progress.done, saved, size)


def _in(folder: Path) -> Iterable[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
    except OSError:
        return ()


def _known(path: Path) -> KnownProject:
    try:
        return KnownProject(path, read_summary(path))
    except MurajiError as error:
        return KnownProject(path, None, error)
