"""The journal: every batch ever applied, in order, and the restore points in it."""

from __future__ import annotations

from dataclasses import astuple, dataclass, field
from typing import TYPE_CHECKING

from translation.model.restore_point import RestorePoint
from translation.store import reading, tables, values
from translation.store.batches import batch_json, parse_batch
from translation.store.checksums import (
    COVERED,
    Tallies,
    accept,
    real,
    stored_checksum,
    with_checksum,
)
from translation.store.entries import (
    AcceptEntry,
    DraftEntry,
    Entry,
    FileEntry,
    MetaEntry,
    PointEntry,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from translation.model.edits import EditBatch
    from translation.store.entries import AnyEntry


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One row of the journal; ``batch`` is the batch as JSON."""

    seq: int
    action: str
    step: int
    label: str
    author: str
    time: float
    batch: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What a project holds beside its document, to be written into another."""

    rows: Sequence[JournalRow] = ()
    points: Sequence[RestorePoint] = ()
    meta: Mapping[str, object] = field(default_factory=dict)


NOTHING_KEPT = Kept()

_COLUMNS: reading.Columns = {
    "seq": "integer",
    "action": "text",
    "step": "integer",
    **reading.JOURNAL,
}


def row_of(seq: int, entry: Entry) -> JournalRow:
    """Return the row that an entry makes."""
    batch = entry.batch
    words = batch.label, batch.author, real(batch.time) or 0.0, batch_json(batch)
    return JournalRow(seq, entry.action, entry.step, *words)


def write_rows(connection: sqlite3.Connection, rows: Iterable[JournalRow]) -> None:
    """Write rows under their own numbers, inside the caller's transaction."""
    _append(connection, "journal", map(astuple, rows))


def rows(connection: sqlite3.Connection) -> list[JournalRow]:
    """Return the whole journal in order; BadValueError where a cell is odd."""
    return [JournalRow(*row) for row in reading.read_rows(connection, "journal", _COLUMNS, "seq")]


def write_kept(connection: sqlite3.Connection, kept: Kept) -> None:
    """Fill a fresh project's journal, restore points and small values, each under its own number,
    inside the caller's transaction."""
    write_rows(connection, kept.rows)
    _append(connection, "restore_points", map(astuple, kept.points))
    _append(connection, "meta", ((key, values.dumps(v)) for key, v in kept.meta.items()))


def write(connection: sqlite3.Connection, entry: AnyEntry) -> JournalRow | None:
    """Write one entry, inside the caller's transaction; return the row it made, if any."""
    match entry:
        case Entry(batch=batch, next_number=next_number):
            tallies = Tallies(connection)
            tables.apply_edits(connection, batch.edits, tallies)
            tables.write_next_number(connection, next_number, tallies)
            tallies.write()
            row = row_of(_last(connection, "journal", "seq") + 1, entry)
            write_rows(connection, [row])
            return row
        case FileEntry(file, units):
            tables.write_file(connection, file, units)
        case DraftEntry(drafts):
            tables.write_drafts(connection, drafts)
        case MetaEntry(key, value):
            _replace_meta(connection, key, values.dumps(value))
        case AcceptEntry(doubtful):
            accept(connection, doubtful)
        case PointEntry(label, time):
            number = _last(connection, "restore_points", "id") + 1
            seq = _last(connection, "journal", "seq")
            point = RestorePoint(number, label, real(time) or 0.0, seq)
            _append(connection, "restore_points", [astuple(point)])
    return None


def _last(connection: sqlite3.Connection, table: str, column: str) -> int:
    """Return the highest number of a row from which one can count on."""
    last = f"SELECT coalesce(max({column}), 0) FROM {table} WHERE {column} < {values.LARGEST}"
    return int(connection.execute(last).fetchone()[0])


def _append(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    summed = list(map(with_checksum, rows))
    columns = ", ".join((*COVERED[table], "checksum"))
    marks = ", ".join("?" * (len(COVERED[table]) + 1))
    connection.executemany(
        f"INSERT INTO {table} ({columns}) VALUES ({marks})",
        (tuple(map(values.cell, row)) for row in summed),
    )
    tallies = Tallies(connection)
    tallies.add(table, len(summed), sum(row[-1] for row in summed))
    tallies.write()


def _replace_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    where = "FROM meta WHERE key = ?", (values.cell(key),)
    found = connection.execute(f"SELECT checksum {where[0]}", where[1]).fetchone()
    if found is not None:
        tallies = Tallies(connection)
        connection.execute(f"DELETE {where[0]}", where[1])
        tallies.add("meta", -1, -stored_checksum(found[0]))
        tallies.write()
    _append(connection, "meta", [(key, value)])


def steps(connection: sqlite3.Connection) -> list[tuple[int, str, int, str]]:
    """Return seq, action, step and label of every row; BadValueError where a cell is odd."""
    columns = {"seq": "integer", "action": "text", "step": "integer", "label": "text"}
    rows = reading.read_rows(connection, "journal", columns, "seq")
    return [(values.count(seq), action, step, label) for seq, action, step, label in rows]


def batches(
    connection: sqlite3.Connection,
    where: str,
    parameters: tuple[object, ...],
    original: Callable[[str], bytes],
) -> list[EditBatch]:
    """Return the batches of the rows that ``where`` chooses; BadValueError for odd ones."""
    rows = reading.read_rows(connection, "journal", reading.JOURNAL, "seq", where, parameters)
    return [
        parse_batch(label, author, values.number(time), values.loads(batch), original)
        for label, author, time, batch in rows
    ]


def restore_points(connection: sqlite3.Connection) -> list[RestorePoint]:
    """Return every restore point, oldest first."""
    rows = reading.read_rows(connection, "restore_points", reading.RESTORE_POINTS, "id")
    return [RestorePoint(key, label, values.number(t), seq) for key, label, t, seq in rows]


def meta(connection: sqlite3.Connection) -> dict[str, object]:
    """Return the small values by key."""
    rows = reading.read_rows(connection, "meta", {"key": "text", "value": "text"}, "key")
    return {key: values.loads(value) for key, value in rows}
