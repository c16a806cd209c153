"""Tables of terms as people keep them: CSV, TSV and XLSX."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from tests.translation.formats.termbases.term_samples import SMALL
from translation.errors import ExportError, InputError
from translation.formats import ReadOptions, WriteOptions, read_bytes
from translation.formats.termbases import ReadTerms, find_reader, workbook
from translation.formats.termbases.delimited import read_csv, read_tsv, write_csv
from translation.model.language import LanguagePair
from translation.model.term import Term, TermBase, TermEntry, TermStatus


def csv(text: str, pair: LanguagePair | None = None) -> ReadTerms:
    return read_csv(text.encode(), ReadOptions("a.csv", pair))


def terms(found: ReadTerms) -> list[tuple[str, ...]]:
    return [tuple(f"{t.language} {t.text}" for t in e.terms) for e in found.termbase.entries]


def test_columns_by_language_and_what_is_known_of_terms():
    [entry] = csv(
        "ID,Arabic,English,English status,EN-us,Domain,Definition,Comment,POS\n"
        "7,كتاب,book,preferred,tome,letters,bound pages,see there,noun\n"
        "7,سفر,volume,do not use,,,,,\n"
    ).termbase.entries
    assert entry == TermEntry(
        "7",
        (
            Term("ar", "كتاب", None, "noun"),
            Term("en", "book", TermStatus.PREFERRED, "noun"),
            Term("EN-us", "tome", None, "noun"),
            Term("ar", "سفر"),
            Term("en", "volume", TermStatus.FORBIDDEN),
        ),
        "bound pages",
        "letters",
        "see there",
    )


def test_pairs_with_and_without_their_languages():
    said = csv("source lang;target lang;source;target;note\nen;ar_AR;sea;بحر;n\n")
    assert terms(said) == [("en sea", "ar-AR بحر")]
    assert said.termbase.entries[0].note == "n"
    asked = csv("Source term\tTranslation\nبحر\tMeer\n", LanguagePair("ar", "de"))
    assert terms(asked) == [("ar بحر", "de Meer")]


def test_without_headings_as_omegat_has_them():
    found = read_tsv("بحر\tsea\tthe salty one\nفي\tin\n".encode(), ReadOptions("glossary.txt"))
    assert terms(found) == [("ar بحر", "en sea"), ("ar في", "en in")]
    assert found.termbase.entries[0].note == "the salty one"
    assert [notice.code for notice in found.notices] == ["no_headings"]


def test_ragged_rows_empty_rows_and_columns_of_others():
    found = csv('sep=;\nclient;ar;en\nUN;أ;"a;b"\n\n;;\nx\n;ب\n;ت;c;too;many\n')
    assert terms(found) == [("ar أ", "en a;b"), ("ar ب",), ("ar ت", "en c")]
    assert [(n.code, dict(n.facts)["count"]) for n in found.notices] == [("columns_left_out", "1")]


def test_no_cell_is_a_formula():
    data = write_csv(SMALL, WriteOptions("out.csv")).data.decode("utf-8-sig")
    assert ",'=1+1" in data
    assert "'=SUM" in data
    assert ",-" not in data


def test_encodings():
    found = read_csv(
        "ar,en\nالكويت,Kuwait\nوزارة الخارجية,x\n".encode("cp1256"), ReadOptions("a.csv")
    )
    assert terms(found)[0] == ("ar الكويت", "en Kuwait")
    assert [notice.code for notice in found.notices] == ["encoding_guessed"]
    assert terms(read_csv("ar,en\nأ,a\n".encode("utf-16"), ReadOptions("a.csv"))) == [
        ("ar أ", "en a")
    ]


def test_a_cell_of_twenty_megabytes_opens():
    [entry] = csv(f'ar,en,definition\nأ,a,"{"كلمة " * 2_200_000}"\n').termbase.entries
    assert len(entry.definition) > 10_000_000
    with pytest.raises(ExportError) as caught:
        workbook.write(TermBase((entry,)), WriteOptions("out.xlsx"))
    assert caught.value.reason == "cell_too_long"


@pytest.mark.parametrize("text", ["ar,en\n", "ar,en\n,\n , \n"])
def test_headings_alone_are_no_termbase(text: str):
    with pytest.raises(InputError) as caught:
        csv(text)
    assert caught.value.reason == "no_terms"


@pytest.mark.shared
def test_real_termbases(shared: Path):
    found = {}
    for path in sorted((shared / "data" / "termbase").iterdir()):
        spec = find_reader(path)
        assert spec.read
        found[path.name] = spec.read(read_bytes(path), ReadOptions(path.name)).termbase
    tico, names = found["tico19_f_en-ar_AR.csv"], found["names_ar-latin.tsv"]
    assert len(tico.entries) == 306
    assert tico.languages == ("en", "ar-AR")
    assert tico.entries[0] == TermEntry(
        "1", (Term("en", "1918 flu"), Term("ar-AR", "إنفلونزا 1918"))
    )
    assert len(list(names.pairs(LanguagePair("ar", "en")))) == 30_001
    assert names.entries[0].terms == (Term("ar", "ؤابح"), Term("en", "Rabah"))


def book(rows: list[list[object]], formulas: bool = False) -> bytes:
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": formulas})
    made.add_worksheet("empty")
    sheet = made.add_worksheet("terms")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    made.close()
    return out.getvalue()


def xlsx(data: bytes) -> ReadTerms:
    return workbook.read(data, ReadOptions("a.xlsx"))


def test_a_workbook_with_numbers_and_formulas():
    rows = [["ar", "en", "note"], ["عام", 2022, 1.5], ["أ", "=1+1", "n"]]
    assert terms(xlsx(book(rows))) == [("ar عام", "en 2022"), ("ar أ", "en =1+1")]
    shown = xlsx(book(rows, formulas=True))
    assert terms(shown)[1] == ("ar أ", "en 0")
    assert [notice.code for notice in shown.notices] == ["formulas"]


def with_part(data: bytes, name: str, text: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for part in old.namelist():
            new.writestr(part, text if part == name else old.read(part))
    return out.getvalue()


_SHEET = "xl/worksheets/sheet2.xml"
_ROW = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}'


@pytest.mark.parametrize(
    ("part", "text", "reason"),
    [
        (
            _SHEET,
            b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
            "xml_entities",
        ),
        ("xl/sharedStrings.xml", b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "xml_entities"),
        (_SHEET, b" " * 30_000_000, "zip_unsafe"),
        (_SHEET, b"<worksheet>", "bad_xml"),
        (
            _SHEET,
            (
                _ROW.format('<row r="99999999999"><c r="XFD1"/></row>') + "</sheetData></worksheet>"
            ).encode(),
            "no_terms",
        ),
    ],
    ids=["xxe", "entities", "bomb", "cut", "far_away"],
)
def test_hostile_workbooks_are_refused(part: str, text: bytes, reason: str):
    with pytest.raises(InputError) as caught:
        xlsx(with_part(book([["ar", "en"], ["أ", "a"]]), part, text))
    assert caught.value.reason == reason
