"""The table of termbase formats, and the choice of one for a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.errors import InputError, UsageError
from translation.formats.termbases import delimited, tbx_read, tbx_write, workbook
from translation.formats.termbases.spec import TermbaseSpec

if TYPE_CHECKING:
    from pathlib import Path

TERMBASE_FORMATS: tuple[TermbaseSpec, ...] = (
    TermbaseSpec("tbx", "TBX (2008)", (".tbx", ".xml"), tbx_read.read, tbx_write.write_martif),
    TermbaseSpec("tbx-dca", "TBX-Basic 2019, DCA", (".tbx",), None, tbx_write.write_dca),
    TermbaseSpec("tbx-dct", "TBX-Basic 2019, DCT", (".tbx",), None, tbx_write.write_dct),
    TermbaseSpec("csv", "CSV", (".csv",), delimited.read_csv, delimited.write_csv),
    TermbaseSpec("tsv", "TSV", (".tsv", ".tab", ".txt"), delimited.read_tsv, delimited.write_tsv),
    TermbaseSpec("xlsx", "XLSX", (".xlsx",), workbook.read, workbook.write),
)


def find_reader(path: Path, wanted_id: str | None = None) -> TermbaseSpec:
    """Return the format to read ``path`` in: the one asked for, else by suffix.

    Raises UsageError unknown_format or cannot_read_format and InputError unknown_suffix.
    """
    if wanted_id:
        spec = _by_id(wanted_id)
        if spec.read is None:
            raise UsageError("cannot_read_format", format=spec.name)
        return spec
    for spec in TERMBASE_FORMATS:
        if path.suffix.lower() in spec.suffixes and spec.read is not None:
            return spec
    raise InputError("unknown_suffix", file=path, suffix=path.suffix or path.name)


def find_writer(path: Path, wanted_id: str | None = None) -> TermbaseSpec:
    """Return the format to write ``path`` in: the one asked for, else by suffix.

    Raises UsageError unknown_format or no_format.
    """
    if wanted_id:
        return _by_id(wanted_id)
    for spec in TERMBASE_FORMATS:
        if path.suffix.lower() in spec.suffixes:
            return spec
    raise UsageError("no_format", file=path)


def _by_id(wanted_id: str) -> TermbaseSpec:
    for spec in TERMBASE_FORMATS:
        if spec.id == wanted_id:
            return spec
    raise UsageError("unknown_format", format=wanted_id)
