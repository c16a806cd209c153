"""Creating, opening, locking, copying; what is beside the file, and who may write."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.translation.store.projects import small_document, split, state_of, typing
from translation.errors import ExportError, InputError, ProjectError, UsageError
from translation.model.document import Document
from translation.model.draft import Draft
from translation.store import ProjectFile, connection, tables

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rain.muraji"


def names(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


def reopened(path: Path) -> Document:
    project = ProjectFile.open(path)
    project.close()
    return project.document


def test_everything_recorded_is_there_on_opening(path: Path) -> None:
    document = small_document()
    project = ProjectFile.create(path, document)
    assert (project.read_only, project.owner, project.obstacle) == (False, "", None)
    project.record("do", 1, typing(document, 0, "It rained."), document.next_number)
    project.record("do", 2, split(document, 1), document.next_number)
    drafts = [Draft(2, "s1", 0, "later", "ct2", "starter")]
    document.drafts.add(drafts)
    project.add_drafts(drafts)
    project.set_meta("active", "s1")
    project.close()
    project.close()
    assert names(path.parent) == ["rain.muraji"]
    again = ProjectFile.open(path)
    assert state_of(again.document) == state_of(document)
    assert again.document.drafts.next_id == 3
    assert (again.get_meta("active"), again.get_meta("other", 5)) == ("s1", 5)
    assert [(step.id, step.label) for step in again.history.steps] == [(1, "type"), (2, "split")]
    again.close()
    with pytest.raises(ProjectError) as caught:
        again.set_meta("active", "s2")
    assert caught.value.code == "project.closed"


def test_a_log_is_kept_while_open_and_taken_in_when_idle(path: Path) -> None:
    document = small_document()
    project = ProjectFile.create(path, document)
    assert _pragma(project, "journal_mode") == "wal"
    assert _pragma(project, "synchronous") == 2
    project.record("do", 1, typing(document, 0, "It rained."), document.next_number)
    log = Path(f"{path}-wal")
    assert log.stat().st_size > 0
    project.checkpoint()
    assert log.stat().st_size == 0
    shutil.copyfile(path, path.with_name("mailed.muraji"))
    assert state_of(reopened(path.with_name("mailed.muraji"))) == state_of(document)
    project.close()


def _pragma(project: ProjectFile, name: str) -> object:
    assert project._database is not None
    return project._database.connection.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such way to files")
def test_where_the_place_takes_no_log_a_rollback_journal_serves(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The "unix-dotfile" way has no shared memory, like many network places."""
    document = small_document()
    ProjectFile.create(path, document).close()
    with sqlite3.connect(path) as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    plain.close()
    monkeypatch.setattr(connection, "VFS", "unix-dotfile")
    project = ProjectFile.open(path)
    assert not project.read_only
    assert _pragma(project, "journal_mode") == "truncate"
    document = project.document
    project.record("do", 1, typing(document, 0, "It rained."), document.next_number)
    project.checkpoint()
    project.close()
    assert state_of(reopened(path)) == state_of(document)


# --- the lock --------------------------------------------------------------------------------


def test_a_second_window_reads_and_says_who_writes(path: Path) -> None:
    document = small_document()
    project = ProjectFile.create(path, document)
    project.record("do", 1, typing(document, 0, "It rained."), document.next_number)
    second = ProjectFile.open(path)
    assert second.read_only
    assert f", {os.getpid()}, " in second.owner
    assert (
        str(second.obstacle) == f"{path} is open elsewhere ({second.owner}); here it is read-only,"
        " and what it shows may be old."
    )
    assert state_of(second.document) == state_of(document)
    with pytest.raises(ProjectError, match="open elsewhere"):
        second.record("do", 2, typing(second.document, 0, "no"), second.document.next_number)
    second.close()
    project.record("do", 2, typing(document, 1, "Still mine."), document.next_number)
    project.close()
    assert not ProjectFile.open(path).read_only


