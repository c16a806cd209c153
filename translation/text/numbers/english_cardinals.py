"""Numbers in English words, put together: "one hundred and fifty-two thousand" is 152 000."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from translation.text.numbers.english_words import HUNDRED, ONE, OTHER, SCALE, TENS, WORDS
from translation.text.numbers.number import Kind

if TYPE_CHECKING:
    from translation.text.numbers.english_words import Word
    from translation.text.numbers.tokens import Token

_FEWEST = 3
_HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A number in words; ``end`` is the place of the token behind it."""

    values: tuple[Decimal, ...]
    end: int
    sure: bool
    kind: Kind


def cardinal(tokens: list[Token], lower: list[str], at: int) -> Cardinal:
    """Read the cardinal or ordinal number that begins with the token at this place."""
    first = WORDS[lower[at]]
    total, group, last = Decimal(0), Decimal(0), first
    end = at
    while True:
        word = WORDS[lower[end]]
        if word.part == SCALE:
            total += (group or 1) * word.values[0]
            group = Decimal(0)
        elif word.part == HUNDRED:
            group = (group or 1) * word.values[0]
        else:
            group += word.values[0]
        last, end = word, end + 1
        following = _following(tokens, lower, end, last, group, total)
        if following is None:
            break
        end = following
    value = total + group
    values = (value,) if end > at + 1 else first.values
    sure = value >= _FEWEST if end > at + 1 else first.sure
    return Cardinal(values, end, sure, last.kind)


def _following(
    tokens: list[Token], lower: list[str], end: int, last: Word, group: Decimal, total: Decimal
) -> int | None:
    """Return the place of the word with which a number goes on, None where it has ended."""
    if last.kind is Kind.ORDINAL:
        return None
    place = end
    hyphen = place < len(lower) and lower[place] in _HYPHENS
    joined_by_and = place < len(lower) and lower[place] == "and"
    if hyphen or joined_by_and:
        place += 1
    if place >= len(lower) or not tokens[place].joined or tokens[place].kind != "word":
        return None
    word = WORDS.get(lower[place])
    if word is None or word.part == OTHER:
        return None
    great = last.part in (HUNDRED, SCALE)
    if word.part == SCALE:
        fits = not joined_by_and and (group > 0 or word.values[0] > last.values[0])
        fits = fits and (not total or word.values[0] < total)
    elif word.part == HUNDRED:
        fits = not joined_by_and and 0 < group < 100 and last.part in (ONE, TENS)
    elif word.part == TENS:
        fits = great
    else:
        tens = last.part == TENS and not joined_by_and and word.values[0] < 10
        fits = great or tens
    if last.part == HUNDRED and last.values[0] == 12:
        fits = False
    return place if fits else None
