"""Taking very many units into a memory file, in pieces that are each whole on the disk."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from translation.memory.bulk_index import BulkIndex
from translation.memory.file import NewUnit
from translation.memory.rows import key_of
from translation.memory.words import for_matching, hash_of, words_of
from translation.model.ports import no_report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from translation.memory.file import MemoryFile
    from translation.model.memory_unit import MemoryUnit
    from translation.model.ports import Report

INDEXED_AT_ONCE = 500_000
"""Units whose words are gathered before they are written: about 500 bytes of memory each."""
_AT_ONCE = 500
"""Units of which a memory is asked at once whether it has them."""
_CACHE = 64 << 10
"""KiB of the file that are held in memory meanwhile."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How many units were new to a memory, and how many it knew already."""

    added: int
    known: int


def take_in(
    memory: MemoryFile, units: Iterable[MemoryUnit], report: Report = no_report, total: int = 0
) -> Taken:
    """Put units into a memory, all or none; those it has already are put up to date.

    Raises TranslationMemoryError and what ``units`` and ``report`` raise, which is told how many
    were taken of ``total``.
    """
    filling = _Filling(memory)
    count = 0
    with memory.writing(_CACHE):
        given = iter(units)
        while some := list(islice(given, _AT_ONCE)):
            report(count, total)
            count += len(some)
            filling.take(some)
        filling.finish()
        report(count, count)
    return Taken(count - filling.known, filling.known)


class _Filling:
    """One transaction: units are written at once, their words once many have come together."""

    def __init__(self, memory: MemoryFile) -> None:
        self.known = 0
        self._memory = memory
        self._index = BulkIndex()
        self._first = 0
        self._changed: list[MemoryUnit] = []

    def take(self, units: list[MemoryUnit]) -> None:
        """Take units in that follow those before."""
        keys = [key_of(unit) for unit in units]
        there = self._memory.known(keys)
        new: dict[int, NewUnit] = {}
        for key, unit in zip(keys, units, strict=True):
            if key in there or key in new:
                self.known += 1
                # What stood in its place may be another text by now.
                if unit.segment and key in there and not self._memory.has(unit, key):
                    self._changed.append(unit)
                continue
            folded = for_matching(unit.source, unit.pair.source)
            new[key] = NewUnit(unit, key, hash_of(folded))
            target = for_matching(unit.target, unit.pair.target)
            self._index.add(words_of(folded), words_of(target), len(folded))
        first = self._memory.insert(list(new.values()))
        self._first = self._first or first
        if len(self._index) >= INDEXED_AT_ONCE:
            self._write_index()

    def finish(self) -> None:
        """Write what is still to be written."""
        self._write_index()
        self._memory.put_inside(self._changed)

    def _write_index(self) -> None:
        self._memory.write_index(self._index, self._first)
        self._index, self._first = BulkIndex(), 0
