"""Translations that were sent back: read in the words of each format, and written in them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from translation.formats import ReadOptions, WriteOptions
from translation.formats.table import FORMATS
from translation.model.document import Document
from translation.model.edits import Put, Say
from translation.model.record import Record, Verdict
from translation.model.rejection import rejection_of, taken_back
from translation.model.segment import SegmentState
from translation.work.building import build_document

BY_ID = {spec.id: spec for spec in FORMATS}


def sdlxliff(conf: str) -> str:
    return f"""<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" \
xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a.docx" \
source-language="ar-SA" target-language="en-US" datatype="x-sdlfilterframework2"><body>
<trans-unit id="u1"><source>قال نعم. ثم ذهب.</source><seg-source><mrk mtype="seg" mid="1">قال \
نعم.</mrk> <mrk mtype="seg" mid="2">ثم ذهب.</mrk></seg-source><target><mrk mtype="seg" mid="1">He \
said yes.</mrk> <mrk mtype="seg" mid="2">Then he went.</mrk></target><sdl:seg-defs><sdl:seg \
id="1" conf="{conf}"/><sdl:seg id="2" conf="Translated"/></sdl:seg-defs></trans-unit>
</body></file></xliff>"""


def mqxliff(status: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff" version="1.2">
<file original="a.docx" source-language="ar" target-language="en" datatype="x-memoq"><body>
<trans-unit id="1" mq:status="{status}"><source>نعم</source><target>Yes</target></trans-unit>
<trans-unit id="2" mq:status="ManuallyConfirmed"><source>لا</source><target>No</target></trans-unit>
</body></file></xliff>"""


