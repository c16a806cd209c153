"""What the commands open and write: projects whole, languages as asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.translation.store.projects import small_document, split, typing
from translation.cli.main import run
from translation.store import ProjectFile
from translation.system import preferences
from translation.system.preferences import REFUSED, Preferences
from translation.work.documents import open_document


@pytest.fixture
def worked_on(tmp_path: Path) -> Path:
    """A project with a draft, typing, a split and a restore point."""
    path = tmp_path / "day.muraji"
    document = small_document()
    project = ProjectFile.create(path, document)
    project.record("do", 1, typing(document, 0, "It rained."), document.next_number)
    project.restore_point("noon")
    project.record("do", 2, split(document, 1), document.next_number)
    project.close()
    return path


def assert_whole(path: Path, drafts: int) -> None:
    project = ProjectFile.open(path)
    project.close()
    assert [step.label for step in project.history.steps] == ["type", "split"]
    assert [point.label for point in project.restore_points()] == ["noon"]
    assert len(project.document.drafts) == drafts
    assert project.document.next_number == 7


def test_a_project_out_of_a_project_is_the_whole_of_it(worked_on: Path, tmp_path: Path):
    out = tmp_path / "copy.muraji"
    assert run(["convert", str(worked_on), "-o", str(out)]) == 0
    assert_whole(out, drafts=1)


@pytest.mark.model
def test_drafting_a_project_keeps_its_history_and_earlier_drafts(worked_on: Path, tmp_path: Path):
    out = tmp_path / "drafted.muraji"
    assert run(["translate", str(worked_on), "-o", str(out)]) == 0
    assert_whole(out, drafts=1 + 3)
    assert_whole(worked_on, drafts=1)
    opened = open_document(out)
    assert opened.project is not None
    opened.project.close()
    document = opened.document
    assert document.segments[0].target == "It rained."
    assert all(document.current_draft(s) for s in document.segments[1:4])


def test_a_project_serves_as_reference(worked_on: Path, tmp_path: Path, capsys):
    assert run(["score", str(worked_on), "--reference", str(worked_on)]) == 0
    assert "draft → reference         BLEU" in capsys.readouterr().out


BROKEN = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ar">
<file id="f"><unit id="1"><segment><source>نص</source></segment></unit>
<unit id="1"><segment><source>نص</source></segment></unit></file></xliff>"""


def test_a_file_that_breaks_a_rule_opens_and_is_refused_strictly(tmp_path: Path, capsys):
    path = tmp_path / "broken.xlf"
    path.write_text(BROKEN, encoding="utf-8")
    assert run(["segment", str(path), "--to", "en"]) == 0
    told = "broken.xlf was opened, though it breaks a rule: two units of a file have one id"
    assert capsys.readouterr().err == f"{told} (unit_id: 1; line 3, unit 1).\n"
    refused = "broken.xlf is not XLIFF 2: two units of a file have one id"
    for keep, asked in ((False, ["--strict"]), (True, [])):
        if keep:
            preferences.save(Preferences(broken_rules=REFUSED))
        assert run(["segment", str(path), *asked]) == 2
        assert capsys.readouterr().err == f"{refused} (unit_id: 1; line 3, unit 1).\n"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ([], ("ar", "en")),
        (["--from", "en"], ("en", "ar")),
        (["--from", "fr"], ("fr", "en")),
        (["--to", "ar-JO"], ("en", "ar-JO")),
        (["--to", "de"], ("ar", "de")),
        (["--from", "fr", "--to", "de"], ("fr", "de")),
    ],
)
def test_the_languages_asked_for(asked: list[str], expected: tuple[str, str], tmp_path: Path):
    text, out = tmp_path / "news.txt", tmp_path / "news.muraji"
    text.write_text("Title\n\nIt rained.\n", encoding="utf-8")
    assert run(["convert", str(text), "-o", str(out), *asked]) == 0
    project = ProjectFile.open(out)
    project.close()
    (file,) = project.document.files
    assert (file.pair.source, file.pair.target) == expected


@pytest.mark.parametrize("out", ["gone/out.xlf", "gone/out.muraji"])
def test_where_nothing_can_be_written_no_work_is_begun(
    out: str, tmp_path: Path, capsys, monkeypatch
):
    text = tmp_path / "news.txt"
    text.write_text("عنوان\n", encoding="utf-8")
    monkeypatch.setattr("translation.engines.loading.load_engine", None)
    command = ["translate", str(text), "-o", str(tmp_path / out), "--format", "xliff"]
    assert run(command) == 2
    said = capsys.readouterr().err
    assert "was not written" in said
    assert len(said.splitlines()) == 1


def test_mixed_line_ends_are_said(tmp_path: Path, capsys):
    text = tmp_path / "news.txt"
    text.write_bytes(b"One.\r\nTwo.\nThree.\r")
    assert run(["segment", str(text)]) == 0
    assert (
        capsys.readouterr().err == "news.txt: the line ends are mixed; exports keep the original.\n"
    )
