"""The journal: every batch ever applied, in order, and the restore points in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.store import reading, tables, values
from translation.store.batches import batch_json, parse_batch
from translation.store.entries import DraftEntry, Entry, MetaEntry, PointEntry

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from translation.model.edits import EditBatch
    from translation.store.entries import AnyEntry


@dataclass(frozen=True, slots=True)
class RestorePoint:
    """A moment to go back to; ``time`` in seconds since 1970, ``seq`` its place in the journal."""

    id: int
    label: str
    time: float
    seq: int


def write(connection: sqlite3.Connection, entry: AnyEntry) -> None:
    """Write one entry, inside the caller's transaction."""
    match entry:
        case Entry(action, step, batch, next_number):
            for edit in batch.edits:
                tables.apply_edit(connection, edit)
            tables.write_next_number(connection, next_number)
            row = (action, step, batch.label, batch.author, batch.time, batch_json(batch))
            connection.execute(
                "INSERT INTO journal (action, step, label, author, time, batch)"
                " VALUES (?,?,?,?,?,?)",
                tuple(map(values.cell, row)),
            )
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


def steps(connection: sqlite3.Connection) -> list[tuple[int, str, int, str]]:
    """Return seq, action, step and label of every row; BadValueError where a cell is odd."""
    columns = {"seq": "integer", "action": "text", "step": "integer", "label": "text"}
    rows = reading.read_rows(connection, "journal", columns, "seq")
    return [(seq, action, step, label) for seq, action, step, label in rows]


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
