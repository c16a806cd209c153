"""The settings that the window and the command line share, and the folders of the program."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from translation.atomic import write_atomically
from translation.private import make_private_folder

APPLICATION = "muraji"
SETTINGS_VARIABLE = "MURAJI_SETTINGS"
"""Environment variable that names another settings file."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """Settings of both faces. Empty texts and zero mean: as the program thinks best.

    ``tokeniser`` is the one of sacrebleu's that cuts texts for BLEU.
    """

    model: str = ""
    engine: str = "ct2"
    model_folder: str = ""
    threads: int = 0
    beam_size: int = 4
    author: str = ""
    tokeniser: str = ""


def settings_path() -> Path:
    """Return where the settings are kept."""
    moved = os.environ.get(SETTINGS_VARIABLE)
    if moved:
        return Path(moved)
    from platformdirs import user_config_path

    return user_config_path(APPLICATION, appauthor=False) / "settings.json"


def load() -> Preferences:
    """Read the settings; what is missing or of the wrong kind is as if never set."""
    try:
        found = json.loads(settings_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    return replace(Preferences(), **_valid(found if isinstance(found, dict) else {}))


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


def _valid(found: dict[str, Any]) -> dict[str, Any]:
    defaults = Preferences()
    return {
        field.name: found[field.name]
        for field in fields(Preferences)
        if type(found.get(field.name)) is type(getattr(defaults, field.name))
    }
