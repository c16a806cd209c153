"""XLSX out: a table of segments that a colleague edits in a spreadsheet and sends back.

Columns id, source, draft, target, comment, state (reference where there is any): source and
draft are protected without a password, so that nobody changes them by mistake; heights, filters
and comments stay free. Every cell is text (format “@”): nothing is a formula, a link or a date.
No author and no time of making is written.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from translation.errors import ExportError
from translation.formats.spec import Written
from translation.formats.tables.rows_in_place import tables_to_fill
from translation.formats.tables.segment_table import columns_for, document_rows
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import SegmentState
from translation.text.utf16 import utf16_length

if TYPE_CHECKING:
    from translation.formats.spec import WriteOptions
    from translation.model.document import Document
    from translation.model.language import LanguagePair

FORMAT = "xlsx"
NAME = "XLSX"
COLUMNS = ("id", "source", "draft", "target", "comment", "state")
LONGEST_CELL = 32_767
"""UTF-16 units that Excel keeps of a cell."""
MOST_ROWS = 1_048_576
_WIDTHS = {"id": 16, "state": 12, "comment": 30, "reference": 45}
_WIDTH = 55
_OPEN = frozenset({"target", "comment", "state"})
"""Columns in which a colleague writes."""
_FREE = ("format_cells", "format_columns", "format_rows", "autofilter", "sort", "objects")
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)


def write(document: Document, options: WriteOptions) -> Written:
    """Write every segment that is no page furniture as a row.

    A document that was opened from a workbook of others is written into that (xlsx_place). Raises
    ExportError: cell_too_long, too_many_rows; original_damaged where it cannot be read again.
    """
    import xlsxwriter

    if found := tables_to_fill(document, FORMAT, options):
        from translation.formats.tables.xlsx_place import write_in_place

        return write_in_place(document, found, options)
    if len(document) >= MOST_ROWS:
        raise ExportError("too_many_rows", file=options.name, limit=MOST_ROWS - 1)
    columns: tuple[str, ...] = COLUMNS
    if any(segment.reference for segment in document.segments):
        columns = columns_for(document, (*COLUMNS, "reference"))
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": _NO_TIME})
    sheet = book.add_worksheet("Segments")
    pairs = {file.pair for file in document.files} or {ARABIC_TO_ENGLISH}
    in_order = sorted(pairs, key=lambda pair: (pair.source, pair.target))
    looks = {pair: _Look(book, pair) for pair in in_order}
    sheet.write_row(0, 0, columns, next(iter(looks.values())).heading)
    rows = document_rows(document, options.report, with_stamp=True)
    row = 0
    for row, (_unit, segment, cells) in enumerate(rows, start=1):
        for place, name in enumerate(columns):
            text = cells.get(name, "").replace("\r", "{U+000D}")
            if utf16_length(text) > LONGEST_CELL:
                raise ExportError(
                    "cell_too_long", file=options.name, row=row, limit=LONGEST_CELL, format=NAME
                )
            form = looks[document.pair_of(segment)].of(name, locked=segment.locked)
            if text:
                sheet.write_string(row, place, text, form)
            else:
                sheet.write_blank(row, place, None, form)
    _set_up(sheet, columns, row)
    book.close()
    return Written(out.getvalue())


def _set_up(sheet: Any, columns: tuple[str, ...], rows: int) -> None:
    for place, name in enumerate(columns):
        sheet.set_column(place, place, _WIDTHS.get(name.split(" ")[0], _WIDTH))
    state = columns.index("state")
    if rows:
        states = {"validate": "list", "source": list(SegmentState), "error_type": "warning"}
        sheet.data_validation(1, state, rows, state, states)
    sheet.autofilter(0, 0, rows, len(columns) - 1)
    sheet.freeze_panes(1, 0)
    sheet.protect("", dict.fromkeys(_FREE, True))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


class _Look:
    """How cells look: the direction of their text is their language's."""

    def __init__(self, book: Any, pair: LanguagePair) -> None:
        base = {"text_wrap": True, "valign": "top", "num_format": "@", "border": 1}
        base["border_color"] = "#C8CCD2"
        right = {"reading_order": 2, "align": "right"}
        left = {"reading_order": 1, "align": "left"}
        source = right if pair.source_is_rtl else left
        target = right if pair.target_is_rtl else left
        quiet = {"font_color": "#6B7280", "bg_color": "#F3F4F6"}
        self.heading = book.add_format(base | {"bold": True, "bg_color": "#E5E7EB"})
        closed = {
            "id": left | quiet | {"font_size": 8},
            "source": source | {"bg_color": "#F3F4F6"},
            "draft": target | quiet,
            "target": target,
            "comment": {},
            "state": left,
            "reference": target | quiet,
        }
        self._forms = {
            (name, locked): book.add_format(
                base | look | {"locked": int(locked or name not in _OPEN)}
            )
            for name, look in closed.items()
            for locked in (False, True)
        }

    def of(self, column: str, *, locked: bool) -> Any:
        """Return the format of a cell; ``locked`` where the segment may not be changed."""
        return self._forms[column.split(" ")[0], locked]
