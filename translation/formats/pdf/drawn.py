"""What the content of a page draws, glyph by glyph, by pdfminer.six: run in a process of its own.

For Arabic PDFium does not tell enough: it gives the ink of a glyph and not how far the pen goes
on, turns the letters of one glyph, halves texts that stand for several glyphs and makes up
spaces. Here each glyph comes with the pen's place, its advance and the text that the file gives
it (ToUnicode, or ActualText: ISO 32000-1, 9.10 and 14.9.4), in the file's order.
"""

from __future__ import annotations

import io
import math
import unicodedata
from collections import Counter
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from translation.formats.pdf.naming import Names
from translation.formats.pdf.order import SPACE, Glyph, is_mark, letters
from translation.formats.pdf.pen_device import PenDevice, Placed, fonts
from translation.formats.pdf.rows import SYMBOL_BULLETS
from translation.formats.pdf.strokes import SILENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NO_ADVANCE = 0.05
_AGAIN = 0.12
"""Of the letters' size: how far marks move the pen at most, how near a glyph drawn twice lies."""

_LONGEST_SPAN = 24
"""Characters of one text for several glyphs; a longer one stands for a line, not for letters."""

_BLANK = frozenset(
    "\t\n\r \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
)


class DrawnPage(NamedTuple):
    """The glyphs of a page in the file's order, turned upright, and its height in points."""

    height: float
    glyphs: list[Glyph]


class DrawnFile:
    """A PDF whose pages are drawn one by one; opening raises of all kinds where it is damaged."""

    def __init__(self, data: bytes) -> None:
        from pdfminer.pdfdocument import PDFDocument
        from pdfminer.pdfpage import PDFPage
        from pdfminer.pdfparser import PDFParser

        self._fonts = fonts()
        self._names = Names()
        self._pages = list(PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(data)))))

    def __len__(self) -> int:
        return len(self._pages)

    def page(self, number: int) -> DrawnPage | None:
        """Return a page, counted from 0; None for one that fails."""
        try:
            drawn = _drawn(self._pages[number], self._fonts)
        except Exception:  # the library raises of all kinds where a file breaks rules
            return None
        return drawn._replace(glyphs=self._names.applied(drawn.glyphs))


def _drawn(page: Any, keeper: Any) -> DrawnPage:
    from pdfminer.pdfinterp import PDFPageInterpreter
    from pdfminer.pdftypes import PDFStream, resolve1

    left, bottom, right, top = page.mediabox
    page.rotate = 0  # lines are turned upright by how they run, whatever a viewer does
    device = PenDevice()
    packed = [
        (stream, stream.rawdata)
        for stream in map(resolve1, page.contents)
        if isinstance(stream, PDFStream) and stream.rawdata is not None
    ]
    PDFPageInterpreter(keeper, device).process_page(page)
    for stream, raw in packed:  # the document keeps its streams: unpacked they fill the memory
        stream.data, stream.rawdata = None, raw
    quarters = Counter(glyph.quarter for glyph in device.placed)
    quarter = quarters.most_common(1)[0][0] if quarters else 0
    width, height = right - left, top - bottom
    upright = [
        _upright(placed, width, height) for placed in device.placed if placed.quarter == quarter
    ]
    glyphs = [replace(glyph, index=at) for at, glyph in enumerate(_clusters(_once(upright)))]
    return DrawnPage(width if quarter % 2 else height, glyphs)


def _upright(placed: Placed, width: float, height: float) -> tuple[Glyph, Placed]:
    """Turn a glyph back whose line runs that many quarters of a circle to the left."""
    (x, y), (to_x, to_y) = placed.pen, placed.went
    pen, went, base = (
        (x, to_x, y),
        (y, to_y, width - x),
        (width - x, width - to_x, height - y),
        (height - y, height - to_y, x),
    )[placed.quarter]
    glyph = Glyph(
        placed.text, min(pen, went), max(pen, went), base, placed.size, shape=placed.shape
    )
    return glyph, placed


def _once(found: Sequence[tuple[Glyph, Placed]]) -> Iterator[tuple[Glyph, Placed]]:
    """Leave out what is drawn again where it stands, as bold letters and shadows are."""
    seen: dict[tuple[int, int, tuple[int, int]], float] = {}
    for glyph, placed in found:
        step = max(_AGAIN * glyph.size, 0.01)
        column, row = int(glyph.left // step), int(glyph.baseline // step)
        near = [(column + dx, row + dy, placed.shape) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        if not any(abs(seen.get(key, math.inf) - glyph.left) < step for key in near):
            yield glyph, placed
        seen[near[4]] = glyph.left


def _clusters(found: Iterable[tuple[Glyph, Placed]]) -> Iterator[Glyph]:
    """Give each glyph with its text; those with one text for all of them are one."""
    for span, group in groupby(found, key=lambda one: one[1].span):
        glyphs = list(group)
        if span and _is_of_letters(glyphs):
            yield from _as_one(glyphs)
            continue
        for glyph, _ in glyphs:
            text = _text(glyph.text)
            if not text and glyph.right - glyph.left > _NO_ADVANCE * glyph.size:
                text = SILENT
            if text:
                yield replace(glyph, text=text)


def _is_of_letters(glyphs: Sequence[tuple[Glyph, Placed]]) -> bool:
    """Tell whether the text of a span stands for letters beside each other on one line."""
    text = glyphs[0][1].actual or ""
    bases = [glyph.baseline for glyph, _ in glyphs]
    return len(text) <= _LONGEST_SPAN and max(bases) - min(bases) < glyphs[0][0].size


def _as_one(glyphs: Sequence[tuple[Glyph, Placed]]) -> Iterator[Glyph]:
    text = _text(glyphs[0][1].actual or "")
    if not text:
        return
    moving = [g for g, _ in glyphs if g.right - g.left > _NO_ADVANCE * g.size]
    moving.sort(key=lambda glyph: is_mark(glyph.text))  # in fonts of one width they move it, too
    yield replace(
        (moving or [glyphs[0][0]])[0],
        text=text,
        left=min(glyph.left for glyph, _ in glyphs),
        right=max(glyph.right for glyph, _ in glyphs),
        shape=None if len(glyphs) > 1 else glyphs[0][0].shape,
    )


def _text(given: str) -> str:
    """Return the text of a glyph as letters: forms undone, a lam-alef and marks in their order."""
    if given and all(character in _BLANK for character in given):
        return SPACE
    if given and ord(given[0]) in SYMBOL_BULLETS:
        return "\u2022"
    text = letters("".join(c for c in given if unicodedata.category(c) not in ("Cc", "Cf", "Cs")))
    if len(text) > 1 and is_mark(text[:-1]) and not is_mark(text[-1]):
        return text[-1] + text[:-1]
    return text
