"""Stuck decoders are caught; people who repeat themselves are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.text import loops
from translation.text.loops import find_loop

SOURCE = "وصل الوفد إلى المدينة مساء أمس وأجرى محادثات مع عدد من المسؤولين المحليين"


@given(
    st.lists(st.sampled_from(["in", "the", "city", "of", "a", "new", "town"]), min_size=1,
             max_size=8),
    st.integers(6, 12),
)  # fmt: skip
def test_any_phrase_that_comes_round_and_round_is_a_loop(phrase, times):
    assert find_loop(SOURCE, "The delegation arrived " + " ".join(phrase * times))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (SOURCE, "The delegation reached the city last night and held talks with officials."),
        ("نعم نعم نعم نعم نعم", "Yes, yes, yes, yes, yes."),
        ("دور", "Role"),
        ("هههههههههههه", "hahahahahahahahaha"),
        (SOURCE, "1, 2, 3, 4, 5, 6, 7 and 0000000000"),
        ("* * * * *", "* * * * *"),
        (SOURCE, ""),
    ],
)
def test_what_is_no_loop(source, target):
    assert not find_loop(source, target)


def test_a_target_far_longer_than_its_source_has_run_away():
    target = " ".join(f"word{n}" for n in range(60))
    assert find_loop("جملة قصيرة هنا", target)
    assert not find_loop("短い文" * 60, target)


def test_codes_do_not_hide_a_loop():
    assert find_loop(SOURCE, "the \ue000man the man the\ue001 man the man the man")


@given(st.lists(st.sampled_from(["the", "don't", "a1b2", "x", ",", "ha", "\u064b"]), max_size=60))
def test_the_quick_look_misses_nothing(tokens):
    text = " ".join(tokens)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loops, "_may_repeat", lambda _text: True)
        slow = find_loop(SOURCE, text)
    assert find_loop(SOURCE, text) == slow
