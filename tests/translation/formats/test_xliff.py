"""XLIFF 1.2: valid against the strict schema, and other programs' files as they mean them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from tests.translation.formats.bilingual_documents import documents, small_document
from translation.errors import InputError
from translation.formats import ReadOptions, WriteOptions, read_bytes
from translation.formats.xliff.read import read
from translation.formats.xliff.write import write
from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.edits import Put
from translation.model.imported import ImportedFile, ImportedSegment, ImportedUnit
from translation.model.inline import CodeKind
from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair
from translation.model.segment import (
    Role,
    Segment,
    SegmentState,
    SourceFile,
    TranslationUnit,
    source_hash,
)

NS = {"x": "urn:oasis:names:tc:xliff:document:1.2"}


def exported(document: Document) -> bytes:
    return write(document, WriteOptions("out.xlf")).data


def foreign(
    units: str, attributes: str = 'source-language="ar" target-language="en"'
) -> list[ImportedFile]:
    data = (
        '<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        f'<file original="a.txt" datatype="plaintext" {attributes}><body>{units}</body></file>'
        "</xliff>"
    )
    return read(data.encode(), ReadOptions("theirs.xlf"))


def foreign_units(units: str) -> tuple[ImportedUnit, ...]:
    [file] = foreign(units)
    return file.units


def foreign_segment(inside: str, attributes: str = "") -> ImportedSegment:
    [unit] = foreign_units(f'<trans-unit id="1" {attributes}>{inside}</trans-unit>')
    [segment] = unit.segments
    return segment


@pytest.mark.shared
def test_is_valid_against_the_strict_schema(xliff_schema: etree.XMLSchema):
    xliff_schema.assertValid(etree.fromstring(exported(small_document())))


@pytest.mark.shared
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(document=documents())
def test_any_document_is_valid(xliff_schema: etree.XMLSchema, document: Document):
    xliff_schema.assertValid(etree.fromstring(exported(document)))


def test_states_as_other_programs_know_them():
    root = etree.fromstring(exported(small_document()))
    found = {
        unit.get("id"): (
            dict(unit.find("x:target", NS).attrib)
            if unit.find("x:target", NS) is not None
            else None,
            unit.get("approved"),
            unit.get("translate"),
        )
        for unit in root.iterfind(".//x:trans-unit", NS)
    }
    assert found == {
        "s1": ({"state": "final"}, "yes", None),
        "s2": (
            {"state": "needs-review-translation", "state-qualifier": "mt-suggestion"},
            None,
            None,
        ),
        "s3": ({"state": "needs-review-translation"}, None, None),
        "s4": ({"state": "translated"}, None, None),
        "s5": ({"state": "signed-off"}, None, "no"),
        "s6": (None, None, None),
        "s7": (None, None, None),
    }


def test_a_draft_names_its_engine_and_whether_it_was_accepted():
    root = etree.fromstring(exported(small_document()))
    found = [
        (e.getparent().get("id"), e.get("origin"), e.get("alttranstype"))
        for e in root.iterfind(".//x:alt-trans", NS)
    ]
    assert found == [
        ("s1", "marian_ct2", "accepted"),
        ("s2", "marian_ct2", "proposal"),
        ("s3", "marian_ct2", "accepted"),
        ("s4", None, "reference"),
    ]


def test_codes_are_elements_that_other_programs_protect():
    root = etree.fromstring(exported(small_document()))
    source = root.find(".//x:trans-unit[@id='s2']/x:source", NS)
    assert [(etree.QName(e).localname, e.get("id"), e.get("ctype"), e.text) for e in source] == [
        ("bpt", "1", "link", '<a href="https://example.org/?a=1&amp;b=2">'),
        ("ept", "2", None, "</a>"),
    ]


def test_several_files_come_back_with_their_names_and_pairs():
    document = small_document()
    file = SourceFile("f2", "second.html", LanguagePair("ar-KW", "en-GB"), "html", b"x")
    document.add_file(file, [TranslationUnit("u9", "f2")], [Segment("s9", "u9", "نص")])
    data = exported(document)
    files = read(data, ReadOptions("out.xlf"))
    assert [(f.name, f.pair) for f in files] == [
        ("article.ar.txt", ARABIC_TO_ENGLISH),
        ("second.html", LanguagePair("ar-KW", "en-GB")),
    ]
    datatypes = [e.get("datatype") for e in etree.fromstring(data).iterfind("x:file", NS)]
    assert datatypes == ["plaintext", "html"]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("named", "written"), [("ar_EG", "ar-EG"), ("x y", "und"), ("<b>", "und"), ("", "und")]
)
def test_languages_that_are_none_do_not_spoil_the_file(
    xliff_schema: etree.XMLSchema, named: str, written: str
):
    document = small_document()
    file = document.files[0]
    document.apply(Put(file, replace(file, pair=LanguagePair(named, "en"))))
    tree = etree.fromstring(exported(document))
    xliff_schema.assertValid(tree)
    found = tree.find("x:file", NS)
    assert found is not None
    assert found.get("source-language") == written


def test_what_another_program_changed_in_ours_counts():
    text = exported(small_document()).decode()
    draft = text.index("mt-suggestion")
    changed = text[:draft] + text[draft:].replace(" visited<", " has visited<", 1)
    changed = changed.replace("Done.", "Finished.").replace("x-codes", "x-unknown")
    segments = {
        s.id: s
        for f in read(changed.encode(), ReadOptions("o"))
        for u in f.units
        for s in u.segments
    }
    assert segments["s2"].state is SegmentState.EDITED
    assert segments["s2"].target is not None
    assert segments["s2"].target.endswith(" has visited")
    assert segments["s5"].target == "Finished."


def test_a_stale_accepted_draft_gives_way_to_the_current_one():
    document = small_document()
    segment = document.segment("s3")
    document.apply(Put(segment, replace(segment, source="نص جديد")))
    fresh = Draft(9, "s3", source_hash("نص جديد"), "New text", "marian_ct2", "starter")
    document.drafts.add([fresh])
    [found] = [
        s
        for f in read(exported(document), ReadOptions("o"))
        for u in f.units
        for s in u.segments
        if s.id == "s3"
    ]
    assert found.draft is not None
    assert (found.draft.text, found.draft.accepted) == ("New text", False)


# --- other programs' files ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "attributes", "state", "text"),
    [
        ("", "", SegmentState.INITIAL, None),
        ("<target/>", "", SegmentState.INITIAL, None),
        ("<target>A</target>", "", SegmentState.EDITED, "A"),
        ("<target>A</target>", 'approved="yes"', SegmentState.CONFIRMED, "A"),
        ('<target state="translated">A</target>', "", SegmentState.CONFIRMED, "A"),
        ('<target state="signed-off">A</target>', "", SegmentState.REVIEWED, "A"),
        ('<target state="final">A</target>', 'approved="yes"', SegmentState.FINAL, "A"),
        ('<target state="x-custom">A</target>', "", SegmentState.EDITED, "A"),
        ('<target state="new">نص</target>', "", SegmentState.INITIAL, None),
        ('<target state="new">A</target>', "", SegmentState.EDITED, "A"),
        ('<target state="needs-translation"></target>', "", SegmentState.INITIAL, None),
        ('<target state="needs-review-l10n">A</target>', "", SegmentState.EDITED, "A"),
    ],
)
def test_states_of_others(target: str, attributes: str, state: SegmentState, text: str | None):
    segment = foreign_segment(f"<source>نص</source>{target}", attributes)
    assert (segment.state, segment.target) == (state, text)


def test_machine_suggestions_are_drafts():
    segment = foreign_segment(
        "<source>نص</source><target state='needs-review-translation'"
        " state-qualifier='leveraged-mt'>Text</target>"
    )
    assert segment.target is None
    assert segment.draft is not None
    assert segment.draft.text == "Text"
    segment = foreign_segment(
        "<source>نص</source><target>Mine</target>"
        "<alt-trans origin='someone'><target>Old</target></alt-trans>"
        "<alt-trans origin='DeepL NMT'><target>Machine</target></alt-trans>"
    )
    assert segment.draft is not None
    assert (segment.target, segment.draft.text) == ("Mine", "Machine")
    assert segment.draft.engine == "DeepL NMT"


def test_segments_of_seg_source_and_text_outside_them():
    [unit] = foreign_units(
        "<trans-unit id='7'><source>أ. ب.</source>"
        "<seg-source><mrk mtype='seg' mid='0'>أ.</mrk> <mrk mtype='seg' mid='1'>ب.</mrk>"
        "</seg-source>"
        "<target><mrk mtype='seg' mid='0'>A.</mrk> <mrk mtype='seg' mid='1'>B.</mrk> typed after"
        "</target></trans-unit>"
    )
    assert [(s.source, s.trail, s.target, s.id) for s in unit.segments] == [
        ("أ.", " ", "A.", None),
        ("ب.", "", "B. typed after", None),
    ]


def test_segments_that_do_not_match_lose_nothing():
    [unit] = foreign_units(
        "<trans-unit id='7'><source>أ. ب.</source>"
        "<seg-source><mrk mtype='seg' mid='a'>أ.</mrk><mrk mtype='seg' mid='b'>ب.</mrk>"
        "</seg-source>"
        "<target><mrk mtype='seg' mid='a'>A.</mrk><mrk mtype='seg' mid='z'>Z.</mrk></target>"
        "</trans-unit>"
    )
    assert [s.target for s in unit.segments] == ["A.", "Z."]
    [unit] = foreign_units(
        "<trans-unit id='7'><source>أ. ب.</source>"
        "<seg-source><mrk mtype='seg' mid='a'>أ.</mrk><mrk mtype='seg' mid='b'>ب.</mrk>"
        "</seg-source>"
        "<target>A. B.</target></trans-unit>"
    )
    assert [(s.source, s.target) for s in unit.segments] == [("أ. ب.", "A. B.")]


def test_every_inline_element_is_a_code_known_on_both_sides():
    inside = (
        '<g id="1">ن<x id="2"/></g><bx id="3"/>ص<ex id="3"/><bpt id="4" rid="9">[b]</bpt>م'
        '<ept id="5" rid="9">[/b]</ept><ph id="6" equiv-text="%s">%s</ph><it id="7" pos="open">'
        '[i]</it><mrk mtype="x-term">ت</mrk>'
    )
    [unit] = foreign_units(
        f'<trans-unit id="1"><source>{inside}</source><target>{inside}</target></trans-unit>'
    )
    [segment] = unit.segments
    assert segment.target == segment.source
    kinds = [(code.kind, code.label) for code in unit.codes]
    assert kinds == [
        (CodeKind.OPEN, "g1"),
        (CodeKind.CLOSE, "/g1"),
        (CodeKind.ALONE, "x2"),
        (CodeKind.OPEN, "bx3"),
        (CodeKind.CLOSE, "ex3"),
        (CodeKind.OPEN, "bpt4"),
        (CodeKind.CLOSE, "ept5"),
        (CodeKind.ALONE, "%s"),
        (CodeKind.OPEN, "it7"),
        (CodeKind.OPEN, "mrk"),
        (CodeKind.CLOSE, "/mrk"),
    ]
    pairs = [(n, code.pair) for n, code in enumerate(unit.codes) if code.pair is not None]
    assert pairs == [(0, 1), (1, 0), (3, 4), (4, 3), (5, 6), (6, 5), (9, 10), (10, 9)]
    assert unit.codes[5].markup == "[b]"


def test_comments_cdata_and_instructions_inside_leave_the_text_whole():
    segment = foreign_segment("<source>أ<!-- x -->ب<![CDATA[<ت>]]><?pi y?>ث</source>")
    assert segment.source == "أب<ت>ث"


def test_white_space_is_kept_where_it_counts():
    preserved = foreign_segment("<source> a\n  b </source>", 'xml:space="preserve"')
    assert (preserved.lead, preserved.source, preserved.trail) == (" ", "a\n  b", " ")
    wrapped = foreign_segment("<source>\n  a\n  b\n</source>")
    assert wrapped.source == "a b"
    # Quadratic matching of the blanks would take longer than any test may.
    assert foreign_segment(f"<source>a{' ' * 300_000}b \n c</source>").source.endswith("b c")


def test_ids_that_occur_twice_are_kept_once():
    units = foreign_units(
        '<trans-unit id="1"><source>أ</source></trans-unit>'
        '<trans-unit id="1"><source>ب</source></trans-unit>'
    )
    assert [u.segments[0].id for u in units] == ["1", None]


def test_locks_notes_and_roles():
    segment = foreign_segment(
        "<source>أ</source><note>one</note><note>two</note>", 'translate="no"'
    )
    assert (segment.locked, segment.note) == (True, "one\ntwo")
    [unit] = foreign_units('<trans-unit id="1" restype="cell"><source>أ</source></trans-unit>')
    assert unit.role is Role.CELL


def test_a_missing_target_language():
    unit = '<trans-unit id="1"><source>x</source></trans-unit>'
    assert foreign(unit, 'source-language="en"')[0].pair == LanguagePair("en", "ar")
    assert foreign(unit, 'source-language="ar-KW"')[0].pair == LanguagePair("ar-KW", "en")


def test_private_use_characters_of_others_become_codes():
    [unit] = foreign_units('<trans-unit id="1"><source>أ\ue005ب\u2028</source></trans-unit>')
    assert [code.markup for code in unit.codes] == ["\ue005", "\u2028"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<xliff version='1.2'><file>", "bad_xml"),
        (b"<tmx version='1.4'/>", "wrong_format"),
        (b"<xliff version='2.0' xmlns='urn:oasis:names:tc:xliff:document:2.0'/>", "no_text"),
        (b"<xliff version='2.0' xmlns='urn:oasis:names:tc:xliff:document:1.2'/>", "wrong_format"),
        (b"<xliff version='1.2'/>", "no_text"),
        (b"\n<?xml version='1.0'?><xliff version='1.2'/>", "bad_xml"),
        (b"<xliff version='1.2'>&#0;</xliff>", "bad_xml"),
        (b"<xliff version='1.2'>\xd3\xe1</xliff>", "bad_xml"),
        (b"<xliff version='1.2'>" + b"<g>" * 20_000, "bad_xml"),
    ],
)
def test_refusals(data: bytes, reason: str):
    with pytest.raises(InputError) as caught:
        read(data, ReadOptions("a.xlf"))
    assert caught.value.reason == reason
    assert "a.xlf" in str(caught.value)


@pytest.mark.shared
def test_a_real_file_with_arabic_as_the_target(shared: Path):
    path = shared / "data" / "xliff" / "matecat_13578661_IFgFi8oGn6.xlf"
    [file] = read(read_bytes(path), ReadOptions(path.name))
    assert file.pair == LanguagePair("en-US", "ar-JO")
    assert file.pair.target_is_rtl
    [unit] = file.units
    assert [(s.id, s.source, s.target) for s in unit.segments] == [("tu1", "Confirm", None)]


@pytest.mark.shared
def test_version_2_is_known_by_what_it_says(shared: Path):
    [path] = (shared / "data" / "xliff").glob("matecat_uber*")
    [file] = read(read_bytes(path), ReadOptions(path.name))
    assert (file.format, file.pair) == ("xliff2", LanguagePair("en-us", "ar"))
    assert sum(len(unit.segments) for unit in file.units) == 11
    with pytest.raises(InputError) as caught:
        read(b"<xliff version='3.0'/>", ReadOptions("a.xlf"))
    assert "3.0" in str(caught.value)
