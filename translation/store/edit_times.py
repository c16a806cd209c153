"""When each segment was edited, read from the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.edit_times import SegmentEdit
from translation.store import reading, values

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_COLUMNS: dict[str, str] = {
    "step": "integer",
    "label": "text",
    "time": "real",
    "batch": "text",
    "author": "text",
}


def edit_times(connection: sqlite3.Connection) -> dict[str, list[SegmentEdit]]:
    """Return what was done to each segment by id, steps in order; BadValueError for odd rows.

    The rows of one step (keystrokes written down now and then) make one edit.
    """
    found: dict[str, list[SegmentEdit]] = {}
    last: dict[str, int] = {}
    rows = reading.read_rows(connection, "journal", _COLUMNS, "seq", "action = ?", ("do",))
    for step, label, moment, batch, author in rows:
        time = values.number(moment)
        for id_ in _segments(values.loads(batch)):
            edits = found.setdefault(id_, [])
            if last.get(id_) == step:
                edits[-1] = SegmentEdit(label, edits[-1].start, time, author)
            else:
                edits.append(SegmentEdit(label, time, time, author))
                last[id_] = step
    return found


def _segments(batch: object) -> Iterator[str]:
    """Give the ids of the segments that a batch changes or makes."""
    seen = set()
    for item in values.sequence(values.mapping(batch).get("edits")):
        edit = values.mapping(item)
        value = edit.get("before") if edit.get("put") == "segment" else edit.get("segment")
        if edit.get("put") in (None, "segment") and "remove" not in edit:
            id_ = values.text(values.mapping(value).get("id"))
            if id_ not in seen:
                seen.add(id_)
                yield id_
