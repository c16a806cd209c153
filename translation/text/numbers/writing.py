"""A number of a source as its translation into English would write it, in the form of another."""

from __future__ import annotations

import re
from decimal import Decimal

from translation.text.numbers.figures import DIGITS
from translation.text.numbers.number import Kind, Number

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_WITH_TAIL = re.compile(r"([\d.,:]+)(\D*)")
_TAIL_SCALES = {"thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
                "m": 10**6, "bn": 10**9, "k": 1000}  # fmt: skip
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_YEARS = range(1000, 2100)


def rewritten(source: Number, source_text: str, target_text: str) -> str | None:
    """Return the source's number in the form of the number that stands in the target.

    ``source_text`` and ``target_text`` are what both numbers are as they stand; None where no
    form is sure.
    """
    if not source.values:
        return None
    value = source.values[0]
    if source.kind is Kind.MONTH:
        return _month(int(value), target_text)
    figures = _WITH_TAIL.fullmatch(target_text)
    if figures is None:
        return None if any(c.isdigit() for c in target_text) else _in_words(value, target_text)
    tail = figures[2].strip("- ").lower()
    if tail in _ORDINAL:
        return ordinal(int(value)) if value == value.to_integral_value() else None
    if tail in _TAIL_SCALES:
        count = (value / _TAIL_SCALES[tail]).normalize()
        short = len(count.as_tuple().digits) <= 4 and Decimal("0.1") <= count < 1000
        return f"{count:f}{figures[2]}" if short else _in_figures(value, "")
    if tail:
        return None
    own = _own_figures(source_text, source.kind)
    return own if own is not None else _in_figures(value, target_text)


def ordinal(number: int) -> str:
    """Return a whole number as an ordinal in figures: 21st, 112th."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 <= number % 100 < 20 else ending}"


def _own_figures(text: str, kind: Kind) -> str | None:
    """Return the figures of the source where they are those of English but for their script."""
    text = text.translate(DIGITS)
    if kind is Kind.TIME or (text.isdecimal() and text.startswith("0")):
        return text if re.fullmatch(r"\d{1,2}:\d\d|\d+", text) else None
    return None


def _in_figures(value: Decimal, like: str) -> str:
    if value != value.to_integral_value():
        return f"{value.normalize():f}"
    whole = int(value)
    grouped = whole >= 10_000 or ("," in like and whole >= 1000 and whole not in _YEARS)
    return f"{whole:,}" if grouped else str(whole)


def _in_words(value: Decimal, like: str) -> str | None:
    """Return a number in words, its first letter as another's; None where words are too many."""
    if value != value.to_integral_value() or value < 0:
        return None
    words = _words(int(value))
    if words is None:
        return None
    return words[0].upper() + words[1:] if like[:1].isupper() else words


def _words(value: int) -> str | None:
    if value < 20:
        return _ONES[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return f"{_TENS[tens - 2]}-{_ONES[ones]}" if ones else _TENS[tens - 2]
    for scale, name in _SCALES:
        count, rest = divmod(value, scale)
        if count and not rest and count < 100:
            return f"{_words(count)} {name}"
    return None


def _month(value: int, like: str) -> str | None:
    if not 1 <= value <= len(_MONTHS):
        return None
    name = _MONTHS[value - 1]
    return name[:3] if len(like) == 3 and like.lower() != "may" else name
