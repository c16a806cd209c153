"""The session: one open document with all that goes on around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.editable import EditableDocument
from app.state import EngineStatus, Job, SaveState, SessionScores
from translation.errors import MurajiError, UsageError
from translation.model.language import ARABIC_TO_ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QObject

    from app.services import Services
    from translation.model.issue import Issue
    from translation.model.language import LanguagePair


class Session(EditableDocument):
    """Opens, edits, translates, scores, saves and exports one document at a time.

    All methods are called from the GUI thread and return at once; what takes time ends in a
    signal. Editing is in the base class.
    """

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._path: Path | None = None
        self._title = ""
        self._owner = ""
        self._read_only = False
        self._save_state = SaveState()
        self._job: Job | None = None
        self._engine_status = EngineStatus()
        self._scores = SessionScores()

    # --- what is open ----------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """The project file in which the work is kept, None where nothing is open."""
        return self._path

    @property
    def title(self) -> str:
        """The name of the document for the window's title."""
        return self._title

    @property
    def read_only(self) -> bool:
        """Whether the project is open elsewhere or cannot be written: edits are refused."""
        return self._read_only

    @property
    def owner(self) -> str:
        """Who has the project open where it is read-only here."""
        return self._owner

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
        return self._save_state

    @property
    def job(self) -> Job | None:
        """The background work going on, or None."""
        return self._job

    @property
    def engine_status(self) -> EngineStatus:
        """Which model speaks, or why none does."""
        return self._engine_status

    @property
    def scores(self) -> SessionScores:
        """The scores as last computed."""
        return self._scores

    def issues(self, segment_id: str) -> tuple[Issue, ...]:
        """Return what the checks found in a segment."""
        return ()

    def all_issues(self) -> list[Issue]:
        """Return every issue in document order."""
        return []

    @property
    def restore_points(self) -> list[tuple[float, str]]:
        """The restore points, oldest first: time (seconds since 1970) and label."""
        return []

    # --- opening and closing ---------------------------------------------------------------

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
        raise NotImplementedError

    def new_from_text(self, text: str) -> None:
        """Make a document of a text, such as the clipboard's."""
        raise NotImplementedError

    def reopen_with_encoding(self, encoding: str) -> None:
        """Read the article again with another text encoding."""
        raise NotImplementedError

    def close(self) -> None:
        """End all work, save and let go of the document; returns when everything is on disk."""

    # --- taking out ------------------------------------------------------------------------

    def export(self, path: Path, format_id: str | None = None) -> None:
        """Write the document to a file in a worker; ends in ``noticed`` or ``failed``."""
        raise NotImplementedError

    def restore_point(self) -> None:
        """Mark the work as it stands, to be found again."""
        raise NotImplementedError

    def load_reference(self, path: Path) -> None:
        """Read reference translations in a worker; one undo step."""
        raise NotImplementedError

    # --- translating -----------------------------------------------------------------------

    def start_engine(self) -> None:
        """Load the chosen model in the background; ``engine_changed`` tells how it goes."""
        raise NotImplementedError

    def use_model(self, name: str) -> None:
        """Change to another installed model (name or folder)."""
        raise NotImplementedError

    def install_model(self, model_id: str) -> None:
        """Install an offered model or a folder, its licence accepted by the person."""
        raise NotImplementedError

    def translate(self, ids: Sequence[str] | None = None, first: Sequence[str] = ()) -> None:
        """Draft segments in the background, those of ``first`` before the others.

        Without ``ids``: every segment that is neither furniture nor translated nor has a
        current draft. Targets are never touched.
        """
        raise NotImplementedError

    def cancel_job(self) -> None:
        """Give up the background work; nothing of it arrives any more."""
        raise NotImplementedError

    # --- for the base class ----------------------------------------------------------------

    def _refusal(self) -> MurajiError | None:
        if not self._document.files:
            return UsageError("no_document")
        return None
