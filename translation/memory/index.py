"""Which units hold a word: lists of their numbers in blocks, read and joined by numpy.

Measured on a million units (docs: BENCHMARKS.md), SQLite's own full text index answers in 18 to
36 ms and lists of numbers in one; both were tried.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from translation.memory.port import Side

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.uint32]

_TAIL = 1024
"""Units that a block grows to, one by one; what is written at once makes blocks of any size."""
_LENGTHS = 4096
"""Units whose lengths lie in one block."""
LONGEST = 0xFFFF
"""Characters up to which lengths are told apart."""
_ENOUGH = 50_000
"""Units of the rarest words together that are counted. Measured on a million units: of 385
sentences with up to a third of their words changed three have a better match that is missed, by
two percent at most; with 10 000 thirteen, and some of them find nothing."""
_MOST_AT_ONCE = 500
"""Words that are asked for in one statement."""
MOST_FORMS = 500
"""Words that a beginning may stand for."""
_MOST_MARKED = 20_000_000
"""Units up to which each has a byte while lists are joined."""
_AFTER_ALL = "\U0010ffff"


class WordIndex:
    """The words of all units, and how long their sources are, in a memory's database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lengths: Any = None
        self._as_of = (-1, -1)

    # --- asking -------------------------------------------------------------------------------

    def counts(self, side: Side, words: Sequence[str]) -> dict[str, int]:
        """Return how many units hold each of these words, those left out that none holds."""
        found: dict[str, int] = {}
        for start in range(0, len(words), _MOST_AT_ONCE):
            some = words[start : start + _MOST_AT_ONCE]
            marks = ",".join("?" * len(some))
            found.update(
                self._connection.execute(
                    "SELECT word, sum(length(units)) / 4 FROM words"
                    f" WHERE side = ? AND word IN ({marks}) GROUP BY word",
                    (int(side), *some),
                )
            )
        return found

    def units_of(self, side: Side, word: str) -> Numbers:
        """Return the units with a word, in rising order."""
        rows = self._connection.execute(
            "SELECT units FROM words WHERE side = ? AND word = ? ORDER BY first", (int(side), word)
        )
        return _joined([units for (units,) in rows])

    def units_of_any(self, side: Side, words: Sequence[str]) -> list[Numbers]:
        """Return the units of each of several words that has any, each in rising order."""
        lists: dict[str, list[bytes]] = {}
        for start in range(0, len(words), _MOST_AT_ONCE):
            some = words[start : start + _MOST_AT_ONCE]
            marks = ",".join("?" * len(some))
            rows = self._connection.execute(
                f"SELECT word, units FROM words WHERE side = ? AND word IN ({marks})"
                " ORDER BY word, first",
                (int(side), *some),
            )
            for word, units in rows:
                lists.setdefault(word, []).append(units)
        return [_joined(one) for one in lists.values()]

    def holding(self, side: Side, groups: Sequence[Sequence[str]]) -> Numbers:
        """Return the units with a word of each group, in rising order."""
        import numpy as np

        found = [self.units_of_any(side, group) for group in groups]
        found.sort(key=lambda lists: sum(map(len, lists)))
        first, *others = found
        kept = _union(first)
        for lists in others:
            is_in = np.zeros(len(kept), np.bool_)
            for units in lists:
                places = np.searchsorted(units, kept)
                places[places == len(units)] = 0
                is_in |= units[places] == kept
            kept = kept[is_in]
        return kept

    def beginning_with(self, side: Side, beginning: str) -> list[str]:
        """Return words that begin so, at most ``MOST_FORMS`` of them."""
        rows = self._connection.execute(
            "SELECT DISTINCT word FROM words WHERE side = ? AND word >= ? AND word < ? LIMIT ?",
            (int(side), beginning, beginning + _AFTER_ALL, MOST_FORMS),
        )
        return [word for (word,) in rows]

    def like(self, words: Sequence[str], length: int, least: float, most: int) -> list[int]:
        """Return units that share the rarest words, first those that share most of themselves.

        ``length`` is the number of characters of the text that has the ``words``.
        """
        import numpy as np

        chosen = self._rarest(words)
        if not chosen:
            return []
        units, shared = _shared([(self.units_of(Side.SOURCE, word), word) for word in chosen])
        lengths = self._lengths_of(units).astype(np.float64)
        can_be = 2 * np.minimum(lengths, length) >= least * (lengths + length)
        units, rank = units[can_be], (shared / (lengths + length))[can_be]
        if len(units) > most:
            best = np.argpartition(-rank, most)[:most]
            units, rank = units[best], rank[best]
        order = np.lexsort((-units.astype(np.int64), -rank))
        return [int(unit) for unit in units[order]]

    def _rarest(self, words: Sequence[str]) -> list[str]:
        """Return the words that few units hold, at least the two rarest of those that any has."""
        counts = sorted(self.counts(Side.SOURCE, words).items(), key=lambda one: one[1])
        chosen: list[str] = []
        total = 0
        for word, count in counts:
            if total + count > _ENOUGH and len(chosen) > 1:
                break
            chosen.append(word)
            total += count
        return chosen

    # --- writing ------------------------------------------------------------------------------

    def add(self, unit: int, words: Sequence[Iterable[str]], length: int) -> None:
        """Take in a unit younger than all others, with the words of each side."""
        for side, some in zip(Side, words, strict=True):
            for word in dict.fromkeys(some):
                self._append(side, word, unit)
        self._set_length(unit, length)

    def remove(self, unit: int, words: Sequence[Iterable[str]]) -> None:
        """Forget a unit that has these words."""
        for side, some in zip(Side, words, strict=True):
            for word in dict.fromkeys(some):
                self._take_out(side, word, unit)
        self._set_length(unit, 0)

    def _append(self, side: Side, word: str, unit: int) -> None:
        number = unit.to_bytes(4, "little")
        last = self._block(side, word, unit)
        if last is not None and len(last[1]) < 4 * _TAIL:
            self._write(side, word, last[0], last[1] + number)
        else:
            self._write(side, word, unit, number)

    def _take_out(self, side: Side, word: str, unit: int) -> None:
        import numpy as np

        block = self._block(side, word, unit)
        if block is None:
            return
        units = _joined([block[1]])
        kept = units[units != np.uint32(unit)].tobytes()
        if kept:
            self._write(side, word, block[0], kept)
        else:
            self._connection.execute(
                "DELETE FROM words WHERE side = ? AND word = ? AND first = ?",
                (int(side), word, block[0]),
            )

    def _block(self, side: Side, word: str, unit: int) -> tuple[int, bytes] | None:
        """Return the block in which a unit stands or would stand, with its first unit."""
        found = self._connection.execute(
            "SELECT first, units FROM words WHERE side = ? AND word = ? AND first <= ?"
            " ORDER BY first DESC LIMIT 1",
            (int(side), word, unit),
        ).fetchone()
        return cast("tuple[int, bytes] | None", found)

    def _write(self, side: Side, word: str, first: int, units: bytes) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO words VALUES (?, ?, ?, ?)", (int(side), word, first, units)
        )

    # --- lengths ------------------------------------------------------------------------------

    def set_lengths(self, first: int, lengths: Sequence[int]) -> None:
        """Keep how many characters the sources of units have that follow one another."""
        import numpy as np

        given = np.minimum(np.asarray(lengths, np.int64), LONGEST).astype("<u2")
        at = 0
        while at < len(given):
            block, place = divmod(first + at, _LENGTHS)
            some = given[at : at + _LENGTHS - place]
            whole = self._length_block(block).copy()
            whole[place : place + len(some)] = some
            self._connection.execute(
                "INSERT OR REPLACE INTO lengths VALUES (?, ?)", (block, whole.tobytes())
            )
            at += len(some)

    def _set_length(self, unit: int, length: int) -> None:
        self.set_lengths(unit, [length])

    def _length_block(self, block: int) -> Any:
        import numpy as np

        row = self._connection.execute(
            "SELECT characters FROM lengths WHERE block = ?", (block,)
        ).fetchone()
        if row is None:
            return np.zeros(_LENGTHS, "<u2")
        return _of_length(np.frombuffer(row[0], "<u2"))

    def _lengths_of(self, units: Numbers) -> Any:
        """Return the lengths of units, those that are gone as 0."""
        import numpy as np

        known = self._all_lengths()
        found = np.zeros(len(units), np.uint16)
        is_known = units < len(known)
        found[is_known] = known[units[is_known]]
        return found

    def _all_lengths(self) -> Any:
        """Return those of all units, read anew since this connection or another one wrote."""
        import numpy as np

        other = self._connection.execute("PRAGMA data_version").fetchone()[0]
        as_of = (other, self._connection.total_changes)
        if as_of != self._as_of:
            rows = self._connection.execute(
                "SELECT block, characters FROM lengths ORDER BY block"
            ).fetchall()
            known = np.zeros(_LENGTHS * len(rows), "<u2")
            for block, characters in rows:
                if 0 <= block < len(rows):  # as it is where nobody changed the file
                    lengths = _of_length(np.frombuffer(characters, "<u2"))
                    known[block * _LENGTHS : (block + 1) * _LENGTHS] = lengths
            self._lengths, self._as_of = known, as_of
        return self._lengths


