"""A damaged project of several files gives what can be read of each."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from translation.model.document import Document
from translation.model.edits import Arrange, EditBatch, Put, Remove
from translation.model.segment import SegmentState
from translation.store import FileEntry, ProjectFile
from translation.work.additions import addition, ids_wanted
from translation.work.documents import open_document
from translation.work.salvaging import recover

TEXTS = {
    "one.txt": "الفقرة الأولى.\n\nالفقرة الثانية. وجملة أخرى.\n",
    "two.txt": "نص ثان.\n\nوفيه فقرة. وفيه جملة.\n",
    "three.md": "# عنوان\n\nنص ثالث.\n",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project of three files, the last of which was added and moved to the front by edits."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    path = tmp_path / "one.txt.muraji"
    document = open_document(tmp_path / "one.txt").document
    project = ProjectFile.create(path, document)
    for step, name in enumerate(("two.txt", "three.md"), 1):
        _add(project, document, tmp_path / name, step)
    order = tuple(file.id for file in document.files)
    _do(project, document, 3, EditBatch("move_file", (Arrange(order, order[::-1]),)))
    first = document.segments[0]
    typed = Put(first, replace(first, target="Heading", state=SegmentState.CONFIRMED))
    _do(project, document, 4, EditBatch("type", (typed,)))
    project.close()
    return path


def _do(project: ProjectFile, document: Document, step: int, batch: EditBatch) -> None:
    document.apply_batch(batch)
    project.record("do", step, batch, document.next_number)


def _add(project: ProjectFile, document: Document, path: Path, step: int) -> None:
    read = open_document(path).document
    added = addition(read, document.next_number, document.drafts.next_id)
    document.next_number += ids_wanted(read)
    for one in added.files:
        project.write([FileEntry(one.file, one.units)])
        document.add_file(one.file, one.units, ())
    _do(project, document, step, EditBatch("add_files", tuple(added.edits(len(document)))))


def sources(document: Document) -> list[tuple[str, str, str]]:
    return [(s.id, s.source, document.file_of(s).name) for s in document.segments]


def opened(path: Path) -> Document:
    project = ProjectFile.open(path)
    project.close()
    return project.document


def spoil(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def test_a_whole_one_gives_itself_without_a_doubt(path: Path) -> None:
    found = recover(path)
    assert sources(opened(found.path)) == sources(opened(path))
    assert not found.doubts


@pytest.mark.parametrize("name", TEXTS)
def test_rows_that_are_lost_come_from_the_original_they_were_made_of(path: Path, name: str) -> None:
    before = sources(opened(path))
    [id_, *_] = [id_ for id_, _source, of in before if of == name]
    spoil(path, f"DELETE FROM segments WHERE id = '{id_}'")
    found = recover(path)
    assert sources(opened(found.path)) == before
    assert {id_} == {doubted for _row, doubted, _why in found.doubts}


def test_a_file_that_was_removed_does_not_come_back(path: Path) -> None:
    project = ProjectFile.open(path)
    document = project.document
    [gone] = [file.id for file in document.files if file.name == "two.txt"]
    rows = [n for n, s in enumerate(document.segments) if document.file_of(s).id == gone]
    removals = tuple(Remove(row, document.segments[row]) for row in reversed(rows))
    _do(project, document, 5, EditBatch("remove_file", removals))
    before = sources(document)
    project.close()
    assert len(document.files) == 2
    found = recover(path)
    recovered = opened(found.path)
    assert sources(recovered) == before
    assert [file.name for file in recovered.files] == ["three.md", "one.txt"]


@pytest.mark.parametrize("name", TEXTS)
def test_an_original_that_is_lost_is_told_and_the_work_stays(path: Path, name: str) -> None:
    before = sources(opened(path))
    (path.parent / name).unlink()
    spoil(path, f"UPDATE files SET original = zeroblob(0) WHERE name = '{name}'")
    found = recover(path)
    assert found.report.originals_lost == [name]
    assert sources(opened(found.path)) == before


def test_inserted_rows_are_told_from_the_journal(path: Path) -> None:
    spoil(path, "DELETE FROM segments WHERE target IS NOT NULL")
    found = recover(path)
    assert [s.target for s in opened(found.path).segments if s.target] == ["Heading"]
