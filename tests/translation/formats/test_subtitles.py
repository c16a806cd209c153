"""Subtitles in place: oddities opened without loss, codes, line breaks, encodings."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translation.formats.in_place_contract import InPlaceContract, opened, texts, translate
from tests.translation.formats.subtitle_texts import (
    PLAIN_SRT,
    SRT,
    TIME,
    VTT,
    only,
    sources,
    with_targets,
    written,
)
from translation.errors import ExportError, InputError
from translation.formats import FormatSpec, ReadOptions, WriteOptions
from translation.model.document import Document
from translation.model.inline import codes_in
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import SourceFile

ODD_SRT = f"""

7
{TIME.format(1).replace(",", ".")}
\u202bسطر أول\u202c
\u202bسطر ثان\u202c


{TIME.format(2)}
بلا رقم


9
{TIME.format(1)}
فراغ

في وسطه

9
{TIME.format(0)}

10
{TIME.format(3)}
قبل رقم بلا فراغ
11
{TIME.format(4)}
<b>لم يغلق
1984"""


PLAIN_VTT = """WEBVTT - news
Kind: captions
X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000

STYLE
::cue(b) { color: red }

REGION
id:top

NOTE 00:00.000 --> 00:01.000 is no cue
neither is this

first cue
00:00:01.000 --> 00:00:02.000 align:start position:10% line:0
<v فاطمة>قال <c.yellow.big>الوزير</c> &amp; قلنا &lt;نعم&gt;.