def test_another_process_has_it_until_it_is_killed(path: Path) -> None:
    ProjectFile.create(path, small_document()).close()
    child = _child_holding(path)
    found = ProjectFile.open(path)
    assert f", {child.pid}, " in found.owner
    with pytest.raises(ProjectError, match="open elsewhere"):
        ProjectFile.create(path, small_document(), replace=True)
    child.kill()
    child.communicate()
    free = ProjectFile.open(path)
    assert not free.read_only
    free.close()
    assert names(path.parent) == ["rain.muraji"]


def _child_holding(path: Path) -> subprocess.Popen[str]:
    code = (
        "import pathlib, sys, time\n"
        "from translation.store import ProjectFile\n"
        "p = ProjectFile.open(pathlib.Path(sys.argv[1]))\n"
        "print(p.read_only, flush=True); time.sleep(60)"
    )
    child = subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "False\n"
    return child


@pytest.mark.parametrize("text", [b"", b"{", b"[" * 4000, b'{"user": 1}', b"\xff\x00" * 3000])
def test_a_lock_file_with_anything_in_it_is_only_a_file(path: Path, text: bytes) -> None:
    ProjectFile.create(path, small_document()).close()
    path.with_name(".rain.muraji.lock").write_bytes(text)
    project = ProjectFile.open(path)
    assert not project.read_only
    path.with_name(".rain.muraji.lock").write_bytes(text)
    assert ProjectFile.open(path).owner == "?"
    project.close()


