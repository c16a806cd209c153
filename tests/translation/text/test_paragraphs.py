"""Paragraphs of plain texts: one a line, or wrapped lines joined; the original can be rebuilt."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.text.paragraphs import paragraphs

LONG = (
    "افتتحت بلدية المدينة صباح اليوم خطا جديدا للترام يربط الحي القديم بالمكتبة العامة، وحضر"
    " الافتتاح عدد كبير من السكان الذين انتظروا هذا المشروع سنوات طويلة قبل أن يكتمل العمل فيه."
    " وتقول البلدية إن الخط سينقل آلاف الركاب كل يوم، وإن أسعار التذاكر لن ترتفع قبل العام المقبل."
)


def texts(text):
    return [block.text for block in paragraphs(text)]


def test_every_line_that_is_not_blank_is_a_paragraph():
    assert texts("عنوان\n\nفقرة أولى.\nدور\nفقرة ثانية.\n\n\n") == [
        "عنوان",
        "فقرة أولى.",
        "دور",
        "فقرة ثانية.",
    ]


@pytest.mark.parametrize("width", [50, 70, 78])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_lines_are_joined(width, end):
    wrapped = end.join(textwrap.wrap(LONG, width))
    text = f"عنوان قصير{end}{end}{wrapped}{end}{end}{wrapped}{end}"
    assert texts(text) == ["عنوان قصير", LONG, LONG]


def test_a_short_line_ends_a_wrapped_paragraph():
    wrapped = "\n".join(textwrap.wrap(LONG, 60))
    assert len(wrapped.splitlines()[-1]) < 50
    assert texts(f"{wrapped}\n{wrapped}") == [LONG, LONG]


def test_list_items_of_a_wrapped_text_stay_apart():
    wrapped = "\n".join(textwrap.wrap(LONG, 60))
    assert texts(f"{wrapped}\n- بند أول\n- بند ثان") == [LONG, "- بند أول", "- بند ثان"]


def test_paragraphs_that_happen_to_be_short_are_not_joined():
    lines = [
        "أعلنت البلدية عن خطة جديدة للطرق.",
        "الخطة تشمل ثلاثة أحياء في شرق المدينة القديمة.",
        "يبدأ العمل في الربيع.",
        "تستمر الأعمال عامين كاملين وتنتهي قبل موسم الأمطار.",
    ]
    assert texts("\n".join(lines)) == lines


def test_sentences_of_equal_length_are_not_taken_for_wrapped_lines():
    lines = ["The tram runs from the old town to the university gate."] * 5
    assert texts("\n".join(lines)) == lines


def test_a_hyphen_inside_a_word_joins_and_a_dash_does_not():
    first = "the trams of the valley run day and night through the well-"
    dash = "known quarters of the old town and its gardens as planned -"
    last = ["or so the mayor of this town says to everyone who asks him", "about it."]
    assert texts("\n".join([first, dash, *last])) == [" ".join([first + dash, *last])]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0c"])
def test_every_kind_of_line_end(end):
    assert texts(f"a.{end}b.{end}{end}c.") == ["a.", "b.", "c."]


def test_white_space_has_no_paragraphs():
    assert paragraphs(" \n\t\n") == []


LINES = st.lists(
    st.sampled_from(
        [*textwrap.wrap(LONG, 60), "", " ", "  دور", "\r", "\u2028", "- بند", "ا\u00ad"]
    )
)


@given(LINES.map("\n".join) | st.text(max_size=50))
def test_the_original_can_be_rebuilt(text):
    blocks = paragraphs(text)
    start = blocks[0].start if blocks else len(text)
    rebuilt = text[:start] + "".join(text[b.start : b.end] + b.separator for b in blocks)
    assert rebuilt == text
    for block in blocks:
        assert block.text == block.text.strip() != ""
        assert block.wrapped or block.text == text[block.start : block.end]
