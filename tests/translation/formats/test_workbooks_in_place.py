"""XLSX of other programs: only the cells that somebody changed are written, as text."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font, PatternFill

from translation.formats.tables.column_choice import ColumnChoice
from translation.formats.text_place import spelled
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.language import LanguagePair
from translation.model.segment import SegmentState
from translation.work.documents import open_document
from translation.work.exporting import export

ENGLISH_GERMAN = LanguagePair("en", "de")
AWKWARD = '=1+1 <b>&amp; "x" _x0041_\nzweite Zeile \x07 🎈  '


def workbook(fill) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def localised(book: openpyxl.Workbook) -> None:
    """A title, styled cells, formulas, a date, merged cells, rich text, other sheets."""
    sheet = book.active
    sheet.title = "Strings"
    sheet["A1"] = "Our strings"
    sheet.append([])
    sheet.append(["Key", "English", "German", "Length", "Due"])
    sheet.append(["k1", "Hello", "Hallo", "=LEN(C4)", 45000])
    sheet.append(["k2", "Bye", None, "=LEN(C5)", 45001])
    sheet.append(["Section"])
    sheet.merge_cells("A6:E6")
    sheet.append(["k3", "Again", '=UPPER("noch")', None, None])
    sheet.append(["k4", "Bold", None, None, None])
    sheet["C8"] = CellRichText("Das ist ", TextBlock(InlineFont(b=True), "fett"))
    sheet["C5"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["C5"].alignment = Alignment(wrap_text=True)
    sheet["B4"].font = Font(bold=True)
    sheet["E4"].number_format = sheet["E5"].number_format = "DD.MM.YYYY"
    sheet.column_dimensions["B"].width = 50
    more = book.create_sheet("More")
    more.append(["Our strings"])
    more.append([])
    more.append(["Key", "English", "German", "Length", "Due"])
    more.append(["m1", "One", "Eins"])
    book.create_sheet("Notes")["A1"] = "nothing to translate"
    book.create_sheet("Empty")


def opened(folder: Path, data: bytes, columns: str = "", pair=ENGLISH_GERMAN):
    path = folder / "book.xlsx"
    path.write_bytes(data)
    choice = ColumnChoice.parsed(columns) if columns else None
    return open_document(path, pair=pair, columns=choice)


def put(document: Document, source: str, target: str) -> None:
    segment = next(s for s in document.segments if s.source == source)
    document.apply(Put(segment, replace(segment, target=target, state=SegmentState.CONFIRMED)))


def written(document: Document, folder: Path) -> tuple[bytes, list[str]]:
    notices = export(document, folder / "out.xlsx")
    return (folder / "out.xlsx").read_bytes(), [notice.code for notice in notices]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_sheets_headed_alike_are_opened_and_others_said(tmp_path):
    found = opened(tmp_path, workbook(localised))
    assert [(s.source, s.target) for s in found.document.segments] == [
        ("Hello", "Hallo"),
        ("Bye", None),
        ("Again", None),  # a formula that nobody computed yet
        ("Bold", "Das ist fett"),
        ("One", "Eins"),
    ]
    assert [file.name for file in found.document.files] == ["book.xlsx", "book.xlsx – More"]
    said = {notice.code: dict(notice.facts) for notice in found.notices}
    assert said["sheets_left_out"]["sheets"] == "Notes"
    assert said["columns_not_shown"]["columns"] == "Length, Due"


def test_untouched_and_confirmed_it_is_the_same_file(tmp_path):
    data = workbook(localised)
    document = opened(tmp_path, data).document
    assert written(document, tmp_path)[0] == data
    for segment in document.snapshot():
        if segment.target is not None:
            document.apply(Put(segment, replace(segment, state=SegmentState.CONFIRMED)))
    assert written(document, tmp_path) == (data, ["left_out"])


def test_only_the_cells_that_changed_are_written(tmp_path):
    data = workbook(localised)
    document = opened(tmp_path, data).document
    put(document, "Bye", AWKWARD)
    put(document, "One", "Eine")
    out, notices = written(document, tmp_path)
    before, after = parts(data), parts(out)
    assert list(before) == list(after)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}
    assert notices == ["formula_like", "left_out"]
    old, new = (openpyxl.load_workbook(io.BytesIO(one)) for one in (data, out))
    for sheet in old:
        for row in sheet.iter_rows():
            for cell in row:
                there = new[sheet.title][cell.coordinate]
                if (sheet.title, cell.coordinate) not in {("Strings", "C5"), ("More", "C4")}:
                    assert there.value == cell.value
                assert there.style_id == cell.style_id
    assert new["Strings"]["C5"].data_type == "s"
    assert new["More"]["C4"].value == "Eine"
    assert str(new["Strings"].merged_cells) == "A6:E6"
    again = open_document(tmp_path / "out.xlsx", pair=ENGLISH_GERMAN).document
    target = next(s.target for s in again.segments if s.source == "Bye")
    unit = again.unit_of(again.segments[1])
    assert target == AWKWARD.replace("\x07", "\ue000")
    assert unit.codes[0].markup == "\x07"


def test_formulas_and_formats_that_give_way_are_told(tmp_path):
    document = opened(tmp_path, workbook(localised)).document
    put(document, "Bold", "Ganz fett")
    put(document, "Again", "Wieder")
    out, notices = written(document, tmp_path)
    assert notices == ["cell_formats_lost", "left_out"]
    book = openpyxl.load_workbook(io.BytesIO(out))
    assert [book["Strings"][cell].value for cell in ("C7", "C8", "D4")] == [
        "Wieder",
        "Ganz fett",
        "=LEN(C4)",
    ]


def test_the_list_of_formulas_goes_with_a_formula(tmp_path):
    data = with_part(
        workbook(localised),
        "xl/calcChain.xml",
        b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<c r="C7" i="1"/></calcChain>',
    )
    document = opened(tmp_path, data).document
    put(document, "Bye", "Ade")
    assert "xl/calcChain.xml" in parts(written(document, tmp_path)[0])
    put(document, "Again", "Wieder")
    found = parts(written(document, tmp_path)[0])
    assert "xl/calcChain.xml" not in found
    assert b"calcChain" not in found["[Content_Types].xml"] + found["xl/_rels/workbook.xml.rels"]


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    found = parts(data)
    kind = b'<Override PartName="/%s" ContentType="application/x"/>' % name.encode()
    relation = b'<Relationship Id="rId99" Type="urn:calcChain" Target="calcChain.xml"/>'
    for where, what, end in (
        ("[Content_Types].xml", kind, b"</Types>"),
        ("xl/_rels/workbook.xml.rels", relation, b"</Relationships>"),
    ):
        found[where] = found[where].replace(end, what + end)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for one, text in {**found, name: part}.items():
            archive.writestr(one, text)
    return out.getvalue()


def test_a_column_is_made_where_there_is_none(tmp_path):
    def fill(book: openpyxl.Workbook) -> None:
        book.active.append(["id", "Englisch", "Kontext"])
        book.active.append([1, "Hello", "x"])
        book.active.append([2, "Bye", "y"])
        book.active["B2"].font = Font(italic=True)

    document = opened(tmp_path, workbook(fill)).document
    put(document, "Hello", "Hallo")
    sheet = openpyxl.load_workbook(io.BytesIO(written(document, tmp_path)[0])).active
    assert [cell.value for cell in sheet[1]] == ["id", "Englisch", "Kontext", "Deutsch"]
    assert [row[3].value for row in sheet.iter_rows(min_row=2)] == ["Hallo", None]
    assert sheet["D2"].font.i
    assert sheet.dimensions == "A1:D3"
    again = open_document(tmp_path / "out.xlsx", pair=ENGLISH_GERMAN).document
    assert [s.target for s in again.segments] == ["Hallo", None]


def test_a_row_merged_into_one_is_left_out_and_counted(tmp_path):
    def fill(book: openpyxl.Workbook) -> None:
        book.active.append(["Source", "Target"])
        book.active.append(["A heading of both"])
        book.active.merge_cells("A2:B2")
        book.active.append(["Hello", "Hallo"])

    found = opened(tmp_path, workbook(fill))
    assert [s.source for s in found.document.segments] == ["Hello"]
    assert {n.code: dict(n.facts).get("count") for n in found.notices}["merged_rows"] == "1"


@pytest.mark.parametrize("columns", ["source=1,target=2,sheet=Second", "source=A,target=B"])
def test_a_sheet_is_chosen_by_name_or_by_its_headings(tmp_path, columns):
    def fill(book: openpyxl.Workbook) -> None:
        book.active.append(["Source", "Target"])
        book.active.append(["no", "nein"])
        second = book.create_sheet("Second")
        second.append(["A", "B"])
        second.append(["Hello", "Hallo"])

    document = opened(tmp_path, workbook(fill), columns).document
    assert document.segments[-1].source == "Hello"
    put(document, "Hello", "Servus")
    book = openpyxl.load_workbook(io.BytesIO(written(document, tmp_path)[0]))
    assert book["Second"]["B2"].value == "Servus"
    assert book.worksheets[0]["B2"].value == "nein"


def test_prefixed_sheets_without_places_are_read_and_written(tmp_path):
    """As some programs write them: a prefix on every element, no ``r`` on cells."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    def cell(text: str) -> str:
        return f'<x:c t="inlineStr"><x:is><x:t>{text}</x:t></x:is></x:c>'

    rows = "".join(
        f"<x:row>{cell(one)}{cell(two)}{cell(three)}</x:row>"
        for one, two, three in (
            ("Source", "Target", "Max"),
            ("A &lt; B", "x", "1"),
            ("C", "y", "2"),
        )
    )
    inside = f"<!-- <c> --><x:sheetData>{rows}</x:sheetData>"
    sheet = f'<x:worksheet xmlns:x="{space}">{inside}</x:worksheet>'
    found = parts(workbook(lambda book: None))
    found["xl/worksheets/sheet1.xml"] = sheet.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in found.items():
            archive.writestr(name, part)
    document = opened(tmp_path, out.getvalue()).document
    assert [(s.source, s.target) for s in document.segments] == [("A < B", "x"), ("C", "y")]
    put(document, "C", "<neu>")
    written_sheet = parts(written(document, tmp_path)[0])["xl/worksheets/sheet1.xml"].decode()
    shown = '<x:is><x:t xml:space="preserve">&lt;neu&gt;</x:t></x:is>'
    assert written_sheet == sheet.replace(cell("y"), f'<x:c r="B3" t="inlineStr">{shown}</x:c>')


_TEXTS = st.text(st.sampled_from("aB é=&<>\"'\n\t\r_x0041_ا\u200f\x07🎈"), max_size=9)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(_TEXTS, _TEXTS), min_size=1, max_size=4))
def test_any_text_arrives_in_its_cell(tmp_path_factory, rows):
    def fill(book: openpyxl.Workbook) -> None:
        book.active.append(["Key", "English", "German", "Max"])
        for number in range(len(rows)):
            book.active.append([number, f"Text {number}", None, number])

    folder = tmp_path_factory.mktemp("book")
    document = opened(folder, workbook(fill)).document
    for segment, (text, _) in zip(document.snapshot(), rows, strict=True):
        document.apply(Put(segment, replace(segment, target=text, state=SegmentState.EDITED)))
    out, _notices = written(document, folder)
    again = opened(folder, out).document
    for segment, (text, _) in zip(again.segments, rows, strict=True):
        codes = again.unit_of(segment).codes
        shown = spelled(segment.target or "", codes)
        assert shown == (text if text.strip() else "")
