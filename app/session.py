"""The session: one open document with all that goes on around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app import redrafting
from app.engine import EngineLink
from app.exchanging import ExchangingDocument
from app.state import EngineState, Job, JobKind
from app.translating import Translating, to_draft
from translation.errors import ExportError
from translation.model.imported import Notice
from translation.model.ports import DecodingOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from app.services import Services
    from app.state import EngineStatus
    from translation.cancel import CancelToken
    from translation.model.draft import Draft
    from translation.model.ports import Report
    from translation.preferences import Preferences

_WITHOUT_MODEL = frozenset({EngineState.OFF, EngineState.NOT_INSTALLED, EngineState.FAILED})


class Session(ExchangingDocument):
    """Opens, edits, translates, scores, saves and exports one document at a time.

    All methods are called from the GUI thread and return at once; what takes time ends in a
    signal. Editing is in EditableDocument; opening, saving and scores in WorkingDocument; what
    leaves and comes back in ExchangingDocument; here is what the engine does. ``close`` ends
    the session for good.
    """

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(services, parent)
        self._engine = EngineLink(services.make_engine_client, self)
        self._translating = Translating(self._engine, self._board, self)
        self._engine.changed.connect(lambda: self.engine_changed.emit(self.engine_status))
        self._translating.arrived.connect(self._take_drafts)
        self._translating.failed.connect(self.failed)
        self._translating.noticed.connect(self.noticed)

    @property
    def engine_status(self) -> EngineStatus:
        """Which model speaks, or why none does."""
        return self._engine.status

    def start_engine(self) -> None:
        """Load the chosen model in the background; ``engine_changed`` tells how it goes.

        What in the settings is out of range is said first.
        """
        for refusal in self._services.setting_refusals():
            self.noticed.emit(refusal)
        self._engine.load(self._preferences)

    def prefer(self, key: str, value: object) -> None:
        """Go by another value of a shared setting from now on, which the setting allows."""
        changed: dict[str, Any] = {key: value}
        self._preferences = replace(self._preferences, **changed)
        self._author = self._preferences.author

    def reload_model(self) -> None:
        """Load the model anew, where one was loaded: its engine, threads or folder changed."""
        if self._engine.status.state is not EngineState.OFF:
            self._translating.cancel()
            self._engine.load(self._preferences)

    def recheck(self) -> None:
        """Check every segment again: other checks are on than before."""
        self._issues.update([segment.id for segment in self._document.segments])

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

        self._board.start(Job(JobKind.MODEL, cancellable=False), choose, self._change_model)

    def _change_model(self, choice: tuple[Preferences, ExportError | None]) -> None:
        self._preferences, not_kept = choice
        self._translating.cancel()
        if not_kept is not None:
            self.failed.emit(not_kept)
        self._engine.load(self._preferences)

    def install_model(self, model_id: str, *, accept_licence: bool) -> None:
        """Install an offered model or a folder in the background, and change to it.

        ``accept_licence`` says that the person was shown the licence and accepted it.
        """
        install = self._services.install_model
        self._board.start(
            Job(JobKind.INSTALL),
            lambda token, report: install(model_id, accept_licence, report, token),
            self._installed,
        )

    def translate(self, ids: Sequence[str] | None = None, first: Sequence[str] = ()) -> None:
        """Draft segments in the background, those of ``first`` before the others.

        Without ``ids``: every segment that is neither furniture nor translated nor has a
        current draft. What an earlier call asked for and is still to come stays asked for.
        Targets are never touched.
        """
        if self._is_refused():
            return
        preferences = self._preferences
        if self._engine.status.state in _WITHOUT_MODEL:
            self._engine.load(preferences)
        segments = to_draft(self._document, ids, first)
        options = DecodingOptions(beam_size=preferences.beam_size)
        self._translating.begin(self._document, segments, options)

    def close(self, *, discard: bool = False) -> bool:
        """End all work and the engine, save everything and end the session.

        Returns False, and nothing ends, where something could not be saved; ``discard`` ends
        all the same.
        """
        if not super().close(discard=discard):
            return False
        self._engine.close()
        return True

    def _let_go(self, *, discard: bool = False) -> bool:
        self._translating.cancel()
        return super()._let_go(discard=discard)

    def _installed(self, name: str) -> None:
        self.noticed.emit(Notice("model_installed", (("model", name),)))
        self.use_model(name)

    def _take_drafts(self, drafts: list[Draft]) -> None:
        """Put drafts beside the document: on disk, into issues and scores, to the view."""
        said_before = [d for d in drafts if redrafting.says_the_same(self._document, d)]
        if said_before:
            self.noticed.emit(Notice("same_draft", (("count", str(len(said_before))),)))
        drafts = [draft for draft in drafts if draft not in said_before]
        drafts = redrafting.beside(self._document, drafts)
        self._keep_drafts(drafts)
        here = [draft for draft in drafts if draft.segment_id in self._document]
        self._do(redrafting.redrafted(self._document, here))
        ids = [draft.segment_id for draft in here]
        self._issues.update(ids)
        self._score_keeper.update(ids)
        self.drafts_changed.emit(ids)
