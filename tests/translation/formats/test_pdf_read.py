"""PDFs in: letters by their places into lines and paragraphs, and files that are hostile."""

from __future__ import annotations

import zlib
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from tests.translation.formats.pdf_files import Drawn, encrypted, pdf, right_aligned, visual
from translation.errors import InputError
from translation.formats import FORMATS, ReadOptions
from translation.formats.pdf import glyphs as pdf_glyphs
from translation.formats.pdf import process as pdf_process
from translation.formats.pdf import read as pdf_read
from translation.formats.pdf.columns import Page
from translation.formats.pdf.drawn import DrawnFile
from translation.formats.pdf.order import Glyph, in_reading_order, letters, order_signs, turned
from translation.formats.pdf.pens import page_of
from translation.model.imported import ImportedFile
from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair
from translation.model.segment import Role
from translation.system.cancel import Cancelled

SPEC = next(spec for spec in FORMATS if spec.id == "pdf")
ENGLISH = LanguagePair("en", "ar")
LINES = [
    "قال الوزير في بيان له إن الحوار بين البلدين مهم جدا",
    "وأضاف أن التعاون مستمر على كل المستويات هذه السنة",
    "وفي السنة القادمة.",
]


def read(data: bytes, pair: LanguagePair = ARABIC_TO_ENGLISH) -> ImportedFile:
    """Read as the program does, but in this process, which our own small files cannot harm."""
    return pdf_read.imported(pages_of(data, pair.source_is_rtl), data, ReadOptions("a.pdf", pair))


def pages_of(data: bytes, rtl: bool) -> list[Page]:
    """Return the pages as both readers find them, the second where there is Arabic."""
    pages = []
    with closing(pypdfium2.PdfDocument(data)) as document:
        for number, page in enumerate(document):
            found = pdf_glyphs.read_page(page, rtl)
            page.close()
            drawn = DrawnFile(data).page(number) if pdf_process.runs_left(found) else None
            again = page_of(drawn, rtl) if drawn else found
            pages.append(again if pdf_process.has_all_letters(again, found) else found)
    return pages


def read_apart(data: bytes) -> ImportedFile:
    """Read in a process apart, as the program does."""
    assert SPEC.read
    return SPEC.read(data, ReadOptions("a.pdf", ARABIC_TO_ENGLISH))[0]


def texts(data: bytes, pair: LanguagePair = ARABIC_TO_ENGLISH) -> list[str]:
    return [unit.text or "" for unit in read(data, pair).units]


def notices(data: bytes) -> set[str]:
    return {notice.code for notice in read(data).notices}


def line(text: str, gap: str = " ", rtl: bool = True) -> str:
    """Return what is read where these letters are seen, left to right, ``gap`` a space."""
    glyphs = [
        Glyph(letter, 6.0 * place, 6.0 * place + 6, 0, 12)
        for place, letter in enumerate(text)
        if letter != gap
    ]
    return in_reading_order(glyphs, rtl)


