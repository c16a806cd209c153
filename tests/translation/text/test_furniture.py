"""Page furniture and bylines: the wordings of real pages, and the sentences that are neither."""

from __future__ import annotations

from pathlib import Path

import pytest

from translation.text.bylines import is_byline
from translation.text.furniture import is_furniture, may_head

WORDINGS = Path(__file__).parent / "wordings"
LISTS = ("furniture_tuned", "furniture_kept", "furniture_found", "furniture_heard")
LEAST_RECALL = 0.8


def wordings(name: str) -> list[str]:
    lines = (WORDINGS / f"{name}.ar.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


class TestRealWordings:
    def test_there_are_enough(self):
        every = [line for name in LISTS for line in wordings(name)]
        assert len(every) == len(set(every)) >= 150

    @pytest.mark.parametrize("name", LISTS)
    def test_recall_of_furniture(self, name):
        lines = wordings(name)
        missed = [line for line in lines if not is_furniture(line, "ar")]
        assert 1 - len(missed) / len(lines) >= LEAST_RECALL, missed

    def test_recall_of_bylines(self):
        lines = wordings("bylines")
        missed = [line for line in lines if not is_byline(line, "ar", is_apart=True)]
        assert 1 - len(missed) / len(lines) >= LEAST_RECALL, missed

    def test_no_byline_is_furniture(self):
        assert [line for line in wordings("bylines") if is_furniture(line, "ar")] == []


class TestPagesThatSpeak:
    @pytest.mark.parametrize(
        "line",
        ["احفظ هذا التقرير لقراءته لاحقا", "سجل حسابك ليصلك جديد برامجنا", "حدث تطبيقك الآن مجانا",
         "باستخدامك لتطبيقنا فإنك توافق على سياسة الخصوصية.", "اكتب ملاحظاتك عن هذه الخدمة"],
    )  # fmt: skip
    def test_lines_that_no_phrase_lists_are_heard(self, line):
        assert is_furniture(line, "ar")

    @pytest.mark.parametrize(
        "line",
        ["أريد أن أعرف رأيك.", "أعرف اسمك.", "اكتب اسمك.", "حدد حفظ، ثم حدد تشغيل.", "من بعدك",
         "تحقق من جهازك للحصول على البريد الإلكتروني!", "أدخل المعلومات المطلوبة، ثم حدد حفظ.",
         "سجل المنتخب هدفا قبل نهاية المباراة", "شارك الوزير في افتتاح الموقع الجديد للقناة",
         "إغلاق القناة بعد تقرير عن الانتخابات", "اختر الطريق الذي تريد أن تسير عليه",
         "إيقاف تشغيل تحسين الصوت", "استبدل اسمك باسم حسابك."],
    )  # fmt: skip
    def test_what_people_say_and_manuals_is_not_taken(self, line):
        assert not is_furniture(line, "ar")


class TestSentences:
    @pytest.mark.parametrize(
        "text",
        ["حقوق النشر محفوظة في مصر منذ عام 1954، بحسب القانون",
         "تابع آخر الأخبار عن الحرب التي تدور هناك",
         "تابعوا آخر الأخبار وهم في طريقهم إلى بيوتهم",
         "جميع الحقوق محفوظة للمواطنين في هذا البلد بحكم الدستور",
         "شارك الخبر على نطاق واسع", "وشارك في التعليقات", "والتقارير ذات الصلة",
         "شارك في المؤتمر", "بحث الوزير الأخبار",
         "اقرأ المزيد: هذا ما كتبه على باب غرفته.", "العلامات: ظهرت على المريض أمس.",
         "انشر الخبر.", "استمع!", "اشترك.", "(c) Looting of private homes;",
         "Tagged with rings, the birds flew south.", "Listen!", "Copyright is a right of authors."],
    )  # fmt: skip
    def test_what_starts_like_furniture_is_not_taken(self, text):
        assert not is_furniture(text, "ar")
        assert not is_furniture(text, "en")

    @pytest.mark.parametrize(
        "text",
        ["كتب: لا تصالح", "بقلم رصاص", "كتب الأطفال", "بقلم", "كتب أحمد أن الحرب انتهت",
         "كتب: إن الحرب التي بدأت لم تنته بعد", "المصدر: هذا ما قاله الوزير",
         "By the numbers", "By then it was too late", "Source: it was he who said so"],
    )  # fmt: skip
    def test_what_starts_like_a_byline_is_not_taken(self, text):
        assert not is_byline(text, "ar", is_apart=True)
        assert not is_byline(text, "en", is_apart=True)

    def test_a_headline_that_starts_like_a_byline(self):
        text = "تقرير: إسرائيل تستعد لضربة"
        assert not is_byline(text, "ar", is_apart=False)

    def test_a_word_can_stand_above_a_column(self):
        assert may_head("قراءات", "ar")
        assert not may_head("شارك الخبر", "ar")

    @pytest.mark.shared
    @pytest.mark.parametrize("name", ["flores-dev", "un-conflict"])
    def test_no_sentence_of_real_texts_is_taken(self, shared, name):
        lines = (
            (shared / f"data/parallel/{name}.ar-en.tsv").read_text(encoding="utf-8").splitlines()
        )
        pairs = [line.split("\t") for line in lines]
        taken = [
            text
            for pair in pairs
            for text, language in zip(pair, ("ar", "en"), strict=False)
            if is_furniture(text, language) or is_byline(text, language, is_apart=True)
        ]
        assert len(pairs) > 900
        assert taken == []
