"""What was: every text a segment had, and what changed since each restore point."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translation.store.projects import small_document, split, typing
from translation import store
from translation.model.document import Document
from translation.model.edits import EditBatch, Insert, Put, Remove, Say
from translation.model.record import Note, Record
from translation.model.segment import SegmentState
from translation.model.version import SegmentChange, Version
from translation.store import ProjectFile, counts_since, segment_history


@pytest.fixture
def document() -> Document:
    return small_document()


@pytest.fixture
def project(document: Document, tmp_path: Path):
    made = ProjectFile.create(tmp_path / "a.muraji", document)
    yield made
    made.close()


def changes_since(project, point):
    found, count = store.changes_since(project, point, {}, 100)
    assert count == len(found)
    return found


def told(versions: tuple[Version, ...]) -> list[tuple[str | None, str, str, bool]]:
    return [(v.segment.target, v.label, v.author, v.taken_back) for v in versions]


def record(project, document, action, step, batch):
    project.record(action, step, batch, document.next_number)


def confirm(document: Document, row: int, author: str, time: float) -> EditBatch:
    segment = document.segments[row]
    batch = EditBatch(
        "confirm",
        (Put(segment, replace(segment, state=SegmentState.CONFIRMED)),),
        author,
        time,
        segment.id,
    )
    document.apply_batch(batch)
    return batch


def test_every_text_is_there_with_who_and_when(project, document):
    assert segment_history(project, "s2") == ()
    record(project, document, "do", 1, typing(document, 1, "R"))
    record(project, document, "do", 1, typing(document, 1, "Rain"))
    record(project, document, "do", 2, replace(typing(document, 1, "Rain."), time=70.0))
    record(project, document, "do", 3, confirm(document, 1, "omar", 79.0))
    record(project, document, "do", 4, typing(document, 2, "Other"))
    found = segment_history(project, "s2")
    assert told(found) == [
        (None, "", "", False),
        ("Rain", "type", "sara", False),
        ("Rain.", "type", "sara", False),
        ("Rain.", "confirm", "omar", False),
    ]
    assert [version.time for version in found] == [None, 5.0, 70.0, 79.0]
    assert found[-1].segment == document.segment("s2")
    assert len(segment_history(project, "s1")) == 0


def test_words_typed_without_a_pause_are_one_text(project, document):
    for step, text in enumerate(("The", "The rain", "The rain fell"), start=1):
        batch = replace(typing(document, 1, text), time=step * 50.0)
        record(project, document, "do", step, batch)
    record(
        project, document, "do", 4, replace(typing(document, 1, "Snow"), author="omar", time=151.0)
    )
    assert [v.segment.target for v in segment_history(project, "s2")] == [
        None,
        "The rain fell",
        "Snow",
    ]


def test_what_was_taken_back_stays_to_be_seen(project, document):
    first = typing(document, 1, "Rain")
    record(project, document, "do", 1, first)
    document.apply_batch(first.inverse())
    record(project, document, "undo", 1, first.inverse())
    assert told(segment_history(project, "s2"))[1:] == [("Rain", "type", "sara", True)]
    record(project, document, "do", 2, typing(document, 1, "Snow"))
    assert told(segment_history(project, "s2"))[1:] == [
        ("Rain", "type", "sara", True),
        ("Snow", "type", "sara", False),
    ]


def test_what_was_done_again_is_not_taken_back(project, document):
    first = typing(document, 1, "Rain")
    record(project, document, "do", 1, first)
    record(project, document, "undo", 1, first.inverse())
    record(project, document, "redo", 1, first)
    assert told(segment_history(project, "s2"))[1:] == [("Rain", "type", "sara", False)]


def test_a_split_goes_back_to_what_was_split(project, document):
    record(project, document, "do", 1, typing(document, 1, "The sentence"))
    record(project, document, "do", 2, split(document, 1))
    right = document.segments[2].id
    found = segment_history(project, right)
    assert [version.segment.id for version in found] == ["s2", "s2", right]
    assert found[1].segment.target == "The sentence"


def test_texts_that_utf_8_cannot_hold_are_there(project, document):
    for step, text in enumerate(("a", "\ud800", "b"), start=1):
        batch = replace(typing(document, 1, text), time=step * 100.0)
        record(project, document, "do", step, batch)
    assert [v.segment.target for v in segment_history(project, "s2")] == [None, "a", "\ud800", "b"]
    point = project.restore_point("now")
    record(project, document, "do", 4, typing(document, 1, "\udfff"))
    [change] = changes_since(project, point)
    assert (change.then.target, change.now.target) == ("b", "\udfff")


def test_changes_since_a_point_are_those_that_are_left(project, document):
    start = project.restore_point("start")
    record(project, document, "do", 1, typing(document, 1, "Rain"))
    middle = project.restore_point("middle")
    typed = typing(document, 2, "Snow")
    record(project, document, "do", 2, typed)
    assert counts_since(project, [start, middle]) == {start.id: 2, middle.id: 1}
    document.apply_batch(typed.inverse())
    record(project, document, "undo", 2, typed.inverse())
    end = project.restore_point("end")
    assert counts_since(project, [end, start, middle]) == {start.id: 1, middle.id: 0, end.id: 0}
    [change] = changes_since(project, start)
    assert change == SegmentChange("s2", small_document().segment("s2"), document.segment("s2"))
    assert changes_since(project, middle) == ()


def test_a_note_and_a_split_are_changes(project, document):
    point = project.restore_point("start")
    note = Record.of("r1", "s3", Note("Whose?"), "sara", 5.0)
    said = EditBatch("say_note", (Say(None, note),), "sara", 5.0, "s3")
    document.apply_batch(said)
    record(project, document, "do", 1, said)
    assert changes_since(project, point) == (SegmentChange("s3", noted=True),)
    record(project, document, "do", 2, split(document, 0))
    assert counts_since(project, [point]) == {point.id: 4}
    found = {one.segment_id: one for one in changes_since(project, point)}
    assert found["s1"].now is None
    assert all(found[s.id].then is None for s in document.segments[:2])
    record(project, document, "undo", 1, said.inverse())
    assert counts_since(project, [point]) == {point.id: 3}


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["a", "b", "c", "split"])), max_size=8)
)
def test_changes_are_what_the_document_says(tmp_path_factory, moves) -> None:
    document = small_document()
    project = ProjectFile.create(tmp_path_factory.mktemp("p") / "a.muraji", document)
    states = []
    try:
        for step, (row, what) in enumerate(moves, start=1):
            states.append((project.restore_point(str(step)), document.snapshot()))
            is_split = what == "split" and len(document.segments[row].source) > 3
            if not is_split and document.segments[row].target == what:
                continue
            batch = split(document, row) if is_split else typing(document, row, what)
            record(project, document, "do", step, batch)
        now = {segment.id: segment for segment in document.segments}
        counts = counts_since(project, [point for point, _ in states])
        for point, before in states:
            then = {segment.id: segment for segment in before}
            wanted = {
                id_: (then.get(id_), now.get(id_))
                for id_ in then.keys() | now.keys()
                if then.get(id_) != now.get(id_)
            }
            found = {one.segment_id: (one.then, one.now) for one in changes_since(project, point)}
            assert found == wanted
            assert counts[point.id] == len(wanted)
    finally:
        project.close()


def test_edits_of_others_in_the_same_batch_stay_out(project, document):
    one, two = document.segments[1], document.segments[2]
    edits = (
        Put(one, replace(one, target="A")),
        Remove(2, two),
        Insert(2, replace(two, target="B", id="s9")),
    )
    batch = EditBatch("restore", edits, "sara", 7.0)
    document.apply_batch(batch)
    record(project, document, "do", 1, batch)
    assert told(segment_history(project, "s2"))[1:] == [("A", "restore", "sara", False)]
    assert [v.segment.id for v in segment_history(project, "s9")] == ["s9"]


def test_the_first_changes_stand_in_the_order_of_the_rows(project, document):
    point = project.restore_point("start")
    for step, row in enumerate((2, 0, 1), start=1):
        record(project, document, "do", step, typing(document, row, "x"))
    rows = {segment.id: row for row, segment in enumerate(document.segments)}
    found, count = store.changes_since(project, point, rows, 2)
    assert ([one.segment_id for one in found], count) == (["s1", "s2"], 3)


def test_a_batch_over_a_long_document_is_read_edit_by_edit(tmp_path):
    document = small_document(800)
    project = ProjectFile.create(tmp_path / "a.muraji", document)
    try:
        point = project.restore_point("start")
        edits = tuple(
            Put(segment, replace(segment, target=f"Sentence {segment.id}" * 5))
            for segment in document.segments[:799]
        )
        batch = EditBatch("restore", edits, "sara", 7.0)
        document.apply_batch(batch)
        record(project, document, "do", 1, batch)
        assert counts_since(project, [point]) == {point.id: 799}
        document.apply_batch(batch.inverse())
        record(project, document, "undo", 1, batch.inverse())
        assert counts_since(project, [point]) == {point.id: 0}
    finally:
        project.close()
