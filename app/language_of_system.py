"""Which English is written where the system is."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLocale

_AMERICAN = frozenset(
    {
        QLocale.Country.UnitedStates,
        QLocale.Country.Philippines,
        QLocale.Country.PuertoRico,
        QLocale.Country.AnyCountry,
    }
)


@cache
def english_of_system() -> str:
    """Return the tag of the English that the system's country writes: en-US or en-GB.

    Where nobody set a country ("C"), Qt names the United States. The system is asked once: that
    takes a tenth of a millisecond, and every wrong word of a row asks for its language.
    """
    return "en-US" if QLocale.system().territory() in _AMERICAN else "en-GB"
