"""What the engine process does for somebody who types: the newest wish at once, before drafts."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from translation.engines.continuing import About, Continuing, PieceModel
from translation.engines.protocol import Continue, Continued

if TYPE_CHECKING:
    from collections.abc import Callable

    from translation.model.ports import Engine

WAITING_SECONDS = 1.0
"""Longest time that a batch of drafts waits for help that is being given."""


class Helping:
    """Answers wishes in a thread of its own; an older one that still waits is forgotten."""

    def __init__(self, say: Callable[[Continued], None]) -> None:
        self._say = say
        self._changed = threading.Condition()
        self._wish: Continue | None = None
        self._engine: Engine | None = None
        self._continuing: Continuing | None = None
        self._idle = threading.Event()
        self._idle.set()
        self._at_work = threading.Lock()

    def start(self) -> None:
        """Begin to listen."""
        threading.Thread(target=self._serve, name="helping", daemon=True).start()

    def use(self, engine: Engine | None) -> None:
        """Take this engine from now on; waits until the one before is not used any more."""
        with self._at_work:
            self._engine = engine
            self._continuing = Continuing(engine) if isinstance(engine, PieceModel) else None

    def wish(self, wanted: Continue) -> None:
        """Answer this next; what waited before it is dropped."""
        with self._changed:
            self._wish = wanted
            self._idle.clear()
            self._changed.notify()

    def let_others(self) -> None:
        """Return when nobody is being helped, or after a moment all the same."""
        self._idle.wait(WAITING_SECONDS)

    def _serve(self) -> None:
        while True:
            with self._changed:
                while self._wish is None:
                    self._idle.set()
                    self._changed.wait()
                wanted, self._wish = self._wish, None
            self._say(Continued(wanted.ask, tuple(self._answer(wanted))))

    def _answer(self, wanted: Continue) -> list[str]:
        with self._at_work:
            engine, continuing = self._engine, self._continuing
            if engine is None or continuing is None:
                return []
            try:
                if engine.count_tokens([wanted.source])[0] > engine.info.longest_source:
                    return []
                about, typed = About(wanted.source, wanted.target), wanted.typed
                if wanted.ways:
                    return continuing.alternatives(about, typed, wanted.ways, wanted.most)
                text = continuing.completed(about, typed, wanted.most)
            except Exception as error:  # whatever a library raises: a draft that fails says why
                print(f"engine process, helping: {error}", file=sys.stderr, flush=True)
                return []
            return [text] if text else []
