"""Every check by tables of good and failing pairs; its fix mends and then has nothing to do."""

from __future__ import annotations

import queue
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from translation.errors import fill
from translation.model.draft import CARRIED, CUT_AROUND, EMPTY, LOOP, SPLIT_SOURCE, Draft
from translation.model.inline import CodeKind, InlineCode
from translation.model.language import LanguagePair
from translation.model.segment import Role, Segment, TranslationUnit
from translation.quality import CHECKS, Checker, Profile, find_issues, subject_of
from translation.quality.checks import MOST_FINDINGS
from translation.work.checks_apart import CheckProcess
from translation.work.documents import document_from_text

CODES = (
    InlineCode(CodeKind.OPEN, "<b>", "‹b›", pair=1),
    InlineCode(CodeKind.CLOSE, "</b>", "‹/b›", pair=0),
    InlineCode(CodeKind.ALONE, "<br>", "‹br›", deletable=True),
    InlineCode(CodeKind.OPEN, "<i>", "‹i›", pair=4),
    InlineCode(CodeKind.CLOSE, "</i>", "‹/i›", pair=3),
    InlineCode(CodeKind.ALONE, "[1]", "note 1", movable=False),
    InlineCode(CodeKind.ALONE, "[2]", "note 2", movable=False),
)
ARABIC = LanguagePair("ar", "en")
UNIT = TranslationUnit("u1", "f1", codes=CODES)
B, E, BR, IT, END_IT, NOTE_1, NOTE_2 = (chr(0xE000 + n) for n in range(len(CODES)))

EVERY_CHECK = Checker(Profile(switches=tuple((check.id, True) for check in CHECKS)))
"""Those that are off from the start, too."""


def issues(source, target=None, draft=None, marks=(), unit=UNIT):
    made = None if draft is None else Draft(1, "s1", 0, draft, "ct2", "m", marks=marks)
    subject = subject_of(Segment("s1", "u1", source, target), unit, ARABIC, made)
    return EVERY_CHECK.find_issues(subject) if subject else ()


def checks_of(*args, **kwargs):
    return {issue.check for issue in issues(*args, **kwargs)}


class CheckContract:
    """What holds for every check; ``good`` and ``failing`` are pairs of source and target."""

    id: str
    good: tuple[tuple[str, str], ...]
    failing: tuple[tuple[str, str], ...]

    def test_good_pairs_pass(self):
        for source, target in self.good:
            assert self.id not in checks_of(source, target), (source, target)
            assert self.id not in checks_of(source, draft=target), (source, target)

    def test_failing_pairs_are_found_in_targets_and_drafts(self):
        for source, target in self.failing:
            assert self.id in checks_of(source, target), (source, target)
            assert self.id in checks_of(source, draft=target), (source, target)

    def test_the_place_lies_in_the_target_and_the_sentence_fills(self):
        check = next(check for check in CHECKS if check.id == self.id)
        for source, target in self.failing:
            issue = next(i for i in issues(source, target) if i.check == self.id)
            assert 0 <= issue.start <= issue.start + issue.length
            assert issue.start + issue.length <= len(target.encode("utf-16-le")) // 2
            assert issue.severity is check.severity
            assert "{" not in fill(check.sentence, dict(issue.facts))

    def test_the_fix_mends_and_is_idempotent(self):
        for source, target in self.failing:
            fix = next(i.fix for i in issues(source, target) if i.check == self.id)
            if fix is not None:
                assert self.id not in checks_of(source, fix), (source, target, fix)

    def test_furniture_and_untranslated_segments_have_no_issues(self):
        furniture = replace(UNIT, role=Role.FURNITURE)
        for source, target in self.failing:
            assert issues(source, target, unit=furniture) == ()
            assert issues(source) == ()


class TestLoop(CheckContract):
    id = LOOP
    good = (
        ("قال نعم نعم نعم نعم", "He said yes yes yes yes"),
        ("دور", "He has played a very important part in this matter"),
        ("رحلة طويلة جدا", "A very, very, very long trip"),
        ("الرقم 1000000000000", "The number 1000000000000"),
        ("ــــــــــــــ", "______________"),
    )
    failing = (
        ("جملة عادية", "the man the man the man the man"),
        ("جملة عادية", "in the city of the city of the city of the city of"),
        ("جملة عادية", "blah, blah, blah, blah, blah"),
        ("جملة عادية", "p-p-p-p-p-p-p-p"),
        ("جملة عادية", "hahahahahahahahahaha"),
        ("جملة", "word by word the text grows and never stops " + "abcdefg hijk lmn " * 5),
        ("جملة 😀", "the 😀 man the 😀 man the 😀 man the 😀 man"),
    )


