"""Marked words are found again after edits beside them, and not where they were changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translation.model.inline import code_character
from translation.mqm import marked_error, place_of

TEXT = "The minister said that the Gas-93 aircraft fell at 2030 UTC near the runway."


def marked(words: str, text: str = TEXT):
    start = text.index(words)
    return marked_error("target", text, start, start + len(words), "accuracy", "major")


def found(error, text):
    place = place_of(error, text)
    return None if place is None else text[slice(*place)], place and place[0]


def test_words_stand_where_they_were_marked():
    assert place_of(marked("Gas-93"), TEXT) == (27, 33)


def test_edits_before_and_behind_move_them():
    error = marked("Gas-93")
    assert found(error, "Yesterday t" + TEXT[1:]) == ("Gas-93", 37)
    assert found(error, TEXT.replace("runway", "airport")) == ("Gas-93", 27)
    assert found(error, TEXT.replace("that the Gas-93", "that a Gas-93")) == ("Gas-93", 25)


def test_words_that_were_changed_stand_nowhere():
    assert place_of(marked("Gas-93"), TEXT.replace("Gas-93", "JAS 39")) is None
    assert place_of(marked("Gas-93"), "") is None


def test_of_the_same_words_twice_those_with_the_same_neighbours_are_meant():
    text = "the cat saw the dog and the bird"
    error = marked_error("target", text, 12, 15, "accuracy", "minor")
    assert place_of(error, text) == (12, 15)
    assert found(error, text.replace("the cat", "a cat")) == ("the", 10)
    assert found(error, text.replace("saw the dog", "saw a dog")) == (None, None)


def test_a_short_word_is_not_found_inside_a_longer_one():
    error = marked_error("target", "it is he", 6, 8, "accuracy", "minor")
    assert place_of(error, "it is then") is None
    assert place_of(error, "now it is he") == (10, 12)


def test_a_part_of_a_word_can_be_marked():
    text = "unhappyly"
    error = marked_error("target", text, 5, 7, "linguistic/spelling", "minor")
    assert place_of(error, "So " + text) == (8, 10)


def test_without_words_the_whole_segment_is_meant():
    error = marked_error("target", TEXT, 4, 4, "accuracy/omission", "major")
    assert error.text == ""
    assert place_of(error, "something else") == (0, 0)


def test_arabic_is_marked_like_anything_else():
    text = "وأضافت الوزيرة أن الطائرة سقطت"
    error = marked("الوزيرة", text)
    assert found(error, "أمس " + text) == ("الوزيرة", 11)


def test_a_hostile_text_is_looked_through_quickly():
    error = marked_error("target", "a b a", 2, 3, "accuracy", "minor")
    assert place_of(error, "b " * 100_000) is None


@given(
    st.text("ab c.", max_size=30),
    st.text("ab c." + code_character(0), max_size=30),
    st.text("ab c.", max_size=12),
    st.text("ab c.", max_size=12),
)
def test_edits_further_away_never_lose_the_words(before, behind, other, more):
    text = f"{before} wrong words here {behind}"
    start = text.index("wrong words")
    error = marked_error("target", text, start, start + 11, "accuracy", "minor")
    edited = f"{other} wrong words here {more}"
    assert place_of(error, edited) == (len(other) + 1, len(other) + 12)
