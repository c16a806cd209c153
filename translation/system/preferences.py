"""The settings that the window and the command line share, and the folders of the program."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeAlias

from translation.model.imported import Notice
from translation.system.atomic import write_atomically
from translation.system.private import make_private_folder
from translation.system.setting import Kind, Page, Setting
from translation.text.tokenisers import TOKENISERS

if TYPE_CHECKING:
    from collections.abc import Mapping

APPLICATION = "muraji"
TOLD, REFUSED = "told", "refused"
"""What becomes of a file that breaks a rule of its format."""
SETTINGS_VARIABLE = "MURAJI_SETTINGS"
"""Environment variable that names another settings file."""


MODEL = Setting("model", "")
"""The model that speaks, by its name or folder; it is chosen among the models."""
ENGINE = Setting(
    "engine",
    "ct2",
    choices=("ct2", "torch"),
    page=Page.MODEL,
    words="Engine",
    choice_words=("CTranslate2 (quick)", "PyTorch (the reference)"),
    tip="What runs the model. PyTorch must be installed to be chosen.",
)
MODEL_FOLDER = Setting(
    "model_folder",
    "",
    page=Page.MODEL,
    words="Folder of models",
    default_words="where the system keeps data of programs",
    kind=Kind.FOLDER,
    tip="Models are installed there, and looked for.",
)
THREADS = Setting(
    "threads",
    0,
    limits=(0, 256),
    page=Page.MODEL,
    words="Threads",
    default_words="as many as are good",
    tip="How many processor cores translate at a time.",
)
BEAM_SIZE = Setting(
    "beam_size",
    4,
    limits=(1, 64),
    page=Page.MODEL,
    words="Beam",
    tip="How many translations are weighed against one another: more is better, and slower.",
)
AUTHOR = Setting(
    "author",
    "",
    page=Page.WORK,
    words="Your name",
    default_words="nobody is named",
    tip="Kept in the project with all you do, and in files that name who translated.",
)
TOKENISER = Setting(
    "tokeniser",
    "",
    choices=("", *TOKENISERS),
    page=Page.WORK,
    words="BLEU counts words by",
    choice_words=("the usual way of the language", *TOKENISERS),
    restart=True,
    tip="One of sacrebleu's tokenisers. Scores compare only where it is the same.",
)

COMET = Setting(
    "comet",
    "",
    page=Page.WORK,
    words="Checkpoint of COMET",
    default_words="none",
    kind=Kind.FOLDER,
    tip="Reports can have COMET, too. A checkpoint is a program: take one that you trust.",
)
"""The folder of a checkpoint of COMET: with checkpoints/model.ckpt and hparams.yaml."""
COMET_PYTHON = Setting(
    "comet_python",
    "",
    page=Page.WORK,
    words="Python that has COMET",
    default_words="that of this program",
    tip="The interpreter of an environment with unbabel-comet in it.",
)
BROKEN_RULES = Setting(
    "broken_rules",
    TOLD,
    choices=(TOLD, REFUSED),
    page=Page.WORK,
    words="Files that break a rule",
    choice_words=("open with a notice", "are refused"),
    tip="The notice, or the refusal, names the rule of the format, the line and the id.",
)
CHECK_PROFILE = Setting(
    "check_profile",
    "",
    page=Page.CHECKS,
    words="Profile of checks",
    kind=Kind.PROFILE,
    longest=80,
    tip="For projects that have none of their own.",
)
"""The name of the profile of checks that is gone by; "" is the usual one."""
CHECK_PROFILES = Setting(
    "check_profiles",
    "",
    page=Page.CHECKS,
    words="What is looked for",
    kind=Kind.CHECKS,
    longest=1 << 20,
)
"""The profiles of checks that a person changed or made (translation.quality.profiles)."""

SPELLING = Setting(
    "spelling",
    True,
    page=Page.CHECKS,
    words="Check the spelling of the translation",
    tip="English is built in; other dictionaries are those of the system.",
)
ENGLISH = Setting(
    "english",
    "",
    choices=("", "en-GB", "en-US"),
    page=Page.CHECKS,
    words="English is spelled",
    choice_words=("as in this system's region", "as in Britain", "as in America"),
    tip="For documents that say only that they are English.",
)
OWN_WORDS = Setting("own_words", "", longest=1 << 20)
"""The words that a person added to the spelling, by language, as JSON."""

SharedSetting: TypeAlias = Setting[str] | Setting[int] | Setting[bool]
SHARED: tuple[SharedSetting, ...] = (
    MODEL,
    ENGINE,
    MODEL_FOLDER,
    THREADS,
    BEAM_SIZE,
    AUTHOR,
    TOKENISER,
    COMET,
    COMET_PYTHON,
    BROKEN_RULES,
    CHECK_PROFILE,
    CHECK_PROFILES,
    SPELLING,
    ENGLISH,
    OWN_WORDS,
)
"""The settings of both faces; Preferences has a field for each, of the same name."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """Settings of both faces. Empty texts and zero mean: as the program thinks best.

    ``tokeniser`` is the one of sacrebleu's that cuts texts for BLEU. ``comet`` is the folder of
    a checkpoint, ``comet_python`` the interpreter that judges by it. ``broken_rules`` says what
    becomes of a file that breaks a rule of its format but can be read.
    """

    model: str = MODEL.default
    engine: str = ENGINE.default
    model_folder: str = MODEL_FOLDER.default
    threads: int = THREADS.default
    beam_size: int = BEAM_SIZE.default
    author: str = AUTHOR.default
    tokeniser: str = TOKENISER.default
    comet: str = COMET.default
    comet_python: str = COMET_PYTHON.default
    broken_rules: str = BROKEN_RULES.default
    check_profile: str = CHECK_PROFILE.default
    check_profiles: str = CHECK_PROFILES.default
    spelling: bool = SPELLING.default
    english: str = ENGLISH.default
    own_words: str = OWN_WORDS.default

    @property
    def strict(self) -> bool:
        """Whether files that break a rule of their format are refused."""
        return self.broken_rules == REFUSED


_BY_KEY: dict[str, SharedSetting] = {setting.key: setting for setting in SHARED}

CHOICES: dict[str, tuple[str, ...]] = {s.key: s.choices for s in SHARED if s.choices}
"""What a text may be that names one of several things."""

_CHANGING = Lock()
UNREADABLE = " (unreadable)"
"""What is added to the name of a settings file that could not be read, when another is written."""


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
    return _BY_KEY[name].allowed(value)


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
    with suppress(OSError):  # writing says what is wrong with the place
        make_private_folder(path.parent)
    with suppress(OSError):
        _keep_unreadable(path)
    text = json.dumps(asdict(preferences), ensure_ascii=False, indent=2) + "\n"
    write_atomically(path, text.encode("utf-8"), private=True)


def _keep_unreadable(path: Path) -> None:
    """Move a file aside that could not be read: somebody may have written into it by hand."""
    _, problem = _read()
    if problem and path.is_file():
        path.replace(path.with_name(f"{path.name}{UNREADABLE}"))


def change(changed: Mapping[str, Any]) -> None:
    """Keep other values of some settings, by their keys. Raises ExportError where it cannot."""
    with _CHANGING:
        save(replace(load(), **changed))


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


def own_memory() -> Path:
    """Return the memory that confirmed segments go into where no other one is chosen."""
    return _data() / "memories" / "own.murajitm"


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
