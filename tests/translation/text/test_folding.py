"""Texts folded for matching, and where their characters come from."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translation.text.normalise import folded, for_matching

SPELLINGS = (
    "أإآٱؤئءىةیکہھ\u0640٣۴٫٬" + "".join(map(chr, range(0x064B, 0x0653)))  # Arabic
    + "\u0301\u0323\u0308\u0344eéEİßﬁ\u1e9e"  # marks, case and ligatures
    + "\u3099\uff9e\uff76か\u1112\u1161\u11ab한"  # what composes without being a mark
    + " \t\n\u00a0\u2003¨\u00ad\u200f\u2066\ue000\ue001\U0001d400\U0001f600\ufdfa\ufb50"
)  # fmt: skip
texts = st.text(st.one_of(st.sampled_from(SPELLINGS), st.characters(exclude_categories=["Cs"])))
languages = st.sampled_from(["ar", "en", "fa-IR"])


@given(texts, languages)
@example("a\u0323\uff9e\u0301", "en")
@example("e\ue000\u0301", "en")
@example("\u1112\u1161\u11ab", "en")
@example("¨ \u00a0¨", "ar")
@example(" a  b\u2028c\x1c", "en")
def test_it_folds_as_for_matching_does(text, language):
    assert folded(text, language).text == for_matching(text, language)


@given(texts, languages)
def test_its_places_lie_in_the_text_in_order(text, language):
    look = folded(text, language)
    assert len(look.places) == len(look.text)
    assert all(0 <= start < end <= len(text) for start, end in look.places)
    assert list(look.places) == sorted(look.places)


@given(texts, texts, texts, languages)
def test_what_was_put_in_is_found_where_it_stands(before, middle, after, language):
    """Between bars, which compose with nothing, a text folds to what it folds to alone."""
    look = folded(f"{before}|{middle}x|{after}", language)
    needle = for_matching(f"{middle}x", language)
    at = for_matching(f"{before}|", language)
    place = look.place(len(at) + look.text[len(at) :].index(needle), len(needle))
    start, end = len(before) + 1, len(before) + 1 + len(middle) + 1
    assert start <= place[0] < place[1] == end
    assert for_matching(f"{before}|{middle}x|{after}"[slice(*place)], language) == needle


@pytest.mark.parametrize(
    ("text", "language", "needle", "stands"),
    [
        ("والأَمْن مهم", "ar", "الامن", "الأَمْن"),
        ("كتـــاب", "ar", "كتاب", "كتـــاب"),
        ("سنة ٢٠٢٢.", "ar", "2022", "٢٠٢٢"),
        ("مدر\ue000سة\ue001 كبيرة", "ar", "مدرسه", "مدر\ue000سة"),
        ("A  double   space", "en", "double space", "double   space"),
        ("Straße", "en", "strasse", "Straße"),
        ("cafe\u0301 bar", "en", "café", "cafe\u0301"),
        ("\U0001f600 Öl", "en", "öl", "Öl"),
    ],
)
def test_a_word_is_found_in_the_spelling_that_stands_there(text, language, needle, stands):
    look = folded(text, language)
    start, end = look.place(look.text.index(needle), len(needle))
    assert text[start:end] == stands


def test_blanks_of_every_kind_become_one():
    blanks = [chr(code) for code in range(0x10000) if chr(code).isspace()]
    for blank in blanks:
        assert for_matching(f"{blank}a{blank}b{blank}", "ar") == "a b"
    assert for_matching("".join(["a", *blanks, "b"]), "en") == "a b"
