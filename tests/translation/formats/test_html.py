"""HTML: the article out of a page, whatever the page; and both sides on one page."""

from __future__ import annotations

import re
import socket
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from tests.translation.formats.bilingual_documents import small_document
from translation.errors import InputError
from translation.formats import ReadOptions, WriteOptions, read_bytes
from translation.formats.html import article as html_article
from translation.formats.html import write as html_write
from translation.formats.html.read import read
from translation.formats.html.sides import write, write_changes
from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.imported import ImportedFile, ImportedUnit
from translation.model.inline import CodeKind, strip_codes
from translation.model.language import LanguagePair
from translation.model.segment import (
    Role,
    Segment,
    SegmentState,
    SourceFile,
    TranslationUnit,
    source_hash,
)

PARAGRAPH = "<p>" + "هذه فقرة من نص الخبر، وفيها كلام كثير عن أمور شتى يعرفها القارئ. " * 4 + "</p>"
PAGE = f"""<!DOCTYPE html><html lang="ar"><head><title>عنوان الخبر الأول - الموقع</title>
<style>p {{ color: red }}</style><script>var x = "<p>لا</p>";</script></head><body>
<header><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/w">العالم</a></li></ul></nav>
</header>
<h1>عنوان الخبر الأول</h1><div class="post-date">26 يناير 2022</div>
<article>{PARAGRAPH}<p>قال <b>الوزير</b> إن <a href="/x?a=1&amp;b=2">الاتفاق</a> تم.<br>وأضاف.</p>
<h2>عنوان فرعي</h2>{PARAGRAPH}<ul><li>بند أول في القائمة</li><li>بند ثان</li></ul>
<figure><img src="a.jpg" alt="صورة"><figcaption>صورة من اللقاء</figcaption></figure>
<table><tr><td>الكويت</td><td>5</td></tr></table>{PARAGRAPH}
<div class="related-links"><a href="/1">خبر آخر لا علاقة له</a></div></article>
<section id="comments"><p>تعليق من قارئ غاضب جدا على هذا الخبر كله.</p></section>
<footer>جميع الحقوق محفوظة</footer><iframe src="http://127.0.0.1:9/"></iframe></body></html>"""


def only(page: str | bytes, encoding: str | None = None) -> ImportedFile:
    data = page.encode("utf-8", "surrogatepass") if isinstance(page, str) else page
    [file] = read(data, ReadOptions("page.html", encoding=encoding))
    return file


def article(file: ImportedFile) -> list[ImportedUnit]:
    return [unit for unit in file.units if unit.role is not Role.FURNITURE]


def texts(file: ImportedFile) -> list[str]:
    return [strip_codes(unit.text or "") for unit in article(file)]


def test_the_article_and_nothing_else():
    roles = [(unit.role.value, strip_codes(unit.text or "")[:18]) for unit in article(only(PAGE))]
    assert roles == [
        ("headline", "عنوان الخبر الأول"),
        ("dateline", "26 يناير 2022"),
        ("paragraph", "هذه فقرة من نص الخ"),
        ("paragraph", "قال الوزير إن الات"),
        ("subheading", "عنوان فرعي"),
        ("paragraph", "هذه فقرة من نص الخ"),
        ("list_item", "بند أول في القائمة"),
        ("list_item", "بند ثان"),
        ("caption", "صورة من اللقاء"),
        ("cell", "الكويت"),
        ("cell", "5"),
        ("paragraph", "هذه فقرة من نص الخ"),
    ]


def test_bold_links_and_breaks_are_codes():
    unit = article(only(PAGE))[3]
    assert [(c.kind, c.markup, c.label, c.pair) for c in unit.codes] == [
        (CodeKind.OPEN, "<b>", "b", 1),
        (CodeKind.CLOSE, "</b>", "/b", 0),
        (CodeKind.OPEN, '<a href="/x?a=1&amp;b=2">', "a", 3),
        (CodeKind.CLOSE, "</a>", "/a", 2),
        (CodeKind.ALONE, "<br>", "br", None),
    ]
    assert unit.text == "قال \ue000الوزير\ue001 إن \ue002الاتفاق\ue003 تم.\ue004 وأضاف."


def test_a_page_too_large_for_readability_keeps_its_text(monkeypatch: pytest.MonkeyPatch):
    expected = texts(only(PAGE))
    monkeypatch.setattr(html_article, "MOST_READABLE", 5)
    assert texts(only(PAGE)) == expected


def test_anchors_lead_to_the_text():
    for unit in only(PAGE).units:
        start, end = map(int, unit.anchor.split(":"))
        plain = re.sub("<[^>]*>|&amp;", "", PAGE[start:end])
        assert "".join(strip_codes(unit.text or "").split()) == "".join(plain.split())


def test_the_language_of_the_page():
    assert only(PAGE).pair == LanguagePair("ar", "en")
    assert only(PAGE.replace('lang="ar"', 'lang="en-GB"')).pair == LanguagePair("en-GB", "ar")
    assert only(PAGE.replace('lang="ar"', "")).pair is None


