"""Plain text in and out: encodings, special characters, nothing lost."""

from __future__ import annotations

import codecs
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translation.formats.bilingual_documents import small_document
from translation.errors import InputError
from translation.formats import ReadOptions, WriteOptions, read_bytes, text_file
from translation.formats.plain_text import read, write
from translation.model.imported import ImportedFile
from translation.model.inline import strip_codes
from translation.model.segment import Role

NEWS = "جددت الكويت التزامها بتعزيز الاستقرار.\nدور\nوتابع: لقد تحدثنا عن الدور المهم.\n"
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}


def only(data: bytes, encoding: str | None = None) -> ImportedFile:
    [file] = read(data, ReadOptions("a.txt", encoding=encoding))
    return file


def notice_codes(file: ImportedFile) -> set[str]:
    return {notice.code for notice in file.notices}


def decoded(file: ImportedFile) -> str:
    """The whole text, as the extraction map says it is to be had from the original."""
    mark = MARKS.get(file.encoding, b"") if json.loads(file.extraction)["bom"] else b""
    return file.original[len(mark) :].decode(file.encoding, "surrogatepass")


def assert_nothing_lost(file: ImportedFile) -> None:
    """Between the units stands nothing but white space; each unit is its part of the text."""
    text, end = decoded(file), 0
    for unit in file.units:
        start, stop = map(int, unit.anchor.split(":"))
        assert not text[end:start].strip()
        restored = "".join(
            unit.codes[ord(c) - 0xE000].markup if "\ue000" <= c <= "\uf8ff" else c
            for c in unit.text or ""
        )
        assert "".join(restored.split()) == "".join(text[start:stop].split())
        end = stop
    assert not text[end:].strip()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("marked", [True, False])
def test_unicode_with_and_without_a_mark(encoding: str, marked: bool):
    file = only((MARKS[encoding] if marked else b"") + NEWS.encode(encoding))
    assert file.encoding == encoding
    assert [unit.text for unit in file.units] == NEWS.splitlines()
    assert ("encoding_guessed" in notice_codes(file)) == (encoding != "utf-8" and not marked)
    assert_nothing_lost(file)


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859-6"])
@pytest.mark.parametrize("text", [NEWS, "مرحبا بالعالم"])
def test_arabic_code_pages_are_guessed_and_the_guess_is_shown(encoding: str, text: str):
    file = only(text.encode(encoding))
    assert file.encoding == encoding
    assert notice_codes(file) == {"encoding_guessed"}
    assert [unit.text for unit in file.units] == text.splitlines()


def test_the_encoding_can_be_named():
    assert only(NEWS.encode("utf-8"), "cp1256").units[0].text != NEWS.splitlines()[0]
    file = only(NEWS.encode("cp1256"), "windows-1256")
    assert file.units[0].text == NEWS.splitlines()[0]
    assert not file.notices
    assert only(codecs.BOM_UTF8 + b"abc", "utf-8").units[0].text == "abc"
    assert only("abc".encode("utf-16"), "utf-16").units[0].text == "abc"


@pytest.mark.parametrize(
    ("data", "encoding", "reason"),
    [
        (b"", None, "empty"),
        (b"\xef\xbb\xbf", None, "empty"),
        (" \r\n\u00a0\u2028".encode(), None, "blank"),
        (b"%PDF-1.7 abc", None, "binary"),
        (b"\x89PNG\r\n\x1a\n", None, "binary"),
        (bytes(range(256)) * 8, None, "binary"),
        (b"abc", "klingon", "unknown_encoding"),
        (b"abc", "hex", "unknown_encoding"),
        (b"\xc3", "utf-8", "undecodable"),
        (("سليم " * 50).encode() + b"\xfe\xff\xfd", None, "undecodable"),
        (("سليم " * 50).encode()[:-2], None, "undecodable"),
        (b"\xff\xfea", None, "undecodable"),
    ],
)
def test_refusals(data: bytes, encoding: str | None, reason: str):
    with pytest.raises(InputError) as caught:
        only(data, encoding)
    assert caught.value.reason == reason
    assert "a.txt" in str(caught.value)


