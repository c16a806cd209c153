"""The scores kept beside the window equal those computed from the whole document at once."""

from __future__ import annotations

import random

import pytest

from app.editing import many
from app.editing.editor import Editor
from app.followers import scores as scores_kept
from app.followers.scores import ScoreKeeper
from tests.app.small_documents import NothingKept, draft_all, small_document
from translation.model.language import LanguagePair
from translation.model.segment import SegmentState
from translation.scoring.document_scores import segment_edit_scores, tally_document


class Scored(Editor):
    """A document to be edited, with its scores and nothing else."""

    def __init__(self, document):
        super().__init__()
        self.open(document)
        self.keeper = ScoreKeeper(self)
        self.keeper.open(document, NothingKept())
        self.changed.connect(self.keeper.follow)

    def settle(self, qtbot):
        qtbot.waitUntil(lambda: not self.keeper.is_working)
        return self.keeper.scores


@pytest.fixture
def make_scored(qapp):
    made = []

    def make(document):
        made.append(Scored(document))
        return made[-1]

    yield make
    for scored in made:
        scored.keeper.close()


def agree(scores, document):
    whole = tally_document(document, "en").result()
    assert scores.document == whole.edits
    assert (scores.covered, scores.total) == (whole.covered, whole.segments)
    assert scores.untouched == whole.untouched_share
    assert scores.draft_vs_reference == whole.draft_vs_reference
    assert scores.target_vs_reference == whole.target_vs_reference
    assert scores.with_reference == whole.with_reference


def test_no_edits_have_no_scores(make_scored, qtbot):
    scored = make_scored(small_document())
    scores = scored.settle(qtbot)
    assert scores.document is None
    assert scores.segment is None
    assert (scores.covered, scores.total) == (0, 4)


@pytest.mark.parametrize("seed", range(4))
def test_random_work_leaves_the_scores_of_the_whole(make_scored, qtbot, seed):
    chance = random.Random(seed)
    scored = make_scored(small_document(("One two. Three four five. Six.", "Seven eight. Nine.")))
    references = {s.id: f"reference {s.source}" for s in scored.document.segments[::2]}
    for turn in range(60):
        segment = chance.choice(scored.document.segments)
        deeds = (
            lambda s=segment: scored.type_text(s.id, f"{s.target or s.source} word", 0, 5),
            lambda s=segment: scored.confirm(s.id),
            lambda s=segment: scored.split(s.id, len(s.source) // 2),
            lambda s=segment: scored.merge_with_next(s.id),
            lambda s=segment: scored.toggle_furniture(s.unit_id),
            lambda s=segment: scored.set_state([s.id], SegmentState.REVIEWED),
            lambda: scored.set_references(references),
            scored.undo,
            scored.undo,
            scored.redo,
        )
        chance.choice(deeds)()
        if turn % 20 == 19:
            agree(scored.settle(qtbot), scored.document)


@pytest.mark.parametrize("seed", range(4))
def test_steps_over_many_are_taken_in_a_little_at_a_time(make_scored, qtbot, monkeypatch, seed):
    for module, name, value in ((scores_kept, "AT_A_TIME", 2), (many, "PIECE", 3)):
        monkeypatch.setattr(module, name, value)
    chance = random.Random(seed)
    scored = make_scored(small_document(tuple(f"One {n}. Two {n}. Three {n}." for n in range(6))))
    draft_all(scored.document)
    for _turn in range(8):
        ids = [segment.id for segment in scored.document.segments]
        some = sorted(chance.sample(ids, 9), key=ids.index)
        state = chance.choice(list(SegmentState))
        deeds = (
            lambda some=some, state=state: scored.many.set_state(some, state),
            lambda some=some: scored.many.copy_sources(some),
            lambda one=some[0]: scored.type_text(one, "typed", 0, 5),
            scored.undo,
            scored.redo,
        )
        for _ in range(3):
            chance.choice(deeds)()
        scores = scored.settle(qtbot)
        if scores.document is not None:
            agree(scores, scored.document)


def test_a_new_draft_does_not_change_what_was_post_edited(make_scored, qtbot):
    scored = make_scored(small_document())
    first = scored.document.segments[0].id
    scored.type_text(first, "HEADLINE!", 8, 9)
    scored.confirm(first)
    before = scored.settle(qtbot)
    draft_all(scored.document)
    scored.keeper.update([s.id for s in scored.document.segments])
    after = scored.settle(qtbot)
    assert after.document == before.document
    agree(after, scored.document)


def test_the_active_segment_is_scored_while_it_is_typed(make_scored, qtbot):
    scored = make_scored(small_document())
    first, second = (s.id for s in scored.document.segments[:2])
    scored.type_text(first, "HEADLINE news", 8, 13)
    scores = scored.settle(qtbot)
    assert scores.segment_id == first
    assert scores.segment == segment_edit_scores("HEADLINE news", "HEADLINE", "en")
    scored.activate(second)
    assert scored.settle(qtbot).segment is None


def test_another_target_language_scores_anew(make_scored, qtbot):
    scored = make_scored(small_document())
    scored.confirm(scored.document.segments[0].id)
    english = scored.settle(qtbot).document["BLEU"].signature
    scored.set_pair("f1", LanguagePair("en", "zh"))
    chinese = scored.settle(qtbot).document["BLEU"].signature
    assert english != chinese
