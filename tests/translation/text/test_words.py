"""Words and differences lose nothing and read well."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.text.words import diff, words

TEXTS = st.text(max_size=40) | st.lists(
    st.sampled_from(["the", "old", "كلمةٌ", " ", ",", "...", "\ue000", "3.5", "😀", "\n"])
).map("".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It paid 2,254.5 dollars.", ["It", " ", "paid", " ", "2,254.5", " ", "dollars", "."]),
        ("don't stop...", ["don't", " ", "stop", "..."]),
        ("دورًا مفيدًا، جدًّا", ["دورًا", " ", "مفيدًا", "،", " ", "جدًّا"]),
        ("\ue000\ue001bold\ue002", ["\ue000\ue001", "bold", "\ue002"]),
        ("٢٬٥٠٠ شخص", ["٢٬٥٠٠", " ", "شخص"]),
    ],
)  # fmt: skip
def test_words(text, expected):
    assert words(text) == expected


@given(TEXTS)
def test_words_joined_are_the_text(text):
    assert "".join(words(text)) == text


@given(TEXTS, TEXTS)
def test_a_difference_holds_both_texts(before, after):
    parts = diff(before, after)
    assert "".join(p.text for p in parts if p.kind != "insert") == before
    assert "".join(p.text for p in parts if p.kind != "delete") == after
    for part in parts:
        text, start = (
            (before, part.start_before) if part.kind == "delete" else (after, part.start_after)
        )
        assert text[start : start + len(part.text)] == part.text


def test_replaced_neighbours_are_one_phrase():
    parts = [(p.kind, p.text) for p in diff("the old cat sat", "the new dog sat down")]
    assert parts == [
        ("equal", "the "),
        ("delete", "old cat"),
        ("insert", "new dog"),
        ("equal", " sat"),
        ("insert", " down"),
    ]


def test_equal_texts_have_one_part_and_empty_ones_none():
    assert [p.kind for p in diff("same", "same")] == ["equal"]
    assert diff("", "") == []