class TestReadingOrder:
    @pytest.mark.parametrize(
        ("seen", "read_"),
        [
            (visual("قال الوزير (نعم)"), "قال الوزير (نعم)"),
            ("2022 " + visual("عام"), "عام 2022"),
            ("2,500 " + visual("نحو"), "نحو 2,500"),
            (visual("اليوم") + " IBM Plex " + visual("شركة"), "شركة IBM Plex اليوم"),
            (".COVID-19 " + visual("مرض"), "مرض COVID-19."),
            (".(KFAED) " + visual("صندوق"), "صندوق (KFAED)."),
            (".(KFAED", "KFAED)."),
            (visual("الدولية") + " January 2022 31", "31 January 2022 الدولية"),
            ("١٤-١٠ " + visual("المدة"), "المدة ١٠-١٤"),
            (visual("قال") + " ,3G " + visual("شبكة"), "شبكة 3G, قال"),
            ("The " + visual("قال الوزير") + " said", "The قال الوزير said"),
            ("In 2022 (May).", "In 2022 (May)."),
        ],
    )
    def test_as_people_read_it(self, seen: str, read_: str):
        assert line(seen, rtl="In 2022" not in seen and "The" not in seen) == read_

    def test_the_order_in_the_file_does_not_matter(self):
        words = [Drawn(visual("قال"), 400), Drawn(visual("الوزير"), 358), Drawn(visual("نعم"), 334)]
        for drawn in (words, words[::-1], [words[1], words[2], words[0]]):
            assert texts(pdf(drawn)) == ["قال الوزير نعم"]

    def test_marks_go_with_their_letters(self):
        glyphs = [Glyph("\u0628", 0, 6, 0, 12), Glyph("\u0627", 6, 9, 0, 12)]
        glyphs.append(Glyph("\u064b", 7, 8, 0, 12))
        assert in_reading_order(glyphs, True) == "\u0627\u064b\u0628"

    def test_the_share_of_a_mark_in_a_glyph_parts_no_word(self):
        glyphs = [Glyph("\u0627", 0, 3, 0, 12), Glyph("\u0645", 6, 9, 0, 12)]
        glyphs.append(Glyph("\u064b", 3.1, 6, 0, 12))
        assert in_reading_order(glyphs, True) == "\u0645\u064b\u0627"

    def test_a_space_that_stands_between_two_letters_parts_them(self):
        slanted = [Glyph("b", 0, 6, 0, 12), Glyph("a", 6.5, 12, 0, 12)]
        assert in_reading_order(slanted, False) == "ba"
        assert in_reading_order([*slanted, Glyph(" ", 4, 8, 0, 12)], False) == "b a"

    def test_a_space_of_no_width_beside_a_bracket_is_none(self):
        glyphs = [Glyph("\u0645", 0, 6, 0, 12, 1, follows_space=True)]
        glyphs.append(Glyph("(", 6, 9, 0, 12, 0))
        assert " " not in in_reading_order(glyphs, True)

    def test_ligatures_in_either_order(self):
        for text in ("\u0644\u0627", "\u0627\u0644"):
            assert in_reading_order([Glyph(text, 0, 6, 0, 12)], True) == "\u0644\u0627"

    def test_presentation_forms_are_letters(self):
        assert letters("\ufef7\ufe8d\u0645\ufdfa") == "\u0644\u0623\u0627\u0645\ufdfa"

    def test_words_tell_their_order(self):
        good, bad = order_signs(["في المدينة على الطريق"])
        assert (good, bad) == (4, 0)
        good, bad = order_signs(["في المدينة على الطريق"[::-1]])
        assert (good, bad) == (0, 4)

    def test_a_turned_line_keeps_latin_and_numbers(self):
        assert turned("معن IBM 25.5 (لاق)") == "(قال) 25.5 IBM نعم"


