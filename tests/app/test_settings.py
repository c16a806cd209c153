"""Settings of the window: kept, typed, and never a reason not to start."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray

from app.settings import GEOMETRY, SETTINGS, TEXT_SIZE, THEME, Settings
from translation import preferences

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


def test_keys_differ():
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)
