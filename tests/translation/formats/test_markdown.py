"""Markdown in place: what is text, what is a code, and that text stays text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.translation.formats.in_place_contract import InPlaceContract, opened, texts, translate
from translation.errors import InputError
from translation.formats import FORMATS, ReadOptions, WriteOptions
from translation.formats.visible_codes import show_codes
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.inline import codes_in, strip_codes
from translation.model.segment import Role, Segment, TranslationUnit

MD = next(spec for spec in FORMATS if spec.id == "md")

ARTICLE = """---
title: عنوان
tags: [a, b]
---
# عنوان *مائل* ##

فقرة **غامقة** و`code` و[رابط *داخلي*](http://a.b/x_y "t").
سطر ثان\x20\x20
بعد كسر <b>هام</b> <http://x.y> \\* &amp; &copy;.

![صورة](i.png)

عنوان ثان _مائل_
================

[اسم] ثم [اسم][] ثم [نص][اسم] و~~محذوف~~[^1].

| أول | ثان \\| مع خط |
|---|:--:|
| `a\\|b` | **ثالث** |
رابع |

[^1]: حاشية طويلة
    تتمة الحاشية.

```python
print("نص في كود")
```

    كود بمسافات

<div dir="rtl">

داخل العنصر

</div>

[اسم]: http://z.y "عنوان الرابط"
"""
NESTED = """> اقتباس أول
> على سطرين
>
> - عنصر
>   تكملة
>     1. عنصر داخلي\\
>        بعد الكسر
> - [ ] مهمة أولى
تكملة كسولة

1) واحد
2) اثنان

   فقرة ثانية في العنصر
* * *
+ نجمة ***معا*** و*أ **ب** ج*
"""


def only(text: str | bytes) -> Document:
    return opened(MD, text.encode() if isinstance(text, str) else text)


def written(document: Document) -> str:
    assert MD.write
    return MD.write(document, WriteOptions("out")).data.decode()


def with_targets(text: str, *targets: str | None) -> str:
    document = only(text)
    for segment, target in zip(document.snapshot(), targets, strict=False):
        if target is not None:
            document.apply(Put(segment, replace(segment, target=target)))
    return written(document)


def rendered(text: str) -> str:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)


def sources(text: str) -> list[tuple[str, str]]:
    return [
        (
            unit.role.value,
            "".join(show_codes(s.lead + s.source + s.trail, unit.codes) for s in rows),
        )
        for unit, rows in only(text).by_unit()
    ]


def markups(unit: TranslationUnit, rows: Iterable[Segment]) -> list[str]:
    """The markup of a unit's codes in order; delimiters may have become tags."""
    tags = {"*": "em", "_": "em", "**": "strong", "~~": "s"}
    found = [unit.codes[code].markup for row in rows for code in codes_in(row.source)]
    return [tags.get(markup, markup.strip("</>")) for markup in found]


class TestMarkdown(InPlaceContract):
    format_id = "md"
    samples: ClassVar[dict[str, bytes]] = {
        "article": ARTICLE.encode(),
        "marked, other line ends": b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode(),
        "old mac": NESTED.replace("\n", "\r").encode(),
        "nested": NESTED.encode(),
        "one line": b"text",
        "page": "كلمة *أ*\0 ب\n\n# \n\nثان\u2028ثالث\n".encode(),
    }

    def test_codes_come_back_with_their_text(self):
        """With a word after each: emphasis on nothing is left out."""
        for document in self.documents():
            for row in document.snapshot():
                codes = [c for c in row.source if not strip_codes(c)]
                target = " ".join(["Text", *(f"{code}word" for code in codes), "end."])
                document.apply(Put(row, replace(row, target=target)))
            again = opened(self.spec, self.write(document))
            assert [markups(unit, rows) for unit, rows in again.by_unit()] == [
                markups(unit, rows) for unit, rows in document.by_unit()
            ]


