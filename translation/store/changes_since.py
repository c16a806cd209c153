"""What changed since the restore points of a project, read from its journal."""

from __future__ import annotations

from dataclasses import MISSING, fields
from heapq import nsmallest
from typing import TYPE_CHECKING, Any

from translation.model.ports import no_report
from translation.model.record import Record
from translation.model.segment import Segment
from translation.model.version import SegmentChange
from translation.store import values
from translation.store.connection import telling
from translation.store.past_edits import edits_back
from translation.store.values import BadValueError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from translation.model.ports import Report
    from translation.model.restore_point import RestorePoint
    from translation.store.project import ProjectFile

_OF = [one.name for one in fields(Record)].index("segment_id")
"""Where a record as a list, which begins with its id, has that of its segment."""
_DEFAULTS = {one.name: one.default for one in fields(Segment) if one.default is not MISSING}

EDITS_A_REPORT = 500

Value = dict[str, object]
"""A segment as the journal has it: the fields that are not at their default."""


def changes_since(
    project: ProjectFile,
    point: RestorePoint,
    rows: Mapping[str, int],
    most: int,
    report: Report = no_report,
) -> tuple[tuple[SegmentChange, ...], int]:
    """Return the segments that are not as they were at a restore point, and how many they are.

    ``rows`` says where segments stand now; the first ``most`` are returned in that order, those
    that are gone last. Of what is written so far; from any thread. Raises ProjectError, and what
    ``report`` raises, which is told now and then how many edits were read.
    """
    past = _Past()
    with telling(project.path), project.reader() as connection:
        for _seq, edit in _looking_up(edits_back(connection, point.seq), report):
            past.take(edit)
        return past.changes(rows, most), past.count


def counts_since(
    project: ProjectFile, points: Sequence[RestorePoint], report: Report = no_report
) -> dict[int, int]:
    """Return for each restore point, by its id, how many segments are not as they were.

    The journal is read once, back to the earliest. Raises as ``changes_since`` does.
    """
    found: dict[int, int] = {}
    left = sorted(points, key=lambda point: point.seq)
    past = _Past()
    with telling(project.path), project.reader() as connection:
        back = edits_back(connection, left[0].seq) if left else ()
        for seq, edit in _looking_up(back, report):
            while left and left[-1].seq >= seq:
                found[left.pop().id] = past.count
            past.take(edit)
    return found | {point.id: past.count for point in left}


def _looking_up(
    edits: Iterable[tuple[int, dict[str, Any]]], report: Report
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give the edits, and report now and then: whoever waits may have given it up."""
    for number, edit in enumerate(edits):
        if number % EDITS_A_REPORT == 0:
            report(number, 0)
        yield edit


class _Past:
    """Goes back edit by edit, and knows of each segment what it was and what it is."""

    def __init__(self) -> None:
        self._then: dict[str, Value | None] = {}
        self._now: dict[str, Value | None] = {}
        self._said_now: dict[str, object] = {}
        self._noted: dict[str, set[str]] = {}
        self._changed: set[str] = set()

    @property
    def count(self) -> int:
        """How many segments are not as they were."""
        return len(self._changed)

    def take(self, edit: Mapping[str, Any]) -> None:
        """Go back over one edit."""
        if edit.get("put") == "segment":
            before = values.mapping(edit.get("before"))
            after = {**before, **values.mapping(edit.get("after"))}
            self._go_back(values.text(before.get("id")), _plain(before), _plain(after))
        elif "insert" in edit or "remove" in edit:
            segment = _plain(values.mapping(edit.get("segment")))
            both = (None, segment) if "insert" in edit else (segment, None)
            self._go_back(values.text(segment.get("id")), *both)
        elif "say" in edit:
            self._unsay(*_records(edit["say"]))

    def _go_back(self, id_: str, before: Value | None, after: Value | None) -> None:
        self._now.setdefault(id_, after)
        self._then[id_] = before
        self._look(id_)

    def _unsay(self, before: list[Any] | None, after: list[Any] | None) -> None:
        known = after or before
        if known is None:
            raise BadValueError("an edit of no record")
        now = self._said_now.setdefault(known[0], after)
        for id_ in {one[_OF] for one in (before, after, now) if isinstance(one, list)}:
            noted = self._noted.setdefault(id_, set())
            (noted.discard if before == now else noted.add)(known[0])
            self._look(id_)

    def _look(self, id_: str) -> None:
        differs = self._then.get(id_) != self._now.get(id_) or bool(self._noted.get(id_))
        (self._changed.add if differs else self._changed.discard)(id_)

    def changes(self, rows: Mapping[str, int], most: int) -> tuple[SegmentChange, ...]:
        """Return the first of what changed so far back."""
        last = len(rows)
        first = nsmallest(most, self._changed, key=lambda id_: (rows.get(id_, last), id_))
        return tuple(
            SegmentChange(
                id_,
                _segment(self._then.get(id_)),
                _segment(self._now.get(id_)),
                bool(self._noted.get(id_)),
            )
            for id_ in first
        )


def _plain(value: Mapping[str, object]) -> Value:
    """Return a segment without what is at its default: so two that are equal look so."""
    defaults = _DEFAULTS
    return {
        name: one for name, one in value.items() if name not in defaults or one != defaults[name]
    }


def _records(both: object) -> list[list[Any] | None]:
    """Return a record before and after, as the journal has it: a list, None for none."""
    found: list[list[Any] | None] = []
    for one in values.sequence(both):
        record = None if one is None else values.sequence(one)
        if record is not None and len(record) <= _OF:
            raise BadValueError("a record is incomplete")
        found.append(record)
    if len(found) != 2:
        raise BadValueError("a record lacks what it was or is")
    return found


def _segment(value: Value | None) -> Segment | None:
    if value is None:
        return None
    try:
        return Segment(**values.parse_fields(Segment, value))
    except TypeError:
        raise BadValueError("a value lacks a field") from None