class TestEmpty(CheckContract):
    id = EMPTY
    good = (("كلمة", "word"), ("***", ""), (f"{B}{E}", ""))
    failing = (("كلمة", ""), ("كلمة", "  "), (f"{B}كلمة{E}", f"{B} {E}"))


class TestCarried(CheckContract):
    id = CARRIED
    good = (
        ("زوروا https://example.com/a?b=1، الآن", "Visit https://example.com/a?b=1 now."),
        ("راسلوا a@example.org", "Write to a@example.org."),
        ("حذف %s من {0}", "Deleted %s of {0}"),
        ("نسبة 50% من", "50% of the"),
        ("سعيد 😀", "😀 happy"),
        ("<b title='عنوان'>نص</b>", "<b title='title'>text</b>"),
        ("قال &quot;نعم&quot;", 'He said "yes"'),
        ("كلمة", "word"),
    )
    failing = (
        ("زوروا https://example.com/a?b=1", "Visit tps:///wwww.example.com/comf=1]"),
        ("زوروا https://example.com/a", "Visit https://example.com/ab"),
        ("زوروا https://example.com/a", "Visit https://example.com/a/b"),
        ("زوروا www.example.com", "Visit us"),
        ("راسلوا a@example.org", "Write to b.a@example.org"),
        ("راسلوا a@example.org", "Write to a@example.org.kw"),
        ("حذف %s من %d", "Deleted %s of 0"),
        ("%s ثم %s", "then %s"),
        ("حساب @kuwait_news", "account @kuwait_new"),
        ("سعيد 👍🏽", "happy 👍"),
        ("علم 🇰🇼", "flag 🇰"),
        ("<b>نص</b>", "<b>text"),
        ("قال &quot;نعم&quot;", "He said 82, yes, 82"),
    )

    def test_what_is_missing_is_named_as_it_is(self):
        issue = next(i for i in issues("حذف {0} و %1$s", "Deleted {1}") if i.check == self.id)
        assert dict(issue.facts) == {"texts": "{0}  %1$s", "count": "2"}

    def test_what_stands_in_its_place_is_replaced_where_that_is_sure(self):
        issue = next(i for i in issues(*self.failing[1]) if i.check == self.id)
        assert issue.fix == "Visit https://example.com/a"
        issue = next(i for i in issues(*self.failing[3]) if i.check == self.id)
        assert issue.fix is None


class TestCarriedWords(CheckContract):
    id = "carried_words"
    good = (
        ("شركة Microsoft قالت", "Microsoft said"),
        ("في 31 January 2022", "on 31 January 2022"),
        ("بلغ ٥٠ €", "it was €50"),
        ("بلغ $1,250.50", "it was 1250.50 $"),
        ("طائرات F-16", "F-16s"),
        ("القرار S/RES/2254", "resolution S/RES/2254."),
        ("English only", "اللغة الإنجليزية"),
        ("تاريخ ٣١/٠١/٢٠٢٢", "date 31/01/2022"),
    )
    failing = (
        ("شركة Microsoft قالت", "Micsoft said"),
        ("في 31 January 2022", "on 1 January 2022"),
        ("بلغ $100", "it was $1000"),
        ("بلغ €50", "it was £50"),
        ("$100 €50", "$100 $50"),
        ("طائرات F-16", "F-15"),
        ("القرار S/RES/2254", "resolution 2254"),
        ("النسخة 2.3.1", "version 2.3"),
    )


class TestInvented(CheckContract):
    id = "invented"
    good = (
        ("كلمة %s", "word %s"),
        ("كلمة", "word, 50% of it"),
        ("كلمة", "happy 😀"),
        ("<a href='x'>", "<a href='x'>"),
    )
    failing = (
        ("كلمة", "word https://example.com/"),
        ("كلمة %s", "word %s %d"),
        ("كلمة", "word <br>"),
        ("كلمة", "😀 write to a@b.org"),
    )


