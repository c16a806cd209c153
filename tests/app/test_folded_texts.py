"""The folded texts of all rows: searched in blocks, they find what each text holds by itself."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.editing import folded_texts
from app.editing.folded_texts import is_foldable
from app.editing.replacing import EVERYWHERE, Query, Searching, Where
from app.followers.finder import Finder
from tests.app.small_documents import NothingKept, small_document
from tests.ui.review.desk import Desk, make_document
from translation.model.mark import Side
from translation.model.record import Note
from translation.model.segment import Role
from translation.text.finding import SearchText
from translation.text.normalise import Folding, for_matching

TEXTS = st.text(
    "abAé\u0301 أإاىيةه\u0654\u064e\u06d5\u0640٢2ﻻ…\u00a0\x01\ue000\u1112\u1161\n", max_size=8
)
WORDS = st.text("abAé\u0301 أاىةه\u064e\u06d5٢2ﻻ…\x01\ue000\u1112", min_size=1, max_size=3)


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch):
    monkeypatch.setattr(folded_texts, "_ROWS", 3)


def rows_with(desk, word, sides):
    """Look for a word in one text after the other."""
    document, found = desk.document, []
    pairs = {file.pair for file in document.files}
    for row, segment in enumerate(document.segments):
        own = document.pair_of(segment)
        texts = {
            Side.SOURCE: for_matching(segment.source, own.source),
            Side.TARGET: for_matching(document.shown_target(segment), own.target),
        }
        needles = {
            Side.SOURCE: {for_matching(word, pair.source) for pair in pairs},
            Side.TARGET: {for_matching(word, pair.target) for pair in pairs},
        }
        if any(needle in texts[side] for side in sides for needle in needles[side]):
            found.append(row)
    return found


@given(st.lists(st.tuples(TEXTS, TEXTS | st.none()), min_size=1, max_size=8), WORDS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_rows_with_a_word_are_those_whose_texts_hold_it(qapp, texts, word):
    desk = Desk(make_document([(Role.PARAGRAPH, *pair) for pair in texts], codes=()))
    for sides in ([Side.SOURCE], [Side.TARGET], list(Side)):
        expected = rows_with(desk, word, sides)
        assert desk.folded.rows_with(word, sides, range(len(texts))) == expected
        some = range(1, len(texts) - 1)
        assert desk.folded.rows_with(word, sides, some) == [r for r in expected if r in some]
    desk.deleteLater()


@given(
    st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5),
    st.lists(WORDS, min_size=1, max_size=5),
    st.builds(SearchText, st.just(""), whole_words=st.booleans(), case=st.booleans()),
    st.builds(Folding, *[st.booleans()] * 5),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_row_that_holds_words_is_passed_over(qapp, texts, words, how, folding):
    desk = Desk(make_document([(Role.PARAGRAPH, *pair) for pair in texts], codes=()))
    whole = range(len(texts))
    for word in filter(is_foldable, words):
        wanted = SearchText(word, False, how.whole_words, how.case, folding)
        search = Searching(desk.document, Query(wanted))
        found, others = desk.folded.likely(word, Side, whole)
        assert not set(found) & set(others)
        holding = {row for row in whole if search.hits(desk.document.segments[row])}
        assert holding <= {*found, *others}
    desk.deleteLater()


@pytest.mark.parametrize("seed", range(4))
def test_it_keeps_up_with_every_change(qapp, qtbot, seed):
    """Rows that come, go and change: what is found is what a finder without it finds."""
    from app.editing.editor import Editor

    editor, chance = Editor(), random.Random(seed)
    editor.open(small_document(tuple(f"One two {n}. Three one. ones, none." for n in range(9))))
    folded, plain = Finder(editor.folded), Finder()
    for one in (folded, plain):
        editor.changed.connect(one.follow)
        one.open(editor.document, NothingKept())
    where = frozenset(chance.choice((EVERYWHERE, {Where.SOURCE}, {Where.DRAFT, Where.NOTE})))
    within = {s.id for s in editor.document.segments[2:9]} if seed % 2 else None
    query = Query(SearchText("one"), where)
    for _ in range(40):
        segment = chance.choice(editor.document.segments)
        match chance.randrange(7):
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
            case 6:
                editor.toggle_furniture(segment.unit_id)
        for one in (folded, plain):
            one.look_for(None)
            one.look_for(query, within)
        qtbot.waitUntil(lambda: folded.is_done and plain.is_done)
        assert folded.hits == plain.hits
    for one in (folded, plain):
        one.close()
    editor.deleteLater()


def test_it_folds_in_idle_moments_until_nothing_is_missing(qapp, qtbot, monkeypatch):
    monkeypatch.setattr(folded_texts, "_IDLE_MS", 0)
    desk = Desk(make_document([(Role.PARAGRAPH, f"مدينة {n}", None) for n in range(20)]))
    qtbot.waitUntil(lambda: not desk.folded.missing)
    desk.type_text(desk.document.segments[7].id, "city", 0, 0)
    assert desk.folded.missing == 1  # The others of its block stay as they were folded.
    qtbot.waitUntil(lambda: not desk.folded.missing)
    assert desk.folded.rows_with("مدينه 7", [Side.SOURCE], range(20)) == [7]
