"""What a field of Word shows by its instruction alone, without a result.

Buttons (MACROBUTTON, GOTOBUTTON) show words that their instruction ends with; EQ draws what it
holds, most often words with others above them (ECMA-376 part 1, 17.16.5; ``\\o`` and ``\\s\\up``).
"""

from __future__ import annotations

import re
from typing import NamedTuple

_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+(?:\"[^\"]*\"|\S+)\s+(\S.*)", re.I | re.S)
_EQUATION = re.compile(r"\s*EQ\b", re.I)
_RAISED = re.compile(
    r"\\o\s*(?:\\a[lcrd]\s*)?\(\s*\\s\s*\\(?:up|do)\s*\d*\s*\(([^()]*)\)\s*[,;](.*)\)\s*\Z",
    re.I | re.S,
)
_LONGEST = 10_000
_SWITCH = re.compile(r"\\[a-z]+|\\\*\s*\w+", re.I)


class Shown(NamedTuple):
    """The words that a field shows: on the line, above it, and whether they are a formula's."""

    text: str = ""
    above: str = ""
    is_formula: bool = False


def shown(instruction: str) -> Shown:
    """Return what a field without a result shows; one too long to be read shows nothing."""
    if len(instruction) > _LONGEST:
        return Shown()
    if (button := _BUTTON.match(instruction)) is not None:
        return Shown(button[1].rstrip())
    if _EQUATION.match(instruction) is None:
        return Shown()
    if (raised := _RAISED.search(instruction)) is not None:
        return Shown(raised[2].strip(), raised[1].strip())
    letters = _SWITCH.sub("", instruction.partition("EQ")[2])
    return Shown(is_formula=any(map(str.isalpha, letters)))
