"""Asking the model how likely it finds the words of translations that somebody looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from app.background.soon import Soon
from app.state import EngineState
from translation.engines.events import Restarted
from translation.engines.protocol import Judged

if TYPE_CHECKING:
    from app.engine.link import EngineLink
    from translation.engines.events import Event
    from translation.engines.word_scores import WordScore
    from translation.model.language import LanguagePair

Asked: TypeAlias = "tuple[LanguagePair, str, str]"
"""Languages, source and translation."""

PAUSE = 300
"""Milliseconds without a further wish until the model is asked: nobody waits for it."""
MOST_KEPT = 512
MOST_WAITING = 64
"""More rows than are in view."""


class Judging(QObject):
    """Keeps what the model said of texts, and asks about one after the other, the latest first.

    Texts have their codes as they stand; what holds some is not asked about.
    """

    judged = Signal(str, str)
    """A source and a translation about whose words something is known now."""
    forgotten = Signal()
    """Another model speaks: nothing is known any more."""

    def __init__(self, link: EngineLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._known: dict[tuple[str, str], tuple[WordScore, ...]] = {}
        self._waiting: dict[Asked, None] = {}
        self._asked: Asked | None = None
        self._number = 0
        self._soon = Soon(self, self._send, PAUSE)
        link.told.connect(self._hear)
        link.changed.connect(self._engine_changed)

    @property
    def model(self) -> str:
        """The name of the model that is asked, empty where there is none."""
        return self._link.status.info.name if self._link.status.info else ""

    def words(self, pair: LanguagePair, source: str, text: str) -> tuple[WordScore, ...] | None:
        """Return the words with their scores; None, and it is asked, where they are not known."""
        known = self._known.get((source, text))
        if known is None and (pair, source, text) != self._asked:
            self._waiting.pop((pair, source, text), None)
            self._waiting[pair, source, text] = None
            while len(self._waiting) > MOST_WAITING:
                del self._waiting[next(iter(self._waiting))]
            self._soon.again()
        return known

    def close(self) -> None:
        """Ask nothing any more."""
        self._waiting.clear()
        self._soon.stop()

    def _send(self) -> None:
        while self._waiting and self._asked is None:
            pair, source, text = wanted = self._waiting.popitem()[0]
            about = self._link.about(pair, source)
            if about is not None and about.source == source:
                self._asked = wanted
                self._number += 1
                self._link.judge(self._number, about, text)

    def _hear(self, event: Event) -> None:
        if isinstance(event, Restarted):
            self._asked = None
            if self._waiting:
                self._soon.ask()
        elif isinstance(event, Judged) and event.ask == self._number and self._asked is not None:
            (_, source, text), self._asked = self._asked, None
            while len(self._known) >= MOST_KEPT:
                del self._known[next(iter(self._known))]
            self._known[source, text] = event.words
            self.judged.emit(source, text)
            self._send()

    def _engine_changed(self) -> None:
        """Forget what another model said."""
        if self._link.status.state is EngineState.READY:
            self._known.clear()
            self._asked = None
            self._number += 1
            self.forgotten.emit()
