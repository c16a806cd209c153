"""Asking the model, while somebody types, how the text may go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.background.soon import Soon
from app.state import EngineState
from translation.engines.continuing import About
from translation.engines.protocol import Continued
from translation.model.inline import strip_codes
from translation.work.drafting import speaks

if TYPE_CHECKING:
    from app.engine.link import EngineLink
    from translation.engines.events import Event
    from translation.model.language import LanguagePair

PAUSE = 60
"""Milliseconds without a key until the model is asked: who types fast is not disturbed."""


@dataclass(frozen=True, slots=True)
class Offer:
    """How a text may go on: ``text`` would follow ``typed`` in a translation of ``source``."""

    source: str
    typed: str
    text: str


class Completing(QObject):
    """Asks about one text at a time, the latest; what it was once asked is not told any more."""

    offered = Signal(object)
    """Offer."""

    def __init__(self, link: EngineLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._number = 0
        self._wanted: tuple[LanguagePair, str, str] | None = None
        self._soon = Soon(self, self._send, PAUSE)
        link.told.connect(self._hear)

    def ask(self, pair: LanguagePair, source: str, typed: str) -> None:
        """Ask, after a moment, how the translation of ``source`` goes on that begins so."""
        self._wanted = pair, source, typed
        self._number += 1
        self._soon.again()

    def withdraw(self) -> None:
        """Nobody wants an answer any more."""
        self._wanted = None
        self._number += 1

    def _send(self) -> None:
        status = self._link.status
        if self._wanted is None or status.state is not EngineState.READY or status.info is None:
            return
        pair, source, typed = self._wanted
        if speaks(status.info, pair):
            about = About(strip_codes(source), pair.target if status.info.target_codes else "")
            self._link.continue_text(self._number, about, strip_codes(typed))

    def _hear(self, event: Event) -> None:
        if not isinstance(event, Continued) or event.ask != self._number or self._wanted is None:
            return
        _, source, typed = self._wanted
        if event.texts:
            self.offered.emit(Offer(source, typed, event.texts[0]))
