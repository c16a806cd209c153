"""Terms in a source: by their forms, the longest of those that overlap, names as they are spelt."""

from __future__ import annotations

import pickle

import pytest

from translation.model.language import LanguagePair
from translation.model.term import Term, TermBase, TermEntry, TermStatus
from translation.terms.book import FoundTerm, NamedTermBase, TermBook
from translation.terms.english import EnglishWords, base_forms, like
from translation.terms.phrases import Phrases
from translation.terms.relation import Relation

PAIR = LanguagePair("ar", "en")


def entry(source: str, *targets: str, forbidden: tuple[str, ...] = ()) -> TermEntry:
    allowed = (Term("en", text) for text in targets)
    refused = (Term("en", text, TermStatus.FORBIDDEN) for text in forbidden)
    return TermEntry(source, (Term("ar", source), *allowed, *refused))


def book(*entries: TermEntry, checks: bool = True, pair: LanguagePair = PAIR) -> TermBook:
    return TermBook([NamedTermBase("base", TermBase(entries), checks)], pair)


def told(source: str, found: tuple[FoundTerm, ...]) -> list[str]:
    return [source[one.start : one.end] for one in found]


class TestFind:
    def test_terms_stand_in_order_and_several_words_may_each_be_inflected(self):
        terms = book(entry("وزير خارجية", "foreign minister"), entry("قرار", "resolution"))
        source = "بحث وزراء الخارجية القراراتِ"
        assert told(source, terms.find(source)) == ["وزراء الخارجية", "القراراتِ"]

    def test_of_overlapping_terms_the_longest_stands(self):
        terms = book(entry("مجلس", "council"), entry("مجلس الأمن", "Security Council"))
        source = "أمام مجلس الأمن"
        assert told(source, terms.find(source)) == ["مجلس الأمن"]

    def test_several_entries_of_one_place_all_stand(self):
        terms = book(entry("قرار", "resolution"), entry("قرار", "decision"))
        assert len(terms.find("القرار")) == 2

    def test_no_term_goes_beyond_a_full_stop_or_a_comma(self):
        terms = book(entry("مجلس الأمن", "Security Council"))
        assert not terms.find("المجلس، الأمن")
        assert terms.find("المجلس \ue000الأمن")

    def test_what_shares_a_root_and_a_meaning_is_not_sure(self):
        terms = book(entry("انتخاب", "election"))
        (found,) = terms.find("منتخبون") or [None]
        assert found is None or not found.is_sure

    def test_a_name_stands_as_it_is_spelt(self):
        terms = book(entry("سلام", "Salam"))
        assert terms.find("قال سلام")
        assert terms.find("وسلام")
        assert not terms.find("عملية السلام")

    def test_a_word_with_a_meaning_is_no_name_of_a_long_list(self):
        names = book(entry("خلال", "Khellal"), entry("زيدان", "Zidane"), checks=False)
        source = "خلال لقاء زيدان"
        assert told(source, names.find(source, "While meeting Zeidan")) == ["زيدان"]
        assert not names.find(source, "During the meeting")

    def test_other_languages_are_found_as_they_are_written(self):
        terms = TermBook(
            [
                NamedTermBase(
                    "b", TermBase((TermEntry("1", (Term("fr", "Été"), Term("en", "summer"))),))
                )
            ],
            LanguagePair("fr", "en"),
        )
        assert told("un ÉTÉ chaud", terms.find("un ÉTÉ chaud")) == ["ÉTÉ"]
        assert not terms.find("étés")

    def test_english_sources_are_inflected_too(self):
        english = TermEntry("1", (Term("en", "peace talk"), Term("ar", "محادثات سلام")))
        terms = book(english, pair=LanguagePair("en", "ar"))
        assert told("the peace talks", terms.find("the peace talks")) == ["peace talks"]

    def test_it_travels_to_another_process(self):
        terms = pickle.loads(pickle.dumps(book(entry("قرار", "resolution"))))
        assert terms.find("القرار")


class TestEnglish:
    @pytest.mark.parametrize(
        ("form", "word"),
        [
            ("ambassadors", "ambassador"), ("parties", "party"), ("men", "man"), ("met", "meet"),
            ("boundaries'", "boundary"), ("minister’s", "minister"), ("stopped", "stop"),
            ("withdrawing", "withdraw"), ("ceasing", "cease"), ("NGOs", "NGO"),
        ],
    )  # fmt: skip
    def test_forms(self, form: str, word: str):
        assert word in base_forms(form)

    def test_an_abbreviation_is_no_word(self):
        rules = EnglishWords()
        assert rules.relation("who", rules.citation("WHO")) is Relation.NONE
        assert rules.relation("WHO", rules.citation("WHO")) is Relation.FORM

    def test_a_phrase_in_another_number(self):
        (place,) = Phrases("en", [("cease-fire line", 1, False)]).places("the Cease-Fire Lines.")
        assert (place.start, place.end) == (4, 20)

    def test_a_noun_becomes_a_plural_as_its_model_is(self):
        assert like("party", "groups") == "parties"
        assert like("spokesman", "voices") == "spokesmen"
        assert like("church", "mosques") == "churches"
        assert like("talks", "meetings") == "talks"
        assert like("party", "group") == "party"
