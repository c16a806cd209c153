"""An inline code is its place in its own element: none becomes another one on its way."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from translation.model.document import Document
from translation.model.edits import Put
from translation.model.inline import strip_codes
from translation.model.segment import SegmentState
from translation.work.documents import open_document
from translation.work.exporting import export

XLIFF_1 = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"
 xmlns:mq="MQXliff" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:ax="urn:ax">
<file original="a" datatype="plaintext" source-language="en" target-language="de"><body>
<trans-unit id="1"><source>{source}</source><target>{target}</target></trans-unit>
</body></file></xliff>"""
XLIFF_2 = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en"
 trgLang="de"><file id="f"><unit id="1"><originalData><data id="d1">&lt;a href="/en"&gt;</data>
<data id="d2">&lt;/a&gt;</data><data id="d3">&lt;a href="/de"&gt;</data></originalData><segment>
<source>{source}</source><target>{target}</target></segment></unit></file></xliff>"""
TMX = """<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>{source}</seg>
</tuv><tuv xml:lang="de"><seg>{target}</seg></tuv></tu></body></tmx>"""

CASES = {
    "two number spaces": (
        XLIFF_1,
        "xlf",
        '(<bpt id="1">{}</bpt><bpt id="2" rid="1">&lt;uf&gt;</bpt>1<ept id="1">{}</ept>'
        '<ept id="3" rid="1">&lt;/uf&gt;</ept>)',
        None,
    ),
    "one id for two codes": (XLIFF_1, "xlf", 'A <ph id="1">%s</ph> B <ph id="1">%d</ph>', None),
    "one id for two codes that changed places": (
        XLIFF_1,
        "xlf",
        'A <ph id="1">%s</ph> B <ph id="1">%d</ph>',
        'B <ph id="1">%d</ph> A <ph id="1">%s</ph>',
    ),
    "one id for two pairs": (
        XLIFF_1,
        "xlf",
        '<g id="1" ctype="bold">A</g> <g id="1" ctype="italic">B</g>',
        None,
    ),
    "one id for two pairs of halves": (
        XLIFF_1,
        "xlf",
        '<bx id="1" ctype="bold"/>A<ex id="1"/> <bx id="1" ctype="italic"/>B<ex id="1"/>',
        None,
    ),
    "marks without id": (
        XLIFF_1,
        "xlf",
        "A house.",
        'Ein <mrk mtype="x-a" mq:tctype="del">altes</mrk><mrk mtype="x-a" mq:tctype="ins">neues'
        "</mrk> Haus.",
    ),
    "comments of two people": (
        XLIFF_1,
        "xlf",
        '<mrk mtype="x-sdl-comment" sdl:cid="c1">A</mrk> house.',
        '<mrk mtype="x-sdl-comment" sdl:cid="c2">Ein</mrk> <mrk mtype="x-sdl-comment" sdl:cid="c3">'
        "Haus</mrk>.",
    ),
    "a link that was localised": (
        XLIFF_1,
        "xlf",
        'See <bpt id="t-1" ctype="link">/en</bpt>it<ept id="t-1">a</ept>',
        'Siehe <bpt id="t-1" ctype="link">/de</bpt>es<ept id="t-1">a</ept>',
    ),
    "a sub that was translated": (
        XLIFF_1,
        "xlf",
        'See <ph id="1">img <sub>alt</sub></ph>.',
        'Siehe <ph id="1">img <sub>anders</sub></ph>.',
    ),
    "attributes of the target's own": (
        XLIFF_1,
        "xlf",
        'See <x id="1" equiv-text="page" ax:element-id="0"/>.',
        'Siehe <x id="1" equiv-text="Seite" ax:element-id="7"/>.',
    ),
    "elements that nobody knows": (XLIFF_1, "xlf", "A <b>Foo:</b> {x} <b>Bar:</b> {y}", None),
    "more of them in the target": (
        XLIFF_1,
        "xlf",
        'A <x id="1" ctype="lb"/> b',
        'A <x id="1" ctype="lb"/> b <x id="1" ctype="image"/>',
    ),
    "original data of the target's own": (
        XLIFF_2,
        "xlf",
        'See <pc id="1" dataRefStart="d1" dataRefEnd="d2">it</pc>',
        'Siehe <pc id="1" dataRefStart="d3" dataRefEnd="d2">es</pc>',
    ),
    "halves with original data of the target's own": (
        XLIFF_2,
        "xlf",
        'See <sc id="1" dataRef="d1"/>it<ec startRef="1" dataRef="d2"/>',
        'Siehe <sc id="1" dataRef="d3"/>es<ec startRef="1" dataRef="d2"/>',
    ),
    "what is shown of the target's own": (
        XLIFF_2,
        "xlf",
        'See <ph id="1" equiv="page" disp="page"/>.',
        'Siehe <ph id="1" equiv="Seite" disp="Seite"/>.',
    ),
    "one x for two codes of a memory": (
        TMX,
        "tmx",
        'A <ph x="1" type="a">%s</ph> B <ph x="1" type="b">%s</ph>',
        None,
    ),
    "two marks of a memory": (TMX, "tmx", 'A <hi type="a" x="1">b</hi> <hi type="a">c</hi>', None),
    "elements that no memory knows": (TMX, "tmx", "A <b>Foo:</b> x <b>Bar:</b> y", None),
}


def opened(name: str, folder: Path) -> tuple[Document, str]:
    frame, suffix, source, target = CASES[name]
    path = folder / f"in.{suffix}"
    path.write_text(frame.replace("{source}", source).replace("{target}", target or source))
    return open_document(path).document, target or source


def inline(text: str) -> list[str]:
    return re.findall("<[^>]+>", text)


@pytest.mark.parametrize("name", CASES)
def test_every_code_of_a_target_stays_what_it_is(name: str, tmp_path: Path):
    document, target = opened(name, tmp_path)
    [segment] = document.segments
    assert segment.target is not None
    typed = replace(segment, target=f"Jetzt {segment.target}", state=SegmentState.EDITED)
    document.apply(Put(segment, typed))
    out = tmp_path / f"out.{CASES[name][1]}"
    export(document, out)
    written = re.findall(r"<(?:target|seg)\b[^>]*>(.*?)</(?:target|seg)>", out.read_text(), re.S)[
        -1
    ]
    assert written.startswith("Jetzt ")
    shorter = (re.sub(r' (?:xmlns(?::\w+)?|i)="[^"]*"', "", tag) for tag in inline(written))
    assert list(shorter) == inline(target)
    assert re.sub("<[^>]+>", "", written) == "Jetzt " + re.sub("<[^>]+>", "", target)


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case[3] is None])
def test_a_copy_of_the_source_is_no_other_text(name: str, tmp_path: Path):
    [segment] = opened(name, tmp_path)[0].segments
    assert segment.target == segment.source


@pytest.mark.parametrize("name", ["elements that nobody knows", "elements that no memory knows"])
def test_text_in_elements_that_nobody_knows_is_text(name: str, tmp_path: Path):
    [segment] = opened(name, tmp_path)[0].segments
    assert "Foo:" in strip_codes(segment.source)
    assert "Bar:" in strip_codes(segment.source)


def test_a_project_that_numbered_its_codes_otherwise_goes_back_too(tmp_path: Path):
    """Two codes of one id were one code in earlier versions, in their projects' tables too."""
    inner = '<x id="1"/> <g id="2">a</g> <x id="1"/> <g id="3">b</g>'
    path = tmp_path / "in.xlf"
    path.write_text(XLIFF_1.replace("{source}", inner).replace("{target}", inner))
    document = open_document(path).document
    [unit], [segment] = document.units, document.segments
    before = dict(zip("\ue000\ue001\ue002\ue004\ue005", range(5), strict=True))
    codes = [unit.codes[ord(character) - 0xE000] for character in before]
    pairs = {1: 2, 2: 1, 3: 4, 4: 3}
    codes = [replace(code, pair=pairs.get(index)) for index, code in enumerate(codes)]
    renumbered = {ord(one): 0xE000 + index for one, index in before.items()}
    text = (segment.source.replace("\ue003", "\ue000")).translate(renumbered)
    made = Document()
    made.add_file(
        document.files[0],
        [replace(unit, codes=tuple(codes))],
        [replace(segment, source=text, target=f"Jetzt {text}", state=SegmentState.EDITED)],
    )
    export(made, tmp_path / "out.xlf")
    assert f">Jetzt {inner}</target>" in (tmp_path / "out.xlf").read_text()
