"""White space in XML files whose line ends are only indentation."""

from __future__ import annotations

import re

_WRAPPED = re.compile(r"(?<![ \t])[ \t]*+[\r\n]\s*")


def unwrapped(text: str) -> str:
    """Take line ends with the blanks around them for one space, as without xml:space."""
    return _WRAPPED.sub(" ", text) if "\n" in text or "\r" in text else text