def xliff(said: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="a.txt" source-language="ar" target-language="en" datatype="plaintext"><body>
<trans-unit id="1"><source>نعم</source><target {said}>Yes</target></trans-unit>
<trans-unit id="2"><source>لا</source><target state="translated">No</target></trans-unit>
</body></file></xliff>"""


def xliff2(said: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ar" trgLang="en">
<file id="f1"><unit id="1"><segment {said}><source>نعم</source><target>Yes</target></segment></unit>
<unit id="2"><segment state="translated"><source>لا</source><target>No</target></segment></unit>
</file></xliff>"""


AGAIN = 'state="needs-review-translation"'
SENT_BACK = {
    "trados": ("xliff", sdlxliff("RejectedTranslation")),
    "trados sign-off": ("xliff", sdlxliff("RejectedSignOff")),
    "memoq": ("xliff", mqxliff("Rejected")),
    "xliff": (
        "xliff",
        xliff(f'{AGAIN} state-qualifier="rejected-grammar"'),
    ),
    "xliff length": ("xliff", xliff('state="translated" state-qualifier="rejected-length"')),
    "xliff stateless": ("xliff", xliff('state-qualifier="rejected-spelling"')),
    "xliff 2": ("xliff2", xliff2('state="initial" subState="muraji:rejected"')),
    "xliff 2 of others": ("xliff2", xliff2('state="translated" subState="acme:rejectedByClient"')),
}
GOOD = {
    "trados": ("xliff", sdlxliff("Translated"), 'conf="RejectedTranslation"'),
    "trados signed": ("xliff", sdlxliff("ApprovedTranslation"), 'conf="RejectedSignOff"'),
    "memoq": ("xliff", mqxliff("ManuallyConfirmed"), 'mq:status="Rejected"'),
    "xliff": ("xliff", xliff('state="translated"'), 'state-qualifier="rejected-inaccurate"'),
    "xliff stateless": ("xliff", xliff(""), 'state-qualifier="rejected-inaccurate"'),
    "xliff 2": ("xliff2", xliff2('state="translated"'), 'subState="muraji:rejected"'),
}
WORDS = re.compile(r"Rejected|rejected")


def opened(format_id: str, data: bytes | str) -> Document:
    raw = data.encode() if isinstance(data, str) else data
    return build_document(BY_ID[format_id].read(raw, ReadOptions("theirs.xlf")))[0]


def exported(format_id: str, document: Document) -> bytes:
    return BY_ID[format_id].write(document, WriteOptions("out.xlf")).data


def rejected(document: Document) -> list[bool]:
    return [rejection_of(document, one.id) is not None for one in document.segments]


def reject(document: Document, reason: str = "The name is wrong") -> None:
    first = document.segments[0]
    if first.state.is_done:
        document.apply(Put(first, replace(first, state=SegmentState.EDITED)))
    verdict = Verdict(approves=False, reason=reason)
    record = Record.of(document.new_id("r"), first.id, verdict, "Huda", 1_700_000_000.0)
    document.apply(Say(None, record))


def take_back(document: Document) -> None:
    for edit in taken_back(document, document.segments[0]):
        document.apply(edit)


@pytest.mark.parametrize("case", SENT_BACK)
class TestReading:
    def test_the_first_was_sent_back(self, case):
        document = opened(*SENT_BACK[case])
        assert rejected(document) == [True, False]
        assert document.segments[0].state is SegmentState.EDITED
        found = rejection_of(document, document.segments[0].id)
        assert (found.by_file, found.reason, found.record.author) == (True, "", "")

    def test_untouched_it_is_the_very_bytes(self, case):
        format_id, data = SENT_BACK[case]
        assert exported(format_id, opened(format_id, data)) == data.encode()

    def test_another_segment_changed_it_stays_in_its_words(self, case):
        format_id, data = SENT_BACK[case]
        document = opened(format_id, data)
        last = document.segments[1]
        document.apply(Put(last, replace(last, target="Otherwise")))
        out = exported(format_id, document)
        said = WORDS.findall(data)
        assert WORDS.findall(out.decode()) == said
        assert rejected(opened(format_id, out)) == [True, False]
        assert b"<note" not in out

    def test_taken_back_the_word_goes(self, case):
        format_id, data = SENT_BACK[case]
        document = opened(format_id, data)
        take_back(document)
        out = exported(format_id, document)
        assert not WORDS.search(out.decode())
        again = opened(format_id, out)
        assert rejected(again) == [False, False]
        assert again.segments[0].target == document.segments[0].target
        assert again.segments[0].state is SegmentState.EDITED

    def test_confirmed_the_word_goes(self, case):
        format_id, data = SENT_BACK[case]
        document = opened(format_id, data)
        take_back(document)
        first = document.segments[0]
        document.apply(Put(first, replace(first, state=SegmentState.CONFIRMED)))
        again = opened(format_id, exported(format_id, document))
        assert rejected(again) == [False, False]
        assert again.segments[0].state is SegmentState.CONFIRMED

    def test_with_a_reason_both_are_said_once(self, case):
        format_id, data = SENT_BACK[case]
        document = opened(format_id, data)
        take_back(document)
        reject(document)
        out = exported(format_id, document)
        again = opened(format_id, out)
        if case.startswith("trados"):  # a note of the unit, which has two segments
            assert b"The name is wrong" in out
        else:
            found = rejection_of(again, again.segments[0].id)
            assert (found.reason, found.record.author) == ("The name is wrong", "Huda")
        assert len([r for r in again.records if r.kind == "verdict"]) == 1
        assert exported(format_id, again) == out


@pytest.mark.parametrize("case", GOOD)
def test_a_rejection_is_written_in_the_words_of_the_format(case):
    format_id, data, said = GOOD[case]
    document = opened(format_id, data)
    assert rejected(document) == [False, False]
    reject(document)
    out = exported(format_id, document)
    assert said.encode() in out
    again = opened(format_id, out)
    assert rejected(again) == [True, False]
    assert exported(format_id, again) == out
    take_back(document)
    assert not WORDS.search(exported(format_id, document).decode())


@pytest.mark.parametrize("format_id", ["xliff", "xliff2", "jsonl", "po", "xlsx"])
@pytest.mark.parametrize("case", ["trados", "xliff 2"])
def test_a_file_of_ours_keeps_what_another_said(case, format_id):
    document = opened(*SENT_BACK[case])
    for file in document.files:
        document.apply(Put(file, replace(file, format="txt")))  # written anew, not in place
    again = opened(format_id, exported(format_id, document))
    assert rejected(again) == [True, False]
    assert [one.target for one in again.segments] == [one.target for one in document.segments]


def test_an_empty_target_was_not_sent_back():
    document = opened("xliff", sdlxliff("RejectedTranslation").replace("He said yes.", ""))
    assert rejected(document) == [False, False]
    assert (
        exported("xliff", document)
        == sdlxliff("RejectedTranslation").replace("He said yes.", "").encode()
    )


def test_a_po_says_it_by_a_note_and_fuzzy():
    data = 'msgid ""\nmsgstr "Language: en\\n"\n'
    data += '\nmsgid "نعم"\nmsgstr "Yes"\n\nmsgid "لا"\nmsgstr "No"\n'
    document = opened("po", data)
    reject(document)
    out = exported("po", document)
    assert b"# [Huda, 2023-11-14T22:13:20Z, rejected] The name is wrong\n#, fuzzy\n" in out
    again = opened("po", out)
    assert rejected(again) == [True, False]
    assert exported("po", again) == out
    take_back(again)
    first = again.segments[0]
    again.apply(Put(first, replace(first, state=SegmentState.CONFIRMED)))
    assert exported("po", again) == data.encode()
