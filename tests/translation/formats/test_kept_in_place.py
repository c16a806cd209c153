"""What stands in a bilingual file stays in place, and what was typed arrives: white space, line
ends, states and the marks of segments.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from translation.formats import FORMATS, ReadOptions, WriteOptions
from translation.model.document import Document
from translation.model.edits import Insert, Put
from translation.model.segment import SegmentState
from translation.work.building import build_document
from translation.work.exporting import export


def opened(text: str, format_id: str = "xliff") -> Document:
    read = next(spec.read for spec in FORMATS if spec.id == format_id)
    assert read is not None
    return build_document(read(text.encode(), ReadOptions("in.xlf")))[0]


def exported(document: Document) -> str:
    write = next(spec.write for spec in FORMATS if spec.id == document.files[0].format)
    assert write is not None
    return write(document, WriteOptions("out.xlf")).data.decode()


def put(document: Document, row: int, **changes: object) -> None:
    segment = document.segments[row]
    document.apply(Put(segment, replace(segment, **changes)))  # type: ignore[arg-type]


TWO = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" datatype="plaintext" source-language="en" target-language="de"><body>
<trans-unit id="1"{unit}><source>One. Two.</source><seg-source><mrk mid="1" mtype="seg">One.</mrk>
 <mrk mid="2" mtype="seg">Two.</mrk></seg-source>{target}</trans-unit></body></file></xliff>"""
HALF = '<target state="final"><mrk mid="1" mtype="seg">Eins.</mrk></target>'
ONE = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" datatype="plaintext" source-language="en" target-language="de"><body>
<trans-unit id="1"{unit}><source{source}>Name: </source>{target}</trans-unit>
</body></file></xliff>"""


def one(target: str = "", unit: str = "", source: str = "") -> str:
    return ONE.format(target=target, unit=unit, source=source)


@pytest.mark.parametrize(("unit", "target"), [("", ""), (' approved="yes"', HALF)])
def test_the_state_of_a_unit_is_the_least_of_its_segments(unit: str, target: str):
    document = opened(TWO.format(unit=unit, target=target))
    put(document, 0, target="Eins!", state=SegmentState.REVIEWED)
    written = exported(document)
    assert 'approved="yes"' not in written
    assert 'state="new"' in written
    put(document, 1, target="Zwei.", state=SegmentState.FINAL)
    written = exported(document)
    assert 'state="signed-off"' in written
    assert "Eins!" in written
    assert "Zwei." in written


def test_a_mark_that_was_missing_stands_behind_the_one_before_it():
    document = opened(TWO.format(unit="", target=HALF))
    put(document, 1, target="Zwei.", state=SegmentState.FINAL)
    marks = '<mrk mid="1" mtype="seg">Eins.</mrk>\n <mrk mid="2" mtype="seg">Zwei.</mrk>'
    assert marks in exported(document)


def test_segments_that_share_a_state_are_told_of(tmp_path: Path):
    document = opened(TWO.format(unit="", target=""))
    put(document, 0, target="Eins.", state=SegmentState.FINAL)
    [notice] = export(document, tmp_path / "out.xlf", "xliff")
    assert (notice.code, dict(notice.facts)["count"]) == ("states_joined", "1")
    put(document, 1, target="Zwei.", state=SegmentState.FINAL)
    assert export(document, tmp_path / "out.xlf", "xliff") == ()


KEEPS = ' xml:space="preserve"'


@pytest.mark.parametrize(
    ("unit", "source", "space"), [(KEEPS, "", ""), ("", KEEPS, KEEPS), ("", "", "")]
)
@pytest.mark.parametrize("target", ["Nom : ", " Nom :", "Nom :", "\u00a0Nom : \u00a0"])
def test_the_white_space_at_the_edges_of_a_target_stays(
    unit: str, source: str, space: str, target: str
):
    document = opened(one(f"<target{space}>{target}</target>", unit, source))
    put(document, 0, state=SegmentState.CONFIRMED)
    assert f">{target}</target>" in exported(document)
    put(document, 0, target="Titre :", state=SegmentState.CONFIRMED)
    assert f">{target.replace('Nom', 'Titre')}</target>" in exported(document)


@pytest.mark.parametrize("before", ["", "<target>Alt</target>", "<target>\n  Alt\n</target>"])
@pytest.mark.parametrize("typed", ["aaa\nbbb\tccc  ddd", "a  b", "a\r\nb"])
def test_line_ends_and_blanks_that_were_typed_are_kept(before: str, typed: str):
    document = opened(one(before))
    put(document, 0, target=typed, state=SegmentState.CONFIRMED)
    written = exported(document)
    assert re.search(r'<target[^>]* xml:space="preserve"', written)
    assert opened(written).segments[0].target == typed


@pytest.mark.parametrize("typed", ["Eins.", "Uno."])
def test_the_mark_of_a_target_stays_without_a_seg_source(typed: str):
    document = opened(one('<target><mrk mid="0" mtype="seg">Eins.</mrk></target>'))
    put(document, 0, target=typed, state=SegmentState.CONFIRMED)
    assert f'<mrk mid="0" mtype="seg">{typed}</mrk></target>' in exported(document)


def test_several_marks_without_a_seg_source_are_codes_around_their_texts():
    marks = '<mrk mid="0" mtype="seg">A.</mrk> <mrk mid="1" mtype="seg">B.</mrk>'
    document = opened(one(f"<target>{marks}</target>"))
    text = document.segments[0].target
    assert text is not None
    put(document, 0, target=text.replace("B", "C"), state=SegmentState.CONFIRMED)
    assert marks.replace("B", "C") in exported(document)


XLIFF_2 = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en"
 trgLang="de"><file id="f"><unit id="1"><segment><source{space}>Name: </source>{target}</segment>
</unit></file></xliff>"""


