"""Many segments put at once: the tables hold what one edit after the other makes of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.errors import ProjectError
from translation.model.edits import EditBatch, Put
from translation.model.segment import Origin, Segment, SegmentState
from translation.store import ProjectFile, tables, values
from translation.store.journal import JournalRow
from translation.store.packed_rows import PackedRow
from translation.work.documents import document_from_text

ODD = "\ud800 lone"


@pytest.fixture
def project(tmp_path):
    lines = "\n".join(f"سطر {n}." for n in range(9))
    made = ProjectFile.create(tmp_path / "many.muraji", document_from_text(lines, "a.txt").document)
    yield made
    made.close()


def restated(segments, target="Text"):
    puts = [
        Put(s, s.with_target(f"{target} {n}", SegmentState.FINAL, Origin.MT, None))
        for n, s in enumerate(segments)
    ]
    return EditBatch("state_final", tuple(puts), "me", 1.0, segments[0].id)


def sound(project):
    verdict = project.verify()
    return not (verdict.segments or verdict.rows)


@pytest.mark.parametrize("at_once", [2, 500])
@pytest.mark.parametrize("target", ["Text", ODD])
def test_what_is_put_at_once_is_there_and_sound(project, monkeypatch, at_once, target):
    monkeypatch.setattr(tables, "_ASKED_AT_ONCE", at_once)
    document = project.document
    batch = restated(document.segments, target)
    document.apply_batch(batch)
    project.record("do", 1, batch, document.next_number)
    twice = [Put(p.after, replace(p.after, target="x")) for p in batch.edits[:2]]
    chained = (*twice, *(Put(p.after, replace(p.after, target="y")) for p in twice))
    document.apply_batch(EditBatch("again", chained))
    project.record("do", 2, EditBatch("again", chained), document.next_number)
    assert sound(project)
    path = project.path
    project.close()
    again = ProjectFile.open(path)
    assert list(again.document.segments) == list(document.segments)
    assert [step.batches[0].edits for step in again.history.steps] == [batch.edits, chained]
    assert sound(again)
    again.close()


def test_one_that_is_not_there_lets_none_be_put(project):
    batch = restated([*project.document.segments, Segment("s999", "u1", "?")])
    with pytest.raises((ProjectError, ValueError)):
        project.record("do", 1, batch, project.document.next_number)
    assert sound(project)
    path = project.path
    project.close()
    again = ProjectFile.open(path)
    assert all(segment.target is None for segment in again.document.segments)
    assert not again.history.steps
    again.close()


TEXT = st.text(max_size=3)
SEGMENTS = st.builds(
    Segment,
    *[TEXT] * 3,
    TEXT | st.none(),
    st.sampled_from(SegmentState),
    st.sampled_from(Origin) | st.none(),
    st.integers() | st.none(),
    *[TEXT] * 3,
    st.booleans(),
    TEXT | st.none(),
)


@given(SEGMENTS, SEGMENTS)
def test_a_segment_comes_back_from_what_is_written_of_it(before, after):
    written = values.to_json(before)
    changed = values.changes_json(before, after)
    known = values.parse_fields(Segment, values.loads(values.dumps(written)))
    assert Segment(**known) == before
    assert replace(before, **values.parse_fields(Segment, changed)) == after
    assert list(written) == [name for name in values.PARSERS[Segment] if name in written]


@given(st.text(st.characters()), st.text("\ud800\udfffا"))
def test_a_row_that_was_packed_is_the_same(batch, odd):
    row = JournalRow(3, "do", 2, "type", "me", 1.5, batch + odd)
    assert PackedRow.of(row).unpacked() == row
