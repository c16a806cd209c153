"""Doubts about segments: why one cannot be trusted, and what it may have been."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translation.model.segment import Segment

CHANGED, DISAGREES, UNIT_CHANGED, REMOVED = "changed", "disagrees", "unit_changed", "removed"
DRAFT_CHANGED = "draft_changed"
"""Found in a project as it was opened: the row has not its checksum, the history says otherwise,
the paragraph's row has not its checksum, the history says it was taken out, a draft's row has not
its checksum."""
ROW_LOST, ROW_OLDER, ORIGINAL_READ = "row_lost", "row_older", "original_read"
PART, UNCONFIRMED = "part", "unconfirmed"
"""Of recovered segments: taken from the history as there was no row, or an older one; read anew
from the original, read in part, read without anything that confirms it."""
REASONS = frozenset(
    {CHANGED, DISAGREES, UNIT_CHANGED, REMOVED, DRAFT_CHANGED}
    | {ROW_LOST, ROW_OLDER, ORIGINAL_READ, PART, UNCONFIRMED}
)
LIKELY = frozenset({CHANGED, DISAGREES})
"""Reasons for which what a segment was is likely to be right; for others what is there is."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a segment cannot be trusted (one of REASONS), and what else it may have been."""

    reason: str
    was: Segment | None = None

    @property
    def is_likely(self) -> bool:
        """Whether what it was is likely to be right."""
        return self.was is not None and self.reason in LIKELY
