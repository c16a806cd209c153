"""A really full disk: a small file system in memory, where this machine lets us mount one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.translation.store.projects import small_document, state_of, typing
from translation.errors import ProjectError
from translation.store import ProjectFile, database


@pytest.fixture
def disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A disk of 512 KiB, or of the size that a test names."""
    place = tmp_path / "disk"
    place.mkdir()
    size = f"size={getattr(request, 'param', '512k')}"
    command = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(place)]
    if sys.platform != "linux" or subprocess.run(command, capture_output=True).returncode != 0:
        pytest.skip("this machine lets us mount no small file system")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(disk: Path) -> Path:
    """Take all room that is left."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return ballast


def test_a_failed_writing_leaves_all_as_it_was_and_later_ones_go_on(disk: Path) -> None:
    document = small_document()
    project = ProjectFile.create(disk / "a.muraji", document)
    project.record("do", 1, typing(document, 0, "first"), document.next_number)
    ballast = fill(disk)
    batch = typing(document, 0, "rain " * 20_000)
    for _ in range(3):
        with pytest.raises(ProjectError) as caught:
            project.record("do", 2, batch, document.next_number)
        assert caught.value.code == "project.disk_full"
    second = ProjectFile.open(disk / "a.muraji")
    assert second.document.segments[0].target == "first"
    ballast.unlink()
    project.record("do", 2, batch, document.next_number)
    project.close()
    again = ProjectFile.open(disk / "a.muraji")
    assert state_of(again.document) == state_of(document)
    again.close()


def test_on_a_full_disk_a_project_is_still_read(disk: Path) -> None:
    ProjectFile.create(disk / "a.muraji", small_document()).close()
    fill(disk)
    project = ProjectFile.open(disk / "a.muraji")
    assert state_of(project.document) == state_of(small_document())
    assert project.obstacle is None or project.obstacle.code == "project.disk_full"
    project.close()


def test_a_project_that_finds_no_room_is_not_made_and_spoils_nothing(disk: Path) -> None:
    path = disk / "a.muraji"
    ProjectFile.create(path, small_document()).close()
    before = path.read_bytes()
    fill(disk)
    with pytest.raises(ProjectError) as caught:
        ProjectFile.create(path, small_document(900), replace=True)
    assert caught.value.code == "project.disk_full"
    assert path.read_bytes() == before
    assert sorted(found.name for found in disk.iterdir()) == ["a.muraji", "ballast"]


@pytest.mark.parametrize("disk", ["4m"], indirect=True)
def test_a_log_that_cannot_be_brought_in_stays_and_nothing_is_written_twice(
    disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = small_document(9)
    project = ProjectFile.create(disk / "a.muraji", document)
    for step in range(1, 6):
        batch = typing(document, step, f"rain {step} " * 30_000)
        project.record("do", step, batch, document.next_number)
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(shutil.disk_usage(disk).free - (256 << 10)))
    with pytest.raises(ProjectError) as caught:
        project.checkpoint()
    assert caught.value.code == "project.disk_full"
    project.check()  # A part of the log is in the file now; nobody else was at it.
    os.truncate(ballast, ballast.stat().st_size - (256 << 10))
    monkeypatch.setattr(database, "LONGEST_LOG", 1 << 20)
    project.record("do", 6, typing(document, 7, "snow"), document.next_number)
    project.check()
    project.close()
    ballast.unlink()
    again = ProjectFile.open(disk / "a.muraji")
    assert state_of(again.document) == state_of(document)
    assert len(again.history.steps) == 6
    assert again.verify().is_sound
    again.close()
