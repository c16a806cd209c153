"""The one door to the readers: numbers of a text by its language, each text read once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from translation.model.language import primary_subtag
from translation.text.numbers.arabic import read_arabic
from translation.text.numbers.english import read_english
from translation.text.numbers.telling import (
    counts_in_arabic,
    decides_in_arabic,
    decides_in_english,
    may_tell_in_arabic,
    may_tell_in_english,
)
from translation.text.numbers.tokens import figures, pieces, tokens

if TYPE_CHECKING:
    from translation.text.numbers.number import Number

_READERS = {
    "ar": (decides_in_arabic, may_tell_in_arabic, read_arabic),
    "en": (decides_in_english, may_tell_in_english, read_english),
}
"""For each language which words and digits tell a number that must stand in the other text as
well, which may tell one at all, and what reads them."""
_UNIT_SIGN = re.compile(r"[A-Za-z%٪$€£¥₹₽₺₪°²³½¼¾⅓⅔/]")
LONGEST = 20_000
"""Characters of a text that are read: no segment that tells numbers is longer."""


def reads(language: str) -> bool:
    """Tell whether numbers of texts in this language (a BCP 47 tag) can be read."""
    return primary_subtag(language) in _READERS


def may_differ(source: str, source_language: str, target: str, target_language: str) -> bool:
    """Tell whether the numbers of two texts may differ, which is found before they are read.

    They do not where nothing decides, and where only figures do, the same in both texts.
    """
    deciding = _deciding(source, source_language) + _deciding(target, target_language)
    if not deciding:
        return False
    if not all(map(str.isdecimal, deciding)):
        return True
    return _may_be_counted(source) or figures(source) != figures(target)


def _deciding(text: str, language: str) -> list[str]:
    decides, _, _ = _READERS[primary_subtag(language)]
    return list(filter(decides, pieces(text[:LONGEST])))


def _may_be_counted(text: str) -> bool:
    """Whether figures of a source may be of a unit, which may be another one in the target."""
    return _UNIT_SIGN.search(text) is not None or any(map(counts_in_arabic, pieces(text)))


@lru_cache(maxsize=64)
def numbers_in(text: str, language: str) -> tuple[Number, ...]:
    """Return the numbers of a text in order; KeyError where its language is none of those read."""
    _, may_tell, read = _READERS[primary_subtag(language)]
    text = text[:LONGEST]
    return tuple(read(tokens(text))) if any(map(may_tell, pieces(text))) else ()
