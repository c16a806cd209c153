"""The table that comes back: what a colleague changed in it, compared with what stands here now.

A table was exported with a stamp on each id (formats.row_stamp), so three things are known of a
row: how it was then, how it came back, and how it is here now. Nothing is changed by comparing;
``Return.edits`` makes one batch of what a person ticks.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats import FORMATS, ReadOptions, find_reader, read_bytes
from translation.formats.tables.row_stamp import unstamped
from translation.formats.visible_codes import show_codes
from translation.model.edits import Edit, EditBatch, Put, Say
from translation.model.imported import Notice
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.ports import no_report
from translation.model.record import Note, Record
from translation.work.return_merging import RowMerge

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from translation.formats.tables.segment_table import SegmentTable, TableRow
    from translation.model.document import Document
    from translation.model.ports import Report
    from translation.model.segment import Segment

LABEL = "return"
STEP = 500


class Standing(StrEnum):
    """How a row of the table stands to the segment it is about."""

    CHANGED = "changed"
    """It was changed there, and here nothing was since the export."""
    SAME = "same"
    CHANGED_HERE = "changed_here"
    """It came back as it was exported; here it was changed since."""
    CONFLICT = "conflict"
    """It was changed there, and here too since the export."""
    EMPTIED = "emptied"
    """There is no translation in the table any more."""
    SOURCE_ALTERED = "source_altered"
    """Its source is not the segment's: altered there, or split, merged or replaced here."""
    DUPLICATE = "duplicate"
    """Another row says something else about the same segment."""
    LOCKED = "locked"
    """It was changed there, but the segment is locked or page furniture."""
    ID_UNKNOWN = "id_unknown"
    MISSING = "missing"
    """The segment is not in the table."""


CONFLICTS = frozenset(Standing) - {Standing.CHANGED, Standing.SAME, Standing.CHANGED_HERE}
"""What a person has to look at."""


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row of the table, or a segment that is in none.

    ``number`` counts the file's rows from 1, 0 for none. ``before`` is the segment as it is
    here, None for an unknown id; ``after`` is what the row would make of it, None where it
    changes nothing or must not. ``source`` and ``target`` are the row's texts, ``source_here``
    and ``target_here`` (a draft where there is no target) those of the segment, all with inline
    codes written visibly.
    """

    number: int
    id: str
    standing: Standing
    before: Segment | None = None
    after: Segment | None = None
    source: str = ""
    target: str = ""
    source_here: str = ""
    target_here: str = ""
    remark: str = ""
    """What the colleague wrote into the comment of the row: to be a note in the table's name."""

    @property
    def is_ticked(self) -> bool:
        """Whether it is to be applied unless a person says otherwise."""
        return self.standing is Standing.CHANGED and self.after is not None


@dataclass(frozen=True, slots=True)
class Return:
    """A table compared with the document: its rows in order, then the segments it lacks."""

    path: Path
    rows: tuple[ReturnedRow, ...]
    notices: tuple[Notice, ...] = ()

    @property
    def counts(self) -> Counter[Standing]:
        """How many rows stand how."""
        return Counter(row.standing for row in self.rows)

    def edits(
        self, chosen: Collection[int], new_id: Callable[[str], str], now: float
    ) -> EditBatch | None:
        """Return the batch that applies the rows at these places, None where nothing changes.

        Of two rows about one segment the later one holds. ``new_id`` makes the ids of records,
        as ``Document.new_id`` does; ``now`` is their time, in seconds since 1970.
        """
        wanted = {
            row.before.id: (row.before, row.after, row.remark)
            for place, row in enumerate(self.rows)
            if place in chosen and row.before is not None and row.after is not None
        }
        edits: list[Edit] = []
        for id_, (before, after, remark) in wanted.items():
            if before != after:
                edits.append(Put(before, after))
            if remark:
                note = Record.of(new_id("r"), id_, Note(remark), self.path.name, now)
                edits.append(Say(None, note))
        return EditBatch(LABEL, tuple(edits), segment_id=next(iter(wanted))) if edits else None


