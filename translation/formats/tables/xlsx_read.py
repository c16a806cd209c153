"""XLSX in: the first sheet that holds a table of segments.

The cells are read from the XML itself, in one pass and without a tree (a library for
spreadsheets alters texts like ``x005F_`` and widens sparse rows without bound). A formula is
never computed: what the spreadsheet last showed for it counts, and a notice says so. Numbers
and dates that a spreadsheet made of what was typed become text again. Nothing outside the file
is ever looked at. ISO/IEC 29500-1, part 18.
"""

from __future__ import annotations

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
    """Read a table with a heading row: a unit for each row.

    Raises InputError: what opening a zip and parsing XML raise, wrong_format, too_many_rows,
    no_text, too_many_codes.
    """
    return [imported_file(read_table(data, options), FORMAT, data, options)]


def read_table(data: bytes, options: ReadOptions) -> SegmentTable:
    """Return the rows of the first sheet that holds a table; raises as ``read`` does."""
    for sheet in read_sheets(data, options):
        found = find_table(sheet.rows(), options)
        if found is not None:
            notices = counted(options.name, formulas=sheet.formulas)
            return SegmentTable(*found, tuple(notices))
    raise no_table(options, NAME)


def read_sheets(data: bytes, options: ReadOptions) -> Iterator[SheetCells]:
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
    for part in _sheets(package, options):
        sheet = SheetCells(options, texts.found, dates)
        data = _counted(package.read(part), b"</row>", MOST_ROWS, options)
        rows += data.count(b"<row")
        if rows > _MOST_EMPTY_ROWS:
            raise InputError("too_many_rows", file=options.name, limit=_MOST_EMPTY_ROWS)
        read_events(data, options.name, sheet)
        yield sheet


def _counted(data: bytes, mark: bytes, limit: int, options: ReadOptions) -> bytes:
    """Return a part in which the mark is not too often: looked at before the work of reading."""
    if data.count(mark) > limit:
        raise InputError("too_many_rows", file=options.name, limit=limit)
    return data


def _sheets(package: SafeZip, options: ReadOptions) -> Iterator[str]:
    """Give the parts of the sheets in the order of the workbook."""
    book = safe_xml.parse(package.read(_WORKBOOK), options.name)
    relations = "xl/_rels/workbook.xml.rels"
    root = safe_xml.parse(package.read(relations), options.name)
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
            yield part
    if not given:
        raise InputError("bad_zip", file=options.name, format=NAME, detail="it has no sheet")
