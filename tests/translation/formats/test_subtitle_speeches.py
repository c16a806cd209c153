"""Who speaks in a cue, what only places it, and lines for a screen."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.translation.formats.in_place_contract import opened, texts
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
from translation.formats import FormatSpec, ReadOptions, WriteOptions
from translation.model.edits import Put
from translation.model.inline import strip_codes
from translation.model.segment import SegmentState


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
