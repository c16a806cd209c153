"""PDFs as a reader of them finds them: their words, their sheets, and nothing fetched."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
import unicodedata
from collections import Counter

import pypdfium2
import pytest

from app.printing.printer import QtPagePrinter
from tests.watched_pipe import WatchedPipe
from translation.system.cancel import Cancelled

ARABIC = "جددت الكويت التزامها بنسبة 25% في 26 يناير 2022، وقال الوزير (أمس): «نعم» [1]."
ENGLISH = "Kuwait renewed 25% of its first offer (draft) on 26 January 2022 [1]."
WORD = re.compile(r"[^\W_]+")


@pytest.fixture
def printer(qapp):
    return QtPagePrinter()


def printed(printer, body, title="t", right_to_left=False, **options):
    page = f"<html><body>{body}</body></html>"
    return printer.pdf(page, title=title, right_to_left=right_to_left, **options)


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return found


def words(text: str) -> Counter[str]:
    """Words as a search compares them: without presentation forms, marks and bidi controls."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return Counter(WORD.findall(re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", " ", plain)))


def red_dots(pdf: bytes) -> int:
    bitmap = pypdfium2.PdfDocument(pdf)[0].render()
    dots = bytes(bitmap.buffer)
    return sum(dots[at : at + 3] == b"\x00\x00\xff" for at in range(0, len(dots), 3))


def lost(pdf: bytes, text: str) -> Counter[str]:
    return words(text) - words("\n".join(texts(pdf)))


@pytest.mark.parametrize("right_to_left", [False, True])
def test_every_word_can_be_searched(printer, right_to_left):
    pdf = printed(
        printer,
        f'<p dir="rtl">{ARABIC}</p><p dir="ltr" style="font-family:Source Serif 4">{ENGLISH}</p>',
        right_to_left=right_to_left,
    )
    assert pdf.startswith(b"%PDF-")
    assert not lost(pdf, f"{ARABIC} {ENGLISH}")


def test_letters_are_named_as_they_are_typed(printer):
    """Ligatures alone keep a form of their own, which viewers fold."""
    found = "".join(texts(printed(printer, '<p dir="rtl">بيان صحفي عن لجنة الأمن</p>')))
    assert not re.search("[\ufb50-\ufdff\ufe70-\ufef4]", found)
    assert {"بيان", "صحفي", "لجنة"} <= words(found).keys()


def test_texts_stand_on_their_own_sides_in_their_own_order(printer):
    pdf = printed(printer, f'<p dir="rtl">{ARABIC}</p><p dir="ltr">{ENGLISH}</p>')
    page = pypdfium2.PdfDocument(pdf)[0]
    area = page.get_textpage()

    def box(text):
        start, count = area.search(text).get_next()
        edges = [area.get_charbox(n) for n in range(start, start + count)]
        return min(e[0] for e in edges), max(e[2] for e in edges)

    width = page.get_width()
    # The Arabic begins at the right edge and goes on to the left, the English the other way.
    assert box("January")[1] < width
    assert box("Kuwait")[0] < width * 0.15
    assert box("26")[0] < width
    assert box("2022")[1] < box("25")[0]


def test_a_table_is_not_cut(printer):
    row = '<table width="100%"><tr><td width="50%">{}</td><td width="50%">{}</td></tr></table>'
    body = "".join(row.format(f"first{n} " + ENGLISH * 4, f"last{n}") for n in range(60))
    sheets = texts(printed(printer, body))
    assert len(sheets) > 5
    for number in range(60):
        where = [i for i, text in enumerate(sheets) if f"first{number} " in text]
        assert where == [i for i, text in enumerate(sheets) if re.search(rf"last{number}\b", text)]
    whole = sum(text.count("(draft)") for text in sheets)
    assert whole == 60 * 4
    # No row goes on from one sheet to the next: each sheet begins with a row.
    assert all(text.lstrip().startswith("first") for text in sheets)


@pytest.mark.slow
def test_a_heading_goes_with_what_follows(printer):
    for lines in range(30, 60):
        body = "<p>line</p>" * lines + "<h2>Heading</h2><p>After it.</p>"
        sheets = texts(printed(printer, body))
        assert ["Heading" in text for text in sheets] == ["After it." in text for text in sheets]


def test_headings_go_with_what_they_are_of_and_no_sheet_stays_empty(printer):
    """Each sheet begins with the margin of its heading: what follows is lower by that."""
    style = "<style>h4 { margin-top: 16px }</style>"
    one = f"<h4>Heading{{0}} of it</h4><p>line{{0}} of it</p><p>{ENGLISH} text{{0}} of it</p>"
    body = "".join(one.format(number) for number in range(90))
    sheets = texts(printed(printer, style + body))
    for number in range(90):
        pieces = (f"Heading{number} ", f"line{number} ", f"text{number} ")
        assert len({n for n, t in enumerate(sheets) for piece in pieces if piece in t}) == 1
    assert min(text.count("Heading") for text in sheets[:-1]) > 8


