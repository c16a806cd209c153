"""Books: what is read, in which order, and the book with the translation in its place."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import ClassVar

import pytest
from lxml import etree

from tests.translation.formats.epub_files import HEAD, epub, ncx, page, parts_of
from tests.translation.formats.in_place_contract import InPlaceContract, opened, texts, translate
from translation.errors import InputError
from translation.formats import FORMATS, ReadOptions, WriteOptions
from translation.model.edits import Put
from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair
from translation.model.segment import Role
from translation.work.building import build_document

SPEC = next(spec for spec in FORMATS if spec.id == "epub")
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
FIRST = page(
    '<a id="top"/><h1>الفصل الأول</h1><p>قال <b>الوزير</b> إن&#160;الحوار مهم.<br/>وأضاف أنه'
    ' مستمر.</p><p/><div class="note">ملاحظة <i>هنا</i>. ثم نص.</div><ul><li>بند</li></ul>'
    '<p><img src="a.png" alt="صورة الوزير"/></p>',
    "الفصل الأول",
)
SECOND = page("<h2>الفصل الثاني</h2><p>نص آخر.</p><table><tr><td>خلية</td></tr></table>", head="")
NAV = page(
    '<nav epub:type="toc" hidden="hidden"><h1>المحتويات</h1><ol><li><a href="a.xhtml">الفصل الأول'
    '</a></li><li><a href="b.xhtml">الفصل الثاني</a></li></ol></nav><nav epub:type="page-list">'
    '<ol><li><a href="a.xhtml#p1">١</a></li></ol></nav>'
)
SHEET = "body { direction: rtl; text-align:right } h1 { text-align: center }"
PICTURE = b"\x89PNG\r\n\x1a\nnot really" * 50
BOOK = {
    "nav.xhtml": NAV, "toc.ncx": ncx("الفصل الأول", "ملحق"), "a.xhtml": FIRST, "b.xhtml": SECOND,
    "s.css": SHEET, "a.png": PICTURE,
}  # fmt: skip
OLD = {"toc.ncx": ncx("الفصل"), "a.xhtml": page("<h1>الفصل</h1><p>نص قصير.</p>", "الفصل")}
LINKED = '<link rel="stylesheet" type="text/css" href="s.css"/>'
STYLED = {
    "a.xhtml": page(
        "<h1>عنوان</h1><p>فقرة.</p>",
        "عنوان",
        links=f"{LINKED}<style>p {{text-align: right}}</style>",
    ),
    "b.xhtml": page("<p>فقرة ثانية.</p><p>وثالثة.</p>", links=LINKED),
    "s.css": SHEET,
}


class TestEpubContract(InPlaceContract):
    format_id = "epub"
    samples: ClassVar = {
        "book": epub(BOOK), "old": epub(OLD, version="2.0"), "styled": epub(STYLED)
    }  # fmt: skip


def read(data: bytes):
    assert SPEC.read
    return SPEC.read(data, ReadOptions("a.epub", ARABIC_TO_ENGLISH))[0]


def translated(data: bytes, pair: LanguagePair = ARABIC_TO_ENGLISH) -> dict[str, bytes]:
    """Return the parts of a book with every text as its number."""
    assert SPEC.read
    document = build_document(SPEC.read(data, ReadOptions("in.epub", pair)))[0]
    translate(document, lambda number, _: f"Text {number}")
    assert SPEC.write
    written = SPEC.write(document, WriteOptions("out.epub")).data
    assert_sound(written)
    return parts_of(written)


def assert_sound(data: bytes) -> None:
    """Hold a book to what reading systems need: order, media, links within, well-formed pages."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert not first.extra
        assert data[30:58] == b"mimetypeapplication/epub+zip"
        assert archive.testzip() is None
        names = archive.namelist()
        package = etree.fromstring(archive.read("OEBPS/content.opf"))
        ids = {item.get("id") for item in package.iter(f"{OPF}item")}
        assert {ref.get("idref") for ref in package.iter(f"{OPF}itemref")} <= ids
        for item in package.iter(f"{OPF}item"):
            assert f"OEBPS/{item.get('href')}" in names
        for name in names:
            if name.endswith((".xhtml", ".ncx", ".opf")):
                etree.fromstring(archive.read(name))


