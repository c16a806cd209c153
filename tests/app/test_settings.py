"""Settings of the window: kept, typed, and never a reason not to start."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray

from app.settings import GEOMETRY, SETTINGS, TEXT_SIZE, THEME, Settings
from translation import preferences
from translation.errors import notice_sentence
from ui.theme import LARGEST_TEXT, SMALLEST_TEXT, THEMES

VALUES = {"theme": "dark", "text_size": 18}


@pytest.fixture
def kept_file(tmp_path, monkeypatch):
    monkeypatch.setenv("MURAJI_SETTINGS", str(tmp_path / "settings.json"))
    return preferences.settings_path().with_name("window.ini")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_a_setting_is_its_default_until_it_is_kept(setting, kept_file):
    assert Settings().value(setting) == setting.default
    value = VALUES.get(setting.key, QByteArray(b"\x00state\xff"))
    settings = Settings()
    settings.keep(setting, value)
    del settings
    assert Settings().value(setting) == value


@pytest.mark.parametrize("text", ["[General]\ntext_size=large\ngeometry=7\n", "\x00\xff[", ""])
def test_a_spoilt_file_is_as_if_nothing_was_kept(kept_file, text):
    kept_file.write_text(text, encoding="utf-8")
    settings = Settings()
    assert settings.value(TEXT_SIZE) == 0
    assert settings.value(GEOMETRY) == QByteArray()
    assert settings.value(THEME) == "system"


@pytest.mark.parametrize(
    ("key", "value", "wanted"),
    [
        ("text_size", "9", "a whole number from 10 to 36"),
        ("text_size", "100000", "a whole number from 10 to 36"),
        ("text_size", "-3", "a whole number from 10 to 36"),
        ("text_size", "large", "a whole number from 10 to 36"),
        ("theme", "pink", "one of: system light dark contrast"),
    ],
)
def test_what_is_out_of_range_is_refused_in_a_sentence(kept_file, key, value, wanted):
    kept_file.write_text(f"[General]\n{key}={value}\n", encoding="utf-8")
    settings = Settings()
    (notice,) = settings.refusals()
    sentence = notice_sentence(notice)
    assert sentence.startswith(f"window.ini: {key}=")
    assert wanted in sentence
    (setting,) = (setting for setting in SETTINGS if setting.key == key)
    assert settings.value(setting) == setting.default


def test_what_is_in_range_is_not_refused(kept_file):
    settings = Settings()
    settings.keep(TEXT_SIZE, 36)
    settings.keep(THEME, "contrast")
    assert settings.refusals() == []
    assert settings.value(TEXT_SIZE) == 36


def test_the_themes_are_those_there_are():
    assert THEME.choices == (THEME.default, *THEMES)
    assert TEXT_SIZE.limits == (SMALLEST_TEXT, LARGEST_TEXT)


def test_keys_differ():
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)
