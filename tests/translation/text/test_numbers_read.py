"""Numbers of Arabic and English texts, read into values."""

from __future__ import annotations

from decimal import Decimal
from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.text.numbers import Kind, differing, may_differ, numbers_in, reads
from translation.text.numbers.calendars import gregorian_days
from translation.text.numbers.writing import ordinal, rewritten

ARABIC = (
    ("٣٩", "39"),
    ("۱۲۳", "123"),
    ("300،948 ميل", "300948"),
    ("٧٨٣٬٥٦٢", "783562"),
    ("٦٫٣٤", "6.34"),
    ("6,34 بوصة", "6.34"),
    ("1,120", "1120"),
    ("000 20 شخص", "20000"),
    ("283 1 عملية", "1283"),
    ("2.5 مليون", "2500000"),
    ("٥ آلاف", "5000"),
    ("٢ مليون و٢٠٠ ألف", "2200000"),
    ("ألف وتسعمائة وخمسة وثمانون", "1985"),
    ("خمسة وعشرون ألفاً وثلاثمئة", "25300"),
    ("مئة و عشرون مليون", "120000000"),
    ("ثلاثة ملايين ونصف المليون", "3500000"),
    ("ثلاث عشرة سنة", "13"),
    ("إحدى عشرة طالبة", "11"),
    ("أحد عشر ألفا", "11000"),
    ("اثنتي عشرة دولة", "12"),
    ("مئتي ألف", "200000"),
    ("ألفا موظف", "2000"),
    ("ثلاث مئة رجل", "300"),
    ("عشرون ونيف", "20"),
    ("ثلاثة أرباع", "0.75"),
    ("خمسهم في الزراعة", "0.2"),
    ("ربعهم في الصناعة", "0.25"),
    ("ساعة ونصف", "1.5"),
    ("عامان", "2"),
    ("مليوني نازح", "2000000"),
    ("الحادي والعشرين من أغسطس", "21"),
    ("السادس بعد المائة", "106"),
    ("الساعة الثامنة والنصف", "830"),
    ("الثالثة وعشرون دقيقة", "320"),
    ("الساعة التاسعة إلا ربعا", "845"),
    ("الساعة 30/14", "1430"),
    ("٩:٣٠", "930"),
    ("1/4", "0.25"),
    ("ثلاثينيات القرن التاسع عشر", "1830"),
    ("خمسينيات القرن الماضي", "1950"),
    ("القرن الـ18", "18"),
    ("القرن العشرين", "20"),
)

ENGLISH = (
    ("948,300", "948300"),
    ("1.120", "1.120"),
    ("twenty-five thousand three hundred", "25300"),
    ("one hundred and fifty-two thousand", "152000"),
    ("three and a half million", "3500000"),
    ("two and a half years", "2.5"),
    ("half a million", "500000"),
    ("two dozen", "24"),
    ("a couple of thousand", "2000"),
    ("two-thirds", str(Decimal(2) * (Decimal(1) / 3))),
    ("twice", "2"),
    ("$2.5m", "2500000"),
    ("US$3 billion", "3000000000"),
    ("1830s", "1830"),
    ("the thirties", "30"),
    ("21st", "21"),
    ("twenty-first", "21"),
    ("nineteenth-century", "19"),
    ("Louis XVI", "16"),
    ("Super Bowl XLIX", "49"),
    ("11:20 a.m.", "1120"),
    ("11.20 pm", "1120"),
    ("half past eight", "830"),
    ("quarter to nine", "845"),
    ("8 pm", "8"),
    ("3/4 of them", "0.75"),
    ("12 300 people", "12300"),
    ("¾", "0.75"),
)


def values(text, language):
    return {value for number in numbers_in(text, language) for value in number.values}


@pytest.mark.parametrize(("text", "value"), ARABIC)
def test_arabic_numbers_have_their_value(text, value):
    assert Decimal(value) in values(text, "ar")


@pytest.mark.parametrize(("text", "value"), ENGLISH)
def test_english_numbers_have_their_value(text, value):
    assert Decimal(value) in values(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "وأثنى الأعضاء عليه",
        "كان ميتا",
        "لست هنا",
        "كمية كبيرة",
        "ألست معنا",
        "لبست ليلى",
        "يوم الاثنين",
        "الأربعاء",
    ],
)
def test_words_that_look_like_numbers_are_not_needed(text):
    assert not [number for number in numbers_in(text, "ar") if number.needed]


