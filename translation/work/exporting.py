"""Writing a document to a file, whole or not at all, and saying what the file cannot hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.formats import (
    WriteOptions,
    find_writer,
)
from translation.formats.left_out import left_out
from translation.model.ports import no_report
from translation.store import ProjectFile
from translation.system.atomic import write_atomically
from translation.work.documents import is_project

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from translation.model.document import Document
    from translation.model.edit_times import EditTimes
    from translation.model.imported import (
        Notice,
    )
    from translation.model.ports import PagePrinter, Report


def check_format(path: Path, format_id: str | None = None) -> None:
    """Raise UsageError where no format would write ``path``."""
    if not is_project(path, format_id):
        find_writer(path, None, format_id)


def export(
    document: Document,
    path: Path,
    format_id: str | None = None,
    *,
    printer: PagePrinter | None = None,
    report: Report = no_report,
    edit_times: EditTimes | None = None,
    numbers: Mapping[str, int] | None = None,
) -> tuple[Notice, ...]:
    """Write the document to ``path``, whole or not at all; return what to tell about it.

    ``numbers`` are those of its segments, by their ids, where it is a part of another document.

    Raises ExportError or UsageError, and what ``report`` raises.
    """
    if is_project(path, format_id):
        ProjectFile.create(path, document, replace=True, report=report).close()
        return ()
    spec = find_writer(path, document, format_id)
    assert spec.write is not None
    written = spec.write(document, WriteOptions(path.name, printer, report, edit_times, numbers))
    report(0, 0)  # The last moment to give it up: from here on the file is written.
    write_atomically(path, written.data)
    return (*written.notices, *left_out(document, spec, written, path.name))
