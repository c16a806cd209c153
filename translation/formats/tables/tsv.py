"""Tab-separated values: one row a segment, for scripts and evaluation tools.

Header ``id source draft target state reference``, where there are more also ``reference 2`` …;
quoted as CSV does and only where needed, quotes doubled, UTF-8 without mark, LF. Cells are what
they are: no guard against formulas, which the tables for spreadsheets have (csv_table,
xlsx_write). In: any column may be missing but ``source``, and stand anywhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.formats.decoding import decode
from translation.formats.notices import text_notices
from translation.formats.spec import Written
from translation.formats.tables.segment_table import (
    SegmentTable,
    columns_for,
    document_rows,
    find_table,
    imported_file,
    no_table,
)
from translation.formats.tables.separated import separated_rows

if TYPE_CHECKING:
    from translation.formats.spec import ReadOptions, WriteOptions
    from translation.model.document import Document
    from translation.model.imported import ImportedFile

FORMAT = "tsv"
COLUMNS = ("id", "source", "draft", "target", "state", "reference")
_QUOTED = re.compile('[\t\r\n"]')


def write(document: Document, options: WriteOptions) -> Written:
    """Write every segment that is no page furniture as a row."""
    columns = columns_for(document, COLUMNS)
    rows = ["\t".join(columns)]
    for _unit, _segment, cells in document_rows(document, options.report, with_stamp=False):
        rows.append("\t".join(_cell(cells.get(name, "")) for name in columns))
    return Written(("\n".join(rows) + "\n").encode("utf-8"))


def _cell(text: str) -> str:
    if _QUOTED.search(text):
        return '"' + text.replace('"', '""') + '"'
    return text


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read a table with a heading row: a unit for each row.

    Raises InputError: what decoding raises, wrong_format, no_text, too_many_codes.
    """
    return [imported_file(read_table(data, options), FORMAT, data, options)]


def read_table(data: bytes, options: ReadOptions) -> SegmentTable:
    """Return the rows of the table. Raises InputError: what decoding raises, wrong_format."""
    decoded = decode(data, options.name, options.encoding)
    rows, notices = separated_rows(decoded.text, "\t", options.name)
    found = find_table(rows, options)
    if found is None:
        raise no_table(options, "TSV")
    return SegmentTable(
        *found, (*text_notices(decoded, options.name, ()), *notices), decoded.encoding
    )
