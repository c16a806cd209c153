"""Where a stretch of text stands on the lines of a document that is laid out.

Positions are UTF-16 units of the QTextDocument, which is one block of lines of one pitch.
"""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QTextDocument

_TOUCHING = 0.75
"""Pixels between two letters that stand side by side."""
_NO_GLYPH = re.compile("[\ufffc\\t]")
_ABOVE = 4 / 5
"""Of its pitch, what a line has above its baseline (QTextBlockFormat.FixedHeight)."""


class Piece(NamedTuple):
    """What of a stretch stands together on a line; left and right in the document's terms."""

    line: QTextLine
    left: float
    right: float


def lines(document: QTextDocument) -> Iterator[QTextLine]:
    """Give the lines of a document, laid out."""
    document.size()  # lays out what is still to be laid out
    layout = document.begin().layout()
    for at in range(layout.lineCount()):
        yield layout.lineAt(at)


def pieces(document: QTextDocument, start: int, length: int) -> Iterator[Piece]:
    """Give a stretch line by line: in several pieces where directions change."""
    if length <= 0:
        return
    document.size()
    block = document.begin()
    layout, text = block.layout(), block.text()
    if len(text) != block.length() - 1:
        text = ""  # with letters beyond the BMP its positions are others
    origin, end = layout.position().x(), start + length
    line = layout.lineForTextPosition(start)
    while line.isValid() and line.textStart() < end:
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        for left, right in _extents(line, first, last, text):
            yield Piece(line, origin + left, origin + right)
        after = line.lineNumber() + 1
        if after >= layout.lineCount():
            return
        line = layout.lineAt(after)


def _extents(line: QTextLine, first: int, end: int, text: str) -> list[tuple[float, float]]:
    if first >= end:
        return []
    if first == line.textStart() and end == first + line.textLength():
        whole = line.naturalTextRect()
        return [(whole.left(), whole.right())] if whole.width() else []
    if _is_whole(line, text, first, end):
        areas = (run.boundingRect() for run in line.glyphRuns(first, end - first))
        found = [(area.left(), area.right()) for area in areas]
    else:
        found = [one for one in (cell(line, at) for at in range(first, end)) if one is not None]
    joined: list[tuple[float, float]] = []
    for left, right in sorted(found):
        if joined and left <= joined[-1][1] + _TOUCHING:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        elif right - left > _TOUCHING:
            joined.append((left, right))
    return joined


def _is_whole(line: QTextLine, text: str, first: int, end: int) -> bool:
    """Tell whether a stretch is of glyphs alone and begins and ends between two of them.

    Of parts of a ligature Qt's glyph runs have another place, and of chips and tabs none.
    """
    if not text or _NO_GLYPH.search(text, first, end):
        return False
    return not (_cuts_glyph(line, text, first) or _cuts_glyph(line, text, end))


def _cuts_glyph(line: QTextLine, text: str, at: int) -> bool:
    if not line.textStart() < at < line.textStart() + line.textLength():
        return False
    before, behind = _edges(line, at - 1), _edges(line, at)
    shared = before[1] == behind[1] and before[0] != before[1] and behind[0] != behind[1]
    return shared or combining(text[at]) > 0


def cell(line: QTextLine, at: int) -> tuple[float, float] | None:
    """Return from where to where a letter stands on its line; None for what has no width.

    At the ends of a run against the line's direction Qt gives the place of the caret, which is
    beyond the run: there the glyph itself is asked, and of chips and tabs what is left beside
    the glyphs.
    """
    one, other = edges = _edges(line, at)
    end = line.textStart() + line.textLength()
    behind = _edges(line, at + 1) if at + 1 < end else (other, other)
    if one != other and edges != behind:
        if min(edges) < behind[0] < max(edges):
            other = behind[0]  # a letter of a ligature ends where the next one begins
        return min(one, other), max(one, other)
    glyphs = line.glyphRuns(at, 1)
    if glyphs:
        area = glyphs[0].boundingRect()
        return (area.left(), area.right()) if area.width() > _TOUCHING else None
    return _gap(line, one)


def _edges(line: QTextLine, at: int) -> tuple[float, float]:
    return edge(line, at), edge(line, at, QTextLine.Edge.Trailing)


