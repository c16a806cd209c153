"""Where exports go, whatever the format: full and read-only disks, odd names, a killed program.

What stood there before still stands, whole, and nothing lies beside it.
"""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.printing.printer import QtPagePrinter
from tests.bad_files import make_read_only, small_disk
from tests.clients.work import reviewed_document
from tests.fuzz.seeds import seeds
from translation.errors import ExportError
from translation.formats import FORMATS, FormatSpec, ReadOptions
from translation.model.document import Document
from translation.model.language import ARABIC_TO_ENGLISH
from translation.system import atomic
from translation.work.building import build_document
from translation.work.documents import open_document
from translation.work.exporting import export

WRITABLE = [spec for spec in FORMATS if spec.write is not None]
REPOSITORY = Path(__file__).resolve().parents[2]
OLD = b"what stood here"

each_format = pytest.mark.parametrize("spec", WRITABLE, ids=lambda spec: spec.id)


def document_for(spec: FormatSpec) -> Document:
    """A document that can be written in this format."""
    if not spec.needs_original:
        return reviewed_document()
    assert spec.read
    return build_document(spec.read(seeds(spec, "ours")[0], ReadOptions("a", ARABIC_TO_ENGLISH)))[0]


def write(spec: FormatSpec, path: Path, document: Document | None = None) -> None:
    export(document or document_for(spec), path, spec.id, printer=QtPagePrinter())


def assert_refused(spec: FormatSpec, path: Path, reason: str) -> None:
    with pytest.raises(ExportError) as caught:
        write(spec, path)
    assert caught.value.reason == reason
    assert path.name in str(caught.value)
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


@each_format
@pytest.mark.parametrize("function", ["fsync", "replace"])
def test_what_fails_half_way_leaves_the_old_file(
    spec: FormatSpec, function: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / f"out{spec.suffixes[0]}"
    path.write_bytes(OLD)

    def fails(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(atomic.os, function, fails)
    assert_refused(spec, path, "disk_full")


@each_format
def test_a_full_disk_and_a_read_only_one(spec: FormatSpec, tmp_path: Path):
    with small_disk(tmp_path / "disk", 64) as disk:
        path = disk / f"out{spec.suffixes[0]}"
        path.write_bytes(OLD)
        ballast = tmp_path / "disk" / "ballast"
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        ballast.write_bytes(bytes(free))
        with pytest.raises(ExportError) as caught:
            write(spec, path)
        assert caught.value.reason == "disk_full"
        assert sorted(disk.iterdir()) == sorted([ballast, path])
        assert path.read_bytes() == OLD
        ballast.unlink()
        make_read_only(disk)
        assert_refused(spec, path, "read_only")


NAMES = {
    "right to left": "تقرير\u202e fdp",
    "two lines": "a\nb",
    "blanks": " a b ",
    "like an option": "-o",
    "as long as a name can be": "ا" * 120,
}


@each_format
@pytest.mark.parametrize("name", NAMES)
def test_odd_names_are_written_and_opened(spec: FormatSpec, name: str, tmp_path: Path):
    suffix = spec.suffixes[0]
    path = tmp_path / (NAMES[name][: 255 - len(suffix)] + suffix)
    write(spec, path)
    assert list(tmp_path.iterdir()) == [path]
    if spec.read is not None:
        opened = open_document(path, pair=ARABIC_TO_ENGLISH, format_id=spec.id)
        assert len(opened.document)
        assert opened.document.files[0].name


@each_format
def test_a_name_longer_than_a_name_can_be_is_refused(spec: FormatSpec, tmp_path: Path):
    with pytest.raises(ExportError) as caught:
        write(spec, tmp_path / ("ا" * 128 + spec.suffixes[0]))
    assert caught.value.reason == "failed"
    assert len(str(caught.value).splitlines()) == 1
    assert not list(tmp_path.iterdir())


_KILLED_WHILE_WRITING = """
import os, signal, sys
from translation.cli.main import run
os.{function} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
run(["convert", sys.argv[1], "-o", sys.argv[2]])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process ends itself by a signal")
@pytest.mark.parametrize("function", ["fsync", "replace"])
def test_killed_while_writing_leaves_the_old_file(function: str, tmp_path: Path):
    article = tmp_path / "article.txt"
    article.write_text("قال الوزير نعم.\n", encoding="utf-8")
    out = tmp_path / "out.docx"
    out.write_bytes(OLD)
    code = _KILLED_WHILE_WRITING.format(function=function)
    words = [sys.executable, "-c", code, str(article), str(out)]
    ended = subprocess.run(words, cwd=REPOSITORY, capture_output=True, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    assert out.read_bytes() == OLD
    # Another try is not hindered by what the first left behind.
    export(open_document(article).document, out)
    assert out.read_bytes().startswith(b"PK")
