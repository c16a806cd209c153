"""Plain text in and out: encodings, special characters, nothing lost."""

from __future__ import annotations

import codecs
import json
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translation.formats.bilingual_documents import small_document
from tests.translation.formats.in_place_contract import InPlaceContract, opened, texts, translate
from translation.errors import ExportError, InputError
from translation.formats import FORMATS, ReadOptions, WriteOptions, read_bytes, text_file
from translation.formats.plain_text import read, write
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.imported import ImportedFile
from translation.model.inline import strip_codes
from translation.model.segment import Role, SegmentState
from translation.work.building import build_document

NEWS = "جددت الكويت التزامها بتعزيز الاستقرار.\nدور\nوتابع: لقد تحدثنا عن الدور المهم.\n"
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("marked", [True, False])
def test_unicode_with_and_without_a_mark(encoding: str, marked: bool):
    file = only((MARKS[encoding] if marked else b"") + NEWS.encode(encoding))
    assert file.encoding == encoding
    assert [unit.text for unit in file.units] == NEWS.splitlines()
    assert ("encoding_guessed" in notice_codes(file)) == (encoding != "utf-8" and not marked)
    assert_nothing_lost(file)


def test_utf_32_is_known_by_its_mark():
    for name, mark in (("utf-32-le", codecs.BOM_UTF32_LE), ("utf-32-be", codecs.BOM_UTF32_BE)):
        file = only(mark + NEWS.encode(name))
        assert (file.encoding, [u.text for u in file.units]) == (name, NEWS.splitlines())
        assert_nothing_lost(file)


def test_a_guess_that_comes_near_another_says_so():
    notices = {notice.code: dict(notice.facts) for notice in only("عنوان".encode("cp1256")).notices}
    assert notices["encoding_doubtful"]["encoding"] == "cp1256"
    assert notices["encoding_doubtful"]["other"]


@pytest.mark.shared
@pytest.mark.parametrize("name", ["cp720", "macarabic", "utf32le-bom"])
def test_given_encodings_are_read(shared, name: str):
    place = shared / "cases/articles/encoding"
    file = only((place / f"{name}.txt").read_bytes())
    right = (place / "right.txt").read_text(encoding="utf-8")
    if name == "cp720":  # It has no Arabic comma.
        right = right.replace("،", ",").replace("؟", "?")
    assert [unit.text for unit in file.units] == [line for line in right.splitlines() if line]


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859-6", "cp720", "mac-arabic"])
@pytest.mark.parametrize("text", [NEWS, "مرحبا بالعالم"])
def test_arabic_code_pages_are_guessed_and_the_guess_is_shown(encoding: str, text: str):
    file = only(text.encode(encoding))
    assert file.encoding == encoding
    told = {"encoding_guessed"} if text == NEWS else {"encoding_guessed", "encoding_doubtful"}
    assert len(notice_codes(file)) == 1
    assert notice_codes(file) <= told
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
    st.sampled_from(list(MARKS)),
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


def test_from_another_format_it_is_made_anew():
    written = write(small_document(), WriteOptions("out.txt"))
    assert written.data.decode() == (
        "Headline\n\nThe minister visited He said\n “yes”.\nOver. Done. بلا مسودة.\n"
    )
    facts = {notice.code: dict(notice.facts) for notice in written.notices}
    assert facts["unreviewed_drafts"]["count"] == "1"
    assert facts["untranslated"]["count"] == "1"


TXT = next(spec for spec in FORMATS if spec.id == "txt")
WRAPPED = """أعلن الوزير اليوم في مؤتمر صحفي عقد بالعاصمة أن الحوار بين البلدين مستمر وأن
التعاون في مجالات الطاقة والتعليم والصحة سيتسع في الأعوام المقبلة بعد أن وقع
الجانبان على مذكرات تفاهم جديدة تشمل تبادل الخبرات وتدريب العاملين في القطاع
العام والخاص.

  وأضاف أن الحكومة ستعرض نتائج هذه المشاورات على البرلمان قبل نهاية العام الحالي
  وأنها ترحب بكل اقتراح.
"""
FURNISHED = "عنوان الخبر\r\n\r\n  قال الوزير نعم. وأضاف لا.\r\n\r\nاترك تعليقا\r\n"


