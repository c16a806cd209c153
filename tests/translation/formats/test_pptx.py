"""Presentations: what is read, in which order, and the slides with the translation in place."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import ClassVar

import pytest
from lxml import etree

from tests.translation.formats.epub_files import parts_of
from tests.translation.formats.in_place_contract import InPlaceContract, opened, texts, translate
from tests.translation.formats.pptx_files import HEAD, NAMES, Slide, para, pptx, run, shape, table
from translation.errors import InputError
from translation.formats import FORMATS, ReadOptions, WriteOptions
from translation.model.edits import Put
from translation.model.inline import code_character, strip_codes
from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair
from translation.model.segment import Role
from translation.work.building import build_document

SPEC = next(spec for spec in FORMATS if spec.id == "pptx")
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
LINK = '<a:hlinkClick r:id="rId9"/>'
NUMBER = '<a:fld id="{1}" type="slidenum"><a:rPr lang="ar-SA"/><a:t>١</a:t></a:fld>'
NAMED = '<a:fld id="{2}" type="custom"><a:rPr lang="ar-SA"/><a:t>اسم الشركة</a:t></a:fld>'
RIGHT = 'algn="r" rtl="1"'
BREAK = '<a:br><a:rPr lang="ar-SA"/></a:br>'
TITLE = shape(para("عنوان العرض"), place="title")
BODY = shape(
    para(run("قال "), run("الوزير", 'b="1"'), run(" إن الحوار مهم. وأضاف أنه مستمر.")),
    para(run("هذا", 'i="1"'), run(" سطر أول طويل."), BREAK, run("وهذا سطر ثان."), properties=RIGHT),
    para(run("رابط: "), run("الموقع", inner=LINK), run(" هنا. وهو مفيد جدا لكم.")),
    para(run("هذه "), NAMED, run(" كما نعرفها. وهي كبيرة جدا الآن.")),
    para(run("صفحة "), NUMBER, run(" من العرض")),
    place="", index=1,
)  # fmt: skip
FOOTER = shape(para(NUMBER), place="sldNum", index=3)
NOTES = (
    shape(para("قل هذا للحضور."), place="body", index=1)
    + shape(para(NUMBER), place="sldNum", index=2)
)  # fmt: skip
TABLE = table(["الاسم", "العدد"], ["علي", "خمسة"])
GROUP = (
    '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="20" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    f"<p:grpSpPr/>{shape(para('نص في مجموعة'))}</p:grpSp>"
)
ALTERNATE = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    f"<mc:Choice Requires='a14'>{shape(para('نص بشكلين'))}</mc:Choice>"
    f"<mc:Fallback>{shape(para('نص بشكلين'))}</mc:Fallback></mc:AlternateContent>"
)
DATA = (
    f'{HEAD}<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    f" {NAMES}><dgm:ptLst><dgm:pt modelId='1'><dgm:t><a:bodyPr/><a:lstStyle/>{{}}</dgm:t></dgm:pt>"
    "</dgm:ptLst><dgm:extLst><a:ext uri='x'><dsp:dataModelExt relId='rId3'"
    " xmlns:dsp='http://schemas.microsoft.com/office/drawing/2008/diagram'/></a:ext></dgm:extLst>"
    "</dgm:dataModel>"
)
DRAWING = (
    f"{HEAD}<dsp:drawing xmlns:dsp='http://schemas.microsoft.com/office/drawing/2008/diagram'"
    f" {NAMES}><dsp:spTree><dsp:sp modelId='2'><dsp:txBody><a:bodyPr/><a:lstStyle/>{{}}"
    "</dsp:txBody></dsp:sp></dsp:spTree></dsp:drawing>"
)
CHART = (
    f'{HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" {NAMES}>'
    f"<c:chart><c:title><c:tx><c:rich><a:bodyPr/>{para('عنوان الرسم')}</c:rich></c:tx></c:title>"
    "<c:plotArea><c:ser><c:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>سلسلة</c:v></c:pt>"
    "</c:strCache></c:strRef></c:tx></c:ser></c:plotArea></c:chart></c:chartSpace>"
)
BESIDE = {
    "diagramData": ("diagrams/data1.xml", DATA.format(para("عقدة"))),
    "diagramDrawing": ("diagrams/drawing1.xml", DRAWING.format(para(run("عقدة", 'sz="900"')))),
    "chart": ("charts/chart1.xml", CHART),
}
WHOLE = pptx(
    Slide(TITLE + BODY + FOOTER, NOTES),
    Slide(shape(para("مخفية"), place="title"), is_hidden=True),
    Slide(shape(para("العنوان الثاني"), place="title") + TABLE + GROUP + ALTERNATE, beside=BESIDE),
)
STRICT = pptx(Slide(TITLE + BODY + TABLE, NOTES), is_strict=True)


class TestPptxContract(InPlaceContract):
    format_id = "pptx"
    samples: ClassVar = {"whole": WHOLE, "strict": STRICT, "small": pptx(Slide(TITLE + BODY))}


def read(data: bytes):
    assert SPEC.read
    return SPEC.read(data, ReadOptions("a.pptx", ARABIC_TO_ENGLISH))[0]


def translated(data: bytes, pair: LanguagePair = ARABIC_TO_ENGLISH) -> dict[str, bytes]:
    """Return the parts of a presentation with every text as its number."""
    assert SPEC.read
    assert SPEC.write
    document = build_document(SPEC.read(data, ReadOptions("in.pptx", pair)))[0]
    translate(document, lambda number, _: f"Text {number}")
    return parts_of(SPEC.write(document, WriteOptions("out.pptx")).data)


def paragraphs(part: bytes) -> dict[str, etree._Element]:
    """Return the paragraphs of a part by what stands in them."""
    root = etree.fromstring(part)
    return {"".join(t.text or "" for t in p.iter(f"{A}t")): p for p in root.iter(f"{A}p")}


def properties(paragraph: etree._Element) -> dict[str, str]:
    found = paragraph.find(f"{A}pPr")
    return {} if found is None else dict(found.attrib)


def test_slides_in_the_order_they_are_shown_with_all_their_text():
    found = read(WHOLE)
    assert [strip_codes(unit.text or "") for unit in found.units] == [
        "عنوان العرض", "قال الوزير إن الحوار مهم. وأضاف أنه مستمر.",
        "هذا سطر أول طويل. وهذا سطر ثان.",
        "رابط: الموقع هنا. وهو مفيد جدا لكم.", "هذه اسم الشركة كما نعرفها. وهي كبيرة جدا الآن.",
        "صفحة  من العرض", "قل هذا للحضور.",
        "العنوان الثاني", "الاسم", "العدد", "علي", "خمسة", "نص في مجموعة", "نص بشكلين",
        "عقدة", "عنوان الرسم",
    ]  # fmt: skip
    roles = [unit.role for unit in found.units]
    assert roles[0] is roles[7] is Role.HEADLINE
    assert roles[1] is Role.LIST_ITEM
    assert roles[8] is Role.CELL
    assert roles[6] is Role.PARAGRAPH
    labels = [[code.label for code in unit.codes] for unit in found.units[1:6]]
    assert labels == [
        ["b", "/b"], ["i", "/i", "br"], ["link", "/link"], ["field", "/field"], ["slidenum"],
    ]  # fmt: skip


def test_what_is_left_out_is_counted():
    hidden = shape(para("لا يرى"), extra='hidden="1"')
    picture = shape(para("نص"), extra='descr="صورة الوزير"')
    comments = f"{HEAD}<p:cmLst {NAMES}><p:cm><p:text>تعليق</p:text></p:cm></p:cmLst>"
    beside = {"comments": ("comments/comment1.xml", comments), "chart": ("charts/c.xml", CHART)}
    data = pptx(Slide(TITLE + hidden + picture, beside=beside), Slide(TITLE, is_hidden=True))
    found = read(data)
    assert "لا يرى" not in [unit.text for unit in found.units]
    *counts, kept = found.notices
    assert {notice.code: dict(notice.facts)["count"] for notice in counts} == {
        "slides_hidden": "1", "hidden_shapes": "1", "slide_comments": "1", "pptx_left_alone": "1",
    }  # fmt: skip
    assert dict(kept.facts) == {"file": "a.pptx", "alt_texts": "1"}


def test_arabic_slides_are_turned_and_what_is_centred_stays():
    parts = translated(WHOLE)
    slide = paragraphs(parts["ppt/slides/slide3.xml"])
    assert properties(slide["Text 0"]) == {"rtl": "0"}  # centred by the master
    assert properties(slide["Text 1 Text 2"]) == {"rtl": "0", "algn": "l"}  # right by the master
    assert properties(slide["Text 3Text 4"]) == {"rtl": "0", "algn": "l"}
    table = etree.fromstring(parts["ppt/slides/slide1.xml"]).find(f".//{A}tblPr")
    assert table is not None
    assert table.get("rtl") == "0"
    for name in ("ppt/slides/slide1.xml", "ppt/slides/slide3.xml"):
        root = etree.fromstring(parts[name])
        assert {e.get("lang") for e in root.iter(f"{A}rPr", f"{A}endParaRPr")} == {"en-US"}
        assert {e.get("rtlCol") for e in root.iter(f"{A}bodyPr")} <= {"0", None}
    assert b"rtl=" not in parts["ppt/presentation.xml"]


def test_what_runs_and_numbers_say_of_themselves_is_turned():
    body = shape(
        para(run("نص", inner="<a:rtl/>"), properties='algn="justLow" rtl="1"'),
        para("بند", properties='rtl="1"', inner='<a:buAutoNum type="arabic2Minus"/>'),
    )
    slide = paragraphs(translated(pptx(Slide(body)))["ppt/slides/slide1.xml"])
    assert slide["Text 0"].find(f".//{A}rtl") is None
    assert properties(slide["Text 0"]) == {"rtl": "0", "algn": "just"}
    numbers = slide["Text 1"].find(f"{A}pPr/{A}buAutoNum")
    assert numbers is not None
    assert numbers.get("type") == "alphaLcPeriod"


def test_english_slides_are_turned_to_the_right():
    body = shape(para("Some words."), para("Centred.", properties='algn="ctr"'), place="", index=1)
    data = pptx(Slide(body), rtl=False)
    slide = paragraphs(translated(data, LanguagePair("en", "ar"))["ppt/slides/slide1.xml"])
    assert properties(slide["Text 0"]) == {"rtl": "1", "algn": "r"}
    assert properties(slide["Text 1"]) == {"rtl": "1", "algn": "ctr"}


def test_forms_for_older_programs_and_drawings_of_diagrams_follow():
    parts = translated(WHOLE)
    slide = parts["ppt/slides/slide1.xml"].decode()
    assert "نص بشكلين" not in slide
    data, drawing = parts["ppt/diagrams/data1.xml"], parts["ppt/diagrams/drawing1.xml"]
    assert set(paragraphs(data)) == set(paragraphs(drawing))
    assert b'sz="900"' in drawing


def test_hidden_slides_masters_and_other_parts_stay_byte_for_byte():
    before, after = parts_of(WHOLE), translated(WHOLE)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {
        "ppt/slides/slide1.xml", "ppt/slides/slide3.xml", "ppt/notesSlides/notesSlide3.xml",
        "ppt/diagrams/data1.xml", "ppt/diagrams/drawing1.xml", "ppt/charts/chart1.xml",
        "ppt/presentation.xml",
    }  # fmt: skip


def test_fields_links_and_breaks_keep_their_elements():
    document = opened(SPEC, pptx(Slide(BODY)))
    for segment in document.snapshot():
        new = segment.source.replace("الموقع", "site").replace("اسم الشركة", "name")
        document.apply(Put(segment, replace(segment, target=new)))
    assert SPEC.write
    slide = parts_of(SPEC.write(document, WriteOptions("out.pptx")).data)["ppt/slides/slide1.xml"]
    root = etree.fromstring(slide)
    linked = [r for r in root.iter(f"{A}r") if r.find(f"{A}rPr/{A}hlinkClick") is not None]
    assert [r.findtext(f"{A}t") for r in linked] == ["site"]
    assert [f.findtext(f"{A}t") for f in root.iter(f"{A}fld")] == ["name", "١"]
    assert len(root.findall(f".//{A}br")) == 1
    for paragraph in root.iter(f"{A}p"):
        tags = [str(child.tag)[len(A) :] for child in paragraph]
        assert tags.index("pPr") == 0
        assert tags[-1] == "endParaRPr"


def test_a_line_end_that_was_typed_is_a_break():
    document = opened(SPEC, pptx(Slide(TITLE)))
    row = document.segments[0]
    document.apply(Put(row, replace(row, target="One\ntwo")))
    assert SPEC.write
    written = SPEC.write(document, WriteOptions("out.pptx")).data
    assert b"<a:br>" in parts_of(written)["ppt/slides/slide1.xml"]
    assert texts(opened(SPEC, written)) == ["One two"]


def without(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts_of(WHOLE).items():
            if part != name:
                archive.writestr(part, data)
    return made.getvalue()


def test_a_link_is_a_pair_however_short_the_text_beside_it_is():
    body = shape(para(run("اقرأ الخبر كله على الموقع", inner=LINK), " الآن"))
    [unit] = read(pptx(Slide(body))).units
    assert strip_codes(unit.text) == "اقرأ الخبر كله على الموقع الآن"
    assert unit.text.endswith(f"{code_character(1)} الآن")
    [alone] = read(pptx(Slide(shape(para(run("الموقع", inner=LINK)))))).units
    assert not alone.codes


def test_tips_and_letters_of_formulas_are_counted():
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = f'<m:oMath xmlns:m="{math}"><m:r><m:t>س</m:t></m:r></m:oMath>'
    tip = LINK.replace("<a:hlinkClick ", '<a:hlinkClick tooltip="تلميح" ')
    [kept] = read(pptx(Slide(shape(para(run("نص", inner=tip), formula))))).notices
    assert dict(kept.facts) == {"file": "a.pptx", "tips": "1", "formulas": "1"}


ENTITY = f'{HEAD}<!DOCTYPE a [<!ENTITY b "c">]><c:chartSpace xmlns:c="c">&b;</c:chartSpace>'
REFUSED = {
    "no content types": (lambda: without("[Content_Types].xml"), "bad_zip"),
    "no presentation": (lambda: without("ppt/presentation.xml"), "bad_zip"),
    "cut off": (lambda: WHOLE[:900], "bad_zip"),
    "no text": (lambda: pptx(Slide(shape(para(" "), place="title"))), "no_text"),
    "all hidden": (lambda: pptx(Slide(TITLE, is_hidden=True)), "no_text"),
    "many marks": (lambda: pptx(Slide(shape("<a:p/>" * 410_000))), "zip_unsafe"),
    "entities": (
        lambda: pptx(Slide(TITLE, beside={"chart": ("charts/c.xml", ENTITY)})), "xml_entities",
    ),
    "too deep": (lambda: pptx(Slide("<p:sp>" * 300 + "</p:sp>" * 300)), "bad_xml"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_presentation_is_refused_in_a_sentence(case: str):
    make, reason = REFUSED[case]
    with pytest.raises(InputError) as caught:
        read(make())
    assert caught.value.reason == reason
    assert "a.pptx" in str(caught.value)


def test_slides_that_are_missing_or_lead_outside_are_passed_over():
    data = without("ppt/slides/slide3.xml")
    assert read(data).units[0].text == "العنوان الثاني"
