"""What is counted of a project, and at what pace it goes on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.model.document import Document
from translation.model.edits import EditBatch, Put
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.record import Record, Verdict
from translation.model.segment import Role, Segment, SegmentState, SourceFile, TranslationUnit
from translation.store import ProjectFile
from translation.store.activity import IDLE, Pace, pace_since, segments_by_person, worked
from translation.work.statistics import Changed, count
from translation.work.statistics_output import as_csv, as_json


def document(*texts: str, role: Role = Role.PARAGRAPH) -> Document:
    made = Document()
    file = SourceFile(made.new_id("f"), "=a.txt", ARABIC_TO_ENGLISH, "txt", b"x")
    units = [TranslationUnit(made.new_id("u"), file.id, role) for _ in texts]
    segments = [
        Segment(made.new_id("s"), unit.id, text) for unit, text in zip(units, texts, strict=True)
    ]
    made.add_file(file, units, segments)
    return made


def put(made: Document, row: int, author: str, time: float, **values: object) -> EditBatch:
    segment = made.segments[row]
    edit = Put(segment, replace(segment, **values))
    return EditBatch("type", (edit,), author, time, segment.id)


@pytest.fixture
def project(tmp_path):
    made = ProjectFile.create(tmp_path / "a.muraji", document("one two", "three", "one two"))
    yield made
    made.close()


def do(project: ProjectFile, batch: EditBatch, step: int, action: str = "do") -> None:
    project.document.apply_batch(batch)
    project.record(action, step, batch, project.document.next_number)


def test_amounts_states_and_repeats() -> None:
    made = document("one two", "three\ue000", "one two", "one two")
    made.apply_batch(put(made, 0, "", 0.0, target="eins", state=SegmentState.CONFIRMED))
    found = count(made, {"Huda": {made.segments[0].id, "gone"}}, Changed(), Pace())
    assert (found.whole.segments, found.whole.words, found.whole.characters) == (4, 7, 26)
    assert (found.confirmed.segments, found.confirmed.target_characters) == (1, 4)
    assert found.states["confirmed"].segments == 1
    assert found.states["initial"].segments == 3
    assert (found.repeated.segments, found.repeated.words, found.repeats) == (2, 4, 1)
    assert found.persons["Huda"].segments == 1


def test_furniture_is_counted_apart() -> None:
    found = count(document("menu", role=Role.FURNITURE), {}, Changed(), Pace())
    assert (found.whole.segments, found.furniture) == (0, 1)


def test_a_rejected_segment_is_counted_beside_its_state() -> None:
    made = document("one", "two")
    content = Verdict(approves=False, reason="no")
    made.add_records([Record.of("r9", made.segments[0].id, content, "Huda", 1.0)])
    found = count(made, {}, Changed(), Pace())
    assert found.states["rejected"].segments == 1
    assert found.whole.segments == 2


def test_a_name_is_no_formula_in_a_table() -> None:
    table = as_csv(count(document("one"), {}, Changed(), Pace())).decode("utf-8-sig")
    assert "file,'=a.txt,1," in table
    assert b'"name": "=a.txt"' in as_json(count(document("one"), {}, Changed(), Pace()))


def test_pace_counts_what_is_confirmed_now_and_was_not_then(project) -> None:
    made = project.document
    done = SegmentState.CONFIRMED
    do(project, put(made, 1, "Huda", 100.0, target="x", state=done), 1)
    do(project, put(made, 0, "Huda", 1000.0, target="a"), 2)
    do(project, put(made, 0, "Huda", 1060.0, state=done), 3)
    do(project, put(made, 0, "Samir", 1090.0, state=SegmentState.REVIEWED), 4)
    do(project, put(made, 2, "Samir", 1090.0 + IDLE + 1, target="b", state=done), 5)
    do(project, put(made, 2, "Samir", 1400.0, state=SegmentState.EDITED), 6)
    pace = pace_since(project, 500.0)
    assert (pace.segments, pace.words, pace.seconds) == (1, 2, 99.0)
    assert pace.an_hour(pace.segments) == pytest.approx(3600 / 99)
    people = segments_by_person(project)
    ids = [segment.id for segment in made.segments]
    assert people == {"Huda": {ids[0], ids[1]}, "Samir": {ids[0], ids[2]}}


def test_nobody_worked_no_pace(project) -> None:
    assert pace_since(project, 0.0) == Pace()
    assert Pace(3, 9, 0.0).an_hour(3) is None


@given(st.lists(st.floats(0, 1e6), max_size=20))
def test_time_worked_is_never_longer_than_the_time_that_passed(times: list[float]) -> None:
    ordered = sorted(times)
    spent = worked(ordered)
    passed = ordered[-1] - ordered[0] if ordered else 0.0
    assert 0 <= spent <= passed + 1e-6
    assert spent <= IDLE * max(0, len(ordered) - 1)
