"""Effort: how long a person worked on a segment, and with how many keys. Kept where they agreed.

Kinds of keys and the bound of pauses follow research on post-editing (Koponen et al. 2012,
"Post-editing time as a measure of cognitive effort"); the bounds of a plausible pace are those of
MateCat's statistics, 0.25 to 30 seconds a word.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PAUSE = 0.3
"""Seconds without a key from which on it is a pause."""
SLOWEST, FASTEST = 30.0, 0.25
"""Seconds a source word: longer, a visit was idle in between; shorter, nobody read it."""
KEPT = "effort"
"""The key under which a project keeps it."""


class KeyKind(StrEnum):
    """What a key did. None says which key it was; a command is an action, by key or by mouse."""

    WRITING = "writing"
    DELETING = "deleting"
    MOVING = "moving"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Effort:
    """What went into one segment, all visits together.

    ``seconds`` are those it was worked on, of each visit no more than SLOWEST a source word;
    ``pauses`` are the times without a key of PAUSE or longer between two keys, which took
    ``pause_seconds``.
    """

    seconds: float = 0.0
    writing: int = 0
    deleting: int = 0
    moving: int = 0
    command: int = 0
    pauses: int = 0
    pause_seconds: float = 0.0
    visits: int = 0

    @property
    def keys(self) -> int:
        """All keys."""
        return self.writing + self.deleting + self.moving + self.command

    def __add__(self, other: Effort) -> Effort:
        return Effort(
            self.seconds + other.seconds,
            self.writing + other.writing,
            self.deleting + other.deleting,
            self.moving + other.moving,
            self.command + other.command,
            self.pauses + other.pauses,
            self.pause_seconds + other.pause_seconds,
            self.visits + other.visits,
        )

    def values(self) -> tuple[float, ...]:
        """Return its numbers in the order of the fields."""
        return astuple(self)

    @classmethod
    def parse(cls, data: object) -> Self:
        """Return it from a list of its numbers; ValueError where it is none."""
        if not isinstance(data, list) or len(data) != len(cls().values()):
            raise ValueError("no effort")
        numbers = [one for one in data if type(one) in (int, float) and 0 <= one < 1e12]
        if len(numbers) != len(data):
            raise ValueError("no numbers")
        seconds, writing, deleting, moving, command, pauses, pause_seconds, visits = numbers
        keys = int(writing), int(deleting), int(moving), int(command)
        return cls(float(seconds), *keys, int(pauses), float(pause_seconds), int(visits))


@dataclass(frozen=True, slots=True)
class EffortSum:
    """What went into several segments.

    ``words_an_hour`` is of the segments worked on at a pace that can be true, None without any;
    ``ksr`` is keys that wrote or deleted over the characters of the texts they made, in per cent
    (the keystroke ratio; typing every text anew is about 100), None without a text.
    """

    segments: int
    whole: Effort
    words_an_hour: float | None
    ksr: float | None


def sum_up(parts: Iterable[tuple[Effort, int, int]]) -> EffortSum:
    """Sum up efforts, each with the words of its source and the characters of its target."""
    segments = words = characters = 0
    whole, paced = Effort(), 0.0
    for effort, source_words, target_characters in parts:
        segments += 1
        whole += effort
        characters += target_characters
        if source_words and FASTEST <= effort.seconds / source_words <= SLOWEST:
            words += source_words
            paced += effort.seconds
    written = whole.writing + whole.deleting
    return EffortSum(
        segments,
        whole,
        3600 * words / paced if paced else None,
        100 * written / characters if characters else None,
    )


def parse_efforts(kept: object) -> dict[str, Effort]:
    """Return efforts by segment id from what a project keeps; what is none is left out."""
    found: dict[str, Effort] = {}
    for id_, data in (kept if isinstance(kept, dict) else {}).items():
        try:
            found[str(id_)] = Effort.parse(data)
        except ValueError:
            continue
    return found


def kept_form(efforts: Mapping[str, Effort]) -> dict[str, list[float]]:
    """Return efforts as a project keeps them, seconds to a tenth."""
    return {id_: [round(value, 1) for value in one.values()] for id_, one in efforts.items()}
