"""XLSX in: the sheets that hold tables of segments.

The cells are read from the XML itself, in one pass and without a tree (a library for
spreadsheets alters texts like ``x005F_`` and widens sparse rows without bound). A formula is
never computed: what the spreadsheet last showed for it counts, and a notice says so. Numbers
and dates that a spreadsheet made of what was typed become text again. Nothing outside the file
is ever looked at. ISO/IEC 29500-1, part 18.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace as with_changes
from itertools import islice
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats import safe_xml
from translation.formats.notices import counted
from translation.formats.safe_xml_events import read_events
from translation.formats.safe_zip import open_zip
from translation.formats.tables.segment_table import (
    SegmentTable,
    find_table,
    imported_file,
    no_table,
)
from translation.formats.tables.xlsx_cells import MOST_ROWS, MOST_TEXTS, SharedTexts, SheetCells
from translation.formats.tables.xlsx_styles import date_styles
from translation.formats.tables.xlsx_write import FORMAT, NAME
from translation.model.imported import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.formats.safe_zip import SafeZip
    from translation.formats.spec import ReadOptions
    from translation.model.imported import ImportedFile

_WORKBOOK = "xl/workbook.xml"
_SHARED = "xl/sharedStrings.xml"
_STYLES = "xl/styles.xml"
_MOST_SHEETS = 50
_MOST_EMPTY_ROWS = 1_048_576
"""Rows, with and without cells, of all sheets that are looked at: what one sheet can hold."""
_RELATION = "}id"


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read the tables with heading rows: a file for each sheet, a unit for each row.

    The first sheet that holds a table is read, and of others those that are headed alike.
    Raises InputError: what opening a zip and parsing XML raise, wrong_format, no_columns,
    no_such_columns, too_many_rows, no_text, too_many_codes.
    """
    found: list[ImportedFile] = []
    for table in _tables(data, options):
        name = f"{options.name} – {table.layout.sheet}" if found else options.name
        try:
            found.append(imported_file(table, FORMAT, data, with_changes(options, name=name)))
        except InputError as error:
            if error.reason != "no_text" or not found:
                raise
    return found


def read_table(data: bytes, options: ReadOptions) -> SegmentTable:
    """Return the rows of the first sheet that holds a table; raises as ``read`` does."""
    return next(iter(_tables(data, options)))


def _tables(data: bytes, options: ReadOptions) -> list[SegmentTable]:
    found: list[SegmentTable] = []
    empty: list[SegmentTable] = []
    passed: list[str] = []
    first: list[tuple[int, list[str]]] = []
    wanted = options.columns.sheet.casefold() if options.columns else ""
    for sheet in read_sheets(data, options):
        table = None
        if not wanted or sheet.name.casefold() == wanted:
            first = first or list(islice(sheet.cells.rows(), 1))
            table = _table(sheet, options)
        if table is not None and not any(row["source"] for row in table.rows):
            empty.append(table)
        elif table is not None and (not found or _is_alike(table, found[0])):
            found.append(table)
        elif any(True for _ in sheet.cells.rows()):
            passed.append(sheet.name)
    if not found and not empty:
        raise no_table(options, NAME, first)
    if not found:
        return empty[:1]
    facts = (("file", options.name), ("sheets", ", ".join(passed)))
    said = (Notice("sheets_left_out", facts),) if passed else ()
    return [with_changes(found[0], notices=(*found[0].notices, *said)), *found[1:]]


def _table(sheet: Sheet, options: ReadOptions) -> SegmentTable | None:
    found = find_table(sheet.cells.rows(), options)
    if found is None:
        return None
    layout, rows = with_changes(found[0], sheet=sheet.name), found[1]
    target = layout.columns.get("target", layout.columns["source"])
    covered = sheet.cells.covered_rows(target, (row.number for row in rows))
    open_rows = tuple(row for row in rows if row.number not in covered)
    merged = sum(bool(row["source"].strip()) for row in rows if row.number in covered)
    notices = counted(options.name, formulas=sheet.cells.formulas, merged_rows=merged)
    formatted = frozenset(number for number, place in sheet.cells.formatted if place == target)
    return SegmentTable(layout, open_rows, tuple(notices), formatted=formatted)


def _is_alike(table: SegmentTable, first: SegmentTable) -> bool:
    """Tell whether a sheet is headed as the first one, so that it is meant as well."""
    return (
        bool(table.rows)
        and not first.layout.is_own
        and table.layout.headings == first.layout.headings
        and table.layout.columns == first.layout.columns
        and bool(table.layout.heading)
    )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook: its name, the part it stands in, and its cells."""

    name: str
    part: str
    cells: SheetCells


def read_sheets(data: bytes, options: ReadOptions) -> Iterator[Sheet]:
    """Give the sheets of a workbook in their order.

    Raises InputError: what opening a zip and parsing XML raise, too_many_rows.
    """
    package = open_zip(data, options.name, NAME, needed=[_WORKBOOK])
    texts = SharedTexts(options)
    if _SHARED in package:
        shared = _counted(package.read(_SHARED), b"</si>", MOST_TEXTS, options)
        read_events(shared, options.name, texts)
    dates = date_styles(package.read(_STYLES), options.name) if _STYLES in package else frozenset()
    rows = 0
    for name, part in sheet_parts(package, options.name):
        cells = SheetCells(options, texts, dates)
        data = _counted(package.read(part), b"</row>", MOST_ROWS, options)
        rows += data.count(b"<row")
        if rows > _MOST_EMPTY_ROWS:
            raise InputError("too_many_rows", file=options.name, limit=_MOST_EMPTY_ROWS)
        read_events(data, options.name, cells)
        yield Sheet(name, part, cells)


def _counted(data: bytes, mark: bytes, limit: int, options: ReadOptions) -> bytes:
    """Return a part in which the mark is not too often: looked at before the work of reading."""
    if data.count(mark) > limit:
        raise InputError("too_many_rows", file=options.name, limit=limit)
    return data


def sheet_parts(package: SafeZip, name: str) -> Iterator[tuple[str, str]]:
    """Give the names and parts of the sheets in the order of the workbook."""
    book = safe_xml.parse(package.read(_WORKBOOK), name)
    relations = "xl/_rels/workbook.xml.rels"
    root = safe_xml.parse(package.read(relations), name)
    targets = {
        element.get("Id"): element.get("Target", "")
        for element in root.iter("{*}Relationship")
        if element.get("TargetMode") != "External"
    }
    given = 0
    for sheet in book.iter("{*}sheet"):
        key = next((v for name, v in sheet.attrib.items() if str(name).endswith(_RELATION)), "")
        target = targets.get(str(key), "")
        part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        if part in package and given < _MOST_SHEETS:
            given += 1
            yield sheet.get("name", ""), part
    if not given:
        raise InputError("bad_zip", file=name, format=NAME, detail="it has no sheet")
