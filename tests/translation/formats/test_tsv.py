"""TSV: as other tools read it, and tables that others wrote."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translation.formats.bilingual_documents import CODES, documents, small_document
from translation.errors import InputError
from translation.formats import ReadOptions, WriteOptions
from translation.formats.code_table import CodeTable
from translation.formats.tables.tsv import read, write
from translation.formats.visible_codes import read_codes, show_codes
from translation.model.imported import ImportedFile
from translation.model.segment import Role, SegmentState


def table(data: bytes) -> list[list[str]]:
    """Read as any CSV reader does."""
    return list(csv.reader(io.StringIO(data.decode(), newline=""), delimiter="\t", strict=True))


def only(text: str) -> ImportedFile:
    [file] = read(text.encode(), ReadOptions("a.tsv"))
    return file


def test_the_header_and_a_row_a_segment():
    rows = table(write(small_document(), WriteOptions("a.tsv")).data)
    assert rows[0] == ["id", "source", "draft", "target", "state", "reference"]
    assert [row[0] for row in rows[1:]] == [f"s{n}" for n in range(1, 7)]
    assert rows[1] == ["s1", "عنوان الخبر", "Title", "Headline", "final", ""]
    assert rows[2][1:5] == [
        "زار {1}الوزير{/2} واشنطن.",
        "The {1}minister{/2} visited",
        "",
        "initial",
    ]
    assert rows[4][1] == "انتهى{4/}."


@settings(max_examples=25, deadline=None)
@given(documents())
def test_every_csv_reader_finds_the_same_cells(document):
    data = write(document, WriteOptions("a.tsv")).data
    rows = table(data)
    assert all(len(row) == 6 for row in rows)
    sent = [segment for segment in document.segments if not document.is_furniture(segment)]
    assert len(rows) == len(sent) + 1
    assert not data.startswith(b"\xef\xbb\xbf")


def test_columns_stand_anywhere_and_may_be_missing():
    file = only("Target\tSource\n\tأ\nB\tب\n")
    found = [(s.source, s.target, s.state, s.id) for u in file.units for s in u.segments]
    assert found == [
        ("أ", None, SegmentState.INITIAL, None),
        ("ب", "B", SegmentState.EDITED, None),
    ]


def test_short_rows_double_ids_and_unknown_states():
    file = only("id\tsource\ttarget\tstate\n1\tأ\n1\tب\tB\tnonsense\n\n2\tت\tT\tFinal\n")
    found = [(s.id, s.source, s.target, s.state) for u in file.units for s in u.segments]
    assert found == [
        ("1", "أ", None, SegmentState.INITIAL),
        (None, "ب", "B", SegmentState.EDITED),
        ("2", "ت", "T", SegmentState.FINAL),
    ]
    assert [unit.anchor for unit in file.units] == ["2", "3", "5"]


def test_bare_quotes_are_text():
    file = only('source\ttarget\n"قال" نعم\tHe said\nقال "لا"\t"No"\n')
    assert [s.source for u in file.units for s in u.segments] == ['"قال" نعم', 'قال "لا"']
    assert [notice.code for notice in file.notices] == ["repaired"]


def test_what_a_spreadsheet_saves_as_unicode_text():
    [file] = read("source\ttarget\r\nنص\tText\r\n".encode("utf-16"), ReadOptions("a.tsv"))
    assert file.encoding == "utf-16-le"
    assert file.units[0].segments[0].target == "Text"


def test_no_row_is_page_furniture_whatever_it_says():
    file = only("source\ttarget\nاترك تعليقا\t\nنص الخبر كله.\t\n")
    assert [unit.role for unit in file.units] == [Role.PARAGRAPH, Role.PARAGRAPH]
    assert not file.notices


def test_a_cell_of_any_length():
    assert len(only("source\n" + "x" * 300_000).units[0].segments[0].source) == 300_000


@pytest.mark.parametrize(
    ("text", "reason"),
    [("a\tb\n1\t2\n", "no_columns"), ("source\ttarget\n", "no_text"), ("\n\n", "blank")],
)
def test_refusals(text: str, reason: str):
    with pytest.raises(InputError) as caught:
        only(text)
    assert caught.value.reason == reason


@given(st.text(st.sampled_from("{}/U+12D0a \ue000\ue001\ue002\ue004\x00\ud800")))
def test_visible_codes_are_reversible(text):
    table_of_codes = CodeTable("a")
    for code, mark in zip(CODES, ("1", "/2", "3/", "", "5"), strict=True):
        table_of_codes.add(code, ("visible", mark))
    shown = show_codes(text, CODES)
    back = read_codes(shown, table_of_codes)
    restored = "".join(table_of_codes[c].markup if "\ue005" <= c <= "\uf8ff" else c for c in back)
    assert restored == text