def read_return(path: Path, document: Document, report: Report = no_report) -> Return:
    """Read a table that came back and compare it with the document.

    Raises InputError: no_return for other kinds of files, no_return_ids for a table without ids
    or targets, and what reading the format raises; and what ``report`` raises.
    """
    suffix = path.suffix.lower()
    readers = (spec.read_returned for spec in FORMATS if suffix in spec.suffixes)
    reader = next(filter(None, readers), None)
    if reader is None:
        find_reader(path)  # What is missing, a folder or of no known kind is called that.
        raise InputError("no_return", file=path.name)
    pair = document.files[0].pair if document.files else ARABIC_TO_ENGLISH
    table = reader(read_bytes(path), ReadOptions(path.name, pair, report=report))
    return compare(document, table, path, report)


def compare(
    document: Document, table: SegmentTable, path: Path, report: Report = no_report
) -> Return:
    """Compare the rows of a table with the document. Raises InputError no_return_ids."""
    if not {"id", "target"} <= table.columns:
        raise InputError("no_return_ids", file=path.name)
    known = {show_codes(segment.id, ()): segment for segment in document.segments}
    rows: list[ReturnedRow] = []
    unmarked = 0
    for done, row in enumerate(table.rows):
        if done % STEP == 0:
            report(done, len(table.rows))
        id_, mark = unstamped(row["id"])
        unmarked += mark is None and id_ in known
        rows.append(_compared(document, table, row, id_, known.get(id_)))
    there = {row.id for row in rows}
    rows += [
        _beside(ReturnedRow(0, id_, Standing.MISSING, segment), document, segment)
        for id_, segment in known.items()
        if id_ not in there and not document.is_furniture(segment)
    ]
    notices = list(table.notices)
    if unmarked:
        notices.append(Notice("return_unmarked", (("file", path.name), ("count", str(unmarked)))))
    return Return(path, _with_duplicates(rows), tuple(notices))


def _compared(
    document: Document, table: SegmentTable, row: TableRow, id_: str, segment: Segment | None
) -> ReturnedRow:
    found = ReturnedRow(
        row.number, id_, Standing.ID_UNKNOWN, segment, None, row["source"], row["target"]
    )
    if segment is None:
        return found
    codes = document.unit_of(segment).codes
    found = _beside(found, document, segment)
    merge = RowMerge.of(document, table, row, segment)
    after = merge.after(document)
    if after is not None and after.target is not None:
        found = replace(found, target=show_codes(after.target, codes))
    if after is None:
        return replace(found, standing=_idle_standing(merge))
    if segment.locked or document.is_furniture(segment):
        return replace(found, standing=Standing.LOCKED)
    if not merge.same_source:
        standing = Standing.SOURCE_ALTERED
    elif merge.changed_here:
        standing = Standing.CONFLICT
    else:
        standing = Standing.EMPTIED if merge.is_emptied else Standing.CHANGED
    return replace(found, standing=standing, after=after, remark=merge.remark)


def _beside(row: ReturnedRow, document: Document, segment: Segment) -> ReturnedRow:
    """Return the row with the texts of its segment."""
    codes = document.unit_of(segment).codes
    return replace(
        row,
        source_here=show_codes(segment.source, codes),
        target_here=show_codes(document.shown_target(segment), codes),
    )


def _idle_standing(merge: RowMerge) -> Standing:
    """Return the standing of a row that has nothing to bring."""
    if not merge.same_source and not merge.texts_kept_there:
        return Standing.SOURCE_ALTERED
    return Standing.SAME if merge.is_same else Standing.CHANGED_HERE


def _with_duplicates(rows: list[ReturnedRow]) -> tuple[ReturnedRow, ...]:
    """Mark rows that say different things about one segment; leave out mere copies."""
    kept: dict[tuple[object, ...], ReturnedRow] = {}
    for row in rows:
        said = (row.id, row.after, row.remark, row.source) if row.before else (row.number,)
        kept.setdefault(said, row)
    often = Counter(row.id for row in kept.values() if row.before)
    return tuple(
        replace(row, standing=Standing.DUPLICATE) if row.before and often[row.id] > 1 else row
        for row in kept.values()
    )
