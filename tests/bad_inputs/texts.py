"""Bad texts (1 to 27) and bad segments (28 to 34)."""

from __future__ import annotations

import json

from tests.bad_files import NEWS
from tests.bad_inputs.kinds import BadFile, BadInput, Opened, Refused
from tests.translation.formats.docx_samples import package, para, run
from tests.translation.formats.odt_files import odt
from tests.translation.formats.test_plain_text import BAD_TEXTS
from tests.translation.formats.test_xliff_bad_files import UNIT_1, in_1

_PLAIN = "tests/translation/formats/test_plain_text.py"
_BAD = "tests/translation/test_bad_input.py"
_FILES = "tests/translation/formats/test_files.py"
_WHOLE = f"{_PLAIN}::test_bad_inputs_open_and_come_back_whole"
_SPLITTING = "tests/translation/segmentation/test_splitting.py"
_PIPELINE = "tests/translation/engines/test_pipeline.py"
_LOOPS = "tests/translation/text/test_loops.py"
_JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 20
_SENTENCE = "قال الوزير إن الحوار مهم."
_MARKUP = "قال <b>نعم</b> &amp; ]]> %s {0} هنا."


def txt(data: bytes, expected: Refused | Opened, name: str = "a.txt") -> BadFile:
    return BadFile(name, lambda: data, expected)


def _listed(case: str, segments: int | None = None, notice: str = "") -> BadFile:
    """A text that test_plain_text has already."""
    return txt(BAD_TEXTS[case], Opened(segments, notice=notice))


def _in_each_format(text: str, times: int = 1, notice: str = "") -> tuple[BadFile, ...]:
    """Files of nearly every format that hold a text (no markup) so many times.

    ``notice`` is said where the program cuts a text into segments itself.
    """
    numbers = range(times)
    time = "00:00:01,000 --> 00:00:02,000"
    units = (UNIT_1.replace('"1"', f'"{n}"').replace("نص", text) for n in numbers)
    written = {
        "txt": f"{text}\n\n" * times,
        "md": f"{text}\n\n" * times,
        "html": f"<html><meta charset=utf-8><body>{f'<p>{text}</p>' * times}</body></html>",
        "srt": "".join(f"{n}\n{time}\n{text}\n\n" for n in numbers),
        "vtt": "WEBVTT\n\n" + f"{time.replace(',', '.')}\n{text}\n\n" * times,
        "po": "".join(f'msgctxt "{n}"\nmsgid "{text}"\nmsgstr ""\n\n' for n in numbers),
        "xlf": in_1("".join(units)),
        "tsv": "source\ttarget\n" + f"{text}\tText\n" * times,
        "csv": "source,target\n" + f"{text},Text\n" * times,
        "jsonl": (json.dumps({"source": text}) + "\n") * times,
        "docx": package(para(run(text)) * times),
        "odt": odt(f"<text:p>{text}</text:p>" * times),
    }
    bilingual = {"po", "xlf", "tsv", "csv", "jsonl"}
    return tuple(
        txt(
            made if isinstance(made, bytes) else made.encode(),
            Opened(
                None if notice else times,
                () if notice else (text,),
                "" if suffix in bilingual else notice,
                is_rebuilt=suffix not in ("tsv", "csv", "jsonl"),
            ),
            f"a.{suffix}",
        )
        for suffix, made in written.items()
    )


def _everywhere(data: bytes, expected: Refused, suffixes: str) -> tuple[BadFile, ...]:
    return tuple(BadFile(f"a{suffix}", lambda: data, expected) for suffix in suffixes.split())


_ANY = ".txt .md .html .docx .odt .pdf .srt .vtt .po .xlf .tmx .tsv .csv .xlsx .jsonl"
_TEXTUAL = ".txt .md .html .srt .vtt .tsv .csv .jsonl"

