"""Checks of numbers by tables of good and failing pairs, and on what real systems made of them."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translation.quality.test_checks import CheckContract, checks_of, issues
from translation.model.language import LanguagePair
from translation.model.segment import Segment, TranslationUnit
from translation.quality import find_issues, subject_of

NUMBERS = {"numbers", "number_lost", "number_added", "duals", "centuries", "units", "months"}


def of(check, source, target):
    return [issue for issue in issues(source, target) if issue.check == check]


class TestNumbers(CheckContract):
    id = "numbers"
    good = (
        ("في ٢٠١٧", "in 2017"),
        ("الساعة 11:20", "at 1120"),
        ("الساعة ٩:٣٠ مساءً", "at 21:30"),
        ("الساعة ٩:٣٠", "at 9.30 p.m."),
        ("فاز 5-3", "a 5–3 win"),
        ("2.5 مليون دولار", "$2.5m"),
        ("عشرات الآلاف", "tens of thousands"),
        ("سافر 30 كم", "travelled 19 miles"),
        ("تبلغ 20 درجة مئوية", "is 68 °F"),
        ("ثلثي السكان", "two-thirds of the people"),
        ("عشر سنوات", "a decade"),
        ("اثنا عشر", "a dozen"),
        ("ثلاثينيات القرن التاسع عشر", "the 1830s"),
        ("لويس السادس عشر", "Louis XVI"),
        ("أربعة أضعاف", "quadrupled"),
        ("سنة ١٤٤٥ هـ", "in 2024"),
    )
    failing = (
        ("اكتمل البناء ولم يفتح حتى ٢٠١٧.", "It was not opened until 2012."),
        ("300،948 ميل مربع", "948,300 square miles"),
        ("إلى سنة ٥٠٠٠ قبل الميلاد", "to the year 500 BC"),
        ("قتل 108 أشخاص", "188 people were killed"),
        ("بلغ 1,120 مترا", "reached 1.120 metres"),
        ("مستوى 6,34 بوصة", "a level of 634 inches"),
        ("يعيش ألفا موظف هنا", "A thousand employees live here"),
        ("آلاف الناس", "Hundreds of people"),
        ("كنت أبلغ الثلاثين عاما", "I was thirteen years old"),
    )

    def test_the_fix_is_the_right_number_in_its_place(self):
        (issue,) = of(self.id, "حتى آذار ٢٠١٧.", "until March 2012.")
        assert (issue.start, issue.length, issue.fix) == (12, 4, "until March 2017.")

    def test_two_wrong_numbers_are_told_apart(self):
        found = of(self.id, "تحطمت جاس-٣٩ في (٠٢٣٠).", "Gas-93 crashed (2030 UTC).")
        assert [issue.fix for issue in found] == [
            "Gas-39 crashed (2030 UTC).",
            "Gas-93 crashed (0230 UTC).",
        ]


class TestLost(CheckContract):
    id = "number_lost"
    good = (("هبط على القمر عام 1969", "landed on the moon in 1969"), ("واحد منهم", "some"))
    failing = (("هبط على القمر عام 1969", "landed on the moon"),)

    def test_the_place_lies_in_the_target_and_the_sentence_fills(self):
        (issue,) = of(self.id, "عام 1969 هبط", "landed")
        assert (issue.start, issue.length) == (4, 4)  # Of the source.


class TestWordLost(CheckContract):
    id = "number_word_lost"
    good = (
        ("ثلاث نساء", "3 women"),
        ("ثلاثة أضعاف", "threefold"),
        ("في الستينات", "in old age"),
        ("بين اللجان الثلاث", "among the committees"),
        ("كل ثلاث سنوات", "triennial"),
    )
    failing = (("ثلاث نساء", "women"), ("يعيش ألفا موظف هنا", "Alpha staff live here"))

    def test_the_place_lies_in_the_target_and_the_sentence_fills(self):
        (issue,) = of(self.id, "قالت ثلاث نساء", "women said")
        assert (issue.start, issue.length) == (5, 4)  # Of the source.


class TestAdded(CheckContract):
    id = "number_added"
    good = (("سجّل هدفين", "scored 2 goals"), ("رحلة إلى سيكس فلاجز", "a trip to Six Flags"))
    failing = (
        ("سيارة أجرة", "100 taxis"),
        ("يعمل خمسهم في الزراعة", "five work in agriculture"),
        ("عقد قرانهما السنة الماضية", "two centuries of existence last year"),
    )


class TestDuals(CheckContract):
    id = "duals"
    good = (
        ("منذ عامين", "two years ago"),
        ("منذ عامين", "24 months ago"),
        ("في عامي 1990 و1992", "in 1990 and 1992"),
        ("لبث أسبوعين", "stayed a fortnight"),
        ("مسلمين", "Muslims"),
    )
    failing = (("منذ عامين", "years ago"), ("سار على ساقين", "walked on legs"))

    def test_the_place_lies_in_the_target_and_the_sentence_fills(self):
        (issue,) = of(self.id, "سار على ساقين", "walked on legs")
        assert (issue.start, issue.length) == (8, 5)  # Of the source.


class TestCenturies(CheckContract):
    id = "centuries"
    good = (
        ("القرن الـ18", "the 18th century"),
        ("القرن الثامن عشر", "the eighteenth century"),
        ("القرن التاسع عشر", "the 1800s"),
        ("القرنين الثامن عشر والتاسع عشر", "the 18th and 19th centuries"),
    )
    failing = (
        ("السنوات الأخيرة من القرن الـ18", "the last 18 years"),
        ("تعود إلى القرن 17", "a 17-century district"),
    )


class TestUnits(CheckContract):
    id = "units"
    good = (
        ("5 كم", "5 km"),
        ("5 أيام", "5 days"),
        ("رجل عمره 30 عاما", "a 30-year-old man"),
        ("3136 مم2", "3136 square millimetres"),
    )
    failing = (
        ("5 كم", "5 miles"),
        ("3136 مم2", "3136 mm"),
        ("5 أيام", "5 years"),
        ("منذ عشرين عاما", "twenty centuries ago"),
    )


class TestMonths(CheckContract):
    id = "months"
    good = (
        ("في نيسان/أبريل 2014", "in April 2014"),
        ("في 9 تشرين الثاني", "on 9 November"),
        ("15 رمضان 1445 هـ", "25 March 2024"),
        ("قد يأتي", "He may come"),
        ("مارس الرياضة", "He practised sport"),
    )
    failing = (("في 5 آذار", "on 5 April"), ("في شهر تشرين الأول من كل عام", "every year"))

    def test_the_place_lies_in_the_target_and_the_sentence_fills(self):
        (issue,) = of(self.id, "في 5 آذار", "on 5 April")
        assert issue.fix == "on 5 March"


@pytest.mark.shared
def test_wrong_numbers_of_real_drafts_are_found(shared):
    with (shared / "cases" / "arabic" / "numbers.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    found = {
        row["id"]: [
            row["draft"][i.start : i.start + i.length]
            for i in issues(row["source"], draft=row["draft"])
            if i.check == "numbers"
        ]
        for row in rows
    }
    assert found == {"1": ["2012"], "2": ["948,300"], "3": ["500"], "4": ["93", "2030"]}


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize(("name", "most"), [("un-conflict", 30), ("tatoeba-test-2021-msa", 5)])
def test_human_translations_seldom_have_other_numbers(shared, name, most):
    """Of 1 000 segments; in the UN's most are true: paragraphs that were numbered anew, errors."""
    text = (shared / f"data/parallel/{name}.ar-en.tsv").read_text(encoding="utf-8")
    pairs = [line.split("\t")[:2] for line in text.splitlines()][::7]
    flagged = sum(bool(checks_of(source, target) & NUMBERS) for source, target in pairs)
    assert 1000 * flagged / len(pairs) <= most


figures = st.sampled_from(
    "٢٠١٧ 2012 2017 ٥٠٠٠ 500 ثلاثة three 1,120 القرن century ال18 18th".split()
)
texts = st.lists(figures, max_size=5).map(" ".join)


@given(texts, texts)
def test_what_is_found_stands_in_its_text_and_fixes_change_it(source, target):
    for issue in issues(source, target):
        if issue.check in NUMBERS:
            text = source if issue.side.value == "source" else target
            assert 0 <= issue.start < issue.start + issue.length <= len(text)
            assert issue.fix != target


def test_other_languages_are_left_alone():
    segment = Segment("s1", "u1", "2017", "2012")
    unit = TranslationUnit("u1", "f1")
    for pair, found in ((LanguagePair("de", "fr"), False), (LanguagePair("ar", "en"), True)):
        subject = subject_of(segment, unit, pair, None)
        assert bool({issue.check for issue in find_issues(subject)} & NUMBERS) is found
