"""Which English is written where the system is."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLocale

from translation.system.region import english_of_locale


@cache
def english_of_system() -> str:
    """Return the tag of the English that the system's country writes: en-US or en-GB.

    The system is asked once: that takes a tenth of a millisecond, and every wrong word of a row
    asks for its language.
    """
    return english_of_locale(QLocale.system().name())
