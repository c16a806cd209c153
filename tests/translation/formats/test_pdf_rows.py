"""Brackets, footnotes, items and columns of Arabic pages, by where the pen stood."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.translation.formats.drawn_pages import SIZE, line, read, text_of, words
from tests.translation.formats.pdf_files import visual
from translation.formats.pdf.columns import Line, Page
from translation.formats.pdf.drawn import DrawnPage
from translation.formats.pdf.layout import paragraphs
from translation.formats.pdf.order import MIRRORED, Glyph
from translation.formats.pdf.pens import page_of


def common(one: list[str], other: list[str]) -> int:
    before = [0] * (len(other) + 1)
    for word in one:
        now = [0]
        for at, its in enumerate(other):
            now.append(before[at] + 1 if word == its else max(before[at + 1], now[-1]))
        before = now
    return before[-1]


@pytest.mark.shared
class TestPrintedByOthers:
    """Pages that Chromium and LibreOffice printed, against the texts that they were given."""

    @staticmethod
    def share(file: Path, right: Path) -> float:
        expected = words(right.read_text(encoding="utf-8"))
        found = words(" ".join(unit.text or "" for unit in read(file.read_bytes()).units))
        return common(expected, found) / max(len(expected), len(found))

    def test_the_words_are_those_of_the_text(self, shared: Path):
        folder = shared / "cases" / "articles" / "pdf"
        files = [f for f in sorted(folder.glob("*-*-*.pdf")) if "ghostscript" not in f.name]
        shares = [self.share(f, folder / f"{f.name.split('-')[0]}.txt") for f in files]
        assert len(shares) == 18
        assert sum(shares) / len(shares) >= 0.98
        assert min(shares) >= 0.95

    @pytest.mark.parametrize("name", ["allah-chromium", "overlap-libreoffice", "digits-chromium"])
    def test_a_case_is_read_whole(self, shared: Path, name: str):
        folder = shared / "cases" / "articles" / "pdf"
        file = read((folder / f"{name}.pdf").read_bytes())
        expected = words((folder / f"{name}.txt").read_text(encoding="utf-8"))
        assert words(" ".join(unit.text or "" for unit in file.units)) == expected
        assert not {notice.code for notice in file.notices} & {
            "pdf_doubtful",
            "text_order_uncertain",
        }

    def test_wrongly_named_letters_are_told(self, shared: Path):
        folder = shared / "cases" / "articles" / "pdf"
        file = read((folder / "unnamed-letters-ghostscript.pdf").read_bytes())
        (notice,) = [n for n in file.notices if n.code == "pdf_doubtful"]
        assert dict(notice.facts)["pages"] == "1"


BRACKETED = "البنود (أ) و(ب) و(ج) «السلعة» و«الخدمة» ثم {القاعة} و{غيرها}"


@pytest.mark.parametrize("mirrors", [MIRRORED, {}], ids=["seen", "typed"])
def test_brackets_open_as_the_page_shows_them_whatever_the_file_calls_them(mirrors):
    assert line(*BRACKETED[::-1].translate(mirrors)) == BRACKETED


@pytest.mark.parametrize("latin", ["iPhone 15 (Pro Max)", "Windows (11)", "Max", "(Pro)"])
def test_a_bracket_belongs_to_the_latin_words_that_it_closes(latin: str):
    spaced = [" ", *latin, " "]
    assert line(*visual("بسعر"), *spaced, *visual("هاتف")) == f"هاتف {latin} بسعر"


def test_a_latin_line_in_an_arabic_text_runs_as_its_stop_is_seen():
    quoted = "مرحبا بكم في الكويت"
    assert line(*"The minister said: ", *visual(quoted), *" and left.") == (
        f"The minister said: {quoted} and left."
    )
    assert line(".", *"Apple", *visual(" شركة "), *"Microsoft") == "Microsoft شركة Apple."


def placed(text: str, right: float, baseline: float, size: float = SIZE) -> list[Glyph]:
    """Draw Arabic so that it begins at ``right``, half its size a letter."""
    wide = size / 2
    return [
        Glyph(letter, right - wide * (at + 1), right - wide * at, baseline, size, at)
        for at, letter in enumerate(text)
    ]


def test_the_number_of_a_footnote_stands_in_the_row_of_its_word():
    raised = placed("1", 410, 706, 7)
    words = [*placed("أعلن الوزير ذلك", 500, 700), *placed("ثم سافر", 394, 700)]
    assert text_of([*words, *raised]) == "أعلن الوزير ذلك1 ثم سافر"
    above = placed("عنوان صغير", 490, 708, 7)
    assert len(text_of([*words, *above]).splitlines()) == 2


LONG = "كلمات كثيرة تملأ السطر كله حتى آخره ولا تنتهي"


def texts(*lines: Line) -> list[str]:
    return [found.text for found in paragraphs([Page(842, lines)], "ar")]


def test_an_item_goes_on_behind_its_number():
    first = Line(f"2. {LONG}", 70, 520, 600, 12)
    assert len(texts(first, Line("حتى النهاية.", 420, 500, 582, 12))) == 1
    assert len(texts(first, Line("3. التالي", 450, 520, 582, 12))) == 2


def test_a_latin_paragraph_begins_on_the_left_and_few_lines_tell_their_distance():
    latin = Line("An English paragraph that has more words than one", 70, 520, 600, 12)
    assert len(texts(latin, Line("line holds.", 70, 130, 577, 12))) == 1
    arabic = Line(LONG, 72, 520, 600, 12)
    assert len(texts(arabic, Line("والعدد كبير.", 420, 520, 577, 12))) == 1


def test_a_sentence_ends_before_the_number_of_its_footnote():
    rest = (Line("انتهى الأمر كله.", 300, 520, 400, 12), Line("جديد هنا.", 420, 520, 370, 12))
    ended = Line(f"{LONG} العامة.2", 190, 520, 450, 12)
    assert len(texts(ended, Line("ولم تكشف المصادر تفاصيل", 72, 520, 425, 12), *rest)) > len(
        texts(
            replace(ended, text=f"{LONG} العامة 2"),
            Line("ولم تكشف المصادر تفاصيل", 72, 520, 425, 12),
            *rest,
        )
    )


def test_columns_are_apart_by_a_strip_hardly_wider_than_a_space():
    text = "كلمة" * 9
    glyphs: list[Glyph] = []
    for row in range(8):
        glyphs += placed(text, 500, 700 - 18 * row)
        glyphs += placed(text, 500 - 36 * 6 - 9, 700 - 18 * row - 6 * (row % 2))
    lines = page_of(DrawnPage(842, glyphs), True).lines
    assert [found.text for found in lines] == [text] * 16


def test_a_number_in_a_row_at_the_top_is_a_cell_and_no_page_number():
    cells = Line("أحمد علي", 400, 460, 800, 12), Line("34", 300, 314, 800, 12)
    alone = Line("7", 300, 307, 30, 12)
    found = paragraphs([Page(842, (*cells, alone))], "ar")
    assert [one.text for one in found if one.is_furniture] == ["7"]
