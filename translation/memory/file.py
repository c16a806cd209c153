"""A memory in one file, kept by SQLite."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from translation.errors import TranslationMemoryError
from translation.memory import schema
from translation.memory.index import WordIndex
from translation.memory.rows import COLUMNS, Names, codes_text, key_of, key_of_place, select
from translation.memory.words import for_matching, hash_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from translation.memory.bulk_index import BulkIndex
    from translation.memory.port import Side, Stored
    from translation.model.memory_unit import MemoryUnit

MEMORY_SUFFIX = ".murajitm"
_AT_ONCE = 500
_INSERT = f"INSERT INTO units ({COLUMNS}) VALUES ({', '.join('?' * len(COLUMNS.split(',')))})"


class NewUnit(NamedTuple):
    """A unit that is to be taken in, with its key and the hash of its folded source."""

    unit: MemoryUnit
    key: int
    folded: int


class MemoryFile:
    """One memory: a ``MemoryPort``. Several programs may have a file open; one writes at a time.

    An object is used by one thread at a time.
    """

    def __init__(self, path: Path) -> None:
        """Open a file; raises TranslationMemoryError."""
        self.path = path
        self._connection = schema.opened(path)
        self._index = WordIndex(self._connection)
        self._names = Names(self._connection)

    @classmethod
    def at(cls, path: Path) -> MemoryFile:
        """Open a file, made empty where there is none, with its folder."""
        if not path.exists():
            schema.create(path)
        return cls(path)

    @property
    def name(self) -> str:
        """The name of its file without the suffix."""
        return self.path.name.removesuffix(MEMORY_SUFFIX)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    # --- asking -------------------------------------------------------------------------------

    def __len__(self) -> int:
        with schema.telling(self.path):
            return self._fact("units")

    def __iter__(self) -> Iterator[Stored]:
        last = 0
        while True:
            with schema.telling(self.path):
                some = select(
                    self._connection, f"WHERE u.id > ? ORDER BY u.id LIMIT {_AT_ONCE}", (last,)
                )
            if not some:
                return
            yield from some
            last = some[-1].number

    def units(self, numbers: Sequence[int]) -> list[Stored]:
        """Return the units with these numbers, in that order."""
        found: dict[int, Stored] = {}
        with schema.telling(self.path):
            for start in range(0, len(numbers), _AT_ONCE):
                some = numbers[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                for one in select(self._connection, f"WHERE u.id IN ({marks})", some):
                    found[one.number] = one
        return [found[number] for number in numbers if number in found]

    def same(self, folded: str) -> list[Stored]:
        """Return the units whose source folds to this text, the youngest first."""
        with schema.telling(self.path):
            return select(
                self._connection,
                f"WHERE u.folded = ? ORDER BY u.id DESC LIMIT {_AT_ONCE}",
                (hash_of(folded),),
            )

    def like(self, folded: str, least: float, most: int) -> list[tuple[int, str]]:
        """Return numbers and sources of units that share rare words with a text."""
        with schema.telling(self.path):
            words = list(dict.fromkeys(words_of(folded)))
            numbers = self._index.like(words, len(folded), least, most)
            marks = ",".join("?" * len(numbers))
            rows = self._connection.execute(
                f"SELECT id, source FROM units WHERE id IN ({marks})", numbers
            )
            sources = dict(rows.fetchall())
        return [(number, sources[number]) for number in numbers if number in sources]

    def holding(self, groups: Sequence[Sequence[str]], side: Side) -> Sequence[int]:
        """Return the numbers of all units with a word of each group, the youngest first."""
        if not groups:
            return []
        with schema.telling(self.path):
            found = self._index.holding(side, [self._forms(group, side) for group in groups])
        numbers: list[int] = found[::-1].tolist()
        return numbers

    def _forms(self, group: Sequence[str], side: Side) -> list[str]:
        forms: list[str] = []
        for word in group:
            if word.endswith("*"):
                forms += self._index.beginning_with(side, word[:-1])
            else:
                forms.append(word)
        return list(dict.fromkeys(forms))

    # --- writing ------------------------------------------------------------------------------

    def put(self, units: Iterable[MemoryUnit]) -> None:
        """Take units in, all or none; one of a place takes the place of the one from there."""
        with self.writing():
            self.put_inside(units)

    def put_inside(self, units: Iterable[MemoryUnit]) -> None:
        """Do what ``put`` does inside of ``writing``."""
        for unit in units:
            self._put(unit)

    def take_out(self, places: Iterable[tuple[str, str]]) -> None:
        """Forget the units of places (document, segment), all or none."""
        with self.writing():
            for document, segment in places:
                key = key_of_place(document, segment)
                for stored in select(self._connection, "WHERE u.key = ?", (key,)):
                    self._remove(stored)

    def insert(self, new: Sequence[NewUnit]) -> int:
        """Take in units that are not here; return the number of the first, others follow it.

        Inside ``writing``; their words are to be written by ``write_index``.
        """
        first = self._fact("next")
        self._connection.executemany(
            _INSERT, (self._row(number, *one) for number, one in enumerate(new, first))
        )
        self._set_fact("next", first + len(new))
        self._set_fact("units", self._fact("units") + len(new))
        return first

    def write_index(self, index: BulkIndex, first: int) -> None:
        """Write the words of units that were inserted, the first of them ``first``."""
        index.write(self._connection, first)
        self._index.set_lengths(first, index.lengths)

    def known(self, keys: Sequence[int]) -> set[int]:
        """Return those keys that units have."""
        rows = self._connection.execute(
            "SELECT key FROM units WHERE key IN (SELECT value FROM json_each(?))",
            (json.dumps(keys),),
        )
        return {key for (key,) in rows}

    def texts_of(self, keys: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Return source and target of those keys that units have."""
        with schema.telling(self.path):
            rows = self._connection.execute(
                "SELECT key, source, target FROM units"
                " WHERE key IN (SELECT value FROM json_each(?))",
                (json.dumps(keys),),
            )
            return {key: (source, target) for key, source, target in rows}

    def has(self, unit: MemoryUnit, key: int) -> bool:
        """Whether the unit with this key is this very one."""
        there = select(self._connection, "WHERE u.key = ?", (key,))
        return any(_says_the_same(one.unit, unit) for one in there)

    @contextmanager
    def writing(self, cache: int = schema.CACHE) -> Iterator[None]:
        """Make one transaction of what is done inside; raises TranslationMemoryError.

        ``cache`` is how many KiB of the file are held in memory meanwhile.
        """
        with schema.telling(self.path):
            self._connection.execute(f"PRAGMA cache_size = -{cache}")
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._names.forget()
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                self._connection.execute(f"PRAGMA cache_size = -{schema.CACHE}")

    def _put(self, unit: MemoryUnit) -> None:
        key = key_of(unit)
        for stored in select(self._connection, "WHERE u.key = ?", (key,)):
            if _says_the_same(stored.unit, unit):
                return
            self._remove(stored)
        number = self._fact("next")
        self._set_fact("next", number + 1)
        folded = for_matching(unit.source, unit.pair.source)
        self._connection.execute(_INSERT, self._row(number, unit, key, hash_of(folded)))
        self._index.add(number, _words(unit, folded), len(folded))
        self._set_fact("units", self._fact("units") + 1)

    def _remove(self, stored: Stored) -> None:
        unit = stored.unit
        folded = for_matching(unit.source, unit.pair.source)
        self._index.remove(stored.number, _words(unit, folded))
        self._connection.execute("DELETE FROM units WHERE id = ?", (stored.number,))
        self._set_fact("units", self._fact("units") - 1)

    def _row(self, number: int, unit: MemoryUnit, key: int, folded: int) -> tuple[object, ...]:
        """Return the row of a unit."""
        return (
            number,
            key,
            folded,
            self._names.of_pair(unit.pair),
            unit.source,
            unit.target,
            codes_text(unit.codes),
            self._names.of(unit.document),
            unit.segment,
            self._names.of(unit.author),
            unit.time,
            unit.before,
            unit.after,
        )

    def _fact(self, name: str) -> int:
        row = self._connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        if row is None:
            raise TranslationMemoryError("damaged", file=self.path, detail=f"it has no “{name}”")
        return int(row[0])

    def _set_fact(self, name: str, value: int) -> None:
        self._connection.execute("UPDATE facts SET value = ? WHERE name = ?", (value, name))


def _says_the_same(one: MemoryUnit, other: MemoryUnit) -> bool:
    """Whether only who said it, and when, is another."""
    return one == other._replace(author=one.author, time=one.time)


def _words(unit: MemoryUnit, folded: str) -> tuple[list[str], list[str]]:
    return words_of(folded), words_of(for_matching(unit.target, unit.pair.target))
