"""The edits of a journal one by one, taken out of their batches by SQLite.

A batch over a whole document is megabytes of JSON: parsed in Python it would hold the window up
even from another thread, in SQLite it does not.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from translation.model.edits import Insert, Put, Remove
from translation.model.segment import Segment
from translation.store import values
from translation.store.batches import parse_batch

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from translation.model.edits import Edit

_ROW = "j.seq, j.action, j.step, j.label, j.author, j.time"
_EDITS = f"""SELECT {_ROW}, e.value FROM journal AS j, json_each(j.batch, '$.edits') AS e
WHERE typeof(j.batch) = 'text' AND {{rows}} AND json_valid(j.batch) AND {{edits}}
ORDER BY j.seq, e.key"""
_IN_BYTES = f"SELECT {_ROW}, j.batch FROM journal AS j WHERE typeof(j.batch) = 'blob' AND {{rows}}"
"""Batches with texts that UTF-8 cannot hold, and SQLite's JSON neither: a few at most."""
MOST_PARSED = 1 << 16
"""Characters of a batch that is parsed at once."""
_BACK = """SELECT seq, CASE WHEN typeof(batch) = 'blob' OR length(batch) <= :most THEN batch END
FROM journal WHERE seq > :seq ORDER BY seq DESC"""
_ONE_BY_ONE = """SELECT e.value FROM journal AS j, json_each(j.batch, '$.edits') AS e
WHERE j.seq = ? AND json_valid(j.batch) ORDER BY e.key DESC"""
_OF_SEGMENTS = "coalesce(json_extract(e.value, '$.put'), 'segment') = 'segment'"
_OF_SEGMENT = (
    "(json_extract(e.value, '$.before.id') = :id OR json_extract(e.value, '$.segment.id') = :id)"
    f" AND {_OF_SEGMENTS}"
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


def edits_of(connection: sqlite3.Connection, segment_id: str) -> list[PastEdit]:
    """Return the edits of one segment, the earliest first; BadValueError where one is odd."""
    known = f'"id":{json.dumps(segment_id, ensure_ascii=False)}'
    facts = {"id": segment_id, "known": known}
    where = _EDITS.format(rows="instr(j.batch, :known)", edits=_OF_SEGMENT)
    found = [_past_edit(row) for row in connection.execute(where, facts)]
    odd = (one for one in _in_bytes(connection, 0) if _id(one.edit) == segment_id)
    return sorted((*found, *odd), key=_seq)


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
    removals = "json_type(e.value, '$.remove') IS NOT NULL"
    where = _EDITS.format(rows="j.seq = :seq", edits=removals)
    found = [_past_edit(row) for row in connection.execute(where, {"seq": made.seq})]
    odd = (one for one in _in_bytes(connection, made.seq - 1) if one.seq == made.seq)
    return [one.edit.segment for one in (*found, *odd) if isinstance(one.edit, Remove)]


def _past_edit(row: tuple[Any, ...]) -> PastEdit:
    [edit] = parsed_edits({"edits": [values.loads(row[-1])]})
    return PastEdit(*_about(row), edit)


def _in_bytes(connection: sqlite3.Connection, seq: int) -> list[PastEdit]:
    """Return the edits of the rows that are bytes, after a row, the earliest first."""
    where = _IN_BYTES.format(rows="j.seq > ? ORDER BY j.seq")
    return [
        PastEdit(*_about(row), edit)
        for row in connection.execute(where, (seq,))
        for edit in parsed_edits(values.loads(values.from_cell(row[-1])))
        if _id(edit)
    ]


def parsed_edits(data: object) -> tuple[Edit, ...]:
    """Return the edits of a batch as JSON; BadValueError where it is none."""
    # The bytes of files are of no interest here.
    return parse_batch("", "", 0.0, data, lambda _file_id: b"").edits


def _about(row: tuple[Any, ...]) -> tuple[int, str, int, str, str, float]:
    seq, action, step, label, author, time = row[:6]
    done, called, by = (values.text(values.from_cell(word)) for word in (action, label, author))
    return seq, done, values.count(step), called, by, values.number(time)


def _id(edit: Edit) -> str:
    """Return the id of the segment that an edit puts, makes or takes away."""
    match edit:
        case Put(Segment() as segment) | Insert(_, segment) | Remove(_, segment):
            return segment.id
    return ""


def _seq(one: PastEdit) -> int:
    return one.seq
