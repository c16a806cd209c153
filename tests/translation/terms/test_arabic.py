"""Arabic words of terms: found in every form that texts have, and nothing else taken for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.quality.word_tables import meanings
from translation.terms.arabic import ArabicWords
from translation.terms.relation import Relation
from translation.text.stems import folded_arabic

if TYPE_CHECKING:
    from collections.abc import Iterator

RULES = ArabicWords()
NEAR = (
    "سفارة سفير عامل عمل كاتب كتاب مكتب تاجر تجارة لاعب لعب حاكم محاكمة حكم حكومة علم عالم معلم"
    " دولة دولي عرب عربي قوة قوي جمهور جمهورية رئيس رئاسة وزير وزارة شهيد شاهد مشهد نائب نيابة"
    " مدير إدارة سلاح مسلح سكان مسكن مجلس جلسة جندي تجنيد خبير خبر مخبر دفاع دافع حزب حرب"
).split()
"""Words that share roots and letters, and mean different things."""


def relation(word: str, term: str) -> Relation:
    return RULES.relation(word, RULES.citation(term))


def is_found(word: str, term: str) -> bool:
    """As a book of terms has it: what is likely must mean the same, as far as that is known."""
    found = relation(word, term)
    if found is Relation.LIKELY:
        known, wanted = meanings(folded_arabic(word)), meanings(folded_arabic(term))
        return not (known and wanted) or not known.isdisjoint(wanted)
    return found is Relation.FORM


def words(part: str) -> Iterator[tuple[str, str]]:
    for line in Path(__file__).with_name("arabic_words.tsv").read_text("utf-8").splitlines():
        kind, _, pair = line.partition("\t")
        if kind == part:
            word, _, term = pair.partition("\t")
            yield word, term


class TestForms:
    @pytest.mark.parametrize(
        ("word", "term"),
        [
            ("وللسفارة", "سفارة"),
            ("سفارته", "سفارة"),
            ("السفراء", "سفير"),
            ("بالقرارات", "قرار"),
            ("قراراتهم", "قرار"),
            ("الأعضاء", "عضو"),
            ("الحقوق", "حق"),
            ("المبادئ", "مبادئ"),
            ("جنودًا", "جندي"),
            ("المؤسّسات", "المؤسسة"),
            ("للّغة", "لغة"),
            ("بنائه", "بناء"),
            ("كالدول", "دول"),
            ("النوويّة", "نووي"),
        ],
    )
    def test_a_form_is_found(self, word: str, term: str):
        assert is_found(word, term)

    def test_a_root_alone_is_only_a_root(self):
        assert relation("سفارة", "سفير") <= Relation.ROOT
        assert relation("مكتوب", "مكتب") == Relation.ROOT

    @pytest.mark.parametrize(("part", "least"), [("tuned", 54), ("unseen", 57)])
    def test_nearly_all_are_found(self, part: str, least: int):
        """Hunspell with the Ayaspell dictionary and a table of clitics finds 46 and 49."""
        pairs = list(words(part))
        assert sum(is_found(word, term) for word, term in pairs) >= least
        terms = {term for _, term in (*words("tuned"), *words("unseen"))} | {*NEAR}
        wrong = [(w, t) for w, own in pairs for t in terms if t != own and is_found(w, t)]
        assert len(wrong) <= 1, wrong

    def test_neighbours_are_told_apart(self):
        taken = {(a, b) for a in NEAR for b in NEAR if a != b and is_found(a, b)}
        # A "book" is spelt as "writers" is, "defence" as a plural, and "Arab" as "Arabs of".
        assert taken <= {("كتاب", "كاتب"), ("عربي", "عرب"), ("دفاع", "دافع")}

    @given(st.text(max_size=60), st.text(max_size=20))
    def test_any_text_is_taken(self, word: str, term: str):
        assert relation(word, term) in Relation
