"""The translated page: the original with the translation in its place, and nothing else of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translation.formats.in_place_contract import (
    InPlaceContract,
    opened,
    translate,
)
from translation.errors import ExportError, InputError
from translation.formats import FORMATS, FormatSpec, ReadOptions, WriteOptions, read_bytes
from translation.formats.html.tokens import tokens
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.inline import codes_in, strip_codes
from translation.model.segment import Role, Segment
from translation.work.building import build_document

HTML: FormatSpec = next(spec for spec in FORMATS if spec.id == "html")
LONG = "هذه فقرة طويلة من نص الخبر، وفيها كلام كثير عن أمور شتى، يعرفها القارئ كلها. " * 3
SIMPLE = f"""<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>عنوان الخبر اليوم - الموقع</title>
</head><body>
<!-- the article -->
<h1>عنوان الخبر اليوم</h1>
<p>{LONG}</p>
<p>{LONG} جملة ثانية &amp; ثالثة&nbsp;هنا.</p>
</body></html>
"""
PAGE = f"""<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><title>عنوان الخبر اليوم</title></head><body>
<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/w">العالم</a></li></ul></nav>
<div id="main"><h1>عنوان الخبر اليوم</h1>
<p align=right>{LONG}</p><p style="color:red;text-align:right">{LONG}</p></div>
<div class="comments"><p>تعليق من قارئ غاضب على هذا الخبر.</p></div>
</body></html>"""
XHTML = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ar" lang="ar"><head><title>عنوان</title>
<script type="text/javascript">//<![CDATA[
if (1 < 2 && "</p>") {{ }}
//]]></script></head>
<body><a id="top" /><p><![CDATA[أقل < من كذا & كذا، {LONG}]]></p><p>{LONG}<br />سطر آخر من النص.</p>
</body></html>
"""
BREAKS = (
    f"<html><body><div><font size=2>{LONG}<br><br>\n<font color=red>{LONG}</font> آخر<br>\n<br/>"
    f"{LONG}<br>سطر</font></div></body></html>"
)
TABLES = f"""<html dir=rtl><body><form action="/x"><p>{LONG}</p><p>{LONG}</p>
<ul><li>بند أول من القائمة<li>بند ثان منها<ul><li>بند داخلي</ul></ul>
<table align=right><tr><td>الكويت<td>خمسة<tr><th>عمان<td>{LONG}</table></form></body></html>"""
CODES = f"""<div><p>{LONG}</p><p>قال <b>الوزير <i>الأول</i></b> إن <a href='/x?a=1&b=2'>الاتفاق
<span dir="rtl">كله</span></a> تم<sup>2</sup>.<br>وأضاف <img src=a.png alt="x > y"> ثم <!-- سر -->
<script>var a = "<p>";</script> <svg><text>لا</text></svg> سكت <a name=here></a> طويلا.</p>
<p><b>{LONG}</b></p></div>"""
LOOSE = (
    f"<HTML><BODY BGCOLOR=white>\r\n<P>{LONG}\r\n<P ALIGN=RIGHT>قال <B>الوزير <I>نعم</B></I> أمس"
    f"\r\n<P>{LONG} <B>غامق\r\n<P>5 < 6 & 7 > 4 &copy نهاية {LONG}</BODY>\r\n</HTML>\r\n"
)
SAMPLES = {
    "simple": SIMPLE.encode(),
    "mark": b"\xef\xbb\xbf" + SIMPLE.encode(),
    "utf-16": SIMPLE.encode("utf-16"),
    "chrome": PAGE.encode(),
    "cp1256": SIMPLE.replace('<meta charset="utf-8">', "").encode("cp1256"),
    "xhtml": XHTML.encode(),
    "breaks": BREAKS.encode(),
    "tables": TABLES.encode(),
    "codes": CODES.encode(),
    "loose": LOOSE.encode(),
}


