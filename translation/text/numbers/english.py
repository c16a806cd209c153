"""Numbers of an English text: figures and words, with what stands around them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from translation.text.numbers.building import (
    HALF,
    and_half,
    grouped_by_blanks,
    is_fraction,
    of_figures,
    several,
    times,
)
from translation.text.numbers.english_cardinals import cardinal
from translation.text.numbers.english_words import (
    FRACTIONS,
    HUNDRED,
    OTHER,
    POWERS,
    SCALE,
    SCALES,
    SHORT_SCALES,
    UNIT_OF,
    WORDS,
    roman,
)
from translation.text.numbers.figures import of_time
from translation.text.numbers.months import english_month
from translation.text.numbers.number import Kind, Number
from translation.text.numbers.telling import may_tell_in_english, telling
from translation.text.numbers.units import unit_with_power

if TYPE_CHECKING:
    from translation.text.numbers.tokens import Token

_ONE = Decimal(1)
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_BEFORE_MONTHS = frozenset(
    "in of since by until till from early late mid last next every to".split()
)
_SPELT_SCALES = frozenset({"bn", "mn", "mln", "tn", "kya", "kyr", "ka"})
"""Those of the short scales that may stand behind a blank: a single letter may be anything."""
_CENTURIES = frozenset({"century", "centuries", "c"})
_HALF_OF_DAY = frozenset({"am", "pm", "a", "p", "o'clock", "o’clock", "gmt", "utc"})
_DEGREES = frozenset({"degrees", "degree", "°"})
_HYPHENS = frozenset("-‐‑–")
_WORDS_BETWEEN = 2
_QUARTER = 15


class _Reader:
    """Reads a list of tokens from its beginning to its end; what was read may still change."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._lower = [token.text.lower() for token in tokens]
        self._found: list[Number] = []
        self._ends: list[int] = []

    def read(self) -> list[Number]:
        at = 0
        for place in telling(self._tokens, may_tell_in_english):
            if place >= at:
                at = self._read_at(place)
        return self._found

    def _read_at(self, at: int) -> int:
        token = self._tokens[at]
        if token.kind == "figure":
            return self._figures(at)
        if token.kind == "mark":
            fraction = FRACTIONS.get(token.text)
            return at + 1 if fraction is None else self._put(_number(token, fraction), at + 1)
        month = english_month(token.text)
        if month is not None:
            return self._month(at, *month)
        numeral = roman(token.text)
        if numeral is not None:
            return self._put(_number(token, numeral), at + 1)
        word = WORDS.get(self._lower[at])
        if word is None:
            in_brackets = self._text(at - 1) == "(" and self._text(at + 1) == ")"
            numeral = roman(token.text.upper()) if in_brackets else None
            return at + 1 if numeral is None else self._put(_number(token, numeral), at + 1)
        if word.part != OTHER:
            return self._words(at)
        number = Number(token.start, token.end, word.values, word.kind, word.sure, True)
        if word.kind is Kind.PLAIN and (scale := self._scale_of(at)):
            return self._put(times(number, scale, self._tokens[at + 2].end), at + 3)
        return self._fraction(number, at) if word.values[0] < 1 else self._put(number, at + 1)

    def _scale_of(self, at: int) -> Decimal | None:
        """Return the scale of which a word says how many: a couple of thousand."""
        return SCALES.get(self._text(at + 2)) if self._text(at + 1) == "of" else None

    # --- what stands where -----------------------------------------------------------------

    def _text(self, at: int) -> str:
        return self._lower[at] if 0 <= at < len(self._lower) else ""

    def _touches(self, at: int) -> bool:
        return at < len(self._tokens) and self._tokens[at].touches

    def _put(self, number: Number, end: int) -> int:
        number = self._with_unit(number, end)
        self._found.append(number)
        self._ends.append(end)
        return end

    def _with_unit(self, number: Number, at: int) -> Number:
        """Return a number with what it counts."""
        if number.unit or number.kind is not Kind.PLAIN or at >= len(self._tokens):
            return number
        skipped = _HYPHENS | _DEGREES | ({"a"} if number.values[:1] == (HALF,) else set())
        if self._text(at) in skipped:
            at += 1
        text = self._text(at)
        power = POWERS.get(text, "")
        if power or text == "nautical":
            at += 1
            text = "nmi" if text == "nautical" else self._text(at)
        elif text == "per" and self._text(at + 1) in ("cent", "cents"):
            text = "percent"
        if at < len(self._tokens) and self._tokens[at].kind == "area":
            return replace(number, unit=unit_with_power(text, UNIT_OF))
        unit = UNIT_OF.get(text.replace(" ", ""), "")
        return replace(number, unit=unit and unit + (power or POWERS.get(self._text(at + 1), "")))

    # --- figures ---------------------------------------------------------------------------

    def _figures(self, at: int) -> int:
        grouped = grouped_by_blanks(self._tokens, at, english=True) if self._may_group(at) else None
        number, count = grouped or (of_figures(self._tokens[at], english=True), 1)
        end = at + count
        if at > 0 and (sign := self._text(at - 1).upper())[-1:] in _SIGNS:
            number = replace(number, unit=_SIGNS[sign[-1:]])
        following = self._text(end)
        if self._touches(end) and following in _ENDINGS:
            return self._ordinal(number, end + 1)
        if (following == "s" and self._touches(end)) or following in ("'s", "’s"):
            return self._put(_as_decade(number), end + 1)
        if following in _HYPHENS and self._text(end + 1) in SCALES:
            end, following = end + 1, self._text(end + 1)
        scale = _ONE
        while following in SCALES:
            scale = SCALES[following]
            number = times(number, scale, self._tokens[end].end)
            end, following = end + 1, self._text(end + 1)
        if following in SHORT_SCALES and (self._touches(end) or following in _SPELT_SCALES):
            number = _of_short_scale(number, SHORT_SCALES[following], self._tokens[end].end)
            end += 1
        elif following in _HALF_OF_DAY:
            number = _of_day(number)
        elif following in _CENTURIES or self._is_hyphened(end, _CENTURIES):
            number = replace(number, kind=Kind.SPAN)
        self._put(self._of_slash(number, at), end)
        return end

    def _may_group(self, at: int) -> bool:
        return len(self._tokens[at].text) <= 3

    def _is_hyphened(self, at: int, words: frozenset[str]) -> bool:
        return self._text(at) in _HYPHENS and self._text(at + 1) in words

    def _ordinal(self, number: Number, end: int) -> int:
        number = replace(number, end=self._tokens[end - 1].end, kind=Kind.ORDINAL)
        return self._put(self._in_century(number, end), end)

    def _in_century(self, number: Number, end: int) -> Number:
        """Return an ordinal as that of a century where one follows, also after another one."""
        for place in range(end, min(end + 5, len(self._tokens))):
            text = self._text(place)
            if text in _CENTURIES:
                return replace(number, kind=Kind.CENTURY)
            word = WORDS.get(text)
            if not (
                text in ("and", "or", "to", "early", "late", "mid", "the", "through", ",", "/")
                or text in _HYPHENS | _ENDINGS
                or self._tokens[place].kind == "figure"
                or (word is not None and word.kind is Kind.ORDINAL)
                or text in ("twenty",)
            ):
                break
        return number

    def _of_slash(self, number: Number, at: int) -> Number:
        """Return the second of two figures around a stroke or a dash: 1990-92 ends in 1992."""
        last = self._found[-1] if self._found else None
        if last is None or self._ends[-1] != at - 1 or not number.values or not last.values:
            return number
        mark, first, second = self._text(at - 1), last.values[0], number.values[0]
        if (mark in _HYPHENS or mark == "/") and 1000 <= first < 2100 and second < 100:
            return replace(number, values=(second, first // 100 * 100 + second))
        if mark in ("/", "⁄") and is_fraction(first, second) and self._tokens[at].touches:
            self._found.pop()
            self._ends.pop()
            return several((last, number), first / second)
        return number

    # --- words -----------------------------------------------------------------------------

    def _words(self, at: int) -> int:
        found = cardinal(self._tokens, self._lower, at)
        token, last = self._tokens[at], self._tokens[found.end - 1]
        start = token.start
        if self._text(at - 1) == "a" and WORDS[self._lower[at]].part in (HUNDRED, SCALE):
            start = self._tokens[at - 1].start
        sure = found.sure and not self._is_name(at)
        number = Number(start, last.end, found.values, found.kind, sure, True)
        if found.kind is Kind.ORDINAL:
            return self._put(self._in_century(number, found.end), found.end)
        if self._text(found.end) in ("half", "quarter", "third") or self._is_fraction(found.end):
            return self._of_fraction(number, found.end)
        if self._text(found.end) in _HALF_OF_DAY:
            number = _of_day(number)
        minutes = self._minutes_before(at)
        if minutes is not None:
            return self._clock(number, found.end, minutes)
        return self._put(number, found.end)

    def _is_name(self, at: int) -> bool:
        """Whether a word begins with a capital letter inside a sentence: Six Flags."""
        return (
            self._tokens[at].text[:1].isupper()
            and at > 0
            and (self._tokens[at - 1].kind == "word" or self._text(at - 1) in _HYPHENS)
        )

    def _minutes_before(self, at: int) -> int | None:
        """Return the minutes that "half past" or "quarter to" say, those to an hour negative."""
        value = self._found[-1].values[:1] if self._found else ()
        if not value or not 0 < value[0] < 1 or self._text(at - 1) not in ("past", "to"):
            return None
        minutes = round(value[0] * 60)
        to = self._text(at - 1) == "to"
        return (-minutes if minutes == _QUARTER else None) if to else minutes

    def _clock(self, number: Number, end: int, minutes: int) -> int:
        """Put the time that an hour with so many minutes past or to it is."""
        hour = int(number.values[0])
        if hour > 24:
            return self._put(number, end)
        values = of_time((hour - (minutes < 0)) % 24, minutes % 60)
        return self._put(replace(number, values=values, kind=Kind.TIME, needed=False), end)

    def _is_fraction(self, at: int) -> bool:
        """Whether halves, quarters or thirds follow, behind a hyphen or not."""
        at += self._text(at) in _HYPHENS
        return self._text(at) in _PARTS

    def _of_fraction(self, number: Number, at: int) -> int:
        """Put so many thirds or quarters as a number says."""
        at += self._text(at) in _HYPHENS
        part = WORDS[self._text(at)].values[-1]
        values = (number.values[0] * part, *number.values, part)
        return self._put(
            replace(number, values=values, end=self._tokens[at].end, needed=False), at + 1
        )

    def _fraction(self, number: Number, at: int) -> int:
        """Put a fraction, or add it to the number that it follows: two and a half million."""
        following = at + 1
        while self._text(following) in ("a", "of", "-"):
            following += 1
        scale = SCALES.get(self._text(following))
        near = self._found and self._found[-1].values and at - self._ends[-1] <= _WORDS_BETWEEN
        if near and self._joined_by_and(at):
            last = self._found[-1]
            if scale is not None and last.kind is Kind.PLAIN:
                values = ((last.values[0] + number.values[0]) * scale,)
                end = following + 1
                self._found[-1] = replace(last, values=values, end=self._tokens[following].end)
            else:
                end = at + 1
                self._found[-1] = and_half(last, number.values[0], _ONE, self._tokens[at].end)
            self._ends[-1] = end
            self._found[-1] = self._with_unit(replace(self._found[-1], unit=""), end)
            return end
        if scale is not None:
            return self._put(times(number, scale, self._tokens[following].end), following + 1)
        return self._put(number, at + 1)

    def _joined_by_and(self, at: int) -> bool:
        last = self._ends[-1]
        between = [self._text(place) for place in range(last, at)]
        return between in (["and", "a"], ["and"], ["-", "and"], []) and bool(
            between or self._tokens[at].kind == "mark"
        )

    def _month(self, at: int, value: Decimal, sure: bool) -> int:
        """Put a month; a name of two meanings is surely one beside a day or a year."""
        token = self._tokens[at]
        before, after = self._text(at - 1), self._text(at + 1)
        beside = before[:1].isdigit() or after[:1].isdigit() or before in _ENDINGS
        sure = beside or (sure and before in _BEFORE_MONTHS)
        number = Number(token.start, token.end, (value,), Kind.MONTH, sure, True)
        return self._put(number, at + 1)


_PARTS = frozenset({"half", "halves", "quarter", "quarters", "thirds", "fifths"})
_SIGNS = {"$": "dollar", "€": "euro", "£": "sterling", "¥": "yen", "₹": "rupee", "₽": "rouble",
          "₪": "shekel"}  # fmt: skip


def _number(token: Token, value: Decimal, needed: bool = False) -> Number:
    return Number(token.start, token.end, (value,), needed=needed, in_words=True)


def _as_decade(number: Number) -> Number:
    """Return the years of which figures with an s are the first."""
    if not number.values:
        return number
    value = number.values[0]
    values: tuple[Decimal, ...] = (value,)
    if value < 100:
        values = (value, *(Decimal(c) + value for c in (1900, 1800, 2000, 1700, 1600)))
    return replace(number, values=values, kind=Kind.DECADE)


def _of_short_scale(number: Number, scale: Decimal, end: int) -> Number:
    """Return a number of thousands or millions by a letter, which may be a measure as well."""
    more = tuple(value * scale for value in number.values)
    return replace(number, values=(*more, *number.values), end=end)


def _of_day(number: Number) -> Number:
    """Return an hour of the day, or hours and minutes written in other ways."""
    if not number.values or number.kind is Kind.TIME:
        return number
    value = number.values[0]
    if value == value.to_integral_value() and 0 <= value <= 24:
        return replace(number, values=(value, *of_time(int(value), 0)), kind=Kind.TIME)
    if 0 <= value <= 24:
        minutes = int((value * 100) % 100)
        if minutes < 60:
            return replace(number, values=of_time(int(value), minutes), kind=Kind.TIME)
    if 100 <= value <= 2459 and value % 100 < 60 and value == value.to_integral_value():
        values = of_time(int(value) // 100, int(value) % 100)
        return replace(number, values=(value, *values), kind=Kind.TIME)
    return number


def read_english(tokens: list[Token]) -> list[Number]:
    """Return the numbers of an English text, in order."""
    return _Reader(tokens).read()
