"""Hostile and damaged tables: each refused in a sentence, or opened without loss.

Bounds are counted, never timed: how much is taken in before a file is refused.
"""

from __future__ import annotations

import io
import random
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translation.formats.bilingual_documents import small_document
from translation.errors import ExportError, InputError
from translation.formats import ReadOptions, WriteOptions
from translation.formats.tables import (
    csv_table,
    docx_table_read,
    docx_table_write,
    jsonl,
    separated,
    tsv,
    xlsx_cells,
    xlsx_read,
    xlsx_write,
)
from translation.formats.tables.docx_table_read import recognises
from translation.formats.tables.formula_guard import guarded, unguarded
from translation.formats.tables.xlsx_cells import MOST_ROWS, unescaped
from translation.model.document import Document
from translation.model.edits import Put

SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
XXE = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
MEGABYTE = 1 << 20


def with_target(text: str) -> Document:
    document = small_document()
    segment = document.segment("s1")
    document.apply(Put(segment, replace(segment, target=text)))
    return document


def xlsx(change: Callable[[dict[str, bytes]], None] = lambda parts: None) -> bytes:
    return repacked(xlsx_write.write(small_document(), WriteOptions("a")).data, change)


def docx(change: Callable[[dict[str, bytes]], None] = lambda parts: None) -> bytes:
    return repacked(docx_table_write.write(small_document(), WriteOptions("a")).data, change)


def repacked(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def sheet_of(rows: str) -> bytes:
    def change(parts: dict[str, bytes]) -> None:
        parts[SHEET] = f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>".encode()

    return xlsx(change)


def put(part: str, old: str, new: str) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        assert old.encode() in parts[part]
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)

    return change


def flipped(data: bytes, part: bytes) -> bytes:
    """Damage a byte of a part, so that its checksum is wrong."""
    at = data.index(part) + len(part) + 20
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


HEADING = '<row r="1"><c t="inlineStr"><is><t>source</t></is></c></row>'


def noise(size: int) -> str:
    """Text that hardly packs, so that it is no bomb by its ratio."""
    return random.Random(1).randbytes(size // 2).hex()


def full_rows(count: int) -> str:
    cell = '<row><c t="inlineStr"><is><t>{}</t></is></c></row>'
    return "".join(cell.format(number * 7919) for number in range(count))


REFUSED_XLSX: dict[str, tuple[Callable[[], bytes], str]] = {
    "entities in the sheet": (
        lambda: xlsx(put(SHEET, "<worksheet", f"{XXE}<worksheet")),
        "XML entities",
    ),
    "entities in the texts": (
        lambda: xlsx(put("xl/sharedStrings.xml", "<sst", f"{XXE}<sst")),
        "XML entities",
    ),
    "hidden entities": (
        lambda: xlsx(put(SHEET, "<worksheet", f"<!--{noise(2 * MEGABYTE)}-->{XXE}<worksheet")),
        "XML entities",
    ),
    "bomb": (lambda: sheet_of("<row/>" * 9_000_000), "as a bomb does"),
    "too many rows": (lambda: sheet_of(HEADING + full_rows(MOST_ROWS + 2)), "more than"),
    "bad checksum": (lambda: flipped(xlsx(), b"xl/sharedStrings.xml"), "damaged"),
    "no heading": (lambda: sheet_of("<row><c><v>1</v></c></row>"), "no column is headed"),
    "no workbook": (lambda: xlsx(lambda parts: parts.pop("xl/workbook.xml")), "has no part"),
    "cut": (lambda: xlsx()[:3000], "no zip file"),
    "old": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "of before 2007"),
    "cut sheet": (lambda: xlsx(put(SHEET, "</worksheet>", "")), "well-formed"),
}


@pytest.mark.parametrize("name", REFUSED_XLSX)
def test_spreadsheets_refused(name):
    make, said = REFUSED_XLSX[name]
    data = make()
    tracemalloc.start()
    try:
        with pytest.raises(InputError, match=said) as caught:
            xlsx_read.read(data, ReadOptions("a.xlsx"))
        assert tracemalloc.get_traced_memory()[1] < 250 * MEGABYTE
    finally:
        tracemalloc.stop()
    assert "a.xlsx" in str(caught.value)


def test_rows_are_counted_while_they_are_read(monkeypatch):
    monkeypatch.setattr(xlsx_cells, "MOST_ROWS", 3)
    with pytest.raises(InputError, match="more than 3 rows"):
        xlsx_read.read(sheet_of(HEADING + full_rows(3)), ReadOptions("a.xlsx"))


