"""The projects that were open last, as far as a person lets them be remembered."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.settings.table import LEFT_OUT_PROJECTS, RECENT, RECENT_FILES, kept_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.session import Session
    from app.settings.store import Settings
    from app.settings.table import AnySetting
    from translation.model.document import Document


@dataclass(frozen=True, slots=True)
class RecentProject:
    """A project as it was when it was left: when that was, and how many segments were done.

    ``left`` is in seconds since 1970, 0 where it was never told, as ``segments`` is.
    """

    path: str
    left: float = 0.0
    done: int = 0
    segments: int = 0

    @property
    def percent(self) -> int | None:
        """Hundredths that were confirmed, None where nobody knows; 100 only where all are."""
        return 100 * self.done // self.segments if self.segments > 0 else None


class RecentFiles(QObject):
    """Remembers each project that a session opens, the latest first."""

    changed = Signal()

    def __init__(self, settings: Settings, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._session = session
        self._open: tuple[Path, Document] | None = None
        session.editor.document_replaced.connect(self._remember)
        settings.changed.connect(self._follow)

    @property
    def projects(self) -> list[RecentProject]:
        """The projects, the latest first; some may be gone meanwhile."""
        kept = kept_json(self._settings.value(RECENT))
        if not isinstance(kept, list):
            return []
        most = self._settings.value(RECENT_FILES)
        return [found for one in kept if (found := _project(one)) is not None][:most]

    @property
    def paths(self) -> list[Path]:
        """The files of the projects, the latest first."""
        return [Path(project.path) for project in self.projects]

    def forget(self) -> None:
        """Forget all of them."""
        self._keep([])

    @property
    def left_out(self) -> frozenset[str]:
        """The paths of projects that a person took out of the list of all."""
        kept = kept_json(self._settings.value(LEFT_OUT_PROJECTS))
        paths = kept if isinstance(kept, list) else []
        return frozenset(path for path in paths if isinstance(path, str))

    def leave_out(self, path: Path) -> None:
        """Forget one project, and take it out of the list of all until it is opened again."""
        self._keep([known for known in self.projects if known.path != str(path)])
        self._keep_left_out([*self.left_out, str(path)])

    def _keep_left_out(self, paths: Iterable[str]) -> None:
        rows = sorted({path for path in paths if path.isprintable()})
        written = json.dumps(rows, ensure_ascii=False) if rows else ""
        if not LEFT_OUT_PROJECTS.allowed(written):
            self._settings.keep(LEFT_OUT_PROJECTS, written)

    def note_progress(self) -> None:
        """Remember when the open project was left, and how far it is."""
        if self._open is None:
            return
        path, document = self._open
        progress = document.progress
        now = RecentProject(str(path), time.time(), progress.done, progress.segments)
        # Only what is remembered still: it may have been forgotten while it was open.
        self._keep([now if known.path == now.path else known for known in self.projects])

    def _remember(self) -> None:
        self.note_progress()
        path = self._session.files.path
        self._open = (path, self._session.document) if path is not None else None
        if path is not None:
            known = {project.path: project for project in self.projects}
            first = replace(known.pop(str(path), RecentProject(str(path))), left=time.time())
            self._keep([first, *known.values()])
            if str(path) in self.left_out:
                self._keep_left_out(self.left_out - {str(path)})

    def _follow(self, setting: AnySetting) -> None:
        if setting == RECENT_FILES:
            self._keep(self.projects)
        if setting == RECENT:
            self.changed.emit()

    def _keep(self, projects: list[RecentProject]) -> None:
        kept = projects[: self._settings.value(RECENT_FILES)]
        # A name that is no text of any encoding cannot be kept as one.
        rows = [asdict(project) for project in kept if project.path.isprintable()]
        written = json.dumps(rows, ensure_ascii=False) if rows else ""
        if not RECENT.allowed(written):
            self._settings.keep(RECENT, written)


def _project(kept: Any) -> RecentProject | None:
    """Return one project of the file; a mere path is what earlier versions kept."""
    if isinstance(kept, str):
        return RecentProject(kept)
    if not isinstance(kept, dict) or not isinstance(kept.get("path"), str):
        return None
    numbers = {
        name: value
        for name in ("left", "done", "segments")
        if isinstance(value := kept.get(name), int | float) and 0 <= value < 1 << 53
    }
    left = float(numbers.pop("left", 0.0))
    return RecentProject(kept["path"], left, **{name: int(n) for name, n in numbers.items()})
