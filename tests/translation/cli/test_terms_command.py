"""The command terms, driven as from a shell."""

from __future__ import annotations

from pathlib import Path

import pytest

from translation.cli.main import run

GLOSSARY = "id,ar,en,en status\n1,بحر,sea,\n2,بحر,ocean,forbidden\n3,نهر,river,\n"


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    path = tmp_path / "glossary.csv"
    path.write_text(GLOSSARY, encoding="utf-8")
    return path


def test_lists_the_terms(glossary: Path, capsys):
    assert run(["terms", str(glossary)]) == 0
    assert capsys.readouterr().out == "ar\ten\nبحر\tsea\nبحر\tocean (forbidden)\nنهر\triver\n"
    assert run(["terms", str(glossary), "--from", "en", "--to", "ar"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == ["en\tar", "sea\tبحر", "ocean (forbidden)\tبحر", "river\tنهر"]
    many = glossary.with_name("many.csv")
    many.write_text("id,ar,en\n1,بحر,sea\n1,يم,\n", encoding="utf-8")
    assert run(["terms", str(many)]) == 0
    assert capsys.readouterr().out == "ar\ten\nبحر; يم\tsea\n"


@pytest.mark.parametrize("name", ["out.tbx", "out.tsv", "out.xlsx", "out.csv"])
def test_converts_and_comes_back(glossary: Path, tmp_path: Path, capsys, name: str):
    out = tmp_path / name
    assert run(["terms", str(glossary), "-o", str(out)]) == 0
    back = tmp_path / "back.csv"
    assert run(["terms", str(out), "-o", str(back)]) == 0
    assert back.read_text("utf-8-sig") == GLOSSARY
    assert capsys.readouterr() == ("", "")


def test_joins_and_narrows(glossary: Path, tmp_path: Path, capsys):
    other = tmp_path / "other.csv"
    other.write_text("id,ar,en,fr\n1,جبل,mountain,mont\n2,نهر,,rivière\n7,نهر,river,\n", "utf-8")
    out = tmp_path / "out.csv"
    arguments = ["terms", str(glossary), str(other), "--from", "ar", "--to", "fr", "-o", str(out)]
    assert run(arguments) == 0
    assert out.read_text("utf-8-sig") == "id,ar,fr\nt1,جبل,mont\nt2,نهر,rivière\n"
    assert run(["terms", str(glossary), str(other), "-o", str(out)]) == 0
    assert "7," not in out.read_text("utf-8-sig")  # the river is there already
    assert capsys.readouterr() == ("", "")


def test_writes_the_newer_tbx_when_asked(glossary: Path, tmp_path: Path):
    out = tmp_path / "out.tbx"
    assert run(["terms", str(glossary), "-o", str(out), "--format", "tbx-dct"]) == 0
    assert "<min:administrativeStatus>deprecatedTerm-admn-sts<" in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["glossary.csv", "-o", "glossary.csv"], "is the input itself"),
        (["glossary.csv", "-o", "a.doc"], "no format for this suffix"),
        (["glossary.csv", "-o", "a.csv", "--format", "nope"], "no format named nope"),
        (["glossary.csv", "--input-format", "tbx-dca"], "can be written but not read"),
        (["glossary.csv", "--from", "de", "--to", "fr"], "holds no terms"),
        (["glossary.csv", "-o", "nowhere/a.csv"], "its folder does not exist"),
        (["missing.csv"], "there is no such file"),
        (["a.doc"], "cannot be opened"),
    ],
)
def test_refusals_are_one_sentence(
    glossary: Path, monkeypatch, capsys, arguments: list[str], said: str
):
    monkeypatch.chdir(glossary.parent)
    assert run(["terms", *arguments]) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.err.count("\n") == 1
    assert glossary.read_text(encoding="utf-8") == GLOSSARY
