"""Inline codes go where they belong in drafts, and come back where they are missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.model.inline import codes_in, missing_codes, strip_codes
from translation.text.codes import (
    add_missing_codes,
    place_codes,
    remove_extra_codes,
)

NAMES = {"<b>": "\ue000", "</b>": "\ue001", "<i>": "\ue002", "</i>": "\ue003", "<br>": "\ue004"}


def coded(text: str) -> str:
    for name, character in NAMES.items():
        text = text.replace(name, character)
    return text


@pytest.mark.parametrize(
    ("source", "target", "placed"),
    [
        ("<b>كلمة</b> ثانية ثالثة.", "Word two three.", "<b>Word</b> two three."),
        ("<b>كل الجملة هنا.</b>", "The whole sentence.", "<b>The whole sentence.</b>"),
        ("<b>كل الجملة</b>.", "The sentence.", "<b>The sentence</b>."),
        ("(انظر <b>KFAED</b>).", "(See KFAED).", "(See <b>KFAED</b>)."),
        ("واحد <b>اثنان</b> ثلاثة", "one two three", "one <b>two</b> three"),
        ("واحد <b>اثنان</b> <i>ثلاثة</i>", "one two three", "one <b>two</b> <i>three</i>"),
        ("واحد «<b>اثنان</b>» ثلاثة", "one “two” three", "one “<b>two</b>” three"),
        ("سطر أول.<br> سطر ثان.", "Line one. Line two.", "Line one.<br> Line two."),
        ("<b></b>", "word", "<b></b>word"),
        ("كلمة<br>", "", "<br>"),
        ("بلا رموز", "without codes", "without codes"),
        ("<b>٢٠٢٢</b> كان عاما جيدا", "It was good, 2022.", "It was good, <b>2022</b>."),
        (
            "زار <b><i>Kuwait</i></b> أمس",
            "Yesterday he saw Kuwait",
            "Yesterday he saw <b><i>Kuwait</i></b>",
        ),
        ("في <b>12</b> من <i>15</i> حالة", "in 12 of 15 cases", "in <b>12</b> of <i>15</i> cases"),
        ("في <b>12</b> حالة", "in 12 of 12 cases", "in 12 <b>of</b> 12 cases"),
        ("<b>كلمة</b>", " word ", " <b>word</b> "),
        ("حذف <br> ملف", "Deleted file", "Deleted <br> file"),
        ("<br> ملف", "File", "<br> File"),
        ("صفحة <br> من <br>", "Page of", "Page <br> of <br>"),
        ("يدعم <br> و<br>", "It reads and", "It <br> reads and <br>"),
        ("بلغ <br>، ثم", "It was, then", "It <br> was, then"),
        ("كلمة<br> أخرى", "One word", "One<br> word"),
        ("قال <b>«نعم»</b> أمس", "He said “yes”", "He <b>said</b> “yes”"),
    ],
)
def test_placing(source, target, placed):
    assert place_codes(coded(source), target) == coded(placed)


def test_a_pair_with_words_inside_keeps_a_word_inside():
    source = coded("واحد اثنان ثلاثة أربعة <b>خمسة</b> ستة سبعة ثمانية")
    assert place_codes(source, "one two three") == coded("one <b>two</b> three")


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("<b>كلمة</b>", "<b>word", "<b>word</b>"),
        ("<b>كلمة</b>", "word</b>", "<b>word</b>"),
        ("قال <b>الوزير</b> أمس", "the <b>minister said", "the <b>minister</b> said"),
        ("<b><i>كلمة</i></b>", "<i>word</i>", "<b><i>word</i></b>"),
        ("<b>كلمة</b> <b>كلمة</b>", "<b>word</b> word", "<b>word</b> <b>word</b>"),
    ],
)
def test_putting_back(source, target, mended):
    assert add_missing_codes(coded(source), coded(target)) == coded(mended)


def test_of_a_repeated_code_the_later_goes():
    assert remove_extra_codes(coded("<b>ك</b>"), coded("<b>w</b></b><i>")) == coded("<b>w</b>")


letters = st.sampled_from(["كلمة", "word", " ", ".", "«", "5", "😀"])
plain_texts = st.lists(letters, max_size=25).map("".join)
coded_texts = st.lists(letters | st.sampled_from([*NAMES.values()]), max_size=25).map("".join)


def without_spaces(text: str) -> str:
    return strip_codes(text).replace(" ", "")


@given(coded_texts, plain_texts)
def test_placing_keeps_the_words_and_the_order_of_the_codes(source, target):
    placed = place_codes(source, target)
    assert without_spaces(placed) == without_spaces(target)
    assert codes_in(placed) == codes_in(source)


@given(coded_texts, coded_texts)
def test_putting_back_and_taking_out_leave_the_words_alone(source, target):
    mended = add_missing_codes(source, target)
    assert missing_codes(source, mended) == []
    assert without_spaces(mended) == without_spaces(target)
    assert add_missing_codes(source, mended) == mended
    cleaned = remove_extra_codes(source, target)
    assert missing_codes(cleaned, source) == []
    assert strip_codes(cleaned) == strip_codes(target)
