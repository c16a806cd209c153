"""RTF: its characters in every encoding, its paragraphs, and what is left out of them."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translation.formats.rtf_files import FONTS, escaped, rtf, unicoded
from translation.errors import ExportError, InputError, UsageError
from translation.formats import FORMATS, ReadOptions, find_reader, find_writer
from translation.model.inline import code_index, is_code, strip_codes
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import Role
from translation.work.documents import open_document
from translation.work.exporting import export

SPEC = next(spec for spec in FORMATS if spec.id == "rtf")


def read(data: bytes, encoding: str | None = None):
    assert SPEC.read
    return SPEC.read(data, ReadOptions("a.rtf", ARABIC_TO_ENGLISH, encoding))[0]


def texts(data: bytes) -> list[str]:
    return [strip_codes(unit.text or "") for unit in read(data).units]


def shown(data: bytes) -> list[str]:
    """Return the text of each unit, its codes as their labels."""
    return [
        "".join(f"[{unit.codes[code_index(c)].label}]" if is_code(c) else c for c in unit.text)
        for unit in read(data).units
    ]


ARABIC = "قال الوزير إن الحوار مهم"


@pytest.mark.parametrize(
    ("body", "head", "expected"),
    [
        (escaped(ARABIC, "cp1256"), r"\ansi\ansicpg1256", ARABIC),
        (r"\f1 " + escaped(ARABIC, "cp1256"), r"\ansi\ansicpg1252", ARABIC),
        (r"{\f1 " + escaped("كلمة", "cp1256") + r"}{\f0  caf\'e9}", r"\ansi", "كلمة café"),
        (r"\ltrch\af0 \rtlch\f1 " + escaped(ARABIC, "cp1256"), r"\ansi", ARABIC),
        (r"\rtlch\af1 " + escaped(ARABIC, "cp1256"), r"\ansi\ansicpg1252\deff0", ARABIC),
        (r"\rtlch\fcs1 \af1 \ltrch\fcs0 \f0 caf\'e9", r"\ansi\ansicpg1252", "café"),
        (unicoded(ARABIC), r"\ansi\ansicpg1252", ARABIC),
        (unicoded("نص 😀 هنا"), r"\ansi", "نص 😀 هنا"),
        (r"\uc0\u1606\u1589 x", r"\ansi", "نصx"),
        (r"\uc2\u1606\'3f\'3f\u1589 ?? x", r"\ansi", "نص x"),
        (r"{\uc0\u1606 }\u1589 ? x", r"\ansi", "نص x"),
        (r"\u1606\par \u1589?", r"\ansi", "ن|ص"),
        (r"\u1606{\b ?}\u1589?", r"\ansi", "ن?ص"),
        (r"\f3 " + escaped("日本", "cp932"), r"\ansi", "日本"),
        (r"\f3 \'93\'fa\'96{}\'7b", r"\ansi", "日\ufffd{"),
        (r"\f4 " + escaped("Слово", "cp1251"), r"\ansi", "Слово"),
        (r"\f2\'b7\f0  item", r"\ansi", "• item"),
        (escaped("é", "mac-roman"), r"\mac", "é"),
        (escaped("é", "cp437"), r"\pc", "é"),
        (escaped(ARABIC, "mac-arabic"), r"\ansi\ansicpg10004", ARABIC),
        (escaped(ARABIC, "utf-8"), r"\ansi\ansicpg65001", ARABIC),
        (r"a\~b\_c\-d \{e\} \\ \emdash  \ldblquote f\rdblquote", r"\ansi",
         "a\u00a0b\u2011cd {e} \\ — “f”"),
        (r"\ansicpg99999 x", r"\ansi", "x"),
    ],
)  # fmt: skip
def test_characters_of_every_encoding(body: str, head: str, expected: str):
    assert "|".join(texts(rtf(body, head))) == expected


def test_arabic_as_libreoffice_writes_it():
    body = (
        "\\pard\\plain \\s1\\rtlch\\afs44\\ab \\ltrch\\hich\\af1\\loch\\f1\\fs48\\b\\rtlpar{\n"
        "\\u1593\\'3f\\u1606\\'3f}\n\\par \\pard\\plain \\s2\\rtlpar{\n\\u1602\\'3f\\u1575\\'3f"
        "\\u1604\\'3f }{\\ltrch \\rtlch\\ab\n\\u1607\\'3f\\u1608\\'3f}{\\loch\n"
        " caf\\u233\\'e9}{\\loch\n"
        ' \\uc0 \\u55357\\uc1 \\u56832\\\'3f}{{\\field{\\*\\fldinst HYPERLINK "http://a.example/" }'
        "{\\fldrslt {\n\\u1606\\'3f\\u1593\\'3f\\u1605\\'3f}{}}}\n.}\n\\par "
    )
    assert shown(rtf(body)) == ["عن", "قال [b]هو[/b] café 😀نعم."]


def test_bytes_that_are_not_escaped_are_of_the_font_too():
    assert texts(rtf(ARABIC.encode("cp1256"), r"\ansi\ansicpg1256")) == [ARABIC]
    assert texts(rtf(b"\\f1 " + ARABIC.encode("cp1256"), r"\ansi")) == [ARABIC]


def test_the_person_knows_the_encoding_better():
    data = rtf(escaped(ARABIC, "cp1256"), r"\ansi")
    assert read(data).units[0].text != ARABIC
    assert read(data, "cp1256").units[0].text == ARABIC
    with pytest.raises(InputError, match="no text encoding named"):
        read(data, "klingon")


def test_paragraphs_cells_breaks_and_lists():
    body = (
        r"\pard\plain\s15 The title\par \pard\plain\s1 A heading\par"
        r"\pard\plain First\line second\tab third\par\pard\plain\par"
        r"{\listtext\pard\plain 1.\tab}\pard\ls1 An item\par"
        r"\trowd\cellx100\cellx200\pard\intbl One\cell Two\par of it\cell\row\pard After.\par"
        "{\\pntext 2.\\tab}Another item\\\nlast"
    )
    found = read(rtf(body))
    assert [strip_codes(unit.text or "") for unit in found.units] == [
        "The title", "A heading", "First second\tthird", "An item", "One", "Two", "of it",
        "After.", "Another item", "last",
    ]  # fmt: skip
    assert [unit.role for unit in found.units] == [
        Role.HEADLINE, Role.SUBHEADING, Role.PARAGRAPH, Role.LIST_ITEM, Role.CELL, Role.CELL,
        Role.CELL, Role.PARAGRAPH, Role.LIST_ITEM, Role.LIST_ITEM,
    ]  # fmt: skip
    assert found.units[2].codes[0].markup == "<br/>"


def test_looks_are_codes_where_they_are_not_the_paragraphs_own():
    assert shown(rtf(r"{\b All of it}{\b  bold}\par")) == ["All of it bold"]
    assert shown(rtf(r"Some {\b bold}, {\i italic\i0  not}, {\ul u}, x{\super 2}.")) == [
        "Some [b]bold[/b], [i]italic[/i] not, [u]u[/u], x[sup]2[/sup]."
    ]
    assert shown(rtf(r"Word {\rtlch\fcs1 \ab \ltrch\fcs0 \b bold \b0\ab0 plain} text here")) == [
        "Word [b]bold [/b]plain text here"
    ]
    unit = read(rtf(r"Some {\b\i both} text")).units[0]
    assert [code.markup for code in unit.codes] == ["<b><i>", "</i></b>"]


def test_fields_show_their_results_and_nothing_else():
    body = (
        r"See {\field{\*\fldinst HYPERLINK "
        '"http://a.example/"}'
        r"{\fldrslt{\ul the site}}} and {\field{\fldinst PAGE}{\fldrslt 3}}.\par"
    )
    assert texts(rtf(body)) == ["See the site and 3."]


def test_notes_boxes_headers_and_footers_have_their_text():
    body = (
        r"{\header A header\par}{\footerf A footer\par}Text{\super\chftn}{\footnote\pard A note."
        r"\par Its second.} goes on.\par {\shp{\*\shpinst\shpleft0{\sp{\sn a}{\sv no text}}"
        r"{\shptxt\pard In a box.\par}}{\shprslt no text}}Then.\par"
        r"{\*\do\dobxpage\dptxbx{\dptxbxtext An old box.\par}}Last."
    )
    assert texts(rtf(body)) == [
        "Text goes on.", "A note.", "Its second.", "Then.", "In a box.", "Last.", "An old box.",
        "A header", "A footer",
    ]  # fmt: skip
    cell = rtf(r"\trowd\cellx9\pard\intbl Cell{\footnote\pard\plain Its note.}\cell\row")
    assert [unit.role for unit in read(cell).units] == [Role.CELL, Role.PARAGRAPH]


def test_what_is_left_out_is_counted():
    body = (
        r"Seen {\v hidden}{\v  and more} text{\deleted  gone}.{\*\atnid x}{\*\atnauthor y}\chatn"
        r"{\*\annotation A comment\par}\par\v All hidden\v0\par Last{\revised  word}."
    )
    found = read(rtf(body))
    assert [unit.text for unit in found.units] == ["Seen  text.", "Last word."]
    assert {notice.code: dict(notice.facts)["count"] for notice in found.notices} == {
        "rtf_hidden": "2", "rtf_deleted": "1", "rtf_comments": "1",
    }  # fmt: skip


def test_pictures_objects_and_unknown_groups_are_passed_over():
    picture = b"{\\pict\\pngblip\\bin9 }{\\\\}}{{{ 0123abc}"
    body = (
        b"One " + picture + b"{\\*\\shppict" + picture + b"}{\\nonshppict{\\pict 00ff}}two"
        b"{\\*\\unknown{\\b not}this}{\\object\\objemb{\\*\\objdata 0123}{\\result three}}"
        b"{\\xe entry}{\\*\\bkmkstart a}{\\*\\bkmkend a}{\\mmath x}{\\upr{no}{\\*\\ud{no}}}."
    )
    assert texts(rtf(body)) == ["One twothree."]


def test_the_title_of_the_document_tells_the_headline():
    tables = FONTS + r"{\info{\title The news}{\author Nobody}{\*\company No one}}"
    found = read(rtf(r"First line\par The news\par More text.", tables=tables))
    assert [unit.text for unit in found.units] == ["First line", "The news", "More text."]
    assert found.units[1].role is Role.HEADLINE


def test_a_file_that_is_cut_off_gives_what_is_there():
    data = rtf(r"One.\par Two and {\b half of it}")
    found = read(data[: data.index(b"of it")])
    assert [strip_codes(unit.text or "") for unit in found.units] == ["One.", "Two and half"]
    assert [notice.code for notice in found.notices] == ["rtf_cut_off"]
    assert read(rtf(rb"Text.{\pict\bin999999999 abc}")).notices[0].code == "rtf_cut_off"


def test_what_follows_the_end_is_none_of_it():
    assert texts(rtf("Text.") + b"}}{\\b more}") == ["Text."]


REFUSED = {
    "something else": (lambda: b"Some text", "wrong_format"),
    "no text": (lambda: rtf(r"\par\par{\pict 00}"), "no_text"),
    "too deep": (lambda: rtf("{" * 5000 + "x"), "wrong_format"),
    "many groups": (lambda: rtf("{}" * 1_100_000 + "x"), "wrong_format"),
    "many paragraphs": (lambda: rtf("x\\par " * 100_001), "too_many_paragraphs"),
    "many codes": (lambda: rtf(r"a{\b b}" * 7000), "too_many_codes"),
}


@pytest.mark.parametrize("case", [case for case in REFUSED if case != "many groups"])
def test_what_is_no_rtf_is_refused_in_a_sentence(case: str):
    make, reason = REFUSED[case]
    with pytest.raises(InputError) as caught:
        read(make())
    assert caught.value.reason == reason
    assert "a.rtf" in str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        "\\", "\\'", "\\'f", "\\'zz", "\\u", "\\u-", "\\u99999999999 x", "\\uc-5\\u1606?", "\\bin",
        "\\bin-9 x", "\\f99 x", "\\s99 x", "{\\*}", "{\\fonttbl}", "{\\stylesheet{\\s9}}", "}", "{",
        "\\ansicpg-3 x", "{\\field}", "{\\footnote", "{\\footnote}", "\\cell\\row\\nestcell",
        "\0\0x",
        "\\fcharset9 x", "{\\info{\\title", "\\outlinelevel x", "{\\*\\shpinst{\\shptxt}}",
    ],
)  # fmt: skip
def test_broken_control_words_do_no_harm(body: str):
    assert "Text." in texts(rtf(f"Text.\\par {body}"))


@given(
    st.text(
        st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"]), min_size=1
    )
)
def test_any_text_comes_through(text: str):
    assert texts(rtf(unicoded(text))) == [text]


@given(st.binary(max_size=300))
def test_any_bytes_end_in_text_or_a_sentence(data: bytes):
    with contextlib.suppress(InputError):
        assert read(rtf(data)).units


# --- how it is found and written ---


def test_what_is_called_doc_is_known_by_how_it_begins(tmp_path: Path):
    path = tmp_path / "a.doc"
    path.write_bytes(rtf(r"Some text.\par"))
    assert open_document(path).document.files[0].format == "rtf"
    assert find_reader(path, b"PK\x03\x04").id == "docx"
    assert find_reader(path, b"\xef\xbb\xbf <html><p>x</p></html>").id == "html"
    for data in (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xdb\xa5-\0", b"Some text"):
        with pytest.raises(InputError, match=r"save it as \.docx"):
            find_reader(path, data)


def test_it_is_written_in_other_formats_and_never_as_rtf(tmp_path: Path):
    path = tmp_path / "a.rtf"
    path.write_bytes(rtf(r"\pard\s1 A heading\par Some {\b bold} text.\par"))
    document = open_document(path).document
    for suffix in ("docx", "html", "txt", "xlf"):
        out = tmp_path / f"out.{suffix}"
        export(document, out)
        assert out.stat().st_size > 0
    assert "bold" in (tmp_path / "out.txt").read_text(encoding="utf-8")
    with pytest.raises((UsageError, ExportError)):
        find_writer(tmp_path / "out.rtf", document)


# --- words that stand in no result ---


def test_the_words_of_numbers_stay_before_their_paragraphs():
    chapter = unicoded("الفصل")
    body = (
        rf"{{\listtext\pard\plain\f1 {chapter} 1:\tab}}\pard\ls1 {unicoded('المياه')}\par "
        r"{\pntext\pard\plain xii.\tab}{\*\pn\pnlvlbody}Twelfth\par {\listtext\f2\'b7\tab}Third\par"
        rf"{{\listtext {escaped('المادة', 'cp1256')} 2}}Law\par"
    )
    tables = FONTS.replace(r"\fcharset0", r"\fcharset178")
    assert texts(rtf(body, tables=tables)) == [
        "الفصل 1: المياه", "Twelfth", "Third", "المادة 2 Law",
    ]  # fmt: skip


def test_buttons_and_words_below_ruby_are_text():
    body = (
        r"Press {\field{\*\fldinst{ MACROBUTTON NoMacro }{here and write}}{\fldrslt }}, read "
        r'{\field{\*\fldinst{ EQ \\* jc2 \\* "Font:Arial" \\o\\ad(\\s\\up 9(above),below)}}'
        r"{\fldrslt }}, {\field{\*\fldinst EQ \\f(a,b)}{\fldrslt }} and {\mmath{\*\moMath x}}.\par"
    )
    found = read(rtf(body))
    assert [unit.text for unit in found.units] == ["Press here and write, read below,  and ."]
    assert {notice.code: dict(notice.facts)["count"] for notice in found.notices} == {
        "rtf_ruby": "1", "rtf_formulas": "2",
    }  # fmt: skip


@pytest.mark.parametrize(("results", "shown"), [(r"\ffres1", "two"), (r"\ffres25\ffdefres0", "one"),
                                                ("", "one"), (r"\ffres7", "")])  # fmt: skip
def test_the_choice_that_a_list_shows_is_text(results: str, shown: str):
    body = (
        rf"Take {{\field{{\*\fldinst FORMDROPDOWN {{\*\formfield{{\fftype2{results}"
        r"{\*\ffname List}{\*\ffl one}{\*\ffl two}}}}{\fldrslt }} now.\par"
    )
    assert texts(rtf(body)) == [f"Take {shown} now."]
