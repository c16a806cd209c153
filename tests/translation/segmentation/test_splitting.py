"""Sentences of Arabic and English: the stress lists, the starting article, any text at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.model.inline import CodeKind, InlineCode
from translation.segmentation import LONGEST_PIECE, split

HERE = Path(__file__).parent
OPEN = InlineCode(CodeKind.OPEN, "<b>", "b", pair=1)
CLOSE = InlineCode(CodeKind.CLOSE, "</b>", "/b", pair=0)
BOLD = (OPEN, CLOSE)


def stress(language: str) -> list[str]:
    lines = (HERE / f"stress.{language}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("line", stress("ar"))
def test_arabic(line):
    assert mark(split(line.replace("¦", ""), "ar")) == line


@pytest.mark.parametrize("line", stress("en"))
def test_english(line):
    assert mark(split(line.replace("¦", ""), "en-GB")) == line


def mark(pieces: list[str]) -> str:
    """Join pieces with the mark of the stress lists: before the white space between them."""
    marked = pieces[0]
    for piece in pieces[1:]:
        body = marked.rstrip()
        marked = f"{body}¦{marked[len(body) :]}{piece}"
    return marked


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("これは文です。次の文です。", ["これは文です。", "次の文です。"]),
        ("Das ist gut. Es geht z.B. so weiter.", ["Das ist gut. ", "Es geht z.B. so weiter."]),
    ],
)
def test_other_languages_have_general_rules(text, pieces):
    assert split(text, "ja" if text[0] == "こ" else "de") == pieces


@pytest.mark.shared
def test_the_starting_article(article):
    gold = json.loads((HERE / "article_gold.json").read_text(encoding="utf-8"))["starts"]
    found = {}
    for number, line in enumerate(article.read_text(encoding="utf-8").splitlines()):
        pieces = split(line, "ar")
        starts = [sum(map(len, pieces[:n])) for n in range(1, len(pieces))]
        if starts:
            found[str(number)] = starts
    assert found == gold
    assert sum(map(len, found.values())) == 21


def test_a_line_end_inside_a_paragraph_ends_a_sentence():
    assert split("سطر أول\nسطر ثان", "ar") == ["سطر أول\n", "سطر ثان"]


def test_white_space_goes_with_the_piece_before_and_at_the_start_with_the_first():
    assert split("  First one.  \tSecond one. ", "en") == ["  First one.  \t", "Second one. "]


def test_nothing_has_no_pieces():
    assert split("", "ar") == []


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("\ue000One.\ue001 Two.", ["\ue000One.\ue001 ", "Two."]),
        ("One. \ue000Two.\ue001", ["One. ", "\ue000Two.\ue001"]),
        ("\ue000One. \ue001Two.", ["\ue000One. \ue001", "Two."]),
        ("One.\ue000 Two.\ue001", ["One.", "\ue000 Two.\ue001"]),
        (
            "He \ue000lives\ue001 at No\ue000. 5\ue001.",
            ["He \ue000lives\ue001 at No\ue000. 5\ue001."],
        ),
        ("One\ue000.\ue001 Two.", ["One\ue000.\ue001 ", "Two."]),
    ],
)
def test_codes_are_passed_over_and_go_with_what_they_belong_to(text, pieces):
    assert split(text, "en", BOLD) == pieces


@pytest.mark.parametrize(
    ("markup", "pieces"),
    [
        ("<code>ls</code>", ["One. ", "\ue000 Two."]),
        ("%s", ["One. ", "\ue000 Two."]),
        ('<img src="a"/>', ["One. \ue000 ", "Two."]),
        ("<br>", ["One. \ue000 ", "Two."]),
    ],
)
def test_a_code_that_is_a_word_begins_the_sentence_behind_the_space(markup, pieces):
    code = (InlineCode(CodeKind.ALONE, markup, markup),)
    assert split("One. \ue000 Two.", "en", code) == pieces
    assert split("One.\ue000 Two.", "en", code) == ["One.\ue000 ", "Two."]


def test_without_the_table_codes_go_by_where_they_touch():
    assert split("One.\ue001 \ue000Two.", "en") == ["One.\ue001 ", "\ue000Two."]


def test_a_sentence_without_end_is_cut_at_white_space():
    pieces = split("كلمة " * 5000, "ar")
    assert len(pieces) > 1
    assert all(len(piece) <= LONGEST_PIECE and piece.endswith(" ") for piece in pieces)


def test_half_a_million_characters_without_a_space_are_cut():
    pieces = split("س" * 500_000, "ar")
    assert {len(piece) for piece in pieces} == {LONGEST_PIECE}


def test_a_cut_does_not_part_a_letter_from_its_marks():
    pieces = split("س" * (LONGEST_PIECE - 1) + "ب\u064b\u0651" + "س" * 9, "ar")
    assert pieces[0].endswith("ب\u064b\u0651")


@pytest.mark.parametrize("language", ["ar", "en", "de"])
@pytest.mark.parametrize(
    "part",
    [
        ".",
        "؟",
        "\n",
        ". ",
        "a. ",
        "\u00bb",
        ".\u00bb",
        " ",
        "\u202b",
        '" ',
        "\ue000. ",
        "د.",
        ".[1",
        "。",
    ],
)
def test_a_hundred_thousand_characters_of_anything_are_split_without_loss(part, language):
    """A pattern that looks back or ahead too far would take hours here."""
    text = "سطر. " + part * (100_000 // len(part))
    assert "".join(split(text, language)) == text


PARTS = [
    *"ابج abc 123 .!?؟…۔،؛:;,\"'«»()“”\n\t\r",
    "\u2028\u2029\u200f\u200e\u202e\u2066\u2069\u00a0\u3000",
    "\ue000",
    "\ue001",
    "\uf8ff",
    "\ud83d",
    "\ude00",
    "😀",
    "د.",
    "أ.د.",
    "U.S.",
    "Mr.",
    "... ",
    '. . " ',
    "وقال",
    "The",
    "ب\u064b",
]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=40).map("".join) | st.text(max_size=60)


@given(TEXTS, st.sampled_from(["ar", "en", "fr", "ar-KW", "", "../x"]), st.booleans())
def test_nothing_is_lost_of_any_text(text, language, with_table):
    pieces = split(text, language, BOLD if with_table else ())
    assert "".join(pieces) == text
    assert all(pieces)


@given(TEXTS, st.sampled_from(["ar", "en", "fr"]))
def test_every_piece_says_something_unless_nothing_does(text, language):
    pieces = split(text, language)
    if len(pieces) > 1:
        assert all(any(c.isalnum() for c in piece) for piece in pieces)


@given(TEXTS)
def test_codes_do_not_change_where_sentences_end(text):
    plain = "".join(c for c in text if not "\ue000" <= c <= "\uf8ff")
    coded = "".join(c + "\ue005" for c in plain)
    stripped = [piece.replace("\ue005", "") for piece in split(coded, "ar")]
    assert [piece for piece in stripped if piece] == split(plain, "ar")
