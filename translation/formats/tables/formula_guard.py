"""The guard of cells that a spreadsheet would run as formulas: an apostrophe before them.

Tables of ours have it, CSV and TSV; a table of others keeps its cells as they are.
"""

from __future__ import annotations

import re

_UNSEEN = r"[\s\ufeff\u200b-\u200f\u2028-\u202e\u2060-\u2069]*"
_FORMULA = re.compile(rf"'*(?:[\t\r]|{_UNSEEN}[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""What a spreadsheet may take for a formula (OWASP, CSV injection), unseen characters and
full-width forms before it; apostrophes of the text's own are guarded too, so that exactly the
guard comes off."""


def is_formula(text: str) -> bool:
    """Tell whether a spreadsheet may take this cell for a formula."""
    return _FORMULA.match(text) is not None


def guarded(text: str) -> str:
    """Return a cell's text so that no spreadsheet runs it."""
    return f"'{text}" if is_formula(text) else text


def unguarded(text: str) -> str:
    """Return the text of a guarded cell."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text, 1) else text
