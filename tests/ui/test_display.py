"""Without a usable display the program says so in one sentence and leaves with 2."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere a desktop program has its display"
)


def run(repository, *command, **environment):
    clean = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    return subprocess.run(
        [sys.executable, *command],
        cwd=repository,
        env=clean | environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ":4711"},
        {"DISPLAY": ":4711", "QT_QPA_PLATFORM": "xcb"},
        {"WAYLAND_DISPLAY": "nowhere", "QT_QPA_PLATFORM": "wayland"},
        {"QT_QPA_PLATFORM": "no-such-platform"},
    ],
    ids=["none", "dead", "dead xcb", "dead wayland", "unknown platform"],
)
def test_without_a_display_one_sentence_names_the_commands(repository, environment):
    done = run(repository, "main.py", **environment)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "No usable display" in done.stderr
    assert "translate" in done.stderr


def test_qt_without_its_libraries_is_seen(repository, tmp_path):
    """A file that is no library stands for one that is not installed."""
    (tmp_path / "libxcb-cursor.so.0").write_text("no library")
    done = run(repository, "main.py", DISPLAY=":4711", LD_LIBRARY_PATH=str(tmp_path))
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "xcb-cursor0" in done.stderr


def test_the_probe_says_yes_where_qt_can_start(repository):
    assert run(repository, "-m", "ui.display", QT_QPA_PLATFORM="offscreen").returncode == 0
