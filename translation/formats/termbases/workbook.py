"""Termbases as XLSX: the first sheet that has rows; see columns for what the columns are.

Reading never computes a formula and looks at nothing outside the file (xlsx_cells); every cell
is written as text.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from translation.errors import ExportError
from translation.formats.notices import counted
from translation.formats.safe_xml import clean
from translation.formats.spec import Written
from translation.formats.tables.xlsx_read import read_sheets
from translation.formats.tables.xlsx_write import LONGEST_CELL, MOST_ROWS, NAME
from translation.formats.termbases.rows import entry_rows, headings, read_rows
from translation.formats.termbases.spec import ReadTerms, entries_to_write
from translation.model.language import is_right_to_left
from translation.text.utf16 import utf16_length

if TYPE_CHECKING:
    from typing import Any

    from translation.formats.spec import ReadOptions, WriteOptions
    from translation.model.term import TermBase

_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_WIDTH, _ID_WIDTH = 30, 10


def read(data: bytes, options: ReadOptions) -> ReadTerms:
    """Read a workbook; raises InputError as opening a zip and parsing XML do."""
    for sheet in read_sheets(data, options):
        rows = [cells for _, cells in sheet.cells.rows()]
        if rows:
            found = read_rows(rows, options)
            notices = counted(options.name, formulas=sheet.cells.formulas)
            return ReadTerms(found.termbase, (*notices, *found.notices))
    return read_rows((), options)


def write(termbase: TermBase, options: WriteOptions) -> Written:
    """Write a workbook of one sheet. Raises ExportError: cell_too_long, too_many_rows."""
    import xlsxwriter

    titles, kinds = headings(termbase)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": _NO_TIME})
    sheet = book.add_worksheet("Terms")
    base = {"num_format": "@", "text_wrap": True, "valign": "top"}
    heading = book.add_format({**base, "bold": True})
    directions = {True: 2, False: 1}
    forms = [
        book.add_format({**base, "reading_order": directions[is_right_to_left(language)]})
        for language, _ in kinds
    ]
    sheet.set_column(0, 0, _ID_WIDTH)
    sheet.set_column(1, max(1, len(kinds) - 1), _WIDTH)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    _write_row(sheet, 0, titles, [heading] * len(kinds), options)
    entries = entries_to_write(termbase, options)
    rows = (cells for entry in entries for cells in entry_rows(entry, kinds))
    for row, cells in enumerate(rows, start=1):
        if row >= MOST_ROWS:
            raise ExportError("too_many_rows", file=options.name, limit=MOST_ROWS - 1)
        _write_row(sheet, row, cells, forms, options)
    book.close()
    return Written(out.getvalue())


def _write_row(
    sheet: Any, row: int, cells: list[str], forms: list[Any], options: WriteOptions
) -> None:
    for place, text in enumerate(cells):
        if utf16_length(text) > LONGEST_CELL:
            raise ExportError(
                "cell_too_long", file=options.name, row=row, limit=LONGEST_CELL, format=NAME
            )
        if text:
            sheet.write_string(row, place, clean(text), forms[place])
