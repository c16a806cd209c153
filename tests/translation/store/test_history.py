"""The undo history that a journal leads to, restore points, and the order of rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.translation.store.projects import small_document, split, state_of, typing
from translation.model.document import Document
from translation.model.edits import EditBatch, Insert
from translation.model.segment import Segment
from translation.store import History, ProjectFile, UndoStep
from translation.store.history import rebuild


def nothing(_: UndoStep) -> tuple[EditBatch, ...]:
    return ()


def told(*rows: tuple[str, int]) -> History:
    return rebuild([(n, action, step, "x") for n, (action, step) in enumerate(rows, 1)], nothing)


@pytest.mark.parametrize(
    ("rows", "steps", "index"),
    [
        ([], [], 0),
        ([("do", 1), ("do", 2)], [1, 2], 2),
        ([("do", 1), ("do", 1), ("do", 2)], [1, 2], 2),
        ([("do", 1), ("do", 2), ("undo", 2)], [1, 2], 1),
        ([("do", 1), ("do", 2), ("undo", 2), ("undo", 1)], [1, 2], 0),
        ([("do", 1), ("do", 2), ("undo", 2), ("redo", 2)], [1, 2], 2),
        ([("do", 1), ("do", 2), ("undo", 2), ("do", 3)], [1, 3], 2),
        ([("do", 1), ("undo", 1), ("do", 1)], [1], 1),
        ([("do", 1), ("do", 2), ("do", 2), ("undo", 2), ("undo", 2)], [1, 2], 1),
        ([("do", 2), ("do", 2), ("undo", 2), ("undo", 2), ("redo", 2), ("redo", 2)], [2], 1),
    ],
)
def test_the_history_is_what_was_done_and_undone(
    rows: list[tuple[str, int]], steps: list[int], index: int
) -> None:
    history = told(*rows)
    assert [step.id for step in history.steps] == steps
    assert history.index == index
    assert history.next_step == max([step for _, step in rows], default=0) + 1


@pytest.mark.parametrize("rows", [[("undo", 1)], [("do", 1), ("redo", 2)], [("do", 1), ("cut", 1)]])
def test_a_journal_that_makes_no_sense_is_refused(rows: list[tuple[str, int]]) -> None:
    with pytest.raises(ValueError, match="step"):
        told(*rows)


def test_typing_in_mid_word_is_one_step_with_the_first_and_last_caret(tmp_path: Path) -> None:
    document = small_document()
    project = ProjectFile.create(tmp_path / "a.muraji", document)
    before = document.snapshot()
    for caret, text in enumerate(("r", "ra", "rain")):
        project.record("do", 1, typing(document, 0, text, caret), document.next_number)
    project.record("do", 2, typing(document, 1, "other"), document.next_number)
    project.close()
    again = ProjectFile.open(project.path)
    assert [len(step.batches) for step in again.history.steps] == [1, 1]
    (batch,) = again.history.steps[0].batches
    assert (batch.caret_before, batch.caret_after) == (0, 3)
    for step in reversed(again.history.steps):
        for done in reversed(step.batches):
            again.document.apply_batch(done.inverse())
    assert again.document.snapshot() == before
    again.close()


def test_undo_and_redo_survive_and_bring_split_segments_back_with_their_drafts(
    tmp_path: Path,
) -> None:
    document = small_document()
    project = ProjectFile.create(tmp_path / "a.muraji", document)
    batch = split(document, 0)
    project.record("do", 1, batch, document.next_number)
    document.apply_batch(batch.inverse())
    project.record("undo", 1, batch.inverse(), document.next_number)
    project.close()
    again = ProjectFile.open(project.path)
    assert state_of(again.document) == state_of(document)
    assert again.document.current_draft(again.document.segments[0]) is not None
    assert again.history.index == 0
    (redo,) = again.history.steps[0].batches
    again.document.apply_batch(redo)
    assert again.document.new_id("s") not in {edit.segment.id for edit in redo.edits}  # type: ignore[union-attr]
    again.close()


def test_many_splits_at_one_spot_keep_their_order(tmp_path: Path) -> None:
    """More than any gap between two places can take: places are dealt out anew meanwhile."""
    document = small_document()
    project = ProjectFile.create(tmp_path / "a.muraji", document)
    for step in range(1, 131):
        row = (0, 1, 2)[step % 3]
        segment = Segment(document.new_id("s"), "u1", f"new {step}")
        batch = EditBatch("split", (Insert(row, segment),))
        document.apply_batch(batch)
        project.record("do", step, batch, document.next_number)
    project.close()
    again = ProjectFile.open(project.path)
    assert again.document.snapshot() == document.snapshot()
    again.close()


def test_going_back_to_a_restore_point_is_one_step_that_can_be_undone(tmp_path: Path) -> None:
    document = small_document()
    project = ProjectFile.create(tmp_path / "a.muraji", document)
    project.record("do", 1, typing(document, 0, "morning"), document.next_number)
    point = project.restore_point("morning")
    at_point = document.snapshot()
    _work_on(document, project)
    after = document.snapshot()
    back = project.restore(point)
    document.apply_batch(back)
    project.record("do", 9, back, document.next_number)
    assert document.snapshot() == at_point
    project.close()
    again = ProjectFile.open(project.path)
    assert again.document.snapshot() == at_point
    assert [found.label for found in again.restore_points()] == ["morning"]
    for batch in again.history.steps[-1].batches:
        again.document.apply_batch(batch.inverse())
    assert again.document.snapshot() == after
    again.close()


def _work_on(document: Document, project: ProjectFile) -> None:
    for step, text in enumerate(("a", "ab", "abc"), 2):
        project.record("do", step, typing(document, 0, text), document.next_number)
    project.record("do", 6, split(document, 1), document.next_number)
    project.record("do", 7, typing(document, 1, "half"), document.next_number)


def test_a_day_of_typing_goes_back_in_as_many_edits_as_it_changed_segments(tmp_path: Path) -> None:
    document = small_document()
    project = ProjectFile.create(tmp_path / "a.muraji", document)
    point = project.restore_point("start")
    for step in range(1, 41):
        project.record("do", step, typing(document, step % 2, f"t {step}"), document.next_number)
    assert len(project.restore(point).edits) == 2
    project.close()


def test_a_step_is_called_by_what_was_done_not_by_what_was_kept_for_it() -> None:
    rows = [(1, "do", 1, "say_ground"), (2, "do", 1, "type"), (3, "do", 1, "type")]
    assert [step.label for step in rebuild(rows, nothing).steps] == ["type"]
