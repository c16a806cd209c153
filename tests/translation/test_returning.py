"""Tables sent to a colleague and edited there, with the libraries a colleague's program is like."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.translation.formats.bilingual_documents import END_A, A, documents, small_document
from tests.translation.formats.test_format_contract import say
from tests.translation.returned_books import NOW, SUFFIXES, apply, said, sent, standings
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.notes import StatedNote
from translation.model.segment import Origin, SegmentState
from translation.work.returning import Standing, read_return


def put(document: Document, id_: str, **values: object) -> None:
    segment = document.segment(id_)
    document.apply(Put(segment, replace(segment, **values)))


class Book:
    """A workbook in a colleague's hands."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.sheet = self.book.active
        self.columns = {cell.value: cell.column for cell in self.sheet[1]}

    def row_of(self, id_: str) -> int:
        return next(
            row
            for row in range(2, self.sheet.max_row + 1)
            if str(self.sheet.cell(row, 1).value).rpartition("-")[0] == id_
        )

    def set(self, id_: str, column: str, value: object) -> None:
        self.sheet.cell(self.row_of(id_), self.columns[column]).value = value

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path


@pytest.fixture
def book(document: Document, tmp_path: Path) -> Book:
    return Book(sent(document, tmp_path, "xlsx"))


@pytest.mark.parametrize("format_id", SUFFIXES)
def test_a_table_that_nobody_touched_changes_nothing(document, tmp_path, format_id):
    found = read_return(sent(document, tmp_path, format_id), document)
    assert set(standings(found).values()) == {Standing.SAME}
    assert found.edits(range(len(found.rows)), document.new_id, NOW) is None


@pytest.mark.parametrize("format_id", SUFFIXES)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(document=documents())
def test_any_table_that_nobody_touched_changes_nothing(document, tmp_path, format_id):
    found = read_return(sent(document, tmp_path, format_id), document)
    assert {row.standing for row in found.rows} <= {Standing.SAME}


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(document=documents(), typed=st.text("ab {1}=x", min_size=1).filter(str.strip))
def test_what_is_typed_there_stands_here(document, tmp_path, typed):
    path = sent(document, tmp_path, "xlsx")
    book = Book(path)
    ids = [s.id for s in document.segments if not document.is_furniture(s)]
    assume(ids)
    id_ = ids[0]
    book.set(id_, "target", typed)
    found = read_return(book.save(), document)
    if found.rows[0].after is not None:
        apply(document, found, id_)
        again = read_return(path, document)
        assert again.rows[0].standing in (Standing.SAME, Standing.CHANGED_HERE)
        assert again.rows[0].after is None


def test_what_a_colleague_changes(document, book):
    book.set("s1", "target", "A better headline")
    book.set("s3", "comment", "seen")
    book.set("s4", "state", "final")
    book.set("s2", "target", "The {1}minister{/2} was in Washington.")
    found = read_return(book.save(), document)
    changed = {row.id for row in found.rows if row.standing is Standing.CHANGED}
    assert changed == {"s1", "s2", "s3", "s4"}
    assert {row.id for row in found.rows if row.is_ticked} == changed
    apply(document, found, "s1", "s2", "s3", "s4")
    assert document.segment("s1").target == "A better headline"
    assert document.segment("s1").state is SegmentState.EDITED  # its word is to be given again
    assert document.segment("s2").target == f"The {A}minister{END_A} was in Washington."
    assert document.segment("s2").draft_id == 2
    assert document.segment("s2").origin is Origin.HUMAN
    assert said(document, "s3") == [("seen", book.path.name, NOW)]
    assert document.segment("s3").target == small_document().segment("s3").target
    assert document.segment("s4").state is SegmentState.FINAL


def test_a_comment_is_a_note_of_the_colleague_once_and_takes_nothing_away(document, book):
    put(document, "s3", note="from the file")
    answered = StatedNote("Is it?", "Huda", NOW - 60)
    say(document, "s3", answered)
    path = sent(document, book.path.parent, "xlsx")
    theirs = Book(path)
    theirs.set("s3", "comment", "It is.\nI asked.\n[Huda, 2025-11-24T15:59:00Z] Is it?")
    path = theirs.save()
    found = read_return(path, document)
    apply(document, found, "s3")
    assert document.segment("s3").note == "from the file"
    assert said(document, "s3") == [
        ("Is it?", "Huda", NOW - 60),
        ("It is.\nI asked.", path.name, NOW),
    ]
    again = {row.id: row for row in read_return(path, document).rows}["s3"]
    assert again.after is None


def test_a_comment_that_was_taken_out_there_stays_here(document, book):
    say(document, "s3", StatedNote("Is it?", "Huda", NOW))
    theirs = Book(sent(document, book.path.parent, "xlsx"))
    theirs.set("s3", "comment", "")
    row = {row.id: row for row in read_return(theirs.save(), document).rows}["s3"]
    assert (row.standing, row.after) == (Standing.SAME, None)


def test_a_draft_called_done_is_accepted(document, book):
    book.set("s2", "state", "confirmed")
    apply(document, read_return(book.save(), document), "s2")
    segment = document.segment("s2")
    assert segment.target == f"The {A}minister{END_A} visited"
    assert (segment.state, segment.origin, segment.draft_id) == (
        SegmentState.CONFIRMED,
        Origin.MT,
        2,
    )