TEXTS: dict[int, BadInput] = {
    1: BadInput("an empty file", _everywhere(b"", Refused("is empty"), _ANY)),
    2: BadInput(
        "nothing but a byte order mark",
        (
            *_everywhere(b"\xef\xbb\xbf", Refused("is empty"), _TEXTUAL),
            *_everywhere(b"\xff\xfe", Refused("is empty"), ".txt .csv"),
        ),
    ),
    3: BadInput(
        "nothing but white space",
        _everywhere(" \r\n\t\u00a0\u2028\n".encode(), Refused("white space"), _TEXTUAL),
    ),
    4: BadInput(
        "UTF-16LE without a mark",
        (txt(NEWS.encode("utf-16-le"), Opened(3, ("عنوان الخبر",), "guessed as utf-16")),),
        (f"{_PLAIN}::test_unicode_with_and_without_a_mark",),
    ),
    5: BadInput(
        "UTF-16BE with a mark",
        (
            txt(b"\xfe\xff" + NEWS.encode("utf-16-be"), Opened(3, ("عنوان الخبر",))),
            txt(
                b"\xfe\xff" + "source,target\nنص,Text\n".encode("utf-16-be"),
                Opened(1, ("نص",), is_rebuilt=False),
                "a.csv",
            ),
        ),
    ),
    6: BadInput(
        "Windows-1256",
        (
            txt(NEWS.encode("cp1256"), Opened(3, ("عنوان الخبر",), "guessed as cp1256")),
            txt(f"<p>{NEWS}</p>".encode("cp1256"), Opened(notice="guessed"), "a.html"),
            txt(f"# {NEWS}".encode("cp1256"), Opened(3, notice="guessed"), "a.md"),
            txt(
                f"1\n00:00:01,000 --> 00:00:02,000\n{_SENTENCE}\n".encode("cp1256"),
                Opened(1, (_SENTENCE,), "guessed"),
                "a.srt",
            ),
        ),
        (f"{_PLAIN}::test_arabic_code_pages_are_guessed_and_the_guess_is_shown",),
    ),
    7: BadInput(
        "ISO 8859-6",
        (txt(NEWS.encode("iso8859-6"), Opened(3, ("عنوان الخبر",), "guessed as iso8859-6")),),
    ),
    8: BadInput(
        "UTF-8 with three bad bytes in its middle",
        _everywhere(NEWS.encode() * 9 + b"\xfe\xff\xfd" + NEWS.encode() * 9,
                    Refused("not text in UTF-8"), ".txt .md .srt .tsv .csv .jsonl"),
    ),
    9: BadInput(
        "UTF-8 cut inside a character",
        _everywhere((NEWS.strip() * 9).rstrip(".").encode()[:-1], Refused("not text in UTF-8"),
                    ".txt .md .tsv .csv .jsonl"),
    ),
    10: BadInput("Arabic read in the wrong encoding and saved", (_listed("T10 mojibake saved"),)),
    11: BadInput(
        "NUL and control characters",
        (
            _listed("T11 controls", 1, "control characters"),
            txt("<p>نص\x07 أول هنا يا قارئ.</p>".encode(), Opened(1), "a.html"),
            txt("1\n00:00:01,000 --> 00:00:02,000\nنص\x07 أول\x1b\n".encode(), Opened(1), "a.srt"),
        ),
        (f"{_BAD}::test_opened_with_a_notice_and_nothing_lost[nul and controls]",),
    ),
    12: BadInput(
        "U+2028, U+2029 and U+0085 as line ends",
        (_listed("T12 line ends", 4, "U+2028"),),
        (
            f"{_BAD}::test_opened_with_a_notice_and_nothing_lost[line separators]",
            "tests/ui/review/test_codes.py::TestShownText::test_what_goes_in_comes_out",
        ),
    ),
    13: BadInput("carriage returns alone", (_listed("T13 CR only", 3),)),
    14: BadInput("mixed line ends", (_listed("T14 mixed", 3, "line ends are mixed"),)),
    15: BadInput(
        "half a million characters without a space",
        (
            _listed("T15 no space", notice="very long passage"),
            *_in_each_format("ا" * 500_000, notice="very long passage"),
        ),
        (
            f"{_SPLITTING}::test_half_a_million_characters_without_a_space_are_cut",
            f"{_PIPELINE}::test_half_a_million_characters_without_a_space_are_split_too",
            "tests/ui/review/test_view.py::TestHeights::test_a_word_without_end_is_broken_anywhere_in_the_editor",
        ),
    ),
    16: BadInput("100,000 combining marks on a letter", (_listed("T16 combining"),),
                 (f"{_SPLITTING}::test_a_cut_does_not_part_a_letter_from_its_marks",)),
    17: BadInput("20,000 directions one in another",
                 (_listed("T17 nested embeddings"), _listed("T17 nested isolates"))),
    18: BadInput(
        "an override that is never closed, and a name that looks like another",
        (
            _listed("T18 unclosed override", 1),
            txt(NEWS.encode(), Opened(3), "report\u202efdp.txt"),
            txt(b"MZ", Refused("[U+202E]"), "report\u202etxt.exe"),
        ),
        ("tests/translation/test_names.py::test_sentences_show_names_so",),
    ),
    19: BadInput("200,000 tatweel", (_listed("T19 tatweel", notice="very long"),)),
    20: BadInput(
        "20,000 joined emoji",
        (txt(("👩\u200d👩\u200d👧\u200d👦" * 20_000).encode(), Opened()),),
        (f"{_WHOLE}[T20 joined emoji]",),
    ),
    21: BadInput("half of a surrogate pair", (_listed("T21 lone surrogate", 1, "half of a"),),
                 (f"{_BAD}::test_opened_with_a_notice_and_nothing_lost[lone surrogates]",)),
    22: BadInput("Arabic presentation forms", (_listed("T22 presentation forms", 1),)),
    23: BadInput("the same sentence composed and not",
                 (txt(BAD_TEXTS["T23 NFC and NFD"], Opened(1, ("آ \u0627\u0653 é e\u0301",))),)),
    24: BadInput("Persian letters and the Urdu full stop",
                 (txt(BAD_TEXTS["T24 Persian and Urdu"], Opened(holds=("این کتاب است۔",))),)),
    25: BadInput("100,000 lines of a word", (txt(("كلمة\n" * 100_000).encode(), Opened(100_000)),)),
    26: BadInput(
        "a picture named as a text",
        (
            *_everywhere(_JPEG, Refused("binary"), ".txt .md .srt .vtt .tsv .csv .jsonl"),
            *_everywhere(_JPEG, Refused("is not"), ".docx .odt .pdf .xlsx"),
        ),
    ),
    27: BadInput(
        "a folder, a pipe, a link to nowhere, a file nobody may read, one that grows",
        tests=(
            f"{_FILES}::test_refuses_a_folder",
            f"{_FILES}::test_refuses_a_pipe_without_waiting_for_it",
            f"{_FILES}::test_refuses_a_missing_file_and_a_dangling_link",
            f"{_FILES}::test_refuses_a_file_without_permission",
            f"{_FILES}::test_a_file_that_grows_while_it_is_read_is_read_to_its_limit",
            f"{_BAD}::test_a_file_nobody_may_read",
        ),
    ),
}  # fmt: skip

