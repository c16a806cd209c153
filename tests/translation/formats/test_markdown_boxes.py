"""What Markdown became beyond CommonMark: boxes, definitions, front matter, and any text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translation.formats.in_place_contract import opened, texts, translate
from tests.translation.formats.markdown_texts import (
    MD,
    only,
    rendered,
    sources,
    with_targets,
    written,
)
from translation.errors import InputError
from translation.formats import ReadOptions
from translation.model.edits import Put
from translation.model.inline import strip_codes


def notices(text: str) -> dict[str, str]:
    assert MD.read
    [file] = MD.read(text.encode(), ReadOptions("a.md"))
    return {notice.code: dict(notice.facts).get("count", "") for notice in file.notices}


def every_target(text: str) -> str:
    """Return the file with "T0", "T1" … for its segments."""
    document = only(text)
    translate(document, lambda number, _: f"T{number}")
    return written(document)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (":::note\nنص\n:::\n", ":::note\nT0\n:::\n"),
        ("قبل\n::: tip عنوان\nنص\n:::\nبعد\n", "T0\n::: tip T1\nT2\n:::\nT3\n"),
        (":::note[عنوان]{.x}\n\nنص\n\n:::\n", ":::note[T0]{.x}\n\nT1\n\n:::\n"),
        ("- بند\n\n  :::warning\n  نص\n  :::\n", "- T0\n\n  :::warning\n  T1\n  :::\n"),
        ("::::{card} نص\n:::{note}\nنص\n:::\n::::\n", "::::{card} نص\n:::{note}\nT0\n:::\n::::\n"),
        ('!!! note "عنوان"\n    نص\n    هنا\n\n    - بند\n\nبعد\n',
         '!!! note "T0"\n    T1\n\n    - T2\n\nT3\n'),
        ("??? tip\n    نص\n", "??? tip\n    T0\n"),
        ("> [!NOTE]\n> نص\n> هنا\n", "> [!NOTE]\n> T0\n"),
        ("> [!tip]- عنوان\n> نص\n", "> [!tip]- T0\n> T1\n"),
        ("مصطلح\n: تعريف\n\nآخر\n:   أول\n:   ثان\n", "T0\n: T1\n\nT2\n:   T3\n:   T4\n"),
        ("مصطلح\n\n~ تعريف\n  وتتمته\n", "T0\n\n~ T1\n"),
        ("نص\n{: .lead}\n\n{% include x %}\nآخر\n", "T0\n{: .lead}\n\n{% include x %}\nT1\n"),
        ("١. أول\n٢. ثان\n", "1. T0\n2. T1\n"),
        ("> ١٠) عاشر\n> ١١) بعده\n", "> 10) T0\n> 11) T1\n"),
        ("```\n:::\n١. كود\n```\nنص\n", "```\n:::\n١. كود\n```\nT0\n"),
    ],
)  # fmt: skip
def test_boxes_definitions_and_arabic_numbers_keep_their_lines(text: str, expected: str):
    assert written(only(text)) == text
    assert every_target(text) == expected
    assert every_target(text.replace("\n", "\r\n")) == expected.replace("\n", "\r\n")


@pytest.mark.parametrize(
    "typed",
    [
        ": no definition",
        ":::note",
        '!!! note "x"',
        "??? tip",
        "{: .large}",
        "{% include x %}",
        "١. لا",
        "+++",
    ],
)
@pytest.mark.parametrize("place", ["قبل\n\nنص\n", "نص\nهنا\n", "- نص\n"])
def test_what_was_typed_is_no_box(typed: str, place: str):
    for target in (typed, f"one\n{typed}\ntwo"):
        document = only(place)
        row = document.segments[-1]
        document.apply(Put(row, replace(row, target=target)))
        again = only(written(document))
        assert len(again.units) == len(document.units)
        assert texts(again)[-1] == " ".join(target.split())


def test_a_hard_break_is_written_as_the_source_spells_it():
    assert with_targets("أ  \nب\n", "One\ue000 two\nthree") == "One  \ntwo  \nthree\n"
    assert with_targets("أ\\\nب\n", "One\ue000 two\nthree") == "One\\\ntwo\\\nthree\n"
    assert with_targets("أ  \nب\n\nج\n", None, "one\ntwo") == "أ  \nب\n\none  \ntwo\n"
    assert with_targets("> أ  \n> ب\n", "One\ue000 two") == "> One  \n> two\n"


YAML = """---
title: "دليل الحديقة: الأول"
description: نصائح لمن يزرع
summary: >
  ملخص طويل
  على سطرين

excerpt: 'مقتطف'
date: 2025-03-14
tags: [زراعة, ماء]
params:
  title: داخلي
