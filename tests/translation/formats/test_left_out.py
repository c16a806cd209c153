"""What an export does not hold is said and counted, format by format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.translation.formats.bilingual_documents import small_document
from translation.errors import notice_sentence
from translation.formats import FORMATS
from translation.formats.spec import Purpose
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.language import LanguagePair
from translation.model.segment import SegmentState
from translation.work.documents import open_document
from translation.work.exporting import export

WHOLE = {"xliff", "xliff2", "jsonl"}
LEFT_OUT = {
    "tsv": {"furniture": 1, "locks": 1, "notes": 1, "unit_notes": 1},
    "csv": {"furniture": 1, "locks": 1, "unit_notes": 1},
    "xlsx": {"furniture": 1, "locks": 1, "unit_notes": 1},
    "docx-table": {"furniture": 1, "locks": 1, "unit_notes": 1, "references": 1},
    "tmx": {
        "unconfirmed": 3,
        "furniture": 1,
        "locks": 1,
        "unit_notes": 1,
        "references": 1,
        "drafts": 1,
    },
    "po": {"furniture": 1, "emptied": 1, "higher_states": 2, "locks": 1, "references": 1},
}
"""Of the small document; one of its segments is emptied and confirmed besides."""


@pytest.fixture
def document() -> Document:
    made = small_document()
    segment = made.segment("s4")
    made.apply(Put(segment, replace(segment, target="")))
    return made


def said(document: Document, path: Path, format_id: str) -> dict[str, int]:
    notices = export(document, path, format_id)
    found = [notice for notice in notices if notice.code == "left_out"]
    facts = dict(found[0].facts) if found else {"file": ""}
    del facts["file"]
    return {kind: int(count) for kind, count in facts.items()}


@pytest.mark.parametrize("spec", [s for s in FORMATS if s.write], ids=lambda spec: spec.id)
def test_what_each_format_leaves_out(document, tmp_path, spec):
    if spec.purpose is Purpose.BILINGUAL:
        found = said(document, tmp_path / f"out{spec.suffixes[0]}", spec.id)
        assert found == ({} if spec.id in WHOLE else LEFT_OUT[spec.id])


def test_the_sentence_counts_by_kind(document, tmp_path):
    [notice] = export(document, tmp_path / "a.tmx")
    assert notice_sentence(notice) == (
        "a.tmx leaves out what its format cannot hold: 3 segments that nobody confirmed,"
        " 1 paragraph outside the article, the lock of 1 segment, 1 note about a paragraph,"
        " 1 reference translation, 1 draft beside a translation."
    )


def test_a_table_of_others_holds_what_it_has_columns_for(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"Key,Source,Target,Max\nk,Hello,Hallo,5\nl,Bye,,6\n")
    document = open_document(path, pair=LanguagePair("en", "de")).document
    assert said(document, tmp_path / "b.csv", "csv") == {}
    first, second = document.snapshot()
    document.apply(Put(first, replace(first, state=SegmentState.CONFIRMED, note="why?")))
    document.apply(Put(second, replace(second, state=SegmentState.CONFIRMED, target="")))
    assert said(document, tmp_path / "b.csv", "csv") == {"states": 1, "emptied": 1, "notes": 1}
    assert said(document, tmp_path / "b.po", "po") == {"emptied": 1, "columns": 1}


def test_a_table_with_such_columns_takes_notes_and_states(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"Source;Target;Status;Notes\nHello;Hallo;Edited;\nBye;;;\n")
    document = open_document(path, pair=LanguagePair("en", "de")).document
    first, second = document.snapshot()
    document.apply(Put(first, replace(first, state=SegmentState.CONFIRMED, note="why?")))
    document.apply(Put(second, replace(second, state=SegmentState.FINAL, target="")))
    assert said(document, tmp_path / "b.csv", "csv") == {}
    assert (tmp_path / "b.csv").read_bytes() == (
        b"Source;Target;Status;Notes\nHello;Hallo;Confirmed;why?\nBye;;Final;\n"
    )
    again = open_document(tmp_path / "b.csv", pair=LanguagePair("en", "de")).document
    assert [(s.target, s.state, s.note) for s in again.segments] == [
        ("Hallo", SegmentState.CONFIRMED, "why?"),
        ("", SegmentState.FINAL, ""),
    ]


def test_names_of_objects_that_are_not_read_are_said(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"source": "نص", "target": "Text", "domain": "news", "ref": "t"}\n', "utf-8")
    notices = open_document(path).notices
    assert [(n.code, dict(n.facts)["keys"]) for n in notices] == [("keys_left_out", "domain")]
    export(open_document(path).document, tmp_path / "b.jsonl")
    assert open_document(tmp_path / "b.jsonl").notices == ()


@pytest.mark.parametrize(
    ("namespace", "marks", "left"),
    [
        ("http://www.memsource.com/mxlf/2.0", 'v:confirmed="0"', (1, 1)),
        ("MQXliff", 'v:status="NotStarted"', (0, 1)),
        ("urn:none", "", (0, 0)),
    ],
)
def test_states_for_which_a_program_has_no_word_are_said(tmp_path, namespace, marks, left):
    path = tmp_path / "theirs.xlf"
    path.write_text(
        f'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:v="{namespace}">'
        '<file original="a" datatype="x" source-language="en" target-language="ar"><body>'
        f'<trans-unit id="1" {marks}><source>one</source></trans-unit></body></file></xliff>'
    )
    states = (SegmentState.REVIEWED, SegmentState.FINAL)
    for state, count in zip(states, left, strict=True):
        document = open_document(path).document
        [segment] = document.segments
        document.apply(Put(segment, replace(segment, target="واحد", state=state)))
        found = said(document, tmp_path / "out.xlf", "xliff")
        assert found == ({"higher_states": 1} if count else {})