def test_text_comes_in_reading_order_and_no_title_twice():
    found = read(epub(BOOK))
    assert [unit.text for unit in found.units if not unit.codes] == [
        "عنوان الكتاب", "الفصل الأول", "بند", "الفصل الثاني", "نص آخر.", "خلية", "المحتويات",
        "ملحق", "فصل",
    ]  # fmt: skip
    roles = {unit.text: unit.role for unit in found.units}
    assert roles["عنوان الكتاب"] is roles["الفصل الأول"] is roles["الفصل الثاني"] is Role.HEADLINE
    assert roles["بند"] is Role.LIST_ITEM
    assert roles["خلية"] is Role.CELL
    assert roles["المحتويات"] is Role.SUBHEADING
    assert [notice.code for notice in found.notices] == ["kept_as_it_is"]


def test_notes_that_are_shown_when_asked_for_are_text():
    note = '<aside epub:type="footnote" id="n" hidden="hidden"><p>نص الحاشية.</p></aside>'
    data = epub({"a.xhtml": page(f'<p>نص.</p>{note}<p hidden="hidden">لا يرى</p>')})
    assert [unit.text for unit in read(data).units[1:3]] == ["نص.", "نص الحاشية."]
    assert b'id="n" hidden="hidden"' in translated(data)["OEBPS/a.xhtml"]


def test_pages_of_epub_2_say_their_language_as_xml_does():
    body = '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ar"><head><title/></head><body>'
    data = epub({"a.xhtml": f"{HEAD}{body}<p>نص.</p></body></html>"}, version="2.0")
    root = etree.fromstring(translated(data)["OEBPS/a.xhtml"])
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert root.get("lang") is None


def test_pages_that_stand_in_no_spine_come_last():
    data = epub({"a.xhtml": FIRST, "b.xhtml": SECOND})
    parts = parts_of(data)
    opf = parts["OEBPS/content.opf"].replace(b'<itemref idref="i0"/>', b"")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, opf if name.endswith("opf") else part)
    found = [unit.text for unit in read(made.getvalue()).units]
    assert found.index("الفصل الثاني") < found.index("الفصل الأول")


def test_contents_package_and_titles_follow():
    parts = translated(epub(BOOK))
    package = etree.fromstring(parts["OEBPS/content.opf"])
    assert package.findtext(f".//{DC}title") == "Text 0"
    assert package.findtext(f".//{DC}language") == "en"
    spine = package.find(f"{OPF}spine")
    assert spine is not None
    assert spine.get("page-progression-direction") == "ltr"
    assert package.get("dir") == "ltr"
    first = etree.fromstring(parts["OEBPS/a.xhtml"])
    assert first.findtext(f".//{XHTML}title") == "Text 1" == first.findtext(f".//{XHTML}h1")
    assert first.get("dir") == "ltr"
    assert first.get("lang") == "en"
    nav = parts["OEBPS/nav.xhtml"].decode()
    assert '<a href="a.xhtml">Text 1</a>' in nav
    assert 'hidden="hidden"' in nav
    assert "١</a>" in nav
    contents = parts["OEBPS/toc.ncx"].decode()
    assert "<text>Text 1</text>" in contents
    assert "صفحة ١" in contents
    assert "عنوان الكتاب" not in contents


def test_what_is_not_translated_stays_byte_for_byte_and_as_it_is_packed():
    data = epub(BOOK)
    document = opened(SPEC, data)
    row = next(s for s in document.segments if s.source == "نص آخر.")
    document.apply(Put(row, replace(row, target="Another text.")))
    assert SPEC.write
    written = SPEC.write(document, WriteOptions("out.epub")).data
    before, after = parts_of(data), parts_of(written)
    assert [name for name in before if before[name] != after[name]] == ["OEBPS/b.xhtml"]
    assert list(before) == list(after)
    assert not after["OEBPS/b.xhtml"].startswith(b"<?xml")
    assert "Another text." in after["OEBPS/b.xhtml"].decode()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(written)) as new:
        one, other = old.getinfo("OEBPS/a.png"), new.getinfo("OEBPS/a.png")
        assert one.compress_size == other.compress_size


