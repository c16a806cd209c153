"""Find and replace beside the document: kept up with what changes, replaced in one step."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from app.editing.replacing import NotReplaced, Query, Replacements, Where
from app.followers import finder as finding
from app.followers.finder import Finder
from tests.app.small_documents import NothingKept, coded_document, small_document
from translation.model.edits import EditBatch, Put
from translation.model.record import Note
from translation.model.segment import SegmentState
from translation.text.finding import SearchText

PARAGRAPHS = tuple(f"One two {n}. Three one four. ones, none." for n in range(30))


@pytest.fixture
def editor(qapp):
    from app.editing.editor import Editor

    made = Editor()
    yield made
    made.deleteLater()


@pytest.fixture
def finder(editor, qtbot):
    made = Finder()
    editor.changed.connect(made.follow)
    editor.open(small_document(PARAGRAPHS))
    made.open(editor.document, NothingKept())
    yield made
    made.close()


def found(finder, qtbot, query, within=None):
    finder.look_for(query, within)
    qtbot.waitUntil(lambda: finder.is_done)
    return list(finder.hits)


def replace_all(editor, finder, hits):
    done = Replacements()
    editor.do_all(finder.search.all_replaced(hits, done))
    return done


def put(editor, segment, **values):
    editor.do(EditBatch("test", (Put(segment, replace(segment, **values)),)))


def test_hits_stand_in_the_order_of_the_document(finder, editor, qtbot):
    hits = found(finder, qtbot, Query(SearchText("one")))
    document = editor.document
    order = [(document.row(h.segment_id), list(Where).index(h.where), h.start) for h in hits]
    assert order == sorted(order)
    assert len(hits) == 2 * 4 * 30
    assert {hit.where for hit in hits} == {Where.SOURCE, Where.DRAFT}


def test_only_the_texts_that_are_asked_for(finder, editor, qtbot):
    segment = editor.document.segments[3]
    editor.type_text(segment.id, "A person wrote one", 0, 0)
    editor.say(segment.id, Note("no one knows"))
    for where, count in ((Where.SOURCE, 120), (Where.TARGET, 1), (Where.NOTE, 1)):
        hits = found(finder, qtbot, Query(SearchText("one"), frozenset({where})))
        assert len(hits) == count
        assert all(finder.search.text(h)[h.start : h.end].lower() == "one" for h in hits)


def test_within_some_segments_alone(finder, editor, qtbot):
    ids = {segment.id for segment in editor.document.segments[1:4]}
    hits = found(finder, qtbot, Query(SearchText("one")), within=ids)
    assert {hit.segment_id for hit in hits} == ids


@pytest.mark.parametrize("seed", range(3))
def test_what_changed_is_enough_to_keep_up(finder, editor, qtbot, seed):
    chance = random.Random(seed)
    found(finder, qtbot, Query(SearchText("one")))
    hits = list(finder.hits)

    def splice(first, removed, added):
        hits[first : first + removed] = finder.hits[first : first + added]

    def begin():
        hits.clear()

    def grow():
        hits.extend(finder.hits[len(hits) :])

    finder.spliced.connect(splice)
    finder.began.connect(begin)
    finder.grew.connect(grow)
    for _ in range(60):
        segment = chance.choice(editor.document.segments)
        match chance.randrange(6):
            case 0 | 1:
                editor.type_text(segment.id, chance.choice(["", "one", "on one one"]), 0, 0)
            case 2:
                editor.undo()
            case 3:
                editor.merge_with_next(segment.id)
            case 4:
                editor.split(segment.id, 3)
            case 5:
                editor.say(segment.id, Note("one"))
        qtbot.waitUntil(lambda: finder.is_done)
        fresh = Finder()
        fresh.open(editor.document, NothingKept())
        assert hits == list(finder.hits) == found(fresh, qtbot, finder.query)
        assert [h for s in editor.document.segments for h in finder.of(s.id)] == hits


def test_going_from_hit_to_hit_and_round(finder, editor, qtbot):
    hits = found(finder, qtbot, Query(SearchText("none"), frozenset({Where.SOURCE})))
    here = editor.document.segments[5].id
    first = finder.ahead(+1, here)
    assert editor.document.row(first.segment_id) >= 5
    finder.make_current(first)
    second = finder.ahead(+1, first.segment_id)
    assert hits.index(second) == hits.index(first) + 1
    assert finder.ahead(-1, first.segment_id) == hits[hits.index(first) - 1]
    finder.make_current(hits[-1])
    assert finder.ahead(+1, hits[-1].segment_id) == hits[0]
    finder.make_current(None)
    assert finder.ahead(-1, editor.document.segments[0].id) == hits[-1]


def test_the_first_hit_does_not_wait_for_the_last_row(finder, editor, qtbot, monkeypatch):
    monkeypatch.setattr(finding, "SLICE", 0.0)
    monkeypatch.setattr(finding, "_AT_ONCE", 1)
    finder.look_for(Query(SearchText("one two 29")))
    assert not finder.is_done
    assert finder.ahead(+1, editor.document.segments[-1].id) is None
    qtbot.waitUntil(lambda: finder.is_done)
    assert len(finder.hits) == 2


class TestReplacing:
    def test_all_of_them_are_one_step(self, finder, editor, qtbot):
        before = editor.document.snapshot()
        hits = found(finder, qtbot, Query(SearchText("one"), template="eins"))
        assert replace_all(editor, finder, hits).replaced == 4 * 30
        texts = [s.target for s in editor.document.segments if s.target]
        assert texts[0] == "eins TWO 0."
        assert not any("ONE" in text for text in texts)
        editor.undo()
        assert editor.document.snapshot() == before

    def test_locked_final_and_codes_stay_and_it_is_known_why(self, finder, editor, qtbot):
        one, two = editor.document.segments[1], editor.document.segments[2]
        put(editor, one, target="one", locked=True)
        put(editor, two, target="one", state=SegmentState.FINAL)
        where = frozenset({Where.TARGET, Where.SOURCE})
        hits = found(finder, qtbot, Query(SearchText("one"), where, "eins"))
        kept = {finder.search.kept(hit) for hit in hits}
        assert kept == {NotReplaced.LOCKED, NotReplaced.FINAL, NotReplaced.NOT_TRANSLATION}
        assert finder.search.replaced(hits[1]) is None
        done = replace_all(editor, finder, hits)
        assert (done.replaced, done.kept) == (0, 2)

    def test_never_inside_codes(self, editor, finder, qtbot):
        editor.open(coded_document())
        finder.close()
        finder.open(editor.document, NothingKept())
        segment = editor.document.segments[0]
        put(editor, segment, target="a \ue000bold\ue001 word, bold word")
        hits = found(finder, qtbot, Query(SearchText("bold word"), template="x"))
        targets = [hit for hit in hits if hit.where is Where.TARGET]
        assert [finder.search.kept(hit) for hit in targets] == [NotReplaced.CODE, None]
        replace_all(editor, finder, hits)
        assert editor.document.segments[0].target == "a \ue000bold\ue001 word, x"

    def test_single_ones_can_be_left(self, finder, editor, qtbot):
        hits = found(finder, qtbot, Query(SearchText("on(e)", True), template="$1!"))
        drafts = [hit for hit in hits if hit.where is Where.DRAFT]
        assert finder.search.new_text(drafts[0]) == "E!"
        batch = finder.search.replaced(drafts[2])
        assert len(batch.edits) == 1
        assert batch.segment_id == drafts[2].segment_id

    def test_what_was_found_is_gone_when_it_was_replaced(self, finder, editor, qtbot):
        hits = found(finder, qtbot, Query(SearchText("none"), frozenset({Where.DRAFT}), "all"))
        replace_all(editor, finder, hits)
        qtbot.waitUntil(lambda: finder.is_done)
        assert list(finder.hits) == []


class TestTrouble:
    def test_a_bad_expression_is_said_and_finds_nothing(self, finder, qtbot):
        assert found(finder, qtbot, Query(SearchText("(a", is_expression=True))) == []
        assert finder.trouble.reason == "pattern_unclosed_group"
        assert found(finder, qtbot, Query(SearchText("one")))
        assert finder.trouble is None

    def test_one_that_takes_for_ever_is_said(self, finder, editor, qtbot):
        editor.type_text(editor.document.segments[1].id, "a" * 60 + "b", 0, 0)
        found(finder, qtbot, Query(SearchText("(a|aa)+$", is_expression=True)))
        assert finder.trouble.reason == "pattern_too_slow"

    def test_the_search_goes_on_in_the_next_document(self, finder, editor, qtbot):
        found(finder, qtbot, Query(SearchText("five")))
        finder.close()
        assert list(finder.hits) == []
        editor.open(small_document(("Five five.",)))
        finder.open(editor.document, NothingKept())
        qtbot.waitUntil(lambda: finder.is_done)
        assert len(finder.hits) == 4
