"""Issues: what a check found in a segment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from translation.model.mark import Side


class Severity(IntEnum):
    """How much an issue matters."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True)
class Issue:
    """Something a check found.

    ``facts`` fill the check's sentence; ``start`` and ``length`` mark the place in the text of
    ``side`` (of the target that is the one shown), in UTF-16 units; ``fixes`` are target texts
    that mend it, the likeliest first.
    """

    check: str
    severity: Severity
    segment_id: str
    facts: tuple[tuple[str, str], ...] = ()
    start: int = 0
    length: int = 0
    fixes: tuple[str, ...] = ()
    side: Side = Side.TARGET

    @property
    def fix(self) -> str | None:
        """The likeliest text that mends it, None where there is none."""
        return self.fixes[0] if self.fixes else None
