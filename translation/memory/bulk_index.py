"""The words of many units gathered in memory, to be written in the order of the index."""

from __future__ import annotations

from array import array
from itertools import pairwise, repeat
from typing import TYPE_CHECKING, Any

from translation.memory.port import Side

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    import numpy as np
    import numpy.typing as npt


class _Numbering(dict[str, int]):
    """Words by numbers, in the order in which they come."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


class BulkIndex:
    """Takes in units that will follow one another, and writes all their words at once."""

    def __init__(self) -> None:
        self.lengths = array("H")
        """Characters of the folded sources."""
        self._sides = (_SideWords(), _SideWords())

    def __len__(self) -> int:
        return len(self.lengths)

    def add(self, source: Sequence[str], target: Sequence[str], length: int) -> None:
        """Take in the words of the next unit, and how long its folded source is."""
        self._sides[0].add(source)
        self._sides[1].add(target)
        self.lengths.append(min(length, 0xFFFF))

    def write(self, connection: sqlite3.Connection, first: int) -> None:
        """Write all words, the first unit being ``first``; the lengths are for others to write."""
        for side, words in zip(Side, self._sides, strict=True):
            connection.executemany(
                "INSERT INTO words VALUES (?, ?, ?, ?)", words.rows(int(side), first)
            )


class _SideWords:
    """The words of one side of all units, one after the other."""

    def __init__(self) -> None:
        self._numbers = _Numbering()
        self._words = array("I")
        self._counts = array("H")

    def add(self, words: Sequence[str]) -> None:
        some = words[:0xFFFF]
        self._words.extend(map(self._numbers.__getitem__, some))
        self._counts.append(len(some))

    def rows(self, side: int, first: int) -> Iterator[tuple[int, str, int, memoryview]]:
        """Give a row for each word, in the order of words."""
        import numpy as np

        ordered = sorted(self._numbers)
        pairs = self._pairs(ordered, first)
        lower: Any = pairs.astype("<u4")  # the half that is the unit
        units = memoryview(lower)
        starts = np.flatnonzero(np.diff(pairs >> 32, prepend=-1))
        bounds = [*starts.tolist(), len(pairs)]
        firsts = (pairs[starts] & 0xFFFFFFFF).tolist()
        parts = (units[start:end] for start, end in pairwise(bounds))
        return zip(repeat(side), ordered, firsts, parts, strict=False)

    def _pairs(self, ordered: Sequence[str], first: int) -> npt.NDArray[np.int64]:
        """Return place of the word and number of the unit, 32 bits each, in order, each once."""
        import numpy as np

        places = np.empty(len(ordered), np.int64)
        numbers = np.fromiter(map(self._numbers.__getitem__, ordered), np.int64, len(ordered))
        places[numbers] = np.arange(len(ordered))
        counts = np.frombuffer(self._counts, np.uint16)
        pairs = places[np.frombuffer(self._words, np.uint32)]
        pairs <<= 32
        pairs |= np.repeat(np.arange(first, first + len(counts), dtype=np.uint32), counts)
        pairs.sort()
        is_new = np.ones(len(pairs), np.bool_)
        np.not_equal(pairs[1:], pairs[:-1], out=is_new[1:])
        once: npt.NDArray[np.int64] = pairs[is_new]
        return once
