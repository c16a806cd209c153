"""The one door for zip files: what is refused before it is unpacked, and what is written back."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from translation.errors import InputError
from translation.formats import safe_zip
from translation.formats.safe_zip import SafeZip, open_zip


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 2, 3, 4, 6)), data, method)
    return made.getvalue()


def opened(data: bytes) -> SafeZip:
    return open_zip(data, "a.docx", "DOCX")


def reason(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        opened(data)
    assert "a.docx" in str(caught.value)
    return caught.value.reason


def test_parts_are_read_by_name():
    archive = opened(zipped({"a.xml": b"<a/>", "b/c.xml": b"<c/>"}))
    assert archive.names == ("a.xml", "b/c.xml")
    assert "b/c.xml" in archive
    assert archive.read("b/c.xml") == b"<c/>"
    with pytest.raises(InputError):
        archive.read("gone")


def test_nothing_changed_gives_the_very_bytes():
    data = zipped({"a": b"1" * 100, "b": b"2"})
    assert opened(data).with_parts({"a": b"1" * 100}) == data
    assert opened(data).with_parts({}) == data


def test_a_changed_part_leaves_the_others_in_place():
    data = zipped({"a": b"1", "b": b"2", "c": b"3"})
    changed = opened(opened(data).with_parts({"b": b"two", "d": b"4"}))
    assert changed.names == ("a", "b", "c", "d")
    assert [changed.read(name) for name in changed.names] == [b"1", b"two", b"3", b"4"]
    with zipfile.ZipFile(io.BytesIO(changed.data)) as archive:
        assert archive.getinfo("a").date_time == (2020, 1, 2, 3, 4, 6)


def test_parts_that_stay_are_kept_as_they_are_packed():
    made = io.BytesIO()
    text = b"".join(b"%d words and more " % (n * n) for n in range(500))
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a", text, zipfile.ZIP_DEFLATED, compresslevel=1)
        archive.writestr("b", text, zipfile.ZIP_STORED)
        archive.writestr("c", b"3", zipfile.ZIP_DEFLATED)
    data = made.getvalue()
    packed = data[data.index(b"a", 26) + 1 : data.index(b"PK", 40)]
    changed = opened(data).with_parts({"c": b"three"})
    assert changed.startswith(b"PK")
    assert packed in changed
    again = opened(changed)
    again.check()
    assert [again.read(name) for name in again.names] == [text, text, b"three"]


def test_needed_parts():
    with pytest.raises(InputError) as caught:
        open_zip(zipped({"a": b""}), "a.docx", "DOCX", ["word/document.xml"])
    assert caught.value.reason == "bad_zip"
    assert "word/document.xml" in str(caught.value)


@pytest.mark.parametrize("name", ["../a", "x/../../a", "/etc/a", "C:/a", "..\\a", "\\\\host\\a"])
def test_names_that_point_outside_are_refused(name: str):
    assert reason(zipped({name: b"x"})) == "zip_unsafe"


@pytest.mark.parametrize("name", ["", "a\nb", "word/\u202elmx.tnemucod"])
def test_names_that_nobody_could_type_are_refused(name: str):
    assert reason(zipped({name: b"x"})) == "zip_unsafe"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_is_refused():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", b"1")
        archive.writestr("Word/document.xml", b"2")
    assert reason(made.getvalue()) == "zip_unsafe"


def test_what_is_no_zip():
    assert reason(b"text") == "bad_zip"
    assert reason(zipped({"a": b"x" * 1000})[:-30]) == "bad_zip"
    assert reason(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100) == "bad_zip"
    encrypted = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert reason(encrypted) == "encrypted"


def test_bombs_are_refused_unopened():
    assert reason(zipped({"a": b"\0" * (30 << 20)})) == "zip_unsafe"
    assert reason(zipped({"a": b"\0" * (safe_zip.LARGEST_PART + 1)})) == "zip_too_large"
    assert reason(zipped({str(n): b"" for n in range(safe_zip.MOST_ENTRIES + 1)})) == "zip_unsafe"
    assert reason(zipped({"a": b"x"}, zipfile.ZIP_LZMA)) == "zip_unsafe"


def test_a_directory_that_lies_about_a_size_is_found_out(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(safe_zip, "LARGEST_PART", 1000)
    data = bytearray(zipped({"a": b"x" * 5000}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 10)
    archive = opened(bytes(data))
    with pytest.raises(InputError):
        archive.read("a")


def test_a_damaged_part_is_called_damaged():
    data = bytearray(zipped({"a": b"hello" * 100}, zipfile.ZIP_STORED))
    data[60] ^= 0xFF
    with pytest.raises(InputError) as caught:
        opened(bytes(data)).read("a")
    assert caught.value.reason == "bad_zip"