class TestParagraphs:
    def test_full_lines_are_one_paragraph(self):
        assert texts(pdf(right_aligned(LINES))) == [" ".join(LINES)]

    def test_a_gap_a_bullet_or_an_indent_begins_another(self):
        gap = right_aligned(LINES[:2]) + right_aligned(LINES[:2], top=600)
        assert len(texts(pdf(gap))) == 2
        listed = right_aligned([f"- {LINES[0]}", f"- {LINES[1]}"])
        assert len(texts(pdf(listed))) == 2
        indented = right_aligned(LINES[:2]) + right_aligned([LINES[0][:40]], top=664, right=500)
        assert len(texts(pdf(indented))) == 2

    def test_lines_beside_a_picture_go_on_until_a_sentence_ends(self):
        wide = "هذا سطر طويل يملأ عرض العمود كله من أوله إلى آخره بلا فراغ."
        beside = "وهذا سطر أقصر بجانب صورة صغيرة في العمود نفسه"
        lines = [*right_aligned([wide], 750), *right_aligned([beside, "وتتمته هنا."])]
        assert texts(pdf(lines)) == [wide, f"{beside} وتتمته هنا."]

    def test_cells_close_together_say_nothing_of_the_leading(self):
        lines = right_aligned(["سطر أول يملأ العرض كله هنا حقا", "وسطر ثان يليه."])
        cells = [Drawn(visual("خلية"), 400 + 60 * (n % 2), 500 - 8 * n) for n in range(8)]
        assert "سطر أول يملأ العرض كله هنا حقا وسطر ثان يليه." in texts(pdf([*lines, *cells]))

    def test_bullets_of_symbol_fonts_and_those_set_close(self):
        lines = right_aligned(["\uf0b7 بند أول", "\u2022بند ثان", "3.بند ثالث"])
        assert texts(pdf(lines)) == ["\u2022 بند أول", "\u2022 بند ثان", "3. بند ثالث"]

    def test_a_short_line_ends_its_paragraph(self):
        data = pdf(right_aligned([LINES[0], LINES[2], LINES[1], LINES[2]]))
        assert texts(data) == [f"{LINES[0]} {LINES[2]}", f"{LINES[1]} {LINES[2]}"]

    def test_english_with_hyphens(self):
        data = pdf(
            [
                Drawn("The minister said that the govern-", 72, 700),
                Drawn("ment would go on with its own talk", 72, 682),
                Drawn("next year.", 72, 664),
            ]
        )
        expected = "The minister said that the government would go on with its own talk next year."
        assert texts(data, ENGLISH) == [expected]

    def test_columns_from_the_right_in_arabic_and_the_left_in_english(self):
        words = "one two six ten abc def ghi"
        columns = [
            Drawn(f"{side} {n} {words}", left, 700 - 18 * n, 12)
            for n in range(6)
            for side, left in (("west", 60), ("east", 320))
        ]
        found = texts(pdf(columns), ENGLISH)
        assert " ".join(found).index("west 5") < " ".join(found).index("east 0")
        arabic = " ".join(texts(pdf(columns)))
        assert arabic.index("east 5") < arabic.index("west 0")

    def test_a_paragraph_goes_over_into_the_next_column(self):
        words = "aaa bbb ccc ddd eee fff ggg"
        left = [Drawn(f"{n} {words}", 60, 700 - 18 * n) for n in range(5)]
        right = [Drawn(f"{n} {words}", 320, 700 - 18 * n) for n in range(5)]
        assert len(texts(pdf(left + right), ENGLISH)) == 1
        assert len(texts(pdf([*left[:4], Drawn("4 ends.", 60, 628), *right]), ENGLISH)) == 2

    def test_titles_and_numbers_of_pages_are_furniture(self):
        pages = [
            [
                *right_aligned([f"{LINES[0]} {n}."]),
                *right_aligned(["صحيفة الأيام"], top=800, size=9),
                Drawn(f"- {n} -", 300, 30, 9),
            ]
            for n in range(1, 5)
        ]
        file = read(pdf(*pages))
        found = [unit.text for unit in file.units if unit.role is not Role.FURNITURE]
        assert len(found) == 4
        assert sum(unit.role is Role.FURNITURE for unit in file.units) == 8
        assert "furniture" in {notice.code for notice in file.notices}

    def test_a_paragraph_goes_over_the_page(self):
        first = right_aligned([LINES[0], LINES[1]], top=200)
        assert texts(pdf(first, right_aligned([LINES[2]]))) == [" ".join(LINES)]

    def test_roles_by_size(self):
        page = [
            *right_aligned(["عنوان كبير للخبر"], top=730, size=24),
            *right_aligned(LINES, top=690),
            *right_aligned(["عنوان فرعي"], top=620, size=14),
            *right_aligned(LINES, top=590),
        ]
        assert [unit.role for unit in read(pdf(page)).units] == [
            Role.HEADLINE, Role.PARAGRAPH, Role.SUBHEADING, Role.PARAGRAPH
        ]  # fmt: skip

    def test_arabic_drawn_from_left_to_right_is_turned(self):
        drawn = [Drawn(text, 72, 700 - 18 * n) for n, text in enumerate(LINES)]
        assert " ".join(LINES) in " ".join(texts(pdf(drawn)))
        assert "text_order_uncertain" not in notices(pdf(drawn))

    def test_strokes_that_stretch_words_are_no_quotes(self):
        stretched = [text.replace("ست", 'س"ت').replace("تم", 'ت""م') for text in LINES * 6]
        assert '"' not in " ".join(texts(pdf(right_aligned(stretched))))
        assert 'ب"' in " ".join(texts(pdf(right_aligned(['قال ب"الحوار" نعم']))))

    @pytest.mark.parametrize(
        ("turn", "matrix"),
        [(90, "0 1 -1 0 595 0"), (180, "-1 0 0 -1 595 842"), (270, "0 -1 1 0 0 842")],
    )
    def test_turned_pages(self, turn: int, matrix: str):
        lines = [Drawn("The minister said it was", 72, 500), Drawn("true.", 72, 482)]
        data = pdf(lines, turned=matrix, rotate=turn)
        assert texts(data, ENGLISH) == ["The minister said it was true."]

    def test_writing_across_the_page_is_no_text(self):
        data = pdf(right_aligned(LINES), turned="0.7 0.7 -0.7 0.7 200 0")
        with pytest.raises(InputError):
            texts(data)

    def test_doubtful_order_is_said(self):
        page = [
            *right_aligned(LINES),
            *(Drawn(text, 72, 500 - 18 * n) for n, text in enumerate(LINES)),
        ]
        assert "text_order_uncertain" in notices(pdf(page))

    def test_a_page_that_chromium_printed(self):
        """Its font gives PDFium the ink of joined letters alone, and italics overhang spaces."""
        data = (Path(__file__).parent / "printed" / "chromium.pdf").read_bytes()
        assert texts(data) == ["تناقش لجان سياسة ورياضة (رويترز) عامًا، وأن التنفيذ يبدأ غدا."]

    def test_a_pdf_of_our_own(self):
        from app.printing.printer import QtPagePrinter

        page = f"<h1 dir=rtl>عنوان الخبر</h1><p dir=rtl>{' '.join(LINES * 3)}</p>"
        data = QtPagePrinter().pdf(page, title="a", right_to_left=True)
        assert texts(data)[:2] == ["عنوان الخبر", " ".join(LINES * 3)]


