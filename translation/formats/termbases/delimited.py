"""Termbases as CSV and TSV: see columns for what the columns are.

Cells that a spreadsheet would run as a formula are guarded as in every table of ours (csv_table).
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from translation.formats.decoding import decode
from translation.formats.notices import guess_notices
from translation.formats.spec import Written
from translation.formats.tables.formula_guard import guarded, unguarded
from translation.formats.tables.separated import guess_separator, separated_rows
from translation.formats.termbases.rows import entry_rows, headings, read_rows
from translation.formats.termbases.spec import ReadTerms, entries_to_write

if TYPE_CHECKING:
    from translation.formats.spec import ReadOptions, WriteOptions
    from translation.model.term import TermBase


def read_csv(data: bytes, options: ReadOptions) -> ReadTerms:
    """Read a table separated by commas, semicolons or tabs; raises InputError as decoding does."""
    return _read(data, options, "")


def read_tsv(data: bytes, options: ReadOptions) -> ReadTerms:
    """Read a table separated by tabs; raises InputError as decoding does."""
    return _read(data, options, "\t")


def _read(data: bytes, options: ReadOptions, separator: str) -> ReadTerms:
    decoded = decode(data, options.name, options.encoding)
    text, mark = decoded.text, separator
    if text[:4].lower() == "sep=":  # a line in which Excel says it
        first, _, text = text.partition("\n")
        mark = mark or first[4:5]
    numbered, notices = separated_rows(text, mark or guess_separator(text), options.name)
    found = read_rows(([unguarded(cell) for cell in row] for _, row in numbered), options)
    guess = guess_notices(decoded, options.name)
    return ReadTerms(found.termbase, (*guess, *notices, *found.notices))


def write_csv(termbase: TermBase, options: WriteOptions) -> Written:
    """Write CSV as spreadsheets like it: UTF-8 with a mark, CRLF."""
    return Written(_written(termbase, options, ",", "\r\n").encode("utf-8-sig", "replace"))


def write_tsv(termbase: TermBase, options: WriteOptions) -> Written:
    """Write TSV: UTF-8 without a mark, LF."""
    return Written(_written(termbase, options, "\t", "\n").encode("utf-8", "replace"))


def _written(termbase: TermBase, options: WriteOptions, separator: str, line_end: str) -> str:
    titles, kinds = headings(termbase)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=separator, lineterminator=line_end)
    writer.writerow(map(guarded, titles))
    for entry in entries_to_write(termbase, options):
        writer.writerows([guarded(cell) for cell in row] for row in entry_rows(entry, kinds))
    return stream.getvalue()