def test_style_sheets_are_turned_with_the_whole_book_and_blocks_otherwise():
    data = epub(STYLED)
    parts = translated(data)
    assert parts["OEBPS/s.css"] == (
        b"body { direction: ltr; text-align:left } h1 { text-align: center }"
    )
    assert b"style=" not in parts["OEBPS/a.xhtml"]
    assert b"<style>p {text-align: left}</style>" in parts["OEBPS/a.xhtml"]
    document = opened(SPEC, data)
    row = next(s for s in document.segments if s.source == "فقرة.")
    document.apply(Put(row, replace(row, target="One.")))
    assert SPEC.write
    some = parts_of(SPEC.write(document, WriteOptions("out.epub")).data)
    assert some["OEBPS/s.css"].decode() == SHEET
    assert "direction:ltr" in some["OEBPS/a.xhtml"].decode()
    assert b'direction="rtl"' in some["OEBPS/content.opf"]


def test_a_book_to_the_right_is_opened_from_there():
    english = LanguagePair("en", "ar")
    body = "<head><title>x</title></head><body><p>Some words.</p></body>"
    data = epub({"a.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml">{body}</html>'})
    package = etree.fromstring(translated(data, english)["OEBPS/content.opf"])
    spine = package.find(f"{OPF}spine")
    assert spine is not None
    assert spine.get("page-progression-direction") == "rtl"


ENCRYPTED = (
    f'{HEAD}<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"'
    ' xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
    '<enc:EncryptionMethod Algorithm="{}"/><enc:CipherData><enc:CipherReference'
    ' URI="OEBPS/a.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>'
)


def test_protected_books_are_refused_and_mangled_fonts_are_not():
    part = "META-INF/encryption.xml"
    locked = ENCRYPTED.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    with pytest.raises(InputError, match="protected against copying"):
        read(epub(BOOK, others={part: locked}))
    fonts = ENCRYPTED.format("http://www.idpf.org/2008/embedding")
    assert read(epub(BOOK, others={part: fonts})).units


def test_fixed_pages_and_words_in_drawings_are_told():
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><text>كلمة</text></svg>'
    meta = '<meta property="rendition:layout">pre-paginated</meta>'
    found = read(epub({"a.xhtml": page(f"<p>نص.</p>{drawing}"), "b.svg": drawing}, meta=meta))
    assert [notice.code for notice in found.notices] == [
        "drawn_texts", "pages_left_alone", "fixed_layout"
    ]  # fmt: skip


def test_characters_that_are_no_text_come_back_in_a_title():
    data = epub(OLD, title="كتاب \ue000 جديد", version="2.0")
    document = opened(SPEC, data)
    title = document.segments[0]
    assert "\ue000" in document.unit(title.unit_id).codes[0].markup
    document.apply(Put(title, replace(title, target=title.source.replace("جديد", "new"))))
    assert SPEC.write
    package = parts_of(SPEC.write(document, WriteOptions("out.epub")).data)["OEBPS/content.opf"]
    assert etree.fromstring(package).findtext(f".//{DC}title") == "كتاب \ue000 new"


def test_the_language_is_what_the_package_says():
    assert SPEC.read
    found = SPEC.read(epub(OLD, version="2.0"), ReadOptions("a.epub"))[0]
    assert found.pair == LanguagePair("ar", "en")
    # LibreOffice says of every book that it is English.
    opf = parts_of(epub(BOOK))["OEBPS/content.opf"].replace(b">ar<", b">en<")
    assert SPEC.read(epub_with("OEBPS/content.opf", opf), ReadOptions("a.epub"))[0].pair is None


REFUSED = {
    "no container": (lambda: epub_without("META-INF/container.xml"), "bad_zip"),
    "no package": (lambda: epub_without("OEBPS/content.opf"), "wrong_format"),
    "no pages": (lambda: epub({"s.css": SHEET}), "wrong_format"),
    "no text": (lambda: epub({"a.xhtml": page("<p> </p>")}), "no_text"),
    "entities": (
        lambda: epub({"a.xhtml": '<!DOCTYPE html [<!ENTITY a "b">]><html><p>&a;</p></html>'}),
        "xml_entities",
    ),
    "many marks": (lambda: epub({"a.xhtml": page("<p>a</p>" * 210_000)}), "zip_unsafe"),
    "cut off": (lambda: epub(BOOK)[:900], "bad_zip"),
    "protected": (
        lambda: epub(BOOK, others={"META-INF/encryption.xml": ENCRYPTED.format("urn:drm")}),
        "protected",
    ),
    "something else": (lambda: epub_with("mimetype", b"application/zip"), "wrong_format"),
}


def epub_without(name: str) -> bytes:
    return _rebuilt({n: d for n, d in parts_of(epub(BOOK)).items() if n != name})


def epub_with(name: str, data: bytes) -> bytes:
    return _rebuilt(parts_of(epub(BOOK)) | {name: data})


def _rebuilt(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_book_is_refused_in_a_sentence(case: str):
    make, reason = REFUSED[case]
    with pytest.raises(InputError) as caught:
        read(make())
    assert caught.value.reason == reason
    assert "a.epub" in str(caught.value)


def test_addresses_outside_and_missing_pages_are_passed_over():
    parts = parts_of(epub(BOOK))
    opf = parts["OEBPS/content.opf"].decode()
    opf = opf.replace('href="b.xhtml"', 'href="../../../etc/passwd"')
    found = read(epub_with("OEBPS/content.opf", opf.encode()))
    assert "الفصل الأول" in texts(opened(SPEC, found.original))


def test_what_pages_are_called_is_offered_once_where_it_stands_nowhere_else():
    book = {
        "a.xhtml": page("<h1>الفصل الأول</h1><p>نص.</p>", "الفصل الأول - الكتاب &amp; غيره"),
        "b.xhtml": page("<p>نص آخر.</p>", "الفصل الأول - الكتاب &amp; غيره"),
        "c.xhtml": page("<h1>خاتمة</h1>", "خاتمة"),
        "d.xhtml": page("<p>ملحق.</p>", "part0004_split_001.xhtml"),
        "e.xhtml": page("<hr/>", "صورة"),
        "f.xhtml": page("<p>ذيل.</p>", "<![CDATA[عنوان & آخر]]>"),
    }
    document = opened(SPEC, epub(book))
    offered = [unit.anchor for unit in document.units if unit.anchor.endswith("page title")]
    assert offered == ["OEBPS/a.xhtml page title", "OEBPS/e.xhtml page title"]
    translate(document, lambda number, _: f"Text {number} <&>")
    assert SPEC.write
    parts = parts_of(SPEC.write(document, WriteOptions("out.epub")).data)
    last = len(document.segments) - 1
    for name, number in (("a", last - 1), ("b", last - 1), ("e", last)):
        title = f"<title>Text {number} &lt;&amp;&gt;</title>"
        assert title.encode() in parts[f"OEBPS/{name}.xhtml"]


def test_what_stays_as_it_is_is_counted_by_kind():
    body = (
        '<p>نص <abbr title="منظمة">م</abbr> <span hidden="">سر</span><img src="a.png" alt="صورة"/>'
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>س</mi></math></p>'
        '<form><label>اسم</label><input placeholder="اكتب"/></form><p style="display:none">سر</p>'
    )
    meta = "<dc:description>وصف</dc:description><dc:subject>History</dc:subject>"
    [kept] = read(epub({"a.xhtml": page(body)}, meta=meta)).notices
    assert dict(kept.facts) == {
        "file": "a.epub", "hidden": "2", "alt_texts": "1", "tips": "1", "formulas": "1",
        "forms": "2", "properties": "1",
    }  # fmt: skip
