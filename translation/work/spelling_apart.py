"""Spelling in a process of its own: the dictionaries lie there, and suggesting holds nobody up.

Hunspell keeps the interpreter to itself for half a second when it looks for suggestions. Both
ways go lines of JSON: what is asked is a list that begins with what it asks for.
"""

from __future__ import annotations

import json
import os
import queue
import sys
import time
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any

from translation.spelling.answers import Checked, Known, Misspelt, Suggested
from translation.spelling.misspellings import SegmentSpelling
from translation.spelling.spellers import Spellers
from translation.system.fed_process import FedProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from translation.model.ports import CancelToken
    from translation.spelling.answers import Answer, ToSpell
    from translation.spelling.speller import Speller

MODULE = "translation.work.spelling_apart"
NICENESS = 5
"""How far the process steps back before the window; somebody waits for suggestions."""
AT_A_TIME = 200
"""Texts that are asked for at a time where somebody waits for all."""
LOOK_SECONDS = 0.1
"""Seconds between two looks at whether that was cancelled."""


class SpellProcess:
    """The process, from the program's side. ``on_told`` is called in a thread of its own.

    It is told None where the process has died.
    """

    def __init__(self, on_told: Callable[[Answer | None], None]) -> None:
        self._on_told = on_told
        self._asked: queue.SimpleQueue[list[object] | None] = queue.SimpleQueue()
        self._process = FedProcess(MODULE, [], self._pieces(), self._listen)

    def check(self, segments: Sequence[ToSpell]) -> None:
        """Ask for what is misspelt in segments; answered by Checked."""
        self._asked.put(["check", segments])

    def suggest(self, language: str, word: str, beside: Iterable[str]) -> None:
        """Ask what a word may have been; answered by Suggested."""
        self._asked.put(["suggest", language, word, list(beside)])

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._on_told = lambda told: None
        self._asked.put(None)
        self._process.end()

    def _pieces(self) -> Iterator[bytes]:
        while (asked := self._asked.get()) is not None:
            yield json.dumps(asked).encode("utf-8", "surrogatepass") + b"\n"

    def _listen(self, output: IO[bytes]) -> None:
        with suppress(ValueError, KeyError):  # it died in the middle of a line
            for line in output:
                self._on_told(_told(json.loads(line)))
        self._on_told(None)


def look_up_apart(token: CancelToken, asked: Sequence[ToSpell]) -> dict[str, SegmentSpelling]:
    """Look texts up in a process and wait for it; nothing is found where it dies.

    To be called in a worker thread. Raises what ``token`` raises.
    """
    told: queue.SimpleQueue[Answer | None] = queue.SimpleQueue()
    process = SpellProcess(told.put)
    found: dict[str, SegmentSpelling] = {}
    try:
        for first in range(0, len(asked), AT_A_TIME):
            some = asked[first : first + AT_A_TIME]
            process.check(some)
            while not isinstance(answer := _next(told, token), Checked):
                if answer is None:
                    return {}
            for id_, language, text, _source, _reference in some:
                names = answer.names.get(id_, ())
                found[id_] = SegmentSpelling(language, text, answer.found[id_], names)
    finally:
        process.close()
    return found


def _next(told: queue.SimpleQueue[Answer | None], token: CancelToken) -> Answer | None:
    while True:
        token.raise_if_cancelled()
        with suppress(queue.Empty):
            return told.get(timeout=LOOK_SECONDS)


def _told(said: list[Any]) -> Answer:
    match said:
        case ["check", segments, names, seconds]:
            found = {
                id_: tuple(
                    Misspelt(sys.intern(w), start, begins, named, slip)
                    for w, start, begins, named, slip in words
                )
                for id_, words in segments.items()
            }
            given = {id_: tuple(map(sys.intern, n)) for id_, n in names.items()}
            return Checked(found, given, seconds)
        case ["known", language, dictionary]:
            return Known(language, dictionary)
        case ["suggest", language, word, words]:
            return Suggested(language, word, tuple(words))
    raise ValueError(said)


class _Desk:
    """The dictionaries that were asked for, inside the process."""

    def __init__(self, tell: Callable[[list[object]], None]) -> None:
        self._tell = tell
        self._spellers = Spellers()

    def answer(self, asked: list[Any]) -> None:
        match asked:
            case ["check", segments]:
                self._check(segments)
            case ["suggest", language, word, beside]:
                speller = self._speller(language)
                words = speller.suggestions(word, beside) if speller else []
                self._tell(["suggest", language, word, words])

    def _check(self, segments: Sequence[ToSpell]) -> None:
        since = time.process_time()
        found: dict[str, tuple[Misspelt, ...]] = {}
        names: dict[str, tuple[str, ...]] = {}
        for id_, language, text, source, reference in segments:
            self._speller(language)
            spelling = self._spellers.look_up(language, text, source, reference)
            found[id_] = spelling.words
            if spelling.names:
                names[id_] = spelling.names
        self._tell(["check", found, names, time.process_time() - since])

    def _speller(self, language: str) -> Speller | None:
        """Return the speller of a language; the first time it is told what it goes by."""
        is_known = language in self._spellers.loaded
        speller = self._spellers.of(language)
        if not is_known:
            name = speller.dictionary.name if speller else ""
            self._tell(["known", language, name])
        return speller


def main() -> None:
    """Answer whatever is asked, until nothing is asked any more."""
    with suppress(AttributeError, OSError):  # Windows has another way, and it is only courtesy
        os.nice(NICENESS)
    told = sys.stdout.buffer

    def tell(said: list[object]) -> None:
        told.write(json.dumps(said).encode("ascii") + b"\n")
        told.flush()

    desk = _Desk(tell)
    for line in sys.stdin.buffer:
        desk.answer(json.loads(line))


if __name__ == "__main__":
    main()