def _of_length(lengths: Any) -> Any:
    if len(lengths) != _LENGTHS:
        raise ValueError("a list of lengths is cut")
    return lengths


def _shared(lists: Sequence[tuple[Numbers, str]]) -> tuple[Numbers, Any]:
    """Return all units of some words, and how many characters of words each of them shares."""
    import numpy as np

    # Unit and length in one number: it is sorted in a tenth of the time that np.unique takes.
    parts = [units.astype(np.uint64) << 8 | np.uint64(len(word) + 1) for units, word in lists]
    whole = np.concatenate(parts)
    whole.sort()
    units = (whole >> 8).astype(np.uint32)
    is_new = np.ones(len(units), np.bool_)
    np.not_equal(units[1:], units[:-1], out=is_new[1:])
    starts = np.flatnonzero(is_new)
    if not len(starts):
        return units, np.zeros(0)
    return units[starts], np.add.reduceat((whole & 0xFF).astype(np.float64), starts)


def _union(lists: Sequence[Numbers]) -> Numbers:
    """Return what is in any of some lists, in rising order, each once."""
    import numpy as np

    if len(lists) < 2:
        return lists[0] if lists else _joined([])
    largest = max(int(units[-1]) for units in lists if len(units))
    if largest > _MOST_MARKED:
        return np.unique(np.concatenate(lists))
    marked = np.zeros(largest + 1, np.bool_)  # In a tenth of the time that sorting takes.
    for units in lists:
        marked[units] = True
    return np.flatnonzero(marked).astype(np.uint32)


def _joined(lists: Sequence[bytes]) -> Numbers:
    import numpy as np

    return np.frombuffer(b"".join(lists), "<u4")
