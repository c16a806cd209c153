"""Changing case as word processors do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.text.casing import next_case, word_at


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("the gulf states", ("The Gulf States", "THE GULF STATES", "the gulf states")),
        ("don't stop", ("Don't Stop", "DON'T STOP", "don't stop")),
        ("mIxEd", ("mixed", "Mixed", "MIXED")),
        ("a", ("A", "a")),
        ("\ue000word\ue001 x-ray", ("\ue000Word\ue001 X-Ray", "\ue000WORD\ue001 X-RAY")),
        ("قال 12", ("قال 12",)),
        ("straße", ("Straße", "STRASSE")),
    ],
)
def test_it_goes_round(text, turns):
    for turned in turns:
        text = next_case(text, "en")
        assert text == turned


def test_turkish_has_two_letters_i():
    assert next_case("izmir", "tr") == "İzmir"
    assert next_case("ISIK", "tr-TR") == "ısık"


@given(st.text(st.sampled_from("abXYßéÉ 'قا12-\ue000\u200f")))
def test_letters_change_their_case_alone(text):
    turned = text
    for _ in range(4):
        turned = next_case(turned)
        assert turned.casefold() == text.casefold()
    assert next_case(turned.lower()) != turned.lower() or turned.lower() == turned.upper()


def test_the_word_at_a_place():
    assert word_at("He said so", 4) == (3, 7)
    assert word_at("He said so", 7) == (3, 7)
    assert word_at("a  b", 2) == (2, 2) or word_at("a  b", 2) == (3, 4)
    assert word_at("\ue000don't\ue001", 3) == (1, 6)
    assert word_at("", 0) == (0, 0)
