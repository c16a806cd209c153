"""What is written into a project comes back exactly, through any history."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translation.model.random_documents import batches, documents, drafts
from translation.model.document import Document
from translation.model.language import LanguagePair
from translation.model.record import Record
from translation.model.segment import Segment, SourceFile, TranslationUnit
from translation.store import DraftEntry, Entry, ProjectFile, values
from translation.store import batches as batch_format


@contextmanager
def folder() -> Iterator[Path]:
    """A folder in memory where there is one: hypothesis makes many."""
    memory = Path("/dev/shm")
    place = tempfile.mkdtemp(dir=memory if memory.is_dir() else None)
    try:
        yield Path(place)
    finally:
        shutil.rmtree(place)


def said(document: Document) -> dict[str, Record]:
    return {record.id: record for record in document.records}


def state(document: Document) -> tuple[object, ...]:
    return document.files, document.units, document.snapshot(), said(document)


def contents(document: Document) -> tuple[object, ...]:
    return (
        document.files,
        document.units,
        document.snapshot(),
        tuple(document.drafts),
        said(document),
        document.next_number,
        document.drafts.next_id,
        document.progress,
    )


@settings(max_examples=60)
@given(st.data())
def test_a_random_history_comes_back_with_its_undo(data: st.DataObject) -> None:
    document = data.draw(documents())
    with folder() as place:
        path = place / "a.muraji"
        project = ProjectFile.create(path, document)
        states = [state(document)]
        points = [project.restore_point("start")]
        for step in range(1, data.draw(st.integers(1, 6)) + 1):
            batch = data.draw(batches(document))
            document.apply_batch(batch)
            fresh = data.draw(drafts(document, document.drafts.next_id))
            document.drafts.add(fresh)
            entry = Entry("do", step, batch, document.next_number)
            project.write([entry, DraftEntry(tuple(fresh))])
            points.append(project.restore_point(f"point {step}"))
            states.append(state(document))
        back = data.draw(st.integers(0, len(points) - 1))
        restored = project.restore(points[back])
        project.close()
        assert [found.name for found in place.iterdir()] == ["a.muraji"]
        reopened = ProjectFile.open(path)
        check_reopened(reopened, document, states)
        again = ProjectFile.open(path).document
        again.apply_batch(restored)
        assert state(again) == states[back]
        again.apply_batch(restored.inverse())
        assert state(again) == states[-1]
        reopened.close()


def check_reopened(project: ProjectFile, document: Document, states: list[object]) -> None:
    """The document is the same, and its undo steps lead back through every state."""
    assert contents(project.document) == contents(document)
    history = project.history
    assert (history.index, history.next_step) == (len(history.steps), len(states))
    assert project.restore_points()[0].label == "start"
    here = project.document
    for place in reversed(range(len(history.steps))):
        assert state(here) == states[place + 1]
        for batch in reversed(history.steps[place].batches):
            here.apply_batch(batch.inverse())
    assert state(here) == states[0]


@given(st.data())
def test_a_batch_comes_back_from_its_json(data: st.DataObject) -> None:
    document = data.draw(documents())
    batch = data.draw(batches(document))
    stored = values.cell(batch_format.batch_json(batch))
    data_back = values.loads(values.from_cell(stored))
    found = batch_format.parse_batch(
        batch.label, batch.author, batch.time, data_back, lambda key: document.file(key).original
    )
    assert found == batch


JSON = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-9, 9), st.text("ab\ud800\udc00\x00", max_size=4)
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text("pbuteid", max_size=6), inner)
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from(["edits", "caret", "segment"]),
        st.one_of(
            JSON,
            st.lists(
                st.dictionaries(
                    st.sampled_from(["put", "insert", "remove", "segment", "before", "after"]),
                    st.one_of(
                        JSON,
                        st.sampled_from(["segment", "unit", "file"]),
                        st.dictionaries(
                            st.sampled_from(["id", "unit_id", "source", "codes"]), JSON
                        ),
                    ),
                ),
                max_size=2,
            ),
        ),
    )
)
def test_json_that_is_no_batch_is_refused_and_nothing_else_happens(data: dict[str, object]) -> None:
    try:
        batch = batch_format.parse_batch("x", "", 0.0, data, lambda key: b"")
    except values.BadValueError:
        return
    assert (
        batch_format.parse_batch(
            "x", "", 0.0, values.loads(batch_format.batch_json(batch)), lambda key: b""
        )
        == batch
    )


@pytest.mark.parametrize("data", ["[" * 100_000, "1" * 5000, "{", "", "nul", 7, None])
def test_text_that_is_no_json_is_refused(data: object) -> None:
    with pytest.raises(values.BadValueError):
        values.loads(data)


@pytest.mark.parametrize("place", range(4))
def test_a_text_beyond_utf_8_may_stand_behind_others(tmp_path: Path, place: int) -> None:
    document = Document()
    file = SourceFile("f1", "a", LanguagePair("ar", "en"), "txt", b"")
    notes = ["\ud800" if at == place else "plain" for at in range(4)]
    units = [TranslationUnit(f"u{at}", "f1", note=note) for at, note in enumerate(notes, 2)]
    segments = [Segment(f"s{at}", u.id, u.note) for at, u in enumerate(units, 9)]
    document.add_file(file, units, segments)
    ProjectFile.create(tmp_path / "a.muraji", document).close()
    project = ProjectFile.open(tmp_path / "a.muraji")
    project.close()
    assert project.document.units == document.units
    assert project.document.snapshot() == document.snapshot()
