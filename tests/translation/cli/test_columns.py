"""Tables of others on the command line: --columns, and what is said of what is not shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translation.cli.main import run

FOREIGN = b"Key;Comment for developers;Text;Trad.;Status\nk1;max 5;Hello;Hallo;ok\nk2;;Bye;;\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "strings.csv"
    path.write_bytes(FOREIGN)
    return path


def test_without_a_source_column_those_there_are_named(table, capsys):
    assert run(["segment", str(table), "--from", "en", "--to", "de"]) == 2
    said = capsys.readouterr().err
    assert "Key, Comment for developers, Text, Trad., Status" in said
    assert "--columns" in said


@pytest.mark.parametrize("columns", ["source=Text,target=Trad.", "source=3, target=4, heading=1"])
def test_columns_by_heading_and_by_number(table, capsys, tmp_path, columns):
    out = tmp_path / "out.csv"
    pair = ["--from", "en", "--to", "de"]
    assert run(["segment", str(table), *pair, "--columns", columns]) == 0
    shown = capsys.readouterr()
    assert shown.out == "Hello\nBye\n"
    assert "columns not shown here stay as they are" in shown.err
    assert "Comment for developers" in shown.err
    assert run(["convert", str(table), *pair, "--columns", columns, "-o", str(out)]) == 0
    assert out.read_bytes() == FOREIGN
    assert (
        run(["convert", str(table), *pair, "--columns", columns, "-o", str(tmp_path / "o.po")]) == 0
    )
    assert 'msgid "Hello"\nmsgstr "Hallo"' in (tmp_path / "o.po").read_text("utf-8")


def test_columns_of_what_is_no_table_are_refused(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text("Hello.", "utf-8")
    assert run(["segment", str(path), "--columns", "source=1"]) == 2
    assert "is not a table" in capsys.readouterr().err
    assert run(["segment", str(path), "--columns", "source:1"]) == 2


@pytest.mark.shared
def test_a_target_emptied_on_purpose_counts_as_all_deleted(shared, tmp_path, capsys):
    table = shared / "cases" / "arabic" / "deleted.tsv"
    assert run(["score", str(table), "--json"]) == 0
    scores = json.loads(capsys.readouterr().out)
    assert scores["covered"] == 2
    assert scores["edits"]["TER"]["score"] == pytest.approx(100)
    assert run(["convert", str(table), "-o", str(tmp_path / "o.txt")]) == 0
    assert "The minister said" not in (tmp_path / "o.txt").read_text("utf-8")


@pytest.mark.shared
def test_a_second_reference_column_is_used(shared, capsys):
    assert run(["score", str(shared / "cases/arabic/two_references.tsv"), "--json"]) == 0
    scores = json.loads(capsys.readouterr().out)
    assert "nrefs:2" in scores["target_vs_reference"]["BLEU"]["signature"]
