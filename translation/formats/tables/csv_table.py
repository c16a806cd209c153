"""Comma-separated values, for spreadsheets: a table that opens safely there and may come back.

Header ``id source draft target state comment reference``, UTF-8 with a mark (Excel takes it for
a code page without one), CRLF (RFC 4180). The id bears a stamp (row_stamp). A cell that a
spreadsheet would run as a formula gets an apostrophe before it, which reading takes off again.
In: commas, semicolons, tabs or bars; the columns of segment_table in any order; ragged rows. A
table of others is given back with its translations in it (separated_table).
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from translation.formats.decoding import decode
from translation.formats.spec import Written
from translation.formats.tables.formula_guard import guarded
from translation.formats.tables.rows_in_place import table_to_fill
from translation.formats.tables.segment_table import (
    SegmentTable,
    columns_for,
    document_rows,
    imported_file,
)
from translation.formats.tables.separated import likely_separators
from translation.formats.tables.separated_table import own_table, separated_table, write_in_place

if TYPE_CHECKING:
    from translation.formats.spec import ReadOptions, WriteOptions
    from translation.model.document import Document
    from translation.model.imported import ImportedFile

FORMAT = "csv"
COLUMNS = ("id", "source", "draft", "target", "state", "comment", "reference")


def write(document: Document, options: WriteOptions) -> Written:
    """Write every segment that is no page furniture as a row.

    A document that was opened from a table of others is written into that table; raises
    ExportError original_damaged where it cannot be read again.
    """
    if (found := table_to_fill(document, FORMAT, options)) is not None:
        return write_in_place(document, *found, read_table, options)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    columns = columns_for(document, COLUMNS)
    writer.writerow(columns)
    for _unit, _segment, cells in document_rows(document, options.report, with_stamp=True):
        writer.writerow([guarded(cells.get(name, "")) for name in columns])
    return Written(out.getvalue().encode("utf-8-sig"))


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read a table with a heading row: a unit for each row.

    Raises InputError: what decoding raises, wrong_format, no_text, too_many_codes.
    """
    return [imported_file(read_table(data, options), FORMAT, data, options)]


def read_table(data: bytes, options: ReadOptions) -> SegmentTable:
    """Return the rows of the table, guards of ours taken off.

    Raises InputError: what decoding raises, wrong_format, no_columns, no_such_columns.
    """
    decoded = decode(data, options.name, options.encoding)
    chosen = options.columns.separator if options.columns else ""
    separators = (chosen,) if chosen else likely_separators(decoded.text)
    return separated_table(decoded, separators, options, "CSV")


def read_returned(data: bytes, options: ReadOptions) -> SegmentTable:
    """Return the rows of a table of ours that comes back; raises what ``read_table`` raises."""
    return own_table(read_table(data, options))
