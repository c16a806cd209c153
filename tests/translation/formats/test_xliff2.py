"""XLIFF 2.0 and 2.1: the OASIS suite, originals edited in place, valid files of our own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from tests.translation.formats.bilingual_documents import documents, small_document
from tests.translation.formats.oasis_suite import BROKEN
from tests.translation.formats.xliff2_files import (
    REAL,
    WITHOUT_TEXT,
    core_unit,
    exported,
    opened,
    put,
)
from translation.errors import ExportError, InputError
from translation.formats import ReadOptions, WriteOptions, read_bytes
from translation.formats.xliff2.read import read
from translation.formats.xliff2.rules import RULES
from translation.formats.xliff2.write import write
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.inline import CodeKind, strip_codes
from translation.model.language import LanguagePair
from translation.model.segment import SegmentState, SourceFile
from translation.work.building import build_document

WITHOUT_UNITS = {
    "InvalidHexRangeOnCp",
    "NoFile",
    "NoUnitOrGroupInFile",
    "NotesWithoutNote",
    "SegmentWithoutSource",
    "UnitWithoutSegment",
}
"""Invalid files of the suite that hold nothing to translate."""


MODULES_NOT_LOOKED_AT = {
    # Change tracking: its rules are about what old versions of a text refer to.
    "Bad-ctr-property-not-legit-category",
    "Bad-ctr_appliesTo-not-using-ref-to-resolvableID",
    "Bad-ctr_property-not-content-or-valid-attribute-ref",
    "Bad-ctr_ref-not-pointed-to-resolvableID",
    "Bad-ctr_revisions-not-using-ref-to-resolvableID",
    # Foreign elements in a glossary entry, which section 5.2.4.3 allows.
    "Bad-gls_invalid-extension",
    # A valid core file of the same suite has a sizeInfo that is no number either.
    "Bad-slr_sizeInfo-not-integer",
}
"""Invalid files of the suite's modules that open without a word."""


# --- the OASIS suite ---------------------------------------------------------------------------


@pytest.mark.shared
def test_strictly_each_invalid_file_is_refused_by_the_rule_it_breaks(shared: Path):
    folder = shared / "suites" / "oasis" / "xliff-21" / "test-suite" / "core" / "invalid"
    sentences = {rule.id: rule for rule in RULES}
    wanted = {name: rule for rule, names in BROKEN.items() for name in names.split()}
    assert len(wanted) == 119
    assert {f"bad_{name}.xlf" for name in wanted} == {path.name for path in folder.glob("*.xlf")}
    for name, rule in wanted.items():
        data = read_bytes(folder / f"bad_{name}.xlf")
        if not sentences[rule].refuses:
            told = read(data, ReadOptions(name, strict=True))[0].notices
            assert sentences[rule].sentence in str(told), name
            continue
        with pytest.raises(InputError) as caught:
            read(data, ReadOptions(name, strict=True))
        assert caught.value.reason == "wrong_format"
        assert sentences[rule].sentence in str(caught.value), name


@pytest.mark.shared
def test_each_invalid_file_opens_with_the_rule_its_line_and_id(shared: Path):
    folder = shared / "suites" / "oasis" / "xliff-21" / "test-suite" / "core" / "invalid"
    sentences = {rule.id: rule.sentence for rule in RULES}
    opened_ = 0
    for rule, names in BROKEN.items():
        for name in names.split():
            data = read_bytes(folder / f"bad_{name}.xlf")
            try:
                files = read(data, ReadOptions(name))
            except InputError:
                assert name in WITHOUT_UNITS
                continue
            opened_ += 1
            told = [dict(notice.facts) for notice in files[0].notices]
            facts = next(one for one in told if one["rule"] == sentences[rule])
            assert 0 < int(facts["line"]) <= data.count(b"\n") + 1, name
            assert facts["about"], name
            document, _ = build_document(files)
            assert write(document, WriteOptions("out")).data == data, name
            comes_back(document, name)
    assert opened_ > 110


