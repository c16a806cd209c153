"""A step over many segments is kept as a whole or not at all, whenever the window is killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest

from app.editing.editor import Editor
from translation.model.draft import Draft
from translation.model.segment import source_hash
from translation.store import ProjectFile
from translation.work.documents import document_from_text
from translation.work.exporting import export

SIZE, KILLS = 600, 4
RESTATER = Path(__file__).with_name("restater.py")


@pytest.fixture
def project_file(tmp_path):
    lines = "\n".join(f"وقال رئيس البلدية إن الخط {n}." for n in range(SIZE))
    document = document_from_text(lines, "long.txt").document
    document.drafts.add(
        Draft(n, s.id, source_hash(s.source), f"Draft {n}", "ct2", "test")
        for n, s in enumerate(document.segments, 1)
    )
    path = tmp_path / "long.muraji"
    export(document, path)
    return path


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")
def test_no_step_is_kept_by_half(qapp, project_file, repository):
    moments, kept = random.Random(7), 0
    for _ in range(KILLS):
        kill_after(moments.uniform(0.0, 0.9), project_file, repository)
        project = ProjectFile.open(project_file)
        assert not project.read_only
        states = {segment.state for segment in project.document.segments}
        assert len(states) == 1
        editor, history = Editor(), project.history
        editor.open(project.document, history)
        kept = len(history.steps)
        # Every step that is kept is whole, too: it leads from one state of all to another.
        seen = [states.pop()]
        while editor.undo_stack.canUndo():
            editor.undo()
            found = {segment.state for segment in editor.document.segments}
            assert len(found) == 1
            seen.append(found.pop())
        assert all(now is not before for now, before in pairwise(seen))
        editor.deleteLater()
        project.close()
    assert kept


def kill_after(seconds, project, repository):
    """Let the program work for a while after the first step that is saved, and kill it."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(repository)}
    child = subprocess.Popen(
        [sys.executable, str(RESTATER), str(project)],
        stdout=subprocess.PIPE,
        env=environment,
        cwd=repository,
    )
    try:
        assert child.stdout.readline()
        time.sleep(seconds)
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.stdout.close()
        child.wait()
