"""JSON lines: what a training script finds in them, and those of others."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.translation.formats.bilingual_documents import small_document
from translation.errors import InputError
from translation.formats import ReadOptions, WriteOptions
from translation.formats.tables.jsonl import read, write
from translation.model.edit_times import SegmentEdit
from translation.model.edits import Arrange, EditBatch, Put, Say
from translation.model.language import LanguagePair
from translation.model.record import Note, Record
from translation.model.segment import SegmentState
from translation.store import ProjectFile
from translation.work.building import build_document
from translation.work.exporting import export


def rows(data: bytes) -> list[dict]:
    return [json.loads(line) for line in data.decode().split("\n") if line]


def only(text: str):
    [file] = read(text.encode(), ReadOptions("a.jsonl"))
    return file


def test_an_object_a_segment_with_what_training_needs():
    times = {"s1": [SegmentEdit("type", 0.0, 2.5), SegmentEdit("confirm", 9.0, 9.0)]}
    options = WriteOptions("a.jsonl", edit_times=lambda: times)
    found = rows(write(small_document(), options).data)
    assert [row["id"] for row in found] == [f"s{n}" for n in range(1, 8)]
    first = found[0]
    assert (first["source"], first["draft"], first["target"]) == (
        "عنوان الخبر",
        "Title",
        "Headline",
    )
    assert (first["engine"], first["model"], first["score"]) == ("marian_ct2", "starter", -0.25)
    assert (first["edits"], first["seconds"]) == (2, 2.5)
    assert first["times"][0] == ["type", "1970-01-01T00:00:00.000Z", "1970-01-01T00:00:02.500Z"]
    assert (first["word_edits"], first["target_words"]) == (1, 1)
    assert (first["source_language"], first["target_language"]) == ("ar", "en")
    assert "edits" not in found[1]
    assert "target" not in found[1]
    assert found[1]["source"] == "زار {1}الوزير{/2} واشنطن."


def test_the_history_of_a_project_is_in_it(tmp_path):
    document = small_document()
    project = ProjectFile.create(tmp_path / "a.muraji", document)
    for number, (text, moment) in enumerate((("Ne", 10.0), ("New", 11.5), ("Newer", 60.0))):
        segment = document.segment("s1")
        batch = EditBatch(
            "type",
            (Put(segment, replace(segment, target=text, state=SegmentState.EDITED)),),
            time=moment,
        )
        document.apply_batch(batch)
        project.record("do", 1 if number < 2 else 2, batch, document.next_number)
    assert project.edit_times() == {
        "s1": [SegmentEdit("type", 10.0, 11.5), SegmentEdit("type", 60.0, 60.0)]
    }
    export(document, tmp_path / "a.jsonl", edit_times=project.edit_times)
    project.close()
    found = rows((tmp_path / "a.jsonl").read_bytes())
    assert (found[0]["edits"], found[0]["seconds"]) == (2, 1.5)
    again, _notices = build_document(
        read((tmp_path / "a.jsonl").read_bytes(), ReadOptions("a.jsonl"))
    )
    assert again.segment("s1").target == "Newer"


def test_what_people_say_of_a_segment_is_no_edit_of_it(tmp_path):
    document = small_document()
    project = ProjectFile.create(tmp_path / "a.muraji", document)
    note = Record.of("r1", "s1", Note("Why?"), "sara", 1.0)
    odd = document.segment("s2")
    batches = (
        EditBatch("note", (Say(None, note),), time=1.0),
        EditBatch("arrange", (Arrange(("f1",), ("f1",)),), time=2.0),
        EditBatch("type", (Put(odd, replace(odd, target="\ud800")),), "sara", 3.0),
    )
    for step, batch in enumerate(batches, 1):
        document.apply_batch(batch)
        project.record("do", step, batch, document.next_number)
    found = project.edit_times()
    project.close()
    assert found == {"s2": [SegmentEdit("type", 3.0, 3.0, "sara")]}


def test_lines_of_others():
    file = only(
        '{"src": "نص", "tgt": "Text"}\n\n'
        '{"translation": {"ar": "آخر", "en": "Other"}}\r\n'
        '{"source": "بلا", "id": 7, "score": "high", "codes": [1], "role": []}\n'
        '{"note": "no source"}\n'
    )
    found = [(s.source, s.target, s.id) for unit in file.units for s in unit.segments]
    assert found == [("نص", "Text", None), ("آخر", "Other", None), ("بلا", None, "7")]


def test_each_file_has_its_languages():
    line = '{{"source": "a", "file": "{}", "source_language": "{}", "target_language": "de"}}\n'
    files = read(
        "".join((line.format("x", "ar"), line.format("y", "fr"))).encode(), ReadOptions("a")
    )
    assert [(file.name, file.pair) for file in files] == [
        ("x", LanguagePair("ar", "de")),
        ("y", LanguagePair("fr", "de")),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"source": "a"}\n{"source"', "line 2 is no JSON"),
        ("[1]", "line 1 is no object"),
        ("[" * 100_000, "line 1 is no JSON"),
        ('{"source": ' + "9" * 10_000 + "}", "line 1 is no JSON"),
        ('{"note": "x"}', "no text"),
    ],
)
def test_refusals(text, said):
    with pytest.raises(InputError, match=said):
        only(text)
