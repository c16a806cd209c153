"""The session: one open document with all that goes on around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.state import EngineStatus
from app.working_document import WorkingDocument

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from app.services import Services


class Session(WorkingDocument):
    """Opens, edits, translates, scores, saves and exports one document at a time.

    All methods are called from the GUI thread and return at once; what takes time ends in a
    signal. Editing is in EditableDocument, files and scores in WorkingDocument; here is what
    the engine does. ``close`` ends the session for good.
    """

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(services, parent)
        self._engine_status = EngineStatus()

    @property
    def engine_status(self) -> EngineStatus:
        """Which model speaks, or why none does."""
        return self._engine_status

    def start_engine(self) -> None:
        """Load the chosen model in the background; ``engine_changed`` tells how it goes."""
        raise NotImplementedError

    def use_model(self, name: str) -> None:
        """Change to another installed model (name or folder)."""
        raise NotImplementedError

    def install_model(self, model_id: str, *, accept_licence: bool) -> None:
        """Install an offered model or a folder, its licence accepted by the person."""
        raise NotImplementedError

    def translate(self, ids: Sequence[str] | None = None, first: Sequence[str] = ()) -> None:
        """Draft segments in the background, those of ``first`` before the others.

        Without ``ids``: every segment that is neither furniture nor translated nor has a
        current draft. Targets are never touched.
        """
        raise NotImplementedError
