"""Percents, context, codes, penalties and priorities of matches."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translation.memory.small_units import (
    BOLD,
    CLOSE,
    NEWS,
    OPEN,
    asked_of,
    memory_of,
    placed,
)
from translation.memory import Asked, Attached, Memories
from translation.model.inline import CodeKind, InlineCode
from translation.model.language import LanguagePair
from translation.model.memory_unit import Match, MatchKind, MemoryUnit

SOURCE = NEWS[0].source


@pytest.fixture
def news(tmp_path):
    return asked_of(memory_of(tmp_path / "news.murajitm", *NEWS))


def best(memories: Memories, source: str, **facts) -> Match:
    asked = Asked(source, **facts)
    found = memories.matches(asked)
    assert memories.best(asked) == found[0]
    return found[0]


def test_the_same_text_is_100(news):
    match = best(news, SOURCE)
    assert (match.percent, match.kind, match.memory) == (100, MatchKind.EXACT, "news")
    assert match.target == NEWS[0].target


@pytest.mark.parametrize(
    ("source", "percent"),
    [
        ("عقد وزير الخارجية إجتماعاً فى الكويت", 99),  # spelled otherwise
        ("  عقد  وزير الخارجية اجتماعا في الكويت ", 100),  # blanks
        ("عقد وزير الخارجية اجتماعا في القاهرة", 87),
        ("عقد وزير الدفاع اجتماعا في القاهرة", 75),
    ],
)
def test_percent_is_what_the_help_says_it_is(news, source, percent):
    assert best(news, source).percent == percent


def test_what_is_not_like_anything_is_not_found(news):
    assert news.matches(Asked("كرة القدم رياضة شعبية جدا")) == []
    assert news.matches(Asked("")) == news.matches(Asked("…")) == []
    assert news.best(Asked("كرة")) is None


def test_below_the_lowest_nothing_is_given(news):
    source = "عقد وزير الدفاع اجتماعا في القاهرة"
    assert [match.percent for match in news.matches(Asked(source), 75)] == [75]
    assert news.matches(Asked(source), 76) == []


def test_between_the_same_neighbours_it_is_101(tmp_path):
    unit = NEWS[0]._replace(before="", after="ثم غادر")
    news = asked_of(memory_of(tmp_path / "a.murajitm", unit, NEWS[0]))
    assert best(news, SOURCE, before="", after="ثم غادر").percent == 101
    assert best(news, SOURCE, before="", after="ثُمّ غادر").kind is MatchKind.IN_CONTEXT
    for before, after in (("", "آخر"), ("قبله", "ثم غادر"), ("", None), (None, None)):
        match = best(news, SOURCE, before=before, after=after)
        assert (match.percent, match.kind) == (100, MatchKind.EXACT)


def test_a_segment_does_not_find_itself(tmp_path):
    news = asked_of(memory_of(tmp_path / "a.murajitm", placed(0), placed(0, "other")))
    [match] = news.matches(Asked(SOURCE, document="other", segment="s0"))
    assert match.unit.document == "article"


def test_other_languages_are_not_asked(tmp_path):
    french = NEWS[0]._replace(target="Le ministre", pair=LanguagePair("ar", "fr"))
    news = asked_of(memory_of(tmp_path / "a.murajitm", french, NEWS[0]))
    [match] = news.matches(Asked(SOURCE, LanguagePair("ar-EG", "en-GB")))
    assert match.target == NEWS[0].target


def test_a_penalty_costs_and_the_priority_decides_between_equals(tmp_path):
    own = memory_of(tmp_path / "own.murajitm", NEWS[0])
    client = memory_of(tmp_path / "client.murajitm", NEWS[0]._replace(target="By the client"))
    both = (Attached(own), Attached(client, priority=1))
    found = Memories(both).matches(Asked(SOURCE))
    assert [(match.percent, match.memory) for match in found] == [(100, "client"), (100, "own")]
    found = Memories((both[0], replace(both[1], penalty=5))).matches(Asked(SOURCE))
    assert [(match.percent, match.memory) for match in found] == [(100, "own"), (95, "client")]


def test_of_two_translations_the_later_comes_first_and_each_stands_once(tmp_path):
    earlier = placed(0)
    later = placed(5)._replace(target="Later", time=9.0)
    same = placed(10)._replace(time=3.0)
    news = asked_of(memory_of(tmp_path / "a.murajitm", later, earlier, same))
    assert [match.target for match in news.matches(Asked(SOURCE))] == ["Later", NEWS[0].target]


def test_codes_are_not_letters_but_what_differs_costs(tmp_path):
    unit = MemoryUnit(f"وصل {OPEN}الوفد{CLOSE} اليوم", f"The {OPEN}team{CLOSE} came", codes=BOLD)
    news = asked_of(memory_of(tmp_path / "a.murajitm", unit))
    same = best(news, unit.source, codes=BOLD)
    assert (same.percent, same.target) == (100, unit.target)
    bare = best(news, "وصل الوفد اليوم")
    assert (bare.percent, bare.kind, bare.target) == (98, MatchKind.FUZZY, "The team came")
    italic = (InlineCode(CodeKind.OPEN, "<i>", "i", 1), InlineCode(CodeKind.CLOSE, "</i>", "/i", 0))
    other = best(news, unit.source, codes=italic)
    assert (other.percent, other.target.count(OPEN)) == (96, 1)


def test_codes_of_a_match_become_those_of_the_segment(tmp_path):
    unit = MemoryUnit(f"وصل {OPEN}الوفد{CLOSE} اليوم", f"The {OPEN}team{CLOSE} came", codes=BOLD)
    news = asked_of(memory_of(tmp_path / "a.murajitm", unit))
    picture = InlineCode(CodeKind.ALONE, "<img>", "img")
    moved = (picture, replace(BOLD[0], pair=2), replace(BOLD[1], pair=1))
    source = unit.source.replace(CLOSE, "\ue002").replace(OPEN, "\ue001")
    assert best(news, source, codes=moved).target == "The \ue001team\ue002 came"


def test_numbers_are_changed_where_they_alone_differ(news):
    match = best(news, "بلغ عدد القتلى 345 شخصا")
    assert (match.target, match.adapted) == ("The number of dead reached 345", True)
    assert match.unit.target == NEWS[1].target
    assert 85 <= match.percent < 100


def test_of_many_the_best_nine(tmp_path):
    units = [NEWS[0]._replace(source=f"{SOURCE} {'و' * n}") for n in range(1, 15)]
    news = asked_of(memory_of(tmp_path / "a.murajitm", *units))
    found = news.matches(Asked(SOURCE))
    assert len(found) == 9
    assert [match.percent for match in found] == sorted((m.percent for m in found), reverse=True)


WORDS = st.lists(st.sampled_from("وزير اجتماع الكويت مجلس الأمن عقد في".split()), min_size=2)


@given(held=st.lists(WORDS, min_size=1, max_size=6), wanted=WORDS)
def test_the_best_is_what_looking_at_all_would_find(tmp_path_factory, held, wanted):
    from rapidfuzz.distance import Indel

    from translation.memory.words import for_matching

    sources = [" ".join(words) for words in held]
    path = tmp_path_factory.mktemp("m") / "a.murajitm"
    memory = memory_of(path, *(MemoryUnit(source, "x") for source in sources))
    asked = for_matching(" ".join(wanted), "ar")
    percents = [
        int(100 * Indel.normalized_similarity(asked, for_matching(source, "ar")) + 1e-9)
        for source in sources
    ]
    found = asked_of(memory).best(Asked(" ".join(wanted)), 50)
    shares = [set(words) & set(wanted) for words in held]
    reachable = [p for p, common in zip(percents, shares, strict=True) if common and p >= 50]
    assert (found.percent if found else None) == max(reachable, default=None)
    memory.close()
