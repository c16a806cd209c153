"""Bad DOCX, ODT, EPUB, PPTX, RTF and XLSX (72 to 76), web pages (77), tables and PDFs (78)."""

from __future__ import annotations

from collections.abc import Callable

from tests.bad_inputs.kinds import BadFile, BadInput, Opened, Refused
from tests.translation.formats import (
    pdf_files,
    test_bad_tables,
    test_docx_bad,
    test_epub,
    test_odt_hostile,
    test_pptx,
    test_rtf,
)
from tests.translation.formats.docx_samples import SAMPLES, cells, package, para, run
from tests.translation.formats.odt_files import odt

_DOCX = "tests/translation/formats/test_docx_bad.py"
_WHOLE = "tests/translation/formats/test_docx.py"
_ODT = "tests/translation/formats/test_odt.py"
_TABLES = "tests/translation/formats/test_bad_tables.py"
_HTML = "tests/translation/formats/test_html.py"
_PDF = "tests/translation/formats/test_pdf_read.py"
_ZIP = "tests/translation/formats/test_safe_zip.py"
_WORDS = {
    "bad_zip": "is not", "zip_unsafe": "was refused", "xml_entities": "XML entities",
    "encrypted": "without a password", "bad_xml": "not well-formed XML",
    "too_many_paragraphs": "more than", "too_many_codes": "inline codes",
    "wrong_format": "is not", "protected": "DRM", "no_text": "no text",
}  # fmt: skip
_SENTENCE = "قال الوزير إن الحوار مهم."
_LINES = [
    "قال الوزير في بيان له إن الحوار بين البلدين مهم جدا",
    "وأضاف أن التعاون مستمر على كل المستويات هذه السنة",
]


def _docx(*names: str) -> tuple[BadFile, ...]:
    """DOCX files that test_docx_bad refuses already."""
    return tuple(
        BadFile("a.docx", make, Refused(words))
        for make, words in (test_docx_bad.REFUSED[name] for name in names)
    )


def _odt(*names: str) -> tuple[BadFile, ...]:
    return tuple(
        BadFile("a.odt", make, Refused(_WORDS[reason]))
        for make, reason in (test_odt_hostile.REFUSED[name] for name in names)
    )


def _epub(*names: str) -> tuple[BadFile, ...]:
    return tuple(
        BadFile("a.epub", make, Refused(_WORDS[reason]))
        for make, reason in (test_epub.REFUSED[name] for name in names)
    )


def _pptx(*names: str) -> tuple[BadFile, ...]:
    return tuple(
        BadFile("a.pptx", make, Refused(_WORDS[reason]))
        for make, reason in (test_pptx.REFUSED[name] for name in names)
    )


def _rtf(*names: str) -> tuple[BadFile, ...]:
    return tuple(
        BadFile("a.rtf", make, Refused(_WORDS[reason]))
        for make, reason in (test_rtf.REFUSED[name] for name in names)
    )


def _xlsx(*names: str) -> tuple[BadFile, ...]:
    return tuple(
        BadFile("a.xlsx", make, Refused(words))
        for make, words in (test_bad_tables.REFUSED_XLSX[name] for name in names)
    )


def _rows(rows: str, words: str) -> BadFile:
    return BadFile("a.xlsx", lambda: test_bad_tables.sheet_of(rows), Refused(words))


def _file(name: str, text: str | bytes, expected: Refused | Opened) -> BadFile:
    data = text if isinstance(text, bytes) else text.encode()
    return BadFile(name, lambda: data, expected)


def _table(text: str, segments: int, holds: str, name: str = "a.csv") -> BadFile:
    return _file(name, text, Opened(segments, (holds,), is_rebuilt=False))


def _page(body: str) -> str:
    return f"<html><head><meta charset=utf-8></head><body>{body}</body></html>"


def _pdf(make: Callable[[], bytes], expected: Refused | Opened) -> BadFile:
    return BadFile("a.pdf", make, expected)