@pytest.mark.parametrize(
    ("declared", "encoding", "guessed"),
    [
        ("", "cp1256", True),
        ("<meta charset=windows-1256>", "cp1256", False),
        ("<meta charset=utf-8>", "cp1256", True),
        ("<meta charset=windows-1256>", "utf-8", False),
        ("<meta charset=klingon>", "cp1256", True),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-6">',
            "iso8859-6",
            False,
        ),
        ("", "utf-16-le", True),
    ],
)
def test_charsets_declared_or_not(declared: str, encoding: str, guessed: bool):
    file = only((declared + PARAGRAPH).encode(encoding))
    assert texts(file) == [" ".join(PARAGRAPH[3:-4].split())]
    assert file.encoding == encoding
    assert (
        any(notice.code in ("encoding_guessed", "encoding_doubtful") for notice in file.notices)
        == guessed
    )


def test_double_breaks_end_paragraphs():
    assert texts(only("<div>واحد<br><br>\n<br>اثنان<br>تابع</div>")) == ["واحد", "اثنان تابع"]


def test_inline_elements_around_blocks_are_no_codes():
    file = only(f"<b><div>{PARAGRAPH}<p>قصير</p></div></b>")
    assert all(not unit.codes for unit in file.units)
    assert texts(file)[-1] == "قصير"


def test_white_space_is_collapsed_but_in_pre():
    assert texts(only("<p>  واحد\n\t اثنان </p>")) == ["واحد اثنان"]
    assert texts(only("<pre>واحد\n  اثنان</pre>")) == ["واحد\n  اثنان"]


def test_special_characters_become_codes():
    file = only("<p>مر\0حبا \x07 \ud800 \ue005</p>")
    [unit] = file.units
    assert [code.markup for code in unit.codes] == ["\0", "\x07", "\ud800", "\ue005"]
    assert {n.code for n in file.notices} == {"control_characters", "lone_surrogates"}


def test_references_to_control_characters_become_codes():
    [unit] = only("<p>مر&#1;حبا &#xFFFE; نعم<b>&#x1f;.</b></p>").units
    assert [code.markup for code in unit.codes] == ["\x01", "\ufffe", "<b>", "\x1f", "</b>"]


def test_hidden_text_is_left_out():
    page = f"<div>{PARAGRAPH}<p hidden>لا</p><p style='display: none'>لا</p><p>نعم</p></div>"
    assert texts(only(page))[1:] == ["نعم"]


def test_a_large_image_inside_its_address_loses_no_text():
    image = f"<img src='data:image/png;base64,{'A' * 12_000_000}'>"
    file = only(f"<div>{PARAGRAPH}<p>قبل {image} بعد</p>{PARAGRAPH}</div>")
    assert len(file.units) == 3
    assert len(file.units[1].codes[0].markup) < 200


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<html><body><script>document.write('<p>x</p>')</script></body></html>", "no_text"),
        ("<html><body><img src='a.png'></body></html>", "no_text"),
        ("<!-- nothing -->", "no_text"),
        ("<div>" * 5000 + PARAGRAPH + "</div>" * 5000, "wrong_format"),
        ("<b>" * 20_000 + "x", "wrong_format"),
        ('<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>&x;</p>', "xml_entities"),
        (" \n ", "blank"),
    ],
)
def test_refusals(page: str, reason: str):
    with pytest.raises(InputError) as caught:
        only(page)
    assert caught.value.reason == reason
    assert "page.html" in str(caught.value)


def test_nesting_up_to_the_parsers_limit_is_read():
    assert texts(only("<div>" * 1500 + PARAGRAPH + "</div>" * 1500))


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch):
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket, "socket", forbidden)
    monkeypatch.setattr(socket, "create_connection", forbidden)
    assert only(PAGE.replace("<head>", "<head><base href='http://127.0.0.1:9/'>")).units


@pytest.mark.shared
def test_a_saved_news_page(shared: Path):
    file = only(read_bytes(shared / "data" / "html" / "newspaper_arabic_article.html"))
    roles = [unit.role for unit in article(file)]
    assert roles[:3] == [Role.HEADLINE, Role.DATELINE, Role.PARAGRAPH]
    assert texts(file)[0] == "معارضون يسيطرون على مخازن للصواريخ بريف دمشق"
    joined = " ".join(texts(file))
    assert "السيدة زينب" in joined
    assert "الأردن يضبط" not in joined
    assert 9 <= len(article(file)) <= 12
    assert [code.label for code in article(file)[3].codes] == ["a", "/a"]


# --- out ---------------------------------------------------------------------------------------


def written(document: Document) -> str:
    return write(document, WriteOptions("out.html")).data.decode()


def rows(page: str) -> dict[str, html.HtmlElement]:
    found = html.document_fromstring(page).iterfind(".//tbody/tr[@id]")
    return {row.get("id"): row for row in found}