class TestHtmlInPlace(InPlaceContract):
    format_id = "html"
    samples = SAMPLES

    def test_codes_come_back_with_their_text(self):
        """Codes among words: a pair around all of a text is the page's, not the text's."""
        for document in self.documents():
            whole(document, among_words)
            again = opened(self.spec, self.write(document))
            for (_, segments), (_, others) in zip(document.by_unit(), again.by_unit(), strict=True):
                before = sum(len(codes_in(s.source)) for s in segments)
                assert sum(len(codes_in(s.source)) for s in others) == before


def among_words(number: int, segment: Segment) -> str:
    codes = [c for c in segment.source if not strip_codes(c)]
    return f"Translation {number} " + "".join(f"{c}word {c_} " for c_, c in enumerate(codes)) + "."


def whole(document: Document, make: Callable[[int, Segment], str]) -> None:
    """Bring all page furniture back, and give every segment a target."""
    for unit in document.units:
        if unit.is_furniture:
            document.apply(Put(unit, replace(unit, role=unit.role_found or Role.PARAGRAPH)))
    for number, segment in enumerate(document.snapshot()):
        document.apply(Put(segment, replace(segment, target=make(number, segment))))


def written(document: Document) -> bytes:
    assert HTML.write
    return HTML.write(document, WriteOptions("out.html")).data


def translated(page: str | bytes, text: str = "Translation number {} is here.") -> str:
    data = page if isinstance(page, bytes) else page.encode()
    document = opened(HTML, data)
    translate(document, lambda number, _: text.format(number))
    return written(document).decode(document.files[0].encoding)


def differences(before: str, after: str) -> list[tuple[str, str]]:
    """Return the stretches that differ, tags and texts taken as wholes, blanks around cut."""
    cut = re.compile(r"<[^>]*>|[^<]+")
    old, new = cut.findall(before), cut.findall(after)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [
        ("".join(old[a:b]).strip(), "".join(new[c:d]).strip())
        for kind, a, b, c, d in steps
        if kind != "equal"
    ]


def test_only_text_direction_language_and_title_change():
    assert differences(SIMPLE, translated(SIMPLE)) == [
        ('<html lang="ar" dir="rtl">', '<html lang="en" dir="ltr">'),
        ("عنوان الخبر اليوم - الموقع", "Translation number 0 is here. - الموقع"),
        ("عنوان الخبر اليوم", "Translation number 0 is here."),
        (LONG.strip(), "".join(f"Translation number {n} is here. " for n in (1, 2, 3)).strip()),
        (
            f"{LONG} جملة ثانية &amp; ثالثة&nbsp;هنا.",
            "".join(f"Translation number {n} is here. " for n in (4, 5, 6, 7)).strip(),
        ),
    ]


def test_what_nobody_translated_goes_on_running_its_own_way():
    page = translated(PAGE)
    assert '<html lang="ar" dir="rtl">' in page
    assert '<div dir="ltr" lang="en" id="main">' in page or '<div lang="en" dir="ltr"' in page
    assert "<p align=left>Translation" in page
    assert '<p style="color:red;text-align:left">Translation' in page
    assert PAGE[PAGE.index("<nav>") : PAGE.index("</nav>")] in page
    assert PAGE[PAGE.index('<div class="comments">') :] in page


@pytest.mark.parametrize(
    "rules", ["<style>p{direction:rtl;text-align:right}</style>", "<link rel=stylesheet href=a>"]
)
def test_style_sheets_are_outdone(rules: str):
    page = translated(PAGE.replace("</head>", f"{rules}</head>"))
    assert '<p style="direction:ltr; text-align:left" align=left>' in page
    assert '<p style="color:red;text-align:left; direction:ltr">' in page
    assert '<h1 style="direction:ltr; text-align:left">' in page


@pytest.mark.parametrize("said", ['style="direction: rtl; text-align: right"', "align=right"])
def test_a_side_said_around_the_text_is_outdone(said: str):
    page = PAGE.replace("<body>", f"<body {said}>")
    made = translated(page)
    assert f"<body {said}>" in made
    [main] = re.findall("<div[^>]*id=.main.>", made)
    assert 'style="text-align:left"' in main
    assert 'dir="ltr"' in main


def test_a_page_without_directions_needs_none_for_english():
    page = f"<p>{LONG}</p>"
    assert re.sub("Translation number . is here. ?", "", translated(page)) == "<p></p>"


