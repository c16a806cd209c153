"""What is put right while one types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.text.typing_aids import QUOTES, corrected, quoted

TABLE = {"teh": "the", "dont": "don't", "--": "–", "...": "…", "هاذا": "هذا"}


def after(text, table=TABLE, caret=None):
    found = corrected(text, len(text) if caret is None else caret, table)
    return text if found is None else text[: found.start] + found.text + text[found.end :]


@pytest.mark.parametrize(
    ("typed", "put"),
    [
        ("teh ", "the "),
        ("Teh,", "The,"),
        ("TEH.", "THE."),
        ("tEH ", "tEH "),
        ("teh", "teh"),
        ("stehe ", "stehe "),
        ("(teh)", "(the)"),
        ("so teh\u00a0", "so the\u00a0"),
        ("\ue000teh ", "\ue000the "),
        ("x--", "x–"),
        ("wait...", "wait…"),
        ("هاذا ", "هذا "),
        ("وهاذا ", "وهاذا "),
        ("teh_", "teh_"),
        ("", ""),
    ],
)
def test_words_and_signs(typed, put):
    assert after(typed) == put


def test_only_what_stands_before_the_caret_counts():
    assert after("teh x teh y", caret=4) == "the x teh y"
    assert after("teh x", caret=5) == "teh x"


@given(st.text(), st.integers(0, 80))
def test_any_text_at_any_caret(text, caret):
    found = corrected(text, caret, TABLE)
    if found is not None:
        assert 0 <= found.start < found.end <= caret <= len(text)


def quotes(text, language="en"):
    typed = ""
    for character in text:
        typed += character
        found = quoted(typed, len(typed), language)
        if found is not None:
            typed = typed[: found.start] + found.text + typed[found.end :]
    return typed


@pytest.mark.parametrize(
    ("typed", "language", "put"),
    [
        ('He said "so" and left', "en", "He said “so” and left"),
        ("it's Ali's 'word'", "en-GB", "it’s Ali’s ‘word’"),
        ('("so")', "en", "(“so”)"),
        ('قال "نعم" ومضى', "ar", "قال «نعم» ومضى"),
        ('"ja"', "de", "„ja“"),
        ('dit "oui"', "fr", "dit «\u202foui\u202f»"),
        ("5' 10\"", "en", "5' 10\""),
        ('"in 2022"', "en", "“in 2022”"),
        ('"\u200fx"', "en", "“\u200fx”"),
        ('צה"ל', "he", 'צה"ל'),
        ('\ue000"x"\ue001', "en", "\ue000“x”\ue001"),
    ],
)
def test_quotation_marks_of_the_language(typed, language, put):
    assert quotes(typed, language) == put


@given(st.text(), st.sampled_from(sorted(QUOTES)))
def test_nothing_but_straight_marks_changes(text, language):
    found = quoted(text, len(text), language)
    assert found is None or text[found.start : found.end] in "\"'"
