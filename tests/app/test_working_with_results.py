"""Exports, issues and scores of the document one works on."""

from __future__ import annotations

import pytest

from app.state import SaveKind
from tests.app.working import codes, heard, ids, open_and_wait
from translation.errors import ProjectError
from translation.store import ProjectFile


class TestExporting:
    @pytest.mark.parametrize("suffix", [".xlf", ".tsv", ".txt", ".muraji"])
    def test_an_export_ends_with_a_notice(self, opened, tmp_path, qtbot, suffix):
        opened.editor.copy_source(ids(opened)[0])
        out = tmp_path / f"out{suffix}"
        notices = heard(opened.noticed)
        opened.files.export(out)
        qtbot.waitUntil(lambda: "exported" in codes(notices))
        assert out.stat().st_size > 0
        assert opened.jobs.current is None

    def test_a_failed_export_says_why(self, opened, tmp_path, qtbot):
        with qtbot.waitSignal(opened.failed) as failed:
            opened.files.export(tmp_path / "nowhere" / "out.xlf")
        assert failed.args[0].reason == "no_folder"

    def test_what_cannot_be_saved_is_copied_elsewhere_as_it_stands(
        self, opened, tmp_path, qtbot, monkeypatch
    ):
        full = ProjectError("disk_full", file=opened.files.path)
        monkeypatch.setattr(ProjectFile, "write", lambda *_: (_ for _ in ()).throw(full))
        opened.editor.type_text(ids(opened)[0], "Typed on a full disk", 0, 20)
        opened.editor.confirm(ids(opened)[0])
        qtbot.waitUntil(lambda: opened.autosave.state.kind is SaveKind.FAILED)
        notices = heard(opened.noticed)
        opened.files.export(tmp_path / "copy.muraji")
        qtbot.waitUntil(lambda: "exported" in codes(notices))
        assert "copied_without_history" in codes(notices)
        copy = ProjectFile.open(tmp_path / "copy.muraji")
        assert copy.document.snapshot() == opened.document.snapshot()
        assert not copy.read_only
        copy.close()
        with qtbot.waitSignal(opened.failed) as failed:  # never onto itself
            opened.files.export(opened.files.path)
        assert failed.args[0].reason in {"in_use", "out_is_in"}

    def test_an_unexpected_error_in_a_job_is_told_and_reported(
        self, make_session, article_file, qtbot
    ):
        def break_down(*_, **__):
            raise ZeroDivisionError

        session = make_session(export=break_down)
        open_and_wait(qtbot, session, article_file)
        with qtbot.capture_exceptions() as errors, qtbot.waitSignal(session.failed) as failed:
            session.files.export(article_file.with_suffix(".xlf"))
        assert failed.args[0].code == "error.unexpected"
        assert errors[0][0] is ZeroDivisionError
        assert session.jobs.current is None


class TestIssuesAndScores:
    def test_issues_follow_the_text(self, opened, qtbot):
        first = ids(opened)[0]
        changed = heard(opened.issues.changed)
        opened.editor.type_text(first, "LOUD", 0, 4)
        (issue,) = opened.issues.of(first)
        assert changed == [[first]]
        assert opened.issues.all() == [issue]
        opened.editor.apply_fix(issue)
        assert opened.document.segment(first).target == "Loud"
        assert opened.issues.all() == []

    def test_another_document_shows_nothing_of_the_one_before(self, opened, tmp_path, qtbot):
        opened.editor.type_text(ids(opened)[0], "LOUD", 0, 4)
        seen = []
        opened.editor.document_replaced.connect(
            lambda: seen.append((opened.issues.all(), opened.files.title))
        )
        other = tmp_path / "other.txt"
        other.write_text("Only this.", encoding="utf-8")
        open_and_wait(qtbot, opened, other)
        assert seen == [([], "other.txt")]

    def test_the_issues_of_a_project_are_found_on_opening(
        self, opened, article_file, make_session, qtbot
    ):
        opened.editor.type_text(ids(opened)[0], "LOUD", 0, 4)
        opened.close()
        again = make_session()
        open_and_wait(qtbot, again, article_file)
        qtbot.waitUntil(lambda: len(again.issues.all()) == 1)

    def test_a_split_leaves_no_issue_behind(self, opened):
        first = ids(opened)[0]
        opened.editor.type_text(first, "LOUD WORDS", 0, 10)
        opened.editor.split(first, 5)
        assert opened.issues.of(first) == ()
        assert {issue.segment_id for issue in opened.issues.all()} == set(ids(opened)[:2])

    def test_a_reference_is_loaded_and_scored(self, opened, tmp_path, qtbot):
        reference = tmp_path / "reference.txt"
        reference.write_text("one\ntwo\nthree four five six\nseven\n", encoding="utf-8")
        third = ids(opened)[2]
        opened.editor.type_text(third, "three four five six", 0, 19)
        opened.editor.confirm(third)
        with qtbot.waitSignal(opened.noticed):
            opened.exchange.load_reference(reference)
        qtbot.waitUntil(lambda: opened.scores.scores.target_vs_reference is not None)
        assert opened.scores.scores.with_reference == 4
        assert opened.scores.scores.targets_compared == 1
        assert opened.scores.scores.target_vs_reference["TER"].value == 0
        assert opened.scores.scores.reference_name == "reference.txt"
        opened.editor.undo()
        qtbot.waitUntil(lambda: opened.scores.scores.target_vs_reference is None)