def test_what_is_text_and_what_is_code():
    assert sources(ARTICLE) == [
        ("headline", "عنوان"),
        ("headline", "عنوان {1}مائل{/2}"),
        (
            "paragraph",
            "فقرة {1}غامقة{/2} و{3/} و{4}رابط {5}داخلي{/6}{/7}. سطر ثان{8/} "
            "بعد كسر {9}هام{/10} {11/} * & ©.",
        ),
        ("paragraph", "{1}صورة{/2}"),
        ("subheading", "عنوان ثان {1}مائل{/2}"),
        ("paragraph", "{1}اسم{/2} ثم {3}اسم{/4} ثم {5}نص{/6} و{7}محذوف{/8}{9/}."),
        ("cell", "أول"),
        ("cell", "ثان | مع خط"),
        ("cell", "{1}ثالث{/2}"),
        ("cell", "رابع"),
        ("paragraph", "حاشية طويلة تتمة الحاشية."),
        ("paragraph", "داخل العنصر"),
    ]


def test_quotes_and_lists():
    assert [text for _, text in sources(NESTED)] == [
        "اقتباس أول على سطرين",
        "عنصر تكملة",
        "عنصر داخلي{1/} بعد الكسر",
        "مهمة أولى تكملة كسولة",
        "واحد",
        "اثنان",
        "فقرة ثانية في العنصر",
        "نجمة {1}{2}معا{/3}{/4} و{5}أ {6}ب{/7} ج{/8}",
    ]


def test_destinations_and_names_of_links_stay():
    text = "[اسم] و[صفحة](<a b> 'c')\n\n[اسم]: http://z.y\n"
    assert with_targets(text, "\ue000name\ue001 and \ue002page\ue003") == (
        "[name][اسم] and [page](<a b> 'c')\n\n[اسم]: http://z.y\n"
    )


def test_lines_of_a_quoted_list_keep_their_prefix():
    text = with_targets("> - نص\n>   هنا\n\n1. سطر\n\n# عنوان\n", "One\ntwo", "a\n- b", "c\nd #")
    assert text == "> - One\\\n>   two\n\n1. a\\\n   \\- b\n\n# c<br>d \\#\n"


def test_html_around_a_translation_turns():
    text = '<div dir="rtl">\n\nنص <span dir=rtl>هنا</span>\n\n</div>\n'
    assert written(only(text)) == text
    now = with_targets(text, "Text \ue000here\ue001")
    assert now == '<div dir="ltr">\n\nText <span dir=ltr>here</span>\n\n</div>\n'


def test_delimiters_that_would_not_be_taken_for_such_become_html():
    assert with_targets("*أ* ب\n", "un\ue000real\ue001ly") == "un*real*ly\n"
    assert with_targets("_أ_ ب\n", "un\ue000real\ue001ly") == "un<em>real</em>ly\n"
    assert with_targets("**أ** ب\n", 'a\ue000"b"\ue001c') == 'a<strong>"b"</strong>c\n'
    assert with_targets("*أ* ب\n", "a \ue000 b \ue001c") == "a  *b* c\n"
    assert with_targets("*أ* ب\n", "all \ue000\ue001gone") == "all gone\n"
    assert with_targets("[أ](b)\n", "Wow!\ue000a\ue001") == "Wow\\![a](b)\n"


