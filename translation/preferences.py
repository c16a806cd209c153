"""The settings that the window and the command line share, and the folders of the program."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from translation.atomic import write_atomically
from translation.model.imported import Notice
from translation.private import make_private_folder
from translation.text.tokenisers import TOKENISERS

APPLICATION = "muraji"
TOLD, REFUSED = "told", "refused"
"""What becomes of a file that breaks a rule of its format."""
SETTINGS_VARIABLE = "MURAJI_SETTINGS"
"""Environment variable that names another settings file."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """Settings of both faces. Empty texts and zero mean: as the program thinks best.

    ``tokeniser`` is the one of sacrebleu's that cuts texts for BLEU. ``broken_rules`` says what
    becomes of a file that breaks a rule of its format but can be read.
    """

    model: str = ""
    engine: str = "ct2"
    model_folder: str = ""
    threads: int = 0
    beam_size: int = 4
    author: str = ""
    tokeniser: str = ""
    broken_rules: str = TOLD

    @property
    def strict(self) -> bool:
        """Whether files that break a rule of their format are refused."""
        return self.broken_rules == REFUSED


LIMITS: dict[str, tuple[int, int]] = {"threads": (0, 256), "beam_size": (1, 64)}
"""The least and the largest that a number may be."""

CHOICES: dict[str, tuple[str, ...]] = {
    "engine": ("ct2", "torch"),
    "tokeniser": ("", *TOKENISERS),
    "broken_rules": (TOLD, REFUSED),
}
"""What a text may be that names one of several things."""

LONGEST_TEXT = 4096


def settings_path() -> Path:
    """Return where the settings are kept."""
    moved = os.environ.get(SETTINGS_VARIABLE)
    if moved:
        return Path(moved)
    from platformdirs import user_config_path

    return user_config_path(APPLICATION, appauthor=False) / "settings.json"


def load() -> Preferences:
    """Read the settings; what is missing or out of range is as if never set."""
    found, _ = _read()
    return replace(Preferences(), **{n: v for n, v in found.items() if allowed(n, v) is None})


def refusals() -> list[Notice]:
    """Return what in the settings is not gone by, and why."""
    found, problem = _read()
    if problem:
        return [
            Notice("settings_unreadable", (("file", settings_path().name), ("detail", problem)))
        ]
    wrong = ((name, value, allowed(name, value)) for name, value in found.items())
    return [
        refusal(settings_path(), name, value, range_, getattr(Preferences(), name))
        for name, value, range_ in wrong
        if range_ is not None
    ]


def refusal(path: Path, name: str, value: object, range_: str, used: object) -> Notice:
    """Return the notice of a setting that is not gone by; ``range_`` says what it may be."""
    facts = {
        "file": path.name,
        "setting": name,
        "value": json.dumps(value, ensure_ascii=False, default=str)[:60],
        "allowed": range_,
        "used": json.dumps(used, ensure_ascii=False),
    }
    return Notice("setting_refused", tuple(facts.items()))


def allowed(name: str, value: object) -> str | None:
    """Return what the setting may be where the value is none of it, None where it is."""
    default = getattr(Preferences(), name)
    if name in LIMITS:
        least, most = LIMITS[name]
        if type(value) is int and least <= value <= most:
            return None
        return f"a whole number from {least} to {most}"
    if name in CHOICES:
        known = " ".join(choice for choice in CHOICES[name] if choice)
        return None if value in CHOICES[name] and isinstance(value, str) else f"one of: {known}"
    assert isinstance(default, str)
    if isinstance(value, str) and value.isprintable() and len(value) <= LONGEST_TEXT:
        return None
    return f"a text of at most {LONGEST_TEXT} characters in one line"


def _read() -> tuple[dict[str, Any], str]:
    """Return the settings that the file names, and what is wrong with it as a whole."""
    try:
        found = json.loads(settings_path().read_text(encoding="utf-8"))
    except OSError as error:
        # In a folder that may not be entered nobody knows whether there are any.
        if not os.path.exists(settings_path()):
            return {}, ""
        return {}, error.strerror or str(error)
    except (ValueError, RecursionError):
        return {}, "it is no JSON"
    if not isinstance(found, dict):
        return {}, "it is no JSON object"
    return {
        field.name: found[field.name] for field in fields(Preferences) if field.name in found
    }, ""


def save(preferences: Preferences) -> None:
    """Write the settings. Raises ExportError where they cannot be written."""
    path = settings_path()
    make_private_folder(path.parent)
    text = json.dumps(asdict(preferences), ensure_ascii=False, indent=2) + "\n"
    write_atomically(path, text.encode("utf-8"), private=True)


def models_folder() -> Path:
    """Return the folder of installed models."""
    chosen = load().model_folder
    return Path(chosen).expanduser() if chosen else _data() / "models"


def cache_folder() -> Path:
    """Return the folder of things that can be made again, such as converted models."""
    from platformdirs import user_cache_path

    return user_cache_path(APPLICATION, appauthor=False)


def projects_folder() -> Path:
    """Return the folder of projects whose article lies where nothing can be written."""
    return _data() / "projects"


def backups_folder() -> Path:
    """Return the folder of the last states of every project."""
    return _data() / "backups"


def log_folder() -> Path:
    """Return the folder of logs and crash reports."""
    from platformdirs import user_log_path

    return user_log_path(APPLICATION, appauthor=False)


def _data() -> Path:
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False)
