"""What a model would write next: after what somebody has typed, or instead of a word.

A model writes pieces, a person letters. The typed text is cut before its last word: what stands
before goes to the model as it is, and of its continuations only those count that spell the
letters of the word begun. A word that was begun is never spelt in other pieces than the model
itself would choose for it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from translation.engines.tokenizer import WORD_START

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.engines.word_scores import WordScore

MOST_PIECES = 6
"""Of what is offered while one types: about as many words as one reads at a glance."""

MOST_TO_THE_END = 160
"""Of each of several ways, which go on to the end of the translation."""

MOST_CHOICES = 100
"""Next pieces that are looked at for one which spells the letters typed."""

MOST_STEPS = 6
"""Pieces that the letters of one word begun may take."""

LIKELIER_THAN_NOT = math.log(0.5)

MOST_WAYS = 3
"""Pieces tried for the next letters of it, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Written:
    """Pieces that a model writes.

    ``ended`` says that the model would end the text after them.
    """

    pieces: tuple[str, ...]
    ended: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What is translated; ``target`` is the language to ask for of a model that writes several."""

    source: str
    target: str = ""


@runtime_checkable
class PieceModel(Protocol):
    """A model asked piece by piece. ``before`` is what the target has already, in pieces."""

    def pieces_of(self, text: str) -> list[str]:
        """Return the pieces of a text of the target."""
        ...

    def continued(self, about: About, before: Sequence[str], ways: int, most: int) -> list[Written]:
        """Return the likeliest next pieces, each continued to at most ``most``, best first.

        To end at once is none of the ways.
        """
        ...

    def word_scores(self, about: About, text: str) -> list[WordScore]:
        """Return how likely each word of a translation is, those before it given."""
        ...

    def end_score(self, about: About, before: Sequence[str]) -> float:
        """Return the log-probability that the text ends here."""
        ...


class Continuing:
    """Continues one text after another; the last one's answers are kept while it is typed."""

    def __init__(self, model: PieceModel) -> None:
        self._model = model
        self._about = About("")
        self._kept: dict[tuple[tuple[str, ...], int, int], list[Written]] = {}

    def completed(self, about: About, typed: str, most: int = MOST_PIECES) -> str:
        """Return what would follow ``typed`` in a translation of it; empty for nothing.

        ``most`` bounds the pieces. The answer begins where the typing ended, in the middle of
        a word too, and ends with a whole word where it can.
        """
        before, wanted = self._cut(typed)
        if wanted == " " and self._ends(about, before):
            return ""
        written = self._likeliest(about, before, most)
        if not _text(written.pieces).startswith(wanted):
            path = self._begun(about, before, wanted)
            if path is None:
                return ""
            written = self._after(about, before, path, most)
        text = _text(written.pieces)
        return _whole_words(text, written.ended, len(wanted))[len(wanted) :]

    def alternatives(self, about: About, typed: str, ways: int = 5, most: int = 5) -> list[str]:
        """Return different continuations of ``typed``, its last word done, likeliest first.

        Each begins with a word of its own and has at most ``most`` pieces.
        """
        before = self._model.pieces_of(typed)
        texts: dict[str, None] = {}
        for written in self._ask(about, before, 2 * ways, most):
            text = _whole_words(_text(written.pieces), written.ended, 1).strip()
            if text:
                texts.setdefault(text)
        return list(texts)[:ways]

    def _cut(self, typed: str) -> tuple[list[str], str]:
        """Return the pieces before the word begun at the end, and how that begins in pieces."""
        start = len(typed)
        while start and not typed[start - 1].isspace():
            start -= 1
        return self._model.pieces_of(typed[:start]), f" {typed[start:]}"

    def _begun(
        self, about: About, before: list[str], wanted: str, path: tuple[str, ...] = ()
    ) -> tuple[str, ...] | None:
        """Return the likeliest pieces that spell what is begun, None where none do."""
        if _text(path).startswith(wanted):
            return path
        if len(path) == MOST_STEPS:
            return None
        choices = self._ask(about, [*before, *path], MOST_CHOICES, 1)
        longer = ((*path, *written.pieces) for written in choices if written.pieces)
        fitting = [way for way in longer if _fits(_text(way), wanted)]
        ways = (self._begun(about, before, wanted, way) for way in fitting[:MOST_WAYS])
        return next((way for way in ways if way is not None), None)

    def _after(self, about: About, before: list[str], path: tuple[str, ...], most: int) -> Written:
        known = [*before, *path]
        if self._ends(about, known):
            return Written(path, ended=True)
        rest = self._likeliest(about, known, most)
        return Written((*path, *rest.pieces), rest.ended)

    def _ends(self, about: About, before: Sequence[str]) -> bool:
        return bool(before) and self._model.end_score(about, before) > LIKELIER_THAN_NOT

    def _likeliest(self, about: About, before: Sequence[str], most: int) -> Written:
        return next(iter(self._ask(about, before, 1, most)), Written((), ended=True))

    def _ask(self, about: About, before: Sequence[str], ways: int, most: int) -> list[Written]:
        if about != self._about:
            self._about = about
            self._kept.clear()
        key = (tuple(before), ways, most)
        if key not in self._kept:
            self._kept[key] = self._model.continued(about, before, ways, most)
        return self._kept[key]


def _text(pieces: Sequence[str]) -> str:
    return "".join(pieces).replace(WORD_START, " ")


def _fits(text: str, wanted: str) -> bool:
    return text.startswith(wanted) or (bool(text) and wanted.startswith(text))


def _whole_words(text: str, ended: bool, least: int) -> str:
    """Return the text without a last word that may go on, unless that leaves ``least`` or less."""
    end = len(text) if ended else text.rfind(" ")
    return text[:end] if end > least else text
