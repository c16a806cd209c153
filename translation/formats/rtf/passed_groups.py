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
_CHOICES = re.compile(rb"\{\\\*\\ffl ?([^{}]*)\}")
_CHOSEN = re.compile(rb"\\ff(?:def)?res([0-9]{1,2})\b")
_NOT_CHOSEN = 25
"""What a list of choices has for its result where nobody chose (RTF 1.9.1, ffres)."""
_ESCAPED = re.compile(rb"\\u-?[0-9]|\\'[89a-fA-F]")
_CONTROL = re.compile(rb"\\[A-Za-z]+-?[0-9]* ?")
_LETTERS = re.compile(rb"[A-Za-z\x80-\xff]{3}")
_WORD, _ROMAN = re.compile(r"[^\W\d_]{3}"), re.compile(r"\b[ivxlcdm]+\b", re.IGNORECASE)
"""A word, and what is none but a number."""
NUMBERS = frozenset({"listtext", "pntext"})


def words_of(name: str, inside: bytes, said: Callable[[bytes], str]) -> Shown:
    """Return what the group ``name`` shows; ``said`` reads what is in it.

    A number without a word beside it is left to whoever numbers the list.
    """
    if name in NUMBERS and len(inside) < _LONGEST_NUMBER and _may_hold_word(inside):
        text = " ".join(said(inside).split())
        return Shown(f"{text} " if _WORD.search(_ROMAN.sub("", text)) else "")
    if name == "fldinst" and len(inside) < _LONGEST_FIELD:
        if _SHOWS.search(inside[:_HEAD]):
            return shown(said(inside))
        if b"FORMDROPDOWN" in inside[:_HEAD]:
            return Shown(_chosen(inside, said))
    return Shown(is_formula=name == "mmath")


def _may_hold_word(inside: bytes) -> bool:
    """Tell quickly of most numbers that there is none; only others are read."""
    return len(_ESCAPED.findall(inside)) > 2 or bool(_LETTERS.search(_CONTROL.sub(b"", inside)))


def _chosen(inside: bytes, said: Callable[[bytes], str]) -> str:
    """Return the choice that a list shows, which stands in no result."""
    choices = _CHOICES.findall(inside)
    places = [int(found) for found in _CHOSEN.findall(inside)]
    place = next((one for one in places if one != _NOT_CHOSEN), 0)
    return said(choices[place]) if place < len(choices) else ""
