"""Termbases as values: pairs, languages, joining."""

from __future__ import annotations

from translation.model.language import LanguagePair
from translation.model.term import Term, TermBase, TermEntry, merged

BOOK = TermEntry("b", (Term("ar-KW", "كتاب"), Term("en", "book"), Term("en-GB", "tome")))
SEA = TermEntry("s", (Term("ar", "بحر"), Term("fr", "mer")))


def test_pairs_of_two_languages_whatever_their_regions():
    pairs = TermBase((BOOK, SEA)).pairs(LanguagePair("ar", "en-US"))
    assert [(p.source.text, p.target.text, p.entry.id) for p in pairs] == [
        ("كتاب", "book", "b"),
        ("كتاب", "tome", "b"),
    ]


def test_two_languages_can_be_kept():
    termbase = TermBase((BOOK, SEA))
    assert termbase.languages == ("ar-KW", "en", "en-GB", "ar", "fr")
    assert termbase.kept(LanguagePair("fr", "ar")).entries == (SEA,)


def test_joining_leaves_doubles_out_and_keeps_ids_apart():
    other = TermEntry("s", (Term("ar", "محيط"),))
    nameless = TermEntry("", (Term("ar", "نهر"),))
    joined = merged([TermBase((BOOK, SEA)), TermBase((SEA, other, nameless))])
    assert [(entry.id, entry.terms) for entry in joined.entries] == [
        ("b", BOOK.terms),
        ("s", SEA.terms),
        ("t1", other.terms),
        ("t2", nameless.terms),
    ]
