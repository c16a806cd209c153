"""Settings of the window: kept, typed, and never a reason not to start."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from PySide6.QtCore import QByteArray

from app.settings.language_fonts import LanguageFont, read_fonts, written_fonts
from app.settings.store import Settings
from app.settings.table import GEOMETRY, SETTINGS, TEXT_SIZE, THEME, on_page
from translation.errors import ExportError, notice_sentence
from translation.system import preferences
from translation.system.preferences import AUTHOR, SHARED, Preferences
from translation.system.setting import Page
from ui.theme import LARGEST_TEXT, SMALLEST_TEXT, THEMES


def another(setting):
    """Return a value that is not the default."""
    if setting.choices:
        return next(choice for choice in setting.choices if choice != setting.default)
    if setting.limits:
        return next(n for n in setting.limits if n != setting.default)
    match setting.default:
        case bool():
            return not setting.default
        case str():
            return "some text of ours: سارة"
        case _:
            return QByteArray(b"\x00state\xff")


@pytest.fixture
def kept_file(tmp_path, monkeypatch):
    monkeypatch.setenv("MURAJI_SETTINGS", str(tmp_path / "settings.json"))
    return preferences.settings_path().with_name("window.ini")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_a_setting_is_its_default_until_it_is_kept(setting, kept_file, qtbot):
    assert Settings().value(setting) == setting.default
    value = another(setting)
    settings = Settings()
    with qtbot.waitSignal(settings.changed) as told:
        settings.keep(setting, value)
        assert settings.value(setting) == value
    assert told.args == [setting]
    settings.wait()
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
        ("text_size", "9", "a whole number from 10 to 45"),
        ("text_size", "100000", "a whole number from 10 to 45"),
        ("text_size", "-3", "a whole number from 10 to 45"),
        ("text_size", "large", "a whole number from 10 to 45"),
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
    settings.keep(TEXT_SIZE, 45)
    settings.keep(THEME, "contrast")
    assert settings.refusals() == []
    assert settings.value(TEXT_SIZE) == 45


def test_the_themes_are_those_there_are():
    assert THEME.choices == (THEME.default, *THEMES)
    assert TEXT_SIZE.limits == (SMALLEST_TEXT, LARGEST_TEXT)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_what_a_setting_may_not_be_is_never_kept(setting, kept_file):
    settings = Settings()
    for wrong in (object(), -(10**9), "pink\nor blue"):
        with pytest.raises(ValueError, match=setting.key):
            settings.keep(setting, wrong)
    assert settings.value(setting) == setting.default


def test_what_holds_already_is_not_told(kept_file, qtbot):
    settings = Settings()
    with qtbot.assertNotEmitted(settings.changed):
        settings.keep(THEME, THEME.default)
        settings.keep(AUTHOR, AUTHOR.default)
        settings.wait()


def test_a_page_is_given_its_defaults(kept_file, qtbot):
    settings = Settings()
    for setting in SETTINGS:
        settings.keep(setting, another(setting))
    settings.reset(Page.MODEL)
    settings.wait()
    for setting in SETTINGS:
        is_reset = setting.page is Page.MODEL
        assert (settings.value(setting) == setting.default) is is_reset, setting.key
    assert preferences.load().author == another(AUTHOR)
    assert preferences.load().threads == 0


def test_the_shared_file_keeps_what_others_put_there(kept_file, qtbot):
    settings = Settings()
    preferences.save(Preferences(model="chosen meanwhile"))
    with qtbot.waitSignal(settings.changed):
        settings.keep(AUTHOR, "Sara")
    assert preferences.load() == Preferences(model="chosen meanwhile", author="Sara")


def test_what_cannot_be_kept_is_said_and_holds_all_the_same(kept_file, qtbot, monkeypatch):
    def full(_path, _data, private=False):
        raise ExportError("no_space", file="settings.json")

    monkeypatch.setattr(preferences, "write_atomically", full)
    settings = Settings()
    with qtbot.waitSignals([settings.failed, settings.changed]):
        settings.keep(AUTHOR, "Sara")
    assert settings.value(AUTHOR) == "Sara"


def test_a_place_where_nothing_can_be_is_said_each_time(tmp_path, monkeypatch, qtbot):
    (tmp_path / "file").touch()
    monkeypatch.setenv("MURAJI_SETTINGS", str(tmp_path / "file" / "settings.json"))
    settings = Settings()
    for name in ("Sara", "Layla"):
        with qtbot.waitSignals([settings.failed, settings.changed]):
            settings.keep(AUTHOR, name)
    settings.keep(THEME, "dark")
    assert (settings.value(AUTHOR), settings.value(THEME)) == ("Layla", "dark")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_what_is_shown_has_words(setting):
    if setting.page is None:
        assert not setting.sentences
        return
    assert setting.words
    assert not setting.choices or len(setting.choice_words) == len(setting.choices)
    below = setting.limits is not None and setting.default < setting.limits[0]
    assert not below or setting.default_words


def test_every_page_shows_something():
    assert all(on_page(page) for page in Page)


def test_the_fields_of_the_preferences_are_the_shared_settings():
    assert asdict(Preferences()) == {setting.key: setting.default for setting in SHARED}


@pytest.mark.parametrize("text", ["", "x", "[1]", '{"ar": 3, "!": {"size": 9}}', "[" * 9999])
def test_fonts_that_cannot_be_read_are_as_if_none_were_chosen(text):
    assert read_fonts(text) == {}


def test_fonts_are_read_as_they_were_written():
    fonts = {"ar": LanguageFont("Amiri", 20), "en": LanguageFont("", 17), "fa": LanguageFont()}
    assert read_fonts(written_fonts(fonts)) == {"ar": fonts["ar"], "en": fonts["en"]}
    assert written_fonts({"fa": LanguageFont()}) == ""
    assert read_fonts('{"ar-KW": {"family": "A", "size": 9999}}') == {"ar": LanguageFont("A")}


def test_keys_differ():
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)
