"""A new DOCX of the translated article, built from the roles of its units."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from translation.formats.docx_direction import word_tag
from translation.formats.docx_names import (
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
from translation.formats.joining import filling_notices, unit_text
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

_STYLES = {
    Role.HEADLINE: "Title",
    Role.DATELINE: "Subtitle",
    Role.SUBHEADING: "Heading 2",
    Role.LIST_ITEM: "List Bullet",
    Role.CAPTION: "Caption",
}
_LATIN_FONT, _ARABIC_FONT = "Calibri", "Arial"
_ROW = re.compile(r"((.*/table(?:\[\d+\])?)/.*?tr(?:\[\d+\])?)/")
"""The row of a cell and its table, in the anchors of HTML."""
_BULLET = re.compile(r"^[-*•·▪■●◦–—]\s+")
_OFFICE_FONTS = ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme")

Piece = tuple[Role, str, str]
"""Role, anchor and text of a unit."""


def write(document: Document, options: WriteOptions) -> Written:
    """Make the document; units left out as furniture are left out here too."""
    import docx

    pair = document.files[0].pair if document.files else ARABIC_TO_ENGLISH
    made = docx.Document()
    _prepare(made, pair.target, pair.target_is_rtl)
    found = list(_pieces(document))
    done = 0
    for row_table, group in groupby(found, key=_table_of):
        pieces = list(group)
        if row_table:
            _table(made, pieces)
        else:
            for role, _, text in pieces:
                _paragraph(made, role, text)
        done += len(pieces)
        options.report(done, len(found))
    if pair.target_is_rtl:
        _turn(made.element)
    _name(made, found, pair.target)
    stream = io.BytesIO()
    made.save(stream)
    return Written(stream.getvalue(), filling_notices(options.name, document))


def _pieces(document: Document) -> Iterator[Piece]:
    for unit, segments in document.by_unit():
        text = "" if unit.is_furniture else clean(unit_text(document, unit, segments).text)
        if text:
            yield unit.role, unit.anchor, text


def _table_of(piece: Piece) -> str:
    """Return the table a cell stands in, empty for all else and where nobody knows."""
    role, anchor, _ = piece
    found = _ROW.match(anchor) if role is Role.CELL else None
    return found[2] if found else ""


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


def _paragraph(made: WordDocument, role: Role, text: str) -> None:
    text = _BULLET.sub("", text) if role is Role.LIST_ITEM else text
    made.add_paragraph(text, style=_STYLES.get(role))


def _table(made: WordDocument, pieces: Sequence[Piece]) -> None:
    """Make a table of cells whose anchors tell their rows."""
    rows: list[list[str]] = []
    for _, group in groupby(pieces, key=lambda piece: _row_of(piece[1])):
        rows.append([text for _, _, text in group])
    table = made.add_table(len(rows), max(map(len, rows)), style="Table Grid")
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=False):
            cell.text = text
    made.add_paragraph()


def _row_of(anchor: str) -> str:
    found = _ROW.match(anchor)
    return found[1] if found else ""


def _turn(body: etree._Element) -> None:
    """Make all of a document run from right to left."""
    for tag, inner, name, order in (
        (P, P_PR, "bidi", PARAGRAPH_ORDER),
        (R_, R_PR, "rtl", RUN_ORDER),
        (TBL, TBL_PR, "bidiVisual", TABLE_ORDER),
    ):
        for element in body.iter(tag):
            switch(properties(element, inner), name, True, order)
    for section in body.iter(SECT_PR):
        switch(section, "bidi", True, SECTION_ORDER)


def _name(made: WordDocument, found: Sequence[Piece], language: str) -> None:
    """Name the document by its headline, and nobody as its author."""
    headline = next((text for role, _, text in found if role is Role.HEADLINE), "")
    facts = made.core_properties
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    facts.title = " ".join(headline.split())[:255]
    facts.author = facts.last_modified_by = facts.comments = facts.keywords = ""
    facts.created = facts.modified = now
    facts.language = language
