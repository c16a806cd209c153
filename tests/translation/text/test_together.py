"""Many texts searched as one: nothing that stands in one of them is left out."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translation.errors import UsageError
from translation.text.finding import SearchText, TextFinder
from translation.text.normalise import FOLD_ALL, Folding, character_table, fold_characters
from translation.text.together import TEXT_BREAK, break_for

TEXTS = st.lists(st.text("abAB1 \n\x00.-ة\ue000أا\u064e٢", max_size=12), min_size=1, max_size=6)
PARTS = (
    *("a", "b", "ab", ".", r"\w", r"\d", r"\s", r"\b", r"\.", "[ab]", "[^a]", r"[\d-]", "ة", "ا"),
    *(
        "*",
        "+",
        "?",
        "{2}",
        "{,2}",
        "|",
        "(",
        ")",
        "(?:",
        "^",
        "$",
        r"\1",
        "(?i)",
        "(?=",
        "++",
        r"\Z",
    ),
)
EXPRESSIONS = st.lists(st.sampled_from(PARTS), min_size=1, max_size=6).map("".join)


@given(EXPRESSIONS, TEXTS, st.booleans(), st.booleans())
@example("a.b", ["a\nb", "a", "b"], False, False)
@example("a.*", ["", "a\x00b"], False, False)
@example(r"\ba\s*", ["a", "a"], True, False)
def test_every_text_in_which_an_expression_stands_is_among_them(pattern, texts, whole, case):
    wanted = SearchText(pattern, is_expression=True, whole_words=whole, case=case)
    try:
        found = TextFinder(wanted, "ar")
        holding = [at for at, text in enumerate(texts) if found.places(text)]
    except UsageError:
        return
    among = found.found_in(texts)
    assert among == sorted(set(among))
    assert set(holding) <= set(among) <= set(range(len(texts)))


@given(st.text("ab ة\x00أ", min_size=1, max_size=3), TEXTS, st.booleans())
def test_the_texts_in_which_words_stand(words, texts, whole):
    found = TextFinder(SearchText(words, whole_words=whole), "ar")
    holding = [at for at, text in enumerate(texts) if found.places(text)]
    among = found.found_in(texts)
    assert set(holding) <= set(among)
    if not any(TEXT_BREAK in text for text in (words, *texts)):
        assert holding == among


@pytest.mark.parametrize(
    ("expression", "between"),
    [
        (r"may\w+ (\d+)", "\x00"),
        (r"(?P<n>a|b)+\s\b[x-z\s]{2,3}", "\x00"),
        (r"a.b", "\n"),
        *((one, None) for one in (r"a.\s", "^a", "a$", "[^a]", "(?i)a", "(?=a)", r"\Wa", r"\p{L}")),
        *(
            (one, None)
            for one in ("[[:alpha:]]", "(?:a){e<=1}", "(*FAIL)", "a++", "[\t-\r]", "(?#)")
        ),
    ],
)
def test_what_stands_between_texts_is_nothing_that_the_expression_sees(expression, between):
    assert break_for(expression) == between


FOLDINGS = st.builds(Folding, *[st.booleans()] * 5)
ANY = st.text(
    st.one_of(st.sampled_from("أإآٱؤئىةیکہھ\u0640٣\u064e\u0654\u200f abé"), st.characters())
)


@given(ANY, FOLDINGS | st.just(FOLD_ALL), st.booleans())
def test_folding_character_by_character_is_what_the_table_says(text, folding, arabic):
    table = character_table(folding, arabic)
    assert fold_characters(text, folding, arabic=arabic) == text.translate(table)
