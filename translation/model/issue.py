"""Issues: what a check found in a segment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """How much an issue matters."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True)
class Issue:
    """Something a check found.

    ``facts`` fill the check's sentence; ``start`` and ``length`` mark the place in the shown
    target, in UTF-16 units; ``fix`` is the target text that mends it, where there is one.
    """

    check: str
    severity: Severity
    segment_id: str
    facts: tuple[tuple[str, str], ...] = ()
    start: int = 0
    length: int = 0
    fix: str | None = None
