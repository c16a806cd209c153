"""White space in XML files whose line ends are only indentation."""

from __future__ import annotations

import re
from typing import NamedTuple

_WRAPPED = re.compile(r"(?<![ \t])[ \t]*+[\r\n]\s*")
_NEEDS_KEEPING = re.compile(r"[\t\n\r]|  ")


class Edges(NamedTuple):
    """The white space at the ends of a text."""

    lead: str = ""
    trail: str = ""


def edges(text: str) -> Edges:
    """Return the white space at the ends of a text; of one that is nothing else, none."""
    core = text.strip()
    start = text.find(core) if core else 0
    return Edges(text[:start], text[start + len(core) :]) if core else Edges()


def needs_keeping(text: str) -> bool:
    """Tell whether programs may make another text of this where xml:space keeps nothing."""
    return _NEEDS_KEEPING.search(text) is not None


def unwrapped(text: str) -> str:
    """Take line ends with the blanks around them for one space, as without xml:space."""
    return _WRAPPED.sub(" ", text) if "\n" in text or "\r" in text else text
