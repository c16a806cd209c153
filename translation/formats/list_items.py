"""The items of lists in documents that are made new: their bullets, and numbers they came with."""

from __future__ import annotations

import re

BULLET = "\u2022"

_BULLET = re.compile("[-*\u2022\u00b7\u25aa\u25a0\u25cf\u25e6\u2013\u2014]\\s+")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[^\W\d_])[.)\-]\s")


def without_bullet(text: str) -> str:
    """Return the text of an item without a bullet that stands in it, as in a plain text."""
    found = _BULLET.match(text)
    return text[found.end() :] if found else text


def is_numbered(text: str) -> bool:
    """Tell whether an item begins with its number or letter: then it needs no bullet."""
    return _NUMBER.match(text) is not None
