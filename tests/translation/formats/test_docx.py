"""DOCX: every text of a Word document in, its translation in the same place out."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.translation.formats.docx_samples import (
    RELATION,
    SAMPLES,
    in_order,
    package,
    para,
    run,
    shape,
    xml_of,
)
from tests.translation.formats.in_place_contract import (
    InPlaceContract,
    opened,
    shown,
    texts,
    translate,
)
from translation.errors import ExportError, notice_sentence
from translation.formats import FORMATS, ReadOptions, WriteOptions
from translation.formats.docx.names import R_, P, T, w
from translation.formats.docx.read import read
from translation.formats.docx.write import write
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.imported import ImportedUnit
from translation.model.inline import codes_in, strip_codes
from translation.model.language import ARABIC_TO_ENGLISH
from translation.system.cancel import Cancelled
from translation.work.building import build_document


def units(data: bytes) -> list[ImportedUnit]:
    [file] = read(data, ReadOptions("in.docx", ARABIC_TO_ENGLISH))
    return list(file.units)


def document_of(data: bytes) -> Document:
    return build_document(read(data, ReadOptions("in.docx", ARABIC_TO_ENGLISH)))[0]


def with_targets(data: bytes, *targets: str | None) -> bytes:
    """Return the export with targets for the first segments, codes as ``{0}``, ``{1}``, ..."""
    document = document_of(data)
    for segment, target in zip(document.snapshot(), targets, strict=False):
        if target is not None:
            codes = [chr(0xE000 + n) for n in range(20)]
            document.apply(Put(segment, replace(segment, target=target.format(*codes))))
    return write(document, WriteOptions("out.docx")).data


def shown_units(data: bytes) -> list[str]:
    """Return the texts of the units, codes as their labels."""
    return [
        "".join(
            f"[{unit.codes[codes_in(c)[0]].label}]" if codes_in(c) else c for c in unit.text or ""
        )
        for unit in units(data)
    ]


class TestDocx(InPlaceContract):
    format_id = "docx"
    samples = SAMPLES

    def test_codes_come_back_with_their_text(self):
        # Formatting of a whole paragraph is no code: each code gets a word of its own.
        for document in self.documents():
            before = []
            for number, segment in enumerate(document.snapshot()):
                codes = [c for c in segment.source if not strip_codes(c)]
                words = "".join(f"{code}w{n} " for n, code in enumerate(codes))
                target = f"The translation of this number {number} says {words}in the end."
                document.apply(Put(segment, replace(segment, target=target)))
                before.append(len(codes))
            again = opened(self.spec, self.write(document))
            assert texts(again) == shown(document)
            assert sum(len(codes_in(s.source)) for s in again.segments) == sum(before)

    def test_every_export_is_valid_and_opens_elsewhere(self):
        for name, data in self.samples.items():
            document = opened(self.spec, data)
            translate(document, lambda number, _: f"Translation {number}.")
            written = self.write(document)
            docx.Document(io.BytesIO(written))
            assert in_order(xml_of(written)) == [], name


def test_all_text_in_reading_order():
    assert shown_units(SAMPLES["runs"]) == [
        "عنوان الخبر",
        "قال الوزير إن [b]الاتفاق[/b] تم اليوم. وأضاف أن [i]التعاون[/i] مستمر بين البلدين.",
        "سطر أول[br] سطر ثان[tab] بعد مسافة",
    ]
    assert shown_units(SAMPLES["links"]) == ["اقرأ [link]الخبر كله هنا[/link] إن شئت.", "رابط وحده"]
    assert shown_units(SAMPLES["text box"]) == [
        "نص حول [image] الشكل",
        "نص داخل الصندوق",
        "وفقرة أخرى",
    ]
    assert shown_units(SAMPLES["footnotes"]) == [
        "كلام له حاشية[note 2] ثم بقية.",
        " نص الحاشية نفسها.",
    ]
    assert shown_units(SAMPLES["tracked"])[0] == "بقي هذا [ins]وأضيف ذاك [/ins][del]ثم النهاية."
    assert shown_units(SAMPLES["fields"]) == [
        "صفحة [PAGE]٣[/PAGE] من الكتاب، [link]وهنا رابط[/link] آخر، [NUMPAGES]9[/NUMPAGES] تمت.",
        "مدخل أول[tab] [PAGEREF]1[/PAGEREF]",
        "مدخل ثان",
    ]
    assert shown_units(SAMPLES["controls"]) == [
        "في إطار",
        "قبل [field]داخل[/field] بعد. [tag]الكويت[/tag] و[ruby]أساس[/ruby] انتهى.",
    ]
    assert shown_units(SAMPLES["headers"]) == [
        "متن المستند.",
        "رأس الصفحة",
        "ذيل الصفحة [PAGE]1[/PAGE]",
    ]
    assert shown_units(SAMPLES["marks"]) == [
        "نص [comment]عليه تعليق[comment] وباقيه.",
        "كلمة[soft hyphen]مقسومة[symbol][hyphen]هنا",
    ]


def test_roles_come_from_styles_whatever_their_ids():
    body = "".join(
        para(run("نص"), f'<w:pStyle w:val="{style}"/>') for style in ("1", "1", "own", "a3", "a4")
    )
    listed = para(run("نص"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    outline = para(run("نص"), '<w:outlineLvl w:val="2"/>')
    assert [unit.role.value for unit in units(package(body + listed + outline))] == [
        "headline", "subheading", "subheading", "caption", "list_item", "list_item", "subheading",
    ]  # fmt: skip
    assert [unit.role.value for unit in units(SAMPLES["table"])] == [
        "paragraph", "cell", "cell", "paragraph",
    ]  # fmt: skip


def test_an_article_without_styles_has_a_headline_all_the_same():
    found = units(
        package(para(run("عنوان الخبر الأول")) + para(run("26 يناير 2022"))
                + para(run("قال الوزير كلاما كثيرا في هذا الأمر كله أمس واليوم. وأضاف أنه تم.")))
    )  # fmt: skip
    assert [unit.role.value for unit in found] == ["headline", "dateline", "paragraph"]


def test_formatting_stays_with_its_words():
    written = with_targets(
        SAMPLES["runs"], "Headline", "The {0}deal{1} is done.", "And {2}cooperation{3} goes on."
    )
    assert shown_units(written)[:2] == [
        "Headline",
        "The [b]deal[/b] is done. And [i]cooperation[/i] goes on.",
    ]
    found = list(xml_of(written).iter(P))[1]
    bold = [r.findtext(T) for r in found.iter(R_) if r.find(f"{w('rPr')}/{w('b')}") is not None]
    assert bold == ["deal"]


def test_breaks_and_tabs_typed_and_kept():
    written = with_targets(SAMPLES["runs"], None, None, None, "One{0} two{1} three\nfour\tfive")
    found = list(xml_of(written).iter(P))[2]
    assert [child.tag.rpartition("}")[2] for child in found.iter(T, w("br"), w("tab"))] == [
        "t", "br", "t", "tab", "t", "br", "t", "tab", "t",
    ]  # fmt: skip
    assert [t.text for t in found.iter(T)] == ["One", "two", "three", "four", "five"]


def test_what_a_reader_would_miss_is_kept_when_its_code_is_left_out():
    for name, tag in (
        ("text box", "drawing"), ("footnotes", "footnoteReference"), ("tracked", "delText"),
        ("fields", "instrText"), ("marks", "commentReference"), ("marks", "bookmarkEnd"),
    ):  # fmt: skip
        document = document_of(SAMPLES[name])
        translate(document, lambda *_: "")
        for segment in document.snapshot():
            document.apply(Put(segment, replace(segment, target="Text.")))
        written = write(document, WriteOptions("out")).data
        before = len(list(xml_of(SAMPLES[name]).iter(w(tag))))
        lost = 1 if tag == "instrText" else 0  # the instruction of a link left out
        assert len(list(xml_of(written).iter(w(tag)))) == before - lost, name


def test_a_code_used_twice_makes_no_second_note():
    written = with_targets(SAMPLES["footnotes"], "A{0} note{0} twice.")
    assert len(list(xml_of(written).iter(w("footnoteReference")))) == 1


def test_both_forms_of_a_text_box_keep_step():
    written = with_targets(SAMPLES["text box"], None, "Inside the box")
    inside = [
        "".join(t.text or "" for t in box.iter(T)) for box in xml_of(written).iter(w("txbxContent"))
    ]
    assert inside == ["Inside the box", "Inside the box"]


def test_a_text_box_in_old_form_alone_is_read():
    old = shape("قديم").partition("<mc:Fallback>")[2].partition("</mc:Fallback>")[0]
    assert shown_units(package(para(f"<w:r>{old}</w:r>"))) == ["قديم"]


def test_a_tie_to_data_is_cut_where_it_would_bring_the_source_back():
    assert (
        list(xml_of(with_targets(SAMPLES["controls"], None, "A{0}b{1}")).iter(w("dataBinding")))
        == []
    )
    assert list(xml_of(with_targets(SAMPLES["controls"], "Frame")).iter(w("dataBinding")))


def test_other_parts_are_kept_byte_for_byte():
    data = SAMPLES["headers"]
    written = with_targets(data, "Body only.")
    old, now = (zipfile.ZipFile(io.BytesIO(one)) for one in (data, written))
    with old, now:
        assert old.namelist() == now.namelist()
        changed = [name for name in old.namelist() if old.read(name) != now.read(name)]
    assert changed == ["word/document.xml"]


def test_white_space_counts_where_word_counts_it():
    body = para("<w:r><w:t> واحد\n اثنان </w:t></w:r>" + run(" ثلاثة"))
    assert shown_units(package(body)) == ["واحد  اثنان ثلاثة"]


def test_hidden_text_and_numbers_of_pages_alone_are_no_units():
    hidden = run("مخفي", "<w:vanish/>")
    page = para('<w:fldSimple w:instr="PAGE"><w:r><w:t>12</w:t></w:r></w:fldSimple>')
    date = para('<w:fldSimple w:instr="DATE"><w:r><w:t>أمس</w:t></w:r></w:fldSimple>')
    body = para(hidden) + page + date + para(run("ظاهر") + hidden)
    assert shown_units(package(body)) == ["أمس", "ظاهر"]


def test_charts_are_said_to_stay():
    relation = f'<Relationship Id="c" Type="{RELATION}/chart" Target="charts/chart1.xml"/>'
    [file] = read(package(para(run("نص")), relations=relation), ReadOptions("in.docx"))
    assert [notice_sentence(notice) for notice in file.notices] == [
        "in.docx: not translated, and kept as it is: 1 chart, diagram or document within it."
    ]


def test_reading_and_writing_can_be_cancelled():
    def stop(done: int, total: int) -> None:
        raise Cancelled

    data = package(para(run("نص")) * 3)
    with pytest.raises(Cancelled):
        read(data, ReadOptions("in", report=stop))
    document = document_of(data)
    translate(document, lambda *_: "Text")
    with pytest.raises(Cancelled):
        write(document, WriteOptions("out", report=stop))


def test_a_damaged_original_is_said():
    document = document_of(SAMPLES["runs"])
    translate(document, lambda *_: "Text")
    [file] = document.files
    damaged = Document()
    broken = replace(file, original=file.original[:200])
    damaged.add_file(broken, document.units, document.snapshot())
    with pytest.raises(ExportError) as caught:
        write(damaged, WriteOptions("out"))
    assert caught.value.reason == "original_damaged"


FORMATTING = st.sampled_from(
    ["<w:rtl/>", "", "<w:b/><w:rtl/>", "<w:u w:val='single'/>", "<w:color w:val='FF0000'/><w:rtl/>"]
)
WORDS = st.text(st.sampled_from("اب ج1aB\u200f🎈&<\u00a0"), min_size=1, max_size=6)
PIECES = st.one_of(
    st.tuples(WORDS, FORMATTING).map(lambda made: run(escaped(made[0]), made[1])),
    st.sampled_from(
        [
            "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", shape("نص"),
            "<w:proofErr w:type='gramEnd'/>", "<w:bookmarkStart w:id='1' w:name='b'/>",
            "<w:r><w:lastRenderedPageBreak/></w:r>",
        ]
    ),
)  # fmt: skip
ROWS = st.recursive(
    st.lists(PIECES, max_size=5).map("".join),
    lambda inner: st.tuples(
        inner,
        st.sampled_from(["hyperlink", "ins", "smartTag", "bdo"]),
        inner,
    ).map(lambda made: f"{made[0]}<w:{made[1]}>{made[2]}</w:{made[1]}>{made[0]}"),
    max_leaves=4,
)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ROWS, min_size=1, max_size=3))
def test_any_runs_given_back_as_they_are_read_the_same(rows: list[str]):
    data = package(para(run("بداية")) + "".join(map(para, rows)))
    document = document_of(data)
    for segment in document.snapshot():
        document.apply(Put(segment, replace(segment, target=segment.source)))
    written = write(document, WriteOptions("out")).data
    assert in_order(xml_of(written)) == []
    assert [unit.text for unit in units(written)] == [unit.text for unit in units(data)]
    assert all_text(written) == all_text(data)
    assert shown_units(written) == shown_units(data)


def all_text(data: bytes) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(T)) for p in xml_of(data).iter(P)]


@pytest.mark.shared
def test_real_files_go_out_as_they_came_and_translated(shared: Path):
    for path in sorted((shared / "data/docx").glob("*.docx")):
        data = path.read_bytes()
        document = document_of(data)
        assert write(document, WriteOptions("out")).data == data
        translate(document, lambda number, _: f"Translation {number}.")
        written = write(document, WriteOptions("out")).data
        assert texts(document_of(written)) == shown(document)
        assert len(in_order(xml_of(written))) <= len(in_order(xml_of(data)))
        docx.Document(io.BytesIO(written))


def test_line_breaks_are_line_ends_in_a_plain_text():
    document = document_of(SAMPLES["runs"])
    plain = next(spec for spec in FORMATS if spec.id == "txt")
    assert plain.write
    text = plain.write(document, WriteOptions("out.txt")).data.decode()
    assert [line.strip() for line in text.splitlines()][-2:] == ["سطر أول", "سطر ثان بعد مسافة"]


def test_a_symbol_has_a_run_of_its_own():
    written = with_targets(SAMPLES["marks"], None, "A{1}b")
    [symbol] = xml_of(written).iter(w("sym"))
    parent = symbol.getparent()
    assert parent is not None
    assert [child.tag for child in parent] == [w("rPr"), w("sym")]


def test_numbers_that_look_like_the_words_around_them_have_no_code():
    same = (
        run("عام ", '<w:bCs/><w:szCs w:val="28"/><w:rtl/>')
        + run("2022", '<w:rFonts w:hint="cs"/><w:b/><w:sz w:val="28"/><w:lang w:val="en-US"/>')
        + run(" كله", '<w:b/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="28"/><w:rtl/>')
    )
    other = run("كلام كثير ", "<w:b/><w:rtl/>") + run("وآخر", "<w:bCs/><w:rtl/>")
    assert shown_units(package(para(same) + para(other))) == [
        "عام 2022 كله",
        "كلام كثير [b]وآخر[/b]",
    ]


def test_a_link_put_into_a_tracked_insertion_stands_behind_it():
    inserted = f'<w:ins w:id="1">{run("وأضيف")}</w:ins>'
    link = f'<w:hyperlink r:id="l">{run("رابط")}</w:hyperlink>'
    data = package(para(run("أول ") + inserted + run(" ثم ") + link + run(" آخر")))
    written = with_targets(data, "a {0}b {2}c{3} d{1} e")
    assert shown_units(written) == ["a [ins]b [/ins][link]c[/link] d e"]
