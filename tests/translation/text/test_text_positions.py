"""UTF-16 positions, bidi isolates and folding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.text.bidi import FSI, LRI, PDI, RLI, isolate, isolate_foreign_runs
from translation.text.normalise import Folding, for_matching
from translation.text.utf16 import from_utf16, to_utf16, utf16_length


@given(st.text(st.sampled_from("aب😀\ue000\ud83d\ude00"), max_size=20))
def test_positions_agree_with_the_encoding(text):
    for index in range(len(text) + 1):
        offset = to_utf16(text, index)
        assert offset == len(text[:index].encode("utf-16-le", "surrogatepass")) // 2
        assert from_utf16(text, offset) == index
    assert utf16_length(text) == to_utf16(text, len(text))


def test_a_position_inside_a_pair_is_its_character():
    assert from_utf16("a😀b", 2) == 1
    assert from_utf16("a😀b", 99) == 3


def test_a_date_keeps_its_order_inside_arabic():
    shown, _ = isolate_foreign_runs("31 January 2022 الدولية", rtl=True)
    assert shown == f"{LRI}31 January 2022{PDI} الدولية"


@pytest.mark.parametrize(
    "text", ["الصندوق (KFAED) في 2022", "بلا أحرف لاتينية 25", "\u200fword 5 كلمة"]
)
def test_single_words_numbers_and_ordered_texts_are_left_alone(text):
    assert isolate_foreign_runs(text, rtl=True).shown == text


def test_arabic_inside_english_is_isolated_the_other_way():
    shown, _ = isolate_foreign_runs("the 15 شعبان 1445 feast", rtl=False)
    assert shown == f"the {RLI}15 شعبان 1445{PDI} feast"


@given(
    st.lists(st.sampled_from(["May 5", " ", "كلمة", "12", "😀", "\ue000", "(", "x y"])).map(
        "".join
    ),
    st.booleans(),
)
def test_positions_map_there_and_back(text, rtl):
    shown, positions = isolate_foreign_runs(text, rtl)
    assert "".join(c for c in shown if c not in (LRI, RLI, PDI)) == text
    for index in range(len(text) + 1):
        there = positions.to_shown(index)
        assert positions.to_text(there) == index
        if index < len(text):
            assert shown[there] == text[index]


def test_what_is_isolated_cannot_break_out():
    assert isolate(f"a{PDI}b{LRI}c") == f"{FSI}ab{LRI}c{PDI}{PDI}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("دورًا", "دورا"),
        ("إلى", "الي"),
        ("الجامعــــة", "الجامعه"),
        ("مسؤول", "مسوول"),
        ("٢٠٢٢", "2022"),
        ("\ufef3\ufeee\ufee1", "يوم"),
        ("ك\ue000لمة", "كلمة"),
        ("ایران", "ايران"),
        ("  Kuwait\u00a0City ", "kuwait city"),
    ],
)
def test_spellings_that_match(one, other):
    assert for_matching(one, "ar") == for_matching(other, "ar")


def test_folding_can_be_narrowed():
    assert for_matching("دورًا", "ar", Folding(marks=False)) == "دورًا"
    assert for_matching("مدرسة", "ar", Folding(letters=False)) == "مدرسة"
