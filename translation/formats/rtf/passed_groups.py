"""The words of an RTF in groups that are else passed over: of numbers, buttons, below ruby."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.formats.field_instructions import Shown, shown

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST_NUMBER, _LONGEST_FIELD, _HEAD = 1000, 10_000, 200
"""Bytes of a number of a list and of a field's instruction that are looked into, and its first."""
_SHOWS = re.compile(rb"\b(?:EQ|MACROBUTTON|GOTOBUTTON)\b", re.IGNORECASE)
_WORD, _ROMAN = re.compile(r"[^\W\d_]{3}"), re.compile(r"\b[ivxlcdm]+\b", re.IGNORECASE)
"""A word, and what is none but a number."""
NUMBERS = frozenset({"listtext", "pntext"})


def words_of(name: str, inside: bytes, said: Callable[[bytes], str]) -> Shown:
    """Return what the group ``name`` shows; ``said`` reads what is in it.

    A number without a word beside it is left to whoever numbers the list.
    """
    if name in NUMBERS and len(inside) < _LONGEST_NUMBER:
        text = " ".join(said(inside).split())
        return Shown(f"{text} " if _WORD.search(_ROMAN.sub("", text)) else "")
    if name == "fldinst" and len(inside) < _LONGEST_FIELD and _SHOWS.search(inside[:_HEAD]):
        return shown(said(inside))
    return Shown(is_formula=name == "mmath")
