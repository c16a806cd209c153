"""Foreign XLIFF 1.2 goes out as it came in, but for the targets: other programs' own marks too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tests.translation.formats.bilingual_documents import small_document
from translation.errors import ExportError
from translation.formats import ReadOptions, WriteOptions, read_bytes
from translation.formats.xliff.read import read
from translation.formats.xliff.write import write
from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.edits import Put
from translation.model.segment import SegmentState, source_hash
from translation.work.building import build_document

MARKED = """<?xml version="1.0" encoding="utf-8"?>
<!-- from a desk --><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" \
xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" sdl:version="1.0"><?keep this?>
<file original="a.docx" datatype="x-sdlfilterframework2" source-language="ar" target-language="en">
<header><sdl:ref-file uid="7"/></header><body>
<trans-unit id="t1" sdl:x="1">
<source><g id="5">أولا. ثانيا.</g></source>
<seg-source><g id="5"><mrk mtype="seg" mid="1">أولا<x id="6"/>.</mrk> \
<mrk mtype="seg" mid="2">ثانيا.</mrk></g></seg-source>
<target><g id="5"><mrk mtype="seg" mid="1">First<x id="6"/>.</mrk> <mrk mtype="seg" mid="2"/></g>\
</target>
<sdl:seg-defs><sdl:seg id="1" conf="Translated" origin="tm"/><sdl:seg id="2"/></sdl:seg-defs>
</trans-unit>
</body></file></xliff>
"""

PLAIN = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff">
<file original="a" datatype="plaintext" source-language="ar" target-language="en"><body>
<trans-unit id="1" mq:status="ManuallyConfirmed" mq:segmentguid="ab"><!-- c -->
<source xml:space="preserve">زار \
<bpt id="1">&lt;b&gt;</bpt>الوزير<ept id="1">&lt;/b&gt;</ept></source>
<target xml:space="preserve" state="x-vendor">He \
<bpt id="1">&lt;b&gt;</bpt>came<ept id="1">&lt;/b&gt;</ept>\
</target>
<note from="pm">careful</note>
<alt-trans origin="TM"><target>Old</target></alt-trans>
<mq:insertedmatch matchtype="1"><source>x</source></mq:insertedmatch>
</trans-unit>
<trans-unit id="2"><source>نص</source></trans-unit>
</body></file></xliff>"""


def opened(text: str) -> Document:
    return build_document(read(text.encode(), ReadOptions("theirs.xlf")))[0]


def exported(document: Document) -> str:
    return write(document, WriteOptions("out.xlf")).data.decode()


def put(document: Document, row: int, **changes: object) -> None:
    segment = document.segments[row]
    document.apply(Put(segment, replace(segment, **changes)))  # type: ignore[arg-type]


def canonical(text: str) -> bytes:
    return etree.tostring(etree.fromstring(text.encode()), method="c14n2", with_comments=True)


@pytest.mark.parametrize("text", [MARKED, PLAIN])
def test_unchanged_is_the_very_bytes(text: str):
    assert exported(opened(text)) == text


def test_a_marked_segment_is_filled_and_vendor_marks_stay():
    document = opened(MARKED)
    assert [(s.source, s.target) for s in document.segments] == [
        ("أولا\ue000.", "First\ue000."),
        ("ثانيا.", None),
    ]
    put(document, 1, target="Second.", state=SegmentState.EDITED)
    wanted = MARKED.replace('mid="2"/></g>', 'mid="2">Second.</mrk></g>').replace(
        '<sdl:seg id="2"/>', '<sdl:seg id="2" conf="Draft"/>'
    )
    assert canonical(exported(document)) == canonical(wanted)


