"""Where words stand in memories, in either language: whole words, beginnings and phrases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from translation.memory.clitics import with_clitics
from translation.memory.port import Side
from translation.memory.words import for_matching, words_of
from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair, primary_subtag
from translation.text.normalise import ARABIC_MARKS, TATWEEL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from translation.memory.matching import Memories
    from translation.memory.port import MemoryPort, Stored
    from translation.model.memory_unit import MemoryUnit

MOST = 200
"""Hits that are given at once."""
_LOOKED_AT = 5_000
"""Units that are looked at for a phrase, or for other languages than most of a memory has."""
_PART = re.compile(r'"([^"]*)"|(\S+)')
_TOKEN = re.compile(rf"[\w{ARABIC_MARKS}{TATWEEL}\u200c\u200d]+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words in any order, ``"words in quotes"`` as they follow one another.

    A word that ends in ``*`` stands for all that begin so. ``clitics`` finds Arabic words also
    with what is written in one with them.
    """

    text: str
    pair: LanguagePair = ARABIC_TO_ENGLISH
    sides: tuple[Side, ...] = (Side.SOURCE, Side.TARGET)
    clitics: bool = True


class Place(NamedTuple):
    """A word that was found: start and end in its text, as Python indices."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit that has the words, with their places in the text of its ``side``."""

    unit: MemoryUnit
    memory: str
    side: Side
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, the youngest first; ``count`` are all units that have the words.

    Where there are phrases it is None as soon as not all units were looked at.
    """

    hits: tuple[Hit, ...] = ()
    count: int | None = 0


def look_up(memories: Memories, wanted: Wanted, most: int = MOST) -> Hits:
    """Return the first ``most`` hits. Raises TranslationMemoryError."""
    found: list[Hit] = []
    count = 0
    is_whole = True
    for side in wanted.sides:
        query = _Query(wanted, side)
        for attached in memories.attached if query.groups else ():
            numbers = attached.memory.holding(query.groups, side)
            room = most - len(found)
            hits, looked_at = _hits(query, attached.memory, numbers, room)
            found += hits
            if query.phrases and looked_at < len(numbers):
                is_whole = False
            count += len(hits) if query.phrases else len(numbers)
    return Hits(tuple(found), count if is_whole else None)


def _hits(
    query: _Query, memory: MemoryPort, numbers: Sequence[int], room: int
) -> tuple[list[Hit], int]:
    """Return at most ``room`` hits among some units, and how many of these were looked at."""
    found: list[Hit] = []
    at = 0
    while len(found) < room and at < min(len(numbers), _LOOKED_AT):
        some = numbers[at : at + max(room - len(found), 1)]
        at += len(some)
        found += query.hits(memory.units(some), memory.name)
    return found, at


class _Query:
    """What is looked for on one side."""

    def __init__(self, wanted: Wanted, side: Side) -> None:
        self.side, self.pair = side, wanted.pair
        self._language = wanted.pair.source if side is Side.SOURCE else wanted.pair.target
        is_arabic = primary_subtag(self._language) == "ar"
        forms: Callable[[str], tuple[str, ...]]
        forms = with_clitics if wanted.clitics and is_arabic else _itself
        self.groups: list[tuple[str, ...]] = []
        self.phrases: list[list[tuple[str, ...]]] = []
        for quoted, word in _PART.findall(wanted.text):
            words = words_of(for_matching(quoted or word, self._language))
            groups = [_itself(one) if quoted else forms(one) for one in words]
            if word.endswith("*") and groups:
                groups[-1] = (f"{words[-1]}*",)
            self.groups += groups
            if len(words) > 1:
                self.phrases.append(groups)

    def hits(self, units: Sequence[Stored], memory: str) -> Iterator[Hit]:
        """Give those of some units that have what is looked for."""
        for _, unit in units:
            if unit.pair.matches(self.pair) and (places := self.places(unit)):
                yield Hit(unit, memory, self.side, places)

    def places(self, unit: MemoryUnit) -> tuple[Place, ...]:
        """Return where the words stand in a unit, none where it lacks a phrase."""
        text = unit.source if self.side is Side.SOURCE else unit.target
        tokens = [
            (word, Place(found.start(), found.end()))
            for found in _TOKEN.finditer(text)
            for word in words_of(for_matching(found[0], self._language))
        ]
        words = [word for word, _ in tokens]
        starts = [list(_follow(words, phrase)) for phrase in self.phrases]
        if not all(starts):
            return ()
        in_phrases = {
            at + n
            for phrase, places in zip(self.phrases, starts, strict=True)
            for at in places
            for n in range(len(phrase))
        }
        alone = [group for group in self.groups if not any(group in p for p in self.phrases)]
        found = {
            place: None
            for at, (word, place) in enumerate(tokens)
            if at in in_phrases or any(_is_one(word, group) for group in alone)
        }
        return tuple(found)


def _follow(words: Sequence[str], phrase: Sequence[tuple[str, ...]]) -> Iterator[int]:
    """Give where a phrase begins among some words."""
    for at in range(len(words) - len(phrase) + 1):
        if all(_is_one(words[at + n], group) for n, group in enumerate(phrase)):
            yield at


def _is_one(word: str, group: Sequence[str]) -> bool:
    return word in group or (group[0].endswith("*") and word.startswith(group[0][:-1]))


def _itself(word: str) -> tuple[str, ...]:
    return (word,)
