"""The projects that were open last, as far as a person lets them be remembered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.settings.table import RECENT, RECENT_FILES, kept_json

if TYPE_CHECKING:
    from app.session import Session
    from app.settings.store import Settings
    from app.settings.table import AnySetting


class RecentFiles(QObject):
    """Remembers each project that a session opens, the latest first."""

    changed = Signal()

    def __init__(self, settings: Settings, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._session = session
        session.editor.document_replaced.connect(self._remember)
        settings.changed.connect(self._follow)

    @property
    def paths(self) -> list[Path]:
        """The project files, the latest first; some may be gone meanwhile."""
        kept = kept_json(self._settings.value(RECENT))
        if not isinstance(kept, list):
            return []
        most = self._settings.value(RECENT_FILES)
        return [Path(path) for path in kept if isinstance(path, str)][:most]

    def forget(self) -> None:
        """Forget all of them."""
        self._keep([])

    def _remember(self) -> None:
        path = self._session.files.path
        if path is not None:
            self._keep([path, *(other for other in self.paths if other != path)])

    def _follow(self, setting: AnySetting) -> None:
        if setting == RECENT_FILES:
            self._keep(self.paths)
        if setting == RECENT:
            self.changed.emit()

    def _keep(self, paths: list[Path]) -> None:
        kept = [str(path) for path in paths[: self._settings.value(RECENT_FILES)]]
        # A name that is no text of any encoding cannot be kept as one.
        kept = [path for path in kept if path.isprintable()]
        written = json.dumps(kept, ensure_ascii=False) if kept else ""
        if not RECENT.allowed(written):
            self._settings.keep(RECENT, written)
