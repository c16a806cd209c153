"""Glyphs on a page cut into rows, and rows into the pieces of columns and cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.formats.pdf.columns import Line
from translation.formats.pdf.gutters import strips
from translation.formats.pdf.order import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.formats.pdf.order import Glyph

STRAIGHT = 0.03
"""Quarters of a circle a line can be askew; watermarks across the page are no text."""

SYMBOL_BULLETS = frozenset({0xF0B7, 0xF0A7, 0xF076, 0xF0D8, 0xF0A8})
"""What the fonts Symbol and Wingdings call the bullets of office programs."""

_BASELINE_SHARE = 0.45
_COLUMN_GAP = 1.8
"""Of the letters' size: how far baselines of one line differ, how wide a gap parts two columns."""

_SMALL = 0.8
_RAISED = 0.75
"""Of the size of a row: letters that are raised or lowered are smaller, and so far away at most."""

_BARE_BULLET = re.compile(r"(\u2022|[0-9\u0660-\u0669]{1,3}[.)])(?=[^\W\d_])")


def rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs of each baseline, from the top of the page down.

    What is raised or lowered stands in the row of the words it is beside: numbers of footnotes.
    """
    made: list[list[Glyph]] = []
    for row in _baselines(glyphs):
        if made and (_is_raised(row, made[-1]) or _is_raised(made[-1], row)):
            made[-1] += row
        else:
            made.append(row)
    return made


def _is_raised(small: Sequence[Glyph], row: Sequence[Glyph]) -> bool:
    """Tell whether there is nothing but small glyphs, each in a gap of the row or at its end."""
    few = [glyph for glyph in small if glyph.text != SPACE]
    size = max(glyph.size for glyph in row)
    if not few or len(few) * 2 > len(row) or max(glyph.size for glyph in few) > _SMALL * size:
        return False
    if abs(few[0].baseline - row[-1].baseline) > _RAISED * size:
        return False
    seen = [glyph for glyph in row if glyph.text != SPACE]
    middles = [(glyph.left + glyph.right) / 2 for glyph in few]
    return not any(
        other.left < middle < other.right for middle in middles for other in seen
    ) and all(
        any(other.left - size < middle < other.right + size for other in seen) for middle in middles
    )


def _baselines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.baseline):
        height = max(row[0].size, glyph.size, 1.0) if row else 0.0
        if row and row[0].baseline - glyph.baseline > _BASELINE_SHARE * height:
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def pieces(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Give the rows, cut at gutters and at gaps as wide as those between columns and cells."""
    found = rows(glyphs)
    for row, cuts in zip(found, strips(found), strict=True):
        yield from _pieces(row, cuts)


def _pieces(row: list[Glyph], cuts: Sequence[float]) -> Iterator[list[Glyph]]:
    piece: list[Glyph] = []
    edge = 0.0
    for glyph in sorted(row, key=lambda glyph: glyph.left):
        if glyph.text == SPACE:
            piece += [glyph] * bool(piece)
            continue
        is_cut = any(edge <= cut <= glyph.left for cut in cuts)
        if piece and (is_cut or glyph.left - edge > _COLUMN_GAP * max(glyph.size, 1.0)):
            yield piece
            piece = []
        edge = max(edge, glyph.right) if piece else glyph.right
        piece.append(glyph)
    if piece:
        yield piece


def line_of(piece: Sequence[Glyph], text: str) -> Line:
    """Return the line that these glyphs make, read as ``text``."""
    seen = [glyph for glyph in piece if glyph.text != SPACE]
    sizes = sorted(glyph.size for glyph in seen)
    return Line(
        _with_bullet(text),
        min(glyph.left for glyph in seen),
        max(glyph.right for glyph in seen),
        sorted(glyph.baseline for glyph in seen)[len(seen) // 2],
        sizes[len(sizes) // 2],
    )


def _with_bullet(text: str) -> str:
    """Part a bullet or number from the item it is set close to, as LibreOffice sets Arabic."""
    found = _BARE_BULLET.match(text)
    return f"{found[0]} {text[found.end() :]}" if found else text
