"""Inline codes and counts of words."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.model import inline
from translation.model.segment import word_count

TEXTS = st.text(st.sampled_from("ab ا،.\ue000\ue001\uf8ff\n"), max_size=12)


@given(TEXTS, TEXTS)
def test_adding_the_missing_codes_leaves_none_missing(source: str, target: str) -> None:
    missing = inline.missing_codes(source, target)
    mended = target + "".join(map(inline.code_character, missing))
    assert inline.missing_codes(source, mended) == []
    assert inline.extra_codes(source, mended) == inline.extra_codes(source, target)
    counts = Counter(inline.codes_in(source)) - Counter(inline.codes_in(target))
    assert Counter(missing) == counts


@given(TEXTS)
def test_stripping_leaves_the_text_and_nothing_else(text: str) -> None:
    assert inline.strip_codes(text) == "".join(c for c in text if not inline.is_code(c))
    assert inline.has_codes(text) == (inline.strip_codes(text) != text)


def test_a_code_is_one_utf16_unit_and_knows_its_place() -> None:
    for index in (0, inline.MAX_CODES - 1):
        character = inline.code_character(index)
        assert len(character.encode("utf-16-le")) == 2
        assert inline.code_index(character) == index
    for index in (-1, inline.MAX_CODES):
        with pytest.raises(ValueError, match="outside"):
            inline.code_character(index)


@given(st.text(st.sampled_from("ab1،. -_\ue000\u2028ا"), max_size=20))
def test_words_are_runs_with_a_letter_or_digit(text: str) -> None:
    runs = inline.strip_codes(text).split()
    assert word_count(text) == len([run for run in runs if any(c.isalnum() for c in run)])
