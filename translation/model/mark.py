"""Marks: places in a segment's texts that somebody is to see, whoever found them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum


class Side(Enum):
    """Which text of a segment."""

    SOURCE = "source"
    TARGET = "target"


class MarkKind(StrEnum):
    """What a mark says; the theme has a look for each."""

    CHANGED = "changed"
    """Words that the draft did not have."""
    UNSURE = "unsure"
    """A word that the model finds not very likely."""
    DOUBTED = "doubted"
    """A word that the model finds unlikely."""
    FOUND = "found"
    """What somebody looks for."""
    TERM = "term"
    """Words that a termbase has."""
    SPELLING = "spelling"
    """A word that its language does not know."""
    FOUND_HERE = "found_here"
    """The one place of those that they are at."""
    MQM_MINOR = "mqm_minor"
    """An error that a person marked; of two points or the like."""
    MQM_MAJOR = "mqm_major"
    MQM_CRITICAL = "mqm_critical"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class MarkAction:
    """What a person can do about a mark: ``words`` name it, ``target`` is the text it leads to.

    Where there is a ``command`` that is done instead, with ``target`` as what it is about.
    """

    words: str
    target: str
    command: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text. ``start`` and ``length`` count characters of it, codes included.

    Of the target that is the one shown, a draft where there is none. ``message`` is a sentence
    for people, "" where the look says it all.
    """

    side: Side
    start: int
    length: int
    kind: MarkKind
    message: str = ""

    @property
    def end(self) -> int:
        """The place behind it."""
        return self.start + self.length
