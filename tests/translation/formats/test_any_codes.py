"""Any inline markup, named as it happens, goes back element by element where a word was typed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from translation.formats import FORMATS, ReadOptions, WriteOptions
from translation.model.edits import Put
from translation.model.segment import SegmentState
from translation.work.building import build_document

XLIFF_1 = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:v="urn:v">
<file original="a" datatype="plaintext" source-language="en" target-language="de"><body>
<trans-unit id="1"><source>{source}</source>{target}</trans-unit></body></file></xliff>"""
TMX = """<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>{source}</seg>
</tuv>{target}</tu></body></tmx>"""

_IDS = st.sampled_from(["", "1", "2", "a"])
_WORDS = st.sampled_from(["", "a", " b ", "c d"])
_CONTENT = st.sampled_from(["", "%s", "%d", "&lt;b&gt;"])


def _named(**given: str) -> str:
    return "".join(f' {name}="{value}"' for name, value in given.items() if value)


@st.composite
def xliff_1(draw: st.DrawFn, depth: int = 2) -> str:
    made = [draw(_WORDS)]
    for _ in range(draw(st.integers(0, 4))):
        name = draw(st.sampled_from(["x", "ph", "bpt", "ept", "bx", "ex", "it", "g", "mrk", "b"]))
        attributes = {"id": draw(_IDS), "v:own": draw(_IDS)}
        if name in ("bpt", "ept", "bx", "ex"):
            attributes["rid"] = draw(_IDS)
        if name == "it":
            attributes["pos"] = draw(st.sampled_from(["open", "close"]))
        if name == "mrk":
            attributes["mtype"] = draw(st.sampled_from(["term", "x-sdl-deleted", "protected"]))
        inside = draw(_CONTENT) if name in ("ph", "bpt", "ept", "it") else ""
        if name in ("g", "mrk", "b"):
            inside = draw(xliff_1(depth - 1)) if depth else "e"
        made.append(f"<{name}{_named(**attributes)}>{inside}</{name}>{draw(_WORDS)}")
    return "".join(made)


@st.composite
def tmx(draw: st.DrawFn) -> str:
    made = [draw(_WORDS)]
    for number in range(draw(st.integers(0, 3))):
        name = draw(st.sampled_from(["ph", "hi", "pair", "b"]))
        common = {"x": draw(st.sampled_from(["", "1", "2"])), "type": draw(_IDS)}
        if name == "pair":
            first = f"<bpt{_named(i=str(number + 1), **common)}>{draw(_CONTENT)}</bpt>"
            made.append(f'{first}{draw(_WORDS)}<ept i="{number + 1}">{draw(_CONTENT)}</ept>')
        else:
            inside = draw(_CONTENT) if name == "ph" else "e"
            made.append(f"<{name}{_named(**common)}>{inside}</{name}>")
        made.append(draw(_WORDS))
    return "".join(made)


def facts(element: etree._Element) -> tuple[object, ...]:
    attributes = {key: value for key, value in element.attrib.items() if key not in ("i", "state")}
    attributes = {key: value for key, value in attributes.items() if not key.endswith("}space")}
    inside = ((facts(child), child.tail or "") for child in element)
    return (element.tag, attributes, element.text or "", *inside)


def typed(format_id: str, frame: str, source: str, target: str, own: str) -> tuple[object, object]:
    """Put a word before a target, and return the written target beside what is expected."""
    spec = next(spec for spec in FORMATS if spec.id == format_id)
    assert spec.read is not None
    assert spec.write is not None
    data = frame.replace("{source}", f"w{source}").replace("{target}", own.format(f"w{target}"))
    document = build_document(spec.read(data.encode(), ReadOptions("in.xlf")))[0]
    [segment] = document.segments
    assert segment.target is not None
    after = replace(segment, target=f"Jetzt {segment.target}", state=SegmentState.EDITED)
    document.apply(Put(segment, after))
    written = etree.fromstring(spec.write(document, WriteOptions("out.xlf")).data)
    wanted = etree.fromstring(
        data.replace(own.format(f"w{target}"), own.format(f"Jetzt w{target}"))
    )
    name = "{*}target" if format_id == "xliff" else "{*}seg"
    return facts(list(written.iter(name))[-1]), facts(list(wanted.iter(name))[-1])


@given(xliff_1(), xliff_1())
def test_any_codes_of_xliff_1(source: str, target: str):
    written, wanted = typed("xliff", XLIFF_1, source, target, "<target>{}</target>")
    assert written == wanted


@given(xliff_1())
def test_a_target_like_its_source_reads_alike(text: str):
    read = next(spec.read for spec in FORMATS if spec.id == "xliff")
    assert read is not None
    data = XLIFF_1.replace("{source}", f"w{text}").replace("{target}", f"<target>w{text}</target>")
    [file] = read(data.encode(), ReadOptions("in.xlf"))
    [segment] = file.units[0].segments
    assert segment.target == segment.source


@given(tmx(), tmx())
def test_any_codes_of_tmx(source: str, target: str):
    own = '<tuv xml:lang="de"><seg>{}</seg></tuv>'
    written, wanted = typed("tmx", TMX, source, target, own)
    assert written == wanted
