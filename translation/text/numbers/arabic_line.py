"""A line of Arabic tokens: what each word says, and what stands around a place."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from translation.text.numbers import arabic_words as said
from translation.text.numbers.building import of_figures
from translation.text.numbers.figures import of_time
from translation.text.numbers.number import Kind, Number
from translation.text.numbers.units import BY_ID as UNITS_BY_ID
from translation.text.numbers.units import CUBED, SQUARED, unit_with_power

if TYPE_CHECKING:
    from translation.text.numbers.arabic_words import Word
    from translation.text.numbers.tokens import Token

_HYPHENS = frozenset("-‐‑–")
_DEGREES = frozenset(map(said.folded_word, "درجة درجات".split()))
_POWERS = {
    **dict.fromkeys(map(said.folded_word, "مربع مربعا مربعة مربعين 2".split()), SQUARED),
    **dict.fromkeys(map(said.folded_word, "مكعب مكعبا مكعبة مكعبين 3".split()), CUBED),
}
_SHORT = 3
"""Letters of a unit that is written for short: a 2 behind it says that it is squared."""
_LAST = frozenset(map(said.folded_word, "الماضي المنصرم الفائت".split()))
_AREAS = {"كم": "km", "كلم": "km", "سم": "cm", "مم": "mm", "ملم": "mm", "م": "m", "km": "km",
          "cm": "cm", "mm": "mm", "m": "m", "ft": "foot", "mi": "mile", "in": "inch"}  # fmt: skip
MONEY_SIGNS = {"$": "dollar", "US$": "dollar", "€": "euro", "£": "sterling", "¥": "yen",
                "₹": "rupee", "₽": "rouble", "₪": "shekel"}  # fmt: skip


class Line:
    """Tokens with the words that say something of a number; places are indices of tokens."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens, self._words = _with_words(tokens)

    def _text(self, at: int) -> str:
        return self._tokens[at].text if 0 <= at < len(self._tokens) else ""

    def _word(self, at: int) -> Word | None:
        return self._words[at] if 0 <= at < len(self._words) else None

    def _part(self, at: int) -> int:
        word = self._word(at)
        return -1 if word is None else word.part

    def _with_unit(self, number: Number, at: int) -> tuple[Number, int]:
        """Return a number with what it counts; a sign of a share is part of it."""
        if number.unit or number.kind is not Kind.PLAIN:
            return number, at
        if said.folded_word(self._text(at)) in _DEGREES:
            at += 1
        token, word = (self._tokens[at] if at < len(self._tokens) else None), self._word(at)
        if token is None:
            return number, at
        if token.text in ("%", "٪"):
            return replace(number, unit="percent"), at + 1
        if token.kind == "area":
            return replace(number, unit=unit_with_power(token.text, _AREAS)), at + 1
        if token.text == "في" and self._part(at + 1) == said.HUNDRED:
            return replace(number, unit="percent"), at + 2
        if token.kind == "mark" and token.text in MONEY_SIGNS:
            return replace(number, unit=MONEY_SIGNS[token.text]), at + 1
        if word is None or not (word.unit or word.part in (said.CENTURY, said.SPAN)):
            return number, at
        unit = word.unit or ("c" if word.part == said.SPAN else "century")
        following = said.folded_word(self._text(at + 1))
        if following in _POWERS and UNITS_BY_ID[unit].of == "length":
            touches = self._tokens[at + 1].touches or len(token.text) <= _SHORT
            if not following.isdecimal():
                return replace(number, unit=unit + _POWERS[following]), at
            if touches:
                return replace(number, unit=unit + _POWERS[following]), at + 2
        return replace(number, unit=unit), at

    def _is_of_name(self, at: int) -> bool:
        """Whether a hyphen ties figures to a word, as in Covid-19, which has other names."""
        return (
            at >= 2
            and self._text(at - 1) in _HYPHENS
            and self._tokens[at].touches
            and self._tokens[at - 1].touches
            and self._tokens[at - 2].kind == "word"
        )

    def _minutes_and_hour(self, at: int, behind_time: bool) -> Number | None:
        """Return the time that «الساعة 30/14» is: the hour may stand first or last."""
        pair = [self._tokens[place] for place in (at, at + 2) if place < len(self._tokens)]
        if (
            len(pair) < 2
            or self._text(at + 1) != "/"
            or not all(
                token.kind == "figure" and token.text.isdecimal() and len(token.text) <= 2
                for token in pair
            )
        ):
            return None
        clock = behind_time or any(self._part(n) == said.CLOCK for n in range(at - 4, at))
        first, second = (int(token.text) for token in pair)
        both = [(h, m) for h, m in ((first, second), (second, first)) if h <= 24 and m < 60]
        if not clock or not both:
            return None
        values = tuple(value for hour, minute in both for value in of_time(hour, minute))
        parts = tuple(of_figures(token, english=False) for token in pair)
        return Number(pair[0].start, pair[1].end, values, Kind.TIME, parts=parts)

    def _century_at(self, at: int) -> Decimal | None:
        """Return which century a word or figures behind the word for century name."""
        if said.folded_word(self._text(at)) in _LAST:
            return Decimal(20)
        if self._text(at) in ("ال", "الـ"):
            at += 1
        if at < len(self._tokens) and self._tokens[at].kind == "figure":
            values = of_figures(self._tokens[at], english=False).values
            return values[0] if values else None
        word = self._word(at)
        if word is None or word.part not in (said.ORDINAL, said.TENS):
            return None
        following = self._word(at + 1)
        if word.part == said.ORDINAL and following is not None:
            if following.part == said.TEN:
                return word.value + 10
            if following.part == said.TENS and following.joins:
                return word.value + following.value
        return word.value


def _with_words(tokens: list[Token]) -> tuple[list[Token], list[Word | None]]:
    """Return the tokens with what each says; an "and" written apart goes to its number word."""
    words = [said.word(token.text) if token.kind == "word" else None for token in tokens]
    ands = [at for at, token in enumerate(tokens[:-1]) if token.text == "و"]
    apart = {at for at in ands if words[at + 1] is not None and tokens[at + 1].joined}
    if not apart:
        return tokens, words
    for at in apart:
        word = words[at + 1]
        words[at + 1] = replace(word, joins=True) if word else None
    kept = [at for at in range(len(tokens)) if at not in apart]
    return [tokens[at] for at in kept], [words[at] for at in kept]
