"""What is put right while one types: words that are never right, and quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from translation.model.inline import is_code
from translation.model.language import primary_subtag

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN = re.compile(r"[\w'\u2019\u0640]+$")
_LONGEST = 60
"""Characters before the caret that are looked at."""
_BEFORE_OPENING = frozenset("([{<«‹“‘„‚-–—/\u00a0\u202f")

QUOTES: Mapping[str, tuple[str, str, str, str]] = {
    "en": ("“", "”", "‘", "’"),
    "ar": ("«", "»", "“", "”"),
    "de": ("„", "“", "‚", "‘"),
    "es": ("«", "»", "“", "”"),
    "fa": ("«", "»", "‹", "›"),
    "fr": ("«\u202f", "\u202f»", "“", "”"),
    "it": ("«", "»", "“", "”"),
    "ru": ("«", "»", "„", "“"),
    "tr": ("“", "”", "‘", "’"),
    "ur": ("“", "”", "‘", "’"),
    "zh": ("“", "”", "‘", "’"),
}
"""Opening and closing, double and single, by primary subtag (CLDR, delimiters)."""
_APOSTROPHE = "’"


class Correction(NamedTuple):
    """What takes the place of the characters from ``start`` to ``end``."""

    start: int
    end: int
    text: str


def corrected(text: str, caret: int, table: Mapping[str, str]) -> Correction | None:
    """Return what the character just typed before ``caret`` lets be put right, None for nothing.

    Of the table a row that ends in a sign holds as soon as it is typed, a word once another
    character ends it, and with the capitals it was typed with.
    """
    if not 0 < caret <= len(text) or not table:
        return None
    before = text[max(0, caret - _LONGEST) : caret]
    for typed in sorted(table, key=len, reverse=True):
        if typed and not typed[-1].isalnum() and before.endswith(typed):
            return Correction(caret - len(typed), caret, table[typed])
    if _is_of_word(before[-1]):
        return None
    token = _TOKEN.search(before[:-1])
    if token is None or (token.start() == 0 and len(before) == _LONGEST):
        return None
    put = _in_the_case_of(token[0], table)
    end = caret - 1
    return Correction(end - len(token[0]), end, put) if put is not None else None


def _is_of_word(character: str) -> bool:
    return _TOKEN.match(character) is not None


def _in_the_case_of(token: str, table: Mapping[str, str]) -> str | None:
    if token in table:
        return table[token]
    put = table.get(token.lower())
    if put is None:
        return None
    if token.isupper():
        return put.upper()
    return put[:1].upper() + put[1:] if token[1:].islower() else None


def quoted(text: str, caret: int, language: str) -> Correction | None:
    """Return the quotation mark that a straight one just typed before ``caret`` stands for.

    None where it stands for itself: a sign of inches or minutes, or in Hebrew.
    """
    if not 0 < caret <= len(text) or text[caret - 1] not in "\"'":
        return None
    marks = QUOTES.get(primary_subtag(language))
    if marks is None:
        return None
    before = _seen(text[: caret - 1])
    double = text[caret - 1] == '"'
    opening, closing = marks[:2] if double else marks[2:]
    is_open = before.count(opening.strip()) > before.count(closing.strip())
    if not before or before[-1].isspace() or before[-1] in _BEFORE_OPENING:
        put = opening
    elif before[-1].isdigit() and not is_open:
        return None
    elif not double and before[-1].isalpha() and not is_open:
        put = _APOSTROPHE
    else:
        put = closing
    return Correction(caret - 1, caret, put)


def _seen(text: str) -> str:
    """Return a text without inline codes and marks of direction, which stand at no side."""
    hidden = "\u061c\u200e\u200f\u2066\u2067\u2068\u2069"
    return "".join(c for c in text if not is_code(c) and c not in hidden)