00:02.000 --> 00:03.000
سطر <00:02.500>أول
ثم سطر <b>ثان</b>
"""


class SubtitleContract(InPlaceContract):
    def test_codes_come_back_with_their_text(self):
        """All but line breaks at the edges of a cue: an empty line would end it."""
        for document in self.documents():
            kept = [
                [c for c in codes_in(s.source) if not document.unit_of(s).codes[c].deletable]
                for s in document.segments
            ]
            translate(document, lambda number, _: f"Translation {number}.")
            again = opened(self.spec, self.write(document))
            for segment, before in zip(again.segments, kept, strict=True):
                codes = again.unit_of(segment).codes
                now = [c for c in codes_in(segment.source) if not codes[c].deletable]
                assert len(now) == len(before)


class TestSubRip(SubtitleContract):
    format_id = "srt"
    samples: ClassVar[dict[str, bytes]] = {
        "plain": PLAIN_SRT.encode(),
        "marked": b"\xef\xbb\xbf" + PLAIN_SRT.replace("\n", "\r\n").encode(),
        "odd": ODD_SRT.encode(),
        "old mac": PLAIN_SRT.replace("\n", "\r").encode(),
        "utf-16": PLAIN_SRT.encode("utf-16"),
    }


class TestWebVtt(SubtitleContract):
    format_id = "vtt"
    samples: ClassVar[dict[str, bytes]] = {
        "plain": PLAIN_VTT.encode(),
        "marked": b"\xef\xbb\xbf" + PLAIN_VTT.replace("\n", "\r\n").encode(),
        "no end": PLAIN_VTT.rstrip("\n").encode(),
    }


def test_odd_cues_are_found_whole():
    document = only(SRT, ODD_SRT)
    assert sources(document) == [
        "سطر أول سطر ثان",
        "بلا رقم",
        "فراغ في وسطه",
        "قبل رقم بلا فراغ",
        "لم يغلق 1984",
    ]


def test_only_cues_of_a_webvtt_file_are_text():
    assert sources(only(VTT, PLAIN_VTT)) == ["قال الوزير & قلنا <نعم>.", "سطر أول ثم سطر ثان"]


def test_tags_and_line_breaks_are_codes():
    document = only(SRT, PLAIN_SRT)
    labels = [[code.label for code in unit.codes] for unit in document.units]
    assert labels == [[], ["i", "/i", "\u23ce", "font", "/font"], ["{\\an8}"]]
    assert document.units[1].codes[2].deletable
    labels = [[code.label for code in unit.codes] for unit in only(VTT, PLAIN_VTT).units]
    assert labels == [["v", "c", "/c"], ["<00:02.500>", "\u23ce", "b", "/b"]]


def test_a_line_break_typed_or_placed_is_a_line_of_the_cue():
    text = with_targets(SRT, PLAIN_SRT.replace("\n", "\r\n"), "One\n\ntwo \n", "Left \ue002 right")
    assert "\r\nOne\r\ntwo\r\n\r\n2\r\n" in text
    assert "\r\nLeft\r\nright\r\n\r\n3\r\n" in text
    assert text.startswith(f"1\r\n{TIME.format(1)}\r\n")


def test_marks_that_turn_arabic_lines_are_neither_text_nor_written():
    text = with_targets(SRT, ODD_SRT, "First line\nsecond line")
    assert "\nFirst line\nsecond line\n\n" in text
    assert "\u202b" not in text


def test_what_a_translator_wrote_is_no_markup():
    typed = "a <b>bold</b> {\\an8} " + TIME.format(5)
    for spec, data in ((SRT, PLAIN_SRT), (VTT, PLAIN_VTT)):
        text = with_targets(spec, data, typed + "\n" + TIME.format(6))
        again = only(spec, text)
        assert len(again.segments) == len(only(spec, data).segments)
        assert sources(again)[0] == f"{typed} {TIME.format(6)}"


def test_the_old_code_page_stays_where_it_can():
    data = PLAIN_SRT.encode("cp1256")
    document = only(SRT, data)
    assert document.files[0].encoding == "cp1256"
    assert written(document, SRT) == data
    translate(document, lambda number, _: f"Said – “{number}”")
    assert "“0”".encode("cp1256") in written(document, SRT)
    translate(document, lambda number, _: f"Said \u0142 {number}")
    assert SRT.write
    done = SRT.write(document, WriteOptions("out.srt"))
    assert "encoding_changed" in {notice.code for notice in done.notices}
    assert "\u0142 0" in done.data.decode("utf-8")


@pytest.mark.parametrize(
    ("spec", "data", "reason"),
    [
        (SRT, b"", "empty"),
        (SRT, b"\xef\xbb\xbf", "empty"),
        (SRT, b"\n\n", "blank"),
        (SRT, b"just a text\n\nof paragraphs", "wrong_format"),
        (SRT, f"1\n{TIME.format(1)}\n\n2\n{TIME.format(2)}\n".encode(), "no_text"),
        (SRT, b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
        (VTT, b"", "empty"),
        (VTT, PLAIN_SRT.encode(), "wrong_format"),
        (VTT, b"WEBVTTX\n\n00:01.000 --> 00:02.000\nabc", "wrong_format"),
        (VTT, b"WEBVTT\n\nNOTE nothing else\n", "no_text"),
        (VTT, b"\x00" * 500, "binary"),
    ],
)
def test_refusals(spec: FormatSpec, data: bytes, reason: str):
    assert spec.read
    with pytest.raises(InputError) as caught:
        spec.read(data, ReadOptions("bad.file"))
    assert caught.value.reason == reason
    assert "bad.file" in str(caught.value)


def test_controls_are_codes_and_come_back():
    text = with_targets(SRT, f"1\n{TIME.format(1)}\nنص\0 هنا\n", "Text\ue000 here")
    assert text.endswith("\nText\0 here\n")


def test_a_very_long_line_is_one_cue():
    document = only(SRT, f"1\n{TIME.format(1)}\n" + "ا" * 500_000 + " \t" * 100_000 + "\n")
    assert len(document.units) == 1


def test_many_cues_report_how_far_they_are():
    data = "".join(f"{n}\n{TIME.format(1)}\nنص {n}\n\n" for n in range(1_000)).encode()
    told: list[tuple[int, int]] = []
    assert SRT.read
    SRT.read(data, ReadOptions("a.srt", report=lambda done, total: told.append((done, total))))
    assert told == [(n, 1_000) for n in range(0, 1_000, 200)]


def test_a_damaged_original_is_said():
    document = only(SRT, PLAIN_SRT)
    file = SourceFile("f9", "a.srt", ARABIC_TO_ENGLISH, "srt", b"1\n00:00 --> 00:01\nx", "utf-8")
    broken = Document()
    units = [replace(unit, file_id=file.id) for unit in document.units]
    broken.add_file(file, units, document.snapshot())
    translate(broken, lambda number, _: "x")
    with pytest.raises(ExportError) as caught:
        written(broken, SRT)
    assert caught.value.reason == "original_damaged"


_LINES = st.lists(
    st.sampled_from(
        [
            "",
            " ",
            "1",
            "2",
            TIME.format(1),
            TIME.format(2),
            "نص",
            "<i>نص</i>",
            "</b>",
            "NOTE",
            "-->",
        ]
    ),
    max_size=20,
)


@given(_LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from([SRT, VTT]))
def test_any_lines_come_back_untouched(lines: list[str], newline: str, spec: FormatSpec):
    data = newline.join(["WEBVTT", "", *lines] if spec is VTT else lines).encode()
    try:
        document = only(spec, data)
    except InputError:
        return  # nothing to translate in it; any other exception fails
    assert written(document, spec) == data


_TYPED = st.text(st.sampled_from("ab 1<>/{}\\&;-:,.\n\u200f😀é")).map(str.strip).filter(bool)


@given(st.lists(_TYPED, min_size=3, max_size=3), st.sampled_from([SRT, VTT]))
def test_any_target_comes_back(targets: list[str], spec: FormatSpec):
    data = PLAIN_SRT if spec is SRT else PLAIN_VTT
    again = only(spec, with_targets(spec, data, *targets))
    for now, target in zip(texts(again), targets, strict=False):
        assert now == " ".join(target.split())