def test_both_sides_each_in_its_direction():
    page = written(small_document())
    found = rows(page)
    assert list(found) == [f"s{n}" for n in range(1, 7)]
    cells = [(c.get("lang"), c.get("dir")) for c in found["s1"].iterfind("td") if c.get("lang")]
    assert cells == [("ar", "rtl"), ("en", "ltr")]
    assert [c.text_content() for c in found["s1"]] == ["1", "عنوان الخبر", "Headline", "final"]


def test_a_latin_date_inside_arabic_keeps_its_order():
    document = Document()
    file = SourceFile("f1", "a.txt", LanguagePair("ar", "en"), "txt", b"")
    segment = Segment("s1", "u1", "31 January 2022 الدولية & <أ>")
    document.add_file(file, [TranslationUnit("u1", "f1")], [segment])
    cell = rows(written(document))["s1"].findall("td")[1]
    assert [(e.tag, e.get("dir"), e.text) for e in cell] == [("bdi", "ltr", "31 January 2022")]
    assert cell.text_content() == segment.source


def test_the_other_direction():
    document = Document()
    file = SourceFile("f1", "a.txt", LanguagePair("en-US", "ar-JO"), "txt", b"")
    segment = Segment("s1", "u1", "Confirm", "أكد", SegmentState.CONFIRMED)
    document.add_file(file, [TranslationUnit("u1", "f1")], [segment])
    cells = rows(written(document))["s1"].findall("td")
    assert [cell.get("dir") for cell in cells[1:3]] == ["ltr", "rtl"]


def test_unreviewed_drafts_are_marked_and_counted():
    for writer in (write, write_changes):
        result = writer(small_document(), WriteOptions("out.html"))
        found = rows(result.data.decode())
        drafts = [id_ for id_, row in found.items() if "draft" in row.get("class", "").split()]
        assert drafts == ["s2"]
        counts = {notice.code: dict(notice.facts)["count"] for notice in result.notices}
        assert counts["unreviewed_drafts"] == "1"


def test_changes_are_struck_out_and_underlined_word_by_word():
    document = Document()
    file = SourceFile("f1", "a.txt", LanguagePair("ar", "en"), "txt", b"")
    segment = Segment("s1", "u1", "قال", "He <said> it", SegmentState.CONFIRMED)
    document.add_file(file, [TranslationUnit("u1", "f1")], [segment])
    document.drafts.add([Draft(1, "s1", source_hash("قال"), "He saith it", "ct2", "m")])
    result = write_changes(document, WriteOptions("out.html")).data.decode()
    cell = rows(result)["s1"].findall("td")[2]
    assert [(e.tag, e.text_content()) for e in cell] == [("del", "saith"), ("ins", "<said>")]
    assert cell.text_content() == "He saith<said> it"
    plain = rows(written(document))["s1"].findall("td")[2]
    assert plain.text_content() == "He <said> it"


def test_nothing_in_it_is_live_or_remote():
    document = small_document()
    nasty = '</td><script>alert(1)</script><img src="http://x/">'
    segment = document.segment("s4")
    replaced = Document()
    replaced.add_file(
        replace(document.files[0], name=nasty),
        document.units,
        [replace(s, target=nasty) if s.id == segment.id else s for s in document.segments],
    )
    page = written(replaced)
    tree = html.document_fromstring(page)
    assert not tree.xpath("//script | //img | //link | //iframe | //@src | //@href")
    assert not re.search(r"url\(|@import", page)
    assert tree.find(".//title").text == nasty
    assert rows(page)["s4"].findall("td")[2].text_content() == nasty


def test_a_page_made_new_has_the_roles_and_nothing_live():
    document = Document()
    file = SourceFile("f1", "a.txt", LanguagePair("en", "ar"), "txt", b"")
    roles = (Role.HEADLINE, Role.PARAGRAPH, Role.LIST_ITEM, Role.LIST_ITEM, Role.FURNITURE)
    units = [TranslationUnit(f"u{n}", "f1", role) for n, role in enumerate(roles)]
    targets = ("عنوان", "<script>نص</script>", "بند", "آخر", "قائمة")
    segments = [
        Segment(f"s{n}", f"u{n}", "Source", target, SegmentState.CONFIRMED)
        for n, target in enumerate(targets)
    ]
    document.add_file(file, units, segments)
    page = html_write.write(document, WriteOptions("out.html")).data.decode()
    tree = html.document_fromstring(page)
    assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")
    assert tree.find(".//title").text == "عنوان"
    assert [(e.tag, e.text_content().strip()) for e in tree.find(".//article")] == [
        ("h1", "عنوان"), ("p", "<script>نص</script>"), ("ul", "بند\nآخر"),
    ]  # fmt: skip
    assert not tree.xpath("//script | //img | //link | //@src | //@href")
    [again] = read(page.encode(), ReadOptions("out.html"))
    assert again.pair == LanguagePair("ar", "en")
