"""What the journal says of each value: as it last was, which the tables should say too."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.model.edits import Insert, Put, Remove, Say
from translation.model.segment import Segment, SourceFile
from translation.model.segment import TranslationUnit as Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.edits import EditBatch
    from translation.model.record import Record


@dataclass(slots=True)
class PastStates:
    """The last state of each value that a journal speaks of, its batches taken in order.

    A segment is None where it was removed last; ``earlier`` has every state that a segment had
    before; ``made`` are the segments that an edit made, by a split for instance.
    """

    segments: dict[str, Segment | None] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    files: dict[str, SourceFile] = field(default_factory=dict)
    earlier: dict[str, list[Segment]] = field(default_factory=dict)
    made: set[str] = field(default_factory=set)
    records: dict[str, Record | None] = field(default_factory=dict)
    """None where it was taken back last."""

    def take(self, batch: EditBatch) -> None:
        """Take one more batch."""
        for edit in batch.edits:
            match edit:
                case Put(Segment() as before, Segment() as after):
                    self._keep(before)
                    self.segments[after.id] = after
                case Put(after=Unit() as unit):
                    self.units[unit.id] = unit
                case Put(after=SourceFile() as file):
                    self.files[file.id] = file
                case Insert(_, segment):
                    if segment.id not in self.segments:
                        self.made.add(segment.id)
                    self.segments[segment.id] = segment
                case Remove(_, segment):
                    self._keep(segment)
                    self.segments[segment.id] = None
                case Say(said, says):
                    self.records |= {record.id: says for record in (said, says) if record}

    def _keep(self, before: Segment) -> None:
        states = self.earlier.setdefault(before.id, [])
        if not states or states[-1] != before:
            states.append(before)

    def present(self) -> Iterator[Segment]:
        """Give the segments that the journal says are there."""
        return (segment for segment in self.segments.values() if segment is not None)
