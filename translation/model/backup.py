"""A backup: one earlier state of a project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Backup:
    """Where it lies, of which project, when it was made (seconds since 1970), its bytes."""

    path: Path
    project: Path
    time: float
    size: int
