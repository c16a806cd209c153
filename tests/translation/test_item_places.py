"""How items of lists are marked, for each format that counts them outside their text."""

from __future__ import annotations

import io

import docx
import pytest

from tests.translation.formats.epub_files import epub, page
from tests.translation.formats.odt_files import content, odt
from tests.translation.formats.pptx_files import Slide, para, pptx, shape
from translation.model.item_place import BULLET, GOES_ON, ItemPlace
from translation.work.documents import open_document
from translation.work.item_places import item_places

ONE, TWO, THREE = "البند الأول", "البند الثاني", "البند الثالث"
INNER, DOT = "بند داخلي", "بند بنقطة"
LINE = "قال الوزير إن الحوار مهم جدا"


def as_docx() -> bytes:
    made = docx.Document()
    made.add_paragraph(LINE)
    for text, style in (
        (ONE, "List Number"),
        (TWO, "List Number"),
        (INNER, "List Number 2"),
        (DOT, "List Bullet"),
        (THREE, "List Number"),
    ):
        made.add_paragraph(text, style)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def as_html() -> bytes:
    page = (
        f"<p>{LINE}</p><ol><li>{ONE}</li><li><p>{TWO}</p><p>{LINE} 2</p>"
        f"<ol type='a'><li>{INNER}</li></ol></li><li>{THREE}</li></ol><ul><li>{DOT}</li></ul>"
    )
    return f"<html lang='ar'><body>{page}</body></html>".encode()


def as_epub() -> bytes:
    body = as_html().decode().partition("<body>")[2].partition("</body>")[0].replace("'", '"')
    return epub({"one.xhtml": page(body)})


def as_md() -> bytes:
    lines = [f"# {LINE}", "", f"1. {ONE}", f"1. {TWO}", f"   1. {INNER}", f"1. {THREE}", "", LINE]
    return "\n".join([*lines, "", f"- {DOT}", ""]).encode()


def as_odt() -> bytes:
    style = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"'
        ' style:num-format="1"/><text:list-level-style-number text:level="2"'
        ' style:num-format="a"/></text:list-style><text:list-style style:name="L2">'
        '<text:list-level-style-bullet text:level="1"/></text:list-style>'
    )

    def item(text: str, inner: str = "") -> str:
        return f"<text:list-item><text:p>{text}</text:p>{inner}</text:list-item>"

    nested = f"<text:list>{item(INNER)}</text:list>"
    body = (
        f'<text:p>{LINE}</text:p><text:list text:style-name="L1">{item(ONE)}{item(TWO, nested)}'
        f'</text:list><text:list text:style-name="L2">{item(DOT)}</text:list>'
        f'<text:list text:style-name="L1" text:continue-numbering="true">{item(THREE)}</text:list>'
    )
    return odt("", **{"content.xml": content(body, style)})


def as_pptx() -> bytes:
    counted = '<a:buAutoNum type="arabicPeriod"/>'
    body = (
        para(ONE, inner=counted),
        para(TWO, inner=counted),
        para(INNER, properties='lvl="1"', inner='<a:buAutoNum type="alphaLcParenR"/>'),
        para(THREE, inner=counted),
        para(DOT, inner='<a:buChar char="•"/>'),
    )
    return pptx(Slide(shape(*body, place="", index=1)))


COUNTED = {
    ONE: ItemPlace(0, "1", 1),
    TWO: ItemPlace(0, "1", 2),
    THREE: ItemPlace(0, "1", 3),
}


def found(suffix: str, data: bytes, folder) -> dict[str, ItemPlace]:
    path = folder / f"a.{suffix}"
    path.write_bytes(data)
    document = open_document(path).document
    places = item_places(document).items()
    return {document.unit_segments(unit)[0].source: place for unit, place in places}


@pytest.mark.parametrize(
    ("suffix", "data", "inner"),
    [
        ("docx", as_docx(), ItemPlace(0, "1", 1)),  # a list of its own, in Word's template
        ("html", as_html(), ItemPlace(1, "a", 1)),
        ("epub", as_epub(), ItemPlace(1, "a", 1)),
        ("md", as_md(), ItemPlace(1, "1", 1)),
        ("odt", as_odt(), ItemPlace(1, "a", 1)),
        ("pptx", as_pptx(), ItemPlace(1, "a", 1)),
    ],
)
def test_numbers_and_levels(suffix, data, inner, tmp_path):
    items = found(suffix, data, tmp_path)
    assert {text: items[text] for text in COUNTED} == COUNTED
    assert items[INNER] == inner
    assert items[DOT].kind == BULLET
    assert LINE not in items


def test_a_further_paragraph_of_an_item_has_no_mark(tmp_path):
    assert found("html", as_html(), tmp_path)[f"{LINE} 2"] == ItemPlace(0, GOES_ON, 2)


@pytest.mark.parametrize(
    ("attributes", "numbers"),
    [("start='7'", [7, 8]), ("reversed", [2, 1]), ("start='x'", [1, 2])],
)
def test_a_page_says_where_a_list_begins(attributes, numbers, tmp_path):
    page = f"<p>{LINE}</p><ol {attributes}><li>{ONE}</li><li>{TWO}</li></ol>"
    items = found("html", f"<html lang='ar'><body>{page}</body></html>".encode(), tmp_path)
    assert [items[text].number for text in (ONE, TWO)] == numbers


def test_a_list_of_markdown_begins_anew_after_a_paragraph(tmp_path):
    text = f"# {LINE}\n\n3. {ONE}\n4. {TWO}\n\n{LINE}\n\n1. {THREE}\n"
    items = found("md", text.encode(), tmp_path)
    assert [items[text].number for text in (ONE, TWO, THREE)] == [3, 4, 1]


def test_a_document_without_lists_has_none(article):
    assert item_places(open_document(article).document) == {}
