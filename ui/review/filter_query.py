"""What the filter line means: words to find, states, and what else a segment must have."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from translation.model.segment import SegmentState

UNFINISHED = "unfinished"

_TERM = re.compile(r'([A-Za-z]+:)?"([^"]*)"?|(\S+)')
_KEY = re.compile(r"[A-Za-z]{2,}:(?!//)")
_LENGTH = re.compile(r"([<>]?)(\d{1,7})|(\d{1,7})-(\d{1,7})")
_STATES: dict[str, frozenset[SegmentState]] = {
    **{state.value: frozenset({state}) for state in SegmentState},
    UNFINISHED: frozenset({SegmentState.INITIAL, SegmentState.EDITED}),
}
FLAGS = frozenset(
    {
        "has:issue",
        "has:draft",
        "has:note",
        "has:code",
        "is:furniture",
        "is:changed",
        "is:repeated",
        "is:locked",
        "is:rejected",
        "is:to-send-back",
        "is:bookmarked",
        "is:doubtful",
    }
)
TEXTS = ("source", "target", "draft", "note")
"""The texts that can be searched alone."""
_LISTS = ("origin", "person", "issue", "file")
KEYS = frozenset({"state", "has", "is", "length", *TEXTS, *_LISTS})
LONGEST = 10_000_000


class Trouble(StrEnum):
    """Why a term of the line is no condition."""

    UNKNOWN = "unknown"
    """Its key is none: it is looked for as it stands."""
    VALUE = "value"
    """Its key does not know the value: it is looked for as it stands."""
    EMPTY = "empty"
    """Nothing stands behind its key: it asks for nothing."""


@dataclass(frozen=True, slots=True)
class FilterQuery:
    """A parsed filter line; all of it must hold, of several values of a list any one.

    ``words`` are found in source or target, ``texts`` (key, words) in one text alone; ``states``
    is None where any will do; ``flags`` are as written: "has:issue", "is:changed". ``length`` is
    the least and the most characters of the source. ``troubles`` are what was not understood.
    """

    words: tuple[str, ...] = ()
    states: frozenset[SegmentState] | None = None
    flags: frozenset[str] = field(default_factory=frozenset)
    texts: tuple[tuple[str, str], ...] = ()
    origins: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    length: tuple[int, int] | None = None
    troubles: tuple[tuple[Trouble, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether everything is shown."""
        return not (
            self.words
            or self.states is not None
            or self.flags
            or self.texts
            or self.origins
            or self.persons
            or self.checks
            or self.files
            or self.length
        )

    def sought_in(self, side: str) -> tuple[str, ...]:
        """Return the words that are looked for on one side: "source" or "target"."""
        shown = (side, "draft") if side == "target" else (side,)
        return (*self.words, *(words for key, words in self.texts if key in shown))


@dataclass(slots=True)
class _Reading:
    words: list[str] = field(default_factory=list)
    states: set[SegmentState] = field(default_factory=set)
    flags: set[str] = field(default_factory=set)
    texts: list[tuple[str, str]] = field(default_factory=list)
    lists: dict[str, list[str]] = field(default_factory=lambda: {key: [] for key in _LISTS})
    length: tuple[int, int] | None = None
    troubles: list[tuple[Trouble, str]] = field(default_factory=list)

    def take(self, key: str, value: str, term: str) -> None:
        """Take a term apart; one that is no condition is a word, and that is kept to be said."""
        if not value:
            self.troubles.append((Trouble.EMPTY, term))
        elif key in TEXTS:
            self.texts.append((key, value))
        elif key in self.lists:
            self.lists[key].append(value.casefold())
        elif key == "state" and value.casefold() in _STATES:
            self.states |= _STATES[value.casefold()]
        elif f"{key}:{value.casefold()}" in FLAGS:
            self.flags.add(f"{key}:{value.casefold()}")
        elif key == "length" and (found := _LENGTH.fullmatch(value)):
            self.length = _bounds(found)
        else:
            self.troubles.append((Trouble.VALUE, term))
            self.words.append(term)


def _bounds(found: re.Match[str]) -> tuple[int, int]:
    sign, number, least, most = found.groups()
    if least is not None:
        return int(least), int(most)
    bound = int(number)
    return {">": (bound + 1, LONGEST), "<": (0, bound - 1)}.get(sign, (bound, bound))


def parse(text: str) -> FilterQuery:
    """Read a filter line. What is no condition is a word.

    Words in quotation marks are found as they stand together: "two words", source:"two words".
    """
    read = _Reading()
    for key, quoted, bare in _TERM.findall(text):
        term = bare or f"{key}{quoted}"
        found = _KEY.match(term)
        name = found.group()[:-1].casefold() if found else ""
        if name in KEYS and (key or bare):
            read.take(name, term[len(name) + 1 :], term)
        elif term:
            if name:
                read.troubles.append((Trouble.UNKNOWN, term))
            read.words.append(term)
    return FilterQuery(
        tuple(read.words),
        frozenset(read.states) or None,
        frozenset(read.flags),
        tuple(read.texts),
        tuple(read.lists["origin"]),
        tuple(read.lists["person"]),
        tuple(read.lists["issue"]),
        tuple(read.lists["file"]),
        read.length,
        tuple(read.troubles),
    )


def quoted(words: str) -> str:
    """Return words as a filter line has them: in quotation marks where there are several."""
    bare = " ".join(words.replace('"', " ").split())
    return f'"{bare}"' if " " in bare else bare
