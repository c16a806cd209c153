"""Hijri and Gregorian years and days told one from the other (Umm al-Qura, by hijridate)."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

_LUNAR_YEAR = 354.367 / 365.2425
_BEGIN = 621.57


def gregorian_years(hijri: int) -> tuple[Decimal, ...]:
    """Return the Gregorian years in which a Hijri year lies, and the one beside for rounding."""
    begin = _BEGIN + hijri * _LUNAR_YEAR - _LUNAR_YEAR
    return tuple(Decimal(int(begin) + n) for n in (0, 1, 2))


@lru_cache(maxsize=1024)
def gregorian_days(year: int, month: int, day: int) -> tuple[tuple[int, int, int], ...]:
    """Return the days that a Hijri date may be, a day around it, as the moon was seen.

    Days are (year, month, day). Empty where the tables of the calendar do not reach.
    """
    from datetime import timedelta

    from hijridate import Hijri

    try:
        date = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return ()
    around = (date + timedelta(days=n) for n in (0, -1, 1))
    return tuple((d.year, d.month, d.day) for d in around)
