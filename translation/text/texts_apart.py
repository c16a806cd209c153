"""Where two texts differ."""

from __future__ import annotations

from bisect import bisect_left


def difference(before: str, after: str) -> tuple[int, str, str]:
    """Return where two texts begin to differ, what goes out there and what comes in.

    What both begin and end with is left alone; comparing slices keeps long texts cheap.
    """
    start = _common_start(before, after)
    end = _common_start(before[start:][::-1], after[start:][::-1])
    return start, before[start : len(before) - end], after[start : len(after) - end]


def _common_start(one: str, other: str) -> int:
    shorter = min(len(one), len(other))
    return bisect_left(range(shorter), True, key=lambda end: one[: end + 1] != other[: end + 1])