---
نص
"""


def test_titles_and_descriptions_of_front_matter_are_text():
    assert sources(YAML) == [
        ("headline", "دليل الحديقة: الأول"),
        ("paragraph", "نصائح لمن يزرع"),
        ("paragraph", "ملخص طويل على سطرين"),
        ("paragraph", "مقتطف"),
        ("paragraph", "نص"),
    ]
    assert notices(YAML)["markdown_left_alone"] == "2"
    typed = ['Guide: "one"', "Tips: for # all", "Long\nsummary", "it's", "Text"]
    made = with_targets(YAML, *typed)
    assert made == YAML.replace('"دليل الحديقة: الأول"', '"Guide: \\"one\\""').replace(
        "نصائح لمن يزرع", '"Tips: for # all"'
    ).replace("  ملخص طويل\n  على سطرين\n", "  Long\n  summary\n").replace(
        "'مقتطف'", "'it''s'"
    ).replace("---\nنص", "---\nText")
    assert texts(only(made)) == [" ".join(text.split()) for text in typed]


def test_front_matter_in_toml_and_what_is_none():
    toml = '+++\ntitle = \'عنوان\'\ntags = ["وسم"]\n[params]\ntitle = "لا"\n+++\nنص\n'
    assert sources(toml) == [("headline", "عنوان"), ("paragraph", "نص")]
    assert notices(toml)["markdown_left_alone"] == "1"
    assert with_targets(toml, 'A "title"').startswith('+++\ntitle = "A \\"title\\""\ntags')
    for broken in (
        "---\ntitle: [أ\n---\nنص\n",
        "---\n- أ\n---\nنص\n",
        "---\n" + "[" * 999 + "\n---\nنص\n",
    ):
        assert sources(broken) == [("paragraph", "نص")]


def test_what_stays_in_html_and_link_titles_is_counted_and_not_turned():
    html = '<div dir="rtl">نص داخل وسم</div>\n\nنص [رابط](x "عنوان").\n\n[a]: b "آخر"\n'
    assert notices(html)["markdown_left_alone"] == "3"
    assert with_targets(html, "Text \ue000link\ue001.").startswith('<div dir="rtl">نص داخل')
    assert "markdown_left_alone" not in notices("<!-- تعليق -->\nنص [رابط](x).\n")


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "has"),
    [
        ("markdown/19-all.md", ["ملاحظة في صندوق", "مصطلح", "تعريف المصطلح", "أخبار الحيّ"]),
        ("more/d10_table_front.md", ["دليل الحديقة: الجزء الأول", "نصائح لمن يزرع أول مرة"]),
        ("more/d12_lists_code.md", ["بند بأرقام عربية", "بند ثان", "فقرة داخل البند."]),
        ("more/d17_md_hardbreak.md", ["سطر أول سطر ثان سطر ثالث", "نهاية. بعدها"]),
    ],
)
def test_given_files_keep_their_lines(shared: Path, name: str, has: list[str]):
    data = (shared / "cases/articles" / name).read_bytes()
    document = opened(MD, data)
    assert set(has) <= set(texts(document))
    assert written(document).encode() == data
    for row in document.snapshot():
        codes = [c for c in row.source if not strip_codes(c)]
        target = " ".join(["Text", *(f"{code}word" for code in codes), "end"])
        document.apply(Put(row, replace(row, target=target)))
    made = written(document)
    kept = (":::", "\n: ", "<div", "title:", "tags", "  \n", "\\\n", "date:")
    before = data.decode()
    assert [made.count(sign) for sign in kept] == [before.count(sign) for sign in kept]
    assert '<div dir="rtl">' in made or "<div" not in made


_PIECES = [
    *("نص", "a", " ", "  ", "\n", "\n\n", "\r\n", "*", "**", "_", "~~", "`", "[", "]", "(x)"),
    *("> ", "- ", "1. ", "# ", "|", "|-|-|\n", "<b>", "</b>", "\\", "&amp;", "![", "[^1]"),
    *(": ", ":::", "::: x ", "!!! a\n", "١. ", "> [!NOTE]", "{: .a}", "title: x\n"),
    *("[a]: b\n", "[^1]: ", "    ", "\t", "---\n", "===\n", "<!-- x -->", "<http://x>", "\0"),
]


@settings(max_examples=150)
@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_any_text_comes_back_untouched_and_takes_a_translation(text: str):
    marked = "\ufeff" + text  # so that no zero byte looks like UTF-16
    try:
        document = only(marked)
    except InputError:
        return
    assert written(document) == marked
    translate(document, lambda number, _: f"Translation {number}")
    now = written(document).removeprefix("\ufeff")
    assert rendered(now).count("Translation") >= sum(
        not document.is_furniture(s) for s in document.segments
    ) - now.count("![")  # the text of an image is an attribute


_TYPED = st.text(st.sampled_from("ab 1.)*_~`[]()<>!#+-=|\\&;:^\"'\n\u200fé😀")).map(str.strip)


@settings(max_examples=200)
@given(_TYPED.filter(bool), st.sampled_from(["نص\n", "# نص\n", "> - نص\n", "|نص|b|\n|--|--|\n"]))
def test_any_target_comes_back(target: str, place: str):
    again = only(with_targets(place, target))
    assert texts(again)[0] == " ".join(target.split())


@settings(max_examples=200)
@given(st.text(st.sampled_from("ab \"'*_!.-\ue000\ue001\ue002\ue003\ue004"), min_size=1))
def test_any_order_of_codes_does_no_harm(target: str):
    target = target.strip()
    now = with_targets("*أ* **ب** `c`\n\nآخر\n", target)
    assert texts(only(now))[-1] == "آخر"
    if strip_codes(target).strip():
        assert texts(only(now))[0] == " ".join(strip_codes(target).split())
