"""The table of formats, and the choice of one for a file."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from translation.errors import UsageError
from translation.formats.spec import Capability, FormatSpec, Purpose
from translation.formats.unread import called_doc, no_reader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from translation.model.document import Document


def _of(module: str, name: str) -> Callable[..., Any]:
    """Return a function of a format's module, which is imported when it is first called.

    Every command needs the table, and nearly none needs more than two of its modules.
    """

    def call(*arguments: Any) -> Any:
        return getattr(importlib.import_module(f"translation.formats.{module}"), name)(*arguments)

    call.__name__ = call.__qualname__ = f"{module}.{name}"
    return call


FORMATS: tuple[FormatSpec, ...] = (
    FormatSpec(
        "txt",
        "Plain text",
        (".txt",),
        _of("plain_text", "read"),
        _of("plain_text", "write"),
        frozenset(),
        purpose=Purpose.TRANSLATED,
    ),
    FormatSpec(
        "md",
        "Markdown",
        (".md", ".markdown"),
        _of("markdown.article", "read"),
        _of("markdown.article", "write"),
        frozenset(),
        purpose=Purpose.TRANSLATED,
        needs_original=True,
    ),
    FormatSpec(
        "srt",
        "SubRip subtitles",
        (".srt",),
        _of("subtitles.read", "read_srt"),
        _of("subtitles.write", "write_srt"),
        frozenset(),
        purpose=Purpose.TRANSLATED,
        needs_original=True,
    ),
    FormatSpec(
        "vtt",
        "WebVTT subtitles",
        (".vtt",),
        _of("subtitles.read", "read_vtt"),
        _of("subtitles.write", "write_vtt"),
        frozenset(),
        purpose=Purpose.TRANSLATED,
        needs_original=True,
    ),
    FormatSpec(
        "html",
        "HTML",
        (".html", ".htm", ".xhtml"),
        _of("html.read", "read"),
        _of("html.write", "write"),
        frozenset(),
        purpose=Purpose.TRANSLATED,
    ),
    FormatSpec(
        "html-sides",
        "HTML, side by side",
        (".html", ".htm"),
        None,
        _of("html.sides", "write"),
        frozenset(),
        purpose=Purpose.READING,
    ),
    FormatSpec(
        "html-changes",
        "HTML, with changes",
        (".html", ".htm"),
        None,
        _of("html.sides", "write_changes"),
        frozenset(),
        purpose=Purpose.READING,
    ),
    FormatSpec(
        "docx",
        "DOCX",
        (".docx", ".docm", ".dotx", ".dotm"),
        _of("docx.read", "read"),
        _of("docx.write", "write"),
        frozenset(),
        purpose=Purpose.TRANSLATED,
    ),
    FormatSpec(
        "odt",
        "ODT",
        (".odt", ".ott", ".fodt"),
        _of("odt.read", "read"),
        _of("odt.write", "write"),
        frozenset(),
        purpose=Purpose.TRANSLATED,
        needs_original=True,
    ),
    FormatSpec(
        "rtf",
        "RTF",
        (".rtf", ".doc"),
        _of("rtf.read", "read"),
        None,
        frozenset(),
        purpose=Purpose.TRANSLATED,
    ),
    FormatSpec(
        "pptx",
        "PPTX",
        (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm"),
        _of("pptx.read", "read"),
        _of("pptx.write", "write"),
        frozenset(),
        purpose=Purpose.TRANSLATED,
        needs_original=True,
    ),
    FormatSpec(
        "epub",
        "EPUB",
        (".epub",),
        _of("epub.read", "read"),
        _of("epub.write", "write"),
        frozenset(),
        purpose=Purpose.TRANSLATED,
        needs_original=True,
    ),
    FormatSpec(
        "xliff",
        "XLIFF 1.2",
        (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".txlf"),
        _of("xliff.read", "read"),
        _of("xliff.write", "write"),
        frozenset(Capability),
    ),
    FormatSpec(
        "xliff2",
        "XLIFF 2.0",
        (".xlf", ".xliff"),
        _of("xliff2.read", "read"),
        _of("xliff2.write", "write"),
        frozenset(Capability),
    ),
    FormatSpec(
        "tmx",
        "TMX 1.4",
        (".tmx",),
        _of("tmx.read", "read"),
        _of("tmx.write", "write"),
        frozenset(
            {
                Capability.SEGMENTS,
                Capability.IDS,
                Capability.STATES,
                Capability.NOTES,
                Capability.LANGUAGES,
                Capability.EMPTIED,
            }
        ),
    ),
    FormatSpec(
        "po",
        "PO",
        (".po", ".pot"),
        _of("po.read", "read"),
        _of("po.write", "write"),
        frozenset(
            {
                Capability.SEGMENTS,
                Capability.IDS,
                Capability.STATES,
                Capability.UNREVIEWED,
                Capability.DRAFTS,
                Capability.NOTES,
                Capability.LANGUAGES,
                Capability.UNIT_NOTES,
            }
        ),
    ),
    FormatSpec(
        "tsv",
        "TSV",
        (".tsv",),
        _of("tables.tsv", "read"),
        _of("tables.tsv", "write"),
        frozenset(
            {
                Capability.SEGMENTS,
                Capability.IDS,
                Capability.STATES,
                Capability.UNREVIEWED,
                Capability.DRAFTS,
                Capability.REFERENCES,
                Capability.EMPTIED,
            }
        ),
        has_columns=True,
    ),
    FormatSpec(
        "csv",
        "CSV",
        (".csv",),
        _of("tables.csv_table", "read"),
        _of("tables.csv_table", "write"),
        frozenset(
            {
                Capability.SEGMENTS,
                Capability.IDS,
                Capability.STATES,
                Capability.UNREVIEWED,
                Capability.DRAFTS,
                Capability.NOTES,
                Capability.REFERENCES,
                Capability.EMPTIED,
            }
        ),
        has_columns=True,
    ),
    FormatSpec(
        "pdf",
        "PDF",
        (".pdf",),
        _of("pdf.read", "read"),
        _of("pdf.write", "write"),
        frozenset(),
        Purpose.TRANSLATED,
    ),
    FormatSpec(
        "pdf-sides",
        "PDF, side by side",
        (".pdf",),
        None,
        _of("pdf.write", "write_sides"),
        frozenset(),
        Purpose.READING,
    ),
    FormatSpec(
        "pdf-changes",
        "PDF, with changes",
        (".pdf",),
        None,
        _of("pdf.write", "write_changes"),
        frozenset(),
        Purpose.READING,
    ),
    FormatSpec(
        "xlsx",
        "XLSX",
        (".xlsx",),
        _of("tables.xlsx_read", "read"),
        _of("tables.xlsx_write", "write"),
        frozenset(
            {
                Capability.SEGMENTS,
                Capability.IDS,
                Capability.STATES,
                Capability.UNREVIEWED,
                Capability.DRAFTS,
                Capability.NOTES,
                Capability.REFERENCES,
                Capability.EMPTIED,
            }
        ),
        has_columns=True,
    ),
    FormatSpec(
        "docx-table",
        "DOCX table",
        (".docx",),
        _of("tables.docx_table_read", "read"),
        _of("tables.docx_table_write", "write"),
        frozenset(
            {
                Capability.SEGMENTS,
                Capability.IDS,
                Capability.STATES,
                Capability.UNREVIEWED,
                Capability.DRAFTS,
                Capability.NOTES,
                Capability.EMPTIED,
            }
        ),
        recognises=_of("tables.docx_table_read", "recognises"),
    ),
    FormatSpec(
        "jsonl",
        "JSON lines",
        (".jsonl", ".ndjson"),
        _of("tables.jsonl", "read"),
        _of("tables.jsonl", "write"),
        frozenset(Capability),
    ),
)


def find_reader(path: Path, data: bytes | None = None, wanted_id: str | None = None) -> FormatSpec:
    """Return the format to read ``path`` in: the one asked for, else by suffix and ``data``.

    Of formats that share a suffix the first one that recognises the data is taken. Raises
    UsageError unknown_format or cannot_read_format and InputError unknown_suffix, save_as,
    old_word or no_suffix. A path that is a folder or is missing is called that, whatever its
    suffix.
    """
    if wanted_id:
        spec = _by_id(wanted_id)
        if spec.read is None:
            raise UsageError("cannot_read_format", format=spec.name)
        return spec
    suffix = path.suffix.lower()
    found = [spec for spec in FORMATS if suffix in spec.suffixes and spec.read is not None]
    if not found:
        raise no_reader(path, suffix)
    if suffix == ".doc" and data is not None:
        return _by_id(called_doc(path, data))
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
