"""Edits and their inverses, on random histories."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translation.model.random_documents import batches, documents
from translation.model.document import Document, StaleEditError
from translation.model.edits import EditBatch, Insert, Put, Remove
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.progress import Progress
from translation.model.segment import Role, Segment, SegmentState, SourceFile, TranslationUnit


def contents(document: Document) -> tuple[object, ...]:
    files, units = document.kept_files, document.kept_units
    return (files, units), (document.files, document.units), document.snapshot(), document.progress


def recount(document: Document) -> Progress:
    progress = Progress()
    for segment in document.segments:
        progress.count(segment, document.is_furniture(segment), +1)
    return progress


def check(document: Document) -> None:
    """What must hold of any document: counters, rows, units together and in order."""
    assert document.progress == recount(document)
    assert document.progress.done == sum(
        s.state.is_done and not document.is_furniture(s) for s in document.segments
    )
    for row, segment in enumerate(document.segments):
        assert document.row(segment.id) == row
        assert segment.id in document
    by_unit = [(unit.id, segments) for unit, segments in document.by_unit()]
    assert by_unit == [(unit.id, document.unit_segments(unit.id)) for unit in document.units]
    assert [s for _, found in by_unit for s in found] == list(document.segments)


@given(st.data())
def test_undoing_a_random_history_gives_the_document_back(data: st.DataObject) -> None:
    document = data.draw(documents())
    before = [contents(document)]
    done: list[EditBatch] = []
    for _ in range(data.draw(st.integers(1, 6))):
        batch = data.draw(batches(document))
        progress = document.progress.copy()  # the document goes on counting in its own
        before[-1] = (*before[-1][:-1], progress)
        document.apply_batch(batch)
        check(document)
        done.append(batch)
        before.append(contents(document))
    before.pop()
    for batch in reversed(done):
        document.apply_batch(batch.inverse())
        check(document)
        assert contents(document) == before.pop()


@given(st.data())
def test_words_can_be_counted_some_at_a_time(data: st.DataObject) -> None:
    document = data.draw(documents())
    for _ in range(data.draw(st.integers(1, 6))):
        batch = data.draw(batches(document))
        document.apply_batch(batch)
        if data.draw(st.booleans()):
            document.apply_batch(batch.inverse())
        for file in document.kept_files:
            document.progress_of(file.id).count_some(data.draw(st.integers(1, 3)))
        expected = recount(document)
        assert document.progress.counts == expected.counts
    assert document.progress.words_done == recount(document).words_done


@given(st.data())
def test_inverse_of_an_inverse_is_the_batch(data: st.DataObject) -> None:
    batch = data.draw(batches(data.draw(documents())))
    assert batch.inverse().inverse() == batch
    assert batch.inverse().caret_after == batch.caret_before


@given(st.data())
def test_ids_are_never_made_twice(data: st.DataObject) -> None:
    document = data.draw(documents())
    seen = {f.id for f in document.kept_files} | {u.id for u in document.kept_units}
    seen |= {s.id for s in document.segments}
    for _ in range(data.draw(st.integers(1, 6))):
        batch = data.draw(batches(document))
        document.apply_batch(batch)
        new = {e.segment.id for e in batch.edits if isinstance(e, Insert)}
        assert not new & seen
        seen |= new
        if data.draw(st.booleans()):
            document.apply_batch(batch.inverse())
    assert document.new_id("s") not in seen


# --- refusals ---------------------------------------------------------------------------------

UNITS = [
    TranslationUnit("u1", "f1"),
    TranslationUnit("u2", "f1", Role.FURNITURE),
    TranslationUnit("u3", "f1"),
]
SEGMENTS = [Segment(f"s{n}", f"u{n}", f"source {n}") for n in (1, 2, 3)]


@pytest.fixture
def document() -> Document:
    document = Document()
    file = SourceFile("f1", "a.txt", ARABIC_TO_ENGLISH, "txt", b"")
    document.add_file(file, UNITS, SEGMENTS)
    return document


FILE = SourceFile("f1", "a.txt", ARABIC_TO_ENGLISH, "txt", b"")
FIRST, NEW = SEGMENTS[0], Segment("s9", "u1", "new")


@pytest.mark.parametrize(
    "edit",
    [
        Put(replace(FIRST, target="old"), FIRST),
        Put(FIRST, replace(FIRST, id="s2")),
        Put(FIRST, replace(FIRST, unit_id="u2")),
        Put(NEW, NEW),
        Put(UNITS[0], replace(UNITS[0], file_id="f2")),
        Put(replace(UNITS[0], note="old"), UNITS[0]),
        Put(replace(FILE, encoding="old"), FILE),
        Put(FIRST, UNITS[0]),
        Insert(0, FIRST),
        Insert(-1, NEW),
        Insert(4, NEW),
        Insert(2, NEW),
        Insert(3, NEW),
        Insert(1, replace(NEW, unit_id="u0")),
        Remove(1, FIRST),
        Remove(3, FIRST),
        Remove(-3, FIRST),
        Remove(0, replace(FIRST, target="old")),
    ],
)
def test_an_edit_that_does_not_fit_changes_nothing(document: Document, edit: Put) -> None:
    before = document.files, document.units, document.snapshot()
    typed = Put(SEGMENTS[2], replace(SEGMENTS[2], target="x", state=SegmentState.CONFIRMED))
    for edits in ((edit,), (typed, Remove(1, SEGMENTS[1]), edit)):
        with pytest.raises(StaleEditError):
            document.apply_batch(EditBatch("test", edits))
        assert (document.files, document.units, document.snapshot()) == before
        check(document)


@pytest.mark.parametrize("row", [0, 1])
def test_a_segment_goes_before_or_after_those_of_its_unit(document: Document, row: int) -> None:
    document.apply(Insert(row, NEW))
    check(document)
    assert document.unit_rows("u1") == range(2)


def test_furniture_is_in_no_count_until_it_is_brought_back(document: Document) -> None:
    assert (document.progress.segments, document.progress.furniture) == (2, 1)
    document.apply(Put(UNITS[1], replace(UNITS[1], role=Role.PARAGRAPH)))
    assert (document.progress.segments, document.progress.furniture) == (3, 0)
    assert document.counts(SegmentState.INITIAL) == 3


def test_ids_from_outside_are_kept_from_being_made_again() -> None:
    document = Document()
    file = SourceFile("f1", "a.xlf", ARABIC_TO_ENGLISH, "xliff", b"")
    document.add_file(file, [TranslationUnit("u7", "f1")], [Segment("s40", "u7", "x")])
    assert document.new_id("s") == "s41"
    with pytest.raises(ValueError, match="used twice"):
        document.add_file(replace(file, id="f2"), [], [Segment("s40", "u7", "x")])