SEGMENTS: dict[int, BadInput] = {
    28: BadInput(
        "a sentence of 20,000 words",
        (txt(("كلمة طويلة، " * 10_000 + "انتهت.").encode(), Opened(notice="very long")),),
        (
            f"{_PIPELINE}::test_a_source_that_is_too_long_is_split_at_its_clauses_and_marked",
            "tests/translation/text/test_clauses.py::test_a_sentence_of_twenty_thousand_words_needs_few_questions",
        ),
    ),
    29: BadInput(
        "nothing but punctuation",
        (txt(f"{_SENTENCE}\n\n. . \"\n".encode(), Opened(holds=(_SENTENCE,))),),
        (f"{_PIPELINE}::test_what_holds_no_letter_is_copied",),
    ),
    30: BadInput(
        "nothing but figures or an address",
        (txt(f"{_SENTENCE}\n\n2022\n\nhttps://example.org/a?b=1\n".encode(), Opened(3)),),
        (f"{_PIPELINE}::test_what_holds_no_letter_is_copied",),
    ),
    31: BadInput(
        "a source that is English already",
        (txt(b"The minister said that the dialogue is important.\n", Opened(1)),),
    ),
    32: BadInput(
        "the same segment 10,000 times", _in_each_format(_SENTENCE, 10_000)
    ),
    33: BadInput(
        "a machine translation that repeats itself, or is empty",
        (
            txt(f"source\tdraft\n{_SENTENCE}\t{'again ' * 512}\nنعم\t\n".encode(),
                Opened(2, (_SENTENCE,), is_rebuilt=False), "a.tsv"),
        ),
        (
            f"{_PIPELINE}::test_empty_and_looping_outputs_are_marked",
            f"{_LOOPS}::test_any_phrase_that_comes_round_and_round_is_a_loop",
            "tests/translation/quality/test_checks.py::TestLoop::test_failing_pairs_are_found_in_targets_and_drafts",
        ),
    ),
    34: BadInput(
        "a segment with markup, references and places to fill in",
        (
            txt(f"{_MARKUP}\n".encode(), Opened(1)),
            txt(
                f"source\ttarget\n{_MARKUP}\t{_MARKUP}\n".encode(),
                Opened(1, (_MARKUP,), is_rebuilt=False),
                "a.tsv",
            ),
        ),
        tuple(
            f"tests/translation/formats/{name}::test_awkward_characters_are_text"
            for name in (
                "test_docx.py::TestDocx", "test_odt.py::TestOdtContract",
                "test_html_place.py::TestHtmlInPlace", "test_subtitles.py::TestSubRip",
                "test_markdown.py::TestMarkdown",
            )
        ),
    ),
}  # fmt: skip
