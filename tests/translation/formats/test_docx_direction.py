"""DOCX: paragraphs, runs, tables and sections turn the way the translation runs."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from tests.translation.formats.docx_samples import (
    SAMPLES,
    SECTION,
    cells,
    in_order,
    package,
    para,
    run,
    xml_of,
)
from translation.formats import ReadOptions, WriteOptions
from translation.formats.docx.direction import word_tag
from translation.formats.docx.names import R_PR, SECT_PR, TBL_PR, VAL, P, w
from translation.formats.docx.read import read
from translation.formats.docx.write import write
from translation.model.edits import Put
from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair
from translation.work.building import build_document

ENGLISH_TO_ARABIC = LanguagePair("en", "ar")


def turned(
    data: bytes, pair: LanguagePair = ARABIC_TO_ENGLISH, rows: int | None = None
) -> etree._Element:
    """Return the document with its first ``rows`` segments translated, all without a number."""
    document = build_document(read(data, ReadOptions("in.docx", pair)))[0]
    for segment in document.snapshot()[:rows]:
        document.apply(Put(segment, replace(segment, target="Text نص")))
    root = xml_of(write(document, WriteOptions("out.docx")).data)
    assert in_order(root) == []
    return root


def paragraph_properties(root: etree._Element, place: int = 0) -> dict[str, str | None]:
    """Return the properties of a paragraph, those of its mark and style left out."""
    paragraph = list(root.iter(P))[place]
    return listed(paragraph.find(w("pPr")))


def run_properties(root: etree._Element, place: int = 0) -> dict[str, str | None]:
    return listed(list(root.iter(w("r")))[place].find(R_PR))


def listed(properties: etree._Element | None) -> dict[str, str | None]:
    assert properties is not None
    return {
        str(child.tag).rpartition("}")[2]: child.get(VAL)
        for child in properties
        if child.tag not in (R_PR, w("pStyle"))
    }


def test_an_arabic_paragraph_turns():
    root = turned(package(para(run("نص"), '<w:bidi/><w:jc w:val="left"/><w:rPr><w:rtl/></w:rPr>')))
    # With w:bidi off, “left” is where lines start, as it was with it.
    assert paragraph_properties(root) == {"jc": "left"}
    mark = next(root.iter(P)).find(f"{w('pPr')}/{R_PR}")
    assert listed(mark) == {}
    assert run_properties(root) == {"lang": "en-US"}


def test_what_ends_lines_still_ends_them():
    trailing = para(run("التوقيع"), '<w:bidi/><w:jc w:val="right"/>')
    root = turned(package(para(run("نص")) * 3 + trailing))
    assert paragraph_properties(root, 3) == {"jc": "right"}
    ends = para(run("التوقيع"), '<w:bidi/><w:jc w:val="end"/>')
    assert paragraph_properties(turned(package(ends))) == {"jc": "end"}


def test_right_everywhere_meant_where_lines_start():
    habit = para(run("نص"), '<w:bidi/><w:jc w:val="right"/>')
    assert paragraph_properties(turned(package(habit * 3))) == {"jc": "left"}


def test_lines_filled_by_stretching_letters_are_filled_by_blanks():
    stretched = para(run("نص"), '<w:bidi/><w:jc w:val="mediumKashida"/>')
    assert paragraph_properties(turned(package(stretched))) == {"jc": "both"}


def test_text_set_right_without_bidi_is_mirrored():
    root = turned(SAMPLES["no bidi"])
    assert paragraph_properties(root) == {"ind": None, "jc": "left"}
    indent = next(root.iter(w("ind")))
    assert (indent.get(w("left")), indent.get(w("right"))) == ("700", "100")
    assert paragraph_properties(root, 1) == {}


def test_a_style_that_turns_is_turned_back():
    root = turned(package(para(run("نص", ""), '<w:pStyle w:val="rtl"/>')))
    assert paragraph_properties(root) == {"bidi": "0"}
    assert run_properties(root) == {"rtl": "0", "lang": "en-US"}


def test_latin_text_looks_as_the_arabic_did():
    root = turned(
        package(
            para(run("عنوان"), '<w:pStyle w:val="1"/><w:bidi/>')
            + para(run("نص", '<w:b/><w:iCs/><w:sz w:val="20"/><w:szCs w:val="30"/><w:rtl/>'))
            + para(run("نص", '<w:bCs/><w:color w:val="FF0000"/><w:cs/>'))
            + para(run("1", '<w:b/><w:szCs w:val="30"/>'))
        )
    )
    assert run_properties(root, 0) == {"sz": "36", "lang": "en-US"}
    second = run_properties(root, 1)
    assert second == {"i": None, "iCs": None, "sz": "30", "szCs": "30", "lang": "en-US"}
    third = run_properties(root, 2)
    assert third == {"b": None, "bCs": None, "color": "FF0000", "lang": "en-US"}
    assert run_properties(root, 3) == {"b": None, "szCs": "30", "lang": "en-US"}


def test_tables_turn_when_most_of_their_cells_are_translated():
    plain = package(para(run("نص")) + cells("واحد", "اثنان", "ثلاثة"))
    assert list(turned(plain).iter(w("bidiVisual"))) == []
    assert len(list(turned(plain, rows=2).iter(w("bidiVisual")))) == 1
    styled = turned(SAMPLES["table"])
    assert listed(next(styled.iter(TBL_PR))) == {"tblStyle": "t", "bidiVisual": "0"}


def test_a_nested_table_turns_by_its_own_cells():
    inner = cells("داخل")
    outer = cells("خارج").replace("</w:tc>", f"{inner}<w:p/></w:tc>", 1)
    root = turned(package(outer + para(run("نص"))), rows=1)
    outer_pr, inner_pr = root.iter(TBL_PR)
    assert outer_pr.find(w("bidiVisual")) is None
    assert inner_pr.find(w("bidiVisual")) is not None


def test_sections_turn_with_most_of_the_document():
    data = package(para(run("نص")) * 4 + SECTION)
    assert next(turned(data).iter(SECT_PR)).find(w("bidi")) is None
    assert next(turned(data, rows=1).iter(SECT_PR)).find(w("bidi")) is not None


def test_pictures_turn_with_the_text_around_them():
    data = package(para(run("نص")) * 3 + para("<w:r><w:drawing/></w:r>") + "<w:p/>")
    assert paragraph_properties(turned(data), 3) == {}
    assert paragraph_properties(turned(data, rows=1), 3) == {"bidi": None}
    assert len(list(turned(data).iter(P))[4]) == 0


def test_english_into_arabic():
    text = run("Text", '<w:rFonts w:ascii="Arial"/><w:b/><w:sz w:val="30"/>')
    table = cells("one", properties="<w:tblW w:w='0'/>").replace("<w:bidi/>", "")
    body = (
        para(text, '<w:ind w:left="9"/><w:jc w:val="left"/>')
        + table
        + "<w:sectPr><w:docGrid/></w:sectPr>"
    )
    root = turned(package(body), ENGLISH_TO_ARABIC)
    assert paragraph_properties(root) == {"bidi": None, "ind": None, "jc": "left"}
    found = run_properties(root)
    assert list(found) == ["rFonts", "b", "bCs", "sz", "szCs", "rtl", "lang"]
    assert found["szCs"] == "30"
    assert next(root.iter(w("rFonts"))).get(w("cs")) == "Arial"
    assert next(root.iter(w("lang"))).get(w("bidi")) == "ar-SA"
    assert list(listed(next(root.iter(TBL_PR)))) == ["bidiVisual", "tblW"]
    assert list(listed(next(root.iter(SECT_PR)))) == ["bidi", "docGrid"]


def test_one_direction_stays():
    body = para(run("Text", '<w:szCs w:val="9"/>'), '<w:jc w:val="right"/>')
    root = turned(package(body), LanguagePair("en", "fr"))
    assert paragraph_properties(root) == {"jc": "right"}
    assert run_properties(root) == {"szCs": "9", "lang": "fr"}
    root = turned(package(para(run("نص"))), LanguagePair("ar", "fa"))
    assert paragraph_properties(root) == {"bidi": None}
    assert next(root.iter(w("lang"))).get(w("bidi")) == "fa-IR"


def test_the_names_word_gives_languages():
    assert [word_tag(tag) for tag in ("en", "en-GB", "ar", "ar_EG", "fr", "not a tag")] == [
        "en-US", "en-GB", "ar-SA", "ar-EG", "fr", "und",
    ]  # fmt: skip
