"""What a memory has to offer, whatever it is kept in."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from translation.model.memory_unit import MemoryUnit


class Side(IntEnum):
    """Which of the two texts of a unit words are looked for in."""

    SOURCE = 0
    TARGET = 1


class Stored(NamedTuple):
    """A unit with the number by which its memory knows it; younger units have larger ones."""

    number: int
    unit: MemoryUnit


class MemoryPort(Protocol):
    """One memory. All methods raise TranslationMemoryError.

    Words are ``words_of`` a folded text. An object is used by one thread at a time.
    """

    @property
    def name(self) -> str:
        """What people call it."""
        ...

    def __len__(self) -> int:
        """How many units it holds."""
        ...

    def __iter__(self) -> Iterator[Stored]:
        """Give all units, the oldest first."""
        ...

    def units(self, numbers: Sequence[int]) -> list[Stored]:
        """Return the units with these numbers, in that order; what is gone is left out."""
        ...

    def same(self, folded: str) -> list[Stored]:
        """Return the units whose source folds to this text, the youngest first."""
        ...

    def like(self, folded: str, least: float, most: int) -> list[tuple[int, str]]:
        """Return numbers and sources of at most ``most`` units that share rare words with a text.

        Those come first that seem to be most like it. Texts that are so much longer or shorter
        that less than ``least`` (0 to 1) of both can be the same are left out.
        """
        ...

    def holding(self, groups: Sequence[Sequence[str]], side: Side) -> Sequence[int]:
        """Return the numbers of all units with a word of each group, the youngest first.

        A word that ends in ``*`` stands for all that begin like it.
        """
        ...

    def put(self, units: Iterable[MemoryUnit]) -> None:
        """Take units in, all or none; one of a place takes the place of the one from there.

        One that says the same stays as it is, whoever says it again.
        """
        ...

    def take_out(self, places: Iterable[tuple[str, str]]) -> None:
        """Forget the units of places (document, segment), all or none; others are left alone."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...
