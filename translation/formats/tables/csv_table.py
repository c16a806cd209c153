"""Comma-separated values, for spreadsheets: a table that opens safely there and may come back.

Header ``id source draft target state comment reference``, UTF-8 with a mark (Excel takes it for
a code page without one), CRLF (RFC 4180). The id bears a stamp (row_stamp). A cell that a
spreadsheet would run as a formula gets an apostrophe before it, which reading takes off again.
In: commas, semicolons or tabs; the columns of segment_table in any order; ragged rows.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from translation.formats.decoding import decode
from translation.formats.notices import text_notices
from translation.formats.spec import Written
from translation.formats.tables.segment_table import (
    SegmentTable,
    TableRow,
    columns_for,
    document_rows,
    find_table,
    imported_file,
    no_table,
)
from translation.formats.tables.separated import guess_separator, separated_rows

if TYPE_CHECKING:
    from translation.formats.spec import ReadOptions, WriteOptions
    from translation.model.document import Document
    from translation.model.imported import ImportedFile

FORMAT = "csv"
COLUMNS = ("id", "source", "draft", "target", "state", "comment", "reference")
_UNSEEN = r"[\s\ufeff\u200b-\u200f\u2028-\u202e\u2060-\u2069]*"
_FORMULA = re.compile(rf"'*(?:[\t\r]|{_UNSEEN}[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""What a spreadsheet may take for a formula (OWASP, CSV injection), unseen characters and
full-width forms before it; apostrophes of the text's own are guarded too, so that exactly the
guard comes off."""


def guarded(text: str) -> str:
    """Return a cell's text so that no spreadsheet runs it."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return the text of a guarded cell."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text, 1) else text


def write(document: Document, options: WriteOptions) -> Written:
    """Write every segment that is no page furniture as a row."""
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
    """Return the rows of the table, guards taken off.

    Raises InputError: what decoding raises, wrong_format.
    """
    decoded = decode(data, options.name, options.encoding)
    separator = guess_separator(decoded.text)
    rows, notices = separated_rows(decoded.text, separator, options.name)
    found = find_table(rows, options)
    if found is None:
        raise no_table(options, "CSV")
    columns, guarded_rows = found
    bare = tuple(
        TableRow(row.number, {name: unguarded(cell) for name, cell in row.cells.items()})
        for row in guarded_rows
    )
    notices = (*text_notices(decoded, options.name, ()), *notices)
    return SegmentTable(columns, bare, notices, decoded.encoding)
