"""The engine process as the window sees it: what it tells arrives in the GUI thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.background.posting import post
from app.state import EngineState, EngineStatus
from translation.engines.continuing import About
from translation.engines.events import EngineStateChanged
from translation.model.inline import strip_codes
from translation.work.drafting import speaks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.ports import EngineClient
    from translation.engines.events import Event
    from translation.engines.pieces import Request
    from translation.model.language import LanguagePair
    from translation.model.ports import DecodingOptions
    from translation.system.preferences import Preferences


class EngineLink(QObject):
    """Starts the engine process when it is first wanted, and keeps how it stands."""

    changed = Signal()
    told = Signal(object)
    """Every other event: Batch, Continued, Judged, Finished, Failed, Restarted."""
    _heard = Signal(object)

    def __init__(
        self,
        make_client: Callable[[Callable[[Event], None]], EngineClient],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.status = EngineStatus()
        self._make_client = make_client
        self._client: EngineClient | None = None
        # The client speaks from its own thread, holding its lock: never answer there.
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def load(self, preferences: Preferences) -> None:
        """Load the model chosen in the settings, starting the process if need be."""
        client = self._client
        if client is None:
            client = self._client = self._make_client(partial(post, self._heard))
            client.start()
        self._become(EngineStatus(EngineState.LOADING))
        client.load(preferences.model or None, preferences.engine, preferences.threads)

    def about(self, pair: LanguagePair, source: str) -> About | None:
        """Return a source as the model is asked about it; None where no model writes the pair."""
        info = self.status.info
        if self.status.state is not EngineState.READY or info is None or not speaks(info, pair):
            return None
        return About(strip_codes(source), pair.target if info.target_codes else "")

    def translate(self, job: int, requests: Sequence[Request], options: DecodingOptions) -> None:
        """Ask for translations; the engine must have been loaded."""
        assert self._client is not None
        self._client.translate(job, requests, options)

    def continue_text(self, ask: int, about: About, typed: str, ways: int = 0) -> None:
        """Ask what would follow what is typed; ``told`` has the answer, if there is one."""
        if self._client is not None:
            self._client.continue_text(ask, about, typed, ways)

    def judge(self, ask: int, about: About, text: str) -> None:
        """Ask how likely each word is; ``told`` has the answer, if there is one."""
        if self._client is not None:
            self._client.judge(ask, about, text)

    def cancel(self, job: int) -> None:
        """Give a job up."""
        if self._client is not None:
            self._client.cancel(job)

    def close(self) -> None:
        """End the process."""
        client, self._client = self._client, None
        if client is not None:
            client.close()
        self._become(EngineStatus())

    def _hear(self, event: Event) -> None:
        if self._client is None:
            return
        if isinstance(event, EngineStateChanged):
            info = event.info or self.status.info
            self._become(EngineStatus(EngineState(event.state), info, event.error))
        else:
            self.told.emit(event)

    def _become(self, status: EngineStatus) -> None:
        self.status = status
        self.changed.emit()
