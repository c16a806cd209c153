"""Acronyms that Arabic spells by the English names of their letters: «إن بي إيه» is NBA."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LETTERS = {
    "ايه": "A", "بي": "BP", "سي": "C", "دي": "D", "اي": "IE", "اف": "F", "جي": "GJ", "اتش": "H",
    "ايتش": "H", "جيه": "J", "كيه": "K", "كي": "K", "ال": "L", "ام": "M", "ان": "N", "او": "O",
    "كيو": "Q", "ار": "R", "اس": "S", "تي": "T", "يو": "U", "في": "V", "دبليو": "W", "اكس": "X",
    "واي": "Y", "زد": "Z", "زي": "Z",
}  # fmt: skip
"""What a folded name of a letter may stand for, the likelier first."""
_WORDS = frozenset("او في ان ال اي ام".split())
"""Names of letters that are words, too."""
_FEWEST = 3


class Acronym(NamedTuple):
    """Where an acronym stands in a row of words, how many it takes, and its likeliest letters."""

    at: int
    length: int
    letters: str
    pattern: re.Pattern[str]


def spelt_acronyms(words: Sequence[str]) -> Iterator[Acronym]:
    """Give the acronyms that folded words spell; three letters or more, two of them no words."""
    at = len(words) if _LETTERS.keys().isdisjoint(words) else 0
    while at < len(words):
        end = at
        while end < len(words) and words[end] in _LETTERS:
            end += 1
        run = tuple(words[at:end])
        if len(run) >= _FEWEST and sum(word not in _WORDS for word in run) >= 2:
            letters = "".join(_LETTERS[word][0] for word in run)
            yield Acronym(at, len(run), letters, _pattern(run))
        at = end + 1


@lru_cache(maxsize=200)
def _pattern(run: tuple[str, ...]) -> re.Pattern[str]:
    letters = r"[.\s-]?".join(f"[{_LETTERS[word]}]" for word in run)
    return re.compile(rf"(?<!\w){letters}(?!\w)", re.IGNORECASE)