def test_from_english_to_arabic():
    english = "This is a long paragraph of the news, and there is much talk in it. " * 4
    page = (
        f'<html lang="en"><body><p align="left">{english}</p><h1>News of today</h1></body></html>'
    )
    assert HTML.read
    [file] = HTML.read(page.encode(), ReadOptions("a.html"))
    document, _ = build_document([file])
    translate(document, lambda *_: "نص عربي.")
    made = written(document).decode()
    assert made.startswith('<html dir="rtl" lang="ar"><body><p align="right">نص عربي.')


def test_paragraphs_between_breaks_turn_alone():
    page = f"<html dir=rtl><body><div>{LONG}<br><br>{LONG}<br><br>{LONG}</div></body></html>"
    document = opened(HTML, page.encode())
    segment = document.segments[3]
    for part in document.unit_segments(segment.unit_id):
        document.apply(Put(part, replace(part, target="English.")))
    assert [new for _, new in differences(page, written(document).decode())] == [
        '<span dir="ltr" lang="en" style="display:inline-block;width:100%;text-align:left">'
        "English. English. English.</span>"
    ]


def test_what_the_encoding_cannot_hold_becomes_a_reference():
    data = SIMPLE.replace('<meta charset="utf-8">', "").encode("cp1256")
    page = translated(data, "{} “naïve” ≤ 🎈 <&>")
    assert "0 “naïve” &#8804; &#127880; &lt;&amp;&gt;" in page.encode("cp1256").decode("cp1256")


@pytest.mark.parametrize(
    ("encoding", "chosen"),
    [
        ("utf-8", None),
        ("utf-8", "utf-8-sig"),
        ("utf-8-sig", None),
        ("utf-8-sig", "utf-8"),
        ("utf-16", None),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", None),
    ],
)
def test_a_byte_order_mark_is_neither_lost_nor_added(encoding: str, chosen: str | None):
    assert HTML.read
    data = SIMPLE.encode(encoding)
    document, _ = build_document(HTML.read(data, ReadOptions("a.html", encoding=chosen)))
    last = document.segments[-1]
    document.apply(Put(last, replace(last, target="Last.")))
    made = written(document)
    assert made[:20] == data[:20]
    assert made[-20:] == data[-20:]


def test_what_nobody_sees_stays_in_the_page():
    page = translated(CODES)
    for kept in ("<!-- سر -->", 'var a = "<p>";</script>', "<svg><text>لا</text></svg>"):
        assert kept in page
    assert '<span dir="ltr">' in page
    assert "<b>Translation" in page


def test_furniture_brought_back_is_translated():
    document = opened(HTML, PAGE.encode())
    unit = next(u for u in document.units if u.is_furniture)
    document.apply(Put(unit, replace(unit, role=unit.role_found)))
    [segment] = document.unit_segments(unit.id)
    document.apply(Put(segment, replace(segment, target="Home")))
    changed = [new for _, new in differences(PAGE, written(document).decode())]
    assert changed == ['<li dir="ltr" lang="en">', "Home"]


def test_a_person_can_widen_the_choice_to_the_whole_page():
    document = opened(HTML, PAGE.encode())
    assert [u.role_found for u in document.units if u.is_furniture] == [
        Role.LIST_ITEM, Role.LIST_ITEM, Role.PARAGRAPH,
    ]  # fmt: skip
    whole(document, lambda number, _: f"Text {number}.")
    page = written(document).decode()
    assert page.startswith('<!DOCTYPE html>\n<html lang="en" dir="ltr">')
    assert not re.search("[\u0620-\u064a]", page)


def test_what_repeats_the_headline_or_a_caption_follows_it():
    page = PAGE.replace(
        "</title>",
        ' | الموقع</title><meta property="og:title" content="عنوان الخبر اليوم">'
        '<meta name=description content="عنوان الخبر اليوم">',
    ).replace(
        "</h1>",
        '</h1><figure><img alt="صورة من اللقاء" src=a><figcaption>صورة من اللقاء</figcaption>'
        '<img title="أخرى" alt=""></figure>',
    )
    made = translated(page)
    assert "<title>Translation number 2 is here. | الموقع</title>" in made
    assert '<meta property="og:title" content="Translation number 2 is here.">' in made
    assert '<meta name=description content="عنوان الخبر اليوم">' in made
    assert '<img alt="Translation number 3 is here." src=a>' in made
    assert '<img title="أخرى" alt="">' in made


