"""Files as people and others put them before the program: refused, or opened with a notice.

REFUSED holds how to make each and words of the sentence that refuses it; OPENED the text and
words of the notice.
"""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from translation.cli.main import run

NEWS = "عنوان الخبر\n\nقال الوزير إن الحوار مهم. وأضاف أن التعاون مستمر.\n"
XLIFF = (
    '<?xml version="1.0" encoding="utf-8"?>{subset}'
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    '<file original="a" source-language="ar" target-language="en" datatype="plaintext"><body>'
    '<trans-unit id="1"><source>{source}</source></trans-unit></body></file></xliff>'
)
BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))

Make = Callable[[Path], Path]


def bytes_in(name: str, data: bytes) -> Make:
    """Put ``data`` into a file of this name."""

    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return make


def entities(declared: str, used: str = "&e9;") -> Make:
    text = XLIFF.format(subset=f"<!DOCTYPE xliff [{declared}]>", source=used)
    return bytes_in("hostile.xlf", text.encode())


def folder_named(name: str) -> Make:
    def make(folder: Path) -> Path:
        (folder / name).mkdir()
        return folder / name

    return make


def missing(folder: Path) -> Path:
    return folder / "gone.txt"


def project(folder: Path) -> Path:
    article = bytes_in("whole.txt", NEWS.encode())(folder)
    assert run(["convert", str(article), "-o", str(folder / "whole.muraji")]) == 0
    return folder / "whole.muraji"


def cut_project(folder: Path) -> Path:
    path = project(folder)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path


def foreign_database(folder: Path) -> Path:
    path = folder / "passwords.muraji"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE logins (name TEXT, password TEXT)")
    return path


REFUSED: dict[str, tuple[Make, str]] = {
    "empty": (bytes_in("a.txt", b""), "is empty"),
    "mark alone": (bytes_in("a.txt", b"\xef\xbb\xbf"), "is empty"),
    "white space": (bytes_in("a.txt", " \n\t\u00a0\u2028\n".encode()), "nothing but white space"),
    "blank page": (bytes_in("a.html", b"<html><body> <p> </p></body></html>"), "no text"),
    "page of scripts": (
        bytes_in("a.html", b"<body><script>document.write('<p>x</p>')</script></body>"), "no text"
    ),
    "nested page": (
        bytes_in("a.html", b"<div>" * 5000 + NEWS.encode() + b"</div>" * 5000), "nested too deeply"
    ),
    "picture": (bytes_in("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256))), "binary"),
    "word file": (bytes_in("a.txt", b"PK\x03\x04" + bytes(500)), "binary"),
    "noise": (bytes_in("a.txt", bytes(range(256)) * 20), "binary"),
    "damaged text": (bytes_in("a.txt", NEWS.encode() * 20 + b"\xff\xfe\xc3"), "not text in"),
    "half a character": (bytes_in("a.txt", b"\xff\xfe\x46\x06\x35"), "not text"),
    "unknown suffix": (bytes_in("a.wpd", b"\xffWPC"), "“.wpd” cannot be opened"),
    "no suffix": (bytes_in("article", NEWS.encode()), "no ending"),
    "folder": (folder_named("a.txt"), "is a folder"),
    "folder as project": (folder_named("a.muraji"), "is a folder"),
    "missing": (missing, "there is no such file"),
    "cut xliff": (
        bytes_in("a.xlf", XLIFF.format(subset="", source=NEWS).encode()[:-60]),
        "not well-formed XML",
    ),
    "cut tmx": (bytes_in("a.tmx", b'<tmx version="1.4"><body>'), "well-formed"),
    "other xml": (bytes_in("a.xlf", b"<html><body>x</body></html>"), "is not XLIFF"),
    "external entity": (entities('<!ENTITY e9 SYSTEM "file:///etc/hostname">'), "XML entities"),
    "parameter entity": (
        entities('<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;', "x"),
        "XML entities",
    ),
    "entity bomb": (entities('<!ENTITY e0 "ha">' + BOMB), "XML entities"),
    "hidden bomb": (entities('<!-- ]> --><!ENTITY e0 "ha">' + BOMB), "XML entities"),
    "text as subtitles": (bytes_in("a.srt", NEWS.encode()), "is not SubRip"),
    "other subtitles": (bytes_in("a.vtt", b"1\n00:00:01,000 --> 00:00:02,000\nx"), "not WebVTT"),
    "picture as subtitles": (bytes_in("a.srt", b"\x89PNG\r\n\x1a\n" + bytes(99)), "binary"),
    "nothing but code": (bytes_in("a.md", b"```\nprint()\n```\n"), "no text"),
    "text as catalogue": (bytes_in("a.po", NEWS.encode()), "line 1 cannot be read"),
    "empty catalogue": (
        bytes_in("a.po", b'msgid ""\nmsgstr "Language: en\\n"\n'),
        "holds no message",
    ),
    "cut project": (cut_project, "is damaged"),
    "foreign database": (foreign_database, "not a Muraji project"),
    "text as project": (bytes_in("a.muraji", NEWS.encode() * 50), "not a Muraji project"),
    "empty project": (bytes_in("a.muraji", b""), "is empty"),
    "no pairs": (bytes_in("a.tmx", b'<tmx version="1.4"><body/></tmx>'), "no text"),
}  # fmt: skip

OPENED: dict[str, tuple[str, str]] = {
    "no space": ("ا" * 500_000, "very long passage was cut"),
    "nul and controls": ("نص\0 أول\x07 هنا.\n\nقال\x1b الوزير\x0c نعم.\n", "control characters"),
    "line separators": ("عنوان\u2028قال الوزير نعم.\u2029وأضاف أنه مستمر.\n", "U+2028"),
    "lone surrogates": ("قال \ud83d الوزير نعم \udc00.\n", "halves of characters"),
    "mixed line ends": ("عنوان\r\nقال الوزير نعم.\rوأضاف.\nانتهى.\r\n", "line ends are mixed"),
    "private use": ("قال \ue000 الوزير \uf8ff نعم.\n", "control characters"),
}


@contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[Path]:
    """Give a real file system of that size at ``place``, where the tests may mount one."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here; the failures are injected in other tests")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def make_read_only(place: Path) -> None:
    """Let nothing more be written on a disk made by ``small_disk``."""
    subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
