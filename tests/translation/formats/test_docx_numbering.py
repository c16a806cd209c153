"""The words of numbers in a DOCX, and the letters that they count by."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.translation.formats.docx_samples import (
    RELATION,
    SECTION,
    field,
    package,
    para,
    part,
    run,
)
from tests.translation.formats.test_docx import document_of, shown_units, units, xml_of
from tests.translation.formats.test_docx_fields import latin, notices, rewritten
from translation.formats.docx.names import VAL, w
from translation.formats.docx.read import read
from translation.formats.docx.write import write
from translation.formats.spec import ReadOptions, WriteOptions
from translation.model.edits import Put
from translation.model.language import LanguagePair
from translation.model.segment import Role
from translation.work.building import build_document
from translation.work.documents import open_document
from translation.work.exporting import export

LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr><w:bidi/>'


def level(text: str, counts: str = "decimal", more: str = "", place: int = 0) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{counts}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def numbered(*lists: str, used: int = 1, body: str = "", **others: str) -> bytes:
    """Return a document with lists, of which the first ones are in use."""
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{levels}</w:abstractNum>'
        for n, levels in enumerate(lists)
    ) + "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n in range(len(lists))
    )
    paragraphs = "".join(para(run("بند"), LIST.format(n + 1)) for n in range(used))
    return package(
        paragraphs + body + SECTION,
        {"word/numbering.xml": part("numbering", made), **others},
        f'<Relationship Id="n" Type="{RELATION}/numbering" Target="numbering.xml"/>'
        f'<Relationship Id="o" Type="{RELATION}/settings" Target="settings.xml"/>',
    )


def levels_of(data: bytes, tag: str = "lvlText") -> list[str | None]:
    return [found.get(VAL) for found in xml_of(data, "word/numbering.xml").iter(w(tag))]


def test_words_of_numbers_are_units_and_are_written_back():
    data = numbered(level("الفصل %1") + level("%1.%2", place=1), level("الفصل %1"), used=2)
    assert shown_units(data) == ["بند", "بند", "الفصل [1]"]
    assert units(data)[-1].anchor == "word/numbering.xml 0"
    assert levels_of(rewritten(data, latin)) == ["xxxxx %1", "%1.%2", "xxxxx %1"]


@pytest.mark.parametrize(
    ("target", "written"),
    [("Chapter \ue000", "Chapter %1"), ("Chapter %1", "Chapter %1"), ("Chapter", "Chapter %1")],
)
def test_a_number_is_never_lost(target: str, written: str):
    document = document_of(numbered(level("الفصل %1")))
    last = document.snapshot()[-1]
    document.apply(Put(last, replace(last, target=target)))
    assert levels_of(write(document, WriteOptions("out.docx")).data) == [written]


def test_what_is_no_word_or_not_in_use_is_no_unit():
    data = numbered(
        level("o", "bullet") + level("%2)", "arabicAbjad", place=1),
        level("الباب %1", more="<w:rPr><w:vanish/></w:rPr>"),
        level("المادة %1"),
        used=2,
    )
    assert shown_units(data) == ["بند", "بند"]


def test_words_of_a_heading_of_a_style_and_of_a_list_by_itself():
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    )
    data = numbered(
        level("الفصل %1", more='<w:pStyle w:val="h"/>'),
        used=0,
        body=para(run("عنوان"), '<w:pStyle w:val="h"/>'),
        **{"word/styles.xml": styles},
    )
    assert [(unit.role, unit.text) for unit in units(data)][-1] == (
        Role.SUBHEADING,
        "الفصل \ue000",
    )


def test_letters_become_those_of_the_target_where_most_is_translated():
    settings = part("settings", '<w:footnotePr><w:numFmt w:val="arabicAlpha"/></w:footnotePr>')
    page = field("PAGE \\* ArabicAbjad", run("ج"))
    data = numbered(
        level("%1ـ", "arabicAbjad") + level("%1،%2-", "arabicAlpha", place=1)
        + level("%3", "hindiNumbers", place=2) + level("%4", "lowerRoman", place=3),
        body=para(run("صفحة ") + page)
        + '<w:p><w:pPr><w:sectPr><w:pgNumType w:fmt="arabicAbjad"/></w:sectPr></w:pPr></w:p>',
        **{"word/settings.xml": settings},
    )  # fmt: skip
    made = rewritten(data, latin)
    assert levels_of(made, "numFmt") == ["lowerLetter", "lowerLetter", "decimal", "lowerRoman"]
    assert levels_of(made)[:2] == ["%1-", "%1,%2-"]
    root = xml_of(made)
    assert [found.get(w("fmt")) for found in root.iter(w("pgNumType"))] == ["lowerLetter"]
    assert [found.text for found in root.iter(w("instrText"))] == [" PAGE \\* alphabetic "]
    [notes] = xml_of(made, "word/settings.xml").iter(w("numFmt"))
    assert notes.get(VAL) == "lowerLetter"
    document = document_of(data)
    assert write(document, WriteOptions("out.docx")).data == data


def test_into_arabic_letters_become_arabic_ones():
    pair = LanguagePair("en", "ar")
    data = numbered(level("Chapter %1", "lowerLetter"))
    document = build_document(read(data, ReadOptions("in.docx", pair)), pair)[0]
    for segment in document.snapshot():
        document.apply(Put(segment, replace(segment, target=f"نص {segment.source[-1]}")))
    made = write(document, WriteOptions("out.docx")).data
    assert levels_of(made, "numFmt") == ["arabicAbjad"]


def test_numbers_of_an_authors_own_are_said_to_stay():
    data = numbered(
        level("%1").replace(
            '<w:numFmt w:val="decimal"/>', '<w:numFmt w:val="custom" w:format="أ، إ، آ، ..."/>'
        )
    )
    assert notices(data) == ["in.docx: not translated, and kept as it is: 1 number format."]


@pytest.mark.parametrize("suffix", ["txt", "html"])
def test_texts_made_new_end_with_no_words_of_numbers(suffix: str, tmp_path: Path):
    path, out = tmp_path / "in.docx", tmp_path / f"out.{suffix}"
    path.write_bytes(numbered(level("الفصل %1"), body=para(run("نص."))))
    document = open_document(path).document
    for number, segment in enumerate(document.snapshot()):
        document.apply(Put(segment, replace(segment, target=f"Words {number}.")))
    export(document, out)
    text, last = out.read_text(encoding="utf-8"), len(document.segments) - 1
    assert document.units[-1].anchor.startswith("word/numbering.xml")
    assert f"Words {last - 1}." in text
    assert f"Words {last}." not in text


@pytest.mark.shared
def test_the_cases(shared: Path):
    folder = shared / "cases/articles"
    data = (folder / "docx/numbering.docx").read_bytes()
    assert shown_units(data)[-1] == "الفصل [1]"
    made = rewritten(data, latin)
    assert levels_of(made) == ["xxxxx %1", "%2)", "%3-"]
    assert levels_of(made, "numFmt") == ["decimal", "lowerLetter", "lowerLetter"]
    made = rewritten((folder / "more/a5_numbering.docx").read_bytes(), latin)
    assert levels_of(made) == ["xxxxx %1", "%1)", "xxxxx %1 –"]
    assert levels_of(made, "numFmt") == ["decimal", "lowerLetter", "lowerLetter"]
