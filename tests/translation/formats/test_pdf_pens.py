"""Arabic PDFs read by where the pen stood: each kind of glyph by itself, and small whole files."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from tests.translation.formats.pdf_files import Drawn, pdf, right_aligned, typeset, visual
from translation.formats import FORMATS, ReadOptions
from translation.formats.pdf import process as pdf_process
from translation.formats.pdf.columns import Line, Page
from translation.formats.pdf.doubt import doubt, is_in_doubt, page_ranges
from translation.formats.pdf.drawn import DrawnPage
from translation.formats.pdf.layout import paragraphs
from translation.formats.pdf.naming import Names
from translation.formats.pdf.order import MIRRORED, Glyph
from translation.formats.pdf.pens import page_of
from translation.formats.pdf.strokes import LOST, SILENT
from translation.model.imported import ImportedFile
from translation.model.language import ARABIC_TO_ENGLISH

SPEC = next(spec for spec in FORMATS if spec.id == "pdf")
SIZE = 12.0
WIDE = 6.0
"""How far the pen goes on at a letter."""

Put = str | tuple[str, float] | tuple[str, float, float]
"""A glyph's text, its advance and how far from the pen's way it is set."""


def drawn(*puts: Put, shapes: bool = True) -> list[Glyph]:
    """Draw from left to right: marks over the next letter, everything else one after another."""
    made: list[Glyph] = []
    pen = 0.0
    known: dict[str, int] = {}
    for index, put in enumerate(puts):
        text, wide, offset = (put, WIDE, 0.0) if isinstance(put, str) else (*put, 0.0)[:3]
        is_mark = bool(unicodedata.combining(text[0]))
        wide, offset = (0.0, 2.0) if is_mark and isinstance(put, str) else (wide, offset)
        shape = (1, known.setdefault(text, len(known))) if shapes else None
        left = pen + offset
        made.append(Glyph(text, left, left + wide, 0, SIZE, index, shape=shape))
        pen += wide
    return made


def line(*puts: Put, shapes: bool = True) -> str:
    return text_of(drawn(*puts, shapes=shapes))


def text_of(glyphs: list[Glyph]) -> str:
    return "\n".join(found.text for found in page_of(DrawnPage(842, glyphs), True).lines)


def seen(text: str) -> list[str]:
    return list(visual(text))


def read(data: bytes) -> ImportedFile:
    assert SPEC.read
    return SPEC.read(data, ReadOptions("a.pdf", ARABIC_TO_ENGLISH))[0]


class TestLetters:
    def test_a_mark_belongs_to_the_letter_it_was_drawn_with(self):
        assert (
            line("\u0627", "\u064b", "\u0636", "\u064a", "\u0623")
            == "\u0623\u064a\u0636\u064b\u0627"
        )

    def test_drawn_from_the_right_the_mark_comes_after(self):
        glyphs = drawn("\u0627", "\u064b", "\u0636", "\u064a", "\u0623")
        turned = [replace(g, index=4 - g.index) for g in glyphs]
        assert text_of(turned) == "\u0623\u064a\u0636\u064b\u0627"

    def test_a_mark_never_stands_on_a_digit(self):
        glyphs = drawn("1", "4", " ", "\u064f", "\u0630", "\u0645")
        assert text_of(glyphs) == "\u0645\u0630\u064f 14"

    def test_marks_above_the_line_stay_on_it(self):
        glyphs = drawn("\u0628", "\u0651", "\u0631")
        glyphs[1] = replace(glyphs[1], baseline=9.0)
        assert text_of(glyphs) == "\u0631\u0651\u0628"

    @pytest.mark.parametrize(
        "name",
        [
            "\u0644\u0627",
            "\u0644\u0644\u0647",
            "\u0627\u0644\u0644\u0647",
            "\u0644\u0649",
            "\u0645\u062d\u0645\u062f",
        ],
    )
    def test_letters_of_one_glyph_keep_their_order(self, name: str):
        assert line("\u0627", name, "\u0628") == f"\u0628{name}\u0627"

    def test_a_lam_alef_named_the_wrong_way_round(self):
        assert line("\u0628", "\u0627\u0644") == "\u0644\u0627\u0628"

    def test_marks_of_a_lam_alef_stand_on_its_lam(self):
        assert line("\u064b", "\u0644\u0627", "\u0628") == "\u0628\u0644\u064b\u0627"

    def test_the_pen_orders_letters_whose_ink_overlaps(self):
        assert (
            line("\u0629", ("\u0646", 1.0), ("\u062c", 9.0), "\u0644", "\u0644", "\u0627")
            == "\u0627\u0644\u0644\u062c\u0646\u0629"
        )

    def test_an_alef_that_moves_no_pen_comes_after_its_lam(self):
        assert line(("\u0627", 0.0), "\u0644", "\u0628") == "\u0628\u0644\u0627"

    def test_words_are_parted_by_the_files_own_spaces(self):
        assert line(*seen("قال نعم")) == "قال نعم"

    def test_a_gap_is_a_space_where_a_line_has_none(self):
        assert line("\u0645", ("\u0646", WIDE, 3.0)) == "\u0646 \u0645"

    def test_letters_pulled_apart_are_one_word_where_spaces_are_drawn(self):
        glyphs = drawn(*seen("قال"), " ", "\u0645", ("\u0646", WIDE, 3.0))
        assert text_of(glyphs) == "نم قال"

    @pytest.mark.parametrize(
        "text",
        [
            "بدأ يوم 7/3/2025 عند 08:30 ليلا",
            "بلغت 3,400.50 أي 15% منها",
            "أضاف: «نعم» (قال) [كذا]",
            "من 9:00 إلى 21:30",
        ],
    )
    def test_numbers_whole_and_brackets_by_direction(self, text: str):
        pieces = re.split(r"([0-9][0-9.,/:]*[0-9]|[0-9]+)", text)
        mirrored = str.maketrans("()[]\u00ab\u00bb", ")(][\u00bb\u00ab")
        shown = [p[::-1].translate(mirrored) if n % 2 == 0 else p for n, p in enumerate(pieces)]
        assert line(*"".join(reversed(shown))) == text


class TestStrokes:
    WORD = ("\u0629", "\u0646", "-", "-", "\u0633", "\u0644", "\u0627")

    def test_a_stroke_between_letters_it_joins_is_no_text(self):
        assert line(*self.WORD) == "\u0627\u0644\u0633\u0646\u0629"

    @pytest.mark.parametrize("name", ["e", "\u0640", SILENT])
    def test_whatever_it_is_named(self, name: str):
        assert (
            line(*(name if put == "-" else put for put in self.WORD))
            == "\u0627\u0644\u0633\u0646\u0629"
        )

    def test_a_sign_used_so_time_and_again_is_a_stroke(self):
        word = ("\u0629", "\u0646", '"', "\u0633", "\u0644", "\u0627")
        assert line(*(*word, " ") * 5).count('"') == 0
        assert line(*word) == '\u0627\u0644\u0633"\u0646\u0629'

    def test_a_slash_after_the_end_of_a_word_is_text(self):
        month = seen("حزيران/يونيو")
        others = seen(" قران حسان ")
        assert line(*others, *month * 5).count("/") == 5

    def test_a_hyphen_after_a_letter_that_does_not_join_is_text(self):
        assert line(*seen("دار-بيت")) == "دار-بيت"

    def test_a_hyphen_that_stands_elsewhere_too_is_one(self):
        assert line("7", "-", "5", " ", *seen("نصف-نهائي")).startswith("نصف-نهائي")

    def test_a_stroke_shorter_than_its_gap_parts_no_word(self):
        glyphs = drawn("\u0629", (SILENT, 2.0), ("\u0633", WIDE, 4.0), " ", "\u0628")
        assert text_of(glyphs) == "\u0628 \u0633\u0629"

    def test_a_tatweel_at_the_end_of_a_word_is_text(self):
        assert line(" ", "\u0640", "\u0647", " ", "5", "4") == "54 \u0647\u0640"


class TestNames:
    def test_a_letter_without_a_name_is_shown_as_lost(self):
        assert line("\u0645", SILENT, "\u0627", "\u0644", "\u0627", shapes=True).count(LOST) == 1

    def test_a_page_without_a_name_for_its_space_has_spaces(self):
        words = [letter if letter != " " else SILENT for letter in seen("قال نعم ثم " * 6)]
        found = line(*words)
        assert LOST not in found
        assert found.split()[:3] == ["قال", "نعم", "ثم"]

    def test_a_sign_of_a_font_without_letters_is_left_out(self):
        glyphs = drawn(*seen("قال نعم"))
        icon = Glyph(SILENT, 60, 66, 0, SIZE, 99, shape=(2, 1))
        assert text_of([*glyphs, icon]) == "قال نعم"

    def test_a_mark_named_with_its_first_letter_names_that_letter(self):
        glyphs = drawn(
            "\u0628",
            ("\u0623\u064e", 0.0, 2.0),
            (SILENT, WIDE),
            ("\u0623\u064e", 0.0, 2.0),
            "\u0641",
        )
        assert text_of(Names().applied(glyphs)) == "\u0641\u064e\u0623\u064e\u0628"


class TestColumns:
    @staticmethod
    def page(*lines: Line) -> Page:
        return Page(842, lines)

    def test_a_heading_over_columns_is_read_first_wherever_it_begins(self):
        body = [
            Line(f"{side}{n} abc def ghi jkl", left, left + 180, 700 - 15 * n, 12)
            for n in range(5)
            for side, left in (("w", 60), ("e", 320))
        ]
        page = self.page(Line("heading", 60, 200, 740, 20), *body)
        assert next(p.text for p in paragraphs([page], "ar")) == "heading"

    def test_the_last_lines_of_columns_keep_their_gutter(self):
        body = [
            Line(f"{side}{n} abc def ghi jkl", left, left + 180, 700 - 15 * n, 12)
            for n in range(6)
            for side, left in (("w", 60), ("e", 320))
        ]
        rest = [
            Line("e6 abc def ghi jkl", 320, 500, 700, 12),
            Line("e7 end.", 440, 500, 685, 12),
            Line("w6 last one.", 170, 240, 700, 12),
        ]
        text = " ".join(p.text for p in paragraphs([self.page(*body), self.page(*rest)], "ar"))
        assert text.index("e7 end.") < text.index("w6 last")

    def test_wide_blanks_of_a_justified_line_cut_no_column(self):
        lines = [Line(f"سطر كامل {n} من العمود كله", 60, 200, 700 - 15 * n, 12) for n in range(4)]
        cut = [
            Line("المرحلة", 170, 200, 640, 12),
            Line("الثانية", 115, 145, 640, 12),
            Line("كلها", 60, 90, 640, 12),
        ]
        last = Line("هنا.", 180, 200, 625, 12)
        (one,) = paragraphs([self.page(*lines, *cut, last)], "ar")
        assert one.text.endswith("المرحلة الثانية كلها هنا.")

    def test_rows_of_a_table_stay_cells(self):
        cells = [
            Line(f"خلية{n}", left, left + 30, 700 - 15 * n, 12)
            for n in range(4)
            for left in (60, 115, 170)
        ]
        assert len(paragraphs([self.page(*cells)], "ar")) == 12

    @pytest.mark.parametrize(
        ("first", "second", "joined"),
        [
            ("من [2026-", "2028] إلى", "من [2026-2028] إلى"),
            ("حزيران/", "يونيو المقبل", "حزيران/يونيو المقبل"),
            ("جامعة Al-", "Azhar هنا", "جامعة Al-Azhar هنا"),
            ("قال -", "نعم", "قال - نعم"),
        ],
    )
    def test_words_broken_after_a_sign(self, first: str, second: str, joined: str):
        lines = [Line(first, 60, 500, 700, 12), Line(second, 60, 500, 685, 12)]
        assert [p.text for p in paragraphs([self.page(*lines)], "ar")] == [joined]


class TestDoubt:
    GOOD = "قال الوزير إن الحوار بين البلدين مهمٌّ جدًّا، وأضاف أنّ 15% منها في القناة7 وبـWHO و112."

    def test_a_good_page_is_never_in_doubt(self):
        assert not [word for word in self.GOOD.split() if is_in_doubt(word)]
        assert doubt([Page(842, (Line(self.GOOD, 0, 1, 0, 12),) * 9)]) is None

    @pytest.mark.parametrize(
        "word",
        [
            "\u062e\u0100\u0627",
            "\u00fe\u00ff",
            "أر7ية",
            "قا\ufffd",
            "مدرسةكبيرة",
            "قاF",
            "حًتى",
            "Nأضاف",
        ],
    )
    def test_words_that_no_text_has(self, word: str):
        assert is_in_doubt(word)

    def test_pages_and_share_are_told(self):
        bad = Page(842, (Line("أر7ية خĀا þÿ قال", 0, 1, 0, 12),))
        good = Page(842, (Line(self.GOOD, 0, 1, 0, 12),))
        found = doubt([good, bad, bad, good])
        assert found
        assert found.pages == (1, 2)
        assert found.share == 0.75
        assert page_ranges((0, 1, 2, 6)) == "1-3, 7"

    def test_pages_of_other_scripts_are_not_judged(self):
        assert doubt([Page(842, (Line("\u0434\u0430 \u00fe\u00ff " * 9, 0, 1, 0, 12),))]) is None


NAMES = {1: "\u0644\u0627", 2: "\u0633", 3: "\u0645", 4: "\u064b", 5: " ", 6: "\u0627", 8: "\u064b"}
WIDTHS = {1: 500, 2: 500, 3: 500, 4: 0, 5: 250, 6: 300, 8: 500}


class TestFiles:
    """Whole files through both readers, in the processes that the program starts."""

    def text(self, content: str) -> str:
        return " ".join(unit.text or "" for unit in read(typeset(content, NAMES, WIDTHS)).units)

    def test_pens_advances_and_names(self):
        drawing = (
            "BT /F 12 Tf 72 700 Td [<0003>-20<0001>] TJ 1 Tc <0002> Tj"
            " 0 Tc <0005000600040003> Tj ET"
        )
        assert self.text(drawing) == "\u0645\u064b\u0627 \u0633\u0644\u0627\u0645"

    def test_one_text_for_several_glyphs(self):
        span = "/Span <</ActualText <FEFF0627064406440647>>> BDC <00020003> Tj EMC"
        assert (
            self.text(f"BT /F 12 Tf 72 700 Td {span} <00050001> Tj ET")
            == "\u0644\u0627 \u0627\u0644\u0644\u0647"
        )

    def test_a_text_that_begins_with_a_mark_goes_on_with_the_letter_before(self):
        span = "/Span <</ActualText <FEFF064B0020064506330645>>> BDC <0003000200030005> Tj EMC"
        found = self.text(f"BT /F 12 Tf 72 700 Td {span} <0006> Tj ET")
        assert found == "\u0627\u064b \u0645\u0633\u0645"

    def test_a_letter_stays_on_its_line_where_its_mark_is_as_wide(self):
        span = "/Span <</ActualText <FEFF0633064B>>> BDC -7 Ts <0008> Tj 0 Ts <0002> Tj EMC"
        found = self.text(f"BT /F 12 Tf 72 700 Td <00030002> Tj {span} <00030001> Tj ET")
        assert found == "\u0644\u0627\u0645\u0633\u064b\u0633\u0645"

    def test_letters_drawn_twice_are_read_once(self):
        bold = "BT /F 12 Tf 72 700 Td <00030002> Tj ET BT /F 12 Tf 72.3 700 Td <00030002> Tj ET"
        assert self.text(bold) == "\u0633\u0645"

    def test_a_file_that_the_second_reader_cannot_read_is_read_by_the_first(
        self, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr(pdf_process, "MODULE", "tests.translation.formats.one_reader")
        assert read(pdf(right_aligned(["قال الوزير نعم"]))).units[0].text == "قال الوزير نعم"

    def test_a_page_in_doubt_is_told_with_share_and_places(self):
        bad = [Drawn(visual("خĀاĀر أر7ية لأþ قاþĀ"), 72, 700 - 20 * n) for n in range(3)]
        good = right_aligned(["قال الوزير في بيان له إن الحوار مهم جدا"])
        (notice,) = [n for n in read(pdf(good, bad)).notices if n.code == "pdf_doubtful"]
        assert dict(notice.facts) == {"file": "a.pdf", "share": "100 %", "pages": "2"}


MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u0640\u200b-\u200d]")


def words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", MARKS.sub("", unicodedata.normalize("NFKC", text))).split()


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
