"""Tab-separated values: one row a segment, for scripts and evaluation tools.

Header ``id source draft target state reference``, where there are more also ``reference 2`` …;
quoted as CSV does and only where needed, quotes doubled, UTF-8 without mark, LF. Spreadsheets
open it too: a cell that one would run as a formula is guarded as in CSV (formula_guard). In: any
column may be missing but ``source``, and stand anywhere. A table of others is given back with its
translations in it (separated_table).
"""

from __future__ import annotations

import re
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
from translation.formats.tables.separated_table import own_table, separated_table, write_in_place

if TYPE_CHECKING:
    from translation.formats.spec import ReadOptions, WriteOptions
    from translation.model.document import Document
    from translation.model.imported import ImportedFile

FORMAT = "tsv"
COLUMNS = ("id", "source", "draft", "target", "state", "reference")
_QUOTED = re.compile('[\t\r\n"]')


def write(document: Document, options: WriteOptions) -> Written:
    """Write every segment that is no page furniture as a row.

    A document that was opened from a table of others is written into that table; raises
    ExportError original_damaged where it cannot be read again.
    """
    if (found := table_to_fill(document, FORMAT, options)) is not None:
        return write_in_place(document, *found, read_table, options)
    columns = columns_for(document, COLUMNS)
    rows = ["\t".join(columns)]
    for _unit, _segment, cells in document_rows(document, options.report, with_stamp=False):
        rows.append("\t".join(_cell(guarded(cells.get(name, ""))) for name in columns))
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
    """Return the rows of the table, guards of ours taken off.

    Raises InputError: what decoding raises, wrong_format, no_columns, no_such_columns.
    """
    decoded = decode(data, options.name, options.encoding)
    return separated_table(decoded, ("\t",), options, "TSV")


def read_returned(data: bytes, options: ReadOptions) -> SegmentTable:
    """Return the rows of a table of ours that comes back; raises what ``read_table`` raises."""
    return own_table(read_table(data, options))
