"""Opening, saving, closing and exporting, driven from outside with real files."""

from __future__ import annotations

import shutil
import threading

import pytest
from PySide6.QtCore import QTimer

from app.files.document_files import OPEN
from app.state import SaveKind
from tests.app.conftest import PATIENCE
from tests.app.working import codes, heard, ids, open_and_wait
from translation.errors import InputError, ProjectError, UsageError
from translation.store import ProjectFile


def type_at_end(session, segment_id, keys):
    text = session.document.shown_target(session.document.segment(segment_id))
    for key in keys:
        session.editor.type_text(segment_id, text + key, len(text), len(text) + 1)
        text += key


def is_last_point(session, label):
    """Whether the restore point made last is this one."""
    return [point.label for point in session.files.restoring.points][-1:] == [label]


class TestOpening:
    def test_an_article_becomes_a_project_beside_it(self, opened, article_file):
        assert opened.files.path == article_file.with_name(article_file.name + ".muraji")
        assert opened.files.title == article_file.name
        assert len(opened.document) == 4
        assert opened.editor.active_id == ids(opened)[0]
        assert opened.autosave.state.kind is SaveKind.SAVED

    def test_opening_shows_a_job_that_ends(self, session, article_file, qtbot):
        jobs = heard(session.jobs.changed)
        open_and_wait(qtbot, session, article_file)
        assert jobs[0].kind is OPEN
        assert jobs[-1] is None

    def test_the_project_is_found_again_with_work_undo_and_place(
        self, opened, article_file, make_session, qtbot
    ):
        first, second, *_ = ids(opened)
        type_at_end(opened, first, "two words")
        opened.editor.confirm(first)
        opened.editor.undo()
        opened.editor.activate(second)
        assert opened.close()

        again = make_session()
        notices = heard(again.noticed)
        open_and_wait(qtbot, again, article_file)
        assert codes(notices) == ["project_found"]
        assert again.editor.active_id == second
        assert again.document.segment(first).target == "two words"
        again.editor.redo()
        assert again.document.segment(first).state == "confirmed"
        again.editor.undo()
        again.editor.undo()
        assert again.document.segment(first).target == "two "
        again.editor.undo()
        assert again.document.segment(first).target is None
        assert not again.editor.undo_stack.canUndo()

    def test_undo_of_an_earlier_day_is_saved_too(self, opened, article_file, make_session, qtbot):
        first = ids(opened)[0]
        type_at_end(opened, first, "two words")
        opened.close()
        again = make_session()
        open_and_wait(qtbot, again, article_file)
        again.editor.undo()
        type_at_end(again, first, "x")
        again.close()
        third = make_session()
        open_and_wait(qtbot, third, article_file)
        assert third.document.segment(first).target == "two x"
        assert third.editor.undo_stack.count() == 2

    def test_a_changed_article_gets_a_project_of_its_own(
        self, opened, article_file, make_session, qtbot
    ):
        opened.close()
        article_file.write_text("نص جديد.", encoding="utf-8")
        again = make_session()
        notices = heard(again.noticed)
        open_and_wait(qtbot, again, article_file)
        assert again.files.path.name.endswith(" (2).muraji")
        assert "project_anew" in codes(notices)

    def test_where_nothing_can_be_written_the_project_goes_to_the_users_folder(
        self, session, article_file, tmp_path, qtbot, monkeypatch
    ):
        create = ProjectFile.create.__func__

        def refuse_beside(cls, path, document, **options):
            if path.parent == article_file.parent:
                raise ProjectError("read_only", file=path, detail="test")
            return create(cls, path, document, **options)

        monkeypatch.setattr(ProjectFile, "create", classmethod(refuse_beside))
        notices = heard(session.noticed)
        open_and_wait(qtbot, session, article_file)
        assert session.files.path.parent == tmp_path / "projects"
        assert codes(notices) == ["project_elsewhere"]

    def test_what_comes_with_the_program_gets_its_project_in_the_users_folder(
        self, session, tmp_path, qtbot
    ):
        sample = tmp_path / "resources" / "sample.txt"
        sample.parent.mkdir()
        sample.write_text("نص المثال.", encoding="utf-8")
        for _ in range(2):
            notices = heard(session.noticed)
            open_and_wait(qtbot, session, sample)
            assert session.files.path.parent == tmp_path / "projects"
            with qtbot.waitSignal(session.editor.document_replaced):
                session.files.new_from_text("anything", "between")
        assert codes(notices) == ["project_found"]

    @pytest.mark.parametrize(
        "name", ["x" * 251 + ".txt", "خ" * 125 + ".txt", "two\nlines.txt", "rlo\u202egpj.txt"]
    )
    def test_a_name_may_be_as_odd_as_names_can_be(self, session, tmp_path, qtbot, name):
        path = tmp_path / name
        path.write_text("قال الوزير نعم. وقال لا.", encoding="utf-8")
        open_and_wait(qtbot, session, path)
        assert session.files.path.parent == tmp_path
        assert session.files.path.name.startswith(name[:80])
        project = session.files.path
        open_and_wait(qtbot, session, tmp_path / shutil.copy(path, tmp_path / "other.txt"))
        open_and_wait(qtbot, session, path)
        assert session.files.path == project

    def test_a_damaged_project_is_not_passed_over(self, opened, article_file, make_session, qtbot):
        project = opened.files.path
        opened.close()
        project.write_bytes(project.read_bytes()[:5000])
        again = make_session()
        with qtbot.waitSignal(again.failed) as failed:
            again.files.open(article_file)
        assert failed.args[0].reason == "damaged"
        assert again.files.path is None

    def test_what_is_open_is_not_opened_twice(self, opened, article_file, qtbot):
        with qtbot.waitSignal(opened.noticed) as noticed:
            opened.files.open(article_file)
        assert noticed.args[0].code == "already_open"
        with qtbot.waitSignal(opened.noticed):
            opened.files.open(opened.files.path)
        assert not opened.editor.read_only

    def test_a_bad_file_leaves_what_is_open(self, opened, tmp_path, qtbot):
        first = ids(opened)[0]
        with qtbot.waitSignal(opened.failed) as failed:
            opened.files.open(tmp_path / "missing.txt")
        assert isinstance(failed.args[0], InputError)
        type_at_end(opened, first, "still here")
        assert opened.document.segment(first).target == "still here"
        assert opened.jobs.current is None

    def test_another_document_takes_the_place(self, opened, tmp_path, qtbot):
        other = tmp_path / "other.txt"
        other.write_text("Only this.", encoding="utf-8")
        type_at_end(opened, ids(opened)[0], "x")
        before = opened.files.path
        open_and_wait(qtbot, opened, other)
        assert opened.files.title == "other.txt"
        assert not opened.editor.undo_stack.canUndo()
        project = ProjectFile.open(before)
        assert project.document.segments[0].target == "x"
        project.close()

    def test_a_text_becomes_a_project_in_the_users_folder(self, session, tmp_path, qtbot):
        with qtbot.waitSignal(session.editor.document_replaced):
            session.files.new_from_text("سطر أول.\nسطر ثان.", "Pasted text")
        assert session.files.path.parent == tmp_path / "projects"
        assert session.files.title == "Pasted text"

    def test_another_encoding_is_a_project_of_its_own_and_the_first_is_found_again(
        self, session, tmp_path, qtbot
    ):
        article = tmp_path / "old.txt"
        article.write_bytes("جددت الكويت التزامها المشترك بتعزيز الاستقرار.".encode("cp1256"))
        open_and_wait(qtbot, session, article, encoding="iso-8859-1")
        first = session.files.path
        type_at_end(session, ids(session)[0], "x")
        with qtbot.waitSignal(session.editor.document_replaced):
            session.files.reopen_with_encoding("cp1256")
        assert session.document.segments[0].source.startswith("جددت")
        assert session.files.path != first
        with qtbot.waitSignal(session.editor.document_replaced):
            session.files.reopen_with_encoding("iso-8859-1")
        assert session.files.path == first
        assert session.document.segments[0].target == "x"


