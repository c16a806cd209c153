"""Subtitles in place: oddities opened without loss, codes, line breaks, encodings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translation.formats.in_place_contract import InPlaceContract, opened, texts, translate
from translation.errors import ExportError, InputError
from translation.formats import FORMATS, FormatSpec, ReadOptions, WriteOptions
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.inline import codes_in, strip_codes
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import SegmentState, SourceFile

SRT, VTT = (next(spec for spec in FORMATS if spec.id == name) for name in ("srt", "vtt"))
TIME = "00:00:0{0},000 --> 00:00:0{0},900"

PLAIN_SRT = f"""1
{TIME.format(1)}
قال الوزير إن الحوار مهم.

2
{TIME.format(2)} X1:10 X2:20 Y1:5 Y2:9
<i>وأضاف</i> أن
<font color="#ffff00">التعاون</font> مستمر.

3
{TIME.format(3)}
{{\\an8}}عنوان
"""
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


def only(spec: FormatSpec, text: str | bytes) -> Document:
    return opened(spec, text.encode() if isinstance(text, str) else text)


def sources(document: Document) -> list[str]:
    return [strip_codes(segment.source) for segment in document.segments]


def written(document: Document, spec: FormatSpec) -> bytes:
    assert spec.write
    return spec.write(document, WriteOptions("out")).data


def with_targets(spec: FormatSpec, data: str | bytes, *targets: str | None) -> str:
    """Open a file, give the first segments these targets, and return the file exported."""
    document = only(spec, data)
    for segment, target in zip(document.snapshot(), targets, strict=False):
        if target is not None:
            after = replace(segment, target=target, state=SegmentState.CONFIRMED)
            document.apply(Put(segment, after))
    return written(document, spec).decode()


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


def test_lines_of_two_speakers_stay_two_lines():
    data = f"1\n{TIME.format(1)}\n<i>- ماذا قال؟\n\u200f- قال إنه <b>يبدأ\nغدا</b></i>\n".encode()
    document = opened(SRT, data)
    assert [strip_codes(s.source) for s in document.segments] == [
        "ماذا قال؟", "قال إنه يبدأ غدا"
    ]  # fmt: skip
    assert [s.lead for s in document.segments] == ["- ", "\u200f- "]
    for segment, target in zip(document.snapshot(), ("- What?", "- It starts."), strict=True):
        document.apply(Put(segment, replace(segment, target=target)))
    assert written(document, SRT).decode().splitlines()[2:] == ["- What?", "- It starts."]


def test_a_minus_sign_and_one_speaker_stay_in_their_segment():
    for text in ("الحرارة\n-5 درجات", "- ماذا\nقال؟", "قال\n-"):
        assert len(opened(SRT, f"1\n{TIME.format(1)}\n{text}\n".encode()).segments) == 1


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


def speakers(lines: str, spec: FormatSpec = SRT) -> list[tuple[str, str]]:
    data = (
        f"1\n{TIME.format(1)}\n{lines}\n" if spec is SRT else f"WEBVTT\n\n{TIME.format(1)}\n{lines}"
    )
    document = opened(spec, data.replace(",", ".").encode() if spec is VTT else data.encode())
    return [(s.lead, strip_codes(s.source)) for s in document.segments]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("- نعم؟\n- لا.", [("- ", "نعم؟"), ("- ", "لا.")]),
        ("– نعم؟\n— لا.", [("– ", "نعم؟"), ("— ", "لا.")]),
        ("ـ نعم؟\nـ لا.", [("- ", "نعم؟"), ("- ", "لا.")]),
        ("\u200fـ نعم؟\n\u200fـ لا.", [("\u200f- ", "نعم؟"), ("\u200f- ", "لا.")]),
        ("-لا تنس\nالباب\n-حسنا", [("-", "لا تنس الباب"), ("-", "حسنا")]),
        ("هل أنت جاهز؟ -\nنعم. -", [("- ", "هل أنت جاهز؟"), ("- ", "نعم.")]),
        ("هل أنت جاهز؟-\nنعم.-", [("- ", "هل أنت جاهز؟"), ("- ", "نعم.")]),
        ("<i>- سلمى!</i>\n<i>- ماذا؟</i>", [("- ", "سلمى!"), ("- ", "ماذا؟")]),
        ("- ٥ تفاحات؟\n- 3 فقط.", [("- ", "٥ تفاحات؟"), ("- ", "3 فقط.")]),
        ("كريم: أين الخبز؟\nسلمى: هنا.", [("", "كريم: أين الخبز؟"), ("", "سلمى: هنا.")]),
        ("أين الخبز؟\nعلى الطاولة.", [("", "أين الخبز؟"), ("", "على الطاولة.")]),
        ("- «نعم»\n- «لا»", [("- ", "«نعم»"), ("- ", "«لا»")]),
    ],
)
@pytest.mark.parametrize("spec", [SRT, VTT], ids=["srt", "vtt"])
def test_each_speaker_has_a_segment_and_the_dash_stands_beside_it(
    lines: str, expected: list[tuple[str, str]], spec: FormatSpec
):
    assert speakers(lines, spec) == expected


@pytest.mark.parametrize(
    "lines",
    [
        "الحرارة\n-5 درجات",
        "قال\n-",
        "ـ",
        "لم أعرف...\nأنك هنا.",
        "لم يكن في\nالبيت أحد.",
        "قال لي -\nثم مضى",
    ],
)
def test_one_speaker_has_one_segment(lines: str):
    assert len(speakers(lines)) == 1


def test_what_a_speaker_says_goes_out_behind_one_dash():
    lines = "هل أنت جاهز؟ -\nنعم. -"
    data = f"1\n{TIME.format(1)}\n{lines}\n"
    assert with_targets(SRT, data, "Ready?", "- Yes.").endswith("\n- Ready?\n- Yes.\n")
    assert with_targets(SRT, data, "هل أنت جاهز؟", "نعم.") == data
    turned = f"1\n{TIME.format(1)}\n<i>ـ نعم؟</i>\n<i>ـ لا.</i>\n"
    assert with_targets(SRT, turned, "\ue000Yes?\ue001", "\ue003No.\ue004").endswith(
        "\n- <i>Yes?</i>\n- <i>No.</i>\n"
    )


def test_all_marks_that_turn_lines_stay_behind():
    lines = "\u200f\u2067هيا بنا\u2069\u200f\nإلى السوق\u200f!"
    data = f"1\n{TIME.format(1)}\n{lines}\n"
    for target in (
        "\u200f\u2067Come on\u2069\ue000to the market\u200f!",
        "Come on\nto the market!",
    ):
        assert with_targets(SRT, data, target).endswith("\nCome on\nto the market!\n")
    vtt = with_targets(VTT, "WEBVTT\n\n00:01.000 --> 00:02.000\nالباب&rlm;!", "Door\u200f!")
    assert vtt.endswith("\nDoor!")


def test_overrides_of_other_formats_are_codes():
    text = "{y:i}نعم\\Nلا{\\i0}"
    document = only(SRT, f"1\n{TIME.format(1)}\n{text}\n")
    assert [code.markup for code in document.units[0].codes] == ["{y:i}", "\\N", "{\\i0}"]
    assert sources(document) == ["نعملا"]


def test_numbers_that_begin_again_are_no_text():
    cues = ["1", "2", "3", "1", "2"]
    data = "".join(f"{n}\n{TIME.format(1)}\nنص\n" for n in cues)
    assert sources(only(SRT, data)) == ["نص"] * 5
    counting = f"{TIME.format(1)}\nنص\n7\n{TIME.format(2)}\nنص\n\n{TIME.format(3)}\nنص\n"
    assert sources(only(SRT, counting)) == ["نص 7", "نص", "نص"]


def test_times_with_an_odd_arrow_are_times_and_said():
    data = f"1\n{TIME.format(1)}\nأول\n\n2\n 00:00:02,000 -> 00:00:03,000\nثان\n"
    document = only(SRT, data)
    assert sources(document) == ["أول", "ثان"]
    assert SRT.read
    [file] = SRT.read(data.encode(), ReadOptions("a.srt"))
    assert [(n.code, dict(n.facts)["count"]) for n in file.notices] == [("odd_cue_times", "1")]
    assert " 00:00:02,000 -> 00:00:03,000\nsecond" in with_targets(SRT, data, None, "second")


def test_a_typed_line_too_long_for_a_screen_is_broken_and_said():
    typed = (
        "When the train arrived at the last station in the valley, the rain had stopped and all"
        " the people had come out into the old square."
    )
    document = only(SRT, PLAIN_SRT)
    first = document.segments[0]
    document.apply(Put(first, replace(first, target=typed)))
    assert SRT.write
    done = SRT.write(document, WriteOptions("out.srt"))
    lines = done.data.decode().split("\n\n")[0].split("\n")[2:]
    assert " ".join(lines) == typed
    assert len(lines) == 3
    assert max(map(len, lines)) <= 60
    assert lines[0].endswith("valley,") or not lines[0].endswith((" the", " in"))
    assert ("long_lines_broken", "1") in [
        (n.code, dict(n.facts)["count"]) for n in done.notices if "count" in dict(n.facts)
    ]


def test_a_webvtt_file_says_the_language_of_its_translation():
    data = (
        "WEBVTT\nKind: captions\nLanguage: ar-EG\n\n00:01.000 --> 00:02.000\n"
        "<v سلمى><lang ar>نعم</lang> إلى اللقاء\n"
    )
    assert VTT.read
    [file] = VTT.read(data.encode(), ReadOptions("a.vtt"))
    assert [(n.code, dict(n.facts)["count"]) for n in file.notices] == [("speaker_names", "1")]
    made = with_targets(VTT, data, "\ue000\ue001Yes\ue002, bye")
    assert "\nLanguage: en\n\n" in made
    assert "<v سلمى><lang en>Yes</lang>, bye" in made
    assert written(only(VTT, data), VTT).decode() == data


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("subtitles/07-coordinates-tags.srt", 6),
        ("subtitles/08-rtl-marks.srt", 5),
        ("subtitles/10-numbers-restart.srt", None),
        ("subtitles/11-times.srt", 5),
        ("more/d02_no_blank_restart.srt", 7),
        ("more/d04_dialogue.srt", 17),
        ("more/d07_blocks.vtt", None),
    ],
)
def test_given_subtitles_have_their_speeches_and_none_of_their_marks(
    shared, name: str, found: int | None
):
    data = (shared / "cases/articles" / name).read_bytes()
    spec = VTT if name.endswith(".vtt") else SRT
    document = opened(spec, data)
    assert found in (None, len(document.segments))
    assert not any("->" in text or "{" in text or "\\N" in text for text in texts(document))
    assert not any(s.source.startswith(("-", "ـ")) for s in document.segments)
    assert written(document, spec) == data
    letters = dict.fromkeys(map(chr, range(1568, 1744)), "x")
    for segment in document.snapshot():
        target = segment.source.translate(str.maketrans(letters))
        document.apply(Put(segment, replace(segment, target=target)))
    made = written(document, spec).decode("utf-8-sig")
    assert not re.search("[\u061c\u200f\u202a-\u202e\u2066-\u2069]", made)


WEBVTT_BLOCKS = """WEBVTT
00:01.000 --> 00:02.000
بلا سطر فارغ بعد الرأس

