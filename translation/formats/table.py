"""The table of formats, and the choice of one for a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.errors import InputError, UsageError
from translation.formats import (
    html_read,
    html_write,
    plain_text,
    tmx,
    tsv,
    xliff2_read,
    xliff2_write,
    xliff_read,
    xliff_write,
)
from translation.formats.spec import Capability, FormatSpec

if TYPE_CHECKING:
    from pathlib import Path

FORMATS: tuple[FormatSpec, ...] = (
    FormatSpec(
        plain_text.FORMAT,
        "Plain text",
        (".txt",),
        plain_text.read,
        plain_text.write,
        frozenset(),
    ),
    FormatSpec(
        html_read.FORMAT,
        "HTML",
        (".html", ".htm", ".xhtml"),
        html_read.read,
        html_write.write,
        frozenset(),
    ),
    FormatSpec(
        xliff_read.FORMAT,
        "XLIFF 1.2",
        (".xlf", ".xliff"),
        xliff_read.read,
        xliff_write.write,
        frozenset(Capability),
    ),
    FormatSpec(
        xliff2_read.FORMAT,
        "XLIFF 2.0",
        (".xlf", ".xliff"),
        xliff2_read.read,
        xliff2_write.write,
        frozenset(Capability),
    ),
    FormatSpec(
        tmx.FORMAT,
        "TMX 1.4",
        (".tmx",),
        tmx.read,
        tmx.write,
        frozenset(
            {
                Capability.SEGMENTS,
                Capability.IDS,
                Capability.STATES,
                Capability.NOTES,
                Capability.LANGUAGES,
            }
        ),
    ),
    FormatSpec(
        tsv.FORMAT,
        "TSV",
        (".tsv",),
        tsv.read,
        tsv.write,
        frozenset(
            {
                Capability.SEGMENTS,
                Capability.IDS,
                Capability.STATES,
                Capability.UNREVIEWED,
                Capability.DRAFTS,
                Capability.REFERENCES,
            }
        ),
    ),
)


def find_format(path: Path, wanted_id: str | None = None, *, writing: bool = False) -> FormatSpec:
    """Return the format asked for, else the one that the suffix of ``path`` means.

    Raises UsageError unknown_format, cannot_read_format or cannot_write_format, no_format
    (writing, no such suffix) and InputError unknown_suffix (reading, no such suffix). A path
    that is a folder or is missing is reported when it is read, not here.
    """
    spec = _by_id(wanted_id) if wanted_id else _by_suffix(path, writing)
    if writing and spec.write is None:
        raise UsageError("cannot_write_format", format=spec.name)
    if not writing and spec.read is None:
        raise UsageError("cannot_read_format", format=spec.name)
    return spec


def _by_id(wanted_id: str) -> FormatSpec:
    for spec in FORMATS:
        if spec.id == wanted_id:
            return spec
    raise UsageError("unknown_format", format=wanted_id)


def _by_suffix(path: Path, writing: bool) -> FormatSpec:
    suffix = path.suffix.lower()
    for spec in FORMATS:
        if suffix in spec.suffixes:
            return spec
    if writing:
        raise UsageError("no_format", file=path)
    if path.is_dir():
        raise InputError("directory", file=path)
    if not path.exists():
        raise InputError("missing", file=path)
    raise InputError("unknown_suffix", file=path, suffix=suffix or path.name)
