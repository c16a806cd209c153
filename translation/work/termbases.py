"""Opening and exporting termbases: what the window and the command line do with their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.formats import ReadOptions, WriteOptions, read_bytes
from translation.formats.termbases import find_reader, find_writer
from translation.model.ports import no_report
from translation.system.atomic import write_atomically
from translation.system.collecting import no_collecting

if TYPE_CHECKING:
    from pathlib import Path

    from translation.formats.termbases import ReadTerms
    from translation.model.imported import Notice
    from translation.model.language import LanguagePair
    from translation.model.ports import Report
    from translation.model.term import TermBase


def open_termbase(
    path: Path,
    *,
    pair: LanguagePair | None = None,
    format_id: str | None = None,
    encoding: str | None = None,
    report: Report = no_report,
) -> ReadTerms:
    """Read a termbase of any format there is.

    ``pair`` stands where a table names no languages. Raises InputError and UsageError, and what
    ``report`` raises.
    """
    spec = find_reader(path, format_id)
    assert spec.read is not None
    with no_collecting():
        return spec.read(read_bytes(path), ReadOptions(path.name, pair, encoding, report))


def export_termbase(
    termbase: TermBase, path: Path, format_id: str | None = None, *, report: Report = no_report
) -> tuple[Notice, ...]:
    """Write a termbase to ``path``, whole or not at all; return what to tell about it.

    Raises ExportError or UsageError, and what ``report`` raises.
    """
    spec = find_writer(path, format_id)
    written = spec.write(termbase, WriteOptions(path.name, report=report))
    write_atomically(path, written.data)
    return written.notices
