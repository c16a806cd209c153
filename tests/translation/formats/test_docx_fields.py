"""Results of fields, hidden text and what is left out of a DOCX."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tests.translation.formats.docx_samples import RELATION, char, field, package, para, part, run
from tests.translation.formats.in_place_contract import texts
from tests.translation.formats.test_docx import (
    document_of,
    shown_units,
    units,
    with_targets,
    xml_of,
)
from translation.errors import notice_sentence
from translation.formats.docx.names import FALLBACK, P, T, w
from translation.formats.docx.read import read
from translation.formats.docx.write import write
from translation.formats.plain_text import write as write_text
from translation.formats.spec import ReadOptions, WriteOptions
from translation.model.edits import Put
from translation.model.inline import is_code
from translation.work.building import build_document


def simple(instruction: str, result: str) -> str:
    return f'<w:fldSimple w:instr=" {instruction} ">{run(result)}</w:fldSimple>'


def notices(data: bytes) -> list[str]:
    [file] = read(data, ReadOptions("in.docx"))
    return [notice_sentence(notice) for notice in file.notices]


def rewritten(data: bytes, make: Callable[[str], str], name: str = "out.docx") -> bytes:
    """Return the export with every letter of every segment made anew, codes kept."""
    document = build_document(read(data, ReadOptions(name)))[0]
    for segment in document.snapshot():
        target = "".join(c if is_code(c) else make(c) for c in segment.source)
        document.apply(Put(segment, replace(segment, target=target)))
    return write(document, WriteOptions(name)).data


def latin(letter: str) -> str:
    if letter.isdecimal():
        return str(int(letter))
    return "x" if letter.isalpha() else letter


def arabic_in(root: etree._Element) -> list[str]:
    return [
        t.text for t in root.iter(T) if t.text and any("\u0621" <= c <= "\u064a" for c in t.text)
    ]


FIELDS = package(
    para(run("انظر ") + field("REF _Ref1 \\h", run("الفصل الثاني")) + run(" من التقرير."))
    + para(run("الجدول ") + simple("SEQ Table", "٣") + run(": محصول الزيتون."))
    + para(run("كتب ") + field("ADDIN ZOTERO {&quot;x&quot;:1}", run("(الوادي، 2021)")) + run("."))
    + para(field("DOCPROPERTY Company", run("جمعية الوادي")))
    + para(run("اطلب ") + field("IF " + "1 = 1", run("نعم") + run("كلا", "<w:bCs/><w:rtl/>")))
)


def test_results_of_fields_are_text_and_stay_in_their_fields():
    assert shown_units(FIELDS) == [
        "انظر [REF]الفصل الثاني[/REF] من التقرير.",
        "الجدول [SEQ]٣[/SEQ]: محصول الزيتون.",
        "كتب [ADDIN](الوادي، 2021)[/ADDIN].",
        "جمعية الوادي",
        "اطلب [IF]نعم[b]كلا[/b][/IF]",
    ]
    written = rewritten(FIELDS, latin)
    assert arabic_in(xml_of(written)) == []
    assert [text.replace("x", "") for text in texts(document_of(written))]  # and can be read again
    was, now = xml_of(FIELDS), xml_of(written)
    for tag in ("instrText", "fldChar", "fldSimple"):
        assert len(list(now.iter(w(tag)))) == len(list(was.iter(w(tag)))), tag
    inside = [
        "".join(t.text or "" for t in simple_field.iter(T))
        for simple_field in now.iter(w("fldSimple"))
    ]
    assert inside == ["3"]
    assert notices(FIELDS) == [
        "in.docx: 4 results of fields are text, and stay within their fields;"
        " office programs work them out anew when asked to."
    ]


def test_a_plain_text_holds_the_results():
    document = document_of(FIELDS)
    assert "الجدول ٣: محصول" in write_text(document, WriteOptions("a.txt")).data.decode()


def test_a_field_left_out_goes_round_the_same_number():
    data = package(para(run("الجدول ") + simple("SEQ Table", "٣") + run(": محصول.")))
    written = with_targets(data, "Table 3: harvest.")
    assert shown_units(written) == ["Table [SEQ]3[/SEQ]: harvest."]


def test_projects_of_before_are_filled_by_the_codes_they_have():
    data = package(
        para(run("انظر ") + field("REF a", run("الفصل")) + run(" كله."))
        + para(run("مخفي بالأسلوب"), '<w:pStyle w:val="h"/>'),
        {"word/styles.xml": HIDING},
    )
    [file] = read(data, ReadOptions("in.docx"))
    document = build_document([replace(file, extraction='{"anchors": "part place"}')])[0]
    first = document.snapshot()[0]
    document.apply(Put(first, replace(first, target="See \ue000 all.")))
    written = xml_of(write(document, WriteOptions("out.docx")).data)
    assert ["".join(t.text or "" for t in p.iter(T)) for p in written.iter(P)] == [
        "See الفصل all.",
        "مخفي بالأسلوب",
    ]


HIDING = part(
    "styles",
    '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="Hid"/><w:rPr><w:vanish/></w:rPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="k"><w:name w:val="Kid"/>'
    '<w:basedOn w:val="h"/></w:style><w:style w:type="character" w:styleId="c">'
    '<w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="t"><w:name w:val="Dark"/><w:rPr><w:vanish/></w:rPr>'
    "</w:style>",
)
SECRET = run("سرّ")
HIDDEN_WAYS = {
    "run": para(run("سرّ", "<w:vanish/><w:rtl/>")),
    "always": para(run("سرّ", "<w:specVanish/>")),
    "run style": para(run("سرّ", '<w:rStyle w:val="c"/>')),
    "paragraph style": para(SECRET, '<w:pStyle w:val="h"/>'),
    "based on": para(SECRET, '<w:pStyle w:val="k"/>'),
    "table style": '<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr><w:tr><w:tc>'
    f"{para(SECRET)}</w:tc></w:tr></w:tbl>",
    "row": "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>"
    + para(run("سرّ", '<w:vanish w:val="0"/>'))
    + "</w:tc></w:tr></w:tbl>",
    "field": para(
        "".join(
            one.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
            for one in (char("begin"), char("separate"))
        )
        + run("سرّ", "<w:vanish/>")
        + char("end").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    ),
    "text box": para(
        "<w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:rect><v:textbox><w:txbxContent>"
        f"{para(SECRET)}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", HIDDEN_WAYS)
def test_hidden_text_is_left_out_however_it_is_hidden_and_counted(way: str):
    data = package(para(run("ظاهر")) + HIDDEN_WAYS[way], {"word/styles.xml": HIDING})
    assert shown_units(data) == ["ظاهر"]
    assert notices(data) == ["in.docx: not translated, and kept as it is: 1 hidden text."]
    was, now = xml_of(data), xml_of(rewritten(data, latin))
    assert etree.tostring(list(was.iter(P))[1]) == etree.tostring(list(now.iter(P))[1])


def test_what_two_styles_or_the_run_itself_show_again_is_seen():
    shown = para(run("ظاهر", '<w:rStyle w:val="c"/>'), '<w:pStyle w:val="h"/>') + para(
        run("وظاهر", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="h"/>'
    )
    data = package(shown, {"word/styles.xml": HIDING})
    assert shown_units(data) == ["ظاهر", "وظاهر"]
    assert notices(data) == []
    web = package(para(run("في الورق ", "<w:webHidden/>") + run("كله")))
    assert shown_units(web) == ["في الورق كله"]


def test_hidden_words_among_others_keep_their_properties():
    secret = run(" (سعر سري)", '<w:rStyle w:val="c"/><w:rtl/>')
    data = package(para(run("الثمن") + secret + run(" معلن.")), {"word/styles.xml": HIDING})
    assert shown_units(data) == ["الثمن[hidden] معلن."]
    now = xml_of(with_targets(data, "The price is public."))
    [kept] = [t.getparent() for t in now.iter(T) if "سري" in (t.text or "")]
    assert [child.tag for child in kept[0]] == [w("rStyle"), w("rtl")]


def test_the_note_of_a_hidden_reference_is_hidden():
    reference = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2">{para(run("سرّ"))}</w:footnote>'
    data = package(
        para(run("ظاهر") + reference),
        {"word/footnotes1.xml": part("footnotes", note)},
        f'<Relationship Id="f" Type="{RELATION}/footnotes" Target="footnotes1.xml"/>',
    )
    assert shown_units(data) == ["ظاهر"]


DELETED_MARK = '<w:bidi/><w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'


def test_paragraphs_whose_mark_between_is_deleted_are_one():
    data = package(
        para(run("نصف أول "), DELETED_MARK)
        + para('<w:del w:id="2"><w:r><w:delText>وسط</w:delText></w:r></w:del>', DELETED_MARK)
        + para(run("ونصف ثان."))
        + para(run("وأخرى."))
    )
    assert shown_units(data) == ["نصف أول [del]ونصف ثان.", "وأخرى."]
    now = xml_of(rewritten(data, latin))
    found = ["".join(t.text or "" for t in p.iter(T)) for p in now.iter(P)]
    assert found == ["", "", "xxx xxx xxxx xxx.", "xxxxx."]
    assert len(list(now.iter(w("del")))) == 3
    assert [unit.anchor for unit in units(data)] == ["word/document.xml 2", "word/document.xml 3"]


def test_a_paragraph_moved_away_stays_where_it_was():
    moved = '<w:bidi/><w:rPr><w:moveFrom w:id="1"/></w:rPr>'
    gone = f'<w:moveFrom w:id="2">{run("نقلت")}</w:moveFrom>'
    data = package(para(gone, moved) + para(run("باقية.")))
    now = xml_of(rewritten(data, latin))
    found = ["".join(t.text or "" for t in p.iter(T)) for p in now.iter(P)]
    assert found == ["نقلت", "xxxxx."]


def test_hidden_text_joins_nothing_that_is_seen():
    hidden = '<w:pStyle w:val="h"/><w:rPr><w:del w:id="1"/></w:rPr>'
    data = package(para(SECRET, hidden) + para(run("ظاهر")), {"word/styles.xml": HIDING})
    assert shown_units(data) == ["ظاهر"]


def test_what_is_left_out_is_counted_in_one_notice():
    body = (
        para(run("نص ") + '<w:del w:id="1"><w:r><w:delText>محذوف</w:delText></w:r></w:del>'
             + "<w:r><w:ruby><w:rt>" + run("شرح") + "</w:rt><w:rubyBase>" + run("أساس")
             + "</w:rubyBase></w:ruby></w:r>"
             + '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r>'
             "<m:t>س</m:t></m:r></m:oMath>")
        + para(f'<w:hyperlink w:anchor="a" w:tooltip="تلميح">{run("رابط")}</w:hyperlink>')
        + para('<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="صورة"/></wp:inline>'
               "</w:drawing></w:r>" + run("صورة"))
        + para("<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText='أول' w:value='1'/>"
               "<w:listItem w:displayText='ثان' w:value='2'/></w:dropDownList></w:sdtPr>"
               f"<w:sdtContent>{run('أول')}</w:sdtContent></w:sdt>")
        + para("<w:r><w:pict><v:shape alt='وصف'><v:textpath string='سر'/></v:shape></w:pict></w:r>")
    )  # fmt: skip
    comment = f'<w:comment w:id="7">{para(run("رأي"))}</w:comment>'
    relation = f'<Relationship Id="c" Type="{RELATION}/comments" Target="comments1.xml"/>'
    data = package(body, {"word/comments1.xml": part("comments", comment)}, relation)
    assert notices(data) == [
        "in.docx: not translated, and kept as it is: 1 comment, 1 tracked deletion,"
        " 2 alt texts, 1 tool tip, 1 ruby text above words, 1 formula with letters,"
        " 1 choice of a list, 1 text of WordArt."
    ]


def said_by(*runs: str) -> str:
    """Return a field without a result whose instruction is cut into runs."""
    inside = "".join(
        f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>' for text in runs
    )
    return char("begin") + inside + char("end")


def test_instructions_cut_into_runs_are_read_as_one():
    body = para(
        run("اضغط ")
        + said_by(" MACROBUTTON NoMacro ", "انقر هنا")
        + run(" واقرأ ")
        + said_by(" EQ \\* jc2 \\o\\ad(\\s\\up 9(", "فوق", "),", "تحت", ") ")
        + said_by(" EQ \\f(", "س", ",2)")
        + said_by(' XE "', "مدخل", '" ')
        + field(
            'HYPERLINK "http://127.0.0.1/" \\o "</w:instrText></w:r><w:r><w:instrText>تلميح"',
            run("رابط"),
        )
        + field('IF a = b "السيد" "السيدة"', run("السيد"))
        + simple("SET x &quot;قيمة&quot;", "قيمة")
    )
    found = notices(package(body))[0]
    assert "1 tool tip, 1 ruby text above words, 1 formula with letters" in found
    assert "4 texts in the instructions of fields, 1 entry for an index" in found


def test_levels_of_a_table_of_contents_are_no_tool_tip():
    contents = field('TOC \\o "1-3" \\h', run("الفصل"))
    entry = field('XE "فهرس"', "")
    assert notices(package(para(entry + run("نص")))) == [
        "in.docx: not translated, and kept as it is: 1 entry for an index."
    ]
    link = field('HYPERLINK "http://127.0.0.1:9/" \\o "تلميح"', run("رابط"))
    assert notices(package(para(contents))) == [
        "in.docx: 1 result of a field is text, and stays within its field;"
        " office programs work it out anew when asked to."
    ]
    assert notices(package(para(link))) == [
        "in.docx: not translated, and kept as it is: 1 tool tip."
    ]


CASES = {
    "docx/fields.docx": ["5 results of fields are text, and stay within their fields"],
    "docx/comments.docx": ["1 comment"],
    "reports/r07-alt.docx": ["1 alt text, 1 ruby text above words, 1 formula with letters"],
    "more/a1_fields_ref_seq.docx": ["results of fields are text"],
    "more/a3_hidden.docx": ["3 hidden texts"],
    "more/a4_comments.docx": ["1 comment"],
    "more/e02_okapi166_box.docx": ["1 alt text"],
    "more/e11_okapi1080_revisions.docx": ["3 tracked deletions"],
}


@pytest.mark.shared
@pytest.mark.parametrize("name", CASES)
def test_the_cases(shared: Path, name: str):
    data = (shared / "cases/articles" / name).read_bytes()
    for wanted, said in zip(CASES[name], notices(data), strict=True):
        assert wanted in said
    now = xml_of(rewritten(data, latin))
    left = [t for t in now.iter(T) if t.text in arabic_in(now)]
    assert all(_is_kept(t) for t in left)


def _is_kept(text: etree._Element) -> bool:
    """Tell whether a text was left as it is on purpose: hidden, moved away, or above a word."""
    kept = (w("moveFrom"), w("rt"), FALLBACK)
    run_of = text.getparent()
    style = next(text.iterancestors(P)).find(f"{w('pPr')}/{w('pStyle')}")
    return (
        next(text.iterancestors(*kept), None) is not None
        or (run_of is not None and run_of.find(f"{w('rPr')}/{w('vanish')}") is not None)
        or (style is not None and style.get(w("val")) == "Hid")
    )


def test_comments_are_notes_on_their_paragraphs():
    comment = (
        f'<w:comment w:id="7" w:author="هدى">{para(run("اسم؟"))}{para(run("لمن؟"))}</w:comment>'
        f'<w:comment w:id="8" w:author="">{para(run("Sure?"))}</w:comment>'
        f'<w:comment w:id="9" w:author="x">{para(run(" "))}</w:comment>'
    )
    marks = "".join(
        f'<w:r><w:commentReference w:id="{id_}"/></w:r>' for id_ in ("8", "7", "9", "1")
    )
    body = para(run("نص أول") + marks) + para(run("نص ثان"))
    relation = f'<Relationship Id="c" Type="{RELATION}/comments" Target="comments1.xml"/>'
    data = package(body, {"word/comments1.xml": part("comments", comment)}, relation)
    [file] = read(data, ReadOptions("in.docx"))
    assert [unit.note for unit in file.units] == ["Sure?\nهدى: اسم؟\nلمن؟", ""]
    document, _notices = build_document([file])
    assert write(document, WriteOptions("out.docx")).data == data
