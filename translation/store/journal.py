"""The journal: every batch ever applied, in order, and the restore points in it."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from translation.store import reading, tables, values
from translation.store.batches import batch_json, parse_batch
from translation.store.entries import DraftEntry, Entry, MetaEntry, PointEntry

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from translation.model.edits import EditBatch
    from translation.store.entries import AnyEntry


@dataclass(frozen=True, slots=True)
class RestorePoint:
    """A moment to go back to; ``time`` in seconds since 1970, ``seq`` its place in the journal."""

    id: int
    label: str
    time: float
    seq: int


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


_INSERT = (
    "INSERT INTO journal (seq, action, step, label, author, time, batch) VALUES (?,?,?,?,?,?,?)"
)
_COLUMNS: reading.Columns = {
    "seq": "integer",
    "action": "text",
    "step": "integer",
    **reading.JOURNAL,
}


def row_of(seq: int, entry: Entry) -> JournalRow:
    """Return the row that an entry makes."""
    batch = entry.batch
    words = batch.label, batch.author, batch.time, batch_json(batch)
    return JournalRow(seq, entry.action, entry.step, *words)


def write_rows(connection: sqlite3.Connection, rows: Iterable[JournalRow]) -> None:
    """Write rows under their own numbers, inside the caller's transaction."""
    connection.executemany(_INSERT, (tuple(map(values.cell, astuple(row))) for row in rows))


def rows(connection: sqlite3.Connection) -> list[JournalRow]:
    """Return the whole journal in order; BadValueError where a cell is odd."""
    return [JournalRow(*row) for row in reading.read_rows(connection, "journal", _COLUMNS, "seq")]


def write_point(connection: sqlite3.Connection, point: RestorePoint) -> None:
    """Write a restore point under its own number, inside the caller's transaction."""
    connection.execute(
        "INSERT INTO restore_points (id, label, time, seq) VALUES (?,?,?,?)",
        tuple(map(values.cell, astuple(point))),
    )


def write(connection: sqlite3.Connection, entry: AnyEntry) -> JournalRow | None:
    """Write one entry, inside the caller's transaction; return the row it made, if any."""
    match entry:
        case Entry(batch=batch, next_number=next_number):
            for edit in batch.edits:
                tables.apply_edit(connection, edit)
            tables.write_next_number(connection, next_number)
            last = connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0]
            row = row_of(last + 1, entry)
            write_rows(connection, [row])
            return row
        case DraftEntry(drafts):
            tables.write_drafts(connection, drafts)
        case MetaEntry(key, value):
            pair = (values.cell(key), values.cell(values.dumps(value)))
            connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", pair)
        case PointEntry(label, time):
            connection.execute(
                "INSERT INTO restore_points (label, time, seq)"
                " SELECT ?, ?, coalesce(max(seq), 0) FROM journal",
                (values.cell(label), time),
            )
    return None


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