def test_a_long_address_of_an_image_stays_whole():
    address = "data:image/png;base64," + "A" * 3_000_000
    page = f"<div><p>{LONG}</p><p>قبل <img src='{address}' dir=rtl> بعد</p><p>{LONG}</p></div>"
    made = translated(page)
    assert f"<img src='{address}' dir=rtl>" in made or f"<img src='{address}' dir=ltr>" in made


def test_a_damaged_original_is_refused():
    document = opened(HTML, PAGE.encode())
    translate(document, lambda *_: "x")
    file = document.files[0]
    document.apply(Put(file, replace(file, original=PAGE.replace("<nav>", "").encode())))
    with pytest.raises(ExportError) as caught:
        written(document)
    assert caught.value.reason == "original_damaged"


def test_what_hits_nothing_is_refused_in_one_sentence():
    for page in ("<div>" * 5000 + LONG, "<script>x</script>", "<p></p>", "<b>" * 5000 + "x"):
        with pytest.raises(InputError):
            opened(HTML, page.encode())


# --- tag soup ------------------------------------------------------------------------------------

_PIECES = st.one_of(
    st.sampled_from(
        [
            "<p>", "</p>", "<b>", "</b>", "<I CLASS=x>", "</i>", "<span dir='rtl'>", "</span>",
            "<div>", "</div>", "<br>", "<br/>", "<img src=\"a>b\">", "<!-- <p> -->", "<!-->",
            "<a href='a", "'>", '"', "</a>", "<td>", "<table>", "</table>", "<li>", "<ul>", "</ul>",
            "<script>", "</script>", "<title>", "</title>", "<h1>", "</h1>", "<form>", "<svg/>",
            "<", ">", "&", "&amp;", "&lt;p&gt;", "&#x200f;", "&nbsp;", "<![CDATA[", "]]>", "<?x ?>",
            "</>", "< p>", "<p", "\r\n", " ", "\0", "\u2028", "<style>", "<pre>", "</pre>",
            "<textarea>", "<a/b c/d>", "<x:y z>", "</b >", "<html dir=rtl>", "<body>", "</body>",
            "<frameset>", "<select>", "<option>", "<p hidden>", "<input value='x'>", "\U00100000",
        ]
    ),
    st.text("ابجد هوز abc 12", max_size=8),
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_tokens_are_the_page(page: str):
    found = list(tokens(page))
    assert "".join(page[t.start : t.end] for t in found) == page
    assert all(token.start < token.end for token in found)


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_any_tag_soup_takes_a_translation(soup: str):
    try:
        document = opened(HTML, f"<p>نص أول</p>{soup}".encode())
    except InputError:
        return
    document_text = [unit.anchor for unit in document.units]
    assert len(set(document_text)) == len(document_text)
    whole(document, lambda number, segment: f"Text {number} is here")
    again = opened(HTML, written(document))
    have = " ".join(strip_codes(s.source) for s in again.segments)
    assert sorted(re.findall("Text [0-9]+ is here", have)) == sorted(
        f"Text {number} is here" for number in range(len(document))
    )


@pytest.mark.shared
def test_a_saved_news_page_comes_back_byte_for_byte(shared: Path):
    data = read_bytes(shared / "data" / "html" / "newspaper_arabic_article.html")
    document = opened(HTML, data)
    assert written(document) == data
    translate(document, lambda number, _: f"Translation number {number} of this text. " * 4)
    page = written(document).decode()
    for segment in document.segments:
        assert document.is_furniture(segment) or strip_codes(segment.target or "").strip() in (
            " ".join(re.sub("<[^>]*>", "", page).split())
        )
    assert len(differences(data.decode(), page)) < 30
