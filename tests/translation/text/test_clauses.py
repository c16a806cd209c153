"""Over-long sentences are cut where it hurts least, without loss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.text.clauses import split_clauses


def at_most(limit):
    return lambda text: len(text) <= limit


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("قصيرة", 10, ["قصيرة"]),
        ("جزء أول؛ جزء ثان، وثالث", 16, ["جزء أول؛ ", "جزء ثان، وثالث"]),
        ("جزء أول، جزء ثان، وثالث", 18, ["جزء أول، جزء ثان، ", "وثالث"]),
        ("زار الوفد المصنع حيث التقى العمال", 20, ["زار الوفد المصنع ", "حيث التقى العمال"]),
        ("زار الوزير وزارة الصحة أمس", 14, ["زار الوزير ", "وزارة الصحة ", "أمس"]),
        ("سسسسسسسس", 3, ["سسس", "سسس", "سس"]),
        ("سسب\u064b\u0651س", 3, ["سس", "ب\u064b\u0651", "س"]),
    ],
)
def test_arabic(text, limit, pieces):
    assert split_clauses(text, "ar", at_most(limit)) == pieces


def test_english():
    text = "The plan was agreed, and the work began because the money came"
    assert split_clauses(text, "en", at_most(40)) == [
        "The plan was agreed, ",
        "and the work began ",
        "because the money came",
    ]


@given(st.text(max_size=80), st.integers(1, 20), st.sampled_from(["ar", "en", "fr"]))
def test_nothing_is_lost_and_everything_fits(text, limit, language):
    pieces = split_clauses(text, language, at_most(limit))
    assert "".join(pieces) == text
    assert all(len(piece) <= limit or not piece.isascii() for piece in pieces)


def test_a_sentence_of_twenty_thousand_words_needs_few_questions():
    asked = 0

    def fits(text):
        nonlocal asked
        asked += 1
        return text.count(" ") <= 200

    pieces = split_clauses("كلمة " * 20_000, "ar", fits)
    assert len(pieces) == 100
    assert asked < 3000