def deep(parts: dict[str, bytes]) -> None:
    nested = "<w:tbl><w:tr><w:tc>" * 300 + "</w:tc></w:tr></w:tbl>" * 300
    parts["word/document.xml"] = (
        f"<w:document {WORD}><w:body>{nested}</w:body></w:document>".encode()
    )


def many(parts: dict[str, bytes]) -> None:
    body = "<w:p/>" * 10_000_000
    parts["word/document.xml"] = f"<w:document {WORD}><w:body>{body}</w:body></w:document>".encode()


REFUSED_DOCX: dict[str, tuple[Callable[[], bytes], str]] = {
    "entities": (
        lambda: docx(put("word/document.xml", "<w:document", f"{XXE}<w:document")),
        "XML entities",
    ),
    "bomb of paragraphs": (lambda: docx(many), "as a bomb does"),
    "tables in tables": (lambda: docx(deep), "well-formed"),
    "no table": (
        lambda: docx(put("word/document.xml", ">source<", ">x<")),
        "no column is headed",
    ),
    "no document": (lambda: docx(lambda parts: parts.pop("word/document.xml")), "has no part"),
    "cut": (lambda: docx()[:1500], "no zip file"),
}


@pytest.mark.parametrize("name", REFUSED_DOCX)
def test_documents_refused(name):
    make, said = REFUSED_DOCX[name]
    data = make()
    with pytest.raises(InputError, match=said) as caught:
        docx_table_read.read(data, ReadOptions("a.docx"))
    assert "a.docx" in str(caught.value)
    assert not recognises(data) or name == "entities"


def test_too_many_tags_are_not_parsed():
    """Stored unpacked the bomb has no suspicious ratio: its tags are counted."""
    parts = {"word/document.xml": b"<w:p/>" * 1_600_000}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    with pytest.raises(InputError, match="too many tags"):
        docx_table_read.read(out.getvalue(), ReadOptions("a.docx"))


def test_external_links_and_macros_are_not_looked_at():
    def change(parts: dict[str, bytes]) -> None:
        parts["xl/vbaProject.bin"] = b"macro"
        relations = "xl/_rels/workbook.xml.rels"
        link = (
            '<Relationship Id="rId99" TargetMode="External" Target="http://127.0.0.1:9/x"'
            ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            'externalLink"/></Relationships>'
        )
        parts[relations] = parts[relations].replace(b"</Relationships>", link.encode())

    [file] = xlsx_read.read(xlsx(change), ReadOptions("a.xlsx"))
    assert len(file.units) == 6


def test_a_sheet_elsewhere_is_not_fetched():
    change = put("xl/_rels/workbook.xml.rels", 'Target="worksheets', 'Target="../../etc')
    with pytest.raises(InputError, match="it has no sheet"):
        xlsx_read.read(xlsx(change), ReadOptions("a.xlsx"))


def test_empty_rows_to_the_end_of_the_sheet_are_nothing():
    rows = "".join(f'<row r="{number}" ht="15"/>' for number in range(3, 60_000))
    text = '<row r="2"><c r="A2" t="inlineStr"><is><t>نص</t></is></c></row>'
    [file] = xlsx_read.read(sheet_of(HEADING + text + rows), ReadOptions("a.xlsx"))
    assert [unit.segments[0].source for unit in file.units] == ["نص"]


def test_cells_far_to_the_right_widen_nothing():
    text = '<row r="2"><c r="A2" t="inlineStr"><is><t>نص</t></is></c><c r="XFD2"><v>1</v></c></row>'
    [file] = xlsx_read.read(sheet_of(HEADING + text), ReadOptions("a.xlsx"))
    assert len(file.units) == 1


def test_what_a_spreadsheet_made_of_what_was_typed():
    cells = (
        ("<v>3.0</v>", "", "3"),
        ("<v>0.1</v>", "", "0.1"),
        ("<v>44587</v>", ' s="1"', "2022-01-26"),
        ("<v>44587.5</v>", ' s="1"', "2022-01-26 12:00:00"),
        ("<v>1</v>", ' t="b"', "TRUE"),
        ("<f>1+1</f><v>2</v>", "", "2"),
        ("<f>cmd</f><v>#REF!</v>", ' t="e"', "#REF!"),
        ("<is><r><t>a</t></r><r><t>b</t></r><rPh><t>no</t></rPh></is>", ' t="inlineStr"', "ab"),
        ("<is><t>_x005F_x0041_ x005F_</t></is>", ' t="inlineStr"', "_x0041_ x005F_"),
    )
    rows = "".join(f"<row><c{attributes}>{value}</c></row>" for value, attributes, _ in cells)

    def change(parts: dict[str, bytes]) -> None:
        parts[SHEET] = (
            f"<worksheet {MAIN}><sheetData>{HEADING}{rows}</sheetData></worksheet>".encode()
        )
        parts["xl/styles.xml"] = (
            f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>'
            "</numFmts>"
            '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
        ).encode()

    [file] = xlsx_read.read(xlsx(change), ReadOptions("a.xlsx"))
    found = [unit.segments[0].source for unit in file.units]
    assert found == [text for _value, _attributes, text in cells]
    assert [dict(n.facts)["count"] for n in file.notices if n.code == "formulas"] == ["2"]


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A1", "+1", "@x", "-1", "http://127.0.0.1:9"])
def test_nothing_runs_in_a_spreadsheet(text):
    import openpyxl

    data = xlsx_write.write(with_target(text), WriteOptions("a.xlsx")).data
    cell = openpyxl.load_workbook(io.BytesIO(data)).active["D2"]
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", text, None)


