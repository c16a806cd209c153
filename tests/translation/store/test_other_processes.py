"""What other processes may do to a project that is open here, once our locks on it are gone.

POSIX takes all locks of a process from a file as soon as it closes any descriptor of it, and a
file dialog opens and closes what it lists. So nothing may depend on them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.translation.store.projects import small_document, state_of, typing
from translation.errors import ProjectError
from translation.store import ProjectFile, connection
from translation.store.identity import LOSSES
from translation.store.summary import read_summary

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks are kept there")

LOOKS = 60
"""So often the project is read beside its writer: many times what a mapped index survives."""

_WRITER = """
import pathlib, sys, threading
from tests.translation.store.projects import typing
from translation.store import ProjectFile
project = ProjectFile.open(pathlib.Path(sys.argv[1]))
document, ended, step = project.document, threading.Event(), 0
for file in project.path.parent.iterdir():
    file.read_bytes()
threading.Thread(target=lambda: (sys.stdin.read(), ended.set())).start()
while not ended.is_set():
    step += 1
    project.record("do", step, typing(document, step % 3, f"typed {step}"), document.next_number)
    with project.reader() as reader:
        reader.execute("SELECT count(*) FROM journal").fetchone()
    if step % 5 == 0:
        project.checkpoint()
    if step == 5:
        print("writes", flush=True)
project.close()
print(step)
"""
"""Opens a project, lets go of its locks as a dialog would, and writes until its input ends."""

_FOREIGN_WRITER = """
import sqlite3, sys
plain = sqlite3.connect(sys.argv[1])
plain.execute("UPDATE segments SET target = 'foreign'")
plain.commit()
plain.close()
"""

_FOREIGN_READER = """
import sqlite3, sys
plain = sqlite3.connect(sys.argv[1], isolation_level=None)
plain.execute("BEGIN")
plain.execute("SELECT count(*) FROM segments").fetchone()
print("reads", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rain.muraji"


@contextmanager
def running(code: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    """Give a process that runs ``code`` on a path, as soon as it has said something."""
    command = [sys.executable, "-c", code, str(path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as child:
        assert child.stdout is not None
        assert child.stdout.readline()
        try:
            yield child
        finally:
            child.kill()


def let_go_of_locks(path: Path) -> None:
    """Do what a file dialog does to the folder it shows."""
    for file in path.parent.iterdir():
        file.read_bytes()


@pytest.mark.slow
def test_others_may_read_as_often_as_they_like_what_is_being_written(path: Path) -> None:
    ProjectFile.create(path, small_document()).close()
    with running(_WRITER, path) as writer:
        last = 0
        for _ in range(LOOKS):
            project = ProjectFile.open(path)
            assert project.obstacle is not None
            assert project.obstacle.code == "project.locked"
            assert project.verify().is_sound
            targets = [segment.target or "" for segment in project.document.segments[:3]]
            newest = max(int(target.removeprefix("typed ")) for target in targets)
            assert newest >= last
            last = newest
            assert len(read_summary(path).files) == 1
        written, _ = writer.communicate()
        assert writer.returncode == 0
    assert last > 5
    project = ProjectFile.open(path)
    project.close()
    assert not project.read_only
    assert project.document.segments[int(written) % 3].target == f"typed {written.strip()}"


def test_nothing_of_a_project_is_mapped_from_its_files(path: Path) -> None:
    """Whoever cuts a mapped file ends the process that touches it: a bus error."""
    maps = Path("/proc/self/maps")
    if not maps.exists():
        pytest.skip("only Linux tells what is mapped")
    project = ProjectFile.create(path, small_document())
    with project.reader() as reader:
        reader.execute("SELECT count(*) FROM segments").fetchone()
        assert str(path.parent) not in maps.read_text()
    assert not Path(f"{path}-shm").exists()
    project.close()


def test_what_another_program_writes_without_our_locks_is_noticed(path: Path) -> None:
    document = small_document()
    project = ProjectFile.create(path, document)
    project.record("do", 1, typing(document, 0, "It rained."), document.next_number)
    let_go_of_locks(path)
    subprocess.run([sys.executable, "-c", _FOREIGN_WRITER, path], check=True)
    batch = typing(document, 1, "It poured.")
    with pytest.raises(ProjectError) as caught:
        project.record("do", 2, batch, document.next_number)
    assert caught.value.reason in LOSSES
    project.write_anew(document, [])
    assert project.path != path
    project.close()
    again = ProjectFile.open(project.path)
    again.close()
    assert state_of(again.document) == state_of(document)


def test_while_it_is_open_other_programs_do_not_write_into_it(path: Path) -> None:
    project = ProjectFile.create(path, small_document())
    done = subprocess.run(
        [sys.executable, "-c", _FOREIGN_WRITER.replace("[1])", "[1], timeout=0)"), path],
        check=False,
        capture_output=True,
        text=True,
    )
    assert "database is locked" in done.stderr
    project.check()
    project.close()


def test_what_another_program_reads_just_now_is_opened_to_be_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "WAIT", 0.1)
    document = small_document()
    ProjectFile.create(path, document).close()
    with running(_FOREIGN_READER, path) as reader:
        project = ProjectFile.open(path)
        assert project.obstacle is not None
        assert project.obstacle.code == "project.busy"
        assert state_of(project.document) == state_of(document)
        assert reader.poll() is None
    project = ProjectFile.open(path)
    assert not project.read_only
    project.close()


def test_the_index_that_a_crash_of_an_earlier_version_left_is_cleared_away(path: Path) -> None:
    document = small_document()
    ProjectFile.create(path, document).close()
    with running(_FOREIGN_READER, path):
        pass
    index = Path(f"{path}-shm")
    assert index.exists()
    project = ProjectFile.open(path)
    assert not index.exists()
    project.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_what_never_stands_still_is_said_to_be_in_use(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some network places take no log: there the file itself changes at each commit."""
    project = ProjectFile.create(path, small_document())
    copyfile = shutil.copyfile

    def changed_meanwhile(source: Path, copy: Path) -> None:
        copyfile(source, copy)
        os.utime(path, ns=(0, time.time_ns()))

    monkeypatch.setattr(shutil, "copyfile", changed_meanwhile)
    with pytest.raises(ProjectError) as caught:
        ProjectFile.open(path)
    assert caught.value.code == "project.busy"
    monkeypatch.undo()
    assert ProjectFile.open(path).owner
    project.close()
