"""Tables whose columns a person chooses: shown first, then read again as was chosen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from translation.formats import find_reader, read_bytes
from translation.formats.spec import ReadOptions
from translation.formats.tables.preview import preview
from translation.formats.tables.table_layout import TableLayout
from translation.model.ports import no_report
from translation.work.building import build_document
from translation.work.documents import Opened

if TYPE_CHECKING:
    from translation.formats.tables.column_choice import ColumnChoice
    from translation.formats.tables.preview import TablePreview
    from translation.model.ports import Report
    from translation.model.segment import SourceFile


def preview_table(table: Path | SourceFile, report: Report = no_report) -> TablePreview:
    """Return the beginning of a table on the disk or of a document; raises as ``preview`` does."""
    if isinstance(table, Path):
        data = read_bytes(table)
        spec = find_reader(table, data)
        return preview(data, spec.id, ReadOptions(table.name, report=report))
    options = ReadOptions(
        table.name, table.pair, table.encoding or None, report, columns=kept(table)
    )
    return preview(table.original, table.format, options)


def read_again(
    file: SourceFile,
    encoding: str,
    columns: ColumnChoice | None = None,
    report: Report = no_report,
) -> Opened:
    """Read the original of a document's file again, in another encoding or by other columns.

    Columns that were chosen before count on where no others are. Raises InputError.
    """
    spec = find_reader(Path(file.name), file.original, file.format)
    assert spec.read is not None
    # The languages are what the document says, but for those that the columns chosen are in.
    pair = None if columns else file.pair
    options = ReadOptions(file.name, pair, encoding or None, report, columns=columns or kept(file))
    found = [replace(one, pair=one.pair or file.pair) for one in spec.read(file.original, options)]
    return Opened(*build_document(found, file.pair, report))


def kept(file: SourceFile) -> ColumnChoice | None:
    """Return the columns that a person chose for a file, None where nobody had to."""
    layout = TableLayout.kept(file.extraction)
    return layout.choice if layout is not None and layout.is_chosen else None