class TestHostileFiles:
    def reason(self, data: bytes) -> str:
        with pytest.raises(InputError) as caught:
            read_apart(data)
        assert "a.pdf" in str(caught.value)
        return caught.value.reason

    def texts(self, data: bytes) -> list[str]:
        return [unit.text or "" for unit in read_apart(data).units]

    def test_no_pdf(self):
        assert self.reason(b"") == "empty"
        assert self.reason(bytes(range(256)) * 8) == "wrong_format"
        assert self.reason(b"%PDF-1.7\n" + bytes(range(256)) * 8) == "wrong_format"
        assert self.reason(pdf([Drawn("text")])[:200]) == "wrong_format"

    def test_encrypted(self):
        assert self.reason(encrypted()) == "encrypted"

    def test_pictures_alone(self):
        assert self.reason(pdf(image_only=True)) == "only_pictures"

    def test_no_pages(self):
        data = pdf([Drawn("text")]).replace(b"/Kids[6 0 R]/Count 1", b"/Kids[     ]/Count 0")
        assert self.reason(data) in ("no_text", "wrong_format")

    def test_numbers_alone(self):
        assert self.reason(pdf([Drawn("12 34")])) == "no_text"

    def test_a_page_of_pictures_among_others_is_said(self):
        assert "picture_pages" in {
            n.code for n in read_apart(pdf(right_aligned(LINES), [])).notices
        }

    def test_too_many_pages(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(pdf_process, "MOST_PAGES", 1)
        assert self.reason(pdf(right_aligned(LINES), [])) == "too_many_pages"

    def test_a_count_that_lies(self):
        data = pdf(right_aligned(LINES)).replace(b"/Count 1>>", b"/Count 2000000000>>")
        assert self.texts(data) == [" ".join(LINES)]

    def test_scripts_and_files_inside_are_left_alone(self):
        action = b"<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>/Pages 2 0 R>>"
        data = pdf(right_aligned(LINES)).replace(b"<</Type/Catalog/Pages 2 0 R>>", action)
        assert self.texts(data) == [" ".join(LINES)]

    def test_a_stream_that_swells(self):
        bomb = zlib.compress(b"q " * 20_000_000, 9)
        data = pdf(right_aligned(LINES)).replace(
            b"endobj\n", b"endobj\n99 0 obj\n<</Filter/FlateDecode/Length %d>>stream\n" % len(bomb)
            + bomb + b"\nendstream endobj\n", 1,
        )  # fmt: skip
        assert self.texts(data) == [" ".join(LINES)]

    def test_a_reader_that_dies_or_says_nothing_is_survived(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(pdf_process, "MODULE", "translation.formats.no_such_module")
        with pytest.raises(InputError) as refused:
            read_apart(pdf(right_aligned(LINES)))
        assert refused.value.reason == "unreadable"
        assert "the process that reads PDFs ended" in str(refused.value)

    def test_a_reader_that_hangs_is_ended(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(pdf_process, "LONGEST_PAGE", 0.1)
        monkeypatch.setattr(pdf_process, "MODULE", "tests.translation.formats.endless")
        assert self.reason(pdf(right_aligned(LINES))) == "unreadable"

    def test_a_reader_that_hangs_can_be_cancelled(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(pdf_process, "MODULE", "tests.translation.formats.endless")

        def cancel(done: int, total: int) -> None:
            raise Cancelled

        with pytest.raises(Cancelled):
            pdf_process.read_pages(pdf([]), "a", True, cancel)

    def test_reading_can_be_cancelled(self):
        def cancel(done: int, total: int) -> None:
            raise Cancelled

        assert SPEC.read
        with pytest.raises(Cancelled):
            SPEC.read(pdf(right_aligned(LINES)), ReadOptions("a", report=cancel))

    def test_damaged_bytes_anywhere(self):
        data = pdf(right_aligned(LINES))
        for place in range(20, len(data), len(data) // 6):
            broken = data[:place] + b"\xff\x00" * 8 + data[place + 16 :]
            try:
                units = read_apart(broken).units
            except InputError:
                continue
            assert units
