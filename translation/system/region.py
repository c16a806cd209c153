"""Which English is written where the system is, for those who have no Qt to ask."""

from __future__ import annotations

import locale

_AMERICAN = frozenset({"US", "PH", "PR", "United States", "Philippines", "Puerto Rico"})
"""Countries as POSIX and as Windows name them."""


def english_of_locale(named: str = "") -> str:
    """Return the tag of the English of a locale (en_GB, English_United Kingdom): en-US or en-GB.

    Without one it is that of the process; where nobody set a country, America's.
    """
    if not named:
        try:
            named = locale.getlocale()[0] or ""
        except ValueError:  # one that Python does not know
            named = ""
    country = named.partition(".")[0].partition("_")[2]
    return "en-US" if not country or country in _AMERICAN else "en-GB"
