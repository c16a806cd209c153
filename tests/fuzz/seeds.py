"""Whole files to damage, for each format: what we write, and what others wrote."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from tests.clients.work import ARTICLE, reviewed_document
from tests.conftest import SHARED
from tests.translation.formats.bilingual_documents import small_document
from tests.translation.formats.in_place_contract import InPlaceContract
from tests.translation.formats.pdf_files import pdf, right_aligned
from tests.translation.formats.rtf_files import rtf_article
from translation.errors import ExportError
from translation.formats import FORMATS, FormatSpec, WriteOptions
from translation.model.document import Document
from translation.work.documents import document_from_text

FORMAT_TESTS = Path(__file__).resolve().parents[1] / "translation" / "formats"
LARGEST = 200_000
"""Bytes: damage to larger files takes too long to be worth it."""

_SHARED_FOLDERS = ("data/docx", "data/html", "data/xliff", "data/tmx", "suites/tmx-compliance-kit")


@cache
def seeds(spec: FormatSpec, origin: str) -> tuple[bytes, ...]:
    """Return files of a format, each at most LARGEST bytes; ``origin`` is "ours" or "others".

    They are kept apart because what is found in a file of others may not be kept as a case.
    """
    if origin == "others":
        return tuple(_shared(spec))
    written = [data for document in _documents() if (data := _written(spec, document))]
    return (*written, *_samples().get(spec.id, ()), *_drawn(spec))


@cache
def _samples() -> dict[str, tuple[bytes, ...]]:
    """Return the samples that the tests of the formats are made with, by format."""
    for path in sorted(FORMAT_TESTS.glob("test_*.py")):
        import_module(f"tests.translation.formats.{path.stem}")
    found: dict[str, tuple[bytes, ...]] = {}
    waiting = list(InPlaceContract.__subclasses__())
    while waiting:
        contract = waiting.pop()
        waiting += contract.__subclasses__()
        if hasattr(contract, "format_id") and isinstance(getattr(contract, "samples", None), dict):
            known = found.get(contract.format_id, ())
            found[contract.format_id] = (*known, *contract.samples.values())
    return found


def _drawn(spec: FormatSpec) -> list[bytes]:
    """Return small PDFs and RTFs: the one needs a printer, the other is never written."""
    if spec.id == "rtf":
        return [rtf_article(ARTICLE)]
    if spec.id != "pdf":
        return []
    lines = right_aligned(ARTICLE.split("\n"))
    return [pdf(lines), pdf(lines, lines, rotate=90), pdf(image_only=True)]


def _shared(spec: FormatSpec) -> list[bytes]:
    return [
        path.read_bytes()
        for name in _SHARED_FOLDERS
        for path in sorted((SHARED / name).glob("*"))
        if path.suffix.lower() in spec.suffixes and path.stat().st_size <= LARGEST
    ]


def readable() -> list[FormatSpec]:
    """Return the formats that have a reader."""
    return [spec for spec in FORMATS if spec.read is not None]


@cache
def _documents() -> tuple[Document, ...]:
    return (small_document(), reviewed_document(), document_from_text(ARTICLE, "a.txt").document)


def _written(spec: FormatSpec, document: Document) -> bytes:
    if spec.write is None:
        return b""
    try:
        return spec.write(document, WriteOptions("seed")).data
    except ExportError:  # needs an original of its own, or a printer
        return b""
