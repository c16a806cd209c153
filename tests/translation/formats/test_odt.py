"""OpenDocument texts: what is read, and the original with the translation in its place."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest
from lxml import etree

from tests.translation.formats import odt_files
from tests.translation.formats.in_place_contract import InPlaceContract, opened, texts, translate
from tests.translation.formats.odt_files import fodt, odt, styles
from tests.translation.formats.odt_texts import PLAIN, SPEC, part, read, write
from translation.errors import ExportError
from translation.formats import ReadOptions, WriteOptions
from translation.formats.odt.names import NAMESPACES
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.inline import code_index, is_code
from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair
from translation.model.segment import Role, SegmentState
from translation.system.cancel import Cancelled
from translation.work.building import build_document
from translation.work.documents import open_document

IMAGE = (
    '<draw:frame text:anchor-type="{anchor}" svg:width="1cm" svg:height="1cm"><draw:image'
    ' xlink:href="Pictures/a.png"/><svg:title>صورة</svg:title></draw:frame>'
)


RICH = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>نص محذوف'
    "</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    '<text:h text:style-name="Heading_20_1" text:outline-level="1"><text:bookmark-start'
    ' text:name="b"/>عنوان<text:bookmark-end text:name="b"/></text:h>'
    '<text:p text:style-name="P1"><text:span text:style-name="T2">قال </text:span><text:span'
    ' text:style-name="T1">الوزير</text:span> في <text:a xlink:href="http://a.example/">رابط'
    '</text:a> كلمة<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1'
    "</text:note-citation><text:note-body><text:p>نص الحاشية.</text:p></text:note-body></text:note>"
    ' هنا<text:s text:c="2"/>وهناك<text:tab/>ثم<text:line-break/>سطر.</text:p>'
    f'<text:p text:style-name="P1">صورة {IMAGE.format(anchor="as-char")} في السطر</text:p>'
    '<text:p><draw:frame text:anchor-type="paragraph"><draw:text-box><text:p>نص في مربع</text:p>'
    "</draw:text-box></draw:frame>فقرة المربع</text:p>"
    '<text:section text:name="s"><text:p>جزء <text:change-start text:change-id="c2"/>مضاف'
    '<text:change-end text:change-id="c2"/> هنا</text:p></text:section>'
)


STRUCTURED = (
    "<text:list><text:list-item><text:p>بند أول</text:p><text:list><text:list-item><text:p>بند"
    " داخلي</text:p></text:list-item></text:list></text:list-item></text:list>"
    '<table:table table:name="t" table:style-name="Table1"><table:table-column/><table:table-row>'
    "<table:table-cell><text:p>الاسم</text:p></table:table-cell><table:table-cell><text:p>العدد"
    "</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>علي"
    "</text:p></table:table-cell><table:table-cell><text:p>١٢</text:p></table:table-cell>"
    '</table:table-row></table:table><text:p text:style-name="Caption">شرح الصورة</text:p>'
    "<text:p><text:ruby><text:ruby-base>كلمة</text:ruby-base><text:ruby-text>قراءة</text:ruby-text>"
    "</text:ruby> لها قراءة</text:p>"
)


def q(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def shown(data: bytes) -> list[str]:
    """Return the text of each unit, its codes as their labels."""
    return [
        "".join(f"<{u.codes[code_index(c)].label}>" if is_code(c) else c for c in u.text or "")
        for u in read(data).units
    ]


def roles(data: bytes) -> list[Role]:
    return [unit.role for unit in read(data).units]


def switched_off(body: str, header: str) -> bytes:
    """Return a text whose header is not shown."""
    shown = styles(header).replace(b"<style:header>", b'<style:header style:display="false">')
    return odt(body, **{"styles.xml": shown})


def translated(data: bytes, text: str = "A text.", pair: LanguagePair | None = None) -> bytes:
    assert SPEC.read
    pair = pair or ARABIC_TO_ENGLISH
    document = build_document(SPEC.read(data, ReadOptions("a.odt", pair)), pair)[0]
    translate(document, lambda *_: text)
    return write(document)


def style_of(root: etree._Element, element: etree._Element, group: str) -> dict[str, str]:
    name = element.get(q("text:style-name")) or element.get(q("table:style-name"))
    found = next(s for s in root.iter(q("style:style")) if s.get(q("style:name")) == name)
    own = found.find(q(f"style:{group}"))
    return {} if own is None else {str(k).rpartition("}")[2]: str(v) for k, v in own.items()}


class TestOdtContract(InPlaceContract):
    format_id = "odt"
    samples: ClassVar = {
        "plain": odt(PLAIN),
        "rich": odt(RICH, header="<text:p>اسم الصحيفة</text:p>"),
        "structured": odt(STRUCTURED),
        "flat": fodt(PLAIN + STRUCTURED, header="<text:p>اسم الصحيفة</text:p>"),
    }

    def test_codes_come_back_with_their_text(self):
        """Letter for letter: a text all in one code is a paragraph of that look, without code."""
        for data in self.samples.values():
            document = opened(self.spec, data)
            for segment in document.snapshot():
                target = re.sub(r"\w", "x", segment.source)
                document.apply(Put(segment, replace(segment, target=target)))
            again = opened(self.spec, self.write(document))
            assert [s.source for s in again.segments] == [s.target for s in document.segments]
            kinds = [[(c.kind, c.label) for c in unit.codes] for unit in document.units]
            assert [[(c.kind, c.label) for c in unit.codes] for unit in again.units] == kinds


class TestReading:
    def test_only_what_looks_different_is_a_code(self):
        assert shown(odt(PLAIN)) == [
            "عنوان الخبر",
            "قال <b>الوزير</b> إن الحوار مهم. وأضاف أنه مستمر.",
        ]

    def test_everything_that_can_stand_in_a_line(self):
        found = shown(odt(RICH))
        assert found == [
            "عنوان",
            "قال <b>الوزير</b> في <link>رابط</link> كلمة<note 1> هنا  وهناك<tab> ثم<br> سطر.",
            "نص الحاشية.",
            "صورة <img> في السطر",
            "فقرة المربع",
            "نص في مربع",
            "جزء <ins>مضاف</ins> هنا",
        ]

    def test_western_bold_alone_is_not_seen_on_arabic(self):
        body = '<text:p>قال <text:span text:style-name="T3">الوزير</text:span> نعم</text:p>'
        assert shown(odt(body)) == ["قال الوزير نعم"]

    def test_what_most_of_a_paragraph_has_is_no_code(self):
        body = (
            '<text:p><text:span text:style-name="T1">هذه فقرة سوداء كلها</text:span> إلا هذا'
            '<text:span text:style-name="T5">2</text:span></text:p>'
        )
        assert shown(odt(body)) == ["هذه فقرة سوداء كلها<plain> إلا هذا</plain><sup>2</sup>"]

    def test_white_space_is_what_the_program_shows(self):
        body = "<text:p>\n  قال\n\t الوزير <text:s/>نعم</text:p>"
        assert shown(odt(body)) == ["قال الوزير  نعم"]

    def test_a_million_spaces_are_a_code(self):
        assert shown(odt('<text:p>قال<text:s text:c="1000000000"/>نعم</text:p>')) == ["قال<s>نعم"]

    def test_roles(self):
        assert roles(odt(STRUCTURED)) == [
            *[Role.LIST_ITEM] * 2, *[Role.CELL] * 4, Role.CAPTION, Role.PARAGRAPH
        ]  # fmt: skip
        assert roles(odt(PLAIN)) == [Role.HEADLINE, Role.PARAGRAPH]

    def test_comments_deletions_and_titles_of_pictures_are_left_alone(self):
        body = (
            "<text:p>قال<office:annotation><dc:creator>a</dc:creator><text:p>ملاحظة</text:p>"
            f"</office:annotation> نعم {IMAGE.format(anchor='char')}</text:p>"
        )
        assert shown(odt(body)) == ["قال<comment> نعم "]

    def test_lines_of_an_index_are_translated_and_headers_switched_off_are_furniture(self):
        body = (
            "<text:table-of-content><text:table-of-content-source><text:index-title-template>فهرس"
            "</text:index-title-template></text:table-of-content-source><text:index-body>"
            "<text:index-title><text:p>المحتويات</text:p></text:index-title><text:p>الفصل"
            "<text:tab/>1</text:p></text:index-body></text:table-of-content>"
        )
        units = read(switched_off(body, "<text:p>رأس</text:p>")).units
        assert [unit.role is Role.FURNITURE for unit in units] == [False, False, True]
        assert units[2].role_found is Role.PARAGRAPH

    def test_a_wrong_suffix_does_not_matter(self, tmp_path: Path):
        (tmp_path / "a.odt").write_bytes(fodt(PLAIN))
        assert texts(open_document(tmp_path / "a.odt").document)[0] == "عنوان الخبر"

    def test_reading_can_be_cancelled(self):
        def cancel(done: int, total: int) -> None:
            raise Cancelled

        assert SPEC.read
        with pytest.raises(Cancelled):
            SPEC.read(odt(PLAIN), ReadOptions("a", report=cancel))


class TestWriting:
    def test_only_changed_parts_change(self):
        data = odt(RICH)
        made = translated(data)
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(made)) as new:
            assert new.namelist() == old.namelist()
            assert new.infolist()[0].compress_type == zipfile.ZIP_STORED
            assert not new.infolist()[0].extra
            for name in ("mimetype", "Pictures/a.png", "META-INF/manifest.xml"):
                assert new.read(name) == old.read(name)

    def test_pictures_notes_and_marks_are_never_lost(self):
        document = opened(SPEC, odt(RICH))
        for segment in document.snapshot():
            document.apply(Put(segment, replace(segment, target="No codes at all.")))
        root = part(write(document))
        for name in ("draw:frame", "text:note", "text:bookmark-start", "text:bookmark-end",
                     "text:change-start", "text:change-end", "text:tracked-changes"):  # fmt: skip
            before = len(list(part(odt(RICH)).iter(q(name))))
            assert len(list(root.iter(q(name)))) == before, name
        assert root.find(f".//{q('text:a')}") is None

    def test_a_code_used_twice_makes_no_second_note(self):
        document = opened(SPEC, odt(RICH))
        segment = next(s for s in document.segments if "كلمة" in s.source)
        twice = segment.source + segment.source
        document.apply(Put(segment, replace(segment, target=twice)))
        root = part(write(document))
        assert len(list(root.iter(q("text:note")))) == 1
        assert len(list(root.iter(q("text:line-break")))) == 2

    def test_spaces_tabs_and_line_ends_typed(self):
        document = opened(SPEC, odt("<text:p>قال</text:p>"))
        segment = document.segments[0]
        document.apply(Put(segment, replace(segment, target="  a   b\tc\nd ")))
        made = write(document)
        paragraph = part(made).find(f".//{q('text:p')}")
        assert etree.tostring(paragraph, encoding="unicode").partition(">")[2] == (
            '<text:s text:c="2"/>a <text:s text:c="2"/>b<text:tab/>c<text:line-break/>d </text:p>'
        )

    def test_ruby_keeps_its_reading(self):
        ruby = part(translated(odt(STRUCTURED))).find(f".//{q('text:ruby')}")
        assert [child.tag for child in ruby] == [q("text:ruby-base"), q("text:ruby-text")]

    def test_headers_are_translated_in_their_part(self):
        data = odt(PLAIN, header="<text:p>اسم الصحيفة</text:p>")
        made = part(translated(data, "The paper"), "styles.xml")
        header = made.find(f".//{q('style:header')}/{q('text:p')}")
        assert header.text == "The paper"
        assert style_of(made, header, "paragraph-properties")["writing-mode"] == "lr-tb"

    def test_suffix_and_kind_must_agree(self):
        document = opened(SPEC, odt(PLAIN))
        assert SPEC.write
        with pytest.raises(ExportError) as caught:
            SPEC.write(document, WriteOptions("out.fodt"))
        assert caught.value.reason == "wrong_original"

    def test_a_damaged_original_is_said(self):
        document = opened(SPEC, odt(PLAIN))
        damaged = Document()
        file = replace(document.files[0], original=document.files[0].original[:300])
        damaged.add_file(file, list(document.units), list(document.segments))
        with pytest.raises(ExportError) as caught:
            write(damaged)
        assert caught.value.reason == "original_damaged"

    def test_furniture_brought_back_is_filled(self):
        file = read(switched_off("<text:p>نص</text:p>", "<text:p>رأس</text:p>"))
        units = [unit._replace(role=unit.role_found or unit.role) for unit in file.units]
        document = build_document([replace(file, units=tuple(units))])[0]
        translate(document, lambda *_: "Chapter")
        made = write(document)
        assert [p.text for p in part(made).iter(q("text:p"))] == ["Chapter"]
        assert [p.text for p in part(made, "styles.xml").iter(q("text:p"))] == ["Chapter"]


class TestDirection:
    def paragraph(self, style: str, others: str = "P1") -> tuple[dict, dict]:
        others = f'<text:p text:style-name="{others}">قال</text:p>' * 4
        made = part(translated(odt(f'<text:p text:style-name="{style}">قال</text:p>{others}')))
        element = made.find(f".//{q('text:p')}")
        return (
            style_of(made, element, "paragraph-properties"),
            style_of(made, element, "text-properties"),
        )

    @pytest.mark.parametrize(
        ("style", "align"),
        [("P1", "left"), ("P2", "right"), ("P3", "justify"), ("Standard", "left")],
    )
    def test_english_runs_from_left_to_right(self, style: str, align: str):
        found, _ = self.paragraph(style)
        assert found["writing-mode"] == "lr-tb"
        assert found["text-align"] == align

    def test_a_whole_text_on_the_far_side_is_no_choice(self):
        found, _ = self.paragraph("P2", others="P2")
        assert found["text-align"] == "left"

    def test_margins_change_sides_where_arabic_ran_from_left_to_right(self):
        found, _ = self.paragraph("P4")
        assert (found["margin-left"], found["margin-right"]) == ("3cm", "1cm")

    def test_borders_change_sides(self):
        found, _ = self.paragraph("P2")
        assert found["border-left"] == "1pt solid #000000"
        assert found["border-right"] == "none"

    def test_letters_look_as_the_arabic_did(self):
        _, found = self.paragraph("Heading_20_1")
        assert (found["font-size"], found["font-weight"]) == ("28pt", "bold")
        assert (found["language"], found["country"]) == ("en", "none")

    def test_bold_arabic_makes_bold_english(self):
        made = part(translated(odt(PLAIN)))
        span = made.find(f".//{q('text:span')}")
        found = style_of(made, span, "text-properties")
        assert found["font-weight"] == found["font-weight-complex"] == "bold"

    def test_common_styles_that_fit_stay(self):
        body = '<text:p>قال <text:span text:style-name="Strong">هو</text:span> ما قال</text:p>'
        span = part(translated(odt(body))).find(f".//{q('text:span')}")
        assert span.get(q("text:style-name")) == "Strong"

    def test_tables_and_pages_turn_with_most_of_their_text(self):
        made = translated(odt(STRUCTURED))
        table = part(made).find(f".//{q('table:table')}")
        found = style_of(part(made), table, "table-properties")
        assert found["writing-mode"] == "lr-tb"
        assert (found["align"], found["margin-right"]) == ("left", "2cm")
        page = part(made, "styles.xml").find(f".//{q('style:page-layout-properties')}")
        assert page.get(q("style:writing-mode")) == "lr-tb"

    def test_cells_that_say_how_they_run_turn_with_their_table(self):
        cells = '<table:table-cell table:style-name="Cell"><text:p>خلية</text:p></table:table-cell>'
        body = (
            '<table:table table:style-name="Table1"><table:table-column/><table:table-row>'
            f"{cells}{cells}</table:table-row></table:table>"
        )
        automatic = odt_files.AUTOMATIC + (
            '<style:style style:name="Cell" style:family="table-cell">'
            '<style:table-cell-properties fo:padding="1pt" style:writing-mode="rl-tb"/>'
            '<style:paragraph-properties fo:margin-top="1pt"/></style:style>'
        )
        made = part(translated(odt(body, **{"content.xml": odt_files.content(body, automatic)})))
        found = [
            style_of(made, cell, "table-cell-properties")
            for cell in made.iter(q("table:table-cell"))
        ]
        assert found == [{"padding": "1pt", "writing-mode": "lr-tb"}] * 2

    def test_what_is_not_translated_keeps_its_direction_on_a_turned_page(self):
        document = opened(SPEC, odt("".join(f"<text:p>فقرة {n}</text:p>" for n in range(5))))
        for segment in document.snapshot()[:4]:
            document.apply(
                Put(segment, replace(segment, target="Done", state=SegmentState.CONFIRMED))
            )
        made = part(write(document))
        last = made.findall(f".//{q('text:p')}")[-1]
        assert style_of(made, last, "paragraph-properties")["writing-mode"] == "rl-tb"

    def test_one_translated_paragraph_turns_no_page(self):
        document = opened(SPEC, odt("".join(f"<text:p>فقرة {n}</text:p>" for n in range(5))))
        segment = document.segments[0]
        document.apply(Put(segment, replace(segment, target="Done")))
        page = part(write(document), "styles.xml").find(f".//{q('style:page-layout-properties')}")
        assert page.get(q("style:writing-mode")) == "rl-tb"

    def test_the_other_way_round(self):
        body = (
            '<text:p text:style-name="Standard">Said <text:span text:style-name="T3">he</text:span>'
            " did.</text:p>"
        )
        pair = LanguagePair("en", "ar-KW")
        made = translated(odt(body, page="lr-tb"), "قال", pair)
        root = part(made)
        element = root.find(f".//{q('text:p')}")
        found = style_of(root, element, "paragraph-properties")
        assert (found["writing-mode"], found["text-align"]) == ("rl-tb", "right")
        letters = style_of(root, element, "text-properties")
        assert letters["font-size-complex"] == "12pt"
        assert (letters["language-complex"], letters["country-complex"]) == ("ar", "KW")
        span = style_of(root, root.find(f".//{q('text:span')}"), "text-properties")
        assert span["font-weight-complex"] == "bold"
