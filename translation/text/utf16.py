"""Positions in UTF-16 units, as Qt and the model count them, and in Python's characters."""

from __future__ import annotations

import re

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def to_utf16(text: str, index: int) -> int:
    """Return the UTF-16 offset of the character at ``index`` (both 0-based)."""
    return index + sum(1 for _ in _ASTRAL.finditer(text, 0, index))


def from_utf16(text: str, offset: int) -> int:
    """Return the character index at a UTF-16 offset; inside a pair, that of its character."""
    pairs = 0
    for pair in _ASTRAL.finditer(text):
        start = pair.start() + pairs
        if offset <= start:
            break
        if offset == start + 1:
            return pair.start()
        pairs += 1
    return min(offset - pairs, len(text))


def utf16_length(text: str) -> int:
    """Return the length of the text in UTF-16 units."""
    return to_utf16(text, len(text))
