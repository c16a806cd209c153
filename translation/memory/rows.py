"""Units as rows of a memory's table, and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from translation.memory.port import Stored
from translation.memory.words import hash_of
from translation.model.inline import MAX_CODES, CodeKind, InlineCode
from translation.model.language import LanguagePair, primary_subtag
from translation.model.memory_unit import MemoryUnit

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

COLUMNS = (
    "id, key, folded, languages, source, target, codes, document, segment, author, time,"
    " before, after"
)
_JOINED = (
    "SELECT u.id, u.source, u.target, l.source, l.target, u.codes, d.name, u.segment, a.name,"
    " u.time, u.before, u.after FROM units u JOIN languages l ON l.id = u.languages"
    " JOIN names d ON d.id = u.document JOIN names a ON a.id = u.author "
)


def key_of(unit: MemoryUnit) -> int:
    """Return the number by which a memory knows a unit again: its place, or all its texts."""
    if unit.segment:
        return key_of_place(unit.document, unit.segment)
    languages = primary_subtag(unit.pair.source), primary_subtag(unit.pair.target)
    return hash_of(*languages, unit.source, unit.target, unit.before, unit.after)


def key_of_place(document: str, segment: str) -> int:
    """Return the number by which a memory knows the unit of a place."""
    return hash_of(document, segment)


def codes_text(codes: tuple[InlineCode, ...]) -> str:
    """Return codes as JSON, "" for none."""
    return json.dumps([code.row for code in codes], ensure_ascii=True) if codes else ""


def select(connection: sqlite3.Connection, rest: str, values: Iterable[Any] = ()) -> list[Stored]:
    """Return units; ``rest`` is what follows in the statement. Raises ValueError for odd ones."""
    return [_stored(row) for row in connection.execute(_JOINED + rest, tuple(values))]


def _stored(row: tuple[Any, ...]) -> Stored:
    number, source, target, from_, to, codes, document, segment, author, time, before, after = row
    for text in (source, target, from_, to, codes, document, segment, author):
        if not isinstance(text, str):
            raise ValueError("a text is none")
    unit = MemoryUnit(
        source,
        target,
        LanguagePair(from_, to),
        _codes(codes) if codes else (),
        document,
        segment,
        author,
        float(time),
        None if before is None else str(before),
        None if after is None else str(after),
    )
    return Stored(int(number), unit)


def _codes(text: str) -> tuple[InlineCode, ...]:
    rows = json.loads(text)
    if not isinstance(rows, list) or len(rows) > MAX_CODES:
        raise ValueError("the inline codes are none")
    return tuple(_code(row, len(rows)) for row in rows)


def _code(row: Any, count: int) -> InlineCode:
    if not isinstance(row, list) or len(row) not in (6, 7):
        raise ValueError("an inline code is incomplete")
    kind, markup, label, pair, deletable, movable = row[:6]
    localised = row[6] if len(row) == 7 else ""
    if not all(isinstance(one, str) for one in (kind, markup, label, localised)):
        raise ValueError("an inline code is none")
    if pair is not None and not (isinstance(pair, int) and 0 <= pair < count):
        raise ValueError("an inline code has a partner that does not exist")
    return InlineCode(
        CodeKind(kind), markup, label, pair, bool(deletable), bool(movable), localised
    )


class Names:
    """The numbers of names and language pairs in a memory, made when they are first met."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._names: dict[str, int] = {}
        self._pairs: dict[LanguagePair, int] = {}

    def forget(self) -> None:
        """Forget what was made: the transaction was taken back."""
        self._names.clear()
        self._pairs.clear()

    def of(self, name: str) -> int:
        """Return the number of a document or an author."""
        number = self._names.get(name)
        if number is None:
            if len(self._names) > _MANY:
                self._names.clear()
            number = self._names[name] = self._made("names (name)", (name,))
        return number

    def of_pair(self, pair: LanguagePair) -> int:
        """Return the number of a language pair."""
        number = self._pairs.get(pair)
        if number is None:
            pair_values = (pair.source, pair.target)
            number = self._pairs[pair] = self._made("languages (source, target)", pair_values)
        return number

    def _made(self, table: str, values: tuple[str, ...]) -> int:
        marks = ", ".join("?" * len(values))
        self._connection.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", values)
        name, _, columns = table.partition(" ")
        wanted = " AND ".join(f"{column} = ?" for column in columns.strip("()").split(", "))
        row = self._connection.execute(f"SELECT id FROM {name} WHERE {wanted}", values).fetchone()
        return int(row[0])


_MANY = 10_000
"""Names that are remembered at a time."""
