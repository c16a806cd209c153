"""What is recovered and brought back, and several files, on the command line."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from lxml import etree

from translation.cli.main import run
from translation.store import Backups, ProjectFile
from translation.system import preferences
from translation.work.documents import open_document


def test_recover_puts_what_can_be_read_into_a_new_project(text, tmp_path, capsys):
    project = tmp_path / "article.muraji"
    assert run(["convert", str(text), "-o", str(project)]) == 0
    data = project.read_bytes()
    project.write_bytes(bytes(512) + data[512:])
    assert run(["segment", str(project)]) == 2
    capsys.readouterr()
    out = tmp_path / "again.muraji"
    assert run(["recover", str(project), "-o", str(out)]) == 0
    said = capsys.readouterr()
    assert "holds what could be recovered" in said.err
    assert said.out == ""
    assert run(["segment", str(out)]) == 0
    assert run(["recover", str(project)]) == 0
    assert (tmp_path / "article (recovered).muraji").exists()


def test_recover_lists_the_segments_in_doubt(text, tmp_path, capsys):
    project = tmp_path / "article.muraji"
    assert run(["convert", str(text), "-o", str(project)]) == 0
    with closing(sqlite3.connect(project, isolation_level=None)) as plain:
        plain.execute("UPDATE segments SET target = 'Rotten' WHERE rowid = 2")
    capsys.readouterr()
    assert run(["segment", str(project)]) == 0
    assert "1 segment is in doubt" in capsys.readouterr().err
    assert run(["recover", str(project), "-o", str(tmp_path / "out.muraji")]) == 0
    [line] = capsys.readouterr().out.splitlines()
    number, _id, _why, _was = line.split("\t")
    assert number == "2"


@pytest.mark.parametrize("out", ["article.muraji", "out.txt"])
def test_recover_refuses_an_output_that_is_none(text, tmp_path, capsys, out):
    project = tmp_path / "article.muraji"
    assert run(["convert", str(text), "-o", str(project)]) == 0
    assert run(["recover", str(project), "-o", str(tmp_path / out)]) == 2
    assert run(["recover", str(tmp_path / "missing.muraji")]) == 2


def test_recover_lists_the_backups_and_brings_one_back(text, tmp_path, capsys):
    assert run(["recover", "--list"]) == 0
    assert capsys.readouterr().out == ""
    assert run(["recover"]) == 2
    project = ProjectFile.create(tmp_path / "article.muraji", open_document(text).document)
    project.restore_point("first")
    kept = Backups(preferences.backups_folder()).keep(project)
    project.close()
    capsys.readouterr()
    assert run(["recover", "--list"]) == run(["recover", "--list", str(project.path)]) == 0
    line, again = capsys.readouterr().out.splitlines()
    assert line == again
    _time, size, of, path = line.split("\t")
    assert (of, path, int(size)) == (str(project.path), str(kept.path), kept.size)
    assert run(["recover", path, "-o", str(tmp_path / "back.muraji")]) == 0
    assert run(["segment", str(tmp_path / "back.muraji")]) == 0


class TestSeveralFiles:
    @pytest.fixture
    def more(self, text, tmp_path):
        other = tmp_path / "second.ar.md"
        other.write_text("# عنوان\n\nنص آخر.\n", encoding="utf-8")
        return [str(text), str(other)]

    def test_several_files_become_one_project(self, more, tmp_path):
        out = tmp_path / "both.muraji"
        assert run(["convert", *more, "-o", str(out)]) == 0
        opened = open_document(out)
        opened.project.close()
        document = opened.document
        assert [file.name for file in document.files] == ["article.txt", "second.ar.md"]
        assert len({segment.id for segment in document.segments}) == len(document)

    def test_into_a_folder_each_goes_in_its_own_format(self, more, tmp_path):
        project, out = tmp_path / "both.muraji", tmp_path / "out"
        out.mkdir()
        assert run(["convert", *more, "-o", str(project)]) == 0
        assert run(["convert", str(project), "-o", str(out)]) == 0
        assert sorted(path.name for path in out.iterdir()) == ["article.en.txt", "second.en.md"]
        assert (out / "second.en.md").read_text("utf-8") == "# عنوان\n\nنص آخر.\n"

    def test_into_the_folder_of_the_originals_none_of_them_is_written_over(self, more, tmp_path):
        before = {path: Path(path).read_bytes() for path in more}
        assert run(["convert", *more, "-o", str(tmp_path)]) == 0
        assert {path: Path(path).read_bytes() for path in more} == before

    def test_a_project_is_not_joined_with_others(self, more, tmp_path, capsys):
        project = tmp_path / "one.muraji"
        assert run(["convert", more[0], "-o", str(project)]) == 0
        assert run(["convert", more[1], str(project), "-o", str(tmp_path / "x.xlf")]) == 2
        assert "one.muraji" in capsys.readouterr().err
        assert not (tmp_path / "x.xlf").exists()

    def test_several_leave_as_one_bilingual_file(self, more, tmp_path):
        out = tmp_path / "both.xlf"
        assert run(["convert", *more, "-o", str(out)]) == 0
        files = etree.parse(out).findall("{*}file")
        assert [file.get("original") for file in files] == ["article.txt", "second.ar.md"]