NOTE
قال: من --> إلى

00:03.000 --> 00:04.000
بداية
\x20
بعد سطر من فراغ
00:05.000 --> 00:06.000
بلا سطر فارغ قبله

عنوان
من سطرين
00:07.000 --> 00:08.000
تحت عنوانين

STYLE
00:09.000 --> 00:10.000
اسم المقطع STYLE

STYLE
::cue { color: red }
"""


def test_webvtt_blocks_are_those_of_the_standard():
    document = opened(VTT, WEBVTT_BLOCKS.encode())
    found = [strip_codes(text) for text in texts(document)]
    assert found == [
        "بلا سطر فارغ بعد الرأس",
        "بداية بعد سطر من فراغ",
        "بلا سطر فارغ قبله",
        "تحت عنوانين",
        "اسم المقطع STYLE",
    ]


@pytest.mark.parametrize("spec", [SRT, VTT], ids=["srt", "vtt"])
def test_a_cue_whose_text_did_not_change_stays_byte_for_byte(spec):
    cues = "00:00:01.000 --> 00:00:02.000\n  فراغ في الطرفين  \n \nوسطر بعده \n\n"
    data = (f"WEBVTT\n\n{cues}" if spec is VTT else f"1\n{cues}").encode()
    document = opened(spec, data)
    for segment in document.segments:
        same = replace(segment, target=segment.source, state=SegmentState.CONFIRMED)
        document.apply(Put(segment, same))
    assert spec.write is not None
    assert spec.write(document, WriteOptions("o")).data == data


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "cues"),
    [
        ("subtitles/16-comma.vtt", 3),
        ("more/d15_vtt_space_line.vtt", 2),
        ("more/d16_vtt_no_blank.vtt", 3),
        ("more/d08_odd.vtt", 7),
    ],
)
def test_given_webvtt_files_have_all_their_cues(shared, name: str, cues: int):
    data = (shared / "cases/articles" / name).read_bytes()
    document = opened(VTT, data)
    assert len({segment.unit_id for segment in document.segments}) == cues
    assert not any("-->" in text for text in texts(document))
