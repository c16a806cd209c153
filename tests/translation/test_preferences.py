"""The settings of both faces: one file, which a variable moves, and which nothing spoils."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translation import preferences
from translation.cli.main import run
from translation.preferences import Preferences


def test_what_is_saved_is_loaded():
    wanted = Preferences(model="mine", threads=3, beam_size=2, author="Sara")
    preferences.save(wanted)
    assert preferences.load() == wanted


def test_without_the_variable_the_file_lies_where_the_system_keeps_settings(monkeypatch):
    monkeypatch.delenv(preferences.SETTINGS_VARIABLE)
    path = preferences.settings_path()
    assert path.name == "settings.json"
    assert path.parent.name == "muraji"


@pytest.mark.parametrize("text", ["", "{", "[1]", '"x"', '{"threads": "many", "colour": 7}'])
def test_a_spoilt_file_is_as_if_nothing_was_set(text: str):
    preferences.settings_path().write_text(text, encoding="utf-8")
    assert preferences.load() == Preferences()


def test_the_command_line_goes_by_them_unless_told_otherwise(tmp_path: Path, capsys):
    article, out = tmp_path / "news.txt", tmp_path / "out.xlf"
    article.write_text("عنوان\n", encoding="utf-8")
    preferences.save(Preferences(model="of-the-settings"))
    assert run(["translate", str(article), "-o", str(out)]) == 3
    assert capsys.readouterr().err.startswith("of-the-settings: ")
    assert run(["translate", str(article), "-o", str(out), "--model", "of-the-call"]) == 3
    assert capsys.readouterr().err.startswith("of-the-call: ")


def test_the_folder_of_models_can_be_chosen(tmp_path: Path):
    assert preferences.models_folder() != tmp_path
    text = json.dumps({"model_folder": str(tmp_path)})
    preferences.settings_path().write_text(text, encoding="utf-8")
    assert preferences.models_folder() == tmp_path
