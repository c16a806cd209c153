"""Where the cells of tables stand, for each format that has tables."""

from __future__ import annotations

import io

import docx
import pytest

from tests.translation.formats.epub_files import epub, page
from translation.work.cell_places import CellPlace, cell_places
from translation.work.documents import open_document

CELLS = [["خلية أولى", "خلية ثانية"], ["خلية ثالثة", "خلية رابعة"]]


def as_docx():
    made = docx.Document()
    made.add_paragraph("قال الوزير إن الحوار مهم")
    table = made.add_table(2, 2)
    for row, cells in enumerate(CELLS):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def as_html():
    rows = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in CELLS)
    page = f"<p>قال الوزير إن الحوار مهم جدا</p><table>{rows}</table>"
    return f"<html lang='ar'><body>{page}</body></html>".encode()


def as_epub():
    rows = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in CELLS)
    return epub({"a.xhtml": page(f"<p>قال الوزير إن الحوار مهم جدا</p><table>{rows}</table>")})


def as_md():
    head, *rest = ["| " + " | ".join(row) + " |" for row in CELLS]
    return "\n".join(["# عنوان المقال", "", head, "|---|---|", *rest, ""]).encode()


@pytest.mark.parametrize(
    ("suffix", "data"),
    [("docx", as_docx()), ("html", as_html()), ("epub", as_epub()), ("md", as_md())],
)
def test_rows_and_columns(suffix, data, tmp_path):
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(data)
    document = open_document(path).document
    places = cell_places(document)
    found = {document.unit_segments(unit)[0].source: place for unit, place in places.items()}
    assert found == {
        text: CellPlace(0, row, column)
        for row, cells in enumerate(CELLS)
        for column, text in enumerate(cells)
    }


def test_a_document_without_tables_has_none(article):
    assert cell_places(open_document(article).document) == {}
