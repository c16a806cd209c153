"""The general checks by tables of good and failing pairs; what people wrote is left alone."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translation.quality.test_checks import (
    EVERY_CHECK,
    UNIT,
    CheckContract,
    checks_of,
    issues,
)
from translation.model.inline import CodeKind, InlineCode
from translation.model.language import LanguagePair
from translation.model.segment import Segment
from translation.quality import Texts, find_issues, subject_of
from translation.quality.capitals import CAPITALS
from translation.quality.marks import MARKS
from translation.quality.spacing import SPACING
from translation.quality.wholeness import WHOLENESS, sentences

GENERAL = {check.id for check in (*WHOLENESS, *SPACING, *MARKS, *CAPITALS)}
TWO = "أغلق الباب قبل أن تخرج. ثم ضع المفتاح تحت السجادة أمام الدار."


class TestUntranslated(CheckContract):
    id = "untranslated"
    good = (("قال الوزير", "the minister said"), ("كوفيد", "COVID-19"), ("٣", "3"))
    failing = (("قال الوزير إنه سيعود.", "قال الوزير إنه سيعود."), ("كلمة", "слово"))


class TestSameAsSource(CheckContract):
    id = "same_as_source"
    good = (("COVID-19", "COVID-19"), ("قال", "said"), ("٢٠", "٢٠"))
    failing = (("قال الوزير", "قال  الوزير"),)


class TestSentenceLost(CheckContract):
    id = "sentence_lost"
    good = (
        (TWO, "Close the door before you leave. Put the key under the carpet by the house."),
        (TWO, "Close the door before you leave, and put the key under the carpet of the house."),
        ("نعم. هذا صحيح.", "Yes, this is right."),
        ("التقى د. سامي برئيس البلدية في مكتبه صباح اليوم.", "Dr Sami met the mayor today."),
    )
    failing = ((TWO, "Close the door before you leave."),)


class TestLength(CheckContract):
    id = "length"
    good = ((TWO, "Close the door before you leave."), ("دار", "a house that belongs to somebody"))
    failing = ((TWO, "Close it."), (TWO, "Close the door at once. " * 8))


class TestLineBreaks(CheckContract):
    id = "line_breaks"
    good = (("سطر\nسطر", "line\nline"), ("سطر\n", "line"))
    failing = (("سطر\nسطر", "line line"), ("سطر سطر", "line\nline"))


class TestAddedEmoji(CheckContract):
    id = "added_emoji"
    good = (("قال 😀", "said 😀"), ("قال 😀", "said"))
    failing = (("قال", "said 😀"),)


class TestDoubledWords(CheckContract):
    id = "doubled_words"
    good = (
        ("كان قد رآه", "he had had it"),
        ("باغو باغو", "in Pago Pago"),
        ("نعم نعم", "certainly certainly"),
        ("واحد", "20 20"),
        ("وفي", "in, in fact"),
    )
    failing = (
        ("في البيت", "in the the house"),
        ("السجل", "The record record of it"),
        ("في البيت", "in the house in the house"),
        ("البيت", "The the house"),
    )

    def test_the_second_is_taken_out(self):
        (issue,) = (i for i in issues("في البيت", "in the the house") if i.check == self.id)
        assert (issue.start, issue.length, issue.fix) == (3, 7, "in the house")


class TestDoubleSpace(CheckContract):
    id = "double_space"
    good = (("كلمة", "a word"), ("كلمة  أخرى", "another  word"), ("كلمة", " word"))
    failing = (("كلمة", "a  word"), ("كلمة", "a\u00a0 word"))


class TestEdgeSpace(CheckContract):
    id = "edge_space"
    good = (("كلمة", "word"), (" كلمة", " word"))
    failing = (("كلمة", "word "), ("كلمة", " word"))


class TestSpaceBefore(CheckContract):
    id = "space_before"
    good = (("كلمة", "word, word"), ("كلمة", "use .NET and .5"), ("كلمة", "well :)"))
    failing = (("كلمة", "word , word"), ("كلمة", "a word ."), ("كلمة", "( word)"))


class TestNoSpace(CheckContract):
    id = "no_space"
    good = (("كلمة", "e.g. this"), ("كلمة", "U.S.A. Now"), ("كلمة", "a@mail.Com is"))
    failing = (("كلمة", "It was famous.While many of"), ("كلمة", "one,two of them"))


class TestBrackets(CheckContract):
    id = "brackets"
    good = (
        ("(كلمة)", "(word)"),
        ("أ) كلمة", "a) word"),
        ("كلمة", "well :)"),
        ("كلمة)", "word)"),
    )
    failing = (("(كلمة)", "(word"), ("(كلمة)", "a word)"), ("[كلمة]", "[word)"))


class TestFewerBrackets(CheckContract):
    id = "fewer_brackets"
    good = (("(كلمة)", "(word)"),)
    failing = (("(كلمة)", "word"),)


class TestQuotes(CheckContract):
    id = "quotes"
    good = (
        ("«كلمة»", "“word”"),
        ("قامته", "5'10\" tall"),
        ("«كلمة", '"word'),
        ("كلمة", '"word'),
    )
    failing = (("«كلمة»", '"word'), ("«كلمة»", "“word"))

    def test_a_quotation_may_go_on_in_the_next_segment(self):
        opened, closed = ("«كلمة أولى».", "“A word."), ("«كلمة ثانية».", "Another.”")
        alone = subject_of(Segment("s1", "u1", *opened), UNIT, LanguagePair("ar", "en"), None)
        assert alone is not None
        beside = replace(alone, after=Texts(*closed))
        assert [i.check for one in (alone, beside) for i in EVERY_CHECK.find_issues(one)] == [
            "quotes"
        ]


class TestEndMark(CheckContract):
    id = "end_mark"
    good = (
        ("هل أنت بخير؟", "Are you well?"),
        ("قال.", "He said."),
        ("عنوان", "A heading"),
        ("قال: «نعم».", "He said, “yes.”"),
        ("قال", "He said."),
    )
    failing = (("هل أنت بخير؟", "Are you well."), ("قال الوزير.", "the minister said"))


class TestForeignMarks(CheckContract):
    id = "foreign_marks"
    good = (("هل أنت بخير؟", "Are you good?"),)
    failing = (("هل أنت بخير؟", "Are you good؟?"), ("واحد، اثنان", "one، two"))


class TestSmallName(CheckContract):
    id = "small_name"
    good = (("يوم الاثنين", "on Monday"), ("قد", "it may march"), ("رابط", "see www.egypt.com"))
    failing = (("يوم الاثنين", "on monday"), ("المصريون", "the egyptian people"))


class TestAllCapitals(CheckContract):
    id = "all_capitals"
    good = (("الأمم", "THE UN"), ("BIG NEWS FOR ALL", "BIG NEWS FOR ALL"))
    failing = (("خبر عظيم للجميع", "GREAT NEWS FOR EVERYBODY HERE"),)


def test_a_tracked_deletion_is_told_and_taken_out():
    deletion = InlineCode(CodeKind.ALONE, "<mrk mtype='x-del'>", "alt")
    assert deletion.is_deletion
    unit = replace(UNIT, codes=(deletion,))
    found = issues("كلمة", "word \ue000here", unit=unit)
    (issue,) = (i for i in found if i.check == "tracked_deletion")
    assert (issue.start, issue.fix, dict(issue.facts)) == (5, "word here", {"texts": "alt"})


def test_sentences_are_counted_by_their_ends():
    assert [sentences(t) for t in ("", "One. Two", "Mr. A. Smith came.", "نعم؟ لا!")] == [
        0,
        2,
        1,
        2,
    ]


@pytest.mark.shared
def test_sources_that_were_handed_back_are_found(shared):
    with (shared / "cases" / "arabic" / "untranslated.tsv").open(encoding="utf-8") as lines:
        first, second = csv.DictReader(lines, delimiter="\t")
    assert {"untranslated", "same_as_source"} <= checks_of(first["source"], draft=first["draft"])
    found = issues(second["source"], draft=second["draft"])
    assert [i.fix for i in found if i.check == "foreign_marks"] == ["Are you good?"]


@pytest.mark.shared
def test_entities_and_what_must_arrive_are_found(shared):
    folder = shared / "cases" / "arabic"
    with (folder / "entity.tsv").open(encoding="utf-8") as lines:
        (row,) = csv.DictReader(lines, delimiter="\t")
    (issue,) = (i for i in issues(row["source"], draft=row["draft"]) if i.check == "entities")
    assert issue.fix == "The country's area"
    for line in filter(None, (folder / "urls.ar.txt").read_text("utf-8").splitlines()):
        found = checks_of(line, "Something else.")
        assert found & {"carried", "carried_words", "number_lost"}, line
        assert not checks_of(line, line) & {"carried", "carried_words", "number_lost"}, line


@pytest.mark.shared
@pytest.mark.slow
def test_human_translations_are_seldom_flagged(shared):
    text = (shared / "data/parallel/flores-dev.ar-en.tsv").read_text(encoding="utf-8")
    pairs = [line.split("\t")[:2] for line in text.splitlines()]
    quiet = GENERAL - {"fewer_brackets"}
    assert sum(bool(checks_of(*pair) & quiet) for pair in pairs) <= 12


pieces = ["the", "The", " ", "  ", ".", ",", "?", "؟", "(", ")", '"', "كلمة", "monday", "😀", "\n"]
texts = st.lists(st.sampled_from(pieces), max_size=12).map("".join)


@given(texts, texts)
def test_places_stand_in_the_target_and_a_fix_is_another_text(source, target):
    for issue in issues(source, target):
        if issue.check in GENERAL:
            assert 0 <= issue.start <= issue.start + issue.length
            assert issue.fix != target


def test_a_pair_in_one_script_may_have_names_alike():
    pair = LanguagePair("en", "fr")
    for text, found in (("Paris", False), ("Close the old door now", True)):
        subject = subject_of(Segment("s1", "u1", text, text), UNIT, pair, None)
        assert ("same_as_source" in {i.check for i in find_issues(subject)}) is found