@pytest.mark.parametrize("number", [errno.EROFS, errno.EIO, errno.ENOTDIR])
def test_a_place_that_takes_nothing_any_more_is_let_go_of_without_a_word(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    document = small_document()
    project = ProjectFile.create(path, document)
    project.record("do", 1, typing(document, 0, "It rained."), document.next_number)

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as failing:
        failing.setattr(Path, "unlink", fail)
        failing.setattr(os, "ftruncate", fail)
        with pytest.raises(ProjectError):
            project.checkpoint()
        # Nobody else gets it meanwhile.
        assert ProjectFile.open(path).obstacle.code == "project.locked"
        project.close()
    again = ProjectFile.open(path)
    assert not again.read_only
    assert state_of(again.document) == state_of(document)
    again.close()


# --- creating and copying --------------------------------------------------------------------


def test_a_project_is_not_replaced_unasked(path: Path) -> None:
    ProjectFile.create(path, small_document()).close()
    before = path.read_bytes()
    with pytest.raises(ProjectError) as caught:
        ProjectFile.create(path, small_document(9))
    assert caught.value.code == "project.exists"
    assert path.read_bytes() == before
    ProjectFile.create(path, small_document(9), replace=True).close()
    assert len(reopened(path)) == 9
    assert names(path.parent) == ["rain.muraji"]


def test_places_where_no_file_can_be_are_refused(tmp_path: Path) -> None:
    for place, code in ((tmp_path, "directory"), (tmp_path / "no" / "a.muraji", "no_folder")):
        with pytest.raises(ExportError) as caught:
            ProjectFile.create(place, small_document())
        assert caught.value.reason == code
    assert names(tmp_path) == []


def test_a_failed_creation_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path.write_bytes(b"old")
    monkeypatch.setattr(tables, "write_drafts", full)
    with pytest.raises(ProjectError) as caught:
        ProjectFile.create(path, small_document(), replace=True)
    assert caught.value.code == "project.disk_full"
    assert (names(path.parent), path.read_bytes()) == (["rain.muraji"], b"old")


def test_a_copy_holds_everything_and_the_project_goes_on(path: Path) -> None:
    document = small_document()
    project = ProjectFile.create(path, document)
    project.record("do", 1, typing(document, 0, "It rained."), document.next_number)
    copy = path.with_name("copy.muraji")
    copy.write_bytes(b"something else")
    project.copy_to(copy)
    project.record("do", 2, typing(document, 0, "It poured."), document.next_number)
    found = ProjectFile.open(copy)
    assert found.document.segments[0].target == "It rained."
    assert len(found.history.steps) == 1
    ProjectFile.open(path).copy_to(path.with_name("third.muraji"))
    third = reopened(path.with_name("third.muraji"))
    assert third.segments[0].target == "It poured."
    with pytest.raises(ProjectError) as caught:
        project.copy_to(copy)
    assert caught.value.code == "project.in_use"
    with pytest.raises(UsageError):
        project.copy_to(path)
    found.close()
    project.close()
    assert names(path.parent) == ["copy.muraji", "rain.muraji", "third.muraji"]


def test_a_copy_may_hold_drafts_that_the_project_has_not(path: Path) -> None:
    document = small_document()
    project = ProjectFile.create(path, document)
    project.record("do", 1, typing(document, 1, "It rained."), document.next_number)
    copy = path.with_name("copy.muraji")
    project.copy_to(copy, drafts=[Draft(2, "s2", 77, "Sentence 2.", "ct2", "starter")])
    project.close()
    found = ProjectFile.open(copy)
    found.close()
    assert [draft.id for draft in found.document.drafts] == [1, 2]
    assert len(found.history.steps) == 1
    assert [draft.id for draft in reopened(path).drafts] == [1]


def test_the_log_of_a_replaced_project_does_not_spoil_the_one_in_its_place(path: Path) -> None:
    """A log left by a crash belongs to the old file: SQLite would take it into the new one."""
    ProjectFile.create(path, small_document()).close()
    child = _child_editing(path)
    child.send_signal(signal.SIGKILL)
    child.communicate()
    assert Path(f"{path}-wal").stat().st_size > 0
    ProjectFile.create(path, small_document(7), replace=True).close()
    assert state_of(reopened(path)) == state_of(small_document(7))


def _child_editing(path: Path) -> subprocess.Popen[str]:
    code = (
        "import pathlib, sys, time\n"
        "from tests.translation.store.projects import typing\n"
        "from translation.store import ProjectFile\n"
        "p = ProjectFile.open(pathlib.Path(sys.argv[1])); d = p.document\n"
        "p.record('do', 1, typing(d, 0, 'typed'), d.next_number)\n"
        "print('typed', flush=True); time.sleep(60)"
    )
    child = subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "typed\n"
    return child


# --- read-only places ------------------------------------------------------------------------


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that another user can reach, too."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are set otherwise on Windows")
@pytest.mark.parametrize("crashed", [False, True])
@pytest.mark.parametrize("mode", [(0o555, 0o444), (0o555, 0o644), (0o777, 0o444)])
def test_a_read_only_project_is_read_with_what_a_crash_left(
    public_folder: Path, crashed: bool, mode: tuple[int, int]
) -> None:
    path = public_folder / "rain.muraji"
    ProjectFile.create(path, small_document()).close()
    if crashed:
        child = _child_editing(path)
        child.kill()
        child.communicate()
        path.with_name(".rain.muraji.lock").unlink()
    for found in public_folder.iterdir():
        found.chmod(mode[1])
    public_folder.chmod(mode[0])
    before = {found.name: found.read_bytes() for found in public_folder.iterdir()}
    with ordinary_user():
        project = ProjectFile.open(path)
    assert project.obstacle is not None
    assert project.obstacle.code == "project.read_only"
    assert project.document.segments[0].target == ("typed" if crashed else None)
    assert before == {found.name: found.read_bytes() for found in public_folder.iterdir()}


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Be somebody who may not write everywhere, as root may."""
    if os.geteuid() != 0:
        yield
        return
    groups = os.getgroups()
    os.setgroups([])
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are set otherwise on Windows")
def test_a_project_nobody_may_read_is_refused(public_folder: Path) -> None:
    path = public_folder / "rain.muraji"
    ProjectFile.create(path, small_document()).close()
    path.chmod(0)
    with ordinary_user(), pytest.raises(InputError) as caught:
        ProjectFile.open(path)
    assert caught.value.code == "input.no_permission"