def test_the_same_page_makes_the_same_file_where_its_moment_is_given(printer):
    files = {printed(printer, f"<p>{ARABIC} ← {ENGLISH}</p>", moment=1_700_000_000.0) for _ in "ab"}
    (pdf,) = files
    assert pypdfium2.PdfDocument(pdf).get_metadata_value("CreationDate").startswith("D:20231114")
    assert b'CreateDate="2023-11-14T22:13:20' in pdf


def test_a_row_longer_than_a_sheet_is_cut_all_the_same(printer):
    sheets = texts(printed(printer, f"<table><tr><td>{ENGLISH * 200}</td></tr></table>"))
    assert sum(text.count("(draft)") for text in sheets) == 200


def test_sheets_have_numbers_and_the_file_a_title(printer):
    pdf = printed(printer, "<p>line</p>" * 200, title="خبر اليوم")
    document = pypdfium2.PdfDocument(pdf)
    assert document.get_metadata_value("Title") == "خبر اليوم"
    sheets = texts(pdf)
    for number, text in enumerate(sheets, start=1):
        assert f"{number} / {len(sheets)}" in text
    assert [round(side) for side in document[0].get_size()] == [595, 842]


def test_nothing_is_fetched(printer, tmp_path):
    from PySide6.QtGui import QColor, QImage

    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    assert picture.save(str(tmp_path / "red.png"))
    with_one = printed(
        printer, f'<p>x</p><img src="{tmp_path / "red.png"}" width="60" height="60">'
    )
    assert not red_dots(with_one)
    assert red_dots(printed(printer, '<p style="background:#ff0000">x</p>'))


@pytest.mark.skipif(os.name == "nt", reason="no pipes there")
@pytest.mark.parametrize(
    "page",
    [
        '<img src="{}">',
        '<table background="{}"><tr><td>x</table>',
        '<link rel="stylesheet" href="{}"><p>x</p>',
        '<p style="background-image: url({})">x</p>',
    ],
)
def test_nothing_that_a_page_names_is_opened(printer, tmp_path, page):
    pipe = WatchedPipe(tmp_path / "pipe")
    printed(printer, page.format(tmp_path / "pipe"))
    assert pipe.close() == ""


def test_how_far_it_is_can_be_seen_and_it_can_be_cancelled(printer):
    told = []
    printed(printer, "<p>line</p>" * 200, report=lambda *step: told.append(step))
    steps = [step for step in told if step[1]]
    assert steps[0][0] == 0
    assert steps == sorted(steps)

    def cancel(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        printed(printer, "<p>line</p>", report=cancel)


def test_the_window_goes_on_meanwhile(printer, qapp):
    """Counted in turns of the event loop, which holds still while Python's lock is held."""
    from PySide6.QtCore import QElapsedTimer

    made, pauses, clock = [], [], QElapsedTimer()
    body = f"<table><tr><td>{ENGLISH * 3}</td><td>{ARABIC * 3}</td></tr></table>" * 400
    thread = threading.Thread(target=lambda: made.append(printed(printer, body)))
    begun = time.monotonic()
    thread.start()
    while thread.is_alive():
        clock.start()
        qapp.processEvents()
        time.sleep(0.001)
        pauses.append(clock.elapsed() / 1000)
    assert max(pauses) < (time.monotonic() - begun) / 2
    assert made


def test_a_crash_is_one_sentence_and_writes_nothing(printer, monkeypatch, tmp_path):
    from translation.errors import ExportError
    from translation.work import documents, exporting

    (tmp_path / "sitecustomize.py").write_text("import os; os.abort()")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    document = documents.document_from_text("خبر", "a.txt").document
    with pytest.raises(ExportError, match=r"b\.pdf was not written: printing it broke off\."):
        exporting.export(document, tmp_path / "b.pdf", "pdf-sides", printer=printer)
    assert [path.name for path in tmp_path.iterdir()] == ["sitecustomize.py"]


def test_it_works_beside_the_window(printer):
    made = []
    thread = threading.Thread(
        target=lambda: made.append(printed(printer, f"<p>{ENGLISH}</p>" * 99))
    )
    thread.start()
    thread.join()
    assert not lost(made[0], ENGLISH * 99)


def test_without_window_and_display_it_works_too(repository, tmp_path):
    code = (
        "import sys; from app.printing.printer import QtPagePrinter\n"
        f"pdf = QtPagePrinter().pdf('<p dir=\"rtl\">{ARABIC}</p>', title='t', right_to_left=True)\n"
        "sys.stdout.buffer.write(pdf)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=repository, capture_output=True, env={}, check=True
    )
    assert not done.stderr
    assert not lost(done.stdout, ARABIC)
