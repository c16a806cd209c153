"""Inputs that failed once, by their files: those that no test of their format holds.

Each stands beside a sibling that is likely to fail where it would.
"""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import compress
from pathlib import Path

import pytest

from translation.cli.main import run
from translation.errors import MurajiError
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.inline import strip_codes
from translation.model.language import LanguagePair
from translation.model.segment import Role, SegmentState
from translation.quality import Subjects, find_issues
from translation.work.documents import open_document
from translation.work.exporting import export

pytestmark = pytest.mark.shared

SENTENCES: dict[str, tuple[str, ...]] = {
    "seg_tanween.ar.txt": (
        *("كان الأمر صعبًا جدًا.", "ثم عاد الوزير."),
        *("هذه أمور دينيّة.", "جاء الناس."),
    ),
    "seg_initials.ar.txt": (
        "قال المفتش دي. كي. أريا إنهم اعتقلوا خمسة.",
        "التقى جورج دبليو. بوش نظيره.",
    ),
    "seg_dots.ar.txt": ("جاء الوزير..", "ثم غادر القاعة..", "وانتهى اللقاء..", "عاد الوفد."),
    "seg_nospace.ar.txt": ("غادر الوفد القاهرة.", "ثم وصل إلى عمان.", "والتقى الملك."),
    "seg_bidi.ar.txt": ("قال د\u202a.\u202c أحمد إنه سيعود.",),
    "seg_list.en.txt": (
        "1.) The first item.",
        *("1. The first item", "2. The second item"),
        *("Oh, no.", "I did not.", "It ran at 600Mbit/s.", "Duvall came."),
        *("You can find it at N°. 10.", "That is it."),
    ),
}
"""The sentences of each file, in order."""

SIBLINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("كانت جميلةً جدًّا. وعادوا معًا. ثم ناموا.", ("كانت جميلةً جدًّا.", "وعادوا معًا.", "ثم ناموا.")),
    ("كتبه جيه. آر. آر. تولكين. ثم مات.", ("كتبه جيه. آر. آر. تولكين.", "ثم مات.")),
    ("عاد الوفد إلى القاهرة.. وبدأ اللقاء مساء.", ("عاد الوفد إلى القاهرة..", "وبدأ اللقاء مساء.")),
    ("زارت بي.بي.سي المدينة.وقال المراسل ذلك.", ("زارت بي.بي.سي المدينة.", "وقال المراسل ذلك.")),
    (
        "قال أ\u200f.\u200f د\u200f.\u200f محمود ذلك.",
        ("قال أ\u200f.\u200f د\u200f.\u200f محمود ذلك.",),
    ),
)
"""Texts of the same kinds."""


def cases(shared: Path, folder: str) -> Path:
    return shared / "cases" / folder


def sources(document: Document) -> tuple[str, ...]:
    return tuple(segment.source for segment in document.segments)


@pytest.mark.parametrize("name", SENTENCES)
def test_sentences_end_where_they_end(shared: Path, name: str) -> None:
    pair = LanguagePair("en", "ar") if ".en." in name else None
    document = open_document(cases(shared, "arabic") / name, pair=pair).document
    assert sources(document) == SENTENCES[name]


@pytest.mark.parametrize(("text", "sentences"), SIBLINGS)
def test_so_do_others_of_their_kind(tmp_path: Path, text: str, sentences: tuple[str, ...]) -> None:
    path = tmp_path / "a.ar.txt"
    path.write_text(text, encoding="utf-8")
    assert sources(open_document(path).document) == sentences


def test_furniture_is_known_and_nothing_else_is_taken_for_it(shared: Path) -> None:
    missed = open_document(cases(shared, "arabic") / "furniture_missed.ar.txt").document
    left = [s for s in missed.segments if not missed.is_furniture(s)]
    assert [missed.unit_of(s).role for s in left] == ["headline", "paragraph", "byline"]
    wrong = open_document(cases(shared, "arabic") / "furniture_wrong.ar.txt").document
    assert not any(map(wrong.is_furniture, wrong.segments))
    asking = open_document(cases(shared, "arabic") / "headline_question.ar.txt").document
    assert [unit.role for unit in asking.units] == ["headline", "paragraph"]


@pytest.mark.parametrize(
    ("name", "found"),
    [("entity.tsv", "entities"), ("untranslated.tsv", "source_script")],
)
def test_what_models_leave_is_found(shared: Path, name: str, found: str) -> None:
    document = open_document(cases(shared, "arabic") / name).document
    subjects = Subjects(document)
    subjects.begin(segment.id for segment in document.segments)
    subject = subjects.of(document.segments[0].id)
    assert subject is not None
    assert found in {issue.check for issue in find_issues(subject)}


