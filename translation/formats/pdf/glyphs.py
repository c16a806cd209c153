"""The lines of text on the pages of a PDF, by PDFium: run in a process of its own.

Only places and characters are asked of PDFium: no script, link, form or attachment is touched.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from translation.formats.pdf.columns import Page
from translation.formats.pdf.order import (
    SPACE,
    SPACE_SHARE,
    Glyph,
    in_reading_order,
    letters,
)
from translation.formats.pdf.rows import STRAIGHT, SYMBOL_BULLETS, line_of, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_CHARACTERS = 200_000
"""Characters of one page; a newspaper's has 20 000."""

_WIDEST_BEARING = 0.2
"""Of the letters' size: the blank that a letter has before it."""

_SPACES = frozenset({0x20, 0xA0})
_HYPHENS = frozenset({0x02, 0xFFFE})
"""What PDFium gives for a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A character as PDFium gives it: left, bottom, right, top, and its origin's x and y."""

    text: str
    sides: tuple[float, float, float, float, float, float]
    size: float
    follows_space: bool


def read_page(page: Any, rtl: bool) -> Page:
    """Return a page of pypdfium2 with its lines from the top down, turned as most of it is read."""
    text_page = page.get_textpage()
    try:
        found = list(_glyphs(text_page))
    finally:
        text_page.close()
    quarters = Counter(quarter for _, quarter in found)
    quarter = quarters.most_common(1)[0][0] if quarters else 0
    width, height = page.get_width(), page.get_height()
    if page.get_rotation() in (90, 270):
        width, height = height, width
    upright = [
        _upright(box, index, quarter, width, height)
        for index, (box, its_quarter) in enumerate(found)
        if its_quarter == quarter
    ]
    lines = (line_of(piece, in_reading_order(piece, rtl)) for piece in pieces(upright))
    return Page(
        width if quarter % 2 else height, tuple(line for line in lines if line.text.strip())
    )


def _upright(box: _Box, index: int, quarter: int, width: float, height: float) -> Glyph:
    """Turn a glyph back whose line runs that many quarters of a circle to the left."""
    left, bottom, right, top, x, y = box.sides
    if quarter == 1:
        left, right, base = bottom, top, width - x
    elif quarter == 2:
        left, right, base = width - right, width - left, height - y
    elif quarter == 3:
        left, right, base = height - top, height - bottom, x
    else:
        base = y
    start = (x, y, width - x, height - y)[quarter]
    if 0 < left - start < _WIDEST_BEARING * box.size:
        left = start  # Of some fonts PDFium gives the ink alone: there words would fall apart.
    return Glyph(box.text, left, right, base, box.size, index, box.follows_space)


def _glyphs(text_page: Any) -> Iterator[tuple[_Box, int]]:
    """Give the glyphs of straight lines, and how many quarters of a circle each is turned.

    Characters of one glyph come together.
    """
    waiting: tuple[_Box, int] | None = None
    for found in _characters(text_page):
        if waiting is not None and _is_one_glyph(waiting, found):
            waiting = replace(waiting[0], text=waiting[0].text + found[0].text), found[1]
            continue
        if waiting is not None:
            yield waiting
        waiting = found
    if waiting is not None:
        yield waiting


def _characters(text_page: Any) -> Iterator[tuple[_Box, int]]:
    import pypdfium2.raw as pdfium

    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = pdfium.c_double(), pdfium.c_double()
    after_space = False
    for index in range(min(text_page.count_chars(), MOST_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        text = SPACE if code in _SPACES else _text(code)
        if not text or not pdfium.FPDFText_GetLooseCharBox(text_page, index, box):
            continue
        pdfium.FPDFText_GetMatrix(text_page, index, matrix)
        turns = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
        if abs(turns - round(turns)) > STRAIGHT:
            continue
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        size = pdfium.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
        if text == SPACE and max(box.right - box.left, box.top - box.bottom) <= SPACE_SHARE * size:
            after_space = True  # it stands nowhere, but between two glyphs of the file
            continue
        sides = (box.left, box.bottom, box.right, box.top, x.value, y.value)
        yield _Box(text, sides, size or box.top - box.bottom, after_space), round(turns) % 4
        after_space = False


def _text(code: int) -> str:
    """Return the text of a character of PDFium, nothing for spaces and what is no character."""
    if code in _HYPHENS:
        return "-"
    if code in SYMBOL_BULLETS:
        return "\u2022"
    if code < 0x20 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return ""
    return letters(chr(code)).strip()


def _is_one_glyph(one: tuple[_Box, int], other: tuple[_Box, int]) -> bool:
    box, next_box = one[0], other[0]
    has_width = (box.sides[0], box.sides[1]) != (box.sides[2], box.sides[3])
    return box.sides == next_box.sides and has_width and box.text != next_box.text
