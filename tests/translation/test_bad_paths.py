"""Paths that lead nowhere, wherever one can be named: a sentence each, and nothing left behind."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from tests.translation.store.projects import small_document
from translation.cli.main import run
from translation.errors import MurajiError
from translation.store import ProjectFile
from translation.system import atomic

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")

UNEXPECTED = str(MurajiError("unexpected", detail="")).partition(":")[0]


def loop(folder: Path, suffix: str) -> Path:
    path = folder / f"loop{suffix}"
    path.symlink_to(path.name)
    return path


def chain(folder: Path, suffix: str) -> Path:
    (folder / f"a{suffix}").symlink_to(f"b{suffix}")
    (folder / f"b{suffix}").symlink_to(f"a{suffix}")
    return folder / f"a{suffix}"


def in_a_loop(folder: Path, suffix: str) -> Path:
    (folder / "round").symlink_to("round")
    return folder / "round" / f"a{suffix}"


def under_a_file(folder: Path, suffix: str) -> Path:
    (folder / "file").write_text("x")
    return folder / "file" / f"a{suffix}"


def dangling_folder(folder: Path, suffix: str) -> Path:
    (folder / "gone").symlink_to("nowhere")
    return folder / "gone" / f"a{suffix}"


def many_links(folder: Path, suffix: str) -> Path:
    """More links one after another than the system follows (40)."""
    place = folder / f"end{suffix}"
    place.write_text("x")
    for number in range(60):
        link = folder / f"link{number}{suffix}"
        link.symlink_to(place.name)
        place = link
    return place


def pipe(folder: Path, suffix: str) -> Path:
    path = folder / f"pipe{suffix}"
    os.mkfifo(path)
    return path


BAD = {
    "loop": loop,
    "chain": chain,
    "in a loop": in_a_loop,
    "under a file": under_a_file,
    "in a folder that is gone": dangling_folder,
    "many links": many_links,
    "a folder": lambda folder, suffix: folder,
    "long name": lambda folder, suffix: folder / ("x" * 300 + suffix),
    "long path": lambda folder, suffix: folder.joinpath(*["x" * 200] * 30) / f"a{suffix}",
    "NUL": lambda folder, suffix: folder / f"a\0b{suffix}",
    "half a letter": lambda folder, suffix: folder / f"no\udcff\ud800{suffix}",
    "a pipe": pipe,
}
each_bad = pytest.mark.parametrize("kind", BAD)
each_bad_to_write = pytest.mark.parametrize("kind", [kind for kind in BAD if kind != "a folder"])
"""Into a folder that exists each file is written under a name of its own."""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text("قال الوزير نعم.\n", encoding="utf-8")
    return path


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "place"
    made.mkdir()
    return made


def assert_said(status: int, capsys: pytest.CaptureFixture[str]) -> None:
    said = capsys.readouterr().err
    assert status in (2, 3), said
    assert len(said.strip().splitlines()) == 1
    assert UNEXPECTED not in said


@each_bad_to_write
@pytest.mark.parametrize("suffix", [".tsv", ".muraji", ".xlf", ".docx"])
def test_what_cannot_be_written(kind, suffix, article, place, capsys):
    bad = BAD[kind](place, suffix)
    before = sorted(path.name for path in place.iterdir())
    wanted = ["--format", suffix[1:].replace("xlf", "xliff")] if not bad.suffix else []
    status = run(["convert", str(article), "-o", str(bad), *wanted])
    if kind == "many links" and status == 0:
        return  # followed to its end, one link at a time
    assert_said(status, capsys)
    assert sorted(path.name for path in place.iterdir()) == before
    assert kind != "a pipe" or bad.is_fifo()


@each_bad_to_write
def test_a_project_is_not_copied_there(kind, tmp_path, place, capsys):
    project = tmp_path / "day.muraji"
    ProjectFile.create(project, small_document()).close()
    bad = BAD[kind](place, ".muraji")
    status = run(["convert", str(project), "-o", str(bad), "--format", "muraji"])
    if kind != "many links" or status:
        assert_said(status, capsys)
    assert kind != "a pipe" or bad.is_fifo()


@each_bad
@pytest.mark.parametrize(
    "command",
    [
        ["segment", "{}"],
        ["convert", "{}", "-o", "out.tsv"],
        ["translate", "{}", "-o", "out.tsv"],
        ["score", "{}"],
        ["score", "{good}", "--reference", "{}"],
        ["terms", "{}"],
        ["terms", "{good}", "-o", "{}"],
        ["models", "install", "{}", "--accept-licence"],
        ["translate", "{good}", "-o", "out.tsv", "--model", "{}"],
    ],
    ids=lambda command: " ".join(command),
)
@pytest.mark.parametrize("suffix", [".tsv", ".muraji"])
def test_what_cannot_be_read(kind, command, suffix, tmp_path, place, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    good = tmp_path / "good.tsv"
    good.write_text("ar\ten\nنص\tText\n", encoding="utf-8")
    bad = BAD[kind](place, suffix)
    status = run([word.format(bad, good=good) for word in command])
    if kind == "many links":
        assert UNEXPECTED not in capsys.readouterr().err
    else:
        assert_said(status, capsys)


@pytest.mark.parametrize(
    "code",
    sorted(
        {errno.EIO, errno.ELOOP, errno.ENAMETOOLONG, errno.EMFILE, errno.ENFILE, errno.EBUSY}
        | {errno.ESTALE, errno.ETIMEDOUT, errno.EFBIG, errno.EINVAL, errno.ENXIO, errno.ETXTBSY}
        | {errno.EDQUOT, errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EPERM, errno.ENODEV}
    ),
    ids=errno.errorcode.get,
)
@pytest.mark.parametrize("suffix", [".tsv", ".muraji"])
def test_whatever_the_system_says_is_a_sentence(code, suffix, article, place, capsys, monkeypatch):
    def fails(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(atomic.os, "replace", fails)
    assert_said(run(["convert", str(article), "-o", str(place / f"out{suffix}")]), capsys)
    assert not [path for path in place.iterdir() if "out" in path.name and path.suffix == suffix]
