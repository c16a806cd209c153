"""Words looked up in memories, in both languages."""

from __future__ import annotations

import pytest

from tests.translation.memory.small_units import BOLD, CLOSE, NEWS, OPEN, asked_of, memory_of
from translation.memory.clitics import with_clitics
from translation.memory.concordance import Hits, Wanted, look_up
from translation.memory.port import Side
from translation.model.language import LanguagePair
from translation.model.memory_unit import MemoryUnit

BOTH = (*NEWS, MemoryUnit("والمجلسُ وللأمن", f"the {OPEN}council{CLOSE} of security", codes=BOLD))


@pytest.fixture
def news(tmp_path):
    return asked_of(memory_of(tmp_path / "a.murajitm", *BOTH))


def found(hits: Hits) -> list[int]:
    return [BOTH.index(hit.unit) for hit in hits.hits]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("security", [5, 4]),
        ("SECURITY council", [5, 4]),
        ('"security council"', [4]),
        ("coun*", [5, 4]),
        ("ouncil", []),
        ("", []),
        ("…", []),
        ('"', []),
        ("مجلس", [5, 4]),  # with particles, an article, marks
        ("مجلس الأمن", [5, 4]),
        ('"مجلس الأمن"', [4]),
        ("إلي", [3]),  # ى and ي, the seat of a hamza
        ("مبـــادرة", [2]),
        ("اجتماع", []),  # no clitic: an ending
        ("the الكويت", []),  # both in one language
    ],
)
def test_finds(news, text, wanted):
    assert found(look_up(news, Wanted(text))) == wanted


def test_without_clitics_words_are_what_they_are(news):
    assert found(look_up(news, Wanted("مجلس", clitics=False))) == [4]


def test_the_places_are_those_of_the_text_itself(news):
    [hit] = look_up(news, Wanted("والمجلس")).hits[:1]
    assert [hit.unit.source[slice(*place)] for place in hit.places] == ["والمجلسُ"]
    assert hit.side is Side.SOURCE
    first, _ = look_up(news, Wanted("council")).hits
    assert [first.unit.target[slice(*place)] for place in first.places] == ["council"]
    [hit] = look_up(news, Wanted('"at the airport"')).hits
    assert [hit.unit.target[slice(*p)] for p in hit.places] == ["at", "the", "airport"]


def test_one_side_alone_can_be_asked(news):
    assert found(look_up(news, Wanted("council", sides=(Side.SOURCE,)))) == []


def test_other_languages_are_left_out(news):
    assert found(look_up(news, Wanted("council", LanguagePair("fr", "en")))) == []


def test_more_than_are_wanted_are_counted(tmp_path):
    many = asked_of(
        memory_of(tmp_path / "a.murajitm", *(MemoryUnit("ن", f"word {n}") for n in range(30)))
    )
    hits = look_up(many, Wanted("word"), 10)
    assert [hit.unit.target for hit in hits.hits[:2]] == ["word 29", "word 28"]
    assert (len(hits.hits), hits.count) == (10, 30)
    hits = look_up(many, Wanted('"word 3"'), 10)
    assert (len(hits.hits), hits.count) == (1, 1)


def test_a_ta_marbuta_is_written_open_before_pronouns():
    assert {"وزارتهم", "والوزاره", "وزاره"} <= set(with_clitics("وزاره"))
