"""Tables of text files, CSV and TSV: read, and given back cell by cell.

A cell that changes is written in the file's own manner: its separator, its quotes, its line
ends, its encoding. Everything else stays, character by character.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import replace as with_changes
from typing import TYPE_CHECKING

from translation.formats.notices import counted, text_notices
from translation.formats.spec import Written
from translation.formats.tables.formula_guard import unguarded
from translation.formats.tables.rows_in_place import changed_rows, read_again
from translation.formats.tables.segment_table import SegmentTable, TableRow, find_table, no_table
from translation.formats.tables.separated import quotes_count, says_separator, separated_rows
from translation.formats.tables.separated_cells import Cell, cells_of
from translation.formats.tables.table_headings import read_heading
from translation.formats.text_place import encoded, original_text, replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from translation.formats.decoding import Decoded
    from translation.formats.spec import ReadOptions, WriteOptions
    from translation.formats.tables.rows_in_place import ChangedRows
    from translation.formats.tables.table_layout import TableLayout
    from translation.formats.text_place import Replacement
    from translation.model.document import Document
    from translation.model.segment import SourceFile

_NUMBER = re.compile(r"[-+]?[0-9][0-9.,]*\Z")


def separated_table(
    decoded: Decoded, separators: Sequence[str], options: ReadOptions, format_name: str
) -> SegmentTable:
    """Return the table of a text whose cells are separated by one of these, the likeliest first.

    The separator by which both source and target are found wins, else the first by which a
    source is. Raises InputError: wrong_format, no_columns, no_such_columns, too_many_rows.
    """
    best: SegmentTable | None = None
    first: Sequence[tuple[int, Sequence[str]]] | None = None
    for separator in separators:
        rows, notices = separated_rows(decoded.text, separator, options.name)
        rows = rows[says_separator(decoded.text) :]
        first = rows[:5] if first is None else first
        found = find_table(rows, options)
        if found is None or (best is not None and "target" not in found[0].columns):
            continue
        if not separates(found[0], rows, separators, separator):
            continue
        layout, table = with_changes(found[0], separator=separator), tuple(map(_bare, found[1]))
        said = (*text_notices(decoded, options.name, ()), *notices)
        if best is None or "target" in layout.columns:
            best = SegmentTable(layout, table, said, decoded.encoding)
        if "target" in best.columns or options.columns:
            break
    if best is None:
        raise no_table(options, format_name, first or ())
    return best


def separates(
    layout: TableLayout,
    rows: Sequence[tuple[int, Sequence[str]]],
    separators: Sequence[str],
    separator: str,
) -> bool:
    """Tell whether a separator of these, the likeliest first, parts the cells of a table.

    It does not where a single heading has texts below that it cuts, nor where that heading is a
    row of several (``Key,Default,Arabic (ar)``).
    """
    if len(layout.headings) != 1:
        return True
    below = (cells for number, cells in rows if number > layout.heading)
    if separator != separators[-1] and any(len(cells) > 1 for cells in below):
        return False
    likelier = separators[: separators.index(separator)]
    is_row = any(mark in layout.headings[0] for mark in likelier)
    return not is_row or bool(read_heading(layout.headings[0]).column)


def _bare(row: TableRow) -> TableRow:
    """Return a row of ours without the guards that this program put."""
    return own_row(with_changes(row, is_own=False)) if row.is_own else row


def own_row(row: TableRow) -> TableRow:
    """Return a row that is known to be ours without the guards that this program put."""
    if row.is_own:  # they are off already
        return row
    cells = {name: unguarded(cell) for name, cell in row.cells.items()}
    return with_changes(row, cells=cells, is_own=True)


def own_table(table: SegmentTable) -> SegmentTable:
    """Return a table that is known to be ours without the guards that this program put."""
    return with_changes(table, rows=tuple(map(own_row, table.rows)))


def write_in_place(
    document: Document,
    file: SourceFile,
    layout: TableLayout,
    reader: Callable[[bytes, ReadOptions], SegmentTable],
    options: WriteOptions,
) -> Written:
    """Return the table the document was read from, with what changed in its cells.

    Raises ExportError original_damaged where it cannot be read again.
    """
    original = original_text(file, options)
    table = read_again(file, layout, reader, options)
    changes = changed_rows(document, file, layout, table, options)
    if not changes.cells:
        return Written(file.original, changes.notices, changes.holds)
    is_quoted = quotes_count(original.text, layout.separator)
    cells = _Cells(original.text, layout.separator, is_quoted)
    text = replaced(original.text, cells.replacements(layout, changes))
    data, said = encoded(text, original, options.name)
    if said and file.format == "csv":  # else a spreadsheet would go on taking it for a code page
        data = codecs.BOM_UTF8 + data
    lost = counted(options.name, cells_flattened=cells.flattened)
    return Written(data, (*changes.notices, *said, *lost), changes.holds)


class _Cells:
    """The cells of a text by place; ``flattened`` counts texts that the file cannot hold whole."""

    def __init__(self, text: str, separator: str, is_quoted: bool) -> None:
        self.flattened = 0
        self._separator, self._is_quoted = separator, is_quoted
        self._rows = list(cells_of(text, separator, is_quoted))
        self._always = is_quoted and self._quotes_always()
        self._awkward = re.compile(f'[{re.escape(separator)}"\r\n]|\\A\\s|\\s\\Z')

    def _quotes_always(self) -> bool:
        """Tell whether quotes stand around every text, needed or not."""
        texts = [cell for row in self._rows for cell in row if cell.text]
        bare = sum(not cell.is_quoted and not _NUMBER.match(cell.text) for cell in texts)
        return bare == 0 and any(cell.is_quoted for cell in texts)

    def replacements(self, layout: TableLayout, changes: ChangedRows) -> Iterator[Replacement]:
        """Give what is to stand where."""
        width = max(map(len, self._rows), default=0)
        made = "target" not in layout.columns
        places = {**layout.columns, "target": layout.columns.get("target", width)}
        for number, row in enumerate(self._rows, start=1):
            if number < max(layout.heading, 1) or not any(cell.text for cell in row):
                continue
            cells = dict(changes.cells.get(number, {}))
            if made:
                cells.setdefault("target", changes.heading if number == layout.heading else "")
            yield from self._in_row(row, {places[name]: text for name, text in cells.items()})

    def _in_row(self, row: Sequence[Cell], cells: Mapping[int, str]) -> Iterator[Replacement]:
        """Give the replacements of a row; a row that ends before a place is filled up to it."""
        beyond = {place: text for place, text in cells.items() if place >= len(row)}
        for place, text in cells.items():
            if place < len(row):
                yield row[place].start, row[place].end, self._written(text, row[place])
        if beyond:
            more = (
                self._separator + (self._written(beyond[place]) if place in beyond else "")
                for place in range(len(row), max(beyond) + 1)
            )
            yield row[-1].end, row[-1].end, "".join(more)

    def _written(self, text: str, before: Cell | None = None) -> str:
        if not self._is_quoted:
            flat = re.sub(f"[{re.escape(self._separator)}\r\n]+", " ", text)
            self.flattened += flat != text
            return flat
        was_quoted = before is not None and before.is_quoted
        if was_quoted or self._always or self._awkward.search(text):
            return '"' + text.replace('"', '""') + '"'
        return text
