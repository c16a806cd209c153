"""The commands of ``models``, as far as they go without a network; the hub has tests of its own."""

from __future__ import annotations

import io
import shutil

import pytest

from translation.cli.main import run


@pytest.fixture
def checkpoint(repository, tmp_path):
    """A folder with a model in it: the bundled one under another name."""
    return shutil.copytree(repository / "resources/models/starter", tmp_path / "mine")


def test_list_marks_the_model_in_use_and_names_the_offers(capsys):
    assert run(["models", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("* starter") for line in lines)
    assert any("Helsinki-NLP/opus-mt-tc-big-ar-en" in line for line in lines)


def test_info_says_how_good_the_model_is(capsys):
    assert run(["models", "info", "starter"]) == 0
    said = capsys.readouterr().out
    assert "ar → en" in said
    assert "BLEU" in said
    assert "CC BY-SA" in said


def test_a_folder_is_installed_used_by_name_and_removed(checkpoint, capsys):
    assert run(["models", "install", str(checkpoint)]) == 0
    assert run(["models", "info", "mine"]) == 0
    assert run(["models", "remove", "mine"]) == 0
    assert run(["models", "info", "mine"]) == 3
    assert checkpoint.is_dir()


def test_what_comes_with_the_program_cannot_be_removed(capsys):
    assert run(["models", "remove", "starter"]) == 3
    assert "cannot be removed" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["config.json", "vocab.json", "source.spm", "model.safetensors"])
def test_a_folder_that_lacks_a_file_is_refused_by_name(checkpoint, name, capsys):
    (checkpoint / name).unlink()
    assert run(["models", "install", str(checkpoint)]) == 3
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert name.split(".")[0] in said


def test_nothing_is_fetched_before_the_licence_is_accepted(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert run(["models", "install", "Helsinki-NLP/opus-mt-ar-en"]) == 3
    said = capsys.readouterr()
    assert "Apache 2.0" in said.out
    assert "licence was not accepted" in said.err


def test_an_unknown_model_is_named_with_the_offers(capsys):
    assert run(["models", "install", "somebody/something"]) == 3
    assert "opus-mt-ar-en" in capsys.readouterr().err
