"""Numbers of an Arabic text: figures and words, with what stands around them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from translation.text.numbers import arabic_words as said
from translation.text.numbers.arabic_cardinals import cardinal
from translation.text.numbers.arabic_line import MONEY_SIGNS, Line
from translation.text.numbers.building import (
    HALF,
    and_half,
    grouped_by_blanks,
    is_fraction,
    of_figures,
    several,
    times,
)
from translation.text.numbers.calendars import gregorian_days, gregorian_years
from translation.text.numbers.figures import of_time
from translation.text.numbers.months import HIJRI, arabic_month
from translation.text.numbers.number import Kind, Number
from translation.text.numbers.telling import NEEDED_FROM, may_tell_in_arabic, telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.text.numbers.arabic_words import Word
    from translation.text.numbers.tokens import Token

_ONE = Decimal(1)
_HUNDRED = Decimal(100)
_THOUSAND = Decimal(1000)
_GENERAL = said.folded_word("العامين")
"""The two years; or, of people, the general ones."""
_EXCEPT = said.folded_word("إلا")
_WORDS_BETWEEN = 2
"""Between a number and "and a half": what it counts."""
_TO_CENTURY = frozenset({"من", "في", "و", "ال", "الـ"})
"""What may stand between a decade and its century."""
_YEARS = range(1000, 2100)
_LAST_CENTURY = 40
_FAR = 3
"""Tokens between a decade and its century."""


class _Reader(Line):
    """Reads a list of tokens from its beginning to its end; what was read may still change."""

    def __init__(self, tokens: list[Token]) -> None:
        super().__init__(tokens)
        self._found: list[Number] = []
        self._scales: list[Decimal] = []
        """Of each number, what a half behind it is half of."""
        self._ends: list[int] = []
        """Of each number, the place of the token behind it."""

    def read(self) -> list[Number]:
        at = 0
        for place in telling(self._tokens, may_tell_in_arabic):
            if place >= at:
                at = self._read_at(place)
        return self._found

    def _read_at(self, at: int) -> int:
        token, word = self._tokens[at], self._words[at]
        if token.kind == "figure":
            return self._figures(at)
        month = arabic_month(token.text, self._text(at + 1))
        if month is not None:
            return self._month(at, *month)
        if word is None:
            return at + 1
        if word.part in (said.UNIT, said.TEN, said.TENS, said.HUNDRED, said.SCALE):
            return self._cardinal(at)
        if word.part == said.ORDINAL:
            return self._ordinal(at, word)
        if word.part == said.FRACTION:
            return self._fraction(at, word)
        if word.part == said.DECADES:
            return self._decades(at, word)
        if word.part in (said.VAGUE, said.DUAL, said.ADJECTIVE, said.PAIR):
            return self._alone(at, word)
        degrees = bool(self._found) and self._found[-1].unit == "c"
        if word.part == said.CENTURY or (word.part == said.SPAN and not degrees):
            self._found.append(Number(token.start, token.end, (_HUNDRED,), Kind.SPAN, False, True))
            self._scales.append(_ONE)
            self._ends.append(at + 1)
        return at + 1

    def _put(self, number: Number, end: int, scale: Decimal = _ONE) -> int:
        number, end = self._with_unit(number, end)
        self._found.append(number)
        self._scales.append(scale)
        self._ends.append(end)
        return end

    # --- figures ---------------------------------------------------------------------------

    def _figures(self, at: int) -> int:
        grouped = grouped_by_blanks(self._tokens, at, english=False)
        number, count = grouped or (of_figures(self._tokens[at], english=False), 1)
        end, scale = at + count, _ONE
        while (word := self._word(end)) and word.part == said.SCALE and not word.joins:
            scale = _thousands(word.value)
            number = times(number, scale, self._tokens[end].end)
            end += 1
        number = self._of_year(number, at)
        if self._is_of_name(at):
            number = replace(number, needed=False)
        sign = self._text(at - 1)
        if sign in MONEY_SIGNS and not number.unit:
            number = replace(number, unit=MONEY_SIGNS[sign])
        elif sign in ("%", "٪") and self._tokens[at].touches:
            number = replace(number, unit="percent")
        if self._is_in_century(at):
            number = self._as_century(number, at)
        elif count == 1 and (time := self._minutes_and_hour(at, self._is_behind_time())):
            return self._put(time, at + 3)
        self._put(number, end, scale)
        self._join_to_last(scale, at)
        return self._ends[-1]

    def _of_year(self, number: Number, at: int) -> Number:
        """Return a year of the Hijri calendar with those in which it lies."""
        months = [n for n in self._found[-2:] if n.kind is Kind.MONTH and n.values[0] > HIJRI]
        if not number.values or not 1 <= number.values[0] < 2000:
            return number
        if self._part(at + 1) == said.HIJRI or (months and number.values[0] > 1000):
            years = gregorian_years(int(number.values[0]))
            self._of_day(int(number.values[0]))
            return replace(number, values=(*number.values, *years))
        return number

    def _of_day(self, year: int) -> None:
        """Let the day and month before a Hijri year be those of the Gregorian calendar, too."""
        if len(self._found) < 2 or self._found[-1].kind is not Kind.MONTH:
            return
        day, month = self._found[-2:]
        if not day.values or not month.values[0] > HIJRI or not 1 <= day.values[0] <= 30:
            return
        days = gregorian_days(year, int(month.values[0]) - HIJRI, int(day.values[0]))
        self._found[-2] = replace(day, values=(*day.values, *(Decimal(d) for _, _, d in days)))
        self._found[-1] = replace(month, values=(*month.values, *(Decimal(m) for _, m, _ in days)))

    def _join_to_last(self, scale: Decimal, at: int) -> None:
        """Take two numbers for one: the second goes on from the thousands, or divides."""
        if len(self._found) < 2 or self._ends[-2] != at - 1:
            return
        before, number = self._found[-2:]
        mark = said.folded_word(self._text(at - 1))
        values: tuple[Decimal, ...] = ()
        if mark == "و" and self._scales[-2] >= _THOUSAND and scale < self._scales[-2]:
            values = tuple(a + b for a in before.values[:1] for b in number.values[:1])
        elif mark in ("/", "⁄") and self._tokens[at].touches and before.values and number.values:
            first, second = before.values[0], number.values[0]
            values = (first / second,) if is_fraction(first, second) else ()
        if values:
            self._found[-2:] = [several((before, number), *values)]
            self._scales[-2:], self._ends[-2:] = [scale], [self._ends[-1]]

    # --- words -----------------------------------------------------------------------------

    def _cardinal(self, at: int) -> int:
        found = cardinal(self._tokens, self._words, at)
        first, last = self._tokens[at], self._tokens[found.end - 1]
        kind = Kind.VAGUE if found.vague else Kind.PLAIN
        number = Number(first.start, last.end, found.values, kind, found.sure, True)
        if found.values[0] == 2000 and found.end == at + 1 and "ألفي" not in first.text:
            number = self._two_thousand(number, at)
        if self._is_in_century(at):
            number = self._as_century(number, at)
        elif self._is_clock(at):
            return self._clock(number, found.end)
        return self._put(number, found.end, found.scale)

    def _two_thousand(self, number: Number, at: int) -> Number:
        """Return two thousand, doubtful where it may be a Greek letter, or one thousand."""
        following = said.folded_word(self._text(at + 1))
        form = said.folded_word(self._tokens[at].text)
        if form.endswith(("ان", "ين")):
            return number
        if "ً" in self._tokens[at].text:
            return replace(number, values=(Decimal(1000),), needed=False)
        counts = following[:1].isalpha() and not following.startswith("ال")
        counts = counts and not self._tokens[at].text.startswith("ال")
        return replace(number, needed=counts and following not in said.NOT_COUNTED)

    def _ordinal(self, at: int, word: Word) -> int:
        value, end = word.value, at + 1
        following = self._word(end)
        if following is not None and self._tokens[end].joined:
            if following.part == said.TEN and not following.joins:
                value, end = value + 10, end + 1
            elif following.part == said.TENS and following.joins:
                minutes = self._word(end + 1)
                if minutes is not None and minutes.unit == "minute":
                    return self._hour_and_minutes(at, value, following.value)
                value, end = value + following.value, end + 1
        if said.folded_word(self._text(end)) == "بعد" and self._part(end + 1) == said.HUNDRED:
            value, end = value + 100, end + 2
        needed = value >= NEEDED_FROM
        number = Number(
            self._tokens[at].start, self._tokens[end - 1].end, (value,), Kind.ORDINAL, needed, True
        )
        if self._is_in_century(at):
            number = self._as_century(number, at)
        elif self._is_clock(at):
            return self._clock(number, end)
        return self._put(number, end)

    def _hour_and_minutes(self, at: int, hour: Decimal, minutes: Decimal) -> int:
        start, end = self._tokens[at].start, self._tokens[at + 2].end
        values = of_time(int(hour), int(minutes))
        return self._put(Number(start, end, values, Kind.TIME, True, True), at + 3)

    def _fraction(self, at: int, word: Word) -> int:
        token = self._tokens[at]
        near = self._found and self._found[-1].values and at - self._ends[-1] <= _WORDS_BETWEEN
        if word.joins and near and self._found[-1].kind is Kind.ORDINAL and self._ends[-1] == at:
            last = self._found.pop()
            self._scales.pop()
            self._ends.pop()
            return self._clock(last, at)
        if word.joins and near and self._tokens[at].joined and self._found[-1].kind is Kind.PLAIN:
            last = self._found[-1]
            self._found[-1] = and_half(last, word.value, self._scales[-1], last.end)
            return at + 1
        values: tuple[Decimal, ...] = (word.value,)
        measured = self._word(at - 1)
        if word.joins and measured is not None and measured.unit:
            values = (1 + word.value, word.value)
        if near and self._ends[-1] == at and self._found[-1].kind is Kind.PLAIN:
            last = self._found[-1]
            parts = (last.values[0] * word.value, *last.values)
            self._found[-1] = replace(last, values=parts, end=token.end)
            self._ends[-1] = at + 1
            return at + 1
        return self._put(
            Number(token.start, token.end, values, Kind.PLAIN, False, True), at + 1, HALF
        )

    def _decades(self, at: int, word: Word) -> int:
        token, value = self._tokens[at], word.value
        values = [value, *(Decimal(c) + value for c in (1900, 1800, 2000, 1700, 1600))]
        place = at + 1
        while self._part(place) == said.DECADES or self._text(place) in _TO_CENTURY:
            place += 1
        if self._part(place) == said.CENTURY and not self._is_joined(place):
            century = self._century_at(place + 1)
            if century is not None:
                values = [(century - 1) * 100 + value, value]
        # A translation says it in many ways: in their thirties, at the middle of the century.
        number = Number(token.start, token.end, tuple(values), Kind.DECADE, False, True)
        return self._put(number, at + 1)

    def _alone(self, at: int, word: Word) -> int:
        token, kind, needed = self._tokens[at], Kind.PLAIN, False
        if word.part == said.VAGUE:
            kind = Kind.VAGUE
        elif word.part in (said.DUAL, said.PAIR):
            kind, needed = Kind.PAIR, not self._is_counted_otherwise(at)
        number = Number(token.start, token.end, (word.value,), kind, needed, True, word.unit)
        return self._put(number, at + 1)

    def _is_counted_otherwise(self, at: int) -> bool:
        """Whether a dual need not be said: the years 1990 and 1992, the second of two in a row."""
        following = self._tokens[at + 1].kind if at + 1 < len(self._tokens) else ""
        last = self._found[-1] if self._found else None
        in_row = last is not None and last.kind is Kind.PAIR and self._ends[-1] == at
        named = following == "figure" or self._part(at + 1) == said.ORDINAL
        return in_row or named or said.folded_word(self._tokens[at].text) == _GENERAL

    def _month(self, at: int, value: Decimal, count: int, sure: bool) -> int:
        """Put a month; a name of two meanings is surely one beside a day or a year."""
        token, last = self._tokens[at], self._tokens[at + count - 1]
        beside = (at > 0 and self._tokens[at - 1].kind == "figure") or (
            at + count < len(self._tokens) and self._tokens[at + count].kind == "figure"
        )
        number = Number(token.start, last.end, (value,), Kind.MONTH, sure or beside, True)
        return self._put(number, at + count)

    # --- what stands before ----------------------------------------------------------------

    def _is_in_century(self, at: int) -> bool:
        """Whether a number says which century: behind the word, or behind another such number."""
        before = at - 1
        if self._text(before) in ("ال", "الـ"):
            before -= 1
        if self._part(before) == said.CENTURY:
            return True
        if said.folded_word(self._text(before)) in ("و", "او", "الي"):
            before -= 1
        last = self._found[-1] if self._found else None
        return (
            last is not None
            and last.kind is Kind.CENTURY
            and self._ends[-1] == before + 1
            and self._ends[-1] >= at - 1
        )

    def _as_century(self, number: Number, at: int) -> Number:
        """Return a number as that of a century; the hundreds of its years say the same.

        Behind a decade or a year it tells nothing more, and may be left out.
        """
        value = number.values[0] if number.values else _ONE
        if value > _LAST_CENTURY:
            return number
        needed = not self._is_of_decade(at)
        return replace(number, values=(value, (value - 1) * 100), kind=Kind.CENTURY, needed=needed)

    def _is_of_decade(self, at: int) -> bool:
        """Whether a decade or a year stands right before the century it lies in."""
        for number, end in zip(reversed(self._found), reversed(self._ends), strict=True):
            between = range(end, at)
            if len(between) > _FAR or not all(self._leads_to_century(n) for n in between):
                return False
            year = not number.in_words and any(value in _YEARS for value in number.values)
            if year or number.kind is Kind.DECADE:
                return True
        return False

    def _leads_to_century(self, at: int) -> bool:
        return self._text(at) in _TO_CENTURY or self._part(at) in (said.CENTURY, said.DECADES)

    def _is_behind_time(self) -> bool:
        return bool(self._found) and self._found[-1].kind is Kind.TIME

    def _is_joined(self, at: int) -> bool:
        word = self._word(at)
        return word is not None and word.joins

    def _is_clock(self, at: int) -> bool:
        return self._part(at - 1) == said.CLOCK

    def _clock(self, number: Number, end: int) -> int:
        """Put the time that an hour is, with its minutes where they stand there as a fraction."""
        hour = int(number.values[0])
        if hour > 24:
            return self._put(number, end)
        minutes, word = 0, self._word(end)
        if word is not None and word.part == said.FRACTION and word.joins:
            minutes, end = round(word.value * 60), end + 1
        elif said.folded_word(self._text(end)) == _EXCEPT and self._part(end + 1) == said.FRACTION:
            fraction = self._words[end + 1]
            minutes, end = 60 - round(fraction.value * 60) if fraction else 0, end + 2
            hour = (hour - 1) % 24
        values = of_time(hour, minutes)
        time = replace(number, values=values, kind=Kind.TIME, end=self._tokens[end - 1].end)
        return self._put(replace(time, parts=(number,) if minutes == 0 else ()), end)


def _thousands(value: Decimal) -> Decimal:
    """Return what a word multiplies by: "two thousand" behind a number says thousand."""
    return value / 2 if str(value)[0] == "2" else value


def read_arabic(tokens: Sequence[Token]) -> list[Number]:
    """Return the numbers of an Arabic text, in order."""
    return _Reader(list(tokens)).read()
