"""What stands for the spelling where checks are listed; the dictionaries are asked elsewhere."""

from __future__ import annotations

from translation.model.issue import Severity
from translation.quality.check import Check, CheckGroup
from translation.quality.checks import CHECKS

SPELLING = Check(
    "spelling",
    CheckGroup.WRITING,
    Severity.WARNING,
    "“{word}” is not in the dictionary.",
    lambda subject: (),
    words="Words that no dictionary has",
)
"""Its issues come of ``translation.work.misspelt``, in the window of marks of their own."""

SWITCHED: tuple[Check, ...] = (*CHECKS, SPELLING)
"""What a profile switches on and off, and a report counts: the checks, and the spelling."""