def test_a_target_is_made_in_the_shape_of_the_segmented_source():
    start, stop = MARKED.index("<target>"), MARKED.index("<sdl:seg-defs")
    document = opened(MARKED[:start] + MARKED[stop:])
    put(document, 0, target="One\ue000.", state=SegmentState.CONFIRMED)
    put(document, 1, target="Two.", state=SegmentState.CONFIRMED)
    root = etree.fromstring(exported(document).encode())
    [target] = root.iter("{*}target")
    assert [etree.QName(e).localname for e in target.iter("*")] == [
        "target",
        "g",
        "mrk",
        "x",
        "mrk",
    ]
    assert "".join(target.itertext()) == "One. Two."
    confirmed = root.iter("{http://sdl.com/FileTypes/SdlXliff/1.0}seg")
    assert [e.get("conf") for e in confirmed] == ["Translated", "Translated"]


def test_text_typed_outside_the_marks_is_taken_in_and_not_doubled():
    text = MARKED.replace('mid="2"/></g>', 'mid="2"/></g>typed outside')
    document = opened(text)
    assert document.segments[1].target == "typed outside"
    assert exported(document) == text
    put(document, 1, target="typed inside", state=SegmentState.CONFIRMED)
    out = exported(document)
    assert '<mrk mtype="seg" mid="2">typed inside</mrk></g></target>' in out
    assert "typed outside" not in out


def test_codes_are_the_elements_they_were_and_the_rest_stays():
    document = opened(PLAIN)
    target = "\ue000They\ue001 came"
    put(document, 0, target=target, state=SegmentState.REVIEWED)
    start, stop = PLAIN.index('state="x-vendor"'), PLAIN.index("</target>")
    wanted = (
        PLAIN[:start].replace("ManuallyConfirmed", "Proofread")
        + 'state="signed-off"><bpt id="1">&lt;b&gt;</bpt>They<ept id="1">&lt;/b&gt;</ept> came'
        + PLAIN[stop:]
    )
    assert canonical(exported(document)) == canonical(wanted)


def test_a_vendor_state_stays_while_ours_does():
    document = opened(PLAIN)
    put(document, 0, target="Other")
    assert 'state="x-vendor">Other</target>' in exported(document)


def test_drafts_and_notes_go_with_it():
    document = opened(PLAIN)
    segment = document.segments[1]
    document.drafts.add([Draft(9, segment.id, source_hash(segment.source), "Text", "e", "m")])
    put(document, 0, note=document.segments[0].note + "\nmine")
    again = opened(exported(document))
    assert again.segments[1].target is None
    assert again.shown_target(again.segments[1]) == "Text"
    assert again.segments[0].note in ("careful\nmine", "mine\ncareful")


def test_pairs_that_overlap_become_lone_halves():
    text = PLAIN.replace("<source>نص</source>", '<source><g id="1">ن</g><g id="2">ص</g></source>')
    document = opened(text)
    put(document, 1, target="\ue000a\ue002b\ue001c\ue003", state=SegmentState.CONFIRMED)
    out = exported(document)
    assert '<g id="1">a<bx id="2" rid="2"/>b</g>c<ex id="2" rid="2"/></target>' in out
    [_, unit] = read(out.encode(), ReadOptions("again"))[0].units
    assert unit.segments[0].target is not None


@pytest.mark.shared
def test_a_real_file_comes_back(shared: Path):
    path = shared / "data" / "xliff" / "matecat_13578661_IFgFi8oGn6.xlf"
    data = read_bytes(path)
    document, _ = build_document(read(data, ReadOptions(path.name)))
    assert write(document, WriteOptions("out")).data == data
    put(document, 0, target="تأكيد", state=SegmentState.FINAL)
    again, _ = build_document(
        read(write(document, WriteOptions("out")).data, ReadOptions(path.name))
    )
    assert [(s.target, s.state) for s in again.segments] == [("تأكيد", SegmentState.FINAL)]


# --- bytes --------------------------------------------------------------------------------------

ODD = (
    "\ufeff<?xml version='1.0' encoding='utf-8'?>\r\n<!DOCTYPE xliff>\r\n"
    "<t:xliff version='1.2' xmlns:t='urn:oasis:names:tc:xliff:document:1.2' "
    "xmlns:v='urn:v&amp;w'>\r\n"
    "<t:file original='a' datatype='x' source-language='ar' target-language='en'><t:body>\r\n"
    "<t:group id='g' xml:space='preserve'><t:trans-unit id='1' ><t:source>أ</t:source>"
    "<t:target v:x='1'>A &#x41;</t:target></t:trans-unit  ></t:group>\r\n"
    "<t:trans-unit id='2'><t:source v:y='2'>ب</t:source></t:trans-unit>{more}\r\n"
    "</t:body></t:file></t:xliff>\r\n"
)


