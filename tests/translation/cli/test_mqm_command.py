"""The command mqm: the score printed, files written, errors of others taken into a project."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from translation.cli.main import run
from translation.model.edits import Put
from translation.model.record import Record
from translation.model.segment import SegmentState
from translation.mqm import errors_of, marked_error
from translation.mqm.typology import mqm_core
from translation.store import ProjectFile
from translation.work.documents import open_document
from translation.work.exporting import export

TARGETS = ("He said that Yvonne was here.", "Nobody came.")


@pytest.fixture
def document(tmp_path):
    article = tmp_path / "article.txt"
    article.write_text("قال إن أيفون كان هنا.\n\nلم يأت أحد.\n", encoding="utf-8")
    made = open_document(article).document
    for segment, target in zip(made.snapshot(), TARGETS, strict=True):
        after = replace(segment, target=target, state=SegmentState.CONFIRMED)
        made.apply(Put(segment, after))
    return made


@pytest.fixture
def project(tmp_path, document):
    """A project with an error marked in it."""
    segment = document.segments[0]
    error = marked_error("target", segment.target, 13, 19, "accuracy/mistranslation", "critical")
    document.add_records([Record.of("r50", segment.id, error, "sara", 5.0)])
    path = tmp_path / "reviewed.muraji"
    export(document, path)
    return path


def test_the_score_says_what_it_counts(project, capsys):
    assert run(["mqm", str(project)]) == 0
    out = capsys.readouterr().out
    assert "segments evaluated: 2\nwords of their source: 8\n" in out
    assert "as it stands now: 3125.0 (fails: at most 25)" in out
    assert "few words" in out
    assert "Accuracy/Mistranslation: 1" in out


def test_nothing_read_is_no_score(tmp_path, capsys):
    article = tmp_path / "new.txt"
    article.write_text("نص.\n", encoding="utf-8")
    assert run(["mqm", str(article)]) == 0
    assert "no segment is confirmed" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["tsv", "json", "pearmut"])
def test_a_form_is_written_to_a_file_or_printed(project, tmp_path, capsys, form):
    out = tmp_path / "out"
    assert run(["mqm", str(project), f"--{form}", "-o", str(out)]) == 0
    assert run(["mqm", str(project), f"--{form}"]) == 0
    assert capsys.readouterr().out == out.read_text("utf-8")
    assert "Yvonne" in out.read_text("utf-8")


def test_what_pearmut_has_no_room_for_is_told(project, tmp_path, capsys):
    with_two = ProjectFile.open(project)
    segment = with_two.document.segments[0]
    with_two.close()
    document = with_two.document
    error = marked_error("target", segment.target, 8, 19, "style", "minor")
    document.add_records([Record.of("r51", segment.id, error, "sara", 5.0)])
    export(document, other := tmp_path / "two.muraji")
    assert run(["mqm", str(other), "--pearmut", "-o", str(tmp_path / "x.json")]) == 0
    assert "1 error is not in the file" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["tsv", "json"])
def test_errors_of_others_come_into_a_project_as_one_step(
    project, document, tmp_path, capsys, form
):
    run(["mqm", str(project), f"--{form}", "-o", str(tmp_path / "ratings")])
    for record in [*document.records]:
        document.records.put(record, None)
    export(document, bare := tmp_path / "bare.muraji")
    out = tmp_path / "rated.muraji"
    command = ["mqm", str(bare), "--import", str(tmp_path / "ratings"), "-o", str(out)]
    assert run(command) == 0
    assert "1 marked error was taken" in capsys.readouterr().err
    rated = ProjectFile.open(out)
    try:
        (found,) = errors_of(rated.document, rated.document.segments[0])
        assert (found.error.text, found.record.author) == ("Yvonne", "sara")
        assert rated.history.steps[-1].label == "say_mqm"
    finally:
        rated.close()


def test_into_a_project_made_of_a_text_too(document, project, tmp_path, capsys):
    run(["mqm", str(project), "--tsv", "-o", str(tmp_path / "ratings.tsv")])
    table = tmp_path / "both.tsv"
    export(document, table)
    out = tmp_path / "rated.muraji"
    command = ["mqm", str(table), "--import", str(tmp_path / "ratings.tsv"), "-o", str(out)]
    assert run(command) == 0
    rated = ProjectFile.open(out)
    rated.close()
    assert len(rated.document.records) == 1


def test_without_a_project_to_write_it_is_refused(project, tmp_path, capsys):
    run(["mqm", str(project), "--tsv", "-o", str(tmp_path / "ratings.tsv")])
    command = ["mqm", str(project), "--import", str(tmp_path / "ratings.tsv")]
    assert run(command) == 2
    assert run([*command, "-o", str(project)]) == 2
    assert "is the input itself" in capsys.readouterr().err


def test_an_export_that_does_not_hold_them_says_so(project, tmp_path, capsys):
    assert run(["convert", str(project), "-o", str(tmp_path / "x.xlf")]) == 0
    assert "1 marked error (Tools → MQM" in capsys.readouterr().err


def test_another_typology_weighs_otherwise(project, tmp_path, capsys):
    core = mqm_core()
    lighter = [replace(one, points=one.points / 5) for one in core.severities]
    path = tmp_path / "own.json"
    path.write_text(replace(core, name="Own", severities=tuple(lighter)).as_json(), "utf-8")
    assert run(["mqm", str(project), "--json", "--typology", str(path)]) == 0
    score = json.loads(capsys.readouterr().out)["score"]
    assert score["penalty"] == 5.0
    assert run(["mqm", str(project), "--typology", str(project)]) == 2
