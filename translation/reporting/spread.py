"""How the edits are spread over the segments: HTER of each, in classes."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

BOUNDS = (0.0, 10.0, 20.0, 30.0, 50.0, 75.0, 100.0)
"""The highest HTER (in per cent) of each class but the last, which has no bound."""


def spread(values: Iterable[float]) -> tuple[int, ...]:
    """Count values by class; there is one class more than there are bounds."""
    counts = [0] * (len(BOUNDS) + 1)
    for value in values:
        counts[bisect_left(BOUNDS, value)] += 1
    return tuple(counts)


def class_names() -> tuple[str, ...]:
    """Return what the classes are called, the same in every language: 0, >0–10, …, >100."""
    between = [f"{low:g}–{high:g}" for low, high in pairwise(BOUNDS)]
    return ("0", *between, f">{BOUNDS[-1]:g}")
