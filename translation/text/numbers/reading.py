"""The one door to the readers: numbers of a text by its language, each text read once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from translation.model.language import primary_subtag
from translation.text.numbers.arabic import may_tell_in_arabic, read_arabic
from translation.text.numbers.english import may_tell_in_english, read_english
from translation.text.numbers.tokens import pieces, tokens

if TYPE_CHECKING:
    from translation.text.numbers.number import Number

_READERS = {
    "ar": (may_tell_in_arabic, read_arabic),
    "en": (may_tell_in_english, read_english),
}
"""For each language what tells a number there, of words and digits, and what reads them."""
LONGEST = 20_000
"""Characters of a text that are read: no segment that tells numbers is longer."""


def reads(language: str) -> bool:
    """Tell whether numbers of texts in this language (a BCP 47 tag) can be read."""
    return primary_subtag(language) in _READERS


@lru_cache(maxsize=64)
def numbers_in(text: str, language: str) -> tuple[Number, ...]:
    """Return the numbers of a text in order; KeyError where its language is none of those read."""
    may_tell, read = _READERS[primary_subtag(language)]
    text = text[:LONGEST]
    return tuple(read(tokens(text))) if any(map(may_tell, pieces(text))) else ()
