"""What the dictionaries say, and what is suggested."""

from __future__ import annotations

import pytest

from translation.spelling.dictionaries import Dictionary, best_for, installed
from translation.spelling.nearness import by_nearness, one_step_away
from translation.spelling.speller import Speller, frequent_words


@pytest.fixture(scope="module")
def british():
    return Speller(best_for("en-GB", installed()))


@pytest.fixture(scope="module")
def american():
    return Speller(best_for("en-US", installed()))


def pieces(speller, word):
    return [word[w.start : w.start + w.length] for w in speller.wrong(word)]


def test_britain_and_america_are_apart(british, american):
    for here, there in (("colour", "color"), ("centre", "center"), ("defence", "defense")):
        assert british.is_right(here)
        assert not british.is_right(there)
        assert american.is_right(there)
        assert not american.is_right(here)


@pytest.mark.parametrize(
    "word", ["don’t", "co-operation", "UNESCO", "minister's", "الوزير", "x" * 90]
)
def test_what_is_right_or_not_for_it_to_say(british, word):
    assert not british.wrong(word)


def test_a_part_of_a_word_can_be_wrong(british):
    assert pieces(british, "post-wra") == ["wra"]
    assert pieces(british, "recieved") == ["recieved"]


def test_a_slip_is_no_name(british):
    assert british.wrong("Goverment")[0].slip
    assert not british.wrong("Kechagioglou")[0].slip


@pytest.mark.parametrize(
    ("typo", "meant"),
    [
        ("recieved", "received"), ("teh", "the"), ("definately", "definitely"),
        ("goverment", "government"), ("seperate", "separate"), ("occured", "occurred"),
        ("accomodation", "accommodation"), ("Wensday", "Wednesday"), ("untill", "until"),
        ("wich", "which"), ("becuase", "because"), ("minsiter", "minister"),
    ],
)  # fmt: skip
def test_the_first_suggestion_is_what_was_meant(british, typo, meant):
    assert british.suggestions(typo)[0] == meant


def test_words_of_the_project_are_suggested(british):
    assert british.suggestions("Kechagiglou", ["Kechagioglou"])[0] == "Kechagioglou"


def test_apostrophes_stay_as_they_are_written(british):
    assert "don’t" in british.suggestions("dont’t")
    assert all("’" not in word for word in british.suggestions("dont't"))


def test_frequent_words_come_first():
    frequent = frequent_words("en")
    assert by_nearness("wich", ["winch", "which"], frequent)[0] == "which"
    assert frequent_words("xx") == {}


def test_one_step_away():
    assert {"cat", "cart", "at", "act", "bat"} <= set(one_step_away("cat")) | {"cat"}


class TestOtherDictionaries:
    @pytest.fixture
    def folder(self, tmp_path, monkeypatch):
        (tmp_path / "de_DE.aff").write_text("SET UTF-8\nTRY esianrtolcdugmphbyfvkw\n", "utf-8")
        (tmp_path / "de_DE.dic").write_text("3\nHaus\nüber\nWort\n", "utf-8")
        (tmp_path / "hyph_de_DE.dic").write_text("UTF-8\n", "utf-8")
        (tmp_path / "lonely.dic").write_text("1\nword\n", "utf-8")
        monkeypatch.setenv("DICPATH", str(tmp_path))
        return tmp_path

    def test_those_of_the_system_are_found(self, folder):
        names = [d.name for d in installed()]
        assert "de_DE" in names
        assert not {"hyph_de_DE", "lonely"} & set(names)
        german = Speller(best_for("de", installed()))
        assert german.is_right("über")
        assert pieces(german, "Huas") == ["Huas"]
        assert german.wrong("الوزير") == ()

    def test_an_arabic_one_says_nothing_of_latin_words(self, folder):
        (folder / "ar.aff").write_text("SET UTF-8\n", "utf-8")
        (folder / "ar.dic").write_text("2\nوزير\nكتاب\n", "utf-8")
        arabic = Speller(best_for("ar-JO", installed()))
        assert arabic.wrong("Londn") == ()
        assert arabic.wrong("كِتابٌ") == arabic.wrong("وزيـر") == ()
        assert pieces(arabic, "كتابب") == ["كتابب"]

    def test_the_region_counts_then_the_language(self, tmp_path):
        here = [Dictionary(name, tmp_path) for name in ("de_AT", "de_DE", "pt_BR", "sr_Latn")]
        assert best_for("de-AT", here).name == "de_AT"
        assert best_for("de", here).name == "de_DE"
        assert best_for("de-CH", here).name == "de_DE"
        assert best_for("pt-PT", here).name == "pt_BR"
        assert best_for("fr", here) is None
