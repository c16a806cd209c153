"""The first rows of a table, for a person to say which of its columns holds what."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace as with_changes
from itertools import islice
from typing import TYPE_CHECKING

from translation.errors import InputError, UsageError
from translation.formats.decoding import decode
from translation.formats.tables import csv_table, tsv
from translation.formats.tables.separated import likely_separators, says_separator, separated_rows
from translation.formats.tables.separated_table import separates
from translation.formats.tables.table_layout import find_layout
from translation.formats.tables.xlsx_read import read_sheets
from translation.formats.tables.xlsx_write import FORMAT as WORKBOOK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.formats.spec import ReadOptions
    from translation.formats.tables.table_layout import TableLayout

ROWS = 30
"""Rows that are shown."""
LONGEST = 300
"""Characters of a cell that are shown."""

Rows = tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """The first rows of a sheet with their numbers; what is known of its columns, if anything."""

    name: str
    rows: Rows
    layout: TableLayout | None = None
    separator: str = ""

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((len(cells) for _number, cells in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class TablePreview:
    """A table by its file's name; of a text file the only sheet has no name."""

    name: str
    sheets: tuple[SheetPreview, ...]


def preview(data: bytes, format_id: str, options: ReadOptions) -> TablePreview:
    """Return the beginning of a table.

    Raises InputError as reading it does, no_text where it is empty, UsageError no_table for other
    formats.
    """
    if format_id == WORKBOOK:
        sheets = [
            _sheet(sheet.name, list(islice(sheet.cells.rows(), ROWS)), options)
            for sheet in read_sheets(data, options)
        ]
    elif format_id in (csv_table.FORMAT, tsv.FORMAT):
        text = decode(data, options.name, options.encoding).text
        separators = ("\t",) if format_id == tsv.FORMAT else likely_separators(text)
        found = [_separated(text, separator, options) for separator in separators]
        sheets = [next((sheet for sheet in found if _fits(sheet, separators)), found[0])]
    else:
        raise UsageError("no_table", file=options.name)
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not filled:
        raise InputError("no_text", file=options.name)
    return TablePreview(options.name, filled)


def _fits(sheet: SheetPreview, separators: Sequence[str]) -> bool:
    if sheet.layout is None:
        return False
    return separates(sheet.layout, sheet.rows, separators, sheet.separator)


def _separated(text: str, separator: str, options: ReadOptions) -> SheetPreview:
    rows, _notices = separated_rows(text, separator, options.name)
    beginning = [row for row in rows[says_separator(text) :][: 2 * ROWS] if any(row[1])]
    return with_changes(_sheet("", beginning[:ROWS], options), separator=separator)


def _sheet(
    name: str, rows: Sequence[tuple[int, Sequence[str]]], options: ReadOptions
) -> SheetPreview:
    layout = find_layout(rows, options.pair, options.columns)
    shown = tuple((number, tuple(cell[:LONGEST] for cell in cells)) for number, cells in rows)
    return SheetPreview(name, shown, layout)
