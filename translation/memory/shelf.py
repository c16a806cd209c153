"""The memory files that somebody works with, opened when they are needed."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from translation.errors import TranslationMemoryError
from translation.memory.attached import Attached
from translation.memory.file import MemoryFile
from translation.memory.matching import Memories

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from translation.model.ports import CancelToken

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class UsedMemory:
    """A memory file as somebody uses it; those that stand first come first among equals.

    One that is not ``read_only`` is made where it is not there yet.
    """

    path: Path
    penalty: int = 0
    read_only: bool = False


class Shelf:
    """Opens memories, for one thread at a time; what cannot be opened is told once and left out."""

    def __init__(
        self, used: Sequence[UsedMemory], tell: Callable[[TranslationMemoryError], None]
    ) -> None:
        self._used = tuple(used)
        self._tell = tell
        self._open: dict[Path, MemoryFile] = {}
        self._refused: set[Path] = set()
        self._asking = Lock()

    def ask(self, token: CancelToken, question: Callable[[Memories], T]) -> T:
        """Ask, from any thread, once the question before is answered; raises Cancelled."""
        with self._asking:
            token.raise_if_cancelled()
            return question(self.memories())

    def memories(self) -> Memories:
        """Return all that are there, to be asked together."""
        attached = []
        for place, used in enumerate(self._used):
            # One that confirmed segments are still to go into need not be there.
            if not used.read_only and not used.path.exists():
                continue
            if (memory := self._opened(used)) is not None:
                attached.append(Attached(memory, -place, used.penalty, used.read_only))
        return Memories(attached)

    def writable(self) -> list[MemoryFile]:
        """Return those that confirmed segments go into, made where they are not there."""
        found = (self._opened(used, made=True) for used in self._used if not used.read_only)
        return [memory for memory in found if memory is not None]

    def close(self) -> None:
        """Let go of all."""
        for memory in self._open.values():
            memory.close()
        self._open.clear()

    def _opened(self, used: UsedMemory, *, made: bool = False) -> MemoryFile | None:
        if used.path in self._open or used.path in self._refused:
            return self._open.get(used.path)
        try:
            memory = MemoryFile.at(used.path) if made else MemoryFile(used.path)
        except TranslationMemoryError as error:
            self._refused.add(used.path)
            self._tell(error)
            return None
        self._open[used.path] = memory
        return memory
