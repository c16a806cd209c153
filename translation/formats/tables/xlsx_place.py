"""XLSX in place: a workbook of others with its translations in its cells.

Of the zip only the parts of sheets in which something changed are written anew, and of those only
the cells that changed: each keeps its style and becomes text. Every other cell, format, formula,
width, picture and sheet stays, byte by byte.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from translation.errors import ExportError, InputError
from translation.formats.notices import counted
from translation.formats.safe_zip import open_zip
from translation.formats.spec import Capability, Written
from translation.formats.tables.rows_in_place import changed_rows, read_again
from translation.formats.tables.xlsx_read import read_table, sheet_parts
from translation.formats.tables.xlsx_splice import SheetSplice
from translation.formats.tables.xlsx_write import LONGEST_CELL, NAME
from translation.text.utf16 import utf16_length

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from translation.formats.safe_zip import SafeZip
    from translation.formats.spec import WriteOptions
    from translation.formats.tables.rows_in_place import ChangedRows
    from translation.formats.tables.table_layout import TableLayout
    from translation.model.document import Document
    from translation.model.imported import Notice
    from translation.model.segment import SourceFile

_CHAIN = "xl/calcChain.xml"
_TYPES = "[Content_Types].xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_CHAINED = re.compile(rb"<(?:\w+:)?(?:Override|Relationship)\b[^>]*calcChain[^>]*/>")


def write_in_place(
    document: Document, found: Sequence[tuple[SourceFile, TableLayout]], options: WriteOptions
) -> Written:
    """Return the workbook with what changed in the cells of its sheets.

    Raises ExportError: original_damaged, cell_too_long.
    """
    original = found[0][0].original
    notices: list[Notice] = []
    holds: set[Capability] = set(Capability)
    changed: dict[str, bytes] = {}
    overwritten = kept = formatted = 0
    try:
        package = open_zip(original, options.name, NAME)
        parts = dict(sheet_parts(package, options.name))
        for file, layout in found:
            table = read_again(file, layout, read_table, options)
            changes = changed_rows(document, file, layout, table, options)
            notices += changes.notices
            holds &= changes.holds
            if changes.cells:
                _check(changes, options)
                part = parts[layout.sheet]
                splice = SheetSplice(package.read(part))
                changed[part] = splice.written(layout, changes)
                overwritten += splice.formulas_overwritten
                kept += splice.formulas_kept
                formatted += sum("target" in changes.cells.get(n, {}) for n in table.formatted)
    except (InputError, KeyError, UnicodeDecodeError) as error:
        raise ExportError("original_damaged", file=options.name, detail=error) from error
    notices += counted(options.name, formulas_kept=kept, cell_formats_lost=formatted)
    if overwritten and _CHAIN in package:
        return Written(_without_chain(package, changed), tuple(notices), frozenset(holds))
    return Written(package.with_parts(changed), tuple(notices), frozenset(holds))


def _check(changes: ChangedRows, options: WriteOptions) -> None:
    for row, cells in changes.cells.items():
        if any(utf16_length(text) > LONGEST_CELL for text in cells.values()):
            raise ExportError(
                "cell_too_long", file=options.name, row=row, limit=LONGEST_CELL, format=NAME
            )


def _without_chain(package: SafeZip, changed: Mapping[str, bytes]) -> bytes:
    """Return the workbook without the list of formulas in which one that is gone still stands.

    Spreadsheets make it anew; one that names a cell without a formula they call damage.
    """
    without = partial(_CHAINED.sub, b"")
    parts = {part: without(package.read(part)) for part in (_TYPES, _RELATIONS)}
    return package.with_parts({**changed, **parts}, without=frozenset({_CHAIN}))
