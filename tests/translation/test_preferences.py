"""The settings of both faces: one file, which a variable moves, and which nothing spoils."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest

from translation.cli.main import run
from translation.engines.loading import ENGINES
from translation.errors import notice_sentence
from translation.system import preferences
from translation.system.preferences import Preferences


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


TABLE = [(field.name, getattr(Preferences(), field.name)) for field in fields(Preferences)]
TOO_LONG = "too long"
LONGEST = {setting.key: setting.longest for setting in preferences.SHARED}
OUT_OF_RANGE = (-1, 2**63, 10**30, 1.5, float("inf"), True, None, [], {}, "\0", "a\nb", TOO_LONG)


REFUSED = [
    (name, default, value)
    for name, default in TABLE
    for value in OUT_OF_RANGE
    if type(value) is not bool or type(default) is not bool
]


@pytest.mark.parametrize(("name", "default", "value"), REFUSED)
def test_a_setting_out_of_range_is_refused_in_a_sentence(name, default, value, capsys):
    value = "x" * (LONGEST[name] + 1) if value is TOO_LONG else value
    preferences.settings_path().write_text(json.dumps({name: value}), encoding="utf-8")
    assert preferences.load() == Preferences()
    (notice,) = preferences.refusals()
    assert run(["models", "list"]) == 0
    said = capsys.readouterr().err
    assert said == f"{notice_sentence(notice)}\n"
    assert said.startswith(f"settings.json: {name}=")
    assert "is used instead." in said


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("beam_size", 0),
        ("beam_size", 65),
        ("threads", 257),
        ("engine", "ct3"),
        ("tokeniser", "spm"),
    ],
)
def test_the_limits_are_those_of_the_table(name, value):
    preferences.settings_path().write_text(json.dumps({name: value}), encoding="utf-8")
    assert [dict(notice.facts)["setting"] for notice in preferences.refusals()] == [name]


def test_what_is_in_range_is_not_refused():
    preferences.save(Preferences("m", "torch", "~/models", 256, 64, "سارة", "intl"))
    assert preferences.refusals() == []
    assert preferences.load().threads == 256


def test_the_choices_are_what_there_is():
    assert preferences.CHOICES["engine"] == tuple(engine.id for engine in ENGINES)


@pytest.mark.parametrize("text", ["", "{", "[1]", '"x"', "[" * 100_000])
def test_a_file_that_is_none_of_ours_is_said_to_be(text: str, capsys):
    preferences.settings_path().write_text(text, encoding="utf-8")
    assert run(["models", "list"]) == 0
    assert "settings.json cannot be read (it is no JSON" in capsys.readouterr().err


@pytest.mark.parametrize("text", ['{"author": "Rana", "threads": 4', "[1]", "\0" * 9])
def test_what_stood_in_a_damaged_file_is_kept_where_another_is_written(text: str):
    path = preferences.settings_path()
    path.write_text(text, encoding="utf-8")
    preferences.change({"author": "Samir"})
    assert preferences.load().author == "Samir"
    kept = path.with_name(f"{path.name}{preferences.UNREADABLE}")
    assert kept.read_text(encoding="utf-8") == text
    preferences.change({"author": "Rana"})
    assert kept.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("flag", ["--beam-size", "--threads"])
@pytest.mark.parametrize("value", ["-1", "99999", "4.5", "many", "", "9" * 40, "٤", "nan"])
def test_a_flag_out_of_range_is_refused_in_a_sentence(flag, value, tmp_path: Path, capsys):
    command = ["translate", str(tmp_path / "a.txt"), "-o", str(tmp_path / "b.xlf")]
    with pytest.raises(SystemExit) as left:
        run([*command, f"{flag}={value}"])
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert f"{value} is not a whole number from" in said


def test_a_training_with_threads_out_of_range_is_refused(tmp_path: Path, capsys):
    command = ["models", "train", "--pairs", "a.tsv", "-o", str(tmp_path), "--minutes", "1"]
    with pytest.raises(SystemExit):
        run([*command, "--threads=-3"])
    assert "-3 is not a whole number from 0 to 256" in capsys.readouterr().err


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
