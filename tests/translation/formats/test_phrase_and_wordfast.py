"""MXLIFF of Phrase and TXLF of Wordfast: opened by suffix, locks and states in both directions."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from translation.cli.main import run
from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.edits import Put
from translation.model.segment import SegmentState, source_hash
from translation.work.documents import open_document
from translation.work.exporting import export

MXLIFF = """<?xml version='1.0' encoding='UTF-8'?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" \
xmlns:m="http://www.memsource.com/mxlf/2.0" version="1.2" m:version="2.17" m:level="{level}">
<file original="a.docx" source-language="en" target-language="ar" datatype="x-undefined" \
m:task-id="T"><header><m:in-ctx-preview-skel><![CDATA[<p>]]></m:in-ctx-preview-skel></header><body>
{units}</body></file></xliff>
"""
UNIT = """<group id="{n}" m:para-id="{n}"><context-group><context/></context-group>
<trans-unit id="T:{n}" xml:space="preserve" m:score="0.0" m:trans-origin="{origin}" \
m:confirmed="{confirmed}" m:locked="{locked}" m:para-id="{n}" m:level-edited="{edited}">\
<source>{source}</source><target>{target}</target>\
<alt-trans origin="memsource-tm"><target/></alt-trans><m:tunit-metadata/></trans-unit></group>
"""
TXLF = """<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" \
xmlns:gs4tr="http://www.gs4tr.org/schema/xliff-ext" version="1.2">\
<file source-language="en" target-language="ar" datatype="x-ms-word" original="doc.docx" \
gs4tr:translated-segment-count="2"><body>
{units}</body></file></xliff>
"""


def mxliff(*units: dict[str, str], level: int = 1) -> str:
    usual = {"origin": "null", "confirmed": "0", "locked": "false", "edited": "false"}
    made = [UNIT.format(**{**usual, "n": str(n), **unit}) for n, unit in enumerate(units)]
    return MXLIFF.format(level=level, units="".join(made))


def txlf(*units: str) -> str:
    made = [
        f'<group id="{n}"><trans-unit id="u{n}"{unit}</trans-unit></group>\n'
        for n, unit in enumerate(units)
    ]
    return TXLF.format(units="".join(made))


@pytest.fixture
def opened(tmp_path: Path):
    def open_(text: str, suffix: str) -> Document:
        path = tmp_path / f"theirs{suffix}"
        path.write_text(text, encoding="utf-8")
        return open_document(path).document

    return open_


@pytest.fixture
def exported(tmp_path: Path):
    def export_(document: Document) -> str:
        out = tmp_path / "out.xliff"
        export(document, out, "xliff")
        return out.read_text(encoding="utf-8")

    return export_


def put(document: Document, row: int, **changes: object) -> None:
    segment = document.segments[row]
    document.apply(Put(segment, replace(segment, **changes)))  # type: ignore[arg-type]


def changed_lines(before: str, after: str) -> Counter[str]:
    """Lines that are in ``after`` only."""
    return Counter(after.splitlines()) - Counter(before.splitlines())


def test_locks_and_states_of_phrase_are_read(opened):
    text = mxliff(
        {"source": "A", "target": "أ", "confirmed": "1", "locked": "true"},
        {"source": "B", "target": "ب"},
        {"source": "C", "target": ""},
        {"source": "D", "target": "د", "origin": "mt"},
        {"source": "E", "target": "ه", "origin": "mt", "edited": "true"},
        {"source": "F", "target": "و", "origin": "mt", "confirmed": "1"},
    )
    document = opened(text, ".mxliff")
    assert [(s.target, s.state, s.locked) for s in document.segments] == [
        ("أ", SegmentState.CONFIRMED, True),
        ("ب", SegmentState.EDITED, False),
        (None, SegmentState.INITIAL, False),
        (None, SegmentState.INITIAL, False),
        ("ه", SegmentState.EDITED, False),
        ("و", SegmentState.CONFIRMED, False),
    ]
    assert document.shown_target(document.segments[3]) == "د"


@pytest.mark.parametrize("level", [1, 2, 3])
def test_confirming_goes_to_the_step_of_the_job_and_back(opened, exported, level: int):
    steps = [str(n) for n in range(level + 1)]
    units = [{"source": "A", "target": "أ", "confirmed": step} for step in steps]
    text = mxliff(*units, level=level)
    document = opened(text, ".mxliff")
    assert [s.state.is_done for s in document.segments] == [step == str(level) for step in steps]
    assert exported(document) == text
    for row in range(level + 1):
        put(document, row, state=SegmentState.CONFIRMED)
    out = exported(document)
    assert out.count(f'm:confirmed="{level}"') == level + 1
    assert out.count('m:level-edited="false"') == level + 1  # no text is another
    assert "state=" not in out
    again = opened(out, ".mxliff")
    assert {s.state for s in again.segments} == {SegmentState.CONFIRMED}
    put(again, level, target="آ", state=SegmentState.EDITED)
    last = exported(again)
    [line] = changed_lines(out, last)
    assert f'm:confirmed="{level - 1}"' in line
    assert 'm:level-edited="true"' in line
    assert opened(last, ".mxliff").segments[level].state is SegmentState.EDITED


def test_nothing_but_the_changed_unit_of_phrase_changes(opened, exported):
    text = mxliff(*({"source": f"S {n}", "target": f"T {n}"} for n in range(4)))
    document = opened(text, ".mxliff")
    put(document, 2, target="Neu", state=SegmentState.CONFIRMED)
    assert len(changed_lines(text, exported(document))) == 1


def test_tags_that_phrase_writes_as_text_are_codes(opened, exported):
    source, target = (
        "{1&gt;Bold&lt;1} and {2} {b&gt;x&lt;b} {",
        "{1&gt;Fett&lt;1} und {2} {b&gt;x&lt;b}",
    )
    text = mxliff({"source": source, "target": target})
    document = opened(text, ".mxliff")
    [segment] = document.segments
    assert segment.source == "\ue000Bold\ue001 and \ue002 \ue003x\ue004 {"
    assert segment.target == "\ue000Fett\ue001 und \ue002 \ue003x\ue004"
    put(document, 0, target="\ue002 \ue000Dick\ue001", state=SegmentState.CONFIRMED)
    out = exported(document)
    assert "<target>{2} {1&gt;Dick&lt;1}</target>" in out
    assert opened(out, ".mxliff").segments[0].target == "\ue002 \ue000Dick\ue001"


def test_a_draft_goes_to_phrase_as_a_machines_and_comes_back(opened, exported):
    document = opened(mxliff({"source": "A", "target": ""}), ".mxliff")
    segment = document.segments[0]
    document.drafts.add([Draft(9, segment.id, source_hash(segment.source), "أ", "e", "m")])
    out = exported(document)
    assert 'm:trans-origin="mt" m:confirmed="0"' in out
    again = opened(out, ".mxliff")
    assert again.segments[0].target is None
    assert again.shown_target(again.segments[0]) == "أ"


LOCKS = (
    ' gs4tr:locked="true"><source>A</source><target state="translated">أ</target>',
    '><source>A</source><target state="translated" gs4tr:locked="yes">أ</target>',
    '><source>A</source><target state="final" gs4tr:seginfo="&lt;root username=&quot;x&quot; '
    'locked=&quot;true&quot;/&gt;">أ</target>',
    ' translate="no"><source>A</source><target state="translated">أ</target>',
)
OPEN_ = (
    '><source>A</source><target state="translated" gs4tr:seginfo="&lt;root username=&quot;x&quot; '
    'locked=&quot;false&quot;/&gt;">أ</target>',
    ' gs4tr:locked="false"><source>A</source><target state="translated">أ</target>',
)


def test_locks_of_wordfast_are_read_and_kept(opened, exported):
    text = txlf(*LOCKS, *OPEN_)
    document = opened(text, ".txlf")
    assert [s.locked for s in document.segments] == [True] * 4 + [False] * 2
    put(document, 4, target="ألف", state=SegmentState.REVIEWED)
    out = exported(document)
    assert len(changed_lines(text, out)) == 1
    assert [s.locked for s in opened(out, ".txlf").segments] == [True] * 4 + [False] * 2


WORDFAST_STATES = {
    "needs-translation": SegmentState.EDITED,
    "needs-review-translation": SegmentState.EDITED,
    "translated": SegmentState.CONFIRMED,
    "signed-off": SegmentState.REVIEWED,
    "final": SegmentState.FINAL,
}


@pytest.mark.parametrize(("name", "state"), WORDFAST_STATES.items())
def test_states_of_wordfast_in_both_directions(opened, exported, name: str, state: SegmentState):
    unit = '><source>A</source><target state="{}" state-qualifier="exact-match">أ</target>'
    document = opened(txlf(unit.format(name)), ".txlf")
    assert document.segments[0].state is state
    fresh = opened(txlf("><source>A</source>"), ".txlf")
    put(fresh, 0, target="أ", state=state)
    again = opened(exported(fresh), ".txlf")
    assert (again.segments[0].target, again.segments[0].state) == ("أ", state)


def test_a_machines_target_of_wordfast_is_a_draft(opened):
    state = 'state="needs-review-translation" state-qualifier="{}"'
    unit = f"><source>A</source><target {state}>أ</target>"
    for qualifier in ("mt-suggestion", "leveraged-mt"):
        document = opened(txlf(unit.format(qualifier)), ".txlf")
        assert document.segments[0].target is None
        assert document.shown_target(document.segments[0]) == "أ"


def test_the_command_line_knows_both_by_their_suffixes(tmp_path: Path, capsys):
    for name, text in (
        ("a.mxliff", mxliff({"source": "Hello", "target": ""})),
        ("b.TXLF", txlf("><source>Hello</source>")),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert run(["segment", str(tmp_path / name)]) == 0
        assert capsys.readouterr() == ("Hello\n", "")
        out = tmp_path / f"out-{name}"
        assert run(["convert", str(tmp_path / name), "-o", str(out)]) == 0
        assert out.read_text(encoding="utf-8") == text