PACKAGES: dict[int, BadInput] = {
    72: BadInput(
        "ten million paragraphs in a megabyte",
        (
            *_docx("ten million paragraphs", "ten million, packed badly", "a million paragraphs"),
            *_odt("many paragraphs", "many marks"),
            *_epub("many marks"),
            *_pptx("many marks"),
            *_rtf("many groups", "many paragraphs", "many codes"),
            *_xlsx("bomb", "too many rows"),
            # As large as may be unpacked whatever the ratio: these are counted.
            BadFile("a.docx", lambda: test_docx_bad.paragraphs(1_380_000), Refused("was refused")),
            BadFile("a.odt", lambda: odt("<text:p/>" * 900_000), Refused("was refused")),
            _rows("<row/>" * 1_380_000, "more than 1048576 rows"),
            _rows("<row><c/></row>" * 550_000, "more than 200000 rows"),
        ),
        (f"{_TABLES}::test_too_many_tags_are_not_parsed",),
    ),
    73: BadInput(
        "300 MB of text in little, a zip in a zip, a thousand bytes from one",
        (
            *_docx("300 MB of text", "a ratio of 1000 to 1"),
            *_odt("one long text"),
            BadFile("a.odt", test_odt_hostile.OPENED["nested zip"], Opened()),
            BadFile(
                "a.docx",
                lambda: package(para(run(_SENTENCE)), {"word/embeddings/a.zip": package("")}),
                Opened(1, (_SENTENCE,)),
            ),
        ),
        (
            f"{_ZIP}::test_bombs_are_refused_unopened",
            f"{_ZIP}::test_a_directory_that_lies_about_a_size_is_found_out",
            f"{_DOCX}::test_a_zip_within_and_a_long_cell_lose_nothing",
        ),
    ),
    74: BadInput(
        "entities in a part; pictures elsewhere",
        (
            *_docx("an outside entity", "entities in entities", "entities in the styles"),
            *_odt("entities", "outside entity"),
            *_epub("entities"),
            *_pptx("entities"),
            *_xlsx("entities in the sheet", "entities in the texts"),
            BadFile("a.odt", test_odt_hostile.OPENED["outside picture"], Opened()),
        ),
        (
            f"{_DOCX}::test_nothing_outside_is_fetched",
            f"{_TABLES}::test_external_links_and_macros_are_not_looked_at",
        ),
    ),
    75: BadInput(
        "parts missing, twice, outside; encrypted; cut off; 300 tables in one another",
        (
            *_docx(
                "no content types", "no document", "a part twice", "a name that leads outside",
                "cut off", "encrypted", "before 2007", "300 nested tables",
            ),
            *_odt("no content", "duplicate part", "outside name", "office encryption", "truncated",
                  "too deep"),
            *_rtf("something else", "no text", "too deep"),
            _file("a.doc", test_rtf.rtf("Text."), Opened(1, ("Text.",), is_rebuilt=False)),
            _file("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, Refused("save it as")),
            *_pptx("no content types", "no presentation", "cut off", "no text", "all hidden",
                   "too deep"),
            *_epub("no container", "no package", "no pages", "no text", "cut off", "protected",
                   "something else"),
            *_xlsx("no workbook", "cut", "old"),
        ),
        (f"{_ZIP}::test_names_that_point_outside_are_refused",),
    ),
    76: BadInput(
        "text in boxes, notes, fields and tracked changes; a long cell; a wrong checksum",
        (
            *(BadFile("a.docx", lambda data=data: data, Opened()) for data in SAMPLES.values()),
            BadFile("a.pptx", lambda: test_pptx.WHOLE, Opened()),
            BadFile("a.epub", lambda: test_epub.epub(test_epub.BOOK), Opened()),
            BadFile("a.docx", lambda: package(cells("كلمة " * 8000)), Opened(notice="")),
            BadFile("a.docx", lambda: package(para(run("نص بلا اتجاه.", ""), "")), Opened(1)),
            *_docx("damaged", "a damaged picture"),
            *_odt("bad checksum"),
            *_xlsx("bad checksum"),
            BadFile("a.odt", lambda: odt(f"<text:p>{'كلمة ' * 8000}</text:p>"), Opened()),
        ),
        (
            f"{_WHOLE}::test_all_text_in_reading_order",
            f"{_TABLES}::test_a_text_longer_than_a_cell_is_refused_not_cut",
            f"{_TABLES}::test_nothing_runs_in_a_spreadsheet",
            f"{_ODT}::TestWriting::test_pictures_notes_and_marks_are_never_lost",
        ),
    ),
}  # fmt: skip

PAGES: dict[int, BadInput] = {
    77: BadInput(
        "web pages without a charset, nested, of scripts alone, empty, with a huge address",
        (
            _file("a.html", f"<p>{_SENTENCE}</p>".encode("cp1256"),
                  Opened(1, (_SENTENCE,), "guessed")),
            _file("a.html", "<div>" * 5000 + _SENTENCE + "</div>" * 5000, Refused("too deep")),
            _file("a.html", _page("<script>document.write('<p>x')</script>"), Refused("no text")),
            _file("a.html", _page("<p> </p>"), Refused("no text")),
            _file("a.html", _page(f"<p>{_SENTENCE}</p>"), Opened(1, (_SENTENCE,))),
            _file(
                "a.html",
                _page(f"<p>{_SENTENCE}</p><img src='data:image/png;base64,{'A' * 20_000_000}'>"),
                Opened(1, (_SENTENCE,)),
            ),
        ),
        (f"{_HTML}::test_charsets_declared_or_not", f"{_HTML}::test_nothing_is_fetched"),
    ),
    78: BadInput(
        "tables with quotes, line ends, formulas and ragged rows; PDFs that are hard to read",
        (
            _table('source,target\n"قال ""نعم""\nثم",Text\n', 1, 'قال "نعم"\nثم'),
            _table("source;target\nنص;=1+1\n", 1, "نص"),
            _table("source\ttarget\nنص\tText\n", 1, "نص"),
            _table("source,target\nنص\n=1+1,b,c,d\n", 2, "نص"),
            _table("source\ttarget\n=cmd|'/C calc'!A1\tText\n", 1, "=cmd|'/C calc'!A1", "a.tsv"),
            _pdf(
                lambda: pdf_files.pdf(
                    [pdf_files.Drawn(line, 72, 700 - 18 * n) for n, line in enumerate(_LINES)]
                ),
                Opened(holds=(" ".join(_LINES),), is_rebuilt=False),
            ),
            _pdf(lambda: pdf_files.pdf(image_only=True), Refused("recognised (OCR)")),
            _pdf(pdf_files.encrypted, Refused("without a password")),
            _pdf(
                lambda: pdf_files.pdf(pdf_files.right_aligned(_LINES))[:300], Refused("is not PDF")
            ),
        ),
        (
            f"{_TABLES}::test_quotes_and_line_breaks_in_cells",
            f"{_TABLES}::test_tables_of_others",
            f"{_PDF}::TestParagraphs::test_arabic_drawn_from_left_to_right_is_turned",
            f"{_PDF}::TestHostileFiles::test_a_stream_that_swells",
        ),
    ),
}  # fmt: skip
