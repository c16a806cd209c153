"""Names: misspelt, taken for others, lost, spelt in two ways; what is right is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translation.quality.off_contract import OffContract
from tests.translation.quality.test_checks import UNIT, CheckContract, checks_of, issues
from tests.translation.quality.test_documents import document_of, found, subjects_of
from translation.model.language import LanguagePair
from translation.model.segment import Segment
from translation.quality import find_issues, subject_of
from translation.quality.word_tables import SortedLines, meanings, spelling, spelt_like
from translation.text.romanised import consonants, distance, plain, skeleton
from translation.text.stems import arabic_stems, english_stem, folded_arabic


class TestUnknownName(CheckContract):
    id = "unknown_name"
    good = (
        ("تجمع الناس في ميدان ترافلغار", "People gathered in Trafalgar Square"),
        ("قال السيد محمد الحصري ذلك", "Mr Mohammed Elhossarey said so"),
        ("معرض CowParade في بوخارست", "CowParade in Bucharest"),
        ("قال باسكال", "Pascal's said"),
    )
    failing = (
        ("تجمع الناس في ميدان ترافلغار", "People gathered in Travalgar Square"),
        ("في ميناء كوكودا", "In Cocoda’s port"),
        ("مثل ديناصور فيلوسيرابتور", "Like the phelosiraptor dinosaur"),
        ("مثل الفيلوسيرابتور", "Like the veloceraptor"),
        ("فازت الدول", "Zqxwvk won"),
    )

    def test_the_fix_is_the_known_name(self):
        (issue,) = [
            i for i in issues("في ميدان ترافلغار", "In Travalgar's Square") if i.check == self.id
        ]
        assert issue.fixes[0] == "In Trafalgar's Square"
        assert dict(issue.facts)["source"] == "ترافلغار"


class TestOtherName(OffContract):
    id = "other_name"
    good = (("في بويرتو برنسيسا", "In Puerto Princesa"), ("قال لويس", "Lewis said"))
    failing = (("في بويرتو برنسيسا", "In Puerto Bernice"),)


class TestLostName(CheckContract):
    id = "lost_name"
    good = (
        ("أخرج أيفون من جيبه", "He took an iPhone out of his pocket"),
        ("فاز نادال بالمباراة", "Nadal won the match"),
        ("وقالت الحكومة الفرنسية", "Paris said"),
        ("بعثة الأمم المتحدة في كوت ديفوار", "UNOCI"),
        ("وللولايات المتحدة رأي", "The U.S. has an opinion"),
        ("قرأ الرسالة", "He read the letter"),
        ("وتنافس شركة بي إم دبليو", "And it competes with B.M.W."),
        ("قال أو كتب في الكتاب", "He said or wrote in the book"),
    )
    failing = (
        ("أخرج أيفون من جيبه", "He took Yvonne out of his pocket"),
        ("فاز نادال بالمباراة", "The waiter won the match"),
        ("وقالت الحكومة الفرنسية", "The government said"),
        ("دويتشه بنك", "Bank Dutch"),
        ("وثائق بنما", "Panamanian documents"),
        ("وتنافس شركة إن بي إيه", "And it competes with the company"),
        ("قال ستويانوف بيريزوفسكي ذلك", "He said so"),
    )

    def test_the_place_lies_in_the_target_and_the_sentence_fills(self):
        for source, target in self.failing:
            issue = next(i for i in issues(source, target) if i.check == self.id)
            place = source[issue.start : issue.start + issue.length]
            assert place == dict(issue.facts)["source"]

    @pytest.mark.parametrize("source", ["والجزائرية", "بالجزائريين", "للجزائري", "جزائريان"])
    def test_adjectives_are_known_with_clitics_and_endings(self, source):
        assert self.id in checks_of(source, "They said so")
        assert self.id not in checks_of(source, "Algerians said so")

    def test_ligatures_are_letters(self):
        assert self.id not in checks_of("اﻷراضي اﻷفغانية", "Afghan territory")
        assert self.id in checks_of("اﻷراضي اﻷفغانية", "The territory")

    def test_its_place_is_the_name_in_the_source(self):
        (issue,) = [i for i in issues("أعلن دويتشه بنك ذلك", "It said so") if i.check == self.id]
        assert (issue.side.value, issue.start, issue.length) == ("source", 5, 10)


def test_a_name_in_two_ways_is_found_where_the_rarer_stands():
    document = document_of(
        ("قال آرثر غينيس ذلك", "Arthur Guinness said so"),
        ("وصل آرثر غينيس أمس", "Arthur Gaines arrived yesterday"),
    )
    assert found(document) == [[], ["name_two_ways"]]
    second = subjects_of(document).of(document.segments[1].id)
    assert find_issues(second)[0].fix == "Arthur Guinness arrived yesterday"


def test_names_are_looked_at_from_arabic_to_english_alone():
    segment = Segment("s1", "u1", "فاز نادال بالمباراة", "Zqxwvk won")
    for pair in (LanguagePair("ar", "fr"), LanguagePair("fa", "en")):
        subject = subject_of(segment, UNIT, pair, None)
        assert not {i.check for i in find_issues(subject)} & {"unknown_name", "lost_name"}


def test_a_hostile_segment_is_soon_done():
    source, target = "فيلوسيرابتور " * 8_000, "Phelosiraptor " * 8_000
    assert "unknown_name" in checks_of(source, target)
    checks_of("ا" * 100_000, "A" * 100_000)


class TestRomanised:
    @pytest.mark.parametrize(
        ("arabic", "latin"),
        [
            ("ترافلغار", "Trafalgar"),
            ("نادال", "Nadal"),
            ("محمد", "Mohammed"),
            ("تشاندرا", "Chandra"),
            ("جورج", "George"),
            ("شكسبير", "Shakespeare"),
            ("إكستر", "Exeter"),
        ],
    )
    def test_what_sounds_alike_is_near(self, arabic, latin):
        folded = folded_arabic(arabic)
        assert distance(folded, plain(latin)) <= 0.3
        assert skeleton(folded) == skeleton(plain(latin))
        assert distance(folded, "waiter") > 1

    @given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", max_size=50), st.text(max_size=50))
    def test_any_two_words_have_a_distance(self, arabic, latin):
        assert distance(arabic, plain(latin)) >= 0
        consonants(plain(latin))


class TestTables:
    @given(st.dictionaries(st.text("abcé", min_size=1), st.text("xyz ", min_size=1)))
    def test_sorted_lines_are_a_dictionary(self, entries):
        lines = SortedLines("\n".join(f"{k} {v}" for k, v in sorted(entries.items())).encode())
        assert {key: lines.get(key) for key in entries} == entries
        assert lines.get("d") == lines.get("") == ""

    def test_spellings_are_known_whole_words_only(self):
        assert spelling("trafalgar").common > spelling("kokoda").common
        assert spelling("waiter").is_ordinary
        assert not spelling("trafalgar").is_ordinary
        assert spelling("trafalga") is None

    def test_a_known_name_is_found_by_its_arabic_spelling(self):
        assert spelt_like("ترافلغار", 1)[0].word == "trafalgar"

    def test_words_have_meanings_with_and_without_clitics(self):
        assert english_stem("ministers") in meanings("وزير")
        assert meanings("وزير") <= meanings(folded_arabic("وبالوزير"))
        assert meanings("زقطكظ") == frozenset()

    @given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=1, max_size=60))
    def test_stems_are_parts_of_the_word(self, word):
        assert arabic_stems(word)[0] == word
        assert all(stem in word for stem in arabic_stems(word))
