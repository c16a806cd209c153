"""The lines of text on the pages of a PDF, by PDFium: run in a process of its own.

Only places and characters are asked of PDFium: no script, link, form or attachment is touched.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from translation.formats.pdf_layout import Line
from translation.formats.pdf_order import Glyph, in_reading_order, letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_CHARACTERS = 200_000
"""Characters of one page; a newspaper's has 20 000."""

_BASELINE_SHARE = 0.45
_COLUMN_GAP = 1.8
"""Of the letters' size: how far baselines of one line differ, how wide a gap parts two columns."""

_STRAIGHT = 0.05
"""Radians a line can be turned; watermarks across the page are no text."""

_HYPHENS = frozenset({0x02, 0xFFFE})
"""What PDFium gives for a hyphen at the end of a line."""


def page_lines(page: Any, rtl: bool) -> list[Line]:
    """Return the lines of a page of pypdfium2, from its top down."""
    text_page = page.get_textpage()
    try:
        glyphs = list(_glyphs(text_page))
    finally:
        text_page.close()
    return [
        line
        for row in _rows(glyphs)
        for piece in _pieces(row)
        if (line := _line(piece, rtl)).text.strip()
    ]


def _glyphs(text_page: Any) -> Iterator[Glyph]:
    """Give the glyphs that can be seen; characters of one glyph together."""
    import pypdfium2.raw as pdfium

    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = pdfium.c_double(), pdfium.c_double()
    waiting: Glyph | None = None
    for index in range(min(text_page.count_chars(), MOST_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        text = "-" if code in _HYPHENS else letters(chr(code)) if code else ""
        if not text.strip() or (code < 0x20 and code not in _HYPHENS) or 0xD800 <= code < 0xE000:
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text_page, index, box):
            continue
        pdfium.FPDFText_GetMatrix(text_page, index, matrix)
        if abs(math.atan2(matrix.b, matrix.a)) > _STRAIGHT:
            continue
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        size = pdfium.FPDFText_GetFontSize(text_page, index) * scale
        glyph = Glyph(text, box.left, box.right, y.value, size or box.top - box.bottom)
        if waiting is not None and _same_place(waiting, glyph):
            waiting = Glyph(waiting.text + text, box.left, box.right, y.value, glyph.size)
            continue
        if waiting is not None:
            yield waiting
        waiting = glyph
    if waiting is not None:
        yield waiting


def _same_place(one: Glyph, other: Glyph) -> bool:
    same = (one.left, one.right, one.baseline) == (other.left, other.right, other.baseline)
    return same and one.right - one.left > 0 and one.text != other.text


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Give the glyphs of each baseline, from the top of the page down."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.baseline):
        height = max(row[0].size, glyph.size, 1.0) if row else 0.0
        if row and row[0].baseline - glyph.baseline > _BASELINE_SHARE * height:
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _pieces(row: list[Glyph]) -> Iterator[list[Glyph]]:
    """Cut a row at gaps as wide as those between columns and cells."""
    piece: list[Glyph] = []
    edge = 0.0
    for glyph in sorted(row, key=lambda glyph: glyph.left):
        if piece and glyph.left - edge > _COLUMN_GAP * max(glyph.size, 1.0):
            yield piece
            piece = []
        edge = max(edge, glyph.right) if piece else glyph.right
        piece.append(glyph)
    if piece:
        yield piece


def _line(piece: list[Glyph], rtl: bool) -> Line:
    sizes = sorted(glyph.size for glyph in piece)
    return Line(
        in_reading_order(piece, rtl),
        min(glyph.left for glyph in piece),
        max(glyph.right for glyph in piece),
        sorted(glyph.baseline for glyph in piece)[len(piece) // 2],
        sizes[len(sizes) // 2],
    )
