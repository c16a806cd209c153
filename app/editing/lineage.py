"""Which segments came from which: found in a batch of edits, whatever it was made for.

The text of a unit stays the join of its pieces, so that segments that went and segments that
came cover the same stretch of it: those over the same stretch belong together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.model.edits import Insert, Remove

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from translation.model.document import Document
    from translation.model.edits import EditBatch
    from translation.model.segment import Segment


@dataclass(frozen=True, slots=True)
class Descent:
    """Segments that went and those that came in their place, both in order."""

    before: tuple[Segment, ...]
    after: tuple[Segment, ...]


def descents(document: Document, batch: EditBatch) -> list[Descent]:
    """Return what the batch, still to be applied, puts in the place of what."""
    moves = [edit for edit in batch.edits if isinstance(edit, Insert | Remove)]
    if not moves:
        return []
    first = min(edit.row for edit in moves)
    last = max(edit.row for edit in moves)
    before = document.segments[first : last + len(moves) + 1]
    after = list(before)
    for edit in moves:
        if isinstance(edit, Insert):
            after.insert(edit.row - first, edit.segment)
        elif edit.row - first < len(after):
            del after[edit.row - first]
    gone = _by_unit(before, {segment.id for segment in after})
    come = _by_unit(after, {segment.id for segment in before})
    return [
        descent for unit, went in gone.items() for descent in _aligned(went, come.get(unit, []))
    ]


def lineage(found: Iterable[Descent]) -> Mapping[str, tuple[str, ...]]:
    """Return, by the id of each segment that came, the ids of those it came from."""
    return {
        segment.id: tuple(ancestor.id for ancestor in descent.before)
        for descent in found
        for segment in descent.after
    }


def _by_unit(segments: Sequence[Segment], but: set[str]) -> dict[str, list[Segment]]:
    found: dict[str, list[Segment]] = {}
    for segment in segments:
        if segment.id not in but:
            found.setdefault(segment.unit_id, []).append(segment)
    return found


@dataclass(slots=True)
class _Side:
    """One side of a stretch: the segments taken into it, and how far they reach."""

    rest: list[Segment]
    taken: list[Segment] = field(default_factory=list)
    length: int = 0

    def take(self) -> None:
        segment = self.rest.pop(0)
        self.taken.append(segment)
        self.length += len(segment.lead) + len(segment.source) + len(segment.trail)


def _aligned(went: list[Segment], came: list[Segment]) -> Iterator[Descent]:
    """Walk both sides; wherever they have come equally far, a stretch ends."""
    before, after = _Side(went), _Side(came)
    while before.rest or after.rest:
        behind = before if before.length <= after.length else after
        other = after if behind is before else before
        (behind if behind.rest else other).take()
        if before.length == after.length and before.taken and after.taken:
            yield Descent(tuple(before.taken), tuple(after.taken))
            before, after = _Side(before.rest), _Side(after.rest)
    if before.taken and after.taken:
        yield Descent(tuple(before.taken), tuple(after.taken))
