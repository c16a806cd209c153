"""The one door to the readers: numbers of a text by its language, each text read once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from translation.model.language import primary_subtag
from translation.text.numbers.arabic import (
    decides_in_arabic,
    may_tell_in_arabic,
    read_arabic,
)
from translation.text.numbers.english import (
    decides_in_english,
    may_tell_in_english,
    read_english,
)
from translation.text.numbers.tokens import pieces, tokens

if TYPE_CHECKING:
    from translation.text.numbers.number import Number

_READERS = {
    "ar": (decides_in_arabic, may_tell_in_arabic, read_arabic),
    "en": (decides_in_english, may_tell_in_english, read_english),
}
"""For each language which words and digits tell a number that must stand in the other text as
well, which may tell one at all, and what reads them."""
LONGEST = 20_000
"""Characters of a text that are read: no segment that tells numbers is longer."""


def reads(language: str) -> bool:
    """Tell whether numbers of texts in this language (a BCP 47 tag) can be read."""
    return primary_subtag(language) in _READERS


def may_decide(text: str, language: str) -> bool:
    """Tell whether a text may have a number that the other text needs; mostly it has none."""
    decides, _, _ = _READERS[primary_subtag(language)]
    return any(map(decides, pieces(text[:LONGEST])))


@lru_cache(maxsize=64)
def numbers_in(text: str, language: str) -> tuple[Number, ...]:
    """Return the numbers of a text in order; KeyError where its language is none of those read."""
    _, may_tell, read = _READERS[primary_subtag(language)]
    text = text[:LONGEST]
    return tuple(read(tokens(text))) if any(map(may_tell, pieces(text))) else ()