class TestEntities(CheckContract):
    id = "entities"
    good = (
        ("كلمة &amp; ثانية", "word &amp; another"),
        ("كلمة", "R&D; x &foo; y"),
        ("كلمة", "it's"),
    )
    failing = (
        ("مساحة البلاد", "The country &apos; s area"),
        ("مساحة البلاد", "😀 The country&#39;s area"),
        ("قال نعم", "He said &quot; yes &quot; ."),
    )

    def test_the_characters_are_put_as_they_are_written(self):
        fixes = [next(i.fix for i in issues(*p) if i.check == self.id) for p in self.failing]
        assert fixes == ["The country's area", "😀 The country's area", 'He said "yes" .']


def test_a_draft_in_parts_is_noted_while_it_is_shown():
    assert checks_of("كلمة", draft="word", marks=(CUT_AROUND,)) == {CUT_AROUND}
    assert checks_of("كلمة", "word", draft="word", marks=(CUT_AROUND,)) == set()


def test_a_split_source_is_noted_while_the_draft_is_shown():
    marks = (SPLIT_SOURCE,)
    assert checks_of("كلمة", draft="word", marks=marks) == {SPLIT_SOURCE}
    assert checks_of("كلمة", "word", draft="word", marks=marks) == set()


def test_marks_of_the_engine_count_while_the_draft_is_shown():
    assert checks_of("كلمة", draft="word", marks=(LOOP,)) == {LOOP}
    assert checks_of("كلمة", "word", draft="word", marks=(LOOP,)) == set()


def test_a_confirmed_empty_target_is_an_issue():
    assert [issue.check for issue in issues("كلمة", "")] == [EMPTY]


def test_ids_are_unique_and_every_mark_has_a_check():
    ids = [check.id for check in CHECKS]
    assert len(set(ids)) == len(ids)
    assert {LOOP, EMPTY, SPLIT_SOURCE, "missing_code", CARRIED, CUT_AROUND} <= set(ids)


pieces = [B, E, BR, IT, END_IT, NOTE_1, NOTE_2, "\ue063", "كلمة", "word", " ", ".", "😀"]
coded = st.lists(st.sampled_from(pieces)).map("".join)


@given(coded, coded)
def test_fixes_of_any_pair_mend_what_they_claim(source, target):
    for issue in issues(source, target):
        if issue.fix is not None:
            assert issue.check not in checks_of(source, issue.fix)


def test_places_are_in_utf16_units():
    (issue,) = (i for i in issues(f"{B}كلمة 😀😀", "😀😀") if i.check == "missing_code")
    assert issue.start == 4


class TestManyFindings:
    """A check gives a finding for each thing that is wrong, each with its place and its fixes."""

    def places(self, check, source, target):
        found = [issue for issue in issues(source, target) if issue.check == check]
        return [(target[i.start : i.start + i.length], dict(i.facts)) for i in found]

    def test_each_invented_thing_stands_where_it_is(self):
        target = "Visit https://a.example/b or https://c.example/d"
        urls = target.split()[1::2]
        assert [place for place, _ in self.places("invented", "زوروا الموقع", target)] == urls
        told = [facts["texts"] for _, facts in self.places("invented", "زوروا الموقع", target)]
        assert told == urls

    def test_the_same_reference_twice_is_found_twice_and_mended_at_once(self):
        target = "Tom &amp; Ann &amp; Bob"
        found = [i for i in issues("توم وآن وبوب", target) if i.check == "entities"]
        assert [i.start for i in found] == [4, 14]
        assert {i.fixes for i in found} == {("Tom & Ann & Bob",)}

    def test_each_stranger_among_the_codes_is_named(self):
        found = self.places("extra_code", "كلمة", f"{B}word{E}")
        assert [place for place, _ in found] == [B, E]
        assert [facts["codes"] for _, facts in found] == ["‹b›", "‹/b›"]

    def test_a_hostile_text_is_not_told_of_a_million_times(self):
        found = [i for i in issues("كلمة", "&amp; " * 5000) if i.check == "entities"]
        assert len(found) == MOST_FINDINGS


def test_findings_come_out_of_the_process_as_they_went_in():
    document = document_from_text("كلمة", "a.txt").document
    segment = replace(document.segments[0], target="Tom &amp; Ann &amp; Bob https://a.example/b")
    subject = subject_of(segment, document.unit_of(segment), ARABIC, None)
    heard = queue.SimpleQueue()
    process = CheckProcess(heard.put)
    try:
        process.check([subject])
        found, _seconds = heard.get(timeout=60)
    finally:
        process.close()
    assert found == [(segment.id, find_issues(subject))]
    assert len(found[0][1]) > 2
