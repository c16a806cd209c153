"""Markdown in place: what is text, what is a code, and that text stays text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

import pytest

from tests.translation.formats.in_place_contract import InPlaceContract, opened, texts, translate
from tests.translation.formats.markdown_texts import (
    MD,
    only,
    rendered,
    sources,
    with_targets,
    written,
)
from translation.errors import InputError
from translation.formats import ReadOptions, WriteOptions
from translation.model.edits import Put
from translation.model.inline import codes_in, strip_codes
from translation.model.segment import Role, Segment, TranslationUnit

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
