"""Numbers in figures: digits of three scripts, with the separators of Arabic and English."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

LONGEST = 40
"""Digits and separators; what is longer is no number that a text tells."""

DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
OTHER_DIGIT = re.compile("[٠-٩۰-۹]")
"""A digit that ``DIGITS`` makes one of English."""

RUN = r"\d+(?:[.,:٫٬،]\d+)*"
"""A regular expression of digits with what may stand between them, after ``DIGITS``."""

_GROUPED = re.compile(r"\d{1,3}(?:([,٬،])\d{3}(?:\1\d{3})*)(?:[.٫](\d+))?")
_GROUPED_BY_DOTS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:[,٫](\d+))?")
_DECIMAL = re.compile(r"\d+[.٫]\d+")
_DECIMAL_COMMA = re.compile(r"\d+[,،]\d+")
_TIME = re.compile(r"([01]?\d|2[0-4])([:.])([0-5]\d)")
_SEPARATOR = re.compile("[.,:٫٬،]")

Values = tuple[Decimal, ...]


@lru_cache(maxsize=4096)
def values_of_run(run: str, english: bool) -> tuple[Values, bool]:
    """Return the values that figures may have, and whether they may be several numbers instead.

    ``english`` holds commas and dots to what they mean in English: 1.120 is no thousand there.
    """
    if len(run) > LONGEST:
        return (), False
    if run.isdecimal():
        return (Decimal(run),), False
    time = _TIME.fullmatch(run)
    if time and time[2] == ":":
        return of_time(int(time[1]), int(time[3])), True
    values: list[Decimal] = []
    if grouped := _GROUPED.fullmatch(run):
        values.append(_decimal(_SEPARATOR.sub("", run[: _end(run, grouped, 2)]), grouped[2]))
        return tuple(values), grouped[1] != "٬" and not english
    if _DECIMAL.fullmatch(run):
        values.append(_decimal(*_SEPARATOR.split(run)))
        if not english and time:
            values += of_time(int(time[1]), int(time[3]))
    if not english:
        if dotted := _GROUPED_BY_DOTS.fullmatch(run):
            values.append(_decimal(_SEPARATOR.sub("", run[: _end(run, dotted, 1)]), dotted[1]))
        if _DECIMAL_COMMA.fullmatch(run):
            values.append(_decimal(*_SEPARATOR.split(run)))
    several = "٫" not in run and (not english or not _DECIMAL.fullmatch(run))
    return tuple(values), several


def of_time(hour: int, minute: int) -> Values:
    """Return what a time of the day may be written as: both halves of the day, full hours alone."""
    hours = {hour, (hour + 12) % 24 if hour <= 12 else hour - 12}
    values = [Decimal(h * 100 + minute) for h in hours]
    if minute == 0:
        values += [Decimal(h) for h in hours]
        values += [Decimal(v) for h in hours if h in (0, 12) for v in (24, 2400, 12, 0)]
    return tuple(values)


def parts_of_run(run: str) -> list[tuple[int, int, Values]]:
    """Return the numbers that figures are if they are several, with start and end in the run."""
    return [
        (found.start(), found.end(), (Decimal(found[0]),))
        for found in re.finditer(r"\d+", run)
        if len(found[0]) <= LONGEST
    ]


def _end(run: str, found: re.Match[str], group: int) -> int:
    """Return where the whole part ends: before the separator of the group's decimals."""
    return len(run) if found[group] is None else found.start(group) - 1


def _decimal(whole: str, decimals: str | None = None) -> Decimal:
    return Decimal(f"{whole}.{decimals}" if decimals else whole)
