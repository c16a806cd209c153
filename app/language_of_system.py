"""Which English is written where the system is."""

from __future__ import annotations

from PySide6.QtCore import QLocale

_AMERICAN = frozenset(
    {
        QLocale.Country.UnitedStates,
        QLocale.Country.Philippines,
        QLocale.Country.PuertoRico,
        QLocale.Country.AnyCountry,
    }
)


def english_of_system() -> str:
    """Return the tag of the English that the system's country writes: en-US or en-GB.

    Where nobody set a country ("C"), Qt names the United States.
    """
    return "en-US" if QLocale.system().territory() in _AMERICAN else "en-GB"
