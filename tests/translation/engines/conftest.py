"""The bundled model, read and loaded once for all tests of engines."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from translation.engines.checkpoint import Checkpoint, read_checkpoint
from translation.engines.marian_ct2 import MarianCt2
from translation.engines.models import BUNDLED


@pytest.fixture(scope="session")
def starter() -> Checkpoint:
    return read_checkpoint(BUNDLED / "starter")


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def ct2(starter: Checkpoint, cache: Path):
    engine = MarianCt2(starter, cache)
    yield engine
    engine.close()


@pytest.fixture
def copy_of_starter(starter: Checkpoint, tmp_path: Path) -> Path:
    folder = tmp_path / "model"
    shutil.copytree(starter.folder, folder)
    return folder


@pytest.fixture
def edit(copy_of_starter: Path) -> Callable[[str, Callable[[bytes], bytes]], Path]:
    """Change one file of a copy of the bundled model and return the copy's folder."""

    def change(file: str, how: Callable[[bytes], bytes]) -> Path:
        path = copy_of_starter / file
        path.write_bytes(how(path.read_bytes()))
        return copy_of_starter

    return change


@pytest.fixture
def fresh_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache in which nothing is converted yet, for this process and its children."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "fresh-cache"))
    return tmp_path / "fresh-cache"
