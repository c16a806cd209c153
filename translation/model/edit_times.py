"""When a segment was worked on: what the history of a project knows beside the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class SegmentEdit:
    """One undo step in a segment: what it was, and when it began and ended.

    ``label`` is the batch's; times are seconds since 1970, the same for what is done at once.
    ``author`` is who did it, "" where nobody said.
    """

    label: str
    start: float
    end: float
    author: str = ""


EditTimes: TypeAlias = Callable[[], Mapping[str, Sequence[SegmentEdit]]]
"""Gives the edits of each segment by its id, in order; taken back ones count too. It is called
by what needs it alone: reading a long history takes time."""
