"""Documents of several files in one file: each row in the direction of its own languages."""

from __future__ import annotations

import io
import zipfile

import pytest

from translation.formats import WriteOptions
from translation.formats.table import FORMATS
from translation.model.document import Document
from translation.model.language import LanguagePair
from translation.work.additions import join
from translation.work.documents import document_from_text, open_document

ARABIC, ENGLISH = LanguagePair("ar", "en"), LanguagePair("en", "ar")


@pytest.fixture
def mixed() -> Document:
    whole = document_from_text("نص عربي.", "one.txt", ARABIC).document
    join(whole, document_from_text("English text.", "two.txt", ENGLISH).document)
    return whole


def written(document: Document, format_id: str) -> bytes:
    [spec] = [spec for spec in FORMATS if spec.id == format_id]
    assert spec.write is not None
    return spec.write(document, WriteOptions(f"x{spec.suffixes[0]}")).data


def test_a_spreadsheet_turns_each_cell_by_its_own_language(mixed: Document) -> None:
    import openpyxl

    sheet = openpyxl.load_workbook(io.BytesIO(written(mixed, "xlsx"))).active
    heads = [cell.value for cell in sheet[1]]
    source, target = heads.index("source"), heads.index("target")
    found = [
        (row[source].alignment.readingOrder, row[target].alignment.readingOrder)
        for row in sheet.iter_rows(min_row=2)
    ]
    assert found == [(2, 1), (1, 2)]


def test_a_table_of_word_turns_each_cell_by_its_own_language(mixed: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(written(mixed, "docx-table"))) as archive:
        body = archive.read("word/document.xml").decode()
    first, second = body.split("نص عربي.")[0], body.split("نص عربي.")[1]
    assert "<w:bidi/>" in first.rsplit("<w:p>", 1)[1]
    assert "<w:bidi/>" not in second.split("English text.")[0].rsplit("<w:p>", 1)[1]


def test_tables_of_two_pages_stay_two_tables(tmp_path) -> None:
    import docx

    page = "<html><body><p>نص</p><table><tr><td>{}</td><td>ب</td></tr></table></body></html>"
    whole = None
    for name, text in (("a.html", "أ"), ("b.html", "ج")):
        path = tmp_path / name
        path.write_text(page.format(text), encoding="utf-8")
        read = open_document(path).document
        if whole is None:
            whole = read
        else:
            join(whole, read)
    made = docx.Document(io.BytesIO(written(whole, "docx")))
    assert [len(table.rows[0].cells) for table in made.tables] == [2, 2]


def test_a_word_document_turns_each_paragraph_by_its_own_language(mixed: Document) -> None:
    import docx

    made = docx.Document(io.BytesIO(written(mixed, "docx")))
    paragraphs = made.element.body.iter("{*}p")
    turned = {p.findtext(".//{*}t"): p.find(".//{*}bidi") is not None for p in paragraphs}
    assert turned == {"نص عربي.": False, "English text.": True}