def test_japanese_is_scored_by_its_letters(
    shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = str(cases(shared, "arabic") / "japanese.tsv")
    assert run(["score", "--from", "ar", "--to", "ja", "--json", table]) == 0
    edits = json.loads(capsys.readouterr().out)["edits"]
    assert edits["TER"]["score"] == pytest.approx(38.46, abs=0.01)
    assert edits["BLEU"]["score"] > 50
    assert "tok:char" in edits["BLEU"]["signature"]


SUBTITLES = (
    *("01-bom-crlf.srt", "02-overlap-order.srt", "03-no-blank-between.srt"),
    *("04-blank-inside-cue.srt", "05-space-lines.srt", "06-empty-cue.srt"),
    *("07-coordinates-tags.srt", "08-rtl-marks.srt", "10-numbers-restart.srt", "11-times.srt"),
    *("12-cp1256.srt", "13-cr-only.srt", "14-hours-map.vtt", "16-comma.vtt", "17-long.srt"),
)


@pytest.mark.parametrize("name", SUBTITLES)
def test_subtitles_confirmed_as_they_stand_are_the_same_bytes(
    shared: Path, tmp_path: Path, name: str
) -> None:
    path = cases(shared, "articles/subtitles") / name
    document = open_document(path).document
    for segment in document.segments:
        same = replace(segment, target=segment.source, state=SegmentState.CONFIRMED)
        document.apply(Put(segment, same))
    export(document, tmp_path / name, document.files[0].format)
    assert (tmp_path / name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("name", ["18-lyrics.ass", "18-lyrics.ssa", "18-lyrics.sub"])
def test_subtitles_of_other_kinds_are_refused_in_a_sentence(
    shared: Path, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes((cases(shared, "articles/subtitles") / "18-lyrics.ass").read_bytes())
    with pytest.raises(MurajiError, match="cannot be opened"):
        open_document(path)


def test_a_long_line_is_broken_for_a_screen_where_a_model_drafted_it(
    shared: Path, tmp_path: Path
) -> None:
    document = open_document(cases(shared, "articles/subtitles") / "17-long.srt").document
    words = "The minister said that the talks would go on until the end of the week. " * 2
    for segment in document.segments:
        document.apply(Put(segment, replace(segment, target=words.strip())))
    export(document, tmp_path / "a.srt", "srt")
    lines = (tmp_path / "a.srt").read_text("utf-8").splitlines()
    assert max(map(len, lines)) < len(words)


REPORTS = {
    "r01-smarttag.docx": 4,
    "r02-footer.docx": 4,
    "r03-break.docx": 3,
    "r04-rsid-runs.docx": 1,
    "r05-link-empty.docx": 2,
    "r06-notes.docx": 4,
    "r07-alt.docx": 3,
    "r08-loose.html": 12,
}
"""How many segments each has."""


@pytest.mark.parametrize("name", REPORTS)
def test_reports_lose_no_text_and_keep_no_arabic(shared: Path, tmp_path: Path, name: str) -> None:
    document = open_document(cases(shared, "articles/reports") / name).document
    assert len(document.segments) == REPORTS[name]
    letters = dict.fromkeys(map(chr, range(0x620, 0x6D4)), "x")
    wanted = []
    for number, segment in enumerate(document.snapshot()):
        target = f"Row{number} " + segment.source.translate(str.maketrans(letters))
        wanted.append(strip_codes(target).split())
        document.apply(Put(segment, replace(segment, target=target)))
    export(document, tmp_path / name, document.files[0].format)
    again = open_document(tmp_path / name, pair=LanguagePair("en", "ar")).document
    found = " ".join(strip_codes(segment.source) for segment in again.segments).split()
    # Tips and texts of pictures are offered where they are Arabic alone.
    in_sight = [s.role is not Role.FURNITURE for s in map(document.unit_of, document.segments)]
    for words in compress(wanted, in_sight):
        assert set(words) <= set(found), (words, found)


def test_a_unit_is_as_far_as_its_least_segment(shared: Path, tmp_path: Path) -> None:
    document = open_document(cases(shared, "bilingual") / "09-part-final.xlf").document
    first = document.segments[0]
    document.apply(Put(first, replace(first, target="Eins.", state=SegmentState.FINAL)))
    export(document, tmp_path / "a.xlf", document.files[0].format)
    made = (tmp_path / "a.xlf").read_text("utf-8")
    assert 'approved="yes"' not in made
    assert 'state="final"' not in made


def test_a_lock_of_phrase_is_respected(shared: Path) -> None:
    document = open_document(cases(shared, "bilingual") / "11-phrase.mxliff").document
    assert [(s.locked, s.state) for s in document.segments] == [
        (True, SegmentState.CONFIRMED),
        (False, SegmentState.EDITED),
    ]


@pytest.mark.parametrize("target", ["aaa\nbbb\tccc  ddd", "aaa\n\nbbb", "a\tb", "a\u00a0 b"])
def test_white_space_of_a_target_comes_back(shared: Path, tmp_path: Path, target: str) -> None:
    document = open_document(cases(shared, "bilingual") / "13-newline-no-space.xlf").document
    [segment] = document.segments
    done = replace(segment, target=target, state=SegmentState.CONFIRMED)
    document.apply(Put(segment, done))
    export(document, tmp_path / "a.xlf", document.files[0].format)
    assert open_document(tmp_path / "a.xlf").document.segments[0].target == target


ENCODED = ("c1_utf32le_bom.txt", "c3_cp720.txt", "c4_macarabic.txt")


@pytest.mark.parametrize("name", ENCODED)
def test_encodings_are_read_whichever_they_are(shared: Path, tmp_path: Path, name: str) -> None:
    document = open_document(cases(shared, "articles/more") / name).document
    first, second, *_ = sources(document)
    assert first == "مكتبة جديدة في الحي الشرقي"
    assert second.startswith("افتتحت بلدية السهل صباح اليوم مكتبة عامة في الحي الشرقي")
    sibling = {"c1_utf32le_bom.txt": "utf-32-be", "c3_cp720.txt": "iso8859-6"}.get(name, "cp1256")
    text = "\n".join(sources(document)).translate({ord("\u200f"): None})
    mark = "\ufeff" if sibling.startswith("utf") else ""
    path = tmp_path / "a.txt"
    path.write_bytes((mark + text).encode(sibling, "ignore"))
    assert sources(open_document(path).document)[0] == first