@pytest.mark.parametrize(
    "typed",
    [
        "# no heading", "1. no item", "- no item", "+ no", "* no", "> no quote", "no [link](x)",
        "no <b>tag</b>", "no `code`", "--- no", "===", "---", "***", "___", "~~~", "a ~~b~~",
        "_no_ *emphasis* __at__ **all**", "snake_case stays", "&amp; &lt; &#35; AT&T", "a | b",
        "| a | b |", "[^1]: no note", "[x]: no", "<http://a.b>", "![no](image)", "back\\slash\\",
        "    no code", "\tno code", "#hashtag", "1.5 is a number", "2) no", "a\n===", "a\n---",
        "a | b\n--- | ---", "a | b\n:-- | --:", "!", "\\", "\\\\", "trailing #", "##",
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["نص\n", "# نص\n", "- نص\n", "|نص|b|\n|--|--|\n", "نص\n===\n"])
def test_what_was_typed_is_shown(typed: str, place: str):
    now = with_targets(place, typed)
    assert texts(only(now))[0] == " ".join(typed.split())
    tags = [piece.split(">")[0].split()[0] for piece in rendered(now).split("<")[1:]]
    before = [piece.split(">")[0].split()[0] for piece in rendered(place).split("<")[1:]]
    assert [tag for tag in tags if tag not in ("br", "br/")] == before


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b" \n\t\n", "blank"),
        (b"```\ncode\n```\n", "no_text"),
        (b"---\nlayout: only\n---\n", "no_text"),
        (b"<div>\nhtml\n</div>\n", "no_text"),
        (b"[a]: http://b\n", "no_text"),
        (b"`code`\n", "no_text"),
        (b"PK\x03\x04" + bytes(99), "binary"),
        (b"a\n\n" * 110_000, "too_many_paragraphs"),
        (b"- a\n" * 110_000, "too_many_paragraphs"),
        (b"|a|b\n|-|-\n" + b"|a|b\n" * 60_000, "too_many_paragraphs"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_refusals(data: bytes, reason: str):
    assert MD.read
    with pytest.raises(InputError) as caught:
        MD.read(data, ReadOptions("bad.md"))
    assert caught.value.reason == reason
    assert "bad.md" in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "ا" * 500_000,
        "> " * 20_000 + "نص",
        "- " * 2_000 + "نص",
        "نص " + "[" * 100_000,
        "نص " + "*a " * 5_000,
        "نص " + "`" * 20_000,
        "نص " + "![](" * 5_000,
        "نص " + "<a " * 5_000,
        "|أ" * 500 + "|\n" + "|-" * 500 + "|\n" + "a|\n" * 500,
        "نص" + " " * 100_000 + "\n" + "\t" * 100_000 + "نص",
        "---\n" * 20_000,
        "[^1]: نص\n" * 2_000,
    ],
    ids=[
        "long line", "quotes", "lists", "brackets", "stars", "backticks", "images", "tags", "cells",
        "blanks", "rules", "notes",
    ],
)  # fmt: skip
def test_hostile_texts_open_or_are_refused(text: str):
    try:
        document = only(text)
    except InputError:
        return
    assert written(document) == text


def test_more_images_than_a_paragraph_can_hold_are_refused_at_once():
    with pytest.raises(InputError) as caught:
        only("نص " + "![" * 50_000 + "]")
    assert caught.value.reason == "too_many_codes"


def test_the_old_code_page_stays():
    data = ARTICLE.replace("©", "").encode("cp1256")
    document = only(data)
    assert document.files[0].encoding == "cp1256"
    translate(document, lambda number, _: f"Text {number}")
    assert MD.write
    assert "عنوان الرابط".encode("cp1256") in MD.write(document, WriteOptions("o")).data


def test_the_first_heading_is_the_headline():
    document = only("# أ\n\n# ب\n\nج د.\n")
    assert [u.role for u in document.units] == [Role.HEADLINE, Role.SUBHEADING, Role.PARAGRAPH]


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


_PIECES = ["نص", "a", " ", "  ", "\n", "\n\n", "\r\n", "*", "**", "_", "~~", "`", "[", "]", "(x)"]
_PIECES += ["> ", "- ", "1. ", "# ", "|", "|-|-|\n", "<b>", "</b>", "\\", "&amp;", "![", "[^1]"]
_PIECES += [": ", ":::", "::: x ", "!!! a\n", "١. ", "> [!NOTE]", "{: .a}", "title: x\n"]
_PIECES += ["[a]: b\n", "[^1]: ", "    ", "\t", "---\n", "===\n", "<!-- x -->", "<http://x>", "\0"]


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
