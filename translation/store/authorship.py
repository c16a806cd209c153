"""Who had the segments of a project before it was opened: read from its journal."""

from __future__ import annotations

from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from translation.model.authorship import AuthorshipTable, Touch, is_work, touches_of
from translation.model.segment import SegmentState
from translation.store import values
from translation.store.connection import telling
from translation.store.past_edits import OF_SEGMENTS, ROW, of_edits, rows_in_bytes

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from translation.store.project import ProjectFile

_TOUCH = """coalesce(json_extract(e.value, '$.before.id'), json_extract(e.value, '$.segment.id')),
  coalesce(json_extract(e.value, '$.before.unit_id'), json_extract(e.value, '$.segment.unit_id')),
  coalesce(json_extract(e.value, '$.before.state'), json_extract(e.value, '$.segment.state')),
  json_extract(e.value, '$.after.state'),
  json_type(e.value, '$.after.target') IS NOT NULL,
  json_type(e.value, '$.insert') IS NOT NULL,
  json_type(e.value, '$.remove') IS NOT NULL"""
_HAS_ID = """(json_type(e.value, '$.before.id') = 'text'
  OR json_type(e.value, '$.segment.id') = 'text')"""
_TOUCHES = of_edits(
    f"{ROW}, {_TOUCH}", "j.seq <= :seq", f"{OF_SEGMENTS} AND {_HAS_ID}", order="ORDER BY j.seq"
)
_STATES = {state.value: state for state in SegmentState}


def authorship_until(
    project: ProjectFile, seq: int, check: Callable[[], None] = lambda: None
) -> AuthorshipTable:
    """Return who had which segment, as a project's journal says up to a row; from any thread.

    ``check`` is called now and then, and may raise. Raises ProjectError.
    """
    table = AuthorshipTable()
    with telling(project.path), project.reader() as connection:
        rows = merge(_rows(connection, seq), _rows_in_bytes(connection, seq), key=_seq)
        for (_number, action, step, _label, author, time), touches in rows:
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
    found = connection.execute(_TOUCHES, {"seq": seq})
    for about, rows in groupby(found, key=itemgetter(slice(0, 6))):
        yield about, [_touch(*row[6:]) for row in rows]


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
    for about, edits in rows_in_bytes(connection, "seq <= :seq", {"seq": seq}):
        yield about, list(touches_of(edits))


def _seq(row: tuple[tuple[Any, ...], list[Touch]]) -> int:
    return values.count(row[0][0])