def test_special_characters_become_codes_that_remember_them():
    data = "مر\0حبا \ud83d نص \x07 \ue123 \ufffe تم\x1c\n".encode("utf-8", "surrogatepass")
    file = only(data)
    assert notice_codes(file) == {"control_characters", "lone_surrogates"}
    [unit] = file.units
    assert [code.markup for code in unit.codes] == list("\0\ud83d\x07\ue123\ufffe\x1c")
    assert unit.codes[0].label == "U+0000"
    assert strip_codes(unit.text or "") == "مرحبا  نص    تم"
    assert_nothing_lost(file)


def test_line_separators_and_mixed_line_ends():
    file = only("واحد\u2028اثنان\u2029ثلاثة\r\nأربعة\nخمسة\rستة".encode())
    assert [unit.text for unit in file.units] == ["واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة"]
    assert notice_codes(file) == {"line_separators", "mixed_line_ends"}
    assert_nothing_lost(file)


def test_a_very_long_word_is_passed_on_whole():
    [unit] = only(b"x" * 500_000).units
    assert unit.text == "x" * 500_000


def test_too_many_different_codes_in_a_paragraph_are_refused():
    everything = "".join(map(chr, [*range(0xE000, 0xF900), 1, 2]))
    with pytest.raises(InputError) as caught:
        only(everything.encode())
    assert caught.value.reason == "too_many_codes"


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.sampled_from("اب1. \n\r\t\u2028\x85\x0b\0\ud800\ue000\U0001f600\u200f\xad")),
    st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]),
)
def test_nothing_is_ever_lost(text: str, encoding: str):
    data = MARKS[encoding] + text.encode(encoding, "surrogatepass")
    try:
        file = only(data)
    except InputError as error:
        refused = error.reason
    else:
        refused = ""
    if refused:
        assert refused in ("empty", "blank", "binary", "no_text")
        return
    mark = MARKS[file.encoding] if json.loads(file.extraction)["bom"] else b""
    assert mark + decoded(file).encode(file.encoding, "surrogatepass") == data
    if "\xad" not in text:  # a soft hyphen at the end of a wrapped line goes with the line end
        assert_nothing_lost(file)


def test_text_from_the_clipboard():
    file = text_file("عنوان\n\nنص طويل.", "clipboard")
    assert [unit.text for unit in file.units] == ["عنوان", "نص طويل."]
    assert file.original.decode() == "عنوان\n\nنص طويل."
    for text, reason in (("", "empty"), (" \n", "blank")):
        with pytest.raises(InputError) as caught:
            text_file(text, "clipboard")
        assert caught.value.reason == reason


def test_writes_the_article_with_what_is_there():
    written = write(small_document(), WriteOptions("out.txt"))
    assert written.data.decode() == (
        "Headline\n\nThe minister visited He said\n “yes”.\nOver. Done. بلا مسودة.\n"
    )
    facts = {notice.code: dict(notice.facts) for notice in written.notices}
    assert facts["unreviewed_drafts"]["count"] == "1"
    assert facts["untranslated"]["count"] == "1"


@pytest.mark.shared
def test_the_starting_article(article: Path):
    file = only(read_bytes(article))
    assert [unit.role for unit in file.units[:3]] == [Role.HEADLINE, Role.DATELINE, Role.PARAGRAPH]
    assert [unit.text for unit in file.units if unit.role is Role.SUBHEADING] == ["دور"]
    furniture = [unit.text for unit in file.units if unit.role is Role.FURNITURE]
    assert furniture == [": 205", "العلامات", "تعليقات أضف تعليقا", "اترك تعليقا"]
    assert_nothing_lost(file)
