"""Who had the segments of a project before it was opened: read from its journal."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from translation.model.authorship import AuthorshipTable, Touch, is_work, touches_of
from translation.model.segment import SegmentState
from translation.store import values
from translation.store.connection import telling
from translation.store.past_edits import parsed_edits

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    from translation.store.project import ProjectFile

_TOUCHES = """SELECT j.seq, j.action, j.step, j.author, j.time,
  coalesce(json_extract(e.value, '$.before.id'), json_extract(e.value, '$.segment.id')),
  coalesce(json_extract(e.value, '$.before.unit_id'), json_extract(e.value, '$.segment.unit_id')),
  coalesce(json_extract(e.value, '$.before.state'), json_extract(e.value, '$.segment.state')),
  json_extract(e.value, '$.after.state'),
  json_type(e.value, '$.after.target') IS NOT NULL,
  json_type(e.value, '$.insert') IS NOT NULL,
  json_type(e.value, '$.remove') IS NOT NULL
FROM journal AS j, json_each(j.batch, '$.edits') AS e
WHERE j.seq <= ? AND typeof(j.batch) = 'text' AND json_valid(j.batch)
  AND coalesce(json_extract(e.value, '$.put'), 'segment') = 'segment'
  AND (json_type(e.value, '$.before.id') = 'text' OR json_type(e.value, '$.segment.id') = 'text')
ORDER BY j.seq"""
"""One by one, by SQLite: a batch over a whole document would hold the window up in Python."""
_IN_BYTES = """SELECT seq, action, step, author, time, batch FROM journal
WHERE seq <= ? AND typeof(batch) = 'blob' ORDER BY seq"""
_STATES = {state.value: state for state in SegmentState}


def authorship_until(
    project: ProjectFile, seq: int, check: Callable[[], None] = lambda: None
) -> AuthorshipTable:
    """Return who had which segment, as a project's journal says up to a row; from any thread.

    ``check`` is called now and then, and may raise. Raises ProjectError.
    """
    table = AuthorshipTable()
    with telling(project.path), project.reader() as connection:
        rows: Iterable[tuple[tuple[Any, ...], list[Touch]]] = _rows(connection, seq)
        odd = list(_rows_in_bytes(connection, seq))
        if odd:
            rows = sorted([*rows, *odd], key=lambda row: values.count(row[0][0]))
        for (_seq, action, step, author, time), touches in rows:
            check()
            if values.from_cell(action) == "undo":
                table.take_back(values.count(step), touches)
            else:
                by = values.text(values.from_cell(author))
                table.do(values.count(step), by, values.number(time), touches)
    return table


def _rows(
    connection: sqlite3.Connection, seq: int
) -> Iterator[tuple[tuple[Any, ...], list[Touch]]]:
    found = connection.execute(_TOUCHES, (seq,))
    for about, rows in groupby(found, key=itemgetter(slice(0, 5))):
        yield about, [_touch(*row[5:]) for row in rows]


def _touch(
    id_: str,
    unit_id: object,
    before: object,
    after: object,
    is_other_text: int,
    came: int,
    went: int,
) -> Touch:
    was = _state(before, SegmentState.INITIAL)
    state = _state(after, was)
    works = bool(came) or is_work(was, state, is_other_text=bool(is_other_text))
    return Touch(id_, str(unit_id or ""), state, works, bool(came), bool(went))


def _state(value: object, otherwise: SegmentState) -> SegmentState:
    return _STATES.get(value, otherwise) if isinstance(value, str) else otherwise


def _rows_in_bytes(
    connection: sqlite3.Connection, seq: int
) -> Iterator[tuple[tuple[Any, ...], list[Touch]]]:
    for row in connection.execute(_IN_BYTES, (seq,)):
        edits = parsed_edits(values.loads(values.from_cell(row[5])))
        yield row[:5], list(touches_of(edits))
