"""A document out of what was found of a damaged project.

Three witnesses are heard: the rows of the tables, the journal, and the originals read anew. A
value that two of them agree on, or that has its checksum, is sound; any other is taken from the
one that knows it best, and said to be in doubt.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from translation.model.document import Document
from translation.model.segment import TranslationUnit as Unit
from translation.store.doubts import KEY, doubts_json, parse_doubts
from translation.store.journal import JournalRow, Kept
from translation.store.salvage import order, parts
from translation.store.salvage.choosing import Choosing
from translation.store.salvage.original import Originals, with_known_ids
from translation.store.salvage.past import ROW, lasting, read_past
from translation.store.salvage.report import Report
from translation.store.salvage.several import SeveralOriginals, groups

if TYPE_CHECKING:
    from collections.abc import Iterable

    from translation.model.record import Record
    from translation.model.restore_point import RestorePoint
    from translation.model.segment import Segment
    from translation.store.salvage.original import Beside, Reread
    from translation.store.salvage.past import Past
    from translation.store.salvage.tables import Found


@dataclass(frozen=True, slots=True)
class Recovered:
    """A document with what can be kept beside it, and the report."""

    document: Document
    kept: Kept
    report: Report


def rebuild(found: Found, name: str, reread: Reread, beside: Beside = tuple) -> Recovered | None:
    """Put a document together; None where not a single segment was found.

    ``name`` is what the file is called if its row is lost; ``beside`` gives documents that may have
    been made of the same original, where they are needed.
    """
    return _Rebuilding(found, name, reread, beside).result()


class _Rebuilding:
    def __init__(self, found: Found, name: str, reread: Reread, beside: Beside) -> None:
        self._found = found
        self._report = Report()
        self._segments = parts.by_id(parts.parts(found.best("segments", "id"), parts.segment))
        self._units = parts.by_id(parts.parts(found.best("units", "id"), parts.unit))
        self._files = [
            part.value for part in parts.parts(found.best("files", "id"), parts.source_file)
        ]
        self._past: Past = read_past(found, self._original)
        self._files = [self._past.states.files.get(file.id, file) for file in self._files]
        self._anew = self._read_anew(name, reread, beside)

    def _read_anew(self, name: str, reread: Reread, beside: Beside) -> Document | None:
        """Return the document that the originals give; the files are then the best there are."""
        rows, report = self._found.best("files", "id"), self._report
        hashes = {
            i: r.cells["original_hash"] for i, r in rows.items() if "original_hash" in r.cells
        }
        units = [part.value for part in self._units.values()]
        parts_of = groups(self._files, hashes)
        originals: Originals | SeveralOriginals
        if len(parts_of) > 1:
            told = hashes, name, units, self._wanted(), self._known()
            originals = SeveralOriginals(parts_of, *told, reread, beside)
        else:
            named = dict.fromkeys(unit.file_id for unit in units)
            originals = Originals(self._files, hashes, name, named, self._wanted(), reread, beside)
        self._files = originals.files
        report.originals_lost += originals.lost
        report.originals_changed += originals.changed
        report.originals_replaced += originals.replaced
        report.files_changed += [
            file.name
            for file in self._files
            if file.id in rows
            and not (rows[file.id].is_clean and rows[file.id].fits is not False)
            and file.id not in self._past.states.files
        ]
        report.files_changed += originals.made
        if isinstance(originals, SeveralOriginals):
            return originals.anew
        if originals.anew is None or originals.has_the_ids:
            return originals.anew
        known = [*(p.value for p in self._segments.values()), *self._past.states.present()]
        return with_known_ids(originals.anew, self._files, units, known)

    def _known(self) -> list[Segment]:
        """Return the segments that have an id, and last those that had one and were removed."""
        states = self._past.states
        gone = [id_ for id_, segment in states.segments.items() if segment is None]
        return [
            *(part.value for part in self._segments.values()),
            *states.present(),
            *(states.earlier[id_][-1] for id_ in gone if id_ in states.earlier),
        ]

    def _original(self, file_id: str) -> bytes:
        return next((file.original for file in self._files if file.id == file_id), b"")

    def _wanted(self) -> list[Segment]:
        """Return the segments that reading the original anew should give again."""
        states = self._past.states
        untouched = [
            part.value
            for id_, part in self._segments.items()
            if part.is_clean and id_ not in states.segments
        ]
        first = [found[0] for id_, found in states.earlier.items() if id_ not in states.made]
        return [*untouched, *first]

    def result(self) -> Recovered | None:
        witnesses = self._segments, self._units, self._past, self._anew, self._files
        choosing = Choosing(*witnesses, self._counted("segments"))
        segments = choosing.segments()
        if not segments:
            return None
        self._report.doubts = choosing.doubts
        document = self._document(segments)
        self._add_drafts(document)
        self._add_records(document)
        self._count_segments(document)
        counters = [row.cells.get("next_number") for row in self._found.rows["project"]]
        numbers = [n for n in counters if isinstance(n, int) and 0 < n < 1 << 53]
        document.reserve_ids([*self._past.states.segments, *self._past.states.earlier])
        document.next_number = max([document.next_number, *numbers])
        return Recovered(document, self._kept(document), self._report)

    def _count_segments(self, document: Document) -> None:
        report, counted = self._report, self._counted("segments")
        report.segments = len(document.segments)
        if counted is not None:
            report.segments_lost = max(counted - report.segments, 0)
        report.is_maybe_more = counted is None and self._anew is None

    def _counted(self, table: str) -> int | None:
        """Return how many rows a table had, None where nothing tells."""
        tallies = self._found.best("tallies", "name")
        counted = tallies[table].cells.get("rows") if table in tallies else None
        return counted if isinstance(counted, int) else None

    # --- the document ----------------------------------------------------------------------

    def _document(self, segments: list[Segment]) -> Document:
        units = self._all_units(segments)
        places = {unit.id: place for place, unit in enumerate(units)}
        in_order = sorted(segments, key=lambda segment: places[segment.unit_id])
        document = Document()
        for file in self._files:
            own = [unit for unit in units if unit.file_id == file.id]
            ids = {unit.id for unit in own}
            document.add_file(file, own, [s for s in in_order if s.unit_id in ids])
        return document

    def _all_units(self, segments: Iterable[Segment]) -> list[Unit]:
        anew = {unit.id: unit for unit in self._anew.units} if self._anew else {}
        needed = dict.fromkeys(segment.unit_id for segment in segments)
        known = self._units.keys() | needed.keys()
        expected = [*anew] or sorted(known, key=order.natural)
        ids = order.merged(parts.placed(self._units), [*expected, *needed, *self._units])
        units = [self._unit(id_, anew.get(id_)) for id_ in ids if id_ in known or id_ in anew]
        files = {file.id for file in self._files}
        places = {file.id: place for place, file in enumerate(self._files)}
        placed = [u if u.file_id in files else replace(u, file_id=self._files[0].id) for u in units]
        return sorted(placed, key=lambda unit: places[unit.file_id])

    def _unit(self, id_: str, anew: Unit | None) -> Unit:
        part, was = self._units.get(id_), self._past.states.units.get(id_)
        if part is not None and (part.is_sure or (part.is_clean and was == part.value)):
            return part.value
        if was is not None or anew is not None:
            return was or anew  # type: ignore[return-value]
        if part is None or not part.is_clean:
            self._report.units_doubted += 1
        return Unit(id_, self._files[0].id) if part is None else part.value

    def _add_drafts(self, document: Document) -> None:
        rows = self._found.best("drafts", "id")
        found = [draft for row in rows.values() if (draft := parts.draft(row)) is not None]
        have = {draft.id for draft in found}
        if self._anew is not None:
            found += [d for d in self._anew.drafts if d.id not in have and d.segment_id in document]
        document.drafts.add(sorted(found, key=lambda draft: draft.id))
        accepted = {s.draft_id for s in document.segments if s.draft_id is not None}
        lost = len(accepted - {draft.id for draft in found})
        counted = self._counted("drafts")
        expected = max([*rows, 0]) if counted is None else counted
        self._report.drafts_lost = max(lost, expected - len(found), 0)
        self._report.drafts_doubted = sum(row.fits is False for row in rows.values())

    def _add_records(self, document: Document) -> None:
        """Take each record from its row where that is sound, else from the journal, else so."""
        rows, past = self._found.best("records", "id"), self._past.states.records
        found: dict[str, Record] = {}
        for id_, row in rows.items():
            said, was = parts.record(row), past.get(id_)
            if said is not None and (row.fits is True or id_ not in past):
                found[id_] = said
                self._report.records_doubted += row.fits is not True
            elif was is not None:
                found[id_] = was
        found |= {id_: was for id_, was in past.items() if was is not None and id_ not in found}
        document.add_records(found.values())
        expected = self._counted("records") or 0
        self._report.records_lost = max(expected - len(found), 0)

    # --- beside the document ---------------------------------------------------------------

    def _kept(self, document: Document) -> Kept:
        numbers = lasting(self._past, document)
        self._report.steps = len(numbers)
        self._report.steps_lost = not self._past.whole or len(numbers) < len(self._past.rows)
        rows = [
            JournalRow(seq, *(self._past.rows[seq].cells[name] for name in ROW)) for seq in numbers
        ]
        points = self._kept_points(numbers)
        meta, self._report.values_lost = parts.small_values(self._found.rows["meta"])
        # What nobody settled since an earlier recovery is in doubt still.
        earlier = parse_doubts(meta.pop(KEY, None))
        known = {id_: doubt for id_, doubt in earlier.items() if id_ in document}
        self._report.doubts = {**known, **self._report.doubts}
        if self._report.doubts:
            meta[KEY] = doubts_json(self._report.doubts)
        return Kept(rows, points, meta)

    def _kept_points(self, numbers: list[int]) -> list[RestorePoint]:
        """Return the restore points that the journal still leads back to."""
        last = max(self._past.rows, default=0)
        oldest = numbers[0] - 1 if numbers else last
        nothing_leads_back = self._report.steps_lost and not numbers
        found = map(parts.restore_point, self._found.best("restore_points", "id").values())
        points = [p for p in found if p is not None and oldest <= p.seq <= last]
        kept = [] if nothing_leads_back else sorted(points, key=lambda point: point.id)
        self._report.points_lost = len(self._found.rows["restore_points"]) - len(kept)
        return kept
