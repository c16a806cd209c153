"""Where two texts differ."""

from __future__ import annotations

import re
from bisect import bisect_left

_WORD, _LETTERS = re.compile(r"\s*\S*"), re.compile(r"\w*")


def difference(before: str, after: str) -> tuple[int, str, str]:
    """Return where two texts begin to differ, what goes out there and what comes in.

    What both begin and end with is left alone; comparing slices keeps long texts cheap.
    """
    start = _common_start(before, after)
    end = _common_start(before[start:][::-1], after[start:][::-1])
    return start, before[start : len(before) - end], after[start : len(after) - end]


def difference_of_words(before: str, after: str) -> tuple[str, str]:
    """Return what goes out and what comes in, no word of either cut: "2030" and "0230".

    Where only blanks differ, the words beside them tell which.
    """
    start, gone, come = difference(before, after)
    head, tail = before[:start], before[start + len(gone) :]
    if gone.strip() or come.strip():
        changed = gone or come
        head = _last(_LETTERS, head) if changed[0].isalnum() else ""
        tail = _first(_LETTERS, tail) if changed[-1].isalnum() else ""
    else:
        head, tail = _last(_WORD, head), _first(_WORD, tail)
    return f"{head}{gone}{tail}", f"{head}{come}{tail}"


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.match(text)
    return found[0] if found else ""


def _last(pattern: re.Pattern[str], text: str) -> str:
    return _first(pattern, text[::-1])[::-1]  # A search for the end would begin everywhere.


def _common_start(one: str, other: str) -> int:
    shorter = min(len(one), len(other))
    return bisect_left(range(shorter), True, key=lambda end: one[: end + 1] != other[: end + 1])