def test_every_byte_outside_of_a_changed_unit_stays():
    text = ODD.format(more="")
    document = opened(text)
    put(document, 1, target="B", state=SegmentState.CONFIRMED)
    start, stop = text.index("<t:trans-unit id='2'>"), text.index("\r\n</t:body>")
    out = exported(document)
    assert out.startswith(text[:start])
    assert out.endswith(text[stop:])
    changed = out[start : len(out) - len(text[stop:])]
    assert changed == (
        '<t:trans-unit id="2"><t:source v:y="2">ب</t:source>'
        '<t:target state="translated">B</t:target></t:trans-unit>'
    )


@pytest.mark.parametrize(
    "more",
    [
        "<!-- <t:trans-unit id='no'> -->",
        "<!-- <t:trans-unit id='no'></t:trans-unit> -->",
        "<t:trans-unit id='3'/>",
        "<t:trans-unit id='3'><t:source><![CDATA[<t:trans-unit>]]></t:source></t:trans-unit>",
    ],
)
def test_where_places_cannot_be_told_the_tree_is_written(more: str):
    document = opened(ODD.format(more=more))
    put(document, 0, target="Other", state=SegmentState.CONFIRMED)
    again = opened(exported(document))
    assert [s.target for s in again.segments][:2] == ["Other", None]
    assert len(again.segments) == len(document.segments)
    assert exported(document).count("trans-unit") == ODD.format(more=more).count("trans-unit")


def test_utf_16_comes_back_in_utf_16():
    text = ODD.removeprefix("\ufeff").format(more="").replace("utf-8", "utf-16")
    data = text.encode("utf-16")
    document = build_document(read(data, ReadOptions("theirs.xlf")))[0]
    assert write(document, WriteOptions("out")).data == data
    put(document, 0, target="Other")
    out = write(document, WriteOptions("out")).data
    assert "Other" in out.decode("utf-16")


def test_a_project_of_an_earlier_version_is_written_too():
    document = opened(PLAIN)
    file = document.files[0]
    document.apply(Put(file, replace(file, extraction='{"datatype": "x", "file": 0}')))
    assert exported(document) == PLAIN
    put(document, 1, target="Text", state=SegmentState.EDITED)
    assert '<target state="needs-review-translation">Text</target>' in exported(document)


def test_our_own_export_comes_back_byte_for_byte_with_what_others_added():
    own = write(small_document(), WriteOptions("own.xlf")).data.decode()
    text = own.replace(
        "<header>", '<header><phase-group><phase phase-name="p" process-name="approval" '
        'date="2026-11-23"/></phase-group>',
    )  # fmt: skip
    for each in (own, text):
        assert exported(opened(each)) == each
    document = opened(own)
    put(document, 1, target="Changed")
    assert "Changed" in exported(document)


