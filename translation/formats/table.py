"""The table of formats, and the choice of one for a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.errors import InputError, UsageError
from translation.formats import (
    csv_table,
    docx_read,
    docx_table_read,
    docx_table_write,
    jsonl,
    docx_write,
    html_read,
    html_sides,
    html_write,
    odt_read,
    odt_write,
    pdf_read,
    pdf_write,
    markdown,
    plain_text,
    po_read,
    po_write,
    subtitles,
    tmx_read,
    tmx_write,
    tsv,
    xliff2_read,
    xliff2_write,
    xliff_read,
    xliff_write,
    xlsx_read,
    xlsx_write,
)
from translation.formats.spec import Capability, FormatSpec, Purpose

if TYPE_CHECKING:
    from pathlib import Path

    from translation.model.document import Document

FORMATS: tuple[FormatSpec, ...] = (
    FormatSpec(
        plain_text.FORMAT,
        "Plain text",
        (".txt",),
        plain_text.read,
        plain_text.write,
        frozenset(),
        purpose=Purpose.TRANSLATED,
    ),
    FormatSpec(
        markdown.FORMAT,
        markdown.NAME,
        (".md", ".markdown"),
        markdown.read,
        markdown.write,
        frozenset(),
        purpose=Purpose.TRANSLATED,
        needs_original=True,
    ),
    FormatSpec(
        subtitles.SRT,
        "SubRip subtitles",
        (".srt",),
        subtitles.read_srt,
        subtitles.write_srt,
        frozenset(),
        purpose=Purpose.TRANSLATED,
        needs_original=True,
    ),
    FormatSpec(
        subtitles.VTT,
        "WebVTT subtitles",
        (".vtt",),
        subtitles.read_vtt,
        subtitles.write_vtt,
        frozenset(),
        purpose=Purpose.TRANSLATED,
        needs_original=True,
    ),
    FormatSpec(
        html_read.FORMAT,
        "HTML",
        (".html", ".htm", ".xhtml"),
        html_read.read,
        html_write.write,
        frozenset(),
        purpose=Purpose.TRANSLATED,
    ),
    FormatSpec(
        html_sides.SIDES_FORMAT,
        "HTML, side by side",
        (".html", ".htm"),
        None,
        html_sides.write,
        frozenset(),
        purpose=Purpose.READING,
    ),
    FormatSpec(
        html_sides.CHANGES_FORMAT,
        "HTML, with changes",
        (".html", ".htm"),
        None,
        html_sides.write_changes,
        frozenset(),
        purpose=Purpose.READING,
    ),
    FormatSpec(
        docx_read.FORMAT,
        "DOCX",
        (".docx",),
        docx_read.read,
        docx_write.write,
        frozenset(),
        purpose=Purpose.TRANSLATED,
    ),
    FormatSpec(
        odt_read.FORMAT,
        "ODT",
        (".odt", ".fodt"),
        odt_read.read,
        odt_write.write,
        frozenset(),
        purpose=Purpose.TRANSLATED,
        needs_original=True,
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
        tmx_read.FORMAT,
        "TMX 1.4",
        (".tmx",),
        tmx_read.read,
        tmx_write.write,
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
        po_read.FORMAT,
        po_read.NAME,
        (".po", ".pot"),
        po_read.read,
        po_write.write,
        frozenset(
            {
                Capability.SEGMENTS,
                Capability.IDS,
                Capability.STATES,
                Capability.UNREVIEWED,
                Capability.DRAFTS,
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
    FormatSpec(
        csv_table.FORMAT,
        "CSV",
        (".csv",),
        csv_table.read,
        csv_table.write,
        frozenset(
            {
                Capability.SEGMENTS,
                Capability.IDS,
                Capability.STATES,
                Capability.UNREVIEWED,
                Capability.DRAFTS,
                Capability.NOTES,
                Capability.REFERENCES,
            }
        ),
    ),
    FormatSpec(
        pdf_write.FORMAT,
        "PDF",
        (".pdf",),
        pdf_read.read,
        pdf_write.write,
        frozenset(),
        Purpose.TRANSLATED,
    ),
    FormatSpec(
        pdf_write.SIDES_FORMAT,
        "PDF, side by side",
        (".pdf",),
        None,
        pdf_write.write_sides,
        frozenset(),
        Purpose.READING,
    ),
    FormatSpec(
        pdf_write.CHANGES_FORMAT,
        "PDF, with changes",
        (".pdf",),
        None,
        pdf_write.write_changes,
        frozenset(),
        Purpose.READING,
    ),
    FormatSpec(
        xlsx_write.FORMAT,
        xlsx_write.NAME,
        (".xlsx",),
        xlsx_read.read,
        xlsx_write.write,
        frozenset(
            {
                Capability.SEGMENTS,
                Capability.IDS,
                Capability.STATES,
                Capability.UNREVIEWED,
                Capability.DRAFTS,
                Capability.NOTES,
                Capability.REFERENCES,
            }
        ),
    ),
    FormatSpec(
        docx_table_write.FORMAT,
        docx_table_write.NAME,
        (".docx",),
        docx_table_read.read,
        docx_table_write.write,
        frozenset(
            {
                Capability.SEGMENTS,
                Capability.IDS,
                Capability.STATES,
                Capability.UNREVIEWED,
                Capability.DRAFTS,
                Capability.NOTES,
            }
        ),
        recognises=docx_table_read.recognises,
    ),
    FormatSpec(
        jsonl.FORMAT,
        jsonl.NAME,
        (".jsonl", ".ndjson"),
        jsonl.read,
        jsonl.write,
        frozenset(Capability),
    ),
)


def find_reader(path: Path, data: bytes | None = None, wanted_id: str | None = None) -> FormatSpec:
    """Return the format to read ``path`` in: the one asked for, else by suffix and ``data``.

    Of formats that share a suffix the first one that recognises the data is taken. Raises
    UsageError unknown_format or cannot_read_format and InputError unknown_suffix. A path that
    is a folder or is missing is called that, whatever its suffix.
    """
    if wanted_id:
        spec = _by_id(wanted_id)
        if spec.read is None:
            raise UsageError("cannot_read_format", format=spec.name)
        return spec
    suffix = path.suffix.lower()
    found = [spec for spec in FORMATS if suffix in spec.suffixes and spec.read is not None]
    if not found:
        raise _no_reader(path, suffix)
    recognised = (spec for spec in found if data and spec.recognises and spec.recognises(data))
    plain = next((spec for spec in found if spec.recognises is None), found[0])
    return next(recognised, plain)


def find_writer(
    path: Path, document: Document | None = None, wanted_id: str | None = None
) -> FormatSpec:
    """Return the format to write ``path`` in: the one asked for, else by suffix and ``document``.

    Of formats that share a suffix the document's own is taken, else the first that can be made
    without an original. Raises UsageError unknown_format, cannot_write_format or no_format.
    """
    if wanted_id:
        spec = _by_id(wanted_id)
        if spec.write is None:
            raise UsageError("cannot_write_format", format=spec.name)
        return spec
    suffix = path.suffix.lower()
    found = [spec for spec in FORMATS if suffix in spec.suffixes and spec.write is not None]
    if not found:
        raise UsageError("no_format", file=path)
    own = {file.format for file in document.files} if document is not None else set()
    for spec in found:
        if spec.id in own:
            return spec
    return next((spec for spec in found if not spec.needs_original), found[0])


def writable_formats(document: Document) -> list[FormatSpec]:
    """Return the formats this document can be written in, in table order."""
    own = {file.format for file in document.files}
    return [
        spec
        for spec in FORMATS
        if spec.write is not None and (not spec.needs_original or own == {spec.id})
    ]


def _by_id(wanted_id: str) -> FormatSpec:
    for spec in FORMATS:
        if spec.id == wanted_id:
            return spec
    raise UsageError("unknown_format", format=wanted_id)


def _no_reader(path: Path, suffix: str) -> InputError:
    if path.is_dir():
        return InputError("directory", file=path)
    if not path.exists():
        return InputError("missing", file=path)
    return InputError("unknown_suffix", file=path, suffix=suffix or path.name)
