"""Several drafts of a segment: none is lost, and split and merge carry them along."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.session import Session
from translation.model.draft import Draft
from translation.model.edits import EditBatch, Put
from translation.model.segment import SegmentState, source_hash


def draft(session: Session, segment_id: str, text: str, model: str = "tiny") -> Draft:
    segment = session.document.segment(segment_id)
    number = session.document.drafts.next_id
    return Draft(number, segment_id, source_hash(segment.source), text, "ct2", model)


def arrive(session: Session, segment_id: str, text: str, model: str = "tiny") -> None:
    session.engine.take_drafts([draft(session, segment_id, text, model)])


def shown(session: Session, segment_id: str) -> str:
    return session.document.shown_target(session.document.segment(segment_id))


@pytest.fixture
def first(opened) -> str:
    """The second segment, the first of a paragraph of two; it came with a draft."""
    id_ = opened.document.segments[1].id
    opened.editor.add_drafts([draft(opened, id_, "Kuwait renewed its commitment.", "theirs")])
    return id_


class TestReplacing:
    def test_another_draft_is_shown_and_undo_brings_the_earlier_back(self, opened, first):
        arrive(opened, first, "Kuwait has renewed.")
        assert shown(opened, first) == "Kuwait has renewed."
        assert opened.editor.undo_stack.count() == 1
        opened.editor.undo()
        assert shown(opened, first) == "Kuwait renewed its commitment."
        opened.editor.redo()
        assert shown(opened, first) == "Kuwait has renewed."

    def test_the_first_draft_is_no_step(self, opened):
        arrive(opened, opened.document.segments[0].id, "A headline")
        assert opened.editor.undo_stack.count() == 0

    def test_the_same_again_is_said_and_not_kept(self, opened, first, qtbot):
        arrive(opened, first, "Kuwait has renewed.")
        with qtbot.waitSignal(opened.noticed) as noticed:
            arrive(opened, first, "Kuwait has renewed.")
        assert noticed.args[0].code == "same_draft"
        assert len(opened.document.drafts.history(first)) == 2
        assert opened.editor.undo_stack.count() == 1

    def test_what_is_typed_stays_and_the_draft_lies_beside(self, opened, first):
        opened.editor.type_text(first, "Mine.", 0, 5)
        arrive(opened, first, "Kuwait has renewed.")
        assert shown(opened, first) == "Mine."
        opened.editor.clear(first)
        assert shown(opened, first) == "Kuwait renewed its commitment."
        texts = [d.text for d in opened.document.drafts.fitting(opened.document.segment(first))]
        assert texts == ["Kuwait renewed its commitment.", "Kuwait has renewed."]

    def test_the_earlier_one_can_be_chosen_and_confirmed(self, opened, first):
        arrive(opened, first, "Kuwait has renewed.")
        earlier, later = opened.document.drafts.history(first)
        opened.editor.choose_draft(first, earlier)
        assert shown(opened, first) == "Kuwait renewed its commitment."
        assert opened.document.segment(first).draft_id is None
        opened.editor.choose_draft(first, later)
        opened.editor.confirm(first)
        segment = opened.document.segment(first)
        assert segment.target == "Kuwait has renewed."
        assert opened.document.drafts.base(segment) == later
        opened.editor.clear(first)
        assert shown(opened, first) == "Kuwait has renewed."
        for _ in range(5):
            opened.editor.undo()
        assert shown(opened, first) == "Kuwait renewed its commitment."

    def test_all_of_it_is_there_after_opening_again(self, opened, first, article_file, qtbot):
        arrive(opened, first, "Kuwait has renewed.")
        home, other = opened.files.path, article_file.with_name("other.txt")
        other.write_text("نص آخر.", encoding="utf-8")
        for path in (other, home):
            with qtbot.waitSignal(opened.editor.document_replaced):
                opened.files.open(path)
        assert shown(opened, first) == "Kuwait has renewed."
        opened.editor.undo()
        assert shown(opened, first) == "Kuwait renewed its commitment."

    def test_a_locked_segment_keeps_its_draft(self, opened, first):
        segment = opened.document.segment(first)
        opened.editor.do(EditBatch("lock", (Put(segment, replace(segment, locked=True)),)))
        arrive(opened, first, "Kuwait has renewed.")
        assert shown(opened, first) == "Kuwait renewed its commitment."


class TestRestructuring:
    def test_a_split_divides_the_draft_and_a_merge_joins_it_again(self, opened, first):
        source = opened.document.segment(first).source
        opened.editor.split(first, source.index(" ", len(source) // 2))
        left, right = opened.document.segments[1:3]
        assert left.target is right.target is None
        assert shown(opened, left.id)
        assert shown(opened, right.id)
        whole = f"{shown(opened, left.id)} {shown(opened, right.id)}"
        assert whole == "Kuwait renewed its commitment."
        opened.editor.merge_with_next(left.id)
        joined = opened.document.segments[1]
        assert joined.source == source
        assert shown(opened, joined.id) == whole
        assert joined.state is SegmentState.INITIAL
        opened.editor.undo()
        opened.editor.undo()
        assert opened.document.segments[1].id == first
        assert shown(opened, first) == whole
        opened.editor.redo()
        assert [shown(opened, s.id) for s in opened.document.segments[1:3]] == [
            shown(opened, left.id),
            shown(opened, right.id),
        ]

    def test_a_merge_joins_the_drafts_of_both(self, opened, first):
        second = opened.document.segments[2].id
        opened.editor.add_drafts([draft(opened, second, "The minister spoke.", "ours")])
        opened.editor.merge_with_next(first)
        joined = opened.document.segments[1]
        assert shown(opened, joined.id) == "Kuwait renewed its commitment. The minister spoke."
        (of_both,) = opened.document.drafts.history(joined.id)
        assert of_both.model == "theirs + ours"

    def test_a_draft_of_one_alone_is_not_lost(self, opened, first):
        opened.editor.merge_with_next(first)
        joined = opened.document.segments[1].id
        assert shown(opened, joined) == "Kuwait renewed its commitment."

    def test_every_draft_goes_along_and_the_one_shown_is_shown(self, opened, first):
        arrive(opened, first, "Again Kuwait has renewed all.")
        source = opened.document.segment(first).source
        opened.editor.split(first, source.index(" ", len(source) // 2))
        left = opened.document.segments[1].id
        assert "Again Kuwait has renewed all.".startswith(shown(opened, left))
        assert len(opened.document.drafts.history(left)) == 2

    def test_scores_go_on_comparing_with_what_the_machine_said(self, opened, first):
        opened.editor.type_text(first, "Kuwait renews its commitment.", 0, 5)
        source = opened.document.segment(first).source
        opened.editor.split(first, source.index(" ", len(source) // 2))
        left = opened.document.segments[1]
        assert left.target
        assert opened.document.drafts.base(left) is not None