def test_reading_and_writing_can_be_cancelled():
    class Stop(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done:
            raise Stop

    unit = '<trans-unit id="{n}"><source>نص</source></trans-unit>'
    start, end = PLAIN.index("<trans-unit"), PLAIN.index("</body>")
    text = PLAIN[:start] + "".join(unit.format(n=n) for n in range(1200)) + PLAIN[end:]
    with pytest.raises(Stop):
        read(text.encode(), ReadOptions("theirs.xlf", report=stop))
    document = opened(text)
    with pytest.raises(Stop):
        write(document, WriteOptions("out", report=stop))


def test_an_edited_note_of_ours_replaces_the_one_before():
    document = opened(PLAIN)
    put(document, 0, note="careful\nmine")
    document = opened(exported(document))
    assert document.segments[0].note == "careful\nmine"
    put(document, 0, note="careful\nmine, better")
    once = exported(document)
    document = opened(once)
    assert document.segments[0].note == "careful\nmine, better"
    assert once.count("<note") == 2
    put(document, 0, note="careful")
    assert exported(document).count("<note") == 1


def test_a_damaged_original_is_said():
    document = opened(PLAIN)
    file = document.files[0]
    document.apply(Put(file, replace(file, original=file.original[:-40])))
    put(document, 0, target="Other")
    with pytest.raises(ExportError) as caught:
        exported(document)
    assert caught.value.reason == "original_damaged"


def test_comments_inside_a_changed_target_stay():
    text = PLAIN.replace("<source>نص</source>", "<source>نص</source><target>A<!-- ? -->b</target>")
    document = opened(text)
    put(document, 1, target="B", state=SegmentState.CONFIRMED)
    assert '<target state="translated"><!-- ? -->B</target>' in exported(document)


def test_what_lokalize_does_to_our_export_counts():
    own = write(small_document(), WriteOptions("own.xlf")).data.decode()
    phase = '<phase phase-name="approval-1" process-name="approval" date="2026-11-23"/>'
    text = own.replace("<header>", f"<header><phase-group>{phase}</phase-group>")
    text = text.replace(
        '<target state="final">Headline', '<target state="final" phase-name="approval-1">Headline!'
    )
    document = opened(text)
    before = small_document()
    assert document.segments[0].target == "Headline!"
    assert [s.target for s in document.segments][1:] == [s.target for s in before.segments][1:]
    assert [s.state for s in document.segments] == [s.state for s in before.segments]
    assert exported(document) == text


@pytest.mark.parametrize("more", ["<!-- <t:trans-unit id='9'><t:source/></t:trans-unit> -->", ""])
def test_a_changed_unit_keeps_its_line_ends_and_what_only_looks_like_one_moves_nothing(more: str):
    text = ODD.format(more=more).replace("<t:source v", "\r\n  <t:source v")
    document = opened(text)
    put(document, 1, target="B\nC", state=SegmentState.CONFIRMED)
    out = exported(document)
    assert out.startswith(text[: text.index("<t:trans-unit id='2'>")])
    assert out.endswith(text[text.index(more + "\r\n</t:body>") :])
    assert out.count("\n") == out.count("\r\n")
    assert opened(out).segments[1].target == "B\nC"


def test_a_tree_that_is_written_whole_says_no_more_of_itself_than_it_did():
    text = PLAIN.replace("<xliff", '<?xml version="1.0" encoding="utf-16"?>\n<xliff', 1)
    document = build_document(read(text.encode("utf-16"), ReadOptions("theirs.xlf")))[0]
    put(document, 1, target="Other")
    assert "standalone" not in write(document, WriteOptions("out")).data.decode("utf-16")


TWINS = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" datatype="plaintext" source-language="ar" target-language="en"><body>
<trans-unit id="1"><source>أولا. ثانيا.</source>
<seg-source><mrk mtype="seg" mid="1">أولا.</mrk> <mrk mtype="seg" mid="1">ثانيا.</mrk></seg-source>
<target><mrk mtype="seg" mid="1">First.</mrk> <mrk mtype="seg" mid="1">Second.</mrk></target>
</trans-unit></body></file></xliff>"""


def test_segments_with_one_mid_are_told_apart_by_their_place():
    [file] = read(TWINS.encode(), ReadOptions("theirs.xlf"))
    assert [dict(notice.facts)["what"] for notice in file.notices] == ["mid: 1"]
    document = opened(TWINS)
    assert [segment.target for segment in document.segments] == ["First.", "Second."]
    put(document, 1, target="Then.")
    again = exported(document)
    assert '<mrk mtype="seg" mid="1">First.</mrk> <mrk mtype="seg" mid="1">Then.</mrk>' in again
    one_alone = TWINS.replace(' <mrk mtype="seg" mid="1">Second.</mrk>', "")
    assert [segment.target for segment in opened(one_alone).segments] == ["First.", None]
