"""What the engine does for the document: models are chosen and installed, drafts are made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.editing import redrafting
from app.engine.completing import Completing
from app.engine.judging import Judging
from app.engine.link import EngineLink
from app.engine.translating import Translating, to_draft
from app.marked import QT_TRANSLATE_NOOP
from app.state import EngineState, Job, JobKind
from translation.errors import ExportError
from translation.model.imported import Notice
from translation.model.ports import DecodingOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.background.job_board import JobBoard
    from app.editing.editor import Editor
    from app.services import Services
    from app.state import EngineStatus
    from translation.model.draft import Draft
    from translation.model.ports import Report
    from translation.system.cancel import CancelToken
    from translation.system.preferences import Preferences

INSTALL = JobKind(
    "install",
    QT_TRANSLATE_NOOP("jobs", "Installing the model…"),
    QT_TRANSLATE_NOOP("jobs", "Installing the model"),
)
MODEL = JobKind(
    "model",
    QT_TRANSLATE_NOOP("jobs", "Changing the model…"),
    QT_TRANSLATE_NOOP("jobs", "Changing the model…"),
)

_WITHOUT_MODEL = frozenset({EngineState.OFF, EngineState.NOT_INSTALLED, EngineState.FAILED})


class EngineWork(QObject):
    """Loads models into the engine process and puts its drafts beside an editor's document."""

    changed = Signal(object)
    """EngineStatus."""
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        editor: Editor,
        board: JobBoard,
        preferences: Preferences,
        fill_first: Callable[[Callable[[], None]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._fill_first = fill_first
        self._editor = editor
        self._board = board
        self._preferences = preferences
        self._link = EngineLink(services.make_engine_client, self)
        self._translating = Translating(self._link, board, self)
        self.completing = Completing(self._link, self)
        self.judging = Judging(self._link, self)
        self._link.changed.connect(lambda: self.changed.emit(self.status))
        self._translating.arrived.connect(self.take_drafts)
        self._translating.failed.connect(self.failed)
        self._translating.noticed.connect(self.noticed)

    @property
    def status(self) -> EngineStatus:
        """Which model speaks, or why none does."""
        return self._link.status

    @property
    def preferences(self) -> Preferences:
        """The shared settings as they are now."""
        return self._preferences

    def prefer(self, key: str, value: object) -> None:
        """Go by another value of a shared setting from now on, which the setting allows."""
        changed: dict[str, Any] = {key: value}
        self._preferences = replace(self._preferences, **changed)

    def reload(self) -> None:
        """Load the model anew, where one was loaded: its engine, threads or folder changed."""
        if self.status.state is not EngineState.OFF:
            self._translating.cancel()
            self._link.load(self._preferences)

    def start(self) -> None:
        """Load the chosen model in the background; ``changed`` tells how it goes.

        What in the settings is out of range is said first.
        """
        for refusal in self._services.setting_refusals():
            self.noticed.emit(refusal)
        self._link.load(self._preferences)

    def use_model(self, name: str) -> None:
        """Change to another installed model (name or folder), and remember it, in a worker.

        What is no model is refused through ``failed``; the present one goes on.
        """

        def choose(token: CancelToken, report: Report) -> tuple[Preferences, ExportError | None]:
            self._services.check_model(name)
            chosen = replace(self._services.load_preferences(), model=name)
            try:
                self._services.save_preferences(chosen)
            except ExportError as error:
                return chosen, error
            return chosen, None

        self._board.start(Job(MODEL, cancellable=False), choose, self._change_model)

    def install_model(self, model_id: str, *, accept_licence: bool) -> None:
        """Install an offered model or a folder in the background, and change to it.

        ``accept_licence`` says that the person was shown the licence and accepted it.
        """
        install = self._services.install_model
        self._board.start(
            Job(INSTALL),
            lambda token, report: install(model_id, accept_licence, report, token),
            self._installed,
        )

    def translate(self, ids: Sequence[str] | None = None, first: Sequence[str] = ()) -> None:
        """Draft segments in the background, those of ``first`` before the others.

        Without ``ids``: every segment that is neither furniture nor translated nor has a
        current draft. What an earlier call asked for and is still to come stays asked for.
        Targets are never touched. What memories have for them comes first: ``fill_first`` is
        given what is to be done after that.
        """
        if self._editor.is_refused():
            return
        if ids is None:
            self._fill_first(lambda: self._translate(None, first))
        else:
            self._translate(ids, first)

    def _translate(self, ids: Sequence[str] | None, first: Sequence[str]) -> None:
        if self.status.state in _WITHOUT_MODEL:
            self._link.load(self._preferences)
        document = self._editor.document
        options = DecodingOptions(beam_size=self._preferences.beam_size)
        self._translating.begin(document, to_draft(document, ids, first), options)

    def take_drafts(self, drafts: Sequence[Draft]) -> None:
        """Put drafts that arrived beside the document; another one of a segment is shown."""
        document = self._editor.document
        said_before = [d for d in drafts if redrafting.says_the_same(document, d)]
        if said_before:
            self.noticed.emit(Notice("same_draft", (("count", str(len(said_before))),)))
        fresh = [draft for draft in drafts if draft not in said_before]
        fresh = redrafting.beside(document, fresh)
        self._editor.add_drafts(fresh)
        here = [draft for draft in fresh if draft.segment_id in document]
        self._editor.do(redrafting.redrafted(document, here))

    def close(self) -> None:
        """End the engine process."""
        self.completing.close()
        self.judging.close()
        self._link.close()

    def _change_model(self, choice: tuple[Preferences, ExportError | None]) -> None:
        self._preferences, not_kept = choice
        self._translating.cancel()
        if not_kept is not None:
            self.failed.emit(not_kept)
        self._link.load(self._preferences)

    def _installed(self, name: str) -> None:
        self.noticed.emit(Notice("model_installed", (("model", name),)))
        self.use_model(name)
