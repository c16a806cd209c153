"""What a fix is said to change: whole words, and blanks with the words beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.text.texts_apart import difference, difference_of_words


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("at 2030 UTC", "at 0230 UTC", ("2030", "0230")),
        ("in Travalgar Square", "in Trafalgar Square", ("Travalgar", "Trafalgar")),
        ("he say so", "he says so", ("say", "says")),
        ("the the cat", "the cat", ("the ", "")),
        ("to the end", "to the end.", ("", ".")),
        ("I saw &apos; it", "I saw ' it", ("&apos;", "'")),
        ("one  two three", "one two three", ("one  two", "one two")),
        ("the end.Then", "the end. Then", ("end.Then", "end. Then")),
        (" begins", "begins", (" begins", "begins")),
        ("same", "same", ("same", "same")),
    ],
)
def test_no_word_is_cut(before, after, said):
    assert difference_of_words(before, after) == said


@given(st.text("ab .\u0628", max_size=12), st.text("ab .\u0628", max_size=12))
def test_what_is_said_holds_the_difference(before, after):
    gone, come = difference_of_words(before, after)
    _, less, more = difference(before, after)
    assert less in gone
    assert more in come
    assert gone in before
    assert come in after
