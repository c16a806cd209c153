"""What people and others put before the program, from outside: the table of bad input.

Refused in one sentence that names the file and the reason, or opened with a notice and nothing
lost. The parts have tests of their own; here the command line and the opening of documents run.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.bad_files import NEWS, OPENED, REFUSED, bytes_in, make_read_only, project, small_disk
from translation.cli.main import run
from translation.errors import notice_sentence
from translation.formats import files as files_module
from translation.model.inline import strip_codes
from translation.system import atomic
from translation.work.documents import open_document


def assert_refused(said: str, path: Path, reason: str) -> None:
    assert len(said.splitlines()) == 1, said
    assert path.name in said
    assert reason in said
    assert "Traceback" not in said
    assert "unexpected" not in said


@pytest.mark.parametrize("case", REFUSED)
def test_refused_in_one_sentence(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    make, reason = REFUSED[case]
    path = make(tmp_path)
    capsys.readouterr()
    before = path.read_bytes() if path.is_file() else None
    out = tmp_path / "out.tsv"
    assert run(["convert", str(path), "-o", str(out)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert_refused(said.err, path, reason)
    assert not out.exists()
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("name", ["article.txt", "whole.muraji"])
def test_a_file_nobody_may_read(
    name: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
):
    path = project(tmp_path) if name.endswith(".muraji") else bytes_in(name, b"x")(tmp_path)
    path.chmod(0)
    if os.access(path, os.R_OK):  # root may read everything: the refusal is injected
        denied = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        monkeypatch.setattr(files_module.os, "open", _raising(denied))
        monkeypatch.setattr(Path, "open", _raising(denied))
    capsys.readouterr()
    assert run(["segment", str(path)]) == 2
    assert_refused(capsys.readouterr().err, path, "no permission")


def _raising(error: OSError) -> Callable[..., int]:
    def fails(*_: object, **__: object) -> int:
        raise error

    return fails


# --- models --------------------------------------------------------------------------------

MODELS: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "config gone": ("config.json", Path.unlink, "missing"),
    "vocabulary gone": ("vocab.json", Path.unlink, "missing"),
    "pieces gone": ("source.spm", Path.unlink, "missing"),
    "weights gone": ("model.safetensors", Path.unlink, "missing"),
    "config no json": ("config.json", lambda p: p.write_text("{"), "damaged"),
    "another kind": ("config.json", lambda p: p.write_text('{"model_type": "bert"}'), "bert"),
    "vocabulary a list": ("vocab.json", lambda p: p.write_text("[1, 2]"), "damaged"),
    "pieces cut": ("target.spm", lambda p: p.write_bytes(p.read_bytes()[:999]), "damaged"),
    "weights cut": ("model.safetensors", lambda p: p.write_bytes(p.read_bytes()[:9999]), "damaged"),
}  # fmt: skip


@pytest.mark.parametrize("case", MODELS)
def test_a_model_folder_with_a_missing_or_wrong_file(
    case: str, repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    name, spoil, reason = MODELS[case]
    folder = shutil.copytree(repository / "resources/models/starter", tmp_path / "mine")
    spoil(folder / name)
    article = bytes_in("a.txt", NEWS.encode())(tmp_path)
    out = tmp_path / "out.xlf"
    assert run(["translate", str(article), "-o", str(out), "--model", str(folder)]) == 3
    said = capsys.readouterr().err
    assert_refused(said, folder, reason)
    assert Path(name).stem in said or reason == "bert"
    assert not out.exists()


# --- places --------------------------------------------------------------------------------


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 128 KB, where the tests may mount one."""
    with small_disk(tmp_path / "disk", 128) as place:
        yield place


OUTPUTS = ("out.xlf", "out.tsv", "out.html", "out.txt", "out.muraji")


@pytest.mark.parametrize("name", OUTPUTS)
def test_a_full_disk(name: str, tiny_disk: Path, tmp_path: Path, capsys):
    out = tiny_disk / name
    small = bytes_in("small.txt", NEWS.encode())(tmp_path)
    assert run(["convert", str(small), "-o", str(out)]) == 0
    assert_full_or_read_only(out, NEWS.encode() * 2_000, "the disk is full", tmp_path, capsys)


