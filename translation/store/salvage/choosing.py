"""Each segment as the witness has it that knows it best: its row, the journal, the original."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from translation.model.doubt import (
    DISAGREES,
    ORIGINAL_READ,
    PART,
    REMOVED,
    ROW_LOST,
    ROW_OLDER,
    UNCONFIRMED,
    Doubt,
)
from translation.store.salvage import order, parts
from translation.store.salvage.original import texts_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from translation.model.document import Document
    from translation.model.segment import Segment, SourceFile
    from translation.model.segment import TranslationUnit as Unit
    from translation.store.salvage.parts import Part
    from translation.store.salvage.past import Past

Chosen: TypeAlias = "tuple[Segment, Doubt | None]"


@dataclass(slots=True)
class Choosing:
    """The witnesses, and the doubts by segment id that are left when they were heard.

    ``rows`` and ``units`` are what stood in the tables, ``anew`` is what the originals of
    ``files`` give, ``counted`` how many segments there were, None where nothing tells.
    """

    rows: Mapping[str, Part[Segment]]
    units: Mapping[str, Part[Unit]]
    past: Past
    anew: Document | None
    files: Sequence[SourceFile]
    counted: int | None
    doubts: dict[str, Doubt] = field(default_factory=dict)
    _texts: dict[tuple[int, str], str] = field(default_factory=dict)

    def segments(self) -> list[Segment]:
        """Return every segment that is there, in the best order known."""
        first = {s.id: s for s in self.anew.segments} if self.anew else {}
        made = (self._chosen(id_, first.get(id_)) for id_ in self._all_ids(first))
        return [segment for segment in made if segment is not None]

    def _all_ids(self, first: dict[str, Segment]) -> list[str]:
        """Return the ids of all segments that are or were, in the best order known."""
        states = self.past.states.segments
        if self.counted == len(self.rows):
            first = {id_: s for id_, s in first.items() if id_ in self.rows or id_ in states}
        expected = order.replayed(
            first or sorted(states.keys() | self.rows.keys(), key=order.natural),
            self.past.batches.values(),
        )
        return order.merged(parts.placed(self.rows), [*expected, *states, *self.rows])

    def _chosen(self, id_: str, first: Segment | None) -> Segment | None:
        """Return the segment as the best witness has it, and put any doubt into the report."""
        states, part = self.past.states.segments, self.rows.get(id_)
        chosen: Chosen | None
        if id_ in states and states[id_] is None:
            chosen = (part.value, Doubt(REMOVED)) if part and part.is_sure else None
        elif part is None:
            chosen = self._without_row(states.get(id_), first)
        elif part.is_clean:
            chosen = self._of_clean_row(part, states.get(id_), first)
        else:
            chosen = self._of_damaged_row(part.value, states.get(id_), first)
        if chosen is None:
            return None
        segment, doubt = chosen
        if doubt is not None:
            self.doubts[id_] = doubt
        return segment

    def _without_row(self, was: Segment | None, first: Segment | None) -> Chosen | None:
        if was is not None:
            return was, Doubt(ROW_LOST)
        return (first, Doubt(ORIGINAL_READ)) if first is not None else None

    def _of_clean_row(
        self, part: Part[Segment], was: Segment | None, first: Segment | None
    ) -> Chosen:
        row = part.value
        if was is not None and was != row:
            is_older = row in self.past.states.earlier.get(row.id, ())
            return (was, Doubt(ROW_OLDER, row)) if is_older else (row, Doubt(DISAGREES, was))
        is_confirmed = row in (was, first) and (was is not None or self.past.whole)
        if part.is_sure or is_confirmed or (self.past.whole and self._stands_in_original(row)):
            return row, None
        return row, Doubt(UNCONFIRMED, first)

    def _of_damaged_row(self, row: Segment, was: Segment | None, first: Segment | None) -> Chosen:
        if was is not None:
            return was, None if was == row else Doubt(ROW_LOST, row)
        if first is None:
            return row, Doubt(PART)
        if first == row and self.past.whole:
            return row, None
        if self.past.whole or row.target is None:
            return first, Doubt(ORIGINAL_READ, row)
        return replace(first, target=row.target, state=row.state), Doubt(PART, first)

    def _stands_in_original(self, row: Segment) -> bool:
        if self.anew is None or row.target is not None or not row.source:
            return False
        part = self.units.get(row.unit_id)
        if part is None:
            return False
        if not self._texts:
            self._texts = texts_of(self.anew)
        # What could not be read anew has no place in what was.
        read = {file.id for file in self.anew.files}
        there = [file for file in self.files if file.id in read]
        places = {file.id: place for place, file in enumerate(there or self.files)}
        unit = part.value
        return row.source in self._texts.get((places.get(unit.file_id, 0), unit.anchor), "")
