"""TMX 1.4: confirmed pairs out, valid against the DTD; memories of others in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from tests.translation.formats.bilingual_documents import documents, small_document
from translation.errors import ExportError, InputError
from translation.formats import ReadOptions, WriteOptions, read_bytes
from translation.formats.tmx_read import read
from translation.formats.tmx_write import write
from translation.model.document import Document
from translation.model.imported import ImportedFile
from translation.model.inline import strip_codes
from translation.model.language import LanguagePair
from translation.model.segment import Origin, Segment, SegmentState, SourceFile, TranslationUnit


def exported(document: Document) -> bytes:
    return write(document, WriteOptions("out.tmx")).data


def memory(body: str, srclang: str = "ar", pair: LanguagePair | None = None) -> ImportedFile:
    header = (
        f'<header srclang="{srclang}" adminlang="en" creationtool="x" creationtoolversion="1"'
        ' segtype="sentence" o-tmf="x" datatype="plaintext"/>'
    )
    data = f'<tmx version="1.4">{header}<body>{body}</body></tmx>'.encode()
    [file] = read(data, ReadOptions("a.tmx", pair))
    return file


def tu(*variants: tuple[str, str], attributes: str = "") -> str:
    inside = "".join(f'<tuv xml:lang="{lang}"><seg>{text}</seg></tuv>' for lang, text in variants)
    return f"<tu {attributes}>{inside}</tu>"


@pytest.mark.shared
def test_is_valid_against_the_dtd(tmx_dtd: etree.DTD):
    assert tmx_dtd.validate(etree.fromstring(exported(small_document()))), tmx_dtd.error_log


@pytest.mark.shared
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(document=documents())
def test_any_document_is_valid(tmx_dtd: etree.DTD, document: Document):
    try:
        data = exported(document)
    except ExportError:
        return
    assert tmx_dtd.validate(etree.fromstring(data)), tmx_dtd.error_log


def test_holds_confirmed_segments_alone_with_ids_roles_and_states():
    root = etree.fromstring(exported(small_document()))
    found = [
        (tu.get("tuid"), *(prop.text for prop in tu.iterfind("prop"))) for tu in root.iter("tu")
    ]
    assert found == [
        ("s1", "u1", "headline", "final"),
        ("s4", "u2", "paragraph", "confirmed"),
        ("s5", "u2", "paragraph", "reviewed"),
    ]


def test_nothing_confirmed_is_said():
    document = Document()
    file = SourceFile("f1", "a.txt", LanguagePair("ar", "en"), "txt", b"")
    segment = Segment("s1", "u1", "نص", "Text", SegmentState.EDITED)
    document.add_file(file, [TranslationUnit("u1", "f1")], [segment])
    with pytest.raises(ExportError) as caught:
        exported(document)
    assert caught.value.reason == "nothing"


def test_languages_are_matched_by_their_family():
    body = tu(("AR-kw", "نص"), ("en-GB", "Text"), ("fr", "Texte"))
    assert memory(body).pair == LanguagePair("AR-kw", "en-GB")
    asked = LanguagePair("fr", "ar")
    file = memory(body, pair=asked)
    assert file.pair == asked
    assert [(s.source, s.target) for u in file.units for s in u.segments] == [("Texte", "نص")]
    with pytest.raises(InputError) as caught:
        memory(body, pair=LanguagePair("de", "ar"))
    assert caught.value.reason == "no_text"


def test_any_source_language_and_varieties_of_one():
    assert memory(tu(("fr", "a"), ("de", "b")), "*all*").pair == LanguagePair("fr", "de")
    file = memory(tu(("en-US", "color"), ("en-GB", "colour")), "en-US")
    assert file.pair == LanguagePair("en-US", "en-GB")
    assert [(s.source, s.target) for u in file.units for s in u.segments] == [("color", "colour")]


def test_half_pairs_empty_texts_and_doubles():
    file = memory(
        tu(("ar", "واحد"), attributes='tuid="1"')
        + tu(("ar", "اثنان"), ("en", "Two"), ("en", "Deux"), attributes='tuid="1"')
        + tu(("en", "Three"))
        + tu(("ar", " "), ("en", "Blank"))
    )
    found = [(s.id, s.source, s.target, s.state, s.origin) for u in file.units for s in u.segments]
    assert found == [
        ("1", "واحد", None, SegmentState.INITIAL, None),
        (None, "اثنان", "Two", SegmentState.CONFIRMED, Origin.TM),
    ]


def test_codes_are_tied_by_x():
    seg = "{0}<bpt i='1' x='1'>[b]</bpt>word<ept i='1'>[/b]</ept> <ph x='2'>[br/]</ph><hi>y</hi>"
    swapped = "<ph x='2'>[br/]</ph>{0}<bpt i='3' x='1'>[b]</bpt>kilma<ept i='3'>[/b]</ept>"
    file = memory(tu(("ar", seg.format("ا")), ("en", swapped.format("A"))))
    [unit] = file.units
    [segment] = unit.segments
    assert [code.markup for code in unit.codes[:3]] == ["[b]", "[/b]", "[br/]"]
    assert (unit.codes[0].pair, unit.codes[1].pair) == (1, 0)
    assert segment.target == "\ue002A\ue000kilma\ue001"


@pytest.mark.shared
def test_a_memory_of_six_languages(shared: Path):
    path = shared / "data" / "tmx" / "kapi_memory-seed_multilingual.tmx"
    asked = LanguagePair("ar", "en")
    [file] = read(read_bytes(path), ReadOptions(path.name, asked))
    assert len(file.units) == 200
    assert all(s.target for u in file.units for s in u.segments)
    [file] = read(read_bytes(path), ReadOptions(path.name))
    assert file.pair == LanguagePair("en", "ar")


@pytest.mark.shared
def test_the_compliance_kit(shared: Path):
    """Every import file of the kit opens or holds too little to be a memory."""
    folder = shared / "suites" / "tmx-compliance-kit"
    opened = {}
    for path in sorted(folder.glob("ImportTest*.tmx")):
        try:
            [file] = read(read_bytes(path), ReadOptions(path.name))
        except InputError as error:
            assert error.reason == "no_text", path.name  # noqa: PT017
        else:
            opened[path.stem] = [strip_codes(s.source) for u in file.units for s in u.segments]
    assert len(opened) >= 13
    assert opened["ImportTest1B"] == ["Text of the segment"]
    assert opened["ImportTest2A"][0] == "The big black cat sleeps."
