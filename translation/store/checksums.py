"""Checksums of rows and originals, by which damage inside a whole database is noticed.

SQLite notices damage to its own order, but a flipped bit in a text is a text to it. So each row
keeps the CRC-32 of what it holds, each original its BLAKE2b hash, and each table in ``tallies``
how many rows it has and the sum of their checksums: a row that is gone, or that came back from an
older page, is missed there. Writing a row costs the same however large the project is.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping

COVERED: Mapping[str, tuple[str, ...]] = {
    "project": ("id", "next_number", "created"),
    "meta": ("key", "value"),
    "files": (
        *("id", "name", "source_language", "target_language", "format", "encoding"),
        *("extraction", "place", "original_hash"),
    ),
    "units": ("id", "file_id", "role", "codes", "anchor", "role_found", "note", "place"),
    "segments": (
        *("id", "unit_id", "source", "target", "state", "origin", "draft_id", "lead", "trail"),
        *("note", "locked", "reference", "place"),
    ),
    "drafts": (
        *("id", "segment_id", "source_hash", "text", "engine", "model", "revision"),
        *("parameters", "score", "marks", "created"),
    ),
    "records": ("id", "segment_id", "kind", "author", "time", "value"),
    "journal": ("seq", "action", "step", "label", "author", "time", "batch"),
    "restore_points": ("id", "label", "time", "seq"),
}
"""The columns of each table in the order in which its checksum takes them."""

_HIGHEST = 0xFFFFFFFF
_SUM = f"coalesce(sum(checksum) FILTER (WHERE checksum BETWEEN 0 AND {_HIGHEST}), 0)"
"""What ``stored_checksum`` of all rows is in sum."""
_ZEROS = bytes(64)
_PACKED = (b"PK", b"%PDF")


def _row_encoder() -> Callable[[list[object]], str]:
    """Return what writes a row as JSON.

    ``encode`` makes the encoder in C anew for each row, which takes as long as writing it does.
    """
    encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
    make: Any = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return encoder.encode
    strings = json.encoder.encode_basestring
    write = make(None, encoder.default, strings, None, ":", ",", False, False, True)
    return lambda row: "".join(write(row, 0))


_encode = _row_encoder()


def checksum(cells: Iterable[object]) -> int:
    """Return the CRC-32 of a row: of its cells as a JSON array in UTF-8."""
    row = list(cells)
    try:
        written = _encode(row)
    except TypeError:  # Rare: a text beyond UTF-8, which is kept as bytes.
        written = _encode([_plain(cell) for cell in row])
    return crc32(written.encode("utf-8", "surrogatepass"))


def _plain(cell: object) -> object:
    if not isinstance(cell, bytes):
        return cell
    try:
        return cell.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return cell.hex()


def with_checksum(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return a row with its checksum as one more cell."""
    return (*row, checksum(row))


def stored_checksum(cell: object) -> int:
    """Return a checksum as a row has it, 0 where it is none."""
    return cell if isinstance(cell, int) and 0 <= cell <= _HIGHEST else 0


def real(value: float | None) -> float | None:
    """Return a number as SQLite gives it back: no number is NULL to it, and zero has no sign."""
    return None if value is None or value != value else float(value) + 0.0


def content_hash(original: object) -> str:
    """Return the hash of an original as hexadecimal digits: BLAKE2b with 16 bytes."""
    data = original if isinstance(original, bytes) else str(original).encode()
    return blake2b(data, digest_size=16).hexdigest()


def has_lost_sector(original: object) -> bool:
    """Whether zeros stand in a text where a disk lost a sector of it.

    Packed files have zeros of their own, and checksums.
    """
    data = original if isinstance(original, bytes) else b""
    return _ZEROS in data and not data.startswith(_PACKED)


def add_functions(connection: sqlite3.Connection) -> None:
    """Let SQL of this connection call the functions that the steps of the schema need."""
    connection.create_function("row_checksum", -1, lambda *row: checksum(row), deterministic=True)
    connection.create_function("content_hash", 1, content_hash, deterministic=True)
    connection.create_function("has_lost_sector", 1, has_lost_sector, deterministic=True)


class Tallies:
    """Gathers what a transaction changes in the tables' tallies, and writes it at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._changed: dict[str, tuple[int, int]] = {}

    def add(self, table: str, rows: int, total: int) -> None:
        """Count rows more (or fewer) with checksums that are ``total`` more in sum."""
        before = self._changed.get(table, (0, 0))
        self._changed[table] = (before[0] + rows, before[1] + total)

    def forget(self, table: str) -> None:
        """Leave out what was gathered of a table: it was counted anew."""
        self._changed.pop(table, None)

    def write(self) -> None:
        """Write what was gathered, inside the caller's transaction."""
        self._connection.executemany(
            "UPDATE tallies SET rows = rows + ?, total = total + ? WHERE name = ?",
            [(rows, total, table) for table, (rows, total) in self._changed.items()],
        )
        self._changed.clear()


def accept(connection: sqlite3.Connection, rows: Mapping[str, Iterable[object]]) -> None:
    """Give rows, by table and key, the checksum of what they hold, in the caller's transaction."""
    for table, keys in rows.items():
        columns, key = ", ".join(COVERED[table]), COVERED[table][0]
        for value in keys:
            found = connection.execute(f"SELECT {columns} FROM {table} WHERE {key} = ?", (value,))
            for cells in found.fetchall():
                connection.execute(
                    f"UPDATE {table} SET checksum = ? WHERE {key} = ?", (checksum(cells), value)
                )
    count_anew(connection, rows)


def count_anew(connection: sqlite3.Connection, tables: Iterable[str]) -> None:
    """Take the tallies of tables from what they hold, inside the caller's transaction."""
    for table in tables:
        connection.execute(
            f"UPDATE tallies SET (rows, total) = (SELECT count(*), {_SUM} FROM {table})"
            " WHERE name = ?",
            (table,),
        )
