"""Articles and tables in and out: the long document, and ten thousand segments of each kind."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.bench.documents import reviewed, seconds
from tests.bench.rows import Row
from tests.translation.formats.docx_samples import package
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.segment import SegmentState
from translation.work.documents import open_document
from translation.work.exporting import export

PAGES = 500
_LINE = "وقال رئيس البلدية إن الخط الجديد ينقل الركاب من الشمال إلى الجنوب في نصف ساعة. "


def long_docx() -> bytes:
    """Return a DOCX of PAGES pages: 30 paragraphs with a bold run, and a table, on each."""
    rtl, bold = "<w:rPr><w:rtl/></w:rPr>", "<w:rPr><w:b/><w:bCs/><w:rtl/></w:rPr>"
    paragraph = (
        f'<w:p><w:pPr><w:bidi/></w:pPr><w:r>{rtl}<w:t xml:space="preserve">{_LINE}</w:t></w:r>'
        f"<w:r>{bold}<w:t>خبر عاجل</w:t></w:r><w:r>{rtl}<w:t> رقم %d.</w:t></w:r></w:p>"
    )
    cell = f"<w:tc><w:p><w:pPr><w:bidi/></w:pPr><w:r>{rtl}<w:t>خلية</w:t></w:r></w:p></w:tc>"
    table = f"<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr><w:tr>{cell * 3}</w:tr></w:tbl>"
    pages = ("".join(paragraph % n for n in range(p * 30, p * 30 + 30)) for p in range(PAGES))
    return package(table.join(pages))


def run() -> Iterator[Row]:
    """Measure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _long(folder)
        yield from _ten_thousand(folder)


def _long(folder: Path) -> Iterator[Row]:
    path, out = folder / "long.docx", folder / "long.en.docx"
    path.write_bytes(long_docx())
    took = seconds(lambda: open_document(path))
    yield Row(f"DOCX of {PAGES} pages opened", took, "s", "< 3", took < 3)
    document = open_document(path).document
    took = seconds(lambda: export(document, out))
    yield Row("the same exported untouched", took, "s")
    _translate(document)
    took = seconds(lambda: export(document, out))
    yield Row("the same exported, every paragraph translated", took, "s")


def _translate(document: Document) -> None:
    for segment in document.snapshot():
        target = f"The mayor said this. {segment.source[-2:]}"
        after = replace(segment, target=target, state=SegmentState.CONFIRMED)
        document.apply(Put(segment, after))


def _ten_thousand(folder: Path) -> Iterator[Row]:
    document = reviewed(10_000)
    for format_id, suffix in (
        ("html", ".html"),
        ("docx", ".docx"),
        ("tmx", ".tmx"),
        ("po", ".po"),
        ("csv", ".csv"),
        ("xlsx", ".xlsx"),
        ("jsonl", ".jsonl"),
        ("docx-table", ".table.docx"),
    ):
        path = folder / f"ten{suffix}"
        if format_id == "tmx":
            _translate(document)  # a memory holds what is confirmed
        took = seconds(lambda p=path, f=format_id: export(document, p, f))
        yield Row(f"10 000 segments exported as {format_id}", took, "s")
        took = seconds(lambda p=path, f=format_id: open_document(p, format_id=f))
        yield Row(f"10 000 segments read from {format_id}", took, "s")
