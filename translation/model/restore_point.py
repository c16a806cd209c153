"""Restore points: moments of the work to go back to, made by a person or by the program."""

from __future__ import annotations

from dataclasses import dataclass

AT_OPENING = "@opening"
"""The label of the restore point that is made before the first edit after opening."""
AT_EXPORT = "@export "
"""How the label of the restore point begins that an export makes; the file's name follows."""


@dataclass(frozen=True, slots=True)
class RestorePoint:
    """A moment to go back to; ``time`` in seconds since 1970, ``seq`` its place in the journal."""

    id: int
    label: str
    time: float
    seq: int

    @property
    def is_automatic(self) -> bool:
        """Whether the program made it, at opening or at an export."""
        return self.label == AT_OPENING or self.label.startswith(AT_EXPORT)
