"""When each segment was edited, read from the journal."""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING, Any

from translation.model.authorship import touches_of
from translation.model.edit_times import SegmentEdit
from translation.store import values
from translation.store.past_edits import OF_SEGMENTS, ROW, of_edits, rows_in_bytes

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_ID = "coalesce(json_extract(e.value, '$.before.id'), json_extract(e.value, '$.segment.id'))"
_EDITED = of_edits(
    f"{ROW}, {_ID}",
    "j.action = 'do'",
    f"{OF_SEGMENTS} AND json_type(e.value, '$.remove') IS NULL AND {_ID} IS NOT NULL",
)


def edit_times(connection: sqlite3.Connection) -> dict[str, list[SegmentEdit]]:
    """Return what was done to each segment by id, steps in order; BadValueError for odd rows.

    The rows of one step (keystrokes written down now and then) make one edit.
    """
    found: dict[str, list[SegmentEdit]] = {}
    last: dict[str, int] = {}
    rows = merge(connection.execute(_EDITED), _in_bytes(connection), key=_seq)
    for _number, _action, step, label, author, moment, id_ in rows:
        said, by = (values.text(values.from_cell(word)) for word in (label, author))
        time = values.number(moment)
        edits = found.setdefault(values.text(id_), [])
        if last.get(id_) == step:
            edits[-1] = SegmentEdit(said, edits[-1].start, time, by)
        else:
            edits.append(SegmentEdit(said, time, time, by))
            last[id_] = step
    return found


def _in_bytes(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    for about, edits in rows_in_bytes(connection, "action = 'do'", {}):
        yield from ((*about, touch.id) for touch in touches_of(edits) if not touch.went)


def _seq(row: tuple[Any, ...]) -> int:
    return values.count(row[0])
