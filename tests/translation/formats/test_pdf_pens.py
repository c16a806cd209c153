"""Arabic PDFs read by where the pen stood: each kind of glyph by itself, and small whole files."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.translation.formats.drawn_pages import (
    SIZE,
    WIDE,
    drawn,
    line,
    read,
    seen,
    text_of,
)
from tests.translation.formats.pdf_files import Drawn, pdf, right_aligned, typeset, visual
from translation.formats.pdf import process as pdf_process
from translation.formats.pdf.columns import Line, Page
from translation.formats.pdf.doubt import doubt, is_in_doubt, page_ranges
from translation.formats.pdf.layout import paragraphs
from translation.formats.pdf.naming import Names
from translation.formats.pdf.order import Glyph
from translation.formats.pdf.strokes import LOST, SILENT


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
