"""Names of files as they are shown: nothing in them can hide, or turn what stands around them.

A name such as "report[U+202E]fdp.exe" would otherwise be shown as "reportexe.pdf".
"""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""Control and formatting characters, but the joiners, which Persian names need."""


def visible(name: str) -> str:
    """Return a name with every hidden character as its number, ``[U+202E]``, in one line."""
    return _HIDDEN.sub(_shown, name)


def without_hidden(name: str) -> str:
    """Return a name without hidden characters, for a file yet to be made."""
    return _HIDDEN.sub(lambda found: " " if found[0].isspace() else "", name)


def _shown(found: re.Match[str]) -> str:
    return " " if found[0].isspace() else f"[U+{ord(found[0]):04X}]"
