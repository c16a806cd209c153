"""LibreOffice: what we write opens there, and what it writes goes through us and back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.clients.programs import convert_with_office, has_impress, missing, text_of_pdf
from tests.clients.work import ARTICLE, TRANSLATIONS, reviewed_document
from tests.translation.formats import test_pptx
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.inline import strip_codes
from translation.model.segment import SegmentState
from translation.work.documents import open_document
from translation.work.exporting import export
from translation.work.returning import Standing, read_return

pytestmark = [
    pytest.mark.clients,
    pytest.mark.skipif(
        bool(missing("soffice", "pdftotext")), reason="not installed here: LibreOffice, poppler"
    ),
]


def printed(file: Path) -> str:
    """Return the words that LibreOffice shows of a file, on one line."""
    return " ".join(text_of_pdf(convert_with_office(file, "pdf", file.parent / "pdf")).split())


@pytest.mark.parametrize(
    ("format_id", "suffix"),
    [
        ("docx", ".docx"),
        ("docx-table", ".docx"),
        ("xlsx", ".xlsx"),
        ("html", ".html"),
        ("html-sides", ".html"),
        ("html-changes", ".html"),
        ("csv", ".csv"),
    ],
)
def test_what_we_write_opens(format_id: str, suffix: str, tmp_path: Path):
    file = tmp_path / f"article{suffix}"
    export(reviewed_document(), file, format_id)
    shown = printed(file).replace(" ", "")
    assert all(text.replace(" ", "") in shown for text in TRANSLATIONS[:1])
    words = {word for text in TRANSLATIONS for word in text.split()}
    assert all(word in shown for word in words)


@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_a_file_it_wrote_is_translated_in_place(suffix: str, tmp_path: Path):
    page = tmp_path / "page.html"
    paragraphs = "".join(f"<p>{text}</p>" for text in ARTICLE.split("\n\n"))
    page.write_text(
        f'<meta charset="utf-8"><body dir="rtl" lang="ar">{paragraphs}'
        "<table border=1><tr><td>قال <b>الوزير</b> نعم.</td></tr></table>",
        encoding="utf-8",
    )
    written = convert_with_office(page, "odt", tmp_path / "made")
    if suffix == "docx":
        written = convert_with_office(written, "docx", tmp_path / "made")
    document = open_document(written).document
    translate(document)
    out = tmp_path / f"article.en.{suffix}"
    export(document, out)
    shown = printed(out)
    for number, segment in enumerate(document.segments):
        if not document.is_furniture(segment):
            assert f"Sentence {number} here." in shown
    assert "الوزير" not in shown


def translate(document: Document) -> None:
    for number, segment in enumerate(document.snapshot()):
        if not document.is_furniture(segment):
            target = f"Sentence {number} here."
            after = replace(segment, target=target, state=SegmentState.CONFIRMED)
            document.apply(Put(segment, after))


@pytest.mark.skipif(not has_impress(), reason="not installed here: LibreOffice Impress")
def test_a_presentation_is_translated_in_place(tmp_path: Path):
    made = tmp_path / "made.pptx"
    made.write_bytes(test_pptx.WHOLE)
    saved = convert_with_office(made, "pptx", tmp_path / "saved")
    for file in (made, saved):
        document = open_document(file).document
        for number, segment in enumerate(document.snapshot()):
            document.apply(Put(segment, replace(segment, target=f"Number{number} it is.")))
        out = tmp_path / file.parent.name / "out.pptx"
        out.parent.mkdir(exist_ok=True)
        export(document, out)
        shown = printed(out)
        assert all(f"Number{number} " in shown for number in range(10))
        assert "عنوان العرض" not in shown


def test_the_rtf_it_writes_says_what_the_original_says(tmp_path: Path):
    page = tmp_path / "page.html"
    paragraphs = "".join(f"<p>{text}</p>" for text in ARTICLE.split("\n\n"))
    page.write_text(
        f'<meta charset="utf-8"><body dir="rtl" lang="ar"><h1>عنوان الخبر</h1>{paragraphs}'
        "<ul><li>بند <b>أول</b></li><li>café 😀</li></ul><table><tr><td>خلية</td></tr></table>",
        encoding="utf-8",
    )
    text = convert_with_office(page, "odt", tmp_path / "odt")
    rich = convert_with_office(text, "rtf", tmp_path / "rtf")
    sources = [
        [strip_codes(s.source) for s in open_document(file).document.segments]
        for file in (text, rich)
    ]
    assert sources[0] == sources[1]
    assert len(sources[1]) > 5


@pytest.mark.parametrize(("format_id", "suffix"), [("docx-table", "docx"), ("xlsx", "xlsx")])
def test_a_table_it_saved_comes_back_row_for_row(format_id: str, suffix: str, tmp_path: Path):
    document = reviewed_document()
    file = tmp_path / f"table.{suffix}"
    export(document, file, format_id)
    saved = convert_with_office(file, suffix, tmp_path / "saved")
    again = open_document(saved, format_id=format_id).document
    assert [s.target for s in again.segments] == [s.target for s in document.segments]
    assert [s.source for s in again.segments] == [s.source for s in document.segments]
    assert [s.id for s in again.segments] == [s.id for s in document.segments]


@pytest.mark.parametrize(("format_id", "suffix"), [("docx-table", "docx"), ("xlsx", "xlsx")])
def test_a_table_that_it_saved_comes_back(format_id: str, suffix: str, tmp_path: Path):
    document = reviewed_document()
    sent = tmp_path / f"sent.{suffix}"
    export(document, sent, format_id)
    back = convert_with_office(sent, suffix, tmp_path / "back")
    assert back.read_bytes() != sent.read_bytes()
    found = read_return(back, document)
    assert {row.standing for row in found.rows} == {Standing.SAME}
    assert len(found.rows) == sum(not document.is_furniture(s) for s in document.segments) or (
        len(found.rows) == len(document)
    )
