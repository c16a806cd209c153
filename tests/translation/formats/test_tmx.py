"""TMX 1.4: confirmed pairs out, valid against the DTD; memories of others in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from tests.translation.formats.bilingual_documents import documents, small_document
from translation.errors import ExportError, InputError
from translation.formats import ReadOptions, WriteOptions, read_bytes
from translation.formats.tmx.read import read
from translation.formats.tmx.write import write
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.imported import ImportedFile
from translation.model.language import LanguagePair
from translation.model.segment import Origin, Segment, SegmentState, SourceFile, TranslationUnit
from translation.system.cancel import Cancelled
from translation.work.building import build_document


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


def pairs(file: ImportedFile) -> list[tuple[str, str | None]]:
    return [(s.source, s.target) for u in file.units for s in u.segments]


def codes_of(file: ImportedFile) -> set[str]:
    return {notice.code for notice in file.notices}


def test_any_language_may_be_the_source():  # bad input 65
    file = memory(tu(("fr", "c"), ("en", "b"), ("AR-kw", "ا")), "*all*")
    assert file.pair == LanguagePair("AR-kw", "en")
    assert pairs(file) == [("ا", "b")]


def test_three_languages_and_their_spellings():  # bad input 66
    body = tu(("AR", "ا"), ("fr", "c"), ("en_US", "b")) + tu(("en", "d"), ("ar-KW", "ث"))
    assert pairs(memory(body, pair=LanguagePair("ar", "en"))) == [("ا", "b"), ("ث", "d")]
    exact = tu(("ar-EG", "مصر"), ("ar-KW", "كويت"), ("en", "x"))
    file = memory(exact, pair=LanguagePair("ar-kw", "en"))
    assert pairs(file) == [("كويت", "x")]
    assert pairs(memory(exact, pair=LanguagePair("ar-EG", "ar-KW"))) == [("مصر", "كويت")]


def test_a_doctype_that_leads_nowhere():  # bad input 67
    for target in ('SYSTEM "tmx14.dtd"', 'SYSTEM "http://127.0.0.1:9/tmx14.dtd"', ""):
        text = f'<!DOCTYPE tmx {target}><tmx version="1.4"><body>{tu(("ar", "ا"), ("en", "b"))}'
        [file] = read(f"{text}</body></tmx>".encode(), ReadOptions("a.tmx"))
        assert pairs(file) == [("ا", "b")]
    entity = '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><body>{}</body></tmx>'
    for seg in ("&unknown;", "ا&unknown;"):
        body = tu(("ar", seg), ("en", "b"))
        with pytest.raises(InputError) as caught:
            read(entity.format(body).encode(), ReadOptions("a.tmx"))
        assert caught.value.reason == "xml_entities"


def test_one_text_and_two_of_one_language():  # bad input 68
    file = memory(
        tu(("ar", "ا"))
        + tu(("en", "b"))
        + tu(("ar", "ث"), ("en", "d"), ("en", "e"))
        + '<tu srclang="fr"><tuv xml:lang="ar"><seg>ليس مصدرا</seg></tuv></tu>',
    )
    assert pairs(file) == [("ا", None), ("ث", "d")]
    assert codes_of(file) == {"units_left_out", "more_translations"}


def test_codes_that_do_not_fit_one_another():  # bad input 69
    seg = (
        '<it pos="begin" x="1">[i]</it><bpt i="1" x="7">[b]</bpt>ا<ept i="2">[/b]</ept>'
        '<ph>[1]</ph><ph>[2]</ph><ph x="7">[3]</ph><ph x="7">[4 <sub>in</sub>]</ph>'
        '<ut x="9">[u]</ut>'
    )
    file = memory(tu(("ar", seg), ("en", '<ph x="7">[other]</ph>b<hi><hi type="t">c</hi></hi>')))
    [unit] = file.units
    markup = [code.markup for code in unit.codes]
    assert markup[:9] == [*"[i] [b] [/b] [1] [2] [3]".split(), "[4 in]", "[u]", "<hi>"]
    assert all(code.pair is None for code in unit.codes[:8])
    assert unit.segments[0].target == "\ue005b\ue008\ue00ac\ue00b\ue009"
    assert "unbalanced_codes" in codes_of(file)


def test_said_to_be_ascii():  # bad input 70
    text = (
        f'<?xml version="1.0" encoding="US-ASCII"?><tmx version="1.4"><body>{{}}{tu(("en", "z"))}'
    )
    body = tu(("ar", "نص"), ("en", "a"))
    data = (text.format(body) + "</body></tmx>").encode()
    [file] = read(data, ReadOptions("a.tmx"))
    assert pairs(file) == [("نص", "a")]
    assert "repaired" in codes_of(file)
    document, _ = build_document([file])
    assert exported(document) == data
    row = document.segments[0]
    document.apply(Put(row, replace(row, target="ب")))
    again = exported(document)
    assert b"UTF-8" in again[:60]
    assert "ب".encode() in again
    as_references = text.format("").encode("ascii", "xmlcharrefreplace")
    as_references += body.encode("ascii", "xmlcharrefreplace") + b"</body></tmx>"
    [file] = read(as_references, ReadOptions("a.tmx"))
    assert ("نص", "a") in pairs(file)
    with pytest.raises(InputError) as caught:
        read(data.replace("نص".encode(), "نص".encode("cp1256")), ReadOptions("a.tmx"))
    assert caught.value.reason == "bad_xml"


def test_empty_texts():  # bad input 71
    file = memory(
        '<tu><tuv xml:lang="ar"><seg/></tuv><tuv xml:lang="en"><seg>a</seg></tuv></tu>'
        '<tu><tuv xml:lang="ar"><seg>ا</seg></tuv><tuv xml:lang="en"><seg/></tuv></tu>'
        '<tu><tuv xml:lang="ar"/><tuv xml:lang="en"><seg>b</seg></tuv></tu><tu/>'
    )
    assert pairs(file) == [("ا", None)]
    assert file.units[0].segments[0].state is SegmentState.INITIAL


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-8-sig"])
def test_encodings_and_the_old_attribute(encoding: str):
    body = '<tu><tuv lang="AR"><seg>نص</seg></tuv><tuv lang="EN"><seg>Text</seg></tuv></tu>'
    text = (
        f'<?xml version="1.0"?><tmx version="1.1"><header srclang="AR"/><body>{body}</body></tmx>'
    )
    data = text.encode(encoding)
    if encoding == "utf-16-be":
        data = b"\xfe\xff" + data
    [file] = read(data, ReadOptions("a.tmx"))
    assert file.pair == LanguagePair("AR", "EN")
    assert pairs(file) == [("نص", "Text")]


def test_languages_that_turn_up_late_are_found():
    late = "".join(tu(("ar", f"نص {n}"), ("fr", "Texte")) for n in range(600))
    file = memory(late + tu(("ar", "نص"), ("en", "Text")))
    assert file.pair == LanguagePair("ar", "en")
    assert pairs(file)[-1] == ("نص", "Text")


def test_it_can_be_watched_and_cancelled():
    seen: list[tuple[int, int]] = []

    def report(done: int, total: int) -> None:
        seen.append((done, total))
        if done > 400:
            raise Cancelled

    body = "".join(tu(("ar", f"نص {n}"), ("en", "Text")) for n in range(500))
    data = f'<tmx version="1.4"><body>{body}</body></tmx>'.encode()
    with pytest.raises(Cancelled):
        read(data, ReadOptions("a.tmx", report=report))
    assert seen == [(1, 500), (201, 500), (401, 500)]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'<!DOCTYPE tmx [<!ENTITY a "b">]><tmx><body/></tmx>', "xml_entities"),
        (b'<!DOCTYPE tmx [<!ENTITY % a SYSTEM "file:///etc/passwd">%a;]><tmx/>', "xml_entities"),
        (b"<tmx><body>" + b"<tu>" * 300 + b"</tu>" * 300 + b"</body></tmx>", "bad_xml"),
        (b"<tmx><body><tu><tuv lang='ar'><seg>" + b"a" * 11_000_000, "bad_xml"),
        (b"<tmx><body><tu></body></tmx>", "bad_xml"),
        (b"<html><body/></html>", "wrong_format"),
        (b"<tmx/>", "no_text"),
    ],
)
def test_refused_in_a_sentence(data: bytes, reason: str):
    with pytest.raises(InputError) as caught:
        read(data, ReadOptions("a.tmx"))
    assert caught.value.reason == reason


def test_a_prefix_nobody_declared_is_let_be():
    body = (
        '<tu><x:y/><tuv xml:lang="ar"><seg>ا</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu>'
    )
    assert pairs(memory(body)) == [("ا", "b")]


BREAKING = {
    "version: none": '<tmx><header srclang="ar"/><body>{0}</body></tmx>',
    "required: srclang": '<tmx version="1.4"><header/><body>{0}</body></tmx>',
    "required: xml:lang": '<tmx version="1.4"><header srclang="ar"/><body>{0}\n'
    '<tu tuid="7">\n<tuv><seg>x</seg></tuv></tu></body></tmx>',
    "children: no seg": '<tmx version="1.4"><header srclang="ar"/><body>{0}\n'
    '<tu tuid="7">\n<tuv xml:lang="ar"/></tu></body></tmx>',
}


@pytest.mark.parametrize("what", BREAKING)
def test_a_rule_that_is_broken_is_told_and_strictly_refused(what: str):
    tu = '<tu><tuv xml:lang="ar"><seg>أ</seg></tuv><tuv xml:lang="en"><seg>a</seg></tuv></tu>'
    data = BREAKING[what].format(tu).encode()
    [file] = read(data, ReadOptions("a.tmx"))
    assert len(file.units) == 1
    [facts] = [dict(n.facts) for n in file.notices if n.code == "rule_broken"]
    assert facts["what"] == what
    if "tuid" in BREAKING[what]:
        assert (facts["line"], facts["about"]) == ("3", "tu 7")
    with pytest.raises(InputError) as caught:
        read(data, ReadOptions("a.tmx", strict=True))
    assert what in str(caught.value)
