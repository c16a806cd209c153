"""Headlines, datelines, sub-headings and page furniture."""

from __future__ import annotations

import pytest

from translation.model.segment import Role
from translation.text.paragraphs import paragraphs
from translation.text.roles import classify, is_furniture

BODY = "افتتحت البلدية خط الترام الجديد صباح اليوم، وحضر الافتتاح عدد كبير من السكان."


@pytest.mark.shared
def test_the_starting_article(article):
    blocks = paragraphs(article.read_text(encoding="utf-8"))
    assert classify([block.text for block in blocks], "ar") == [
        Role.HEADLINE,
        Role.DATELINE,
        *[Role.PARAGRAPH] * 3,
        Role.SUBHEADING,
        *[Role.PARAGRAPH] * 4,
        *[Role.FURNITURE] * 4,
    ]


@pytest.mark.parametrize(
    "text",
    [": 205", "العلامات", "تعليقات أضف تعليقا", "اترك تعليقا", "أضِف تعليقًا", "205 مشاهدة",
     "شارك: فيسبوك | تويتر | واتساب", "الوسوم: السياسة، الاقتصاد", "اقرأ أيضًا:", "طباعة",
     "Share", "SHARE THIS ARTICLE", "Comments (12)", "12 comments", "Tags: trams, library",
     "Print this page", "5 min read", "Related Articles", "© 2022 The Valley News"],
)  # fmt: skip
def test_furniture(text):
    assert is_furniture(text, "ar")


@pytest.mark.parametrize(
    "text",
    ["دور", "31 January 2022 الدولية", "26 يناير 2022", BODY, "2022", "",
     "شارك الوزير في المؤتمر", "بحث الوزير سبل التعاون", "تعليقات الوزير أثارت جدلا",
     "Share prices fell on Monday", "Print is not dead", "Home rule for the islands"],
)  # fmt: skip
def test_no_furniture(text):
    assert not is_furniture(text, "ar")
    assert not is_furniture(text, "en")


@pytest.mark.parametrize(
    ("texts", "roles"),
    [
        (["عنوان الخبر", BODY], "headline paragraph"),
        (["31 يناير 2022", "عنوان الخبر", BODY], "dateline headline paragraph"),
        (["عنوان الخبر", "الدولية ٣١/١/٢٠٢٢", BODY], "headline dateline paragraph"),
        (["Share", "A title", "5 May 2021, News", BODY], "furniture headline dateline paragraph"),
        ([BODY, "ردود الفعل", BODY], "paragraph subheading paragraph"),
        ([BODY, "صنعاء، 12 مارس 2024", BODY], "paragraph paragraph paragraph"),
        ([BODY, "قال المدير:", BODY], "paragraph paragraph paragraph"),
        (["عنوان", BODY, "- بند أول", "2. بند ثان"], "headline paragraph list_item list_item"),
        ([BODY, BODY, "31 يناير 2022 كان يوما طويلا"], "paragraph paragraph paragraph"),
        (["عنوان", "بقلم: أحمد علي", BODY], "headline byline paragraph"),
        (["بقلم: أحمد علي", "عنوان", BODY], "byline headline paragraph"),
        (["عنوان", "حوار: نادية مبروك", BODY], "headline byline paragraph"),
        (["عنوان", "واشنطن - رويترز", BODY], "headline byline paragraph"),
        (["عنوان", BODY, "المصدر: وكالات"], "headline paragraph byline"),
        (["تقرير: إسرائيل تستعد لضربة", BODY], "headline paragraph"),
        (["عنوان", "كتب: أحمد علي 12 مايو 2023", BODY], "headline dateline paragraph"),
        (["لماذا غضب الوزير؟", BODY], "headline paragraph"),
        (["هدف قاتل!", "31 يناير 2022", BODY], "headline dateline paragraph"),
        (["لماذا غضب الوزير؟", "لا أحد يعلم."], "headline paragraph"),
        (["لماذا غضب؟", "بقلم: أحمد علي", BODY], "headline byline paragraph"),
        (["لماذا غضب الوزير؟", "ومتى يعود الوزير؟"], "paragraph paragraph"),
        (["لماذا غضب الوزير؟", "نعم."], "paragraph paragraph"),
        (["سأل الوزير. لماذا غضب؟", BODY], "paragraph paragraph"),
        ([BODY, "لماذا غضب الوزير؟", BODY], "paragraph paragraph paragraph"),
        (["قراءات", BODY], "headline paragraph"),
        ([BODY, "قراءات"], "paragraph furniture"),
        ([BODY], "paragraph"),
        (["كلمة"], "paragraph"),
        ([], ""),
    ],
)  # fmt: skip
def test_roles(texts, roles):
    assert " ".join(classify(texts, "ar")) == roles
