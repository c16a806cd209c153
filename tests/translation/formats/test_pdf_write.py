"""PDF out, as the HTML that the printer gets; tests/app/test_printing has how that prints."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from tests.translation.formats.bilingual_documents import small_document
from translation.errors import ExportError
from translation.formats import FORMATS, WriteOptions
from translation.formats.pdf.text import changes, formatted, labelled
from translation.model.inline import CodeKind, InlineCode
from translation.model.ports import no_report
from translation.system.cancel import Cancelled

CODES = (
    InlineCode(CodeKind.OPEN, "<strong class='x'>", "strong", pair=1),
    InlineCode(CodeKind.CLOSE, "</strong>", "/strong", pair=0),
    InlineCode(CodeKind.ALONE, "<br/>", "br"),
    InlineCode(CodeKind.OPEN, '<a href="https://example.org">', "link", pair=4),
    InlineCode(CodeKind.CLOSE, "</a>", "/link", pair=3),
    InlineCode(CodeKind.ALONE, "<img src='x'>", "img"),
)
B, END_B, BR, A, END_A, IMG = (chr(0xE000 + n) for n in range(len(CODES)))
FORMAT_IDS = ("pdf", "pdf-sides", "pdf-changes")


@dataclass
class Printer:
    """Keeps what it is given to print."""

    pages: list[tuple[str, str, bool]] = field(default_factory=list)

    def pdf(self, page, *, title, right_to_left, report=no_report):
        self.pages.append((page, title, right_to_left))
        return b"%PDF-"


def page_of(document, format_id):
    printer = Printer()
    write(document, format_id, WriteOptions("out.pdf", printer))
    return printer.pages[0][0]


def write(document, format_id, options):
    spec = next(spec for spec in FORMATS if spec.id == format_id)
    return spec.write(document, options)


@pytest.mark.parametrize("format_id", FORMAT_IDS)
def test_without_a_printer_it_is_refused(format_id):
    with pytest.raises(ExportError) as refused:
        write(small_document(), format_id, WriteOptions("out.pdf"))
    assert refused.value.reason == "no_printer"


@pytest.mark.parametrize("format_id", FORMAT_IDS)
def test_page_furniture_is_left_out_and_drafts_are_counted(format_id):
    document = small_document()
    written = write(document, format_id, WriteOptions("out.pdf", printer := Printer()))
    page = printer.pages[0][0]
    assert "اترك تعليقا" not in page
    assert "Headline" in page
    assert "unreviewed_drafts" in {notice.code for notice in written.notices}


def test_the_article_has_its_roles_and_its_language():
    page = page_of(small_document(), "pdf")
    assert '<h1 dir="ltr"' in page
    assert "عنوان" not in page


@pytest.mark.parametrize("format_id", ["pdf-sides", "pdf-changes"])
def test_each_side_runs_its_own_way(format_id):
    page = page_of(small_document(), format_id)
    noted = '<td width="94%">'
    rows = [row for row in page.split("<table")[2:] if noted not in row]
    assert len(rows) == 6
    for row in rows:
        cells = row.split("<td")[2:]
        assert 'dir="rtl"' in cells[0]
        assert 'dir="ltr"' in cells[1] or "—" in cells[1]
    assert "[draft]" in page


def test_texts_are_never_markup():
    hostile = "<img src=x> & <script>"
    for made in (
        formatted(hostile, (), "en"),
        labelled(hostile, (), "en"),
        changes("", hostile, (), "en"),
    ):
        assert "<img" not in made
        assert "<script" not in made
    assert "href" not in labelled(f"{A}x{END_A}", CODES, "en")


def test_codes_do_what_they_mean_in_the_article():
    text = f"{B}bold{END_B} and {A}link{END_A}{BR}next{IMG}"
    assert formatted(text, CODES, "en") == "<b>bold</b> and link<br>next"
    assert formatted(f"{END_B}x{B}y", CODES, "en") == "x<b>y</b>"


def test_codes_are_labels_side_by_side():
    assert "‹strong›" in labelled(f"{B}bold{END_B}", CODES, "en")
    assert "<b>" not in labelled(f"{B}bold{END_B}", CODES, "en")


def test_what_was_changed_is_struck_and_underlined():
    made = changes("The old word stays.", "The new word stays.", (), "en")
    assert 'line-through">old</span>' in made
    assert 'underline">new</span>' in made
    assert made.count("<span") == 2


def test_hidden_characters_of_a_name_are_shown_in_the_title():
    from dataclasses import replace

    document = small_document()
    document._files["f1"] = replace(document.files[0], name="report\u202efdp.exe")
    printer = Printer()
    write(document, "pdf-sides", WriteOptions("out.pdf", printer))
    page, title, _ = printer.pages[0]
    assert "\u202e" not in page + title


@pytest.mark.parametrize("format_id", FORMAT_IDS)
def test_it_can_be_cancelled(format_id):
    def cancel(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        write(small_document(), format_id, WriteOptions("out.pdf", Printer(), cancel))