@pytest.mark.parametrize("target", ["Nom : ", " Nom :", "Nom :"])
@pytest.mark.parametrize("space", [KEEPS, ""])
def test_the_white_space_at_the_edges_of_a_target_stays_in_xliff_2(space: str, target: str):
    whole = f"<target{space}>{target}</target>"
    document = opened(XLIFF_2.format(space=space, target=whole), "xliff2")
    put(document, 0, state=SegmentState.CONFIRMED)
    assert whole in exported(document)
    put(document, 0, target="Titre :", state=SegmentState.CONFIRMED)
    assert whole.replace("Nom", "Titre") in exported(document)


@pytest.mark.parametrize("before", ["", "<target>Alt</target>", "<target>\n  Alt\n</target>"])
@pytest.mark.parametrize("typed", ["aaa\nbbb\tccc  ddd", "a  b"])
def test_line_ends_and_blanks_that_were_typed_are_kept_in_xliff_2(before: str, typed: str):
    document = opened(XLIFF_2.format(space="", target=before), "xliff2")
    put(document, 0, target=typed, state=SegmentState.CONFIRMED)
    written = exported(document)
    assert re.search(r'<target[^>]* xml:space="preserve"', written)
    assert opened(written, "xliff2").segments[0].target == typed


PO = 'msgid ""\nmsgstr "Language: de\\n"\n\n#, fuzzy\nmsgid "Name: "\nmsgstr {}\n'


@pytest.mark.parametrize("string", ['"Nom : "', '"Nom :"', '" Nom :"', '""\n"Nom "\n": "'])
def test_the_white_space_at_the_edges_of_a_target_stays_in_po(string: str):
    document = opened(PO.format(string), "po")
    put(document, 0, state=SegmentState.CONFIRMED)
    assert exported(document) == PO.format(string).replace("#, fuzzy\n", "")


def test_plural_forms_that_share_a_state_are_told_of(tmp_path: Path):
    text = PO.format('"Nom : "') + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    document = opened(text, "po")
    put(document, 1, target="A", state=SegmentState.CONFIRMED)
    put(document, 2, target="B", state=SegmentState.EDITED)
    notices = export(document, tmp_path / "out.po", "po")
    assert ("states_joined", "1") in {(n.code, dict(n.facts).get("count")) for n in notices}
    put(document, 2, target="B", state=SegmentState.CONFIRMED)
    notices = export(document, tmp_path / "out.po", "po")
    assert "states_joined" not in {notice.code for notice in notices}


PARTS = {
    "xliff": one("<target>Alt</target>"),
    "xliff2": XLIFF_2.format(space="", target="<target>Alt</target>"),
    "tmx": '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>Name: '
    '</seg></tuv><tuv xml:lang="de"><seg>Alt</seg></tuv></tu></body></tmx>',
    "po": PO.format('"Alt"'),
}


@pytest.mark.parametrize("format_id", PARTS)
def test_parts_of_a_place_that_was_split_share_the_least_state(format_id: str, tmp_path: Path):
    document = opened(PARTS[format_id], format_id)
    [segment] = document.segments
    first = replace(segment, source="Na", target="A", state=SegmentState.FINAL, trail="")
    second = replace(segment, id="other", source="me:", target="B", state=SegmentState.EDITED)
    document.apply(Put(segment, first))
    document.apply(Insert(1, second))
    out = tmp_path / "out"
    notices = export(document, out, format_id)
    assert ("states_joined", "1") in {(n.code, dict(n.facts).get("count")) for n in notices}
    again = opened(out.read_text(), format_id)
    assert [segment.state for segment in again.segments] == [SegmentState.EDITED]