def test_a_text_longer_than_a_cell_is_refused_not_cut():
    with pytest.raises(ExportError, match="row 1 is longer than a cell of XLSX"):
        xlsx_write.write(with_target("x" * 40_000), WriteOptions("a.xlsx"))
    data = xlsx_write.write(with_target("x" * 32_767), WriteOptions("a.xlsx")).data
    [file] = xlsx_read.read(data, ReadOptions("a.xlsx"))
    assert file.units[0].segments[0].target == "x" * 32_767


def test_what_the_sheet_looks_like_to_others():
    import openpyxl

    data = xlsx_write.write(small_document(), WriteOptions("a.xlsx")).data
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.active
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:G7"
    assert sheet["B2"].alignment.readingOrder == 2
    assert sheet["D2"].alignment.readingOrder == 1
    assert (sheet["B2"].protection.locked, sheet["D2"].protection.locked) == (True, False)
    assert sheet["D6"].protection.locked  # the segment is locked
    assert sheet.protection.password is None
    assert "confirmed" in sheet.data_validations.dataValidation[0].formula1
    assert not book.properties.creator


# --- CSV -------------------------------------------------------------------------------------


@given(st.text("'=+-@\t\r\n \u00a0\u200f\uff1dab\u202e"))
def test_exactly_the_guard_comes_off(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("\t", "\r"))
    shown = guarded(text).lstrip("\u00a0\u200f\u202e \n\t\r")
    assert not shown.startswith(("=", "+", "-", "@", "\uff1d"))


def test_a_formula_is_text_in_a_csv():
    data = csv_table.write(with_target("=1+1"), WriteOptions("a.csv")).data
    assert data.startswith(b"\xef\xbb\xbfid,")
    assert b",'=1+1," in data
    [file] = csv_table.read(data, ReadOptions("a.csv"))
    assert file.units[0].segments[0].target == "=1+1"


@pytest.mark.parametrize(
    "data",
    [
        "source;target\nنص;Text\n".encode(),
        "source\ttarget\nنص\tText\n".encode(),
        "Target,Source,more\nText,نص\n".encode("cp1256"),
        '\ufeffsource,target\r\n"نص","Text"\r\n,,,,\r\n'.encode(),
        "A table\n\nالمصدر;الهدف\nنص;Text;and;more\nx\n".encode("utf-16"),
        "ar,en\nنص,Text\n".encode(),
    ],
    ids=["semicolon", "tab", "cp1256", "mark", "titled", "languages"],
)
def test_tables_of_others(data):
    [file] = csv_table.read(data, ReadOptions("a.csv"))
    first = file.units[0].segments[0]
    assert (first.source, first.target) == ("نص", "Text")


def test_quotes_and_line_breaks_in_cells():
    [file] = csv_table.read(b'source,target\n"a ""b""\nc","=1+1"\n"d, e",f\n', ReadOptions("a.csv"))
    found = [(s.source, s.target) for unit in file.units for s in unit.segments]
    assert found == [('a "b"\nc', "=1+1"), ("d, e", "f")]


@pytest.mark.parametrize("kind", [csv_table, tsv, jsonl])
def test_text_tables_are_bounded(kind, monkeypatch):
    monkeypatch.setattr(separated, "MOST_ROWS", 3)
    monkeypatch.setattr(jsonl, "MOST_ROWS", 3)
    data = '{"source": "a"}\n' * 4 if kind is jsonl else "source\na\nb\nc\n"
    with pytest.raises(InputError, match="more than 3 rows"):
        kind.read(data.encode(), ReadOptions("a"))


@given(st.text("_x0041F "))
def test_escapes_of_characters_end(text):
    assert len(unescaped(text)) <= len(text)
