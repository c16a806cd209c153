"""A table that comes back as a document of Word."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.translation.returned_books import NOW, apply, said, sent, standings
from tests.translation.unfilled import unfilled
from translation.errors import InputError
from translation.model.document import Document
from translation.work.returning import Standing, read_return


class Page:
    """A table in a colleague's word processor."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.document = docx.Document(str(path))
        self.table = self.document.tables[0]

    def row(self, id_: str) -> docx.table._Row:
        return next(row for row in self.table.rows if row.cells[0].text.rpartition("-")[0] == id_)

    def save(self) -> Path:
        self.document.save(str(self.path))
        return self.path


@pytest.fixture
def page(document: Document, tmp_path: Path) -> Page:
    return Page(sent(document, tmp_path, "docx-table"))


def test_word_opens_it_with_arabic_from_right_to_left(page):
    assert [cell.text for cell in page.table.rows[0].cells] == [
        "id", "source", "draft", "target", "comment", "state",
    ]  # fmt: skip
    source, target = page.row("s2").cells[1], page.row("s3").cells[3]
    assert source.paragraphs[0]._p.pPr.find(docx.oxml.ns.qn("w:bidi")) is not None
    assert [run.style.name for run in target.paragraphs[0].runs] == [
        "Default Paragraph Font",
        "Inline code",
        "Default Paragraph Font",
    ]
    with zipfile.ZipFile(page.path) as package:
        assert not any(name.startswith("docProps") for name in package.namelist())  # no author
    assert len(page.table.rows) == 7  # page furniture is not sent


def test_word_splits_runs_and_tracks_changes(document, page):
    cell = page.row("s1").cells[3].paragraphs[0]._p
    for run in list(cell):
        cell.remove(run)
    cell.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>Ne</w:t></w:r>"))
    cell.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="1" w:author="x"><w:r><w:delText>Old</w:delText></w:r>'
            "</w:del>"
        )
    )
    cell.append(
        parse_xml(
            f'<w:ins {nsdecls("w")} w:id="2" w:author="x"><w:r><w:t xml:space="preserve">w headline'
            "</w:t></w:r></w:ins>"
        )
    )
    gone = page.row("s6")._tr
    gone.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="3" w:author="x"/>'))
    rows = {row.id: row for row in read_return(page.save(), document).rows}
    assert rows["s1"].after.target == "New headline"
    assert rows["s6"].standing is Standing.MISSING


def test_comments_of_word_become_notes(document, page):
    runs = page.row("s4").cells[3].paragraphs[0].runs
    page.document.add_comment(runs, text="Is this so?", author="Colleague")
    found = read_return(page.save(), document)
    apply(document, found, "s4")
    assert said(document, "s4") == [("Is this so?", page.path.name, NOW)]
    assert document.segment("s4").target == "Over."


def test_autocorrected_sources_are_the_same(document, page):
    run = page.row("s3").cells[1].paragraphs[0].runs[-1]
    run.text = run.text.replace("«", "“").replace("»", "”")
    assert set(standings(read_return(page.save(), document)).values()) == {Standing.SAME}


def test_columns_cells_and_tables_in_disorder(document, page):
    table = page.table._tbl
    for row in table.tr_lst:
        row.append(row.tc_lst[0])  # the ids at the end
    page.row_s1 = next(r for r in table.tr_lst if "عنوان" in "".join(r.itertext()))
    texts = page.row_s1.tc_lst[2]
    next(texts.iter(docx.oxml.ns.qn("w:t"))).text = "Changed"
    second = parse_xml(f"<w:tbl {nsdecls('w')}/>")
    table.addnext(second)
    second.append(table.tr_lst[-1])
    found = read_return(page.save(), document)
    kinds = standings(found)
    assert kinds.pop("s1") is Standing.CHANGED
    assert set(kinds.values()) == {Standing.SAME}


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.csv", b"source,target\nx,y\n", "no_return_ids"),
        ("a.csv", b"id,source\nx,y\n", "no_return_ids"),
        ("a.txt", b"x", "no_return"),
        ("a.nothing", b"x", "unknown_suffix"),
        ("a.xlsx", b"x", "bad_zip"),
    ],
)
def test_what_is_no_table_is_refused(document, tmp_path, name, data, reason):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_return(path, document)
    assert caught.value.reason == reason
    assert not unfilled(caught.value)


def test_a_missing_table_is_called_missing(document, tmp_path):
    with pytest.raises(InputError, match="no such file"):
        read_return(tmp_path / "gone.xlsx", document)


def test_reading_can_be_given_up(document, tmp_path):
    class Enough(Exception):
        pass

    def report(_done: int, _total: int) -> None:
        raise Enough

    path = sent(document, tmp_path, "xlsx")
    with pytest.raises(Enough):
        read_return(path, document, report)
