"""The pass after the rules, the same for every language: stray punctuation and quotes."""

from __future__ import annotations

import re
from itertools import pairwise

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_CONTINUES = re.compile(r"(?!::)[،؛,;:)\]}»›、，]")
_CLOSING = re.compile(r"(?:[»›”’)\]}]+|[\"'](?=[\s.,;:!?،؛؟]|\Z))\s*")


def mend(text: str, starts: list[int]) -> list[int]:
    """Correct where pieces start (positions in ``text``, ascending, 0 not among them).

    A closing quotation mark at the start of a piece goes to the one before; a piece that
    begins with a comma or the like, or holds neither letter nor digit, joins the one before.
    """
    moved: list[int] = []
    for start in starts:
        closing = _CLOSING.match(text, start)
        while closing:
            start = closing.end()
            closing = _CLOSING.match(text, start)
        if start < len(text) and not _CONTINUES.match(text, start):
            moved.append(start)
    return _with_words(text, moved)


def _with_words(text: str, starts: list[int]) -> list[int]:
    kept: list[int] = []
    checked, said = 0, False
    for start, end in pairwise([*starts, len(text)]):
        said = said or _says(text, checked, start)
        checked = start
        if said and _says(text, start, end):
            kept.append(start)
    return kept


def _says(text: str, start: int, end: int) -> bool:
    return _LETTER_OR_DIGIT.search(text, start, end) is not None
