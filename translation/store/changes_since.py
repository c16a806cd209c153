"""What changed since the restore points of a project, read from its journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.edits import Insert, Put, Remove, Say
from translation.model.segment import Segment
from translation.model.version import SegmentChange
from translation.store.connection import telling
from translation.store.past_edits import edits_since

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.model.edits import Edit
    from translation.model.record import Record
    from translation.model.restore_point import RestorePoint
    from translation.store.project import ProjectFile


def changes_since(project: ProjectFile, point: RestorePoint) -> tuple[SegmentChange, ...]:
    """Return the segments that are not as they were at a restore point, in no order.

    Of what is written so far; from any thread. Raises ProjectError.
    """
    past = _Past()
    with telling(project.path), project.reader() as connection:
        for one in edits_since(connection, point.seq):
            past.take(one.edit)
    return past.changes()


def counts_since(project: ProjectFile, points: Sequence[RestorePoint]) -> dict[int, int]:
    """Return for each restore point, by its id, how many segments are not as they were.

    The journal is read once, back to the earliest. Raises ProjectError.
    """
    found: dict[int, int] = {}
    left = sorted(points, key=lambda point: point.seq)
    past = _Past()
    with telling(project.path), project.reader() as connection:
        for one in edits_since(connection, left[0].seq) if left else ():
            while left and left[-1].seq >= one.seq:
                found[left.pop().id] = past.count
            past.take(one.edit)
    return found | {point.id: past.count for point in left}


class _Past:
    """Goes back edit by edit, and knows of each segment what it was and what it is."""

    def __init__(self) -> None:
        self._then: dict[str, Segment | None] = {}
        self._now: dict[str, Segment | None] = {}
        self._said_then: dict[str, Record | None] = {}
        self._said_now: dict[str, Record | None] = {}
        self._noted: dict[str, set[str]] = {}
        self._changed: set[str] = set()

    @property
    def count(self) -> int:
        """How many segments are not as they were."""
        return len(self._changed)

    def take(self, edit: Edit) -> None:
        """Go back over one edit."""
        match edit:
            case Put(Segment() as before, Segment() as after):
                self._go_back(before.id, before, after)
            case Insert(_, segment):
                self._go_back(segment.id, None, segment)
            case Remove(_, segment):
                self._go_back(segment.id, segment, None)
            case Say(before, after):
                self._unsay(before, after)

    def _go_back(self, id_: str, before: Segment | None, after: Segment | None) -> None:
        self._now.setdefault(id_, after)
        self._then[id_] = before
        self._look(id_)

    def _unsay(self, before: Record | None, after: Record | None) -> None:
        known = after or before
        if known is None:
            return
        now = self._said_now.setdefault(known.id, after)
        self._said_then[known.id] = before
        ids = {one.segment_id for one in (before, after, now) if one is not None}
        for id_ in ids:
            noted = self._noted.setdefault(id_, set())
            (noted.discard if before == now else noted.add)(known.id)
            self._look(id_)

    def _look(self, id_: str) -> None:
        (self._changed.add if self._change(id_).is_change else self._changed.discard)(id_)

    def _change(self, id_: str) -> SegmentChange:
        noted = bool(self._noted.get(id_))
        return SegmentChange(id_, self._then.get(id_), self._now.get(id_), noted)

    def changes(self) -> tuple[SegmentChange, ...]:
        """Return what changed so far back."""
        return tuple(self._change(id_) for id_ in self._changed)