@pytest.mark.parametrize("name", OUTPUTS)
def test_a_read_only_place(name: str, tiny_disk: Path, tmp_path: Path, capsys):
    out = tiny_disk / name
    small = bytes_in("small.txt", NEWS.encode())(tmp_path)
    assert run(["convert", str(small), "-o", str(out)]) == 0
    make_read_only(tiny_disk)
    assert_full_or_read_only(out, NEWS.encode(), "read-only", tmp_path, capsys)


def assert_full_or_read_only(out: Path, data: bytes, reason: str, folder: Path, capsys) -> None:
    """Writing over ``out`` is refused, what stood there stands, and nothing lies beside it."""
    before = {path: path.read_bytes() for path in out.parent.iterdir()}
    article = bytes_in("article.txt", data)(folder)
    capsys.readouterr()
    assert run(["convert", str(article), "-o", str(out)]) == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert_refused(last, out, reason)
    assert {path: path.read_bytes() for path in out.parent.iterdir()} == before


@pytest.mark.parametrize("name", OUTPUTS[:-1])
def test_a_full_disk_where_none_can_be_mounted(name: str, tmp_path: Path, capsys, monkeypatch):
    out = bytes_in(name, b"old")(tmp_path)
    article = bytes_in("article.txt", NEWS.encode())(tmp_path)
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    monkeypatch.setattr(atomic.os, "fsync", _raising(full))
    assert run(["convert", str(article), "-o", str(out)]) == 2
    assert_refused(capsys.readouterr().err, out, "the disk is full")
    assert out.read_bytes() == b"old"


# --- opened with a notice ------------------------------------------------------------------


@pytest.mark.parametrize("case", OPENED)
def test_opened_with_a_notice_and_nothing_lost(case: str, tmp_path: Path):
    text, said = OPENED[case]
    data = text.encode("utf-8", "surrogatepass")
    path = bytes_in("odd.txt", data)(tmp_path)
    opened = open_document(path)
    assert any(said in notice_sentence(notice) for notice in opened.notices)
    assert all(path.name in notice_sentence(notice) for notice in opened.notices)
    assert seen(text) == source_text(opened.document)
    # All the way through: into a project and out of it the original bytes and sources come whole,
    # and the bilingual files give the same segments back.
    for suffix in (".muraji", ".xlf", ".tsv"):
        out = tmp_path / f"odd{suffix}"
        assert run(["convert", str(path), "-o", str(out)]) == 0
        again = open_document(out)
        assert source_text(again.document) == source_text(opened.document)
        if again.project is not None:
            assert again.document.files[0].original == data
            again.project.close()


def seen(text: str) -> str:
    """Return a text without white space, and without what no segment may hold as it is."""
    special = (c for c in text if not (c.isspace() or _becomes_code(c)))
    return "".join(special)


def _becomes_code(character: str) -> bool:
    control = character < " " or "\x7f" <= character < "\xa0"
    return control or "\ud800" <= character <= "\uf8ff"


def source_text(document) -> str:
    return "".join("".join(strip_codes(s.source).split()) for s in document.segments)


@pytest.mark.model
@pytest.mark.parametrize("case", [c for c in OPENED if c != "no space"])
def test_odd_texts_are_drafted_and_keep_their_codes(case: str, tmp_path: Path, capsys):
    text, _ = OPENED[case]
    path = bytes_in("odd.txt", text.encode("utf-8", "surrogatepass"))(tmp_path)
    out = tmp_path / "odd.muraji"
    assert run(["translate", str(path), "-o", str(out)]) == 0
    opened = open_document(out)
    document = opened.document
    try:
        for segment in document.segments:
            draft = document.current_draft(segment)
            assert document.is_furniture(segment) or draft is not None
            codes = [c for c in segment.source if "\ue000" <= c <= "\uf8ff"]
            assert draft is None or sorted(codes) == sorted(
                c for c in draft.text if "\ue000" <= c <= "\uf8ff"
            )
    finally:
        assert opened.project is not None
        opened.project.close()
    for suffix in (".txt", ".html", ".xlf", ".tmx", ".tsv"):
        status = run(["convert", str(out), "-o", str(tmp_path / f"odd{suffix}")])
        assert status == (2 if suffix == ".tmx" else 0)  # nothing is confirmed yet