class TestSaving:
    def test_a_confirm_is_saved(self, opened, qtbot):
        opened.editor.copy_source(ids(opened)[0])
        opened.editor.confirm(ids(opened)[0])
        assert opened.autosave.state.kind is SaveKind.SAVING
        qtbot.waitUntil(lambda: opened.autosave.state.kind is SaveKind.SAVED)

    def test_a_second_window_reads_only_and_says_who_has_it(
        self, opened, article_file, make_session, qtbot
    ):
        second = make_session()
        with qtbot.waitSignals([second.editor.document_replaced, second.editor.read_only_changed]):
            second.files.open(article_file)
        assert second.editor.read_only
        assert second.files.owner
        assert second.autosave.state.kind is SaveKind.READ_ONLY
        with qtbot.waitSignal(second.failed) as failed:
            second.editor.copy_source(ids(second)[0])
        assert failed.args[0].reason == "locked"
        assert second.document.segments[0].target is None

    def test_a_full_disk_is_said_and_nothing_is_lost(
        self, opened, article_file, make_session, qtbot, monkeypatch
    ):
        first = ids(opened)[0]
        full = ProjectError("disk_full", file=opened.files.path)
        write = ProjectFile.write
        monkeypatch.setattr(ProjectFile, "write", lambda *_: (_ for _ in ()).throw(full))
        opened.editor.copy_source(first)
        qtbot.waitUntil(lambda: opened.autosave.state.kind is SaveKind.FAILED)
        assert opened.autosave.state.error.reason == "disk_full"
        assert not opened.close()
        type_at_end(opened, first, "!")
        monkeypatch.setattr(ProjectFile, "write", write)
        qtbot.waitUntil(lambda: opened.autosave.state.kind is SaveKind.SAVED)
        target = opened.document.segment(first).target
        assert opened.close()
        again = make_session()
        open_and_wait(qtbot, again, article_file)
        assert again.document.segment(first).target == target

    def test_an_export_waits_for_what_was_just_done_to_say_when_it_was(
        self, opened, tmp_path, qtbot, monkeypatch
    ):
        write, free = ProjectFile.write, threading.Event()

        def held(*args: object) -> None:
            assert free.wait(PATIENCE / 1000)
            write(*args)

        monkeypatch.setattr(ProjectFile, "write", held)
        opened.editor.author = "Sara"
        opened.editor.copy_source(ids(opened)[0])
        opened.editor.confirm(ids(opened)[0])
        QTimer.singleShot(300, free.set)
        with qtbot.waitSignal(opened.noticed, timeout=PATIENCE):
            opened.files.export(path := tmp_path / "memory.tmx")
        assert 'changeid="Sara"' in path.read_text("utf-8")

    def test_an_export_needs_no_disk_for_the_project(
        self, opened, article_file, tmp_path, qtbot, monkeypatch
    ):
        full = ProjectError("disk_full", file=opened.files.path)
        with monkeypatch.context() as patch:
            patch.setattr(ProjectFile, "write", lambda *_: (_ for _ in ()).throw(full))
            opened.editor.copy_source(ids(opened)[0])
            opened.editor.confirm(ids(opened)[0])
            with qtbot.waitSignal(opened.noticed, timeout=PATIENCE):
                opened.files.export(path := tmp_path / "memory.tmx")
        assert opened.document.segments[0].target in path.read_text("utf-8")

    def test_restore_points_bring_back(self, opened, qtbot):
        first = ids(opened)[0]
        opened.editor.copy_source(first)
        opened.files.restoring.make("before lunch")
        opened.editor.clear(first)
        qtbot.waitUntil(lambda: is_last_point(opened, "before lunch"))
        *_, point = opened.files.restoring.points
        assert point.label == "before lunch"
        with qtbot.waitSignal(opened.editor.changed):
            opened.files.restoring.go_back(point)
        assert opened.document.segment(first).target is not None
        opened.editor.undo()
        assert opened.document.segment(first).target is None

    def test_what_is_typed_while_a_point_is_read_is_gone_back_over_too(self, opened, qtbot):
        first = ids(opened)[0]
        opened.editor.copy_source(first)
        opened.files.restoring.make("before lunch")
        before = opened.document.snapshot()
        qtbot.waitUntil(lambda: is_last_point(opened, "before lunch"))
        opened.files.restoring.go_back(opened.files.restoring.points[-1])
        opened.editor.type_text(first, "typed at the same moment", 0, 5)
        qtbot.waitUntil(lambda: opened.jobs.current is None)
        assert opened.document.snapshot() == before
        opened.editor.undo()
        assert opened.document.segment(first).target == "typed at the same moment"

    def test_nothing_open_refuses_edits(self, session, qtbot):
        with qtbot.waitSignal(session.failed) as failed:
            session.editor.set_references({})
            session.editor.undo()
        assert isinstance(failed.args[0], UsageError)