def out(document: Document) -> bytes:
    return write(document, WriteOptions("out.txt")).data


def translated(data: bytes, *targets: str) -> bytes:
    """The export with these targets in the first segments."""
    document = opened(TXT, data)
    for segment, target in zip(document.snapshot(), targets, strict=False):
        after = replace(segment, target=target, state=SegmentState.CONFIRMED)
        document.apply(Put(segment, after))
    return out(document)


class TestPlainTextInPlace(InPlaceContract):
    format_id = "txt"
    samples: ClassVar[dict[str, bytes]] = {
        "news": NEWS.encode(),
        "furniture": FURNISHED.encode(),
        "marked": codecs.BOM_UTF8 + FURNISHED.encode(),
        "utf-16 marked": FURNISHED.encode("utf-16"),
        "utf-16": FURNISHED.encode("utf-16-be"),
        "old mac": NEWS.replace("\n", "\r").encode(),
        "mixed": "واحد\u2028\u2028اثنان\u2029ثلاثة\r\n\r\nأربعة\n\nخمسة\rستة".encode(),
        "wrapped": WRAPPED.encode(),
        "controls": "مر\0حبا \ud83d نص \x07 \ue123.\x1c\n\n".encode("utf-8", "surrogatepass"),
    }


def test_all_but_the_words_stays():
    data = translated(FURNISHED.encode(), "Headline", "Yes, said the minister.", "No, he added.")
    assert data.decode() == (
        "Headline\r\n\r\n  Yes, said the minister. No, he added.\r\n\r\nاترك تعليقا\r\n"
    )
    assert translated(FURNISHED.encode(), "One\ntwo").decode().startswith("One\r\ntwo\r\n\r\n  ")


def test_a_text_wrapped_by_hand_is_wrapped_again():
    document = opened(TXT, WRAPPED.encode())
    assert len(document.units) == 2
    assert out(document) == WRAPPED.encode()
    translate(document, lambda number, _: f"Sentence {number} " + "goes on and on " * 15 + "here.")
    text = out(document).decode()
    assert max(map(len, text.splitlines())) <= max(map(len, WRAPPED.splitlines()))
    assert text.count("\n\n") == 1
    assert [line[:2] for line in text.split("\n\n")[1].splitlines()] == ["  "] * 4
    assert texts(opened(TXT, text.encode())) == [
        " ".join(f"Sentence {number} {'goes on and on ' * 15}here.".split()) for number in (0, 1)
    ]


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859-6"])
def test_a_code_page_is_kept_where_it_can_hold_the_translation(encoding: str):
    data = NEWS.encode(encoding)
    assert out(opened(TXT, data)) == data
    assert translated(data, "Kuwait renewed.").decode(encoding).startswith("Kuwait renewed.\nدور\n")
    document = opened(TXT, data)
    translate(document, lambda number, _: "a \u0142 b")
    written = write(document, WriteOptions("out.txt"))
    assert written.data.decode("utf-8").startswith("a \u0142 b\n")
    assert "encoding_changed" in {notice.code for notice in written.notices}


def test_a_pasted_text_is_written_in_place_too():
    for text in (FURNISHED, "\ufeff" + FURNISHED, "نص \ud800 هنا"):
        document, _ = build_document([text_file(text, "clipboard")])
        assert out(document) == text.encode("utf-8", "surrogatepass")
        translate(document, lambda number, _: f"Text {number}.")
        assert b"Text 0." in out(document)


