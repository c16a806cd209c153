"""A memory as somebody uses it: how far it is trusted, and whether it is written into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translation.memory.port import MemoryPort


@dataclass(frozen=True, slots=True)
class Attached:
    """A memory that is asked with others.

    Of matches that are equally good those of the memory with the larger ``priority`` come first;
    ``penalty`` is taken from the percent of all its matches. Confirmed segments go into memories
    that are not ``read_only``.
    """

    memory: MemoryPort
    priority: int = 0
    penalty: int = 0
    read_only: bool = False
