"""Results of fields, hidden text and what is left out of an OpenDocument text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tests.translation.formats.odt_files import AUTOMATIC, content, fodt, odt
from tests.translation.formats.odt_texts import SPEC, part, read, write
from tests.translation.formats.test_docx_fields import latin
from tests.translation.formats.test_odt import q, shown
from translation.errors import notice_sentence
from translation.formats.plain_text import write as write_text
from translation.formats.spec import WriteOptions
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.inline import is_code
from translation.work.building import build_document

HIDING = """
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/>
</style:style><style:style style:name="HP" style:family="paragraph"
 style:parent-style-name="Standard"><style:text-properties text:display="none"/></style:style>
"""
REF = '<text:bookmark-ref text:ref-name="b">الفصل الثاني</text:bookmark-ref>'
FIELDS = (
    f"<text:p>كما في {REF} والجدول"
    ' <text:sequence text:name="Table" text:formula="ooow:Table+1">٣</text:sequence>.</text:p>'
    '<text:p><text:span text:style-name="T4">كتب</text:span> <text:span text:style-name="T1">'
    '<text:user-defined text:name="Co">جمعية الوادي</text:user-defined></text:span> ذلك.</text:p>'
    '<text:p>قال <text:conditional-text text:condition="ooow:1==1" text:string-value-if-true="نعم"'
    ' text:string-value-if-false="لا">نعم</text:conditional-text> أمس.</text:p>'
    "<text:p><text:page-number>12</text:page-number></text:p>"
)
SECRET = "<text:p>سرّ</text:p>"
HIDDEN_WAYS = {
    "span": '<text:p><text:span text:style-name="H">سرّ</text:span></text:p>',
    "paragraph style": '<text:p text:style-name="HP">سرّ</text:p>',
    "section": f'<text:section text:name="s" text:display="none">{SECRET}</text:section>',
    "condition": '<text:section text:name="s" text:display="condition" text:is-hidden="true">'
    f"{SECRET}</text:section>",
    "hidden paragraph": '<text:p><text:hidden-paragraph text:is-hidden="true"/>سرّ</text:p>',
    "hidden text": '<text:p>.<text:hidden-text text:string-value="سرّ" text:is-hidden="true"/>'
    "</text:p>",
    "text box": '<text:p><text:span text:style-name="H"><draw:frame><draw:text-box>'
    f"{SECRET}</draw:text-box></draw:frame></text:span></text:p>",
}  # fmt: skip


def hiding(body: str) -> bytes:
    return odt(body, **{"content.xml": content(body, AUTOMATIC + HIDING)})


def notices(data: bytes) -> list[str]:
    return [notice_sentence(notice) for notice in read(data).notices]


def rewritten(data: bytes) -> Document:
    document = build_document([read(data)])[0]
    for segment in document.snapshot():
        target = "".join(c if is_code(c) else latin(c) for c in segment.source)
        document.apply(Put(segment, replace(segment, target=target)))
    return document


def body_of(data: bytes) -> list[str]:
    """Return the paragraphs as they stand in the file, without their styles."""
    found = part(data).find(f".//{q('office:text')}")
    assert found is not None
    return ["".join(map(str, p.itertext())) for p in found.iter(q("text:p"))]


def test_results_of_fields_are_text_and_stay_in_their_fields():
    data = odt(FIELDS)
    assert shown(data) == [
        "كما في <bookmark-ref>الفصل الثاني</bookmark-ref> والجدول <sequence>٣</sequence>.",
        "<u>كتب</u> <user-defined>جمعية الوادي</user-defined> ذلك.",
        "قال <conditional->نعم</conditional-> أمس.",
    ]
    made = write(rewritten(data))
    root = part(made)
    assert body_of(made)[0] == "xxx xx xxxxx xxxxxx xxxxxxx 3."
    for name in ("bookmark-ref", "sequence", "user-defined", "conditional-text"):
        [field] = root.iter(q(f"text:{name}"))
        assert (field.text, len(field)) != ("", 1)
        assert "x" in (field.text or "") or field.text == "3"
    [fixed] = root.iter(q("text:user-defined"))
    assert fixed.get(q("text:fixed")) == "true"
    assert fixed.getparent().tag == q("text:span")
    [condition] = root.iter(q("text:conditional-text"))
    assert condition.get(q("text:string-value-if-true")) == "xxx"
    assert "results of fields are text, and stay within their fields" in notices(data)[-1]


def test_a_field_that_a_program_fills_anew_is_declared_anew():
    body = (
        '<text:user-field-decls><text:user-field-decl text:name="n" office:string-value="سلمى"/>'
        '</text:user-field-decls><text:p>قالت <text:user-field-get text:name="n">سلمى'
        "</text:user-field-get> ذلك.</text:p>"
    )
    [declared] = part(write(rewritten(odt(body)))).iter(q("text:user-field-decl"))
    assert declared.get(q("office:string-value")) == "xxxx"


def test_citations_show_their_translation():
    body = (
        '<text:p>كتب <text:bibliography-mark text:identifier="الوادي 2019">[الوادي 2019]'
        '</text:bibliography-mark> و<text:bibliography-mark text:identifier="w1"'
        ' text:title="(سلمى)">(سلمى)</text:bibliography-mark>.</text:p>'
    )
    first, second = part(write(rewritten(odt(body)))).iter(q("text:bibliography-mark"))
    assert first.get(q("text:identifier")) == "xxxxxx 2019"
    assert (second.get(q("text:identifier")), second.get(q("text:title"))) == ("w1", "(xxxx)")


def test_a_field_left_out_goes_round_the_same_number_and_holds_no_codes():
    document = build_document([read(odt(FIELDS))])[0]
    first, second = document.snapshot()[:2]
    document.apply(Put(first, replace(first, target="Table 3 as in chapter two.")))
    codes = [c for c in second.source if is_code(c)]
    crossed = f"Wrote {codes[2]}The {codes[0]}Valley{codes[1]}{codes[3]} it."
    document.apply(Put(second, replace(second, target=crossed)))
    root = part(write(document))
    [number] = root.iter(q("text:sequence"))
    assert number.text == "3"
    [company] = root.iter(q("text:user-defined"))
    assert (company.text, len(company)) == ("The Valley", 0)


def test_a_plain_text_holds_the_results():
    document = build_document([read(odt(FIELDS))])[0]
    assert "والجدول ٣." in write_text(document, WriteOptions("a.txt")).data.decode()


def test_projects_of_before_are_filled_by_the_codes_they_have():
    file = read(hiding(f'<text:p>كما <text:span text:style-name="H">سرّ</text:span> {REF}</text:p>'))
    document = build_document([replace(file, extraction='{"source": "ar"}')])[0]
    segment = document.snapshot()[0]
    document.apply(Put(segment, replace(segment, target="See \ue000")))
    assert body_of(write(document)) == ["See الفصل الثاني"]


@pytest.mark.parametrize("way", HIDDEN_WAYS)
def test_hidden_text_is_left_out_however_it_is_hidden_and_counted(way: str):
    data = hiding(f"<text:p>ظاهر</text:p>{HIDDEN_WAYS[way]}")
    assert shown(data) == ["ظاهر"]
    assert notices(data) == ["a.odt: not translated, and kept as it is: 1 hidden text."]
    made = write(rewritten(data))
    was, now = (list(part(one).iter(q("text:p")))[1] for one in (data, made))
    assert etree.tostring(was) == etree.tostring(now)


def test_hidden_words_among_others_stay_hidden():
    body = '<text:p>الثمن<text:span text:style-name="H"> (سعر سري)</text:span> معلن.</text:p>'
    data = hiding(body)
    assert shown(data) == ["الثمن<hidden> معلن."]
    for source in (data, fodt(body).replace(b"</office:automatic-styles>", HIDING.encode()
                              + b"</office:automatic-styles>", 1)):  # fmt: skip
        document = build_document([read(source)])[0]
        [segment] = document.snapshot()
        document.apply(Put(segment, replace(segment, target="The price is public.")))
        assert SPEC.write
        name = "a.odt" if source is data else "a.fodt"
        made = SPEC.write(document, WriteOptions(name)).data
        root = part(made) if source is data else etree.fromstring(made)
        [span] = root.iter(q("text:span"))
        assert (span.get(q("text:style-name")), span.text) == ("H", " (سعر سري)")


def test_what_is_left_out_is_counted_in_one_notice():
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>محذوف</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>نص<office:annotation><text:p>رأي</text:p></office:annotation> و"
        '<text:a xlink:href="#a" office:title="تلميح">رابط</text:a><text:ruby><text:ruby-base>أساس'
        "</text:ruby-base><text:ruby-text>شرح</text:ruby-text></text:ruby><draw:frame>"
        '<draw:object xlink:href="./Object 1"/><svg:title>صورة</svg:title></draw:frame>'
        '<draw:frame><draw:object xlink:href="./Object 2"/></draw:frame>'
        '<text:drop-down text:name="d"><text:label text:value="أول"/>أول</text:drop-down></text:p>'
    )
    math = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>س</mi></math>'
    meta = (
        '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>عنوان</dc:title>'
        "</office:meta></office:document-meta>"
    )
    data = odt(
        body,
        **{"Object 1/content.xml": math, "Object 2/content.xml": "<chart/>", "meta.xml": meta},
    )
    assert notices(data) == [
        "a.odt: not translated, and kept as it is: 1 comment, 1 tracked deletion,"
        " 1 alt text, 1 tool tip, 1 ruby text above words, 1 formula with letters,"
        " 1 choice of a list, 1 chart, diagram or document within it,"
        " 1 property of the document."
    ]


def test_rows_and_columns_that_writer_shows_all_the_same_are_text():
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    table = (
        '<table:table><table:table-column table:visibility="collapse"/><table:table-column/>'
        f'<table:table-row table:visibility="collapse">{cell.format("أول")}{cell.format("ثان")}'
        "</table:table-row></table:table>"
    )
    assert shown(odt(table)) == ["أول", "ثان"]
    assert notices(odt(table)) == []


def test_choices_of_word_forms_are_counted():
    names = 'xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"'
    body = (
        f"<text:p>اختر <field:fieldmark {names}><field:param field:name='Dropdown_ListEntry'"
        " field:value='الكويت'/></field:fieldmark></text:p>"
    )
    assert "1 choice of a list" in notices(odt(body))[0]


@pytest.mark.shared
def test_the_cases(shared: Path):
    folder = shared / "cases/articles/more"
    hidden = (folder / "e14_odt_hidden.odt").read_bytes()
    assert shown(hidden) == ["يفتح السوق صباحا<hidden> كل جمعة.", "وظاهر<hidden> هذا."]
    assert notices(hidden) == ["a.odt: not translated, and kept as it is: 3 hidden texts."]
    made = part(write(rewritten(hidden)))
    spans = [(s.get(q("text:style-name")), s.text) for s in made.iter(q("text:span"))]
    assert spans == [("H", " (السعر السري ألف دينار)"), ("H", "فقرة مخفية كلها للمحرر.")]
    fields = (folder / "e15_odt_fields.odt").read_bytes()
    assert "الفصل الثاني" in shown(fields)[0]
    assert "1 comment" in notices(fields)[0]
    made = part(write(rewritten(fields)))
    for name in ("bookmark-ref", "sequence", "user-defined", "bibliography-mark"):
        assert not any(map(latin_only, made.iter(q(f"text:{name}")))), name


def latin_only(field: etree._Element) -> bool:
    return any("\u0621" <= c <= "\u064a" for c in field.text or "")
