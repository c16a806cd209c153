"""Standard output in the places it can lead to."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from translation.cli.main import run

NEWS = "عنوان الخبر\n\nقال الوزير إن الحوار مهم.\n"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


def in_shell(repository: Path, command: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        ["sh", "-c", f"'{sys.executable}' main.py {command}"],
        cwd=repository,
        capture_output=True,
        timeout=120,
        env=os.environ | environment,
    )


def test_it_is_utf8_whatever_the_system_would_choose(repository: Path, news: Path):
    done = in_shell(repository, f"segment '{news}' --json", PYTHONIOENCODING="cp1252")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))[0]["source"] == "عنوان الخبر"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("options", ["", "--json"])
def test_where_it_takes_no_more_the_reason_is_said(repository: Path, news: Path, options: str):
    done = in_shell(repository, f"segment '{news}' {options} > /dev/full")
    assert done.returncode == 2
    assert done.stderr == b"standard output was not written: the disk is full.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX closes it")
def test_where_it_is_closed_nothing_is_said(repository: Path, news: Path):
    done = in_shell(repository, f"segment '{news}' >&-")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_name_of_several_lines_is_told_in_one(tmp_path: Path, capsys):
    path = tmp_path / "news\nof today.txt"
    path.write_bytes("الوزير\r\nقال\nنعم\n".encode())
    assert run(["segment", str(path)]) == 0
    assert capsys.readouterr().err.startswith("news of today.txt: the line ends are mixed")
    path.write_bytes(b"")
    assert run(["segment", str(path)]) == 2
    assert capsys.readouterr().err == f"{tmp_path}/news of today.txt is empty.\n"
