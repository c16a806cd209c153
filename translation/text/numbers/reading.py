"""The one door to the readers: numbers of a text by its language, each text read once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from translation.model.language import primary_subtag
from translation.text.numbers.arabic import read_arabic
from translation.text.numbers.english import read_english
from translation.text.numbers.tokens import tokens

if TYPE_CHECKING:
    from translation.text.numbers.number import Number

_READERS = {"ar": read_arabic, "en": read_english}
LONGEST = 20_000
"""Characters of a text that are read: no segment that tells numbers is longer."""


def reads(language: str) -> bool:
    """Tell whether numbers of texts in this language (a BCP 47 tag) can be read."""
    return primary_subtag(language) in _READERS


@lru_cache(maxsize=64)
def numbers_in(text: str, language: str) -> tuple[Number, ...]:
    """Return the numbers of a text in order; KeyError where its language is none of those read."""
    read = _READERS[primary_subtag(language)]
    return tuple(read(tokens(text[:LONGEST])))
