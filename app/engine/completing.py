"""Asking the model, while somebody types, how the text may go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.background.soon import Soon
from translation.engines.protocol import Continued
from translation.model.inline import strip_codes

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


@dataclass(frozen=True, slots=True)
class Ways:
    """Different ways, likeliest first, in which a translation that begins ``typed`` may end."""

    source: str
    typed: str
    texts: tuple[str, ...]


class Completing(QObject):
    """Asks about one text at a time, the latest; what it was once asked is not told any more."""

    offered = Signal(object)
    """Offer."""
    ways_offered = Signal(object)
    """Ways."""

    def __init__(self, link: EngineLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._number = 0
        self._wanted: tuple[LanguagePair, str, str] | None = None
        self._ways = 0
        self._soon = Soon(self, self._send, PAUSE)
        link.told.connect(self._hear)

    def ask(self, pair: LanguagePair, source: str, typed: str) -> None:
        """Ask, after a moment, how the translation of ``source`` goes on that begins so."""
        self._want(pair, source, typed, 0)
        self._soon.again()

    def ask_ways(self, pair: LanguagePair, source: str, typed: str, ways: int = 5) -> bool:
        """Ask at once for ``ways`` different ends; False where no model can be asked."""
        self._want(pair, source, typed, ways)
        return self._send()

    def _want(self, pair: LanguagePair, source: str, typed: str, ways: int) -> None:
        self._wanted, self._ways = (pair, source, typed), ways
        self._soon.stop()
        self._number += 1

    def withdraw(self) -> None:
        """Nobody wants to know any more how the text goes on; other ways are still wanted."""
        if not self._ways:
            self._wanted = None
            self._number += 1

    def close(self) -> None:
        """Ask nothing any more."""
        self._wanted = None
        self._soon.stop()

    def _send(self) -> bool:
        if self._wanted is None:
            return False
        pair, source, typed = self._wanted
        about = self._link.about(pair, source)
        if about is None:
            return False
        self._link.continue_text(self._number, about, strip_codes(typed), self._ways)
        return True

    def _hear(self, event: Event) -> None:
        if not isinstance(event, Continued) or event.ask != self._number or self._wanted is None:
            return
        _, source, typed = self._wanted
        if self._ways:
            self.ways_offered.emit(Ways(source, typed, event.texts))
        elif event.texts:
            self.offered.emit(Offer(source, typed, event.texts[0]))