def comes_back(document: Document, name: str) -> None:
    """Change every target and see all of them, and nothing else, in the file that is written."""
    for segment in document.snapshot():
        if not segment.locked:
            changed = replace(segment, target=f"{segment.source}x", state=SegmentState.CONFIRMED)
            document.apply(Put(segment, changed))
    wanted = [segment.target for segment in document.segments]
    written = write(document, WriteOptions("out")).data
    again = build_document(read(written, ReadOptions(name)))[0]
    assert [strip_codes(s.target or "") for s in again.segments] == [
        strip_codes(target or "") for target in wanted
    ], name
    assert [s.source for s in again.segments] == [s.source for s in document.segments], name


@pytest.mark.shared
def test_broken_modules_are_told_and_left_alone(shared: Path):
    folder = shared / "suites" / "oasis" / "xliff-21" / "test-suite" / "modules" / "invalid"
    silent = set()
    for path in folder.glob("*.xlf"):
        data = read_bytes(path)
        files = read(data, ReadOptions(path.name))
        if not files[0].notices:
            silent.add(path.stem)
        assert write(build_document(files)[0], WriteOptions("out")).data == data
    assert silent == MODULES_NOT_LOOKED_AT


@pytest.mark.shared
def test_each_valid_file_opens_and_comes_back(shared: Path):
    suite = shared / "suites" / "oasis" / "xliff-21" / "test-suite"
    paths = [
        p for f in ("core/valid", "core/in-out", "modules/valid") for p in (suite / f).glob("*.xlf")
    ]
    assert len(paths) > 60
    for path in paths:
        data = read_bytes(path)
        if path.name in WITHOUT_TEXT:
            with pytest.raises(InputError) as caught:
                read(data, ReadOptions(path.name))
            assert caught.value.reason == "no_text"
            continue
        document, notices = build_document(read(data, ReadOptions(path.name, strict=True)))
        assert {notice.code for notice in notices} <= {"target_language_guessed"}
        assert write(document, WriteOptions("out")).data == data
        targets = []
        for row, segment in enumerate(list(document.segments)):
            targets.append(f"T {segment.source}")
            put(document, row, target=targets[-1], state=SegmentState.CONFIRMED)
        again = read(write(document, WriteOptions("out")).data, ReadOptions("out"))
        found = [(s.target, s.state) for f in again for u in f.units for s in u.segments]
        assert found == [(target, SegmentState.CONFIRMED) for target in targets], path.name


# --- reading -----------------------------------------------------------------------------------


def test_what_a_file_says_is_read():
    document = opened()
    locked, first, second = document.segments
    assert (locked.locked, first.locked) == (True, False)
    assert (first.state, first.trail, second.state) == (
        SegmentState.CONFIRMED,
        " ",
        SegmentState.INITIAL,
    )
    unit = document.unit_of(first)
    assert unit.note == "mind the tone"
    assert [(c.kind, c.markup, c.label) for c in unit.codes] == [
        (CodeKind.OPEN, "<b>", "b"),
        (CodeKind.CLOSE, "</b>", "/b"),
        (CodeKind.ALONE, '<ph id="2"/>', "ph2"),
    ]
    assert (first.source, first.target) == (
        "زار \ue000الوزير\ue001\ue002",
        "The \ue000man\ue001",
    )
    draft = document.drafts.current(second)
    assert draft is not None
    assert (draft.text, draft.engine, draft.parameters) == (
        "It ended",
        "Some NMT",
        '{"matchQuality": "88.5"}',
    )


def test_a_missing_target_language_is_the_one_asked_for_and_then_written():
    text = core_unit("<segment><source>نص</source></segment>").replace(' trgLang="en"', "")
    document = opened(text)
    assert document.files[0].pair == LanguagePair("ar", "en")
    put(document, 0, target="Text", state=SegmentState.FINAL)
    assert 'trgLang="en"' in exported(document)


@pytest.mark.parametrize(
    ("data", "detail"),
    [
        ("<xliff version='2.9'/>", "2.9"),
        ("<xliff version='2.0'/>", "namespace"),
        ("<tmx version='1.4'/>", "tmx"),
        (core_unit("<segment/>"), "children"),
        (
            core_unit("<segment><source>a</source></segment>", 'translate="maybe"'),
            "translate=maybe",
        ),
        (core_unit("<segment><source>a<cp hex='zz'/></source></segment>"), "character"),
    ],
)
def test_refusals(data: str, detail: str):
    with pytest.raises(InputError) as caught:
        read(data.encode(), ReadOptions("a.xlf", strict=True))
    assert caught.value.reason == "wrong_format"
    assert detail in str(caught.value)


