"""What the engine process does for somebody at a text: the newest wish at once, before drafts."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from translation.engines.continuing import About, Continuing, PieceModel
from translation.engines.protocol import Continue, Continued, Judge, Judged

if TYPE_CHECKING:
    from collections.abc import Callable

    from translation.engines.word_scores import WordScore
    from translation.model.ports import Engine

T = TypeVar("T")
WAITING_SECONDS = 1.0
"""Longest time that a batch of drafts waits for help that is being given."""

Wish: TypeAlias = Continue | Judge
WishT = TypeVar("WishT", Continue, Judge)


class Helping:
    """Answers wishes in a thread of its own; an older one of a kind that waits is forgotten.

    How a text goes on comes before how likely one is: somebody waits for it with a key down.
    """

    def __init__(self, say: Callable[[Continued | Judged], None]) -> None:
        self._say = say
        self._changed = threading.Condition()
        self._wishes: dict[type, Wish] = {}
        self._engine: Engine | None = None
        self._model: PieceModel | None = None
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
            self._model = engine if isinstance(engine, PieceModel) else None
            self._continuing = Continuing(self._model) if self._model is not None else None

    def wish(self, wanted: Wish) -> None:
        """Answer this soon; what waited of its kind is dropped."""
        with self._changed:
            self._wishes[type(wanted)] = wanted
            self._idle.clear()
            self._changed.notify()

    def let_others(self) -> None:
        """Return when nobody is being helped, or after a moment all the same."""
        self._idle.wait(WAITING_SECONDS)

    def _serve(self) -> None:
        while True:
            wanted = self._next()
            if isinstance(wanted, Continue):
                self._say(Continued(wanted.ask, tuple(self._answer(wanted, self._continued))))
            else:
                self._say(Judged(wanted.ask, tuple(self._answer(wanted, self._judged))))

    def _next(self) -> Wish:
        with self._changed:
            while not self._wishes:
                self._idle.set()
                self._changed.wait()
            kind = Continue if Continue in self._wishes else Judge
            return self._wishes.pop(kind)

    def _answer(self, wanted: WishT, say: Callable[[WishT], list[T]]) -> list[T]:
        with self._at_work:
            try:
                return say(wanted) if self._fits(wanted.source) else []
            except Exception as error:  # whatever a library raises: a draft that fails says why
                print(f"engine process, helping: {error}", file=sys.stderr, flush=True)
                return []

    def _fits(self, source: str) -> bool:
        engine = self._engine
        return engine is not None and (
            engine.count_tokens([source])[0] <= engine.info.longest_source
        )

    def _continued(self, wanted: Continue) -> list[str]:
        if self._continuing is None:
            return []
        about = About(wanted.source, wanted.target)
        if wanted.ways:
            return self._continuing.alternatives(about, wanted.typed, wanted.ways, wanted.most)
        text = self._continuing.completed(about, wanted.typed, wanted.most)
        return [text] if text else []

    def _judged(self, wanted: Judge) -> list[WordScore]:
        if self._model is None:
            return []
        return self._model.word_scores(About(wanted.source, wanted.target), wanted.text)
