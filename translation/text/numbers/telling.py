"""Which words of a text tell a number: whether it is to be read, and where one begins.

For each language: what may tell one, and what decides, as the other text must have it as well.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from translation.text.numbers import arabic_words as said
from translation.text.numbers.english_words import FRACTIONS, ONE, OTHER, WORDS, roman
from translation.text.numbers.months import begins_arabic_month, english_month
from translation.text.numbers.number import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from translation.text.numbers.tokens import Token

NEEDED_FROM = 3
"""Ordinals under it may be said otherwise: the former, the latter."""


def telling(tokens: Sequence[Token], may_tell: Callable[[str], bool]) -> list[int]:
    """Return the places of what may tell a number in a language: most words tell none."""
    return [
        at
        for at, token in enumerate(tokens)
        if token.kind == "figure" or (token.kind != "area" and may_tell(token.text))
    ]


@lru_cache(maxsize=16384)
def may_tell_in_arabic(text: str) -> bool:
    """Tell whether a word or digit may tell a number or a month."""
    return text.isdecimal() or said.word(text) is not None or begins_arabic_month(text)


@lru_cache(maxsize=16384)
def decides_in_arabic(text: str) -> bool:
    """Tell whether a word or digit may tell a number that a translation needs to have.

    One, the first and the second, halves and what is counted do not by themselves.
    """
    if text.isdecimal() or begins_arabic_month(text):
        return True
    word = said.word(text)
    if word is None or word.part in (said.MEASURE, said.FRACTION, said.ADJECTIVE, said.HIJRI):
        return False
    few = word.part in (said.UNIT, said.ORDINAL) and word.value < NEEDED_FROM
    return word.part != said.CLOCK and not (few and not word.sure)


@lru_cache(maxsize=16384)
def counts_in_arabic(text: str) -> bool:
    """Tell whether a word may be a unit, or say of figures what they are."""
    word = said.word(text)
    return word is not None and word.part in (said.MEASURE, said.CLOCK, said.HIJRI)


@lru_cache(maxsize=16384)
def may_tell_in_english(text: str) -> bool:
    """Tell whether a word, mark or digit may tell a number or a month."""
    return (
        text.isdecimal()
        or text in FRACTIONS
        or text.lower() in WORDS
        or english_month(text) is not None
        or roman(text.upper()) is not None
    )


@lru_cache(maxsize=16384)
def decides_in_english(text: str) -> bool:
    """Tell whether a word or digit may tell a number that its source needs to have.

    One, the first, both, a half and a Roman numeral do not by themselves.
    """
    if text.isdecimal() or english_month(text) is not None:
        return True
    word = WORDS.get(text.lower())
    if word is None:
        return False
    may_be_left_out = word.kind in (Kind.PLAIN, Kind.ORDINAL, Kind.DECADE)
    return word.sure or word.part not in (ONE, OTHER) or not may_be_left_out
