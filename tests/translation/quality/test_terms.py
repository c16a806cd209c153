"""Terms of a termbase: missing or forbidden in a translation, and what mends it."""

from __future__ import annotations

import pytest

from tests.translation.quality.test_checks import ARABIC, UNIT
from translation.errors import fill
from translation.model.mark import Side
from translation.model.segment import Segment
from translation.model.term import Term, TermBase, TermEntry, TermStatus
from translation.quality import CHECKS, Checker, Profile, subject_of
from translation.terms.book import NamedTermBase
from translation.terms.checking import TermsAtWork


def entry(source: str, *targets: str, forbidden: tuple[str, ...] = ()) -> TermEntry:
    sources = (Term("ar", source),) if source else ()
    allowed = (Term("en", text) for text in targets)
    refused = (Term("en", text, TermStatus.FORBIDDEN) for text in forbidden)
    return TermEntry(source, (*sources, *allowed, *refused))


TERMBASE = TermBase(
    (
        entry("مجلس الأمن", "Security Council", forbidden=("Council of Security",)),
        entry("حوار", "dialogue", forbidden=("talk",)),
        entry("وزير الخارجية", "foreign minister", "minister for foreign affairs"),
        entry("الخليج", "Persian Gulf", "Gulf", forbidden=("Arabian Gulf",)),
        entry("الصباح", "Al-Sabah", forbidden=("Al Sabah",)),
        entry("ميليشيا", "militia"),
        entry("قرار", "resolution"),
        entry("قرار", "decision"),
        entry("", forbidden=("so-called",)),
    )
)


def issues(source, target, termbase=TERMBASE, profile=None, checks=True):
    subject = subject_of(Segment("s1", "u1", source, target), UNIT, ARABIC, None)
    terms = TermsAtWork([NamedTermBase("base", termbase, checks)])
    found = Checker(profile or Profile(), terms).find_issues(subject)
    return [issue for issue in found if issue.check.startswith("term_")]


class TermCheckContract:
    """``good`` and ``failing`` are pairs; of the latter the third is what mends it, or None."""

    id: str
    good: tuple[tuple[str, str], ...]
    failing: tuple[tuple[str, str, str | None], ...]

    def found(self, source, target):
        return [issue for issue in issues(source, target) if issue.check == self.id]

    def test_good_pairs_pass(self):
        for source, target in self.good:
            assert self.found(source, target) == [], (source, target)

    def test_failing_pairs_are_found_with_their_fix(self):
        for source, target, fix in self.failing:
            (issue,) = self.found(source, target)
            assert issue.fix == fix
            text = target if issue.side is Side.TARGET else source
            assert text[issue.start : issue.start + issue.length].strip()

    def test_the_fix_mends(self):
        for source, _, fix in self.failing:
            if fix is not None:
                assert issues(source, fix) == []

    def test_the_sentence_fills(self):
        check = next(check for check in CHECKS if check.id == self.id)
        for source, target, _ in self.failing:
            assert "{" not in fill(check.sentence, dict(self.found(source, target)[0].facts))

    def test_without_a_termbase_nothing_is_found(self):
        for source, target, _ in self.failing:
            assert issues(source, target, TermBase()) == []
            assert issues(source, target, checks=False) == []
            subject = subject_of(Segment("s1", "u1", source, target), UNIT, ARABIC, None)
            assert self.id not in {i.check for i in Checker().find_issues(subject)}


class TestMissing(TermCheckContract):
    id = "term_missing"
    good = (
        ("عقد مجلس الأمن جلسة", "The Security Council's meeting"),
        ("بدأت الحوارات", "Dialogues began"),
        ("وزير الخارجية", "The minister for foreign affairs"),
        ("صدر القرار", "The decision came"),
        ("صدرت القرارات", "Resolutions came"),
        ("عقد مجلس الأمن", "The Council of Security met"),  # Which is another check's.
    )
    failing = (
        ("عقد مجلس الأمن", "The Council met", "The Security Council met"),
        ("عقد مجلس الأمن", "The Council met on security", None),  # Which of the two words?
        (
            "بدأ الحوار بين البلدين",
            "The conversation between the countries began",
            "The dialogue between the countries began",
        ),
        ("قال وزراء الخارجية", "External ministers said", "Foreign ministers said"),
        ("هاجمت الميليشيات", "Gangs attacked", None),
    )

    def test_of_several_translations_each_is_offered(self):
        (issue,) = issues("وزير الخارجية", "The external minister")
        assert issue.fixes == ("The foreign minister", "The minister for foreign affairs")

    def test_codes_are_never_taken_out(self):
        (issue,) = issues("وزير \ue000الخارجية", "The external \ue000minister")
        assert issue.fixes == ()


class TestForbidden(TermCheckContract):
    id = "term_forbidden"
    good = (
        ("قال مجلس الأمن", "The Security Council"),
        ("الخليج", "The Persian Gulf"),
        ("تكلم", "They talk"),  # The source says nothing of a dialogue.
        ("آل الصباح", "Al-Sabah"),
    )
    failing = (
        ("عقد مجلس الأمن", "The Council of Security met", "The Security Council met"),
        ("بدأ الحوار", "Talks began", "Dialogues began"),
        ("مياه الخليج", "waters of the Arabian Gulf", "waters of the Persian Gulf"),
        ("آل الصباح", "the Al Sabah", "the Al-Sabah"),
        ("كلمة", "the so-called state", None),
    )

    def test_what_is_forbidden_is_an_error_and_can_be_switched_off(self):
        off = Profile(switches=(("term_forbidden", False),))
        assert issues("الحوار", "talk") != []
        assert issues("الحوار", "talk", profile=off) == []


@pytest.mark.parametrize(("source", "target"), [("", ""), ("م" * 5000, "x" * 5000), ("ـ", "—")])
def test_any_text_is_taken(source, target):
    assert issues(source, target) == []