@pytest.mark.parametrize(
    "text", ["See https://a.example/2019/07", "a1@b2.example", "It &#39;s", "\ue0001\ue001"[:1]]
)
def test_digits_of_addresses_and_references_are_no_numbers(text):
    assert numbers_in(text, "en") == ()


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("كانون الثاني", "January"),
        ("شباط", "Feb."),
        ("آذار ٢٠١٧", "March 2017"),
        ("أبريل", "April"),
        ("أيار", "May 5"),
        ("حزيران", "June"),
        ("جويلية", "July"),
        ("غشت", "August 1"),
        ("أيلول", "Sept"),
        ("تشرين الأول", "October"),
        ("نونبر", "November"),
        ("دجنبر", "December"),
        ("رمضان ١٤٤٥", "Ramadan 1445"),
    ],
)
def test_months_of_every_set_are_those_of_english(arabic, english):
    (month,) = (n for n in numbers_in(arabic, "ar") if n.kind is Kind.MONTH)
    (name,) = (n for n in numbers_in(english, "en") if n.kind is Kind.MONTH)
    assert set(name.values) & set(month.values)


def test_a_hijri_date_is_its_gregorian_one():
    found = numbers_in("15 رمضان 1445 هـ", "ar")
    day, month, year = ({int(v) for v in number.values} for number in found)
    assert 25 in day
    assert 3 in month
    assert {1445, 2024} <= year
    assert gregorian_days(1, 1, 1) == ()  # The tables of the calendar begin later.


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("٥ كيلومترات", "ar", "km"),
        ("3136 مم2", "ar", "mm²"),
        ("719 كم 2", "ar", "km²"),
        ("300 ميل مربع", "ar", "mile²"),
        ("5 في المئة", "ar", "percent"),
        ("بنسبة 5٪", "ar", "percent"),
        ("30 درجة مئوية", "ar", "c"),
        ("خمسة دولارات", "ar", "dollar"),
        ("300 sq mi", "en", "mile²"),
        ("7 km2", "en", "km²"),
        ("5 per cent", "en", "percent"),
        ("30-minute", "en", "minute"),
        ("30 °C", "en", "c"),
        ("$5", "en", "dollar"),
    ],
)
def test_what_is_counted_is_known(text, language, unit):
    assert [number.unit for number in numbers_in(text, language)] == [unit]


def test_only_languages_that_can_be_read_are():
    assert reads("ar-JO")
    assert reads("en")
    assert not reads("de")


def test_ordinals_have_their_endings():
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 112)] == (
        "1st 2nd 3rd 4th 11th 12th 13th 21st 112th".split()
    )


@pytest.mark.parametrize(
    ("source", "target", "right"),
    [
        ("٢٠١٧", "2012", "2017"),
        ("300،948", "948,300", "300,948"),
        ("٠٢٣٠", "2030", "0230"),
        ("٩:٣٠", "9:13", "9:30"),
        ("ألفا موظف", "A thousand", "Two thousand"),
        ("6 ملايين", "5 million", "6 million"),
        ("السادس", "5th", "6th"),
        ("آذار", "April", "March"),
        ("٢٥", "fifty-two", "twenty-five"),
    ],
)
def test_the_right_number_takes_the_form_of_the_wrong_one(source, target, right):
    number = numbers_in(source, "ar")[0]
    assert rewritten(number, source[number.start : number.end], target) == right


pieces = st.sampled_from(
    "خمسة وعشرون ألف مليون ونصف القرن الساعة 5 1,2 ٣٤ / - : % في المئة كم2 و one hundred and "
    "million third half past a . 10 th s $ Ⅷ ½ km XIV مئتين ثلاثينيات".split()
)


@given(st.lists(pieces, max_size=12).map(" ".join), st.sampled_from(["ar", "en"]))
def test_numbers_of_any_text_stand_in_it_in_order(text, language):
    found = numbers_in(text, language)
    assert all(0 <= number.start < number.end <= len(text) for number in found)
    assert [number.start for number in found] == sorted(number.start for number in found)


@given(st.text("0123456789٠١٢٣.,:٫٬،/ خمسة", max_size=60), st.sampled_from(["ar", "en"]))
def test_no_digits_break_the_reading(text, language):
    assert all(number.end <= len(text) for number in numbers_in(text, language))


BY_THE_WAY = (
    "واحد واحدة أحد الأول الثانية والثاني نصف ربع أرباع كم ساعة الساعة شهرا ميل ثلاثي هجرية"
    " درجة و في إلا بعد من - (",
    "one first second both another other half quarters twice IV ix third thirties a of and past"
    " to half-way once decade pm th m s - (",
)
FIGURES = "7 1985 92 1,120 9.30 2:15 283 039".split()
WORDS_ASIDE = [
    st.lists(st.sampled_from(said.split()), min_size=4, max_size=4) for said in BY_THE_WAY
]


@given(st.lists(st.sampled_from(FIGURES), max_size=3), *WORDS_ASIDE)
def test_numbers_do_not_differ_where_it_is_told_before_they_are_read(figures, arabic, english):
    source, target = (
        " ".join(part for pair in zip_longest(words, figures, fillvalue="") for part in pair)
        for words in (arabic, english)
    )
    if not may_differ(source, "ar", target, "en"):
        assert differing(numbers_in(source, "ar"), numbers_in(target, "en")) == []


def test_a_text_without_an_end_is_no_sentence():
    assert len(numbers_in("5 " * 100_000, "ar")) < 20_000
