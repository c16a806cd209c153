"""What was shown as saved survives a window that is killed at any moment."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.state import SaveKind
from translation.store import ProjectFile

KILLS = 8
TYPIST = Path(__file__).with_name("typist.py")


def test_the_place_where_one_typed_last_is_kept(opened, tmp_path, qtbot):
    second = opened.document.segments[1].id
    opened.editor.activate(second)
    opened.editor.type_text(second, "Typed, and never confirmed.", 0, 27)
    qtbot.waitUntil(lambda: opened.autosave.state.kind is SaveKind.SAVED)
    path = opened.files.path
    (tmp_path / "killed").mkdir()
    for file in path.parent.glob(f"{path.name}*"):
        shutil.copy(file, tmp_path / "killed" / file.name)
    project = ProjectFile.open(tmp_path / "killed" / path.name)
    assert project.get_meta("active", "") == second
    project.close()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")
def test_nothing_shown_as_saved_is_lost(article_file, repository):
    moments = random.Random(20220131)
    words = began = 0
    for _ in range(KILLS):
        shown = kill_after(moments.randint(2, 12), moments.random(), article_file, repository)
        project = ProjectFile.open(article_file.with_name(article_file.name + ".muraji"))
        assert not project.read_only
        marked = {int(record.content.label) for record in project.document.records}
        kept = (project.document.segments[0].target or "").split(" ")
        project.close()
        typed = [str(number + 1) for number in range(len(kept))]
        # The kill may have come in the middle of the last word.
        assert kept[:-1] == typed[:-1]
        assert typed[-1].startswith(kept[-1])
        if kept[-1] != typed[-1]:
            kept.pop()
        assert len(kept) >= max(shown, words)
        # A word shown as saved came after the bookmarks of those typed before it this time.
        assert {number for number in range(began + 1, shown) if number % 3 == 0} <= marked
        began = len(kept)
        words = max(shown, words)
    assert words > KILLS


def kill_after(words, part, article, repository):
    """Kill the typist after so many words that it showed and a part of the time of another one.

    Return the last that it showed.
    """
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(repository)}
    child = subprocess.Popen(
        [sys.executable, str(TYPIST), str(article)],
        stdout=subprocess.PIPE,
        env=environment,
        cwd=repository,
    )
    first = b""
    for _ in range(words):
        began = time.monotonic()
        first += child.stdout.readline()
    assert first
    time.sleep(part * (time.monotonic() - began))
    os.kill(child.pid, signal.SIGKILL)
    rest = child.stdout.read()
    child.stdout.close()
    child.wait()
    whole = (first + rest).rpartition(b"\n")[0]
    return max(map(int, whole.split()))