def runs_left(line: QTextLine, at: int, rtl: bool) -> bool:
    """Tell whether a letter is of a run from right to left; a chip goes with its line (``rtl``)."""
    glyphs = line.glyphRuns(at, 1)
    return glyphs[0].isRightToLeft() if glyphs else rtl


def position_at(document: QTextDocument, point: QPointF) -> int:
    """Return the caret's place, in UTF-16 units, that is meant by a point of a document.

    It is beside the letter at the point, on the nearer side. Qt's own answer is off by some
    letters where runs of two directions meet.
    """
    layout = document.begin().layout()
    every = list(lines(document))
    if not every:
        return 0
    y = point.y() - layout.position().y()
    line = next((one for one in every if y < one.y() + one.height()), every[-1])
    x = point.x() - layout.position().x()
    rtl = document.defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft
    whole = line.naturalTextRect()
    if not whole.left() <= x <= whole.right():
        return line.xToCursor(x)
    for at in range(line.textStart(), line.textStart() + line.textLength()):
        found = cell(line, at)
        if found is not None and found[0] <= x <= found[1]:
            is_behind = (x < sum(found) / 2) == runs_left(line, at, rtl)
            return layout.nextCursorPosition(at) if is_behind else at
    return line.xToCursor(x)


def weak_place(document: QTextDocument, position: int) -> tuple[QTextLine, float] | None:
    """Return where else the caret is, None where it is at one place.

    Where two directions meet, a letter of the one goes here, a letter of the other there.
    """
    line = document.begin().layout().lineForTextPosition(position)
    start, end = line.textStart(), line.textStart() + line.textLength()
    if not line.isValid() or not start < position < end:
        return None
    rtl = document.defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft
    before, behind = cell(line, position - 1), cell(line, position)
    if before is None or behind is None:
        return None
    one = before[0] if runs_left(line, position - 1, rtl) else before[1]
    other = behind[1] if runs_left(line, position, rtl) else behind[0]
    if abs(one - other) <= _TOUCHING:
        return None
    caret = edge(line, position)
    return line, max((one, other), key=lambda place: abs(place - caret))


def _gap(line: QTextLine, place: float) -> tuple[float, float] | None:
    """Return the stretch without glyphs that begins or ends at a place."""
    whole = line.naturalTextRect()
    areas = [run.boundingRect() for run in line.glyphRuns()]
    taken = sorted((area.left(), area.right()) for area in areas)
    edges = [whole.left(), *(x for pair in taken for x in pair), whole.right()]
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        if right - left > _TOUCHING and left - _TOUCHING <= place <= right + _TOUCHING:
            return left, right
    return None


def edge(line: QTextLine, at: int, side: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    """Return where a letter of a line begins, or ends, in the line's terms."""
    place: float = line.cursorToX(at, side)[0]  # type: ignore[index]
    return place


def boxes(document: QTextDocument, start: int, length: int) -> Iterator[QRectF]:
    """Give the areas of a stretch of text: several where lines break or directions change."""
    top = document.begin().layout().position().y()
    for line, left, right in pieces(document, start, length):
        area = QRectF(left, top + line.y(), right - left, line.height())
        yield area.adjusted(-0.5, 1.5, 0.5, -1.5)


def room_below(document: QTextDocument) -> float:
    """Return how far below the baselines what lies behind the letters is to go.

    A pitch leaves less room there than the dots of a final yeh take.
    """
    pitch = document.begin().blockFormat().lineHeight()
    lowest = max((line.descent() for line in lines(document)), default=0.0)
    return max(pitch * (1 - _ABOVE), ceil(lowest))


def backgrounds(
    document: QTextDocument, start: int, length: int, below: float | None = None
) -> Iterator[QRectF]:
    """Give what lies behind a stretch of text: all of its ink, line upon line without a gap.

    ``below`` is the document's ``room_below``, for those who ask for many stretches of it.
    """
    origin = document.begin().layout().position().y()
    pitch = document.begin().blockFormat().lineHeight()
    room = room_below(document) if below is None else below
    for line, left, right in pieces(document, start, length):
        bottom = origin + baseline(line) + room
        yield QRectF(left, bottom - pitch, right - left, pitch)


def baseline(line: QTextLine) -> float:
    """Return how far below the block's top a line's letters stand."""
    return line.y() + line.ascent()
