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
    TERMS = "terms"
    MEANING = "meaning"
    WRITING = "writing"
    CONSISTENCY = "consistency"
    LENGTHS = "lengths"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Option:
    """A number that a check goes by and a person may set, within ``limits``.

    Its ``key`` is its own among the options of all checks; a finder asks
    ``subject.option(THE_OPTION)``. ``words`` say what it is, with its unit.
    """

    key: str
    default: int
    limits: tuple[int, int]
    words: str

    def allows(self, value: object) -> bool:
        """Tell whether it may be this."""
        least, most = self.limits
        return type(value) is int and least <= value <= most


@dataclass(frozen=True, slots=True)
class Check:
    """One check. ``find`` gives all that is wrong, each with its place and what mends it.

    ``sentence`` is translated by the window and then filled with the facts of a finding.
    ``words`` are what the preferences call what it looks for; without any, its sentence does.
    ``on`` says whether it looks unless somebody wants otherwise: a check that is wrong more
    often than once in five stays off. One that is off is not run at all. ``options`` are the
    numbers it goes by. What is ``of_codes`` finds nothing where neither text has any.
    """

    id: str
    group: CheckGroup
    severity: Severity
    sentence: str
    find: Callable[[Subject], Iterable[Finding]]
    words: str = ""
    on: bool = True
    options: tuple[Option, ...] = ()
    of_codes: bool = False

    @property
    def sentences(self) -> tuple[str, ...]:
        """All its words for people, to be translated."""
        every = (self.sentence, self.words, *(option.words for option in self.options))
        return tuple(words for words in every if words)
