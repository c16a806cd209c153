"""Segments as rows of a table, whatever kind of file holds it: one place for all columns.

A table has a heading row that names its columns (see table_headings) and a row a segment. Its
cells show inline codes as visible_codes says. An empty target cell is no target.

A table that may come back bears stamps on its ids (row_stamp), and in texts that run from right
to left a left-to-right mark stands at either end of each code: ``{/2}`` would look like ``{2/}``.
In tables of others (no such headings, no stamp) braces are text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.code_table import CodeTable
from translation.formats.comments import comment_of, joined_notes
from translation.formats.notices import counted
from translation.formats.tables.row_stamp import stamp, stamped, unstamped
from translation.formats.tables.table_headings import reference_column
from translation.formats.tables.table_layout import FIRST_ROWS, TableLayout, find_layout
from translation.formats.visible_codes import (
    VISIBLE_CODE,
    read_characters,
    read_codes,
    show_codes,
)
from translation.model.imported import (
    ImportedDraft,
    ImportedFile,
    ImportedSegment,
    ImportedUnit,
    Notice,
)
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import SegmentState, joined_references

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from translation.formats.spec import ReadOptions
    from translation.model.document import Document
    from translation.model.language import LanguagePair
    from translation.model.ports import Report
    from translation.model.segment import Segment, TranslationUnit

_STATES = {state.value: state for state in SegmentState}
_LRM = "\u200e"
_MARKED = re.compile(f"{_LRM}({VISIBLE_CODE.pattern}){_LRM}")
_KEPT = {"csv": True, "tsv": True, "xlsx": True, "docx-table": False}
"""Whether a table of others is given back in this format with its other columns."""
STEP = 500
"""Rows from one report to the next."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table by column; ``number`` is its place in the file, counted from 1.

    ``is_own`` tells that this program wrote it: its codes and guards are ours.
    """

    number: int
    cells: Mapping[str, str]
    is_own: bool = True

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class SegmentTable:
    """A table as found: where its columns are, its rows, and what a person should know."""

    layout: TableLayout
    rows: tuple[TableRow, ...]
    notices: tuple[Notice, ...] = ()
    encoding: str = ""
    remarks: Mapping[int, str] = field(default_factory=dict)
    """Comments that hang on rows, by their number, beside those in the comment column."""
    formatted: frozenset[int] = frozenset()
    """The numbers of rows whose target is no plain text: its parts look different."""

    @property
    def columns(self) -> frozenset[str]:
        """The names of its columns."""
        return frozenset(self.layout.columns)


def find_table(
    rows: Iterable[tuple[int, Sequence[str]]], options: ReadOptions
) -> tuple[TableLayout, tuple[TableRow, ...]] | None:
    """Return the layout and rows of the table in these rows; None where nothing heads one."""
    rest = iter(rows)
    first = list(islice(rest, FIRST_ROWS))
    layout = find_layout(first, options.pair, options.columns)
    if layout is None:
        return None
    pair = options.pair or layout.pair or ARABIC_TO_ENGLISH
    heading, is_own_table = list(layout.headings), layout.is_own
    found: list[TableRow] = []
    for passed, (number, cells) in enumerate(chain(first, rest)):
        if passed % STEP == 0:
            options.report(passed, 0)
        # A table cut in two may be headed twice.
        if number > layout.heading and any(cells) and list(cells) != heading:
            named = {
                name: cells[place] for name, place in layout.columns.items() if place < len(cells)
            }
            is_own = is_own_table or unstamped(named.get("id", ""))[1] is not None
            found.append(TableRow(number, _unmarked(named, pair), is_own))
    return layout, tuple(found)


def _unmarked(cells: dict[str, str], pair: LanguagePair) -> dict[str, str]:
    """Return the cells without the marks around codes, in a row that we have written."""
    if unstamped(cells.get("id", ""))[1] is None:
        return cells
    for name in _rtl_columns(pair, cells):
        cells[name] = _MARKED.sub(r"\1", cells[name])
    return cells


def _rtl_columns(pair: LanguagePair, cells: Mapping[str, str]) -> list[str]:
    source = ("source",) if pair.source_is_rtl else ()
    target = ("draft", "target", "reference") if pair.target_is_rtl else ()
    return [name for name in cells if name.startswith((*source, *target))]


def no_table(
    options: ReadOptions, format_name: str, rows: Iterable[tuple[int, Sequence[str]]] = ()
) -> InputError:
    """Return the error for a file in which nothing heads a table of segments.

    ``rows`` are its first: where they have several columns, a person can say which is which.
    """
    for _number, cells in rows:
        named = [cell.strip()[:40] for cell in cells if cell.strip()]
        if named:
            columns = ", ".join(named)
            reason = "no_such_columns" if options.columns else "no_columns"
            return InputError(reason, file=options.name, columns=columns)
    detail = "no column is headed “source”"
    return InputError("wrong_format", file=options.name, format=format_name, detail=detail)


# --- out ---------------------------------------------------------------------------------------


def segment_cells(
    document: Document, unit: TranslationUnit, segment: Segment, *, with_stamp: bool
) -> dict[str, str]:
    """Return the cells of a segment by column; ``with_stamp`` for a table that may come back."""
    draft = document.drafts.base(segment)
    id_, comment = show_codes(segment.id, ()), show_codes(comment_of(document, segment), ())
    source = show_codes(segment.source, unit.codes)
    target = show_codes(segment.target or "", unit.codes)
    cells = {
        "id": id_,
        "source": source,
        "draft": show_codes(draft.text if draft else "", unit.codes),
        "target": target,
        "comment": comment,
        "state": segment.state.value,
        "reference": "",
    }
    for number, reference in enumerate(segment.references, start=1):
        cells[reference_column(number)] = show_codes(reference, unit.codes)
    if with_stamp:
        cells["id"] = stamped(id_, stamp(source, target, segment.state, comment))
        for name in _rtl_columns(document.pair_of(segment), cells):
            cells[name] = VISIBLE_CODE.sub(rf"{_LRM}\g<0>{_LRM}", cells[name])
    return cells


def columns_for(document: Document, columns: Sequence[str]) -> tuple[str, ...]:
    """Return the columns, with one more for each further reference that segments have."""
    most = max((len(segment.references) for segment in document.segments), default=0)
    further = map(reference_column, range(2, most + 1))
    return (*columns, *further)


def document_rows(
    document: Document, report: Report, *, with_stamp: bool
) -> Iterator[tuple[TranslationUnit, Segment, dict[str, str]]]:
    """Give every segment that is no page furniture with its unit and cells, in order."""
    done = 0
    for unit, segments in document.by_unit():
        for segment in () if unit.is_furniture else segments:
            if done % STEP == 0:
                report(done, len(document))
            done += 1
            yield unit, segment, segment_cells(document, unit, segment, with_stamp=with_stamp)


# --- in ----------------------------------------------------------------------------------------


def imported_file(
    table: SegmentTable, format_id: str, data: bytes, options: ReadOptions
) -> ImportedFile:
    """Return the file of a table: a unit for each row that has a source. Raises no_text."""
    pair = options.pair or table.layout.pair
    units = tuple(_units(table, options))
    if not units:
        raise InputError("no_text", file=options.name)
    layout = table.layout
    no_source = sum(not row["source"].strip() and bool(row["target"].strip()) for row in table.rows)
    lost = counted(options.name, rows_without_source=no_source)
    return ImportedFile(
        options.name,
        format_id,
        data,
        units,
        pair,
        table.encoding,
        layout.extraction(),
        (*table.notices, *lost, *layout.notices(options.name, kept=_KEPT[format_id])),
    )


def _units(table: SegmentTable, options: ReadOptions) -> Iterator[ImportedUnit]:
    taken: set[str] = set()
    for done, row in enumerate(table.rows):
        if done % STEP == 0:
            options.report(done, len(table.rows))
        if row["source"].strip():
            yield _unit(row, taken, table.remarks.get(row.number, ""), options.name)


def _unit(row: TableRow, taken: set[str], remark: str, name: str) -> ImportedUnit:
    """Return a row as a unit: no page chrome stands in a table, whatever its words are."""
    table = CodeTable(name)

    def text_of(cell: str) -> str:
        return read_codes(cell, table) if row.is_own else table.text(cell)

    source = text_of(row["source"])
    # Blanks that others left in a cell are no translation.
    is_target = bool(row["target"].strip() or (row.is_own and row["target"]))
    target = text_of(row["target"]) if is_target else _emptied(row)
    draft = text_of(row["draft"])
    references = [text_of(cell) for name, cell in row.cells.items() if name.startswith("reference")]
    core = source.strip()
    start = source.find(core)
    id_ = unstamped(row["id"])[0]
    comment = read_characters(row["comment"]) if row.is_own else row["comment"]
    segment = ImportedSegment(
        core,
        target,
        fitting_state(row["state"], target),
        None if id_ in taken else id_ or None,
        source[:start],
        source[start + len(core) :],
        ImportedDraft(draft) if draft else None,
        reference=joined_references(references),
        note=with_remark(comment, remark),
    )
    taken.add(id_)
    return ImportedUnit(segments=(segment,), codes=table.codes, anchor=str(row.number))


def _emptied(row: TableRow) -> str | None:
    """Return the target of an empty cell: none, or an empty one where the state says so.

    Who confirms that nothing is to stand there leaves the cell empty and its state done.
    """
    state = named_state(row["state"])
    return None if state in (None, SegmentState.INITIAL) else ""


def with_remark(comment: str, remark: str) -> str:
    """Return a comment with what else was remarked on its row, said once."""
    if not remark or remark in comment:
        return comment
    return joined_notes([comment, remark]) if comment.strip() else remark


def named_state(name: str) -> SegmentState | None:
    """Return the state of this name, None where there is none."""
    return _STATES.get(name.strip().lower())


def fitting_state(name: str, target: str | None) -> SegmentState:
    """Return the state named, as far as it fits: without a target nothing can be accepted."""
    if target is None:
        return SegmentState.INITIAL
    state = named_state(name)
    return SegmentState.EDITED if state in (None, SegmentState.INITIAL) else state
