"""XLIFF 2 files written back: only what changed is another, and what was written stays valid."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.translation.formats.xliff2_files import (
    NS,
    REAL,
    WITHOUT_TEXT,
    core_unit,
    exported,
    opened,
    put,
)
from translation.formats import ReadOptions, WriteOptions, read_bytes
from translation.formats.xliff2.read import read
from translation.formats.xliff2.write import write
from translation.model.draft import Draft
from translation.model.edits import EditBatch, Insert, Remove
from translation.model.segment import Segment, SegmentState, source_hash
from translation.work.building import build_document


def canonical(data: bytes | str) -> bytes:
    data = data.encode() if isinstance(data, str) else data
    return etree.tostring(etree.fromstring(data), method="c14n2", with_comments=True)


# --- into the original -------------------------------------------------------------------------


def test_unchanged_is_the_very_bytes():
    assert exported(opened()) == REAL


def test_one_target_changes_and_nothing_else():
    document = opened()
    put(document, 1, target="\ue000He\ue001 came\ue002", state=SegmentState.REVIEWED)
    wanted = REAL.replace(
        '<target order="1"><![CDATA[The]]> <pc id="1" dataRefStart="d1" dataRefEnd="d2">man</pc>',
        '<target order="1"><pc id="1" dataRefStart="d1" dataRefEnd="d2">He</pc> came<ph id="2"/>',
    ).replace('state="translated" subState="v:checked"', 'state="reviewed"')
    assert canonical(exported(document)) == canonical(wanted)
    assert "<!-- made by hand -->" in exported(document)


ODD = (
    "<?xml version='1.0' encoding='utf-8'?>\r\n"
    "<t:xliff xmlns:t='urn:oasis:names:tc:xliff:document:2.0' xmlns:v='urn:vendor'"
    " version='2.0'   srcLang='ar' trgLang='en'>\r\n"
    "<t:file id='a'><t:unit id='1'><t:segment><t:source>ا&#xE9;</t:source></t:segment></t:unit>"
    "<t:unit id='2'><t:segment><t:source/></t:segment></t:unit></t:file>\r\n"
    "<t:file id='b'><t:group id='g'><t:unit id='3'><t:segment><t:source>ب</t:source>"
    "<t:target  >b</t:target></t:segment></t:unit></t:group>\r\n"
    "<t:unit id='4'  v:y='2' ><t:segment><t:source>ت</t:source></t:segment></t:unit>{more}\r\n"
    "</t:file></t:xliff>\r\n"
)
"""Two files, with a unit that has no text, as no parsed tree is written."""


def test_every_byte_outside_of_a_changed_unit_stays():
    text = ODD.format(more="")
    document = opened(text)
    put(document, 2, target="T", state=SegmentState.CONFIRMED)
    start, stop = text.index("<t:unit id='4'"), text.index("\r\n</t:file></t:xliff>")
    out = exported(document)
    assert out.startswith(text[:start])
    assert out.endswith(text[stop:])
    assert out[start : len(out) - len(text[stop:])] == (
        '<t:unit id="4" v:y="2"><t:segment state="translated"><t:source>ت</t:source>'
        "<t:target>T</t:target></t:segment></t:unit>"
    )


@pytest.mark.parametrize("more", ["<!-- <t:unit id='no'> -->", "<!-- <t:unit></t:unit> -->"])
def test_where_places_cannot_be_told_the_tree_is_written(more: str):
    document = opened(ODD.format(more=more))
    put(document, 1, target="Other", state=SegmentState.CONFIRMED)
    out = exported(document)
    assert [s.target for s in opened(out).segments] == [None, "Other", None]
    assert more in out


def test_a_substate_stays_where_the_state_does():
    document = opened()
    put(document, 1, target="Other", state=SegmentState.CONFIRMED)
    assert 'state="translated" subState="v:checked"' in exported(document)


def test_a_first_target_stands_after_its_source():
    document = opened()
    put(document, 2, target="Over", state=SegmentState.CONFIRMED)
    wanted = REAL.replace('<segment id="s2">', '<segment id="s2" state="translated">').replace(
        "<source>انتهى</source>\n", "<source>انتهى</source>\n    <target>Over</target>\n"
    )
    assert canonical(exported(document)) == canonical(wanted)


def test_a_draft_of_ours_is_a_draft_again():
    document = opened()
    segment = document.segments[0]
    document.drafts.add([Draft(9, segment.id, source_hash(segment.source), "Locked", "e", "m")])
    again = opened(exported(document))
    assert again.segments[0].target is None
    assert again.shown_target(again.segments[0]) == "Locked"


def test_pairs_that_overlap_and_codes_twice_stay_valid():
    document = opened(
        core_unit(
            "<segment><source><pc id='1'>أ</pc><pc id='2'>ب</pc><sc id='3'/>ت<ec startRef='3'/>"
            "<mrk id='4' translate='no'>ث</mrk></source></segment>"
        )
    )
    target = "\ue000a\ue002b\ue001c\ue003\ue004d\ue004\ue006e"
    put(document, 0, target=target, state=SegmentState.CONFIRMED)
    out = exported(document)
    again = read(out.encode(), ReadOptions("o"))
    assert not again[0].notices
    [segment] = again[0].units[0].segments
    assert segment.target is not None
    assert [c for c in segment.target if c.isascii()] == list("abcde")
    assert 'isolated="yes"' in out


def test_split_and_merged_segments_find_their_places():
    document = opened()
    _, first, second = document.segments
    source = first.source + " " + second.source
    both = Segment("n1", first.unit_id, source, "Both", SegmentState.CONFIRMED)
    document.apply_batch(EditBatch("merge", (Remove(2, second), Remove(1, first), Insert(1, both))))
    root = etree.fromstring(exported(document).encode())
    targets = [
        "".join(t.itertext()) for t in root.iterfind(".//x:unit[@id='u1']//x:segment/x:target", NS)
    ]
    assert targets == ["Both", ""]
    document = opened(core_unit("<segment><source>أ. ب.</source></segment>"))
    [one] = document.segments
    halves = [
        Segment("n1", one.unit_id, "أ.", "A.", SegmentState.CONFIRMED, trail=" "),
        Segment("n2", one.unit_id, "ب.", "B.", SegmentState.CONFIRMED),
    ]
    document.apply_batch(
        EditBatch("split", (Remove(0, one), Insert(0, halves[0]), Insert(1, halves[1])))
    )
    assert '<segment state="translated"><source>أ. ب.</source><target>A. B.</target>' in exported(
        document
    )


def test_a_typed_note_is_added():
    document = opened()
    put(document, 1, note="ask the desk")
    root = etree.fromstring(exported(document).encode())
    notes = root.findall(".//x:unit[@id='u1']/x:notes/x:note", NS)
    assert [note.text for note in notes] == ["mind the ", "ask the desk"]


@pytest.mark.shared
def test_an_edit_of_a_valid_file_changes_only_targets_and_states(shared: Path):
    suite = shared / "suites" / "oasis" / "xliff-21" / "test-suite"
    for path in (suite / "core" / "valid").glob("*.xlf"):
        data = read_bytes(path)
        if path.name in WITHOUT_TEXT:
            continue
        document, _ = build_document(read(data, ReadOptions(path.name)))
        codes = "".join(c for c in document.segments[0].source if "\ue000" <= c <= "\uf8ff")
        put(document, 0, target=f"Only this{codes}", state=SegmentState.CONFIRMED)
        out = write(document, WriteOptions("out")).data
        assert without_targets(out) == without_targets(data), path.name


def without_targets(data: bytes) -> bytes:
    root = etree.fromstring(data)
    for segment in root.iterfind(".//x:segment", NS):
        for name in ("state", "subState"):
            segment.attrib.pop(name, None)
        segment.text = None
        for child in segment:
            child.tail = None
    for target in root.iterfind(".//x:segment/x:target", NS):
        target.getparent().remove(target)
    root.attrib.pop("trgLang", None)
    return etree.tostring(root, method="c14n2")


def test_an_edited_note_of_ours_replaces_the_one_before():
    document = opened(core_unit("<segment><source>أ</source></segment>"))
    put(document, 0, note="first")
    document = opened(exported(document))
    put(document, 0, note="second")
    out = exported(document)
    assert opened(out).segments[0].note == "second"
    document = opened(out)
    put(document, 0, note="")
    assert "note" not in exported(document)


def test_comments_inside_a_changed_target_stay():
    inside = "<segment><source>أ</source><target>A<!-- why --> <?keep it?>b</target></segment>"
    document = opened(core_unit(inside))
    put(document, 0, target="B", state=SegmentState.CONFIRMED)
    assert "<target><!-- why --><?keep it?>B</target>" in exported(document)
