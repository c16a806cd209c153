"""What every test has: an isolated home, no network hub, and the shared material where it is."""

from __future__ import annotations

import atexit
import gc
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
# One cache for the whole run: the bundled model is converted once, not once a test.
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="muraji-cache-")
atexit.register(shutil.rmtree, os.environ["XDG_CACHE_HOME"], ignore_errors=True)

# Contract classes inherit property tests, so one test runs under several classes; and no test
# may fail because the machine is slow.
settings.register_profile(
    "muraji",
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow],
)
settings.load_profile("muraji")

_ENDED = itertools.count(1)
"""How many tests have ended."""

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared"


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings and data of the tests away from the user's own."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("MURAJI_SETTINGS", str(home / "settings.json"))
    # Who confirms was asked for a name already; the test of that question forgets it.
    (home / "window.ini").write_text("[General]\nauthor_asked=true\n", encoding="utf-8")


@pytest.fixture(autouse=True)
def _garbage_on_this_thread() -> Iterator[None]:
    """Free windows where they were made, as app.background.garbage does for the program.

    What lived through one look is only looked at now and then.
    """
    gc.disable()
    yield
    gc.collect(1 if next(_ENDED) % 25 else 2)


@pytest.fixture
def repository() -> Path:
    """The root of this repository."""
    return REPOSITORY


@pytest.fixture
def shared() -> Path:
    """The shared material beside the repository; tests that use it are marked ``shared``."""
    if not SHARED.is_dir():
        pytest.skip("the shared material is not beside the repository")
    return SHARED


@pytest.fixture
def article(shared: Path) -> Path:
    """The starting article."""
    return shared / "data" / "articles" / "kuwait-us-dialogue.ar.txt"
