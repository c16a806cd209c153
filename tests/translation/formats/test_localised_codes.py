"""A code of a target that is the source's in another wording goes into every format as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from translation.model.document import Document
from translation.work.documents import open_document
from translation.work.exporting import export

XLIFF_1 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a"
datatype="html" source-language="en" target-language="de"><body><trans-unit id="1"><source>See
<bpt id="1">&lt;a href="/en"&gt;</bpt>it<ept id="1">&lt;/a&gt;</ept> <ph id="2">&lt;img
src="en.png"/&gt;</ph> <g id="3" title="en">x</g></source><target state="translated">Siehe
<bpt id="1">&lt;a href="/de"&gt;</bpt>es<ept id="1">&lt;/a&gt;</ept> <ph id="2">&lt;img
src="de.png"/&gt;</ph> <g id="3" title="de">x</g></target></trans-unit></body></file></xliff>"""
XLIFF_2 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en"
trgLang="de"><file id="f"><unit id="1"><originalData><data id="e1">&lt;a href="/en"></data><data
id="d1">&lt;a href="/de"></data><data id="e">&lt;/a></data><data id="e2">&lt;img
src="en.png"/></data><data id="d2">&lt;img src="de.png"/></data></originalData><segment
state="translated"><source>See <pc id="1" dataRefStart="e1" dataRefEnd="e">it</pc> <ph id="2"
dataRef="e2"/></source><target>Siehe <pc id="1" dataRefStart="d1" dataRefEnd="e">es</pc> <ph
id="2" dataRef="d2"/></target></segment></unit></file></xliff>"""
TMX = """<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>See <bpt i="1"
x="1">&lt;a href="/en"&gt;</bpt>it<ept i="1">&lt;/a&gt;</ept> <ph x="2">&lt;img
src="en.png"/&gt;</ph></seg></tuv><tuv xml:lang="de"><seg>Siehe <bpt i="1" x="1">&lt;a
href="/de"&gt;</bpt>es<ept i="1">&lt;/a&gt;</ept> <ph x="2">&lt;img src="de.png"/&gt;</ph></seg>
</tuv></tu></body></tmx>"""
SAMPLES = {"1.xlf": XLIFF_1, "2.xlf": XLIFF_2, "a.tmx": TMX}
FORMATS = {"xliff": ".xlf", "xliff2": ".xlf", "tmx": ".tmx", "jsonl": ".jsonl", "muraji": ".muraji"}


def markups(document: Document) -> list[tuple[str, str]]:
    """What the codes of the one unit are in the source, and what in the target."""
    [unit] = document.units
    pairs = zip(unit.codes, unit.target_codes, strict=True)
    found = [(" ".join(a.markup.split()), " ".join(b.markup.split())) for a, b in pairs]
    return [pair for pair in found if "g" not in pair[0][:3]]


def opened(path: Path) -> Document:
    found = open_document(path)
    if found.project is not None:
        found.project.close()
    return found.document


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("format_id", FORMATS)
def test_each_side_keeps_its_markup(name: str, format_id: str, tmp_path: Path):
    path = tmp_path / name
    path.write_text(SAMPLES[name], encoding="utf-8")
    document = opened(path)
    wanted = [
        ('<a href="/en">', '<a href="/de">'),
        ("</a>", "</a>"),
        ('<img src="en.png"/>', '<img src="de.png"/>'),
    ]
    assert markups(document) == wanted
    out = tmp_path / f"out{FORMATS[format_id]}"
    export(document, out, format_id)
    assert markups(opened(out)) == wanted
    # And once more through the standard's own elements, whoever reads them.
    last = tmp_path / "last.tmx"
    export(opened(out), last, "tmx")
    assert last.read_text(encoding="utf-8").count("/de") == 1
