"""What a segment was before, and what is not any more as it was: the past as it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translation.model.segment import Segment


@dataclass(frozen=True, slots=True)
class Version:
    """A segment as one step left it.

    ``label`` is that of the step, "" for what was there first; ``time`` in seconds since 1970,
    None where nobody knows. ``taken_back`` tells that the step was undone.
    """

    segment: Segment
    label: str = ""
    author: str = ""
    time: float | None = None
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class SegmentChange:
    """What became of a segment since some moment: as it was then and as it is now.

    None where it was not there, or is not any more; ``noted`` where people said or took back
    something about it.
    """

    segment_id: str
    then: Segment | None = None
    now: Segment | None = None
    noted: bool = False
