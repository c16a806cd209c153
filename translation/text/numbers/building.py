"""What the readers of both languages share: a list of numbers that still grow."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from translation.text.numbers.figures import parts_of_run, values_of_run
from translation.text.numbers.number import Kind, Number

if TYPE_CHECKING:
    from translation.text.numbers.tokens import Token

HALF = Decimal("0.5")


def of_figures(token: Token, english: bool) -> Number:
    """Return the number that figures are."""
    values, several = values_of_run(token.text, english)
    parts: tuple[Number, ...] = ()
    if several:
        parts = tuple(
            Number(token.start + start, token.start + end, part)
            for start, end, part in parts_of_run(token.text)
        )
    kind = Kind.TIME if ":" in token.text and values else Kind.PLAIN
    return Number(token.start, token.end, values, kind, parts=parts)


def times(number: Number, scale: Decimal, end: int) -> Number:
    """Return a number so many times as great; ``end`` is where the word that says it ends."""
    values = tuple(value * scale for value in number.values)
    return replace(number, end=end, values=values, parts=())


def and_half(number: Number, half: Decimal, scale: Decimal, end: int) -> Number:
    """Return a number with a fraction of its last scale on top, which may stand alone, too."""
    more = tuple(value + half * scale for value in number.values)
    return replace(number, end=end, values=(*more, *number.values))


def several(numbers: tuple[Number, ...], *values: Decimal) -> Number:
    """Return numbers in a row as one of these values, or each by itself."""
    return Number(numbers[0].start, numbers[-1].end, values, parts=numbers)


def is_fraction(first: Decimal, second: Decimal) -> bool:
    """Whether two figures around a stroke may be a fraction."""
    return 0 < first < second <= 1000


def grouped_by_blanks(tokens: list[Token], at: int, english: bool) -> tuple[Number, int] | None:
    """Return the number that groups of three figures after blanks are, and how many tokens.

    In Arabic the groups may stand in the order of reading: 283 1 is 1,283.
    """
    group: list[Token] = [tokens[at]]
    while len(group) < 5 and at + len(group) < len(tokens):
        following = tokens[at + len(group)]
        if following.kind != "figure" or not following.joined or not following.text.isdecimal():
            break
        group.append(following)
    texts = [token.text for token in group]
    values = []
    if len(texts) < 2 or not all(text.isdecimal() and len(text) <= 3 for text in texts):
        return None
    if all(len(text) == 3 for text in texts[1:]):
        values.append(Decimal("".join(texts)))
    if not english and all(len(text) == 3 for text in texts[:-1]):
        values.append(Decimal("".join(reversed(texts))))
    if not values:
        return None
    return several(tuple(of_figures(token, english) for token in group), *values), len(group)
