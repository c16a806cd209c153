"""Killed at a hundred random moments: what was told to be saved is there, every time."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.translation.store import editing_child
from tests.translation.store.projects import small_document
from translation.model.document import Document
from translation.store import ProjectFile

MOMENTS = 100
LONGEST = 0.12
"""Seconds of editing before the kill, at most."""


@pytest.mark.slow
def test_nothing_told_to_be_saved_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "rain.muraji"
    ProjectFile.create(path, small_document(9)).close()
    chance = random.Random(20260)
    lasted = 0
    for _ in range(MOMENTS):
        before = _open(path).document
        start, saved = _edit_and_kill(path, chance.uniform(0.0, LONGEST))
        project = _open(path)
        _replay(before, start, saved, project.document)
        lasted += saved >= start
        check_history(project)
    assert lasted > MOMENTS // 4, "the child was hardly ever alive long enough to save"


def _open(path: Path) -> ProjectFile:
    project = ProjectFile.open(path)
    assert project.obstacle is None
    project.set_meta("opened", time.time())
    project.close()
    return project


def _edit_and_kill(path: Path, seconds: float) -> tuple[int, int]:
    """Let a child edit for so long; return its first edit and the last it called saved."""
    command = [sys.executable, "-m", editing_child.__name__, str(path)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        first = child.stdout.readline()
        assert first.endswith(" starts\n"), child.stderr.read()
        time.sleep(seconds)
        child.kill()
        told = [line for line in child.stdout.read().splitlines(keepends=True) if line[-1] == "\n"]
        assert child.stderr.read() == ""
    start = int(first.split()[0])
    return start, int(told[-1]) if told else start - 1


def _replay(document: Document, start: int, saved: int, found: Document) -> None:
    """Do what the child did, as far as it was told to be saved and on until it is what was found.

    A kill can fall between an edit's saving and the telling, so a little more may be there.
    """
    number = start - 1
    # An edit and its undoing leave the same texts, and another number.
    while number < saved or _state(document) != _state(found):
        number += 1
        assert number < saved + 2000, "an edit that was told to be saved is gone"
        editing_child.entry(document, number)


def _state(document: Document) -> tuple[object, int]:
    return document.snapshot(), document.next_number


def check_history(project: ProjectFile) -> None:
    """The history ends where the journal does, and is whole."""
    history = project.history
    assert history.index in {len(history.steps), len(history.steps) - 1}
