"""SDLXLIFF and MQXLIFF: only what belongs to a changed segment changes, all other bytes stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from translation.formats import ReadOptions, WriteOptions
from translation.formats.xliff.read import read
from translation.formats.xliff.vendors import MEMOQ, TRADOS
from translation.formats.xliff.write import write
from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.edits import Put
from translation.model.segment import SegmentState, source_hash
from translation.work.building import build_document

SDL = (
    """\ufeff<?xml version="1.0" encoding="utf-8"?><xliff \
xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2" \
version="1.2" sdl:version="1.0"><file original="C:\\in\\a.docx" source-language="ar-SA" \
datatype="x-sdlfilterframework2" target-language="en-US"><header><file-info \
xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><value key="SDL:FileId">7</value><cmt-defs/>\
</file-info><reference><internal-file form="base64">UEsDBA==</internal-file></reference>\
<sdl:ref-files><sdl:ref-file uid="3" id="word.styles" name="s.xml"/></sdl:ref-files>\
<tag-defs xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><tag id="5"><bpt name="cf" \
word-end="false" can-hide="true">&lt;cf bold='on'&gt;</bpt><ept name="cf">&lt;/cf&gt;</ept></tag>\
</tag-defs><cxt-defs xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><cxt-def id="1" \
type="sdl:paragraph" code="P"/></cxt-defs></header><body>\r
<trans-unit id="ph0" translate="no"><source><x id="0"/></source></trans-unit>\r
<group><sdl:cxts><sdl:cxt id="1"/></sdl:cxts>\
<trans-unit id='b4c5'><source><g id="5">قال</g> نعم. ثم ذهب. وعاد.</source><seg-source>\
<mrk mtype="seg" mid="11"><g id="5">قال</g> نعم.</mrk> <mrk mtype="seg" mid="12">ثم ذهب.</mrk> \
<mrk mtype="seg" mid="13">وعاد.</mrk></seg-source><target><mrk mtype="seg" mid="11">\
<g id="5">He</g> said yes.</mrk> <mrk mtype="seg" mid="12">Then he went.</mrk> \
<mrk mtype="seg" mid="13">And back.</mrk></target>\
<sdl:seg-defs><sdl:seg id="11" locked="true" conf="ApprovedSignOff" origin="tm" percent="100">\
<sdl:prev-origin origin="source"/><sdl:value key="Hash">1</sdl:value></sdl:seg>\
<sdl:seg id="12" conf="RejectedTranslation" origin="interactive"/>\
<sdl:seg id="13" conf="Draft" origin="nmt" origin-system="Engine"/></sdl:seg-defs>\
</trans-unit></group>\r
</body></file></xliff>"""
).encode()

MQ = (
    """<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff" version="1.2">
<mq:versioninfos mq:source="x"/><file original="a.docx" source-language="ar" target-language="en" \
datatype="x-memoq" mq:doc="1"><header><skl><external-file href="s"/></skl></header><body>
<trans-unit id="1" mq:status="NotStarted" mq:segmentguid="aa-1" mq:locked="no">
<source xml:space="preserve">نص<ph id="1">&lt;mq:ch val="&#x9;" /&gt;</ph></source>
<target xml:space="preserve"></target>
<mq:minorversions><mq:historical-unit mq:status="x"><mq:x>ق</mq:x></mq:historical-unit>\
</mq:minorversions></trans-unit>
<trans-unit id="2" mq:status="Proofread" mq:locked="locked">
<source xml:space="preserve">ب</source><target xml:space="preserve">B</target>
</trans-unit>
<trans-unit id="3" mq:status="SomethingNew"><source>ت</source><target>C</target></trans-unit>
</body></file></xliff>
"""
).encode()


def opened(data: bytes) -> Document:
    return build_document(read(data, ReadOptions("theirs.xlf")))[0]


def exported(document: Document) -> bytes:
    return write(document, WriteOptions("out.xlf")).data


def put(document: Document, row: int, **changes: object) -> None:
    segment = document.segments[row]
    document.apply(Put(segment, replace(segment, **changes)))  # type: ignore[arg-type]


@pytest.mark.parametrize("data", [SDL, MQ])
def test_untouched_it_is_the_very_bytes(data: bytes):
    assert exported(opened(data)) == data


def test_what_trados_says_of_its_segments_is_read():
    document = opened(SDL)
    assert [(s.source, s.target, s.state, s.locked) for s in document.segments] == [
        ("\ue000قال\ue001 نعم.", "\ue000He\ue001 said yes.", SegmentState.FINAL, True),
        ("ثم ذهب.", "Then he went.", SegmentState.EDITED, False),
        ("وعاد.", None, SegmentState.INITIAL, False),
    ]
    assert document.shown_target(document.segments[2]) == "And back."


def test_only_the_changed_segment_of_trados_changes():
    document = opened(SDL)
    put(document, 1, target="Then he left.", state=SegmentState.CONFIRMED)
    wanted = SDL.replace(b"Then he went.", b"Then he left.").replace(
        b"RejectedTranslation", b"Translated"
    )
    wanted = wanted.replace(b"'b4c5'", b'"b4c5"')
    assert exported(document) == wanted


def test_a_machine_target_of_trados_that_is_accepted_is_no_machines_any_more():
    document = opened(SDL)
    put(document, 2, target="And back.", state=SegmentState.EDITED)
    out = exported(document)
    assert b'<sdl:seg id="13" conf="Draft" origin="interactive" origin-system="Engine"/>' in out
    assert opened(out).segments[2].target == "And back."


def test_a_draft_for_trados_comes_back_as_a_draft():
    data = SDL.replace(b"And back.", b"").replace(b' conf="Draft" origin="nmt"', b"")
    document = opened(data)
    segment = document.segments[2]
    assert segment.target is None
    document.drafts.add([Draft(9, segment.id, source_hash(segment.source), "Back", "e", "m")])
    again = opened(exported(document))
    assert again.segments[2].target is None
    assert again.shown_target(again.segments[2]) == "Back"
    assert again.segments[1].target == "Then he went."


def test_what_memoq_says_is_read_and_written():
    document = opened(MQ)
    assert [(s.target, s.state, s.locked) for s in document.segments] == [
        (None, SegmentState.INITIAL, False),
        ("B", SegmentState.REVIEWED, True),
        ("C", SegmentState.EDITED, False),
    ]
    put(document, 0, target="Text\ue000", state=SegmentState.CONFIRMED)
    out = exported(document)
    assert b'mq:status="ManuallyConfirmed" mq:segmentguid="aa-1" mq:locked="no">' in out
    before, after = MQ.split(b'<trans-unit id="1"')
    assert out.startswith(before)
    assert out.endswith(after[after.index(b"</trans-unit>") :])
    assert b"mq:historical-unit" in out
    assert b"state=" not in out
    assert opened(out).segments[0].target == "Text\ue000"


@pytest.mark.parametrize("vendor", [TRADOS, MEMOQ])
@pytest.mark.parametrize("state", list(SegmentState)[1:])
def test_states_come_back_from_what_is_written(vendor, state):
    data, row = (SDL, 1) if vendor is TRADOS else (MQ, 0)
    document = opened(data)
    put(document, row, target="New", state=state)
    found = opened(exported(document)).segments[row]
    as_final = vendor is MEMOQ and state is SegmentState.FINAL  # it has one word for both
    assert (found.target, found.state) == ("New", SegmentState.REVIEWED if as_final else state)
