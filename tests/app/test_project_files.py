"""Several files in one project: added, removed and moved, each an undo step that is on the disk."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from app.editing import document_owner, many, rearranging
from app.session import Session
from translation.model.originals import only
from translation.model.record import Bookmark
from translation.store import ProjectFile
from translation.work import documents

XLIFF = """<?xml version="1.0" encoding="utf-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.docx" source-language="en" target-language="ar" datatype="plaintext"><body>
<trans-unit id="s1"><source>Hello</source><target>مرحبا</target></trans-unit></body></file>
<file original="b.docx" source-language="en" target-language="ar" datatype="plaintext"><body>
<trans-unit id="s1"><source>Bye</source></trans-unit></body></file></xliff>
"""


@pytest.fixture
def others(tmp_path: Path) -> tuple[Path, Path]:
    text, xliff = tmp_path / "ثان.txt", tmp_path / "third.xlf"
    text.write_text("الفقرة الأولى. وبعدها جملة.\n\nالفقرة الثانية.\n", encoding="utf-8")
    xliff.write_text(XLIFF, encoding="utf-8")
    return text, xliff


@pytest.fixture
def several(opened, others, qtbot) -> Session:
    """A session over a project of three files, the last of which has two parts."""
    before = len(opened.document)
    opened.originals.add(others)
    qtbot.waitUntil(lambda: len(opened.document) > before)
    return opened


def names(session: Session) -> list[str]:
    return [one.name for one in session.originals.all]


def sources(session: Session) -> list[str]:
    return [segment.source for segment in session.document.segments]


def kept(session: Session) -> ProjectFile:
    """The project as it lies on the disk, verified."""
    assert session.autosave.drain(60)
    path = session.files.path
    copy = path.with_name("copy.muraji")
    copy.unlink(missing_ok=True)
    session.autosave.project.copy_to(copy)
    project = ProjectFile.open(copy)
    verdict = project.verify()
    project.close()
    assert verdict.is_sound, verdict
    assert project.obstacle is None
    return project


def is_kept(session: Session) -> bool:
    document = kept(session).document
    return (document.files, document.units, document.snapshot()) == (
        session.document.files,
        session.document.units,
        session.document.snapshot(),
    ) and list(document.records) == list(session.document.records)


def test_files_join_the_project_each_with_its_pair_and_format(several):
    assert names(several) == ["خبر.txt", "ثان.txt", "a.docx"]
    assert [file.format for file in several.document.files] == ["txt", "txt", "xliff", "xliff"]
    assert several.document.files[-1].pair.source == "en"
    assert sources(several)[-2:] == ["Hello", "Bye"]
    assert several.document.segments[-2].target == "مرحبا"
    ids = [segment.id for segment in several.document.segments]
    assert len(set(ids)) == len(ids)
    assert is_kept(several)


def test_adding_is_one_step_that_can_be_undone_after_reopening(several, qtbot):
    count = len(several.document)
    path = several.files.path
    several.files.close()
    with qtbot.waitSignal(several.files.opened):
        several.files.open(path)
    several.editor.undo()
    assert names(several) == ["خبر.txt"]
    assert is_kept(several)
    several.editor.redo()
    assert len(several.document) == count
    assert names(several) == ["خبر.txt", "ثان.txt", "a.docx"]
    assert is_kept(several)


def test_piece_by_piece_it_is_the_same_step(opened, others, qtbot, monkeypatch):
    monkeypatch.setattr(rearranging, "PIECE", 2)
    monkeypatch.setattr(document_owner, "BREATH", 0.0)
    editor, active = opened.editor, opened.editor.active_id
    before = opened.document.snapshot()
    opened.originals.add(others)
    qtbot.waitUntil(lambda: len(opened.document) == len(before) + 5)
    added = opened.document.snapshot()
    assert (editor.undo_stack.count(), editor.active_id) == (1, active)
    editor.say(added[-4].id, Bookmark())
    opened.originals.remove(opened.originals.all[1])
    removed = opened.document.snapshot()
    assert editor.undo_stack.count() == 3
    assert is_kept(opened)
    for expected in (added, added, before):
        editor.undo()
        assert opened.document.snapshot() == expected
        editor.activate(active)
    assert editor.active_id == active
    for expected in (added, added, removed):
        editor.redo()
        assert opened.document.snapshot() == expected
    assert is_kept(opened)


def test_files_that_come_in_the_middle_of_a_step_wait_for_its_end(
    opened, others, qtbot, monkeypatch
):
    monkeypatch.setattr(many, "PIECE", 1)
    editor, count = opened.editor, len(opened.document)
    in_step = []

    def add(change):
        if change.more and not in_step:
            in_step.append(change)
            opened.originals.add(others)
            qtbot.waitUntil(lambda: opened.jobs.current is None)
            assert len(opened.document) == count

    editor.changed.connect(add)
    editor.many.copy_sources([segment.id for segment in opened.document.segments])
    qtbot.waitUntil(lambda: len(opened.document) > count)
    assert in_step
    assert [editor.undo_stack.text(n) for n in range(2)] == ["copy_source", "add_files"]


def test_what_is_there_already_or_cannot_be_read_is_told_and_left_out(
    several, others, article_file, tmp_path, qtbot
):
    told: list[str] = []
    several.noticed.connect(lambda notice: told.append(notice.code))
    several.failed.connect(lambda error: told.append(error.reason))
    before = len(several.document)
    (tmp_path / "new.txt").write_text("نص جديد", encoding="utf-8")
    paths = [others[0], article_file, several.files.path, tmp_path / "none.txt"]
    several.originals.add([*paths, tmp_path / "new.txt"])
    qtbot.waitUntil(lambda: len(several.document) > before)
    assert names(several)[-1] == "new.txt"
    assert told.count("file_there") == 2
    assert "project_in_project" in told


def test_a_row_is_active_when_the_file_it_stands_in_is_taken_back(several, qtbot, monkeypatch):
    monkeypatch.setattr(rearranging, "PIECE", 1)
    several.editor.activate(several.document.segments[-1].id)
    several.editor.undo()
    qtbot.waitUntil(lambda: names(several) == ["خبر.txt"])
    assert several.editor.active_id == several.document.segments[-1].id
    several.editor.redo()
    qtbot.waitUntil(lambda: len(names(several)) == 3)
    assert several.editor.active_id in several.document


def test_how_far_many_rows_are_is_said(several, qtbot, monkeypatch):
    monkeypatch.setattr(rearranging, "PIECE", 1)
    told = []

    def hear(job):
        told.append(job and (job.kind.id, job.done, job.total))

    several.jobs.changed.connect(hear)
    several.originals.remove(several.originals.all[1])
    assert told[0] == ("arrange_files", 0, 0)
    assert told[1:-1] == [("arrange_files", done, 3) for done in range(3)]
    assert told[-1] is None


def test_a_file_is_removed_with_all_work_and_undo_brings_it_back(several):
    second = several.originals.all[1]
    first = several.document.segments[4]
    several.editor.type_text(first.id, "One", 0, 3)
    from translation.model.record import Note

    several.editor.say(first.id, Note("Really?"))
    before = sources(several)
    several.originals.remove(second)
    assert names(several) == ["خبر.txt", "a.docx"]
    assert first.id not in several.document
    assert not list(several.document.records)
    assert is_kept(several)
    several.editor.undo()
    assert sources(several) == before
    assert several.document.segment(first.id).target == "One"
    assert [record.segment_id for record in several.document.records] == [first.id]
    assert is_kept(several)


def test_the_only_file_stays(opened):
    told = []
    opened.failed.connect(lambda error: told.append(error.reason))
    opened.originals.remove(opened.originals.all[0])
    assert told == ["last_file"]
    assert len(opened.document)


def test_files_move_among_the_others_and_back(several):
    before = sources(several)
    several.originals.move(several.originals.all[2], -1)
    assert names(several) == ["خبر.txt", "a.docx", "ثان.txt"]
    assert sources(several)[4:6] == ["Hello", "Bye"]
    assert is_kept(several)
    several.originals.move(several.originals.all[0], +1)
    assert names(several) == ["a.docx", "خبر.txt", "ثان.txt"]
    several.originals.move(several.originals.all[0], -1)
    assert names(several)[0] == "a.docx"
    several.editor.undo()
    several.editor.undo()
    assert sources(several) == before
    assert is_kept(several)


def test_going_back_to_a_restore_point_takes_all_of_it_back(opened, others, qtbot):
    opened.files.restoring.make("before")
    before = sources(opened)
    opened.originals.add(others)
    qtbot.waitUntil(lambda: len(opened.document) > len(before))
    opened.originals.move(opened.originals.all[2], -1)
    opened.originals.remove(opened.originals.all[0])
    qtbot.waitUntil(lambda: "before" in [p.label for p in opened.files.restoring.points])
    [point] = [p for p in opened.files.restoring.points if p.label == "before"]
    opened.files.restoring.go_back(point)
    qtbot.waitUntil(lambda: sources(opened) == before)
    assert names(opened) == ["خبر.txt"]
    assert is_kept(opened)


def test_each_original_leaves_as_it_came(several, others, article_file, tmp_path):
    from translation.work.exporting import export

    for one, path in zip(several.originals.all, (article_file, *others), strict=True):
        out = tmp_path / f"out{path.suffix}"
        export(only(several.document, one), out, one.format)
        if path.suffix == ".xlf":
            assert out.read_bytes() == path.read_bytes()
        assert documents.open_document(out).document.files


def test_a_returned_table_finds_its_rows_in_every_file(several, tmp_path):
    from translation.work.exporting import export
    from translation.work.returning import Standing, read_return

    table = tmp_path / "all.csv"
    export(several.document, table)
    text = table.read_text("utf-8-sig").replace("مرحبا", "أهلا")
    table.write_text(text, encoding="utf-8-sig")
    found = read_return(table, several.document)
    changed = [row for row in found.rows if row.standing is Standing.CHANGED]
    assert [row.after.source for row in changed] == ["Hello"]
    assert not [row for row in found.rows if row.standing is Standing.ID_UNKNOWN]


def test_a_backup_holds_all_files(several, tmp_path):
    project = kept(several)
    assert [file.name for file in project.document.files] == [
        file.name for file in several.document.files
    ]


def test_a_file_is_read_again_apart_from_the_others(several, qtbot):
    second = several.originals.all[1].files[0]
    row = several.document.length_of(several.originals.all[0].id)
    several.editor.activate(several.document.segments[row].id)
    assert several.editor.present_file == second
    with qtbot.waitSignal(several.files.opened):
        several.files.reopen_with_encoding("utf-16-le")
    [only_file] = several.document.files
    assert (only_file.name, only_file.encoding.lower()) == (second.name, "utf-16-le")


def test_rows_of_a_file_stand_together(several):
    files = [several.document.file_of(segment).id for segment in several.document.segments]
    order = [file.id for file in several.document.files]
    assert all(order.index(one) <= order.index(other) for one, other in pairwise(files))