def test_changed_there_and_here(document, book):
    put(document, "s1", target="Mine")
    put(document, "s4", target="Mine too")
    put(document, "s3", state=SegmentState.CONFIRMED)
    book.set("s1", "target", "Theirs")
    book.set("s3", "comment", "from them")
    found = read_return(book.save(), document)
    kinds = standings(found)
    assert kinds["s1"] is Standing.CONFLICT
    assert kinds["s4"] is Standing.CHANGED_HERE
    assert kinds["s3"] is Standing.CHANGED  # their comment does not touch what was done here
    assert [row.id for row in found.rows if row.is_ticked] == ["s3"]
    apply(document, found, "s1", "s3")
    assert document.segment("s1").target == "Theirs"
    assert document.segment("s3").state is SegmentState.CONFIRMED


def test_rows_lost_doubled_added_and_moved(document, book):
    sheet = book.sheet
    kept = [cell.value for cell in sheet[book.row_of("s1")]]
    sheet.append([*kept[:3], "Another headline", *kept[4:]])
    sheet.append(kept)  # a mere copy is nothing to ask about
    sheet.append(["mine", "نص", None, "Text", None, None])
    sheet.delete_rows(book.row_of("s6"))
    sheet.move_range(f"A{book.row_of('s4')}:G{book.row_of('s4')}", rows=20)
    found = read_return(book.save(), document)
    assert [row.standing for row in found.rows if row.id == "s1"] == [Standing.DUPLICATE] * 2
    kinds = standings(found)
    assert kinds["mine"] is Standing.ID_UNKNOWN
    assert kinds["s6"] is Standing.MISSING
    assert kinds["s4"] is Standing.SAME
    assert "s7" not in kinds  # page furniture is not sent
    assert not any(row.is_ticked for row in found.rows)


def test_source_altered_emptied_and_locked(document, book):
    book.set("s1", "source", "عنوان آخر")
    book.set("s1", "target", "Other headline")
    book.set("s4", "source", "شيء آخر")
    book.set("s3", "target", None)
    book.set("s5", "target", "Locked all the same")
    kinds = standings(found := read_return(book.save(), document))
    assert kinds["s1"] is kinds["s4"] is Standing.SOURCE_ALTERED
    assert kinds["s3"] is Standing.EMPTIED
    assert kinds["s5"] is Standing.LOCKED
    assert not any(row.is_ticked for row in found.rows)
    assert found.edits([4], document.new_id, NOW) is None
    apply(document, found, "s3")
    assert document.segment("s3").target is None
    assert document.segment("s3").state is SegmentState.INITIAL


def test_emptied_and_called_done_there(document, book):
    book.set("s3", "target", None)
    book.set("s3", "state", "confirmed")
    found = read_return(book.save(), document)
    assert standings(found)["s3"] is Standing.EMPTIED
    apply(document, found, "s3")
    emptied = document.segment("s3")
    assert (emptied.target, emptied.state) == ("", SegmentState.CONFIRMED)


def test_split_here_since(document, book):
    put(document, "s1", source="عنوان")
    book.set("s1", "target", "Theirs")
    assert standings(read_return(book.save(), document))["s1"] is Standing.SOURCE_ALTERED


def test_columns_moved_and_headed_in_arabic(document, book):
    sheet = book.sheet
    sheet.delete_cols(book.columns["draft"])
    sheet.insert_cols(1)
    for column, value in enumerate(("", "المعرّف", "النص المصدر", "الترجمة (en)"), start=1):
        sheet.cell(1, column).value = value
    sheet.insert_rows(1, 3)
    sheet["B1"] = "Returned by a colleague"
    for row in range(5, sheet.max_row + 1):
        if str(sheet.cell(row, 2).value).startswith("s1-"):
            sheet.cell(row, 4).value = "New"
    kinds = standings(read_return(book.save(), document))
    assert kinds.pop("s1") is Standing.CHANGED
    assert set(kinds.values()) == {Standing.SAME}


def test_numbers_dates_and_formulas_of_a_spreadsheet(document, book):
    book.set("s1", "target", 2022)
    book.set("s4", "target", "=1+1")
    found = read_return(book.save(), document)
    rows = {row.id: row for row in found.rows}
    assert rows["s1"].after.target == "2022"
    assert rows["s4"].target == ""  # nothing was ever computed
    assert rows["s4"].standing is Standing.EMPTIED
    assert [notice.code for notice in found.notices] == ["formulas"]


def test_ids_without_marks_are_told(document, tmp_path):
    path = sent(document, tmp_path, "tsv")
    path.write_text(path.read_text("utf-8").replace("Headline", "Title line"), "utf-8")
    found = read_return(path, document)
    assert standings(found)["s1"] is Standing.CHANGED
    assert [notice.code for notice in found.notices] == ["return_unmarked"]


def test_a_code_nobody_knows_stays_text(document, book):
    book.set("s2", "target", "{1}a{/2} {7} {U+E001}")
    apply(document, read_return(book.save(), document), "s2")
    assert document.segment("s2").target == f"{A}a{END_A} {{7}} {{U+E001}}"
