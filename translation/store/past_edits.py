"""The edits of a journal one by one, taken out of their batches by SQLite.

A batch over a whole document is megabytes of JSON: parsed in Python it would hold the window up
even from another thread, in SQLite it does not.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from heapq import merge
from typing import TYPE_CHECKING, Any

from translation.model.edits import Insert, Put, Remove
from translation.model.segment import Segment
from translation.store import values
from translation.store.batches import parse_batch

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    from translation.model.edits import Edit

IN_ORDER = "ORDER BY j.seq, e.key"
OF_SEGMENTS = "coalesce(json_extract(e.value, '$.put'), 'segment') = 'segment'"
"""Edits that put, insert or remove a segment; also what people say, which has no segment."""
ROW = "j.seq, j.action, j.step, j.label, j.author, j.time"
_IN_BYTES = """SELECT seq, action, step, label, author, time, batch FROM journal AS j
WHERE typeof(batch) = 'blob' AND {rows} ORDER BY seq"""
MOST_PARSED = 1 << 16
"""Characters of a batch that is parsed at once."""
_BACK = """SELECT seq, CASE WHEN typeof(batch) = 'blob' OR length(batch) <= :most THEN batch END
FROM journal WHERE seq > :seq ORDER BY seq DESC"""
_OF_SEGMENT = (
    "(json_extract(e.value, '$.before.id') = :id OR json_extract(e.value, '$.segment.id') = :id)"
    f" AND {OF_SEGMENTS}"
)


@dataclass(frozen=True, slots=True)
class PastEdit:
    """One edit with what its row of the journal says of it."""

    seq: int
    action: str
    step: int
    label: str
    author: str
    time: float
    edit: Edit


def of_edits(columns: str, rows: str, edits: str, order: str = IN_ORDER) -> str:
    """Return the question, as SQL, for edits (``e.value``) of rows ``j`` of the journal.

    Every reader of the past asks it: of the rows that are text, for those that are bytes are
    read by ``rows_in_bytes``.
    """
    return f"""SELECT {columns} FROM journal AS j, json_each(j.batch, '$.edits') AS e
WHERE typeof(j.batch) = 'text' AND {rows} AND json_valid(j.batch) AND {edits} {order}"""


_ONE_BY_ONE = of_edits("e.value", "j.seq = ?", "TRUE", "ORDER BY e.key DESC")


def edits_of(connection: sqlite3.Connection, segment_id: str) -> list[PastEdit]:
    """Return the edits of one segment, the earliest first; BadValueError where one is odd."""
    known = f'"id":{json.dumps(segment_id, ensure_ascii=False)}'
    facts = {"id": segment_id, "known": known}
    found = _past_edits(connection, "instr(j.batch, :known)", _OF_SEGMENT, facts)
    odd = (one for one in _in_bytes(connection, "TRUE", {}) if _id(one.edit) == segment_id)
    return list(merge(found, odd, key=_seq))


def edits_back(connection: sqlite3.Connection, seq: int) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give the edits after a row, the latest first, as JSON with the number of their row.

    A long history is thousands of edits, of which few are of interest in the end: they are
    not parsed further. BadValueError where a batch is none.
    """
    for row, batch in connection.execute(_BACK, {"seq": seq, "most": MOST_PARSED}):
        if batch is None:
            # One after the other: a hundred thousand in one go are a third of a second in which
            # whoever else wants the interpreter waits.
            for (data,) in connection.execute(_ONE_BY_ONE, (row,)):
                yield row, values.mapping(values.loads(data))
            continue
        whole = values.mapping(values.loads(values.from_cell(batch)))
        for edit in reversed(values.sequence(whole.get("edits"))):
            yield row, values.mapping(edit)


def gone_with(connection: sqlite3.Connection, made: PastEdit) -> list[Segment]:
    """Return the segments that went in the row of the journal in which another came."""
    removals, facts = "json_type(e.value, '$.remove') IS NOT NULL", {"seq": made.seq}
    found = _past_edits(connection, "j.seq = :seq", removals, facts)
    odd = _in_bytes(connection, "j.seq = :seq", facts)
    return [one.edit.segment for one in (*found, *odd) if isinstance(one.edit, Remove)]


def rows_in_bytes(
    connection: sqlite3.Connection, rows: str, facts: Mapping[str, object]
) -> Iterator[tuple[tuple[Any, ...], tuple[Edit, ...]]]:
    """Give of the rows that are bytes what they say of themselves and their edits, in order.

    Those are batches with texts that UTF-8 cannot hold, and SQLite's JSON neither: a few at most.
    What they say is number, action, step, label, author and time, as the cells have it.
    BadValueError where a batch is none.
    """
    for *about, batch in connection.execute(_IN_BYTES.format(rows=rows), facts):
        yield tuple(about), _parsed(values.loads(values.from_cell(batch)))


def _past_edits(
    connection: sqlite3.Connection, rows: str, edits: str, facts: Mapping[str, object]
) -> Iterator[PastEdit]:
    wanted = of_edits(f"{ROW}, e.value", rows, edits)
    for *about, value in connection.execute(wanted, facts):
        [edit] = _parsed({"edits": [values.loads(value)]})
        yield PastEdit(*_about(*about), edit)


def _in_bytes(
    connection: sqlite3.Connection, rows: str, facts: Mapping[str, object]
) -> Iterator[PastEdit]:
    for about, edits in rows_in_bytes(connection, rows, facts):
        yield from (PastEdit(*_about(*about), edit) for edit in edits if _id(edit))


def _parsed(data: object) -> tuple[Edit, ...]:
    """Return the edits of a batch as JSON; BadValueError where it is none."""
    # The bytes of files are of no interest here.
    return parse_batch("", "", 0.0, data, lambda _file_id: b"").edits


def _about(
    seq: int, action: object, step: object, label: object, author: object, time: object
) -> tuple[int, str, int, str, str, float]:
    done, called, by = (values.text(values.from_cell(word)) for word in (action, label, author))
    return seq, done, values.count(step), called, by, values.number(time)


def _id(edit: Edit) -> str:
    """Return the id of the segment that an edit puts, makes or takes away, "" for another edit."""
    match edit:
        case Put(Segment() as segment) | Insert(_, segment) | Remove(_, segment):
            return segment.id
    return ""


def _seq(one: PastEdit) -> int:
    return one.seq
