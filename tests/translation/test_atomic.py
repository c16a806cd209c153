"""Writing whole or not at all: modes, links, full disks, read-only places."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from translation.errors import ExportError
from translation.system import atomic
from translation.system.atomic import write_atomically


def refusal(path: Path, data: bytes = b"new") -> ExportError:
    with pytest.raises(ExportError) as caught:
        write_atomically(path, data)
    assert path.name in str(caught.value)
    return caught.value


def test_writes_a_new_file_and_replaces_an_old_one(tmp_path: Path):
    path = tmp_path / "out.tsv"
    for data in (b"one", b"two"):
        write_atomically(path, data)
        assert path.read_bytes() == data
    assert os.listdir(tmp_path) == ["out.tsv"]


def test_a_new_file_has_the_usual_mode_and_an_old_one_keeps_its_own(tmp_path: Path):
    plain, private = tmp_path / "plain", tmp_path / "private"
    plain.touch()
    private.touch(mode=0o600)
    write_atomically(private, b"x")
    write_atomically(tmp_path / "new", b"x")
    assert private.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "new").stat().st_mode == plain.stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path):
    (tmp_path / "real.txt").write_bytes(b"old")
    link = tmp_path / "link.txt"
    link.symlink_to("real.txt")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


def test_a_name_as_long_as_a_name_can_be(tmp_path: Path):
    path = tmp_path / ("ا" * 125 + ".html")
    write_atomically(path, b"x")
    assert path.read_bytes() == b"x"


def test_refuses_a_folder_a_missing_folder_and_a_pipe(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path).reason == "directory"
    assert refusal(tmp_path / "gone" / "a.txt").reason == "no_folder"
    assert refusal(tmp_path / "pipe").reason == "failed"
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EACCES, "no_permission"),
        (errno.EROFS, "read_only"),
        (errno.EIO, "failed"),
    ],
)
@pytest.mark.parametrize("function", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    reason: str,
    function: str,
):
    path = tmp_path / "out.xlf"
    path.write_bytes(b"old")

    def fails(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(atomic.os, function, fails)
    assert refusal(path).reason == reason
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["out.xlf"]


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 64 KB, where the tests may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here; the failure is injected in another test")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_leaves_the_old_file(tiny_disk: Path):
    path = tiny_disk / "out.xlf"
    write_atomically(path, b"old")
    assert refusal(path, b"x" * 100_000).reason == "disk_full"
    assert path.read_bytes() == b"old"
    assert os.listdir(tiny_disk) == ["out.xlf"]


def test_a_read_only_place_is_called_that(tiny_disk: Path):
    path = tiny_disk / "out.xlf"
    write_atomically(path, b"old")
    subprocess.run(["mount", "-o", "remount,ro", str(tiny_disk)], check=True)
    assert refusal(path).reason == "read_only"
    assert path.read_bytes() == b"old"
