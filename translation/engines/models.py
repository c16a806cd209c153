"""The models on this machine: the one that comes with the program, and the installed ones."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import resources
from translation.engines.checkpoint import read_checkpoint
from translation.engines.model_info import model_info
from translation.errors import ModelError
from translation.system import preferences
from translation.system.paths import real_path

if TYPE_CHECKING:
    from translation.engines.checkpoint import Checkpoint
    from translation.model.ports import ModelInfo

BUNDLED = resources.FOLDER / "models"
STARTER = "starter"


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model folder found on this machine; ``problem`` says why it cannot be used, if so."""

    name: str
    folder: Path
    bundled: bool
    problem: str = ""


def installed() -> list[InstalledModel]:
    """Return the installed models by name, those that come with the program last."""
    found = [_look(folder, bundled=False) for folder in _folders(preferences.models_folder())]
    names = {model.name for model in found}
    bundled = [_look(folder, bundled=True) for folder in _folders(BUNDLED)]
    return found + [model for model in bundled if model.name not in names]


def find(model: str | None) -> Checkpoint:
    """Return the checked model of this name or folder; None or empty: the one to use by default.

    Raises ModelError.
    """
    if not model:
        return find(default_name())
    if is_plain_name(model):
        for place in (preferences.models_folder(), BUNDLED):
            if os.path.isdir(place / model):
                return read_checkpoint(place / model, model)
    path = Path(model).expanduser()
    if not os.path.isdir(path):
        raise ModelError("missing_folder", model=model)
    return read_checkpoint(path, real_path(path).name)


def default_name() -> str:
    """Return the model the user chose, or the one that comes with the program."""
    return preferences.load().model or STARTER


def info(model: str | None, engine: str = "ct2") -> ModelInfo:
    """Return the facts of a model without loading it. Raises ModelError."""
    return model_info(engine, find(model), preferences.cache_folder())


def remove(name: str) -> None:
    """Remove an installed model from the disk.

    Raises ModelError: not_removable for one that comes with the program, missing_folder.
    """
    folder = preferences.models_folder() / name
    if not is_plain_name(name) or not folder.is_dir():
        bundled = is_plain_name(name) and (BUNDLED / name).is_dir()
        raise ModelError("not_removable" if bundled else "missing_folder", model=name)
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise ModelError("not_removed", model=name, detail=error.strerror) from error


def is_plain_name(name: str) -> bool:
    """Tell whether this is a name and not a path: no separators, not hidden."""
    return bool(name) and not name.startswith(".") and Path(name).name == name


def _folders(place: Path) -> list[Path]:
    if not place.is_dir():
        return []
    return sorted(path for path in place.iterdir() if path.is_dir() and is_plain_name(path.name))


def _look(folder: Path, *, bundled: bool) -> InstalledModel:
    try:
        read_checkpoint(folder)
    except ModelError as error:
        return InstalledModel(folder.name, folder, bundled, str(error))
    return InstalledModel(folder.name, folder, bundled)