# --- version 2.2 -------------------------------------------------------------------------------

REAL_22 = (
    REAL.replace("document:2.0", "document:2.2")
    .replace('version="2.1"', 'version="2.2"')
    .replace('<note id="n1">about the file</note>', '<note id="n1" ref="#/f=f1">of it</note>')
    .replace('<?vendor keep="me"?>', "<notes><note>of the document</note></notes>")
)


def test_version_2_2_opens_without_a_word_and_goes_back():
    [file] = read(REAL_22.encode(), ReadOptions("theirs.xlf", strict=True))
    assert not file.notices
    assert [file.units for file in read(REAL.encode(), ReadOptions("theirs.xlf"))] == [file.units]
    document = opened(REAL_22)
    assert exported(document) == REAL_22
    put(document, 2, target="It ended", state=SegmentState.REVIEWED)
    put(document, 1, note="ask the desk")
    out = exported(document)
    again = opened(out)
    assert [s.target for s in again.segments] == [s.target for s in document.segments]
    assert again.segments[2].state is SegmentState.REVIEWED
    assert out.count("xmlns") == REAL_22.count("xmlns")
    before, after = REAL_22.index('<unit id="u1"'), REAL_22.rindex("</unit>")
    assert out.startswith(REAL_22[:before])
    assert out.endswith(REAL_22[after:])


def test_what_is_of_2_2_breaks_the_rules_before_it():
    earlier = REAL_22.replace("document:2.2", "document:2.0").replace('"2.2"', '"2.1"')
    told = [dict(n.facts)["what"] for n in read(earlier.encode(), ReadOptions("a"))[0].notices]
    assert sorted(what.partition(":")[0] for what in told) == ["attribute", "children"]


@pytest.mark.shared
def test_what_is_written_into_version_2_2_is_valid(xliff22_schema: etree.XMLSchema):
    document = opened(REAL_22)
    for row in range(len(document.segments)):
        if not document.segments[row].locked:
            put(document, row, target=f"{document.segments[row].source} <x>  y", note="mine")
    xliff22_schema.assertValid(etree.fromstring(exported(document).encode()))


# --- files of our own --------------------------------------------------------------------------


@pytest.mark.shared
def test_is_valid_against_the_schema(xliff2_schema: etree.XMLSchema):
    xliff2_schema.assertValid(etree.fromstring(exported(small_document()).encode()))


@pytest.mark.shared
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(document=documents())
def test_any_document_is_valid(xliff2_schema: etree.XMLSchema, document: Document):
    xliff2_schema.assertValid(etree.fromstring(exported(document).encode()))


def test_files_of_several_pairs_are_refused():
    document = small_document()
    document.add_file(SourceFile("f2", "b.txt", LanguagePair("en", "ar"), "txt", b"x"), [], [])
    with pytest.raises(ExportError) as caught:
        exported(document)
    assert "out.xlf" in str(caught.value)


def test_each_of_many_segments_has_the_first_match_about_it():
    numbers = range(300)
    matches = "".join(
        f'<m:match ref="#s{n}" type="mt" origin="{which}"><source>ا</source>'
        f"<target>{which} {n}</target></m:match>"
        for which in ("first", "second")
        for n in reversed(numbers)
    )
    segments = "".join(f'<segment id="s{n}"><source>ا.</source></segment>' for n in numbers)
    namespace = 'xmlns:m="urn:oasis:names:tc:xliff:matches:2.0"'
    document = opened(core_unit(f"<m:matches {namespace}>{matches}</m:matches>{segments}"))
    drafts = [document.current_draft(segment) for segment in document.segments]
    assert [draft and draft.text for draft in drafts] == [f"first {n}" for n in numbers]


def test_a_unit_that_may_not_be_resegmented_says_so():
    text = core_unit("<segment canResegment='no'><source>أ. ب.</source></segment>")
    document = opened(text)
    assert document.units[0].keeps_segments
    put(document, 0, target="A. B.")
    assert "<target>A. B.</target>" in exported(document)
    assert not opened().units[1].keeps_segments
    inherited = core_unit("<segment><source>أ</source></segment>", 'canResegment="no"')
    assert opened(inherited).units[0].keeps_segments
