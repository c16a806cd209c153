"""Taking files in and choosing their format: every refusal names the file and the reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from translation.errors import InputError, UsageError
from translation.formats import files as files_module
from translation.formats import find_reader, find_writer, read_bytes


def refusal(path: Path, limit: int = 1000) -> InputError:
    with pytest.raises(InputError) as caught:
        read_bytes(path, limit)
    assert path.name in str(caught.value)
    return caught.value


def test_reads_a_file_whole(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc\r\n")
    assert read_bytes(path) == b"abc\r\n"


def test_refuses_an_empty_file(tmp_path: Path):
    (tmp_path / "a.txt").touch()
    assert refusal(tmp_path / "a.txt").reason == "empty"


def test_refuses_a_missing_file_and_a_dangling_link(tmp_path: Path):
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    assert refusal(tmp_path / "a.txt").reason == "missing"
    assert refusal(tmp_path / "link.txt").reason == "missing"


def test_refuses_a_folder(tmp_path: Path):
    assert refusal(tmp_path).reason == "directory"


def test_refuses_a_pipe_without_waiting_for_it(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusal(tmp_path / "pipe.txt").reason == "not_a_file"


def test_refuses_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")

    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files_module.os, "open", denied)  # as root nothing is denied for real
    assert refusal(path).reason == "no_permission"


def test_refuses_what_is_larger_than_the_limit(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 1001)
    assert refusal(path).reason == "too_large"
    path.write_bytes(b"x" * 1000)
    assert len(read_bytes(path, 1000)) == 1000


def test_refuses_a_name_no_file_can_have():
    with pytest.raises(InputError) as caught:
        read_bytes(Path("a\0b"))
    assert caught.value.reason == "unreadable"


@pytest.mark.parametrize(
    ("name", "format_id"),
    [("a.txt", "txt"), ("A.HTM", "html"), ("a.xlf", "xliff"), ("a.tmx", "tmx"), ("a.tsv", "tsv")],
)
def test_a_suffix_means_a_format(name: str, format_id: str):
    assert find_reader(Path(name)).id == format_id
    assert find_writer(Path(name)).id == format_id


def test_the_format_asked_for_wins():
    assert find_reader(Path("a.txt"), None, "tsv").id == "tsv"
    with pytest.raises(UsageError) as caught:
        find_reader(Path("a.txt"), None, "doc")
    assert caught.value.reason == "unknown_format"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.DOC", "of Word before 2007; open it in Word or LibreOffice and save it as .docx"),
        ("a.DOT", "cannot be opened; save it as .docx in the program that made it"),
        ("a.ppt", "save it as .pptx"),
        ("a.xls", "save it as .xlsx"),
        ("README", "its name has no ending that tells what kind of file it is"),
    ],
)
def test_a_way_out_is_named_where_there_is_one(tmp_path: Path, name: str, said: str):
    path = tmp_path / name
    path.write_bytes(b"x")
    with pytest.raises(InputError, match=said):
        find_reader(path, b"x")


def test_unknown_suffixes_are_refused(tmp_path: Path):
    path = tmp_path / "a.abc"
    path.write_bytes(b"PK")
    with pytest.raises(InputError) as caught:
        find_reader(path)
    assert caught.value.reason == "unknown_suffix"
    assert ".abc" in str(caught.value)
    with pytest.raises(UsageError) as written:
        find_writer(path)
    assert written.value.reason == "no_format"


def test_a_missing_file_and_a_folder_are_called_that_whatever_the_suffix(tmp_path: Path):
    for path, reason in ((tmp_path / "gone", "missing"), (tmp_path, "directory")):
        with pytest.raises(InputError) as caught:
            find_reader(path)
        assert caught.value.reason == reason


def test_a_file_that_grows_while_it_is_read_is_read_to_its_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "a.txt"
    fstat = os.fstat

    def grow(descriptor: int) -> os.stat_result:
        found = fstat(descriptor)
        with path.open("ab") as file:
            file.write(b"y" * 900)
        return found

    monkeypatch.setattr(files_module.os, "fstat", grow)  # asked once the file is open
    path.write_bytes(b"x" * 100)
    assert read_bytes(path, 1000) == b"x" * 100 + b"y" * 900
    assert refusal(path).reason == "too_large"
