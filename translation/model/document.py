"""The document: files, units and segments in order, changed by edits alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from translation.model.draft import Drafts
from translation.model.edits import Arrange, Edit, EditBatch, Insert, Put, Remove, Say, runs
from translation.model.progress import Progress, recount, total
from translation.model.record import Record, Records
from translation.model.segment import Role, Segment, SegmentState, SourceFile, TranslationUnit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from translation.model.draft import Draft
    from translation.model.language import LanguagePair

_FURNITURE = Role.FURNITURE  # Looked up once: that takes as long as the rest of the question.
_NUMBERED = re.compile(r"[fusr]([0-9]{1,15})\Z")


class StaleEditError(ValueError):
    """An edit whose ``before`` is not what the document holds."""


class Document:
    """A bilingual document. One owner applies edits; everyone else reads or takes snapshots.

    Rows are positions in ``segments``, 0-based; segments of a unit stand together, units of a
    file too. ``drafts`` lies beside and is no part of undo; ``records`` lies beside and is.
    ``next_number`` makes ids that are never used again, also not after undo or reopening; the
    store persists it.
    """

    def __init__(self) -> None:
        self._files: dict[str, SourceFile] = {}
        self._units: dict[str, TranslationUnit] = {}
        self._segments: list[Segment] = []
        self._progress: dict[str, Progress] = {}
        """That of each file."""
        self._emptied: set[str] = set()
        """Files all segments of which were removed: they are kept to come back by undo alone."""
        self._rows: dict[str, int] | None = None
        self._unit_places: dict[str, int] | None = None
        self.drafts = Drafts()
        self.records = Records()
        self.next_number = 1

    # --- reading ---------------------------------------------------------------------------

    @property
    def files(self) -> tuple[SourceFile, ...]:
        """The files in order, without those that were removed from the project."""
        if not self._emptied:
            return tuple(self._files.values())
        return tuple(file for id_, file in self._files.items() if id_ not in self._emptied)

    @property
    def units(self) -> tuple[TranslationUnit, ...]:
        """The units of these files in order."""
        if not self._emptied:
            return tuple(self._units.values())
        return tuple(u for u in self._units.values() if u.file_id not in self._emptied)

    @property
    def kept_files(self) -> tuple[SourceFile, ...]:
        """The files in order, also those that only undo brings back."""
        return tuple(self._files.values())

    @property
    def kept_units(self) -> tuple[TranslationUnit, ...]:
        """The units of all files in order, also of those that only undo brings back."""
        return tuple(self._units.values())

    @property
    def progress(self) -> Progress:
        """How far all files together are; to be read only."""
        parts = list(self._progress.values())
        return parts[0] if len(parts) == 1 else total(parts)

    def progress_of(self, file_id: str) -> Progress:
        """Return how far one file is, to be read only; KeyError where there is none."""
        return self._progress[file_id]

    def length_of(self, file_id: str) -> int:
        """Return how many segments a file has."""
        progress = self._progress[file_id]
        return progress.segments + progress.furniture

    @property
    def segments(self) -> Sequence[Segment]:
        """The segments in order; not to be changed by the reader."""
        return self._segments

    def __len__(self) -> int:
        return len(self._segments)

    def snapshot(self) -> tuple[Segment, ...]:
        """Return the segments as they are now, for a worker."""
        return tuple(self._segments)

    def copy(self) -> Document:
        """Return a document of the same values, for a worker to read while this one changes."""
        twin = Document()
        twin._files = dict(self._files)
        twin._units = dict(self._units)
        twin._segments = list(self._segments)
        twin._progress = {id_: progress.copy() for id_, progress in self._progress.items()}
        twin._emptied = set(self._emptied)
        twin._rows = None
        twin._unit_places = self._unit_places
        twin.drafts = self.drafts.copy()
        twin.records = self.records.copy()
        twin.next_number = self.next_number
        return twin

    def row(self, segment_id: str) -> int:
        """Return the row of a segment; KeyError where there is none."""
        return self._row_of_each()[segment_id]

    def rows_of(self, segment_ids: Iterable[str]) -> list[int]:
        """Return the rows of segments in the order of their ids; those that are gone have none."""
        found = map(self._row_of_each().get, segment_ids)
        return [row for row in found if row is not None]

    def _row_of_each(self) -> dict[str, int]:
        """Return the rows by segment: made when first asked for, for they take much memory."""
        if self._rows is None:
            self._rows = {segment.id: row for row, segment in enumerate(self._segments)}
        return self._rows

    def _place_of_each_unit(self) -> dict[str, int]:
        """Return the places of the units among all, made when first asked for and not changed."""
        if self._unit_places is None:
            self._unit_places = {id_: place for place, id_ in enumerate(self._units)}
        return self._unit_places

    def __contains__(self, segment_id: object) -> bool:
        return segment_id in self._row_of_each()

    def segment(self, segment_id: str) -> Segment:
        """Return a segment by its id; KeyError where there is none."""
        return self._segments[self.row(segment_id)]

    def unit(self, unit_id: str) -> TranslationUnit:
        """Return a unit by its id; KeyError where there is none."""
        return self._units[unit_id]

    def unit_of(self, segment: Segment) -> TranslationUnit:
        """Return the unit a segment stands in."""
        return self._units[segment.unit_id]

    def file(self, file_id: str) -> SourceFile:
        """Return a file by its id; KeyError where there is none."""
        return self._files[file_id]

    def file_of(self, segment: Segment) -> SourceFile:
        """Return the file a segment stands in."""
        return self._files[self._units[segment.unit_id].file_id]

    def pair_of(self, segment: Segment) -> LanguagePair:
        """Return the language pair a segment is translated in."""
        return self.file_of(segment).pair

    def is_furniture(self, segment: Segment) -> bool:
        """Whether the segment is page furniture."""
        return self._units[segment.unit_id].role is _FURNITURE

    def unit_rows(self, unit_id: str) -> range:
        """Return the rows of a unit's segments."""
        order = self._place_of_each_unit()
        start = bisect_left(self._segments, order[unit_id], key=lambda s: order[s.unit_id])
        end = start
        while end < len(self._segments) and self._segments[end].unit_id == unit_id:
            end += 1
        return range(start, end)

    def unit_segments(self, unit_id: str) -> tuple[Segment, ...]:
        """Return a unit's segments in order."""
        return tuple(self._segments[row] for row in self.unit_rows(unit_id))

    def by_unit(self) -> Iterator[tuple[TranslationUnit, tuple[Segment, ...]]]:
        """Walk the units in order, each with its segments."""
        row, segments = 0, self._segments
        for unit in self.units:
            start = row
            while row < len(segments) and segments[row].unit_id == unit.id:
                row += 1
            yield unit, tuple(segments[start:row])

    def current_draft(self, segment: Segment) -> Draft | None:
        """Return the draft shown for a segment, or None; furniture shows none."""
        return None if self.is_furniture(segment) else self.drafts.current(segment)

    def shown_target(self, segment: Segment) -> str:
        """Return what stands on the target side: the target, else the draft, else nothing."""
        if segment.target is not None:
            return segment.target
        draft = self.current_draft(segment)
        return draft.text if draft else ""

    # --- building --------------------------------------------------------------------------

    def new_id(self, kind: str) -> str:
        """Return an id never used before; ``kind`` is "f", "u", "s" or "r"."""
        number, self.next_number = self.next_number, self.next_number + 1
        return f"{kind}{number}"

    def reserve_ids(self, ids: Iterable[str]) -> None:
        """Keep ids that came from outside from being made again."""
        match = _NUMBERED.match
        numbers = (int(found[1]) for used in ids if (found := match(used)))
        self.next_number = max(self.next_number, max(numbers, default=0) + 1)

    def add_file(
        self, file: SourceFile, units: Sequence[TranslationUnit], segments: Sequence[Segment]
    ) -> None:
        """Append a file whose segments stand in unit order. Ids must be new."""
        if file.id in self._files:
            raise ValueError(f"file id {file.id} used twice")
        self._files[file.id] = file
        self._add_rows(segments)
        for unit in units:
            if unit.id in self._units:
                raise ValueError(f"unit id {unit.id} used twice")
            self._units[unit.id] = unit
        self._unit_places = None
        progress = self._progress[file.id] = Progress()
        for segment in segments:
            progress.count(segment, self.is_furniture(segment), +1)
        if units and not segments:
            self._emptied.add(file.id)
        id_of = attrgetter("id")
        self.reserve_ids(chain((file.id,), map(id_of, units), map(id_of, segments)))

    def add_records(self, records: Iterable[Record]) -> None:
        """Put records beside the document that it came with; ids must be new."""
        for record in records:
            self.records.put(None, record)
        self.reserve_ids(record.id for record in self.records)

    def _add_rows(self, segments: Sequence[Segment]) -> None:
        first = len(self._segments)
        rows = self._row_of_each() if first else None  # The first file's when they are asked for.
        self._segments += segments
        ids = (segment.id for segment in segments)
        if rows is not None:
            rows.update(zip(ids, range(first, len(self._segments)), strict=True))
        if len(dict.fromkeys(ids) if rows is None else rows) < len(self._segments):
            raise ValueError("a segment id is used twice")

    # --- changing --------------------------------------------------------------------------

    def apply(self, edit: Edit) -> None:
        """Apply one edit; StaleEditError where it does not fit what is here."""
        match edit:
            case Put():
                self._put(edit)
            case Insert() | Remove():
                self.apply_run((edit,))
            case Say(before, after):
                try:
                    self.records.put(before, after)
                except ValueError:
                    raise StaleEditError(edit) from None
            case Arrange(before, after):
                if tuple(self._files) != before or sorted(after) != sorted(before):
                    raise StaleEditError(edit)
                self._arrange(after)

    def apply_run(self, run: Sequence[Edit]) -> None:
        """Apply at once what ``edits.runs`` put together; StaleEditError where it does not fit."""
        match run[0]:
            case Insert(row):
                self._insert(row, [edit.segment for edit in run if isinstance(edit, Insert)], run)
            case Remove(last):
                gone = [edit.segment for edit in reversed(run) if isinstance(edit, Remove)]
                first = last - len(gone) + 1
                if first < 0 or self._segments[first : last + 1] != gone:
                    raise StaleEditError(run[0])
                del self._segments[first : last + 1]
                self._count(gone, -1)
            case Put(Segment()):
                self._put_segments([edit for edit in run if isinstance(edit, Put)])
            case one:
                self.apply(one)

    def apply_batch(self, batch: EditBatch) -> None:
        """Apply every edit of a batch in order, or none where one is refused."""
        done: list[Edit] = []
        for run in runs(batch.edits):
            try:
                self.apply_run(run)
            except StaleEditError:
                for earlier in runs(edit.inverse() for edit in reversed(done)):
                    self.apply_run(earlier)
                raise
            done += run

    def _insert(self, row: int, segments: list[Segment], run: Sequence[Edit]) -> None:
        rows, order = self._row_of_each(), self._place_of_each_unit()
        ids = {segment.id for segment in segments}
        places = [order.get(segment.unit_id, -1) for segment in segments]
        fits = places[0] >= 0 and places == sorted(places)
        ends = fits and all(self._fits(row, segments[end].unit_id) for end in (0, -1))
        if not ends or len(ids) < len(segments) or not rows.keys().isdisjoint(ids):
            raise StaleEditError(run[0])
        self._segments[row:row] = segments
        self._count(segments, +1)
        if row + len(segments) == len(self._segments):  # All others stand where they stood.
            self._rows = rows | {s.id: at for at, s in enumerate(segments, row)}

    def _count(self, segments: Sequence[Segment], sign: int) -> None:
        """Count segments that came (+1) or went (-1)."""
        self._rows = None
        for segment in segments:
            unit = self._units[segment.unit_id]
            self._progress[unit.file_id].count(segment, unit.is_furniture, sign)
        for file_id in {self._units[segment.unit_id].file_id for segment in segments}:
            if self.length_of(file_id):
                self._emptied.discard(file_id)
            else:
                self._emptied.add(file_id)

    def _arrange(self, order: Sequence[str]) -> None:
        place = {id_: number for number, id_ in enumerate(order)}
        self._files = {id_: self._files[id_] for id_ in order}
        # Sorting keeps the order of what stands in one file.
        units = sorted(self._units.values(), key=lambda unit: place[unit.file_id])
        of_unit = {unit.id: place[unit.file_id] for unit in units}
        self._units = {unit.id: unit for unit in units}
        self._segments.sort(key=lambda segment: of_unit[segment.unit_id])
        self._rows = self._unit_places = None

    def _fits(self, row: int, unit_id: str) -> bool:
        """Whether a segment of this unit may stand at this row: units stay together, in order."""
        order, segments = self._place_of_each_unit(), self._segments
        if unit_id not in order or not 0 <= row <= len(segments):
            return False
        place = order[unit_id]
        after_others = row == 0 or order[segments[row - 1].unit_id] <= place
        before_others = row == len(segments) or place <= order[segments[row].unit_id]
        return after_others and before_others

    def _put(self, edit: Put) -> None:
        match edit.before, edit.after:
            case Segment(), Segment():
                self._put_segments((edit,))
            case TranslationUnit() as before, TranslationUnit() as after:
                self._put_unit(before, after, edit)
            case SourceFile() as before, SourceFile() as after:
                if self._files.get(before.id) != before or after.id != before.id:
                    raise StaleEditError(edit)
                self._files[after.id] = after
            case _:
                raise StaleEditError(edit)

    def _put_segments(self, puts: Sequence[Put]) -> None:
        """Put segments in the place of others, all of them or none."""
        rows, segments, done = self._row_of_each(), self._segments, list[tuple[Segment, Segment]]()
        try:
            for edit in puts:
                before, after = edit.before, edit.after
                if not (isinstance(before, Segment) and isinstance(after, Segment)):
                    raise StaleEditError(edit)
                row = rows.get(before.id, -1)
                here = segments[row] if row >= 0 else None
                is_same = after.id == before.id and after.unit_id == before.unit_id
                if not is_same or (here is not before and here != before):
                    raise StaleEditError(edit)
                segments[row] = after
                done.append((before, after))
        except StaleEditError:
            for before, _after in reversed(done):
                segments[rows[before.id]] = before
            raise
        recount(done, self._units, self._progress)

    def _put_unit(self, before: TranslationUnit, after: TranslationUnit, edit: Put) -> None:
        same_place = (after.id, after.file_id) == (before.id, before.file_id)
        if self._units.get(before.id) != before or not same_place:
            raise StaleEditError(edit)
        segments, progress = self.unit_segments(before.id), self._progress[before.file_id]
        for segment in segments:
            progress.count(segment, before.is_furniture, -1)
        self._units[after.id] = after
        for segment in segments:
            progress.count(segment, after.is_furniture, +1)

    def counts(self, state: SegmentState) -> int:
        """How many segments that are not furniture are in this state."""
        return self.progress.states[state]
