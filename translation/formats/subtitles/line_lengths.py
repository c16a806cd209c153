"""Breaking lines too long to be read on a screen into few and even ones."""

from __future__ import annotations

import re
from math import ceil

from translation.model.inline import strip_codes

LONGEST_LINE = 60
"""Letters of a line that is left as it is; players and broadcasters ask for 37 to 42."""

BROKEN_LINE = 48
"""Letters that a line of a broken one has at most, where its words allow it."""

_AFTER_STOP = re.compile(r"[.!?؟:؛;،,…—–][\"'”»’)]*\Z")
_STOP_WORTH, _SMALL_WORD_COST = 8, 5
_SMALL = frozenset(
    "a an and at by for from his her in my of on or our the their to with your".split()
)


def broken(text: str, line_break: str) -> tuple[str, int]:
    """Return a text of a cue with its long lines broken, and how many those were.

    ``line_break`` is a class of the characters that break lines already, for a regular expression.
    """
    pieces = re.split(f"([{line_break}])", text)
    made = [_broken_line(piece) for piece in pieces]
    return "".join(made), sum(now != was for now, was in zip(made, pieces, strict=True))


def _broken_line(line: str) -> str:
    length = len(strip_codes(line).strip())
    if length <= LONGEST_LINE:
        return line
    count = ceil(length / BROKEN_LINE)
    at = -1
    for place in range(1, count):
        at = _nearest_blank(line, round(place * len(line) / count), at)
        if at < 0:
            return line
        line = f"{line[:at]}\n{line[at + 1 :]}"
    return line


def _nearest_blank(line: str, wanted: int, after: int) -> int:
    """Return the blank where a line breaks best near a place, -1 where there is none."""
    blanks = [found.start() for found in re.finditer(" ", line) if found.start() > after + 1]
    return min(blanks, key=lambda at: _cost(line, at, wanted), default=-1)


def _cost(line: str, at: int, wanted: int) -> int:
    before = strip_codes(line[:at])
    last = before.rpartition(" ")[2].lower()
    worth = _STOP_WORTH if _AFTER_STOP.search(before) else 0
    return abs(at - wanted) - worth + _SMALL_WORD_COST * (last in _SMALL)
