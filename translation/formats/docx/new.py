"""A new DOCX of the translated article, built from the roles of its units."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from translation.formats.docx.direction import word_tag
from translation.formats.docx.kinds import of_kind
from translation.formats.docx.names import (
    P_PR,
    PARAGRAPH_ORDER,
    R_,
    R_PR,
    RUN_ORDER,
    SECT_PR,
    SECTION_ORDER,
    TABLE_ORDER,
    TBL,
    TBL_PR,
    VAL,
    P,
    properties,
    put,
    switch,
    w,
)
from translation.formats.docx.package import Package
from translation.formats.html.read import FORMAT as HTML
from translation.formats.joining import filling_notices, unit_text
from translation.formats.list_items import is_numbered, without_bullet
from translation.formats.safe_xml import clean
from translation.formats.spec import Written
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.document import Document as WordDocument
    from lxml import etree

    from translation.formats.spec import WriteOptions
    from translation.model.document import Document
    from translation.model.segment import SourceFile

_STYLES = {
    Role.HEADLINE: "Title",
    Role.DATELINE: "Subtitle",
    Role.BYLINE: "Subtitle",
    Role.SUBHEADING: "Heading 2",
    Role.LIST_ITEM: "List Bullet",
    Role.CAPTION: "Caption",
}
_LATIN_FONT, _ARABIC_FONT = "Calibri", "Arial"
_SPAN = re.compile(r"(\d+):(\d+)\Z")
"""The place of a unit in the text of an HTML page, as its reader anchors it."""
_ROW_END, _TABLE_END = re.compile(r"<tr\b", re.IGNORECASE), re.compile(r"</table\b", re.IGNORECASE)
_NUMBERED_ITEM = "List Paragraph"
_PIECES_A_REPORT = 200
_OFFICE_FONTS = ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme")


class _Piece(NamedTuple):
    """A unit that is written; cells of one table, and of one row in it, share their numbers."""

    role: Role
    text: str
    table: int
    row: int
    rtl: bool
    """Whether the language it is written in runs from right to left."""


def write(document: Document, options: WriteOptions) -> Written:
    """Make the document; units left out as furniture are left out here too."""
    import docx

    pair = document.files[0].pair if document.files else ARABIC_TO_ENGLISH
    made = docx.Document()
    _prepare(made, pair.target, pair.target_is_rtl)
    found = list(_pieces(document))
    done = 0
    for is_table, group in groupby(found, key=lambda piece: piece.role is Role.CELL):
        pieces = list(group)
        if is_table:
            for _, cells in groupby(pieces, key=lambda piece: piece.table):
                _table(made, list(cells))
        else:
            for number, piece in enumerate(pieces, start=done):
                if number % _PIECES_A_REPORT == 0:
                    options.report(number, len(found))
                _paragraph(made, piece)
        done += len(pieces)
        options.report(done, len(found))
    if pair.target_is_rtl:
        for section in made.element.iter(SECT_PR):
            switch(section, "bidi", True, SECTION_ORDER)
    _name(made, found, pair.target)
    stream = io.BytesIO()
    made.save(stream)
    package = Package(stream.getvalue(), options.name)
    data = package.zip.with_parts(of_kind(package, options.name))
    return Written(data, filling_notices(options.name, document))


def _pieces(document: Document) -> Iterator[_Piece]:
    pages = {file.id: _page(file) for file in document.files}
    table = row = last = 0
    file_id = ""
    for unit, segments in document.by_unit():
        if unit.file_id != file_id:
            file_id, last = unit.file_id, 0
            table += 1  # What ended with the file before is not gone on with.
        text = clean(unit_text(document, unit, segments).text) if unit.is_in_text else ""
        if not text:
            continue
        row += 1
        span, page = _SPAN.match(unit.anchor), pages[unit.file_id]
        if page and span:
            between = page[last : int(span[1])]
            last = int(span[2])
            table += _TABLE_END.search(between) is not None
            row -= _ROW_END.search(between) is None
        rtl = document.file(unit.file_id).pair.target_is_rtl
        yield _Piece(unit.role, text, table, row, rtl)


def _page(file: SourceFile) -> str:
    """Return the text of an HTML page, where what stands between cells tells their rows."""
    if file.format != HTML:
        return ""
    return file.original.decode(file.encoding or "utf-8", "replace").removeprefix("\ufeff")


def _prepare(made: WordDocument, language: str, rtl: bool) -> None:
    """Mend the library's template, and set the document's fonts, language and direction."""
    zoom = made.settings.element.find(w("zoom"))
    if zoom is not None and zoom.get(w("percent")) is None:
        zoom.set(w("percent"), "100")
    defaults = made.styles.element.find(f"{w('docDefaults')}/{w('rPrDefault')}/{R_PR}")
    if defaults is not None:
        put(defaults, "lang", RUN_ORDER).set(w("bidi") if rtl else VAL, word_tag(language))
    for style in made.styles.element.iter(w("style")):
        found = style.find(R_PR)
        fonts = None if found is None else found.find(w("rFonts"))
        if fonts is not None:
            for name in _OFFICE_FONTS:
                fonts.attrib.pop(w(name), "")
            for name in ("ascii", "hAnsi"):
                fonts.set(w(name), _LATIN_FONT)
            fonts.set(w("cs"), _ARABIC_FONT)
    _set_fonts(defaults)


def _set_fonts(defaults: etree._Element | None) -> None:
    if defaults is None:
        return
    fonts = put(defaults, "rFonts", RUN_ORDER)
    fonts.attrib.clear()
    for name, font in (("ascii", _LATIN_FONT), ("hAnsi", _LATIN_FONT), ("cs", _ARABIC_FONT)):
        fonts.set(w(name), font)


def _paragraph(made: WordDocument, piece: _Piece) -> None:
    text, style = piece.text, _STYLES.get(piece.role)
    if piece.role is Role.LIST_ITEM:
        text = without_bullet(text)
        style = _NUMBERED_ITEM if is_numbered(text) else style
    made.add_paragraph(text, style=style)
    if piece.rtl:
        _turn_last(made, 1)


def _table(made: WordDocument, pieces: Sequence[_Piece]) -> None:
    """Make a table; cells whose rows nobody knows stand one below the other."""
    rows = [
        [piece.text for piece in row] for _, row in groupby(pieces, key=lambda piece: piece.row)
    ]
    table = made.add_table(len(rows), max(map(len, rows)), style="Table Grid")
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=False):
            cell.text = text
    made.add_paragraph()
    if pieces[0].rtl:
        _turn_last(made, 2)


def _turn_last(made: WordDocument, count: int) -> None:
    """Make what was added last run from right to left; behind it stand the page's properties."""
    for part in made.element.body[-1 - count : -1]:
        _turn(part)


def _turn(part: etree._Element) -> None:
    for tag, inner, name, order in (
        (P, P_PR, "bidi", PARAGRAPH_ORDER),
        (R_, R_PR, "rtl", RUN_ORDER),
        (TBL, TBL_PR, "bidiVisual", TABLE_ORDER),
    ):
        for element in part.iter(tag):
            switch(properties(element, inner), name, True, order)


def _name(made: WordDocument, found: Sequence[_Piece], language: str) -> None:
    """Name the document by its headline, and nobody as its author."""
    headline = next((piece.text for piece in found if piece.role is Role.HEADLINE), "")
    facts = made.core_properties
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    facts.title = " ".join(headline.split())[:255]
    facts.author = facts.last_modified_by = facts.comments = facts.keywords = ""
    facts.created = facts.modified = now
    facts.language = language