def test_a_damaged_original_is_said():
    document = opened(TXT, NEWS.encode())
    broken = Document()
    file = replace(document.files[0], original=b"other")
    broken.add_file(file, document.units, document.snapshot())
    translate(broken, lambda number, _: "x")
    with pytest.raises(ExportError) as caught:
        out(broken)
    assert caught.value.reason == "original_damaged"


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.sampled_from("اب1. \n\r\t\u2028\x85\x0b\0\ud800\ue000\U0001f600\u200f\xad")),
    st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]),
)
def test_any_text_untouched_is_written_as_it_came(text: str, encoding: str):
    data = MARKS[encoding] + text.encode(encoding, "surrogatepass")
    try:
        document = opened(TXT, data)
    except InputError:
        return  # test_nothing_is_ever_lost says which those are
    assert out(document) == data


@given(st.text(st.sampled_from("ab1. \u200f\U0001f600*<&\\")).map(str.strip).filter(bool))
def test_any_target_comes_back(target: str):
    again = opened(TXT, translated(NEWS.encode(), target, "Role", "The end."))
    assert texts(again)[0] == " ".join(target.split())


BAD_TEXTS: dict[str, bytes] = {
    "T6 cp1256": NEWS.encode("cp1256"),
    "T7 iso8859-6": NEWS.encode("iso8859-6"),
    "T10 mojibake saved": NEWS.encode().decode("cp1252", "replace").encode(),
    "T11 controls": "نص\0 أول\x07\x1b هنا\x0c.\n".encode(),
    "T12 line ends": "أ\u2028ب\u2029ج\x85د\n".encode(),
    "T13 CR only": NEWS.replace("\n", "\r").encode(),
    "T14 mixed": NEWS.replace("\n", "\r\n", 1).encode(),
    "T15 no space": ("ا" * 500_000).encode(),
    "T16 combining": ("ا" + "\u0301" * 100_000).encode(),
    "T17 nested embeddings": ("\u202b" * 20_000 + "نص" + "\u202c" * 20_000).encode(),
    "T17 nested isolates": ("\u2067" * 20_000 + "نص" + "\u2069" * 20_000).encode(),
    "T18 unclosed override": "تقرير\u202etxt.exe\n".encode(),
    "T19 tatweel": ("ب" + "\u0640" * 200_000 + "ت").encode(),
    "T20 joined emoji": ("👩\u200d👩\u200d👧\u200d👦" * 5_000).encode(),
    "T21 lone surrogate": "قال \ud83d نعم.\n".encode("utf-8", "surrogatepass"),
    "T22 presentation forms": "\ufedf\ufef4\ufeb2 \ufefb\n".encode(),
    "T23 NFC and NFD": "آ \u0627\u0653 é e\u0301\n".encode(),
    "T24 Persian and Urdu": "این کتاب است۔ یہ ہے۔\n".encode(),
    "T25 many lines": ("كلمة\n" * 20_000).encode(),
}
"""The texts of the list of bad inputs that open; test_refusals has those that do not."""


@pytest.mark.parametrize("case", BAD_TEXTS)
def test_bad_inputs_open_and_come_back_whole(case: str):
    data = BAD_TEXTS[case]
    document = opened(TXT, data)
    assert out(document) == data
    first = next(s for s in document.snapshot() if not document.is_furniture(s))
    document.apply(Put(first, replace(first, target="Translated.")))
    assert "Translated." in out(document).decode(document.files[0].encoding, "surrogatepass")


def test_reading_reports_how_far_it_is():
    told: list[tuple[int, int]] = []
    options = ReadOptions("a.txt", report=lambda done, total: told.append((done, total)))
    read("فقرة.\n".encode() * 450, options)
    assert told == [(0, 450), (200, 450), (400, 450)]


@pytest.mark.shared
def test_the_starting_article(article: Path):
    file = only(read_bytes(article))
    assert [unit.role for unit in file.units[:3]] == [Role.HEADLINE, Role.DATELINE, Role.PARAGRAPH]
    assert [unit.text for unit in file.units if unit.role is Role.SUBHEADING] == ["دور"]
    furniture = [unit.text for unit in file.units if unit.role is Role.FURNITURE]
    assert furniture == [": 205", "العلامات", "تعليقات أضف تعليقا", "اترك تعليقا"]
    assert_nothing_lost(file)
