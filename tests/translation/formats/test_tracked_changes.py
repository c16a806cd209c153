"""Tracked changes and comments of Trados Studio and memoQ stay; deleted text is no text."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from translation.model.document import Document
from translation.model.edits import Put
from translation.model.inline import codes_in, strip_codes
from translation.model.segment import SegmentState
from translation.quality import checks
from translation.quality.subject import subject_of
from translation.work.documents import open_document
from translation.work.exporting import export

SDL = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"
 xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:mq="MQXliff">
<file original="a" datatype="plaintext" source-language="en" target-language="de"><body>
<trans-unit id="u1"><source>A new house.</source><seg-source><mrk mtype="seg" mid="1">A new house.\
</mrk></seg-source><target><mrk mtype="seg" mid="1">{target}</mrk></target><sdl:seg-defs>\
<sdl:seg id="1" conf="Draft"/></sdl:seg-defs></trans-unit></body></file></xliff>"""
TRADOS = (
    'Ein <mrk mtype="x-sdl-deleted" sdl:revid="r1">altes</mrk><mrk mtype="x-sdl-added" '
    'sdl:revid="r2">neues</mrk> Haus<mrk mtype="x-sdl-added" sdl:revid="r3">!</mrk>'
)
MEMOQ = (
    'Ein <mrk mtype="x-mq-tc" mq:tctype="del">altes</mrk><mrk mtype="x-mq-tc" mq:tctype="ins">'
    'neues</mrk> Haus<mrk mtype="x-mq-tc" mq:tctype="ins">!</mrk>'
)
WITH_CODE = (
    'Ein <mrk mtype="x-sdl-deleted" sdl:revid="r1">altes <x id="5"/><mrk mtype="x-sdl-comment" '
    'sdl:cid="c1">Ding</mrk></mrk><mrk mtype="x-sdl-feedback-deleted" sdl:revid="r4">da</mrk>'
    "neues Haus!"
)


def opened(target: str, folder: Path) -> Document:
    path = folder / "in.sdlxliff"
    path.write_text(SDL.replace("{target}", target))
    return open_document(path).document


@pytest.mark.parametrize("target", [TRADOS, MEMOQ, WITH_CODE])
def test_deleted_text_is_no_part_of_the_translation(target: str, tmp_path: Path):
    document = opened(target, tmp_path)
    [segment] = document.segments
    assert strip_codes(segment.target or "") == "Ein neues Haus!"
    for format_id in ("tsv", "csv", "po", "txt"):
        out = tmp_path / f"out.{format_id}"
        export(document, out, format_id)
        assert "Haus" in out.read_text()
        assert "altes" not in out.read_text()


@pytest.mark.parametrize("target", [TRADOS, MEMOQ])
def test_deleted_text_is_shown(target: str, tmp_path: Path):
    document = opened(target, tmp_path)
    [segment] = document.segments
    codes = document.unit(segment.unit_id).codes
    deleted = [codes[at] for at in codes_in(segment.target or "") if codes[at].is_deletion]
    assert [code.label for code in deleted] == ["altes"]


@pytest.mark.parametrize("target", [TRADOS, MEMOQ, WITH_CODE])
@pytest.mark.parametrize("typed", ["", "Jetzt: "])
def test_every_mark_stays_what_it_is(target: str, typed: str, tmp_path: Path):
    document = opened(target, tmp_path)
    [segment] = document.segments
    text = f"{typed}{segment.target}"
    document.apply(Put(segment, replace(segment, target=text, state=SegmentState.CONFIRMED)))
    out = tmp_path / "out.sdlxliff"
    export(document, out, "xliff")
    written = re.sub(r' xmlns(:\w+)?="[^"]*"', "", out.read_text().partition("<target>")[2])
    assert f'<mrk mtype="seg" mid="1">{typed}{target}</mrk></target>' in written


@pytest.mark.parametrize("target", [TRADOS, MEMOQ])
def test_marks_of_the_target_are_no_extra_codes(target: str, tmp_path: Path):
    document = opened(target, tmp_path)
    [segment] = document.segments
    subject = subject_of(segment, document.unit_of(segment), document.pair_of(segment), None)
    assert subject is not None
    found = {check.id for check in checks.CHECKS if list(check.find(subject))}
    assert not {id_ for id_ in found if "code" in id_ or "format" in id_}
