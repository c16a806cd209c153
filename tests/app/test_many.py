"""Many segments acted on at once: one step, pieces painted in between, all or none undone."""

from __future__ import annotations

import pytest

from app.editing import many
from app.editing.editor import Editor
from tests.app.small_documents import draft_all, small_document
from translation.model.record import Verdict
from translation.model.rejection import rejection_of
from translation.model.segment import Role, SegmentState


@pytest.fixture
def desk(qapp, monkeypatch):
    monkeypatch.setattr(many, "PIECE", 2)  # several pieces of a small document
    made = Editor()
    made.open(small_document())
    return made


@pytest.fixture
def ids(desk):
    return [
        segment.id for segment in desk.document.segments if not desk.document.is_furniture(segment)
    ]


def states(desk, ids):
    return [desk.document.segment(id_).state for id_ in ids]


class TestOneStep:
    def test_states_of_many_are_undone_together(self, desk, ids):
        before = desk.document.snapshot()
        changed = desk.many.set_state(ids, SegmentState.REVIEWED)
        assert changed == len([id_ for id_ in ids if desk.document.segment(id_).target])
        assert desk.undo_stack.count() == 1
        after = desk.document.snapshot()
        desk.undo()
        assert desk.document.snapshot() == before
        assert desk.active_id == ids[0]
        desk.redo()
        assert desk.document.snapshot() == after

    def test_the_counts_are_those_of_the_segments(self, desk, ids):
        desk.many.confirm(ids)
        progress = desk.document.progress
        assert progress.done == sum(state.is_done for state in states(desk, ids))
        desk.undo()
        assert (progress.done, progress.words_done) == (0, 0)

    def test_only_the_last_part_says_that_nothing_follows(self, desk, ids):
        told = []
        desk.changed.connect(lambda change: told.append(change.more))
        desk.many.empty(ids)
        assert len(told) > 1
        assert told == [True] * (len(told) - 1) + [False]

    def test_what_is_asked_for_meanwhile_waits(self, desk, ids):
        asked = []

        def ask(change):
            if not asked:
                asked.append(change)
                desk.say(ids[0], Verdict(approves=True))

        desk.changed.connect(ask)
        desk.many.empty(ids)
        assert [desk.undo_stack.text(at) for at in range(2)] == ["empty", "say_verdict"]


class TestWhatStays:
    def test_locked_ones_and_furniture(self, desk, ids):
        desk.many.lock(ids[:1], locked=True)
        everything = [segment.id for segment in desk.document.segments]
        desk.many.set_state(everything, SegmentState.FINAL)
        first = desk.document.segment(ids[0])
        assert (first.state, first.locked) == (SegmentState.INITIAL, True)
        for segment in desk.document.segments:
            if desk.document.unit_of(segment).role is Role.FURNITURE:
                assert segment.state is SegmentState.INITIAL

    def test_settled_texts(self, desk, ids):
        desk.many.set_state(ids, SegmentState.REVIEWED)
        before = desk.document.snapshot()
        for act in (desk.many.empty, desk.many.copy_sources, desk.many.back_to_drafts):
            assert act(ids) == 0
        assert desk.document.snapshot() == before

    def test_an_empty_translation_is_not_confirmed_with_many(self, desk, ids):
        desk.empty(ids[0])
        desk.many.confirm(ids)
        assert desk.document.segment(ids[0]).state is SegmentState.EDITED


class TestTexts:
    def test_drafts_come_back_over_what_was_typed(self, desk, ids):
        drafts = [desk.document.shown_target(desk.document.segment(id_)) for id_ in ids]
        desk.many.copy_sources(ids)
        desk.many.use_drafts(ids)
        found = [desk.document.segment(id_).target for id_ in ids]
        assert [text for text in found if text] == [text for text in drafts if text]

    def test_back_to_the_drafts_is_as_if_never_touched(self, desk, ids):
        before = desk.document.snapshot()
        desk.many.empty(ids)
        desk.many.back_to_drafts(ids)
        assert [s.target for s in desk.document.segments] == [s.target for s in before]

    def test_leaving_out_and_bringing_back(self, desk, ids):
        desk.many.leave_out(ids)
        assert all(desk.document.is_furniture(desk.document.segment(id_)) for id_ in ids)
        desk.many.leave_out(ids)
        assert not any(desk.document.is_furniture(desk.document.segment(id_)) for id_ in ids)


class TestRejecting:
    def test_keeps_reason_and_author_and_opens_the_segment(self, desk, ids):
        desk.author = "Huda"
        draft_all(desk.document)
        desk.many.confirm(ids)
        desk.many.reject(ids[:2], "Not our style")
        found = rejection_of(desk.document, ids[0])
        assert (found.reason, found.record.author) == ("Not our style", "Huda")
        assert states(desk, ids[:2]) == [SegmentState.EDITED] * 2

    def test_is_taken_back_by_who_confirms(self, desk, ids):
        draft_all(desk.document)
        desk.many.reject(ids[:1], "No")
        desk.confirm(ids[0])
        assert rejection_of(desk.document, ids[0]) is None
        desk.undo()
        assert rejection_of(desk.document, ids[0]).reason == "No"

    def test_said_again_it_is_one_rejection(self, desk, ids):
        draft_all(desk.document)
        desk.many.reject(ids[:1], "No")
        desk.many.reject(ids[:1], "No, the name")
        assert len(desk.document.records) == 1
        assert rejection_of(desk.document, ids[0]).reason == "No, the name"
