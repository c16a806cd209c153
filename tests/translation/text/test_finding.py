"""Finding and replacing in texts: against re where nothing is folded, against folding else."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.errors import UsageError
from translation.model.inline import codes_in, strip_codes
from translation.text.finding import FOLD_NOTHING, SearchText, TextFinder, checked, finder
from translation.text.normalise import Folding, for_matching

LATIN = st.text("abcAB é-.(1", max_size=30)
ARABIC = st.text("امحدأإىيةه\u0640\u064e\u0651٢2 ﻻل", max_size=30)
CODED = st.text("abA \ue000\ue001\ue002", max_size=30)


def stretches(wanted: SearchText, language: str, text: str) -> list[str]:
    return [text[place.start : place.end] for place in finder(wanted, language).places(text)]


class TestWords:
    @pytest.mark.parametrize(
        ("words", "text", "found"),
        [
            ("اعلن", "وقد أعْلَنَ، وأعلـنت", ["أعْلَنَ", "أعلـن"]),
            ("مبينه", "مبينّة", ["مبينّة"]),
            ("2008", "في ٢٠٠٨ و۲۰۰۸", ["٢٠٠٨", "۲۰۰۸"]),
            ("لا", "ﻻ شيء", ["ﻻ"]),
            ("الله", "ﷲ", ["ﷲ"]),
            ("على", "علي", ["علي"]),
        ],
    )
    def test_arabic_spellings_are_one(self, words, text, found):
        assert stretches(SearchText(words), "ar", text) == found

    @pytest.mark.parametrize(
        ("folding", "words", "text"),
        [
            (Folding(marks=False), "علم", "عَلَم"),
            (Folding(tatweel=False), "محمد", "محـمد"),
            (Folding(hamza=False), "اعلن", "أعلن"),
            (Folding(letters=False), "مبينه", "مبينة"),
            (Folding(digits=False), "2008", "٢٠٠٨"),
        ],
    )
    def test_each_difference_counts_where_it_is_wanted(self, folding, words, text):
        assert stretches(SearchText(words), "ar", text) == [text]
        assert stretches(SearchText(words, folding=folding), "ar", text) == []

    def test_what_folding_leaves_out_is_found_alone(self):
        assert stretches(SearchText("\u0640"), "ar", "محـمد") == ["\u0640"]
        assert stretches(SearchText("\u200f"), "en", "a\u200fb") == ["\u200f"]

    def test_capitals_count_by_choice(self):
        assert stretches(SearchText("iraq"), "en", "Iraq IRAQ iraq") == ["Iraq", "IRAQ", "iraq"]
        assert stretches(SearchText("Iraq", case=True), "en", "Iraq IRAQ iraq") == ["Iraq"]

    def test_a_letter_with_an_accent_is_one_however_it_is_written(self):
        assert stretches(SearchText("café"), "en", "Cafe\u0301 café cafe") == ["Cafe\u0301", "café"]
        assert stretches(SearchText("cafe"), "en", "Cafe\u0301 cafe") == ["cafe"]

    def test_whole_words(self):
        wanted = SearchText("art", whole_words=True)
        assert stretches(wanted, "en", "art part artful Art, art's") == ["art", "Art", "art"]
        assert stretches(SearchText("علم", whole_words=True), "ar", "عَلَمٌ العلم علمه") == ["عَلَمٌ"]
        assert stretches(SearchText("(a)", whole_words=True), "en", "f(a)b") == ["(a)"]

    def test_blanks_stand_for_any_white_space_one_for_one(self):
        assert stretches(SearchText("a b"), "en", "a\u00a0b a\nb a  b") == ["a\u00a0b", "a\nb"]
        assert stretches(SearchText("  "), "en", "a  b c") == ["  "]
        assert stretches(SearchText("\u00a0"), "en", "a\u00a0b c") == ["\u00a0"]

    @given(words=LATIN.filter(str.strip), text=LATIN)
    def test_unfolded_they_are_what_re_finds(self, words, text):
        wanted = SearchText(words, case=True, folding=FOLD_NOTHING)
        expected = [m.span() for m in re.finditer(re.escape(words), text)]
        assert [tuple(place) for place in finder(wanted, "en").places(text)] == expected

    @given(words=ARABIC, text=ARABIC)
    def test_folded_places_are_spellings_of_the_words(self, words, text):
        folded = for_matching(words, "ar")
        if not folded or words != words.strip() or "  " in words or "  " in text:
            return
        found = finder(SearchText(words), "ar").places(text)
        for place in found:
            assert for_matching(text[place.start : place.end], "ar") == folded
        assert bool(found) == (folded in for_matching(text, "ar")) or "ﻻ" in text


class TestExpressions:
    def test_groups_are_put_in_both_ways(self):
        for template in (r"\2 \1", "$2 $1", "${month} ${day}", r"\g<month> \g<day>"):
            wanted = SearchText(r"(?P<day>\d+) (?P<month>[A-Z]\w+)", is_expression=True, case=True)
            replaced = TextFinder(wanted, "en", template).replaced("on 12 June and 5 July")
            assert replaced.text == "on June 12 and July 5"

    def test_signs_of_the_template(self):
        made = TextFinder(SearchText("(a)(x)?", is_expression=True), "en", r"[$&$2]$$\n\\")
        assert made.replaced("a").text == "[a]$\n\\"

    def test_arabic_spellings_are_one_here_too_and_groups_stay_as_written(self):
        wanted = SearchText(r"(اعلن)(\w*) ([٠-٩0-9]+)", is_expression=True)
        made = TextFinder(wanted, "ar", r"\3 \1")
        assert made.replaced("قد أعْلَنت ٢٠٠٨!").text == "قد ٢٠٠٨ أعْلَن!"

    @pytest.mark.parametrize(
        "pattern",
        [
            "(a",
            "a)",
            "[a",
            "*",
            "a**",
            "\\",
            "\\q",
            "[z-a]",
            "a{3,1}",
            "\\3",
            "(?P=x)",
            "(?<n",
            "(?z",
        ],
    )
    def test_bad_ones_are_said_in_words(self, pattern):
        with pytest.raises(UsageError) as raised:
            checked(SearchText(pattern, is_expression=True))
        assert str(raised.value).endswith(".")

    def test_a_group_that_is_not_there_is_said(self):
        for template in ("$2", r"\g<day>"):
            with pytest.raises(UsageError, match="no group"):
                TextFinder(SearchText("(a)", is_expression=True), "en", template)

    @pytest.mark.parametrize("pattern", ["(a|aa)+$", "(a|a|a)+$"])
    def test_one_that_would_go_on_for_ever_ends(self, pattern):
        began = time.process_time()
        with pytest.raises(UsageError, match="takes too long"):
            finder(SearchText(pattern, is_expression=True), "en").places("a" * 60 + "c")
        assert time.process_time() - began < 5

    @given(text=LATIN, template=st.sampled_from(["", "x", r"\1-", r"\1\1"]))
    def test_replaced_texts_are_those_of_re(self, text, template):
        for pattern in ("([ab]+)", r"(\w)\b", "(^)", r"( ?)$", "(x*)"):
            made = TextFinder(SearchText(pattern, True, case=True), "en", template)
            assert made.replaced(text).text == re.sub(pattern, template, text)


class TestReplacing:
    @given(words=LATIN.filter(str.strip), text=LATIN, new=st.text("xy$\\1 ", max_size=5))
    def test_replaced_words_are_those_of_re(self, words, text, new):
        wanted = SearchText(words, case=True, folding=FOLD_NOTHING)
        expected = re.sub(re.escape(words), lambda _: new, text)
        assert TextFinder(wanted, "en", new).replaced(text).text == expected

    @given(text=CODED, words=st.text("abA ", min_size=1, max_size=3), new=st.text("xa\ue001"))
    def test_codes_stay(self, text, words, new):
        for wanted in (
            SearchText(words),
            SearchText(re.escape(words), is_expression=True),
            SearchText(".", True),
        ):
            made = TextFinder(wanted, "en", new).replaced(text)
            assert codes_in(made.text) == codes_in(text)

    def test_a_place_with_a_code_inside_is_found_but_stays(self):
        text = "New \ue000York\ue001 and New York"
        assert len(finder(SearchText("new york"), "en").places(text)) == 2
        made = TextFinder(SearchText("new york"), "en", "Boston").replaced(text)
        assert made.text == "New \ue000York\ue001 and Boston"
        assert strip_codes(made.text) == "New York and Boston"

    def test_only_what_was_chosen(self):
        made = TextFinder(SearchText("a"), "en", "b").replaced(
            "a a a", lambda place: place.start == 2
        )
        assert made.text == "a b a"
        assert [tuple(place) for place, _new in made.places] == [(2, 3)]
