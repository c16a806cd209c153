"""What a check is: a record of the table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from translation.model.issue import Severity
    from translation.quality.subject import Finding, Subject


class CheckGroup(StrEnum):
    """What checks are about: issues are listed, counted and switched by it."""

    DRAFT = "draft"
    CODES = "codes"
    COPIED = "copied"
    NUMBERS = "numbers"
    NAMES = "names"
    MEANING = "meaning"
    WRITING = "writing"
    CONSISTENCY = "consistency"


@dataclass(frozen=True, slots=True)
class Check:
    """One check. ``find`` gives all that is wrong, each with its place and what mends it.

    ``sentence`` is translated by the window and then filled with the facts of a finding.
    ``words`` are what the preferences call what it looks for; without any, its sentence does.
    ``on`` says whether it looks unless somebody wants otherwise: a check that is wrong more
    often than once in five stays off.
    """

    id: str
    group: CheckGroup
    severity: Severity
    sentence: str
    find: Callable[[Subject], Iterable[Finding]]
    words: str = ""
    on: bool = True
