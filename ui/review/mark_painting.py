"""Paints marks over text that is laid out, without moving a letter.

Tints and lines are formats that take no part in the layout, boxes are drawn around the letters.
Positions are UTF-16 units of the QTextDocument here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextLine,
)

from translation.text.bidi import PositionMap
from translation.text.utf16 import to_utf16
from ui.mark_styles import MARK_STYLES
from ui.review.text_layout import LONGEST_PAINTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QColor, QTextDocument

    from translation.model.mark import Mark
    from ui.mark_styles import MarkStyle
    from ui.review.text_layout import LaidOut
    from ui.theme import Theme

Selection = QAbstractTextDocumentLayout.Selection

_ORDER = {kind: at for at, kind in enumerate(MARK_STYLES)}
_AS_SHOWN = PositionMap()
_CORNER = 2.0
_TOUCHING = 0.75
"""Pixels between two letters that stand side by side."""


class Placed(NamedTuple):
    """A look and where in a document it is to be painted."""

    start: int
    length: int
    style: MarkStyle


def placed(
    marks: Iterable[Mark], text: str, positions: PositionMap = _AS_SHOWN, most: int | None = None
) -> list[Placed]:
    """Return where marks stand in a document that shows ``text``, in the order of painting.

    ``positions`` leads from the marks' text to ``text``; only ``most`` characters of it are shown.
    """
    found = []
    for mark in sorted(marks, key=lambda mark: _ORDER[mark.kind]):
        last = mark.end if most is None else min(mark.end, most)
        if mark.start < last:
            start = to_utf16(text, positions.to_shown(mark.start))
            end = to_utf16(text, positions.to_shown(last - 1) + 1)
            found.append(Placed(start, end - start, MARK_STYLES[mark.kind]))
    return found


def selections(document: QTextDocument, places: Iterable[Placed], theme: Theme) -> list[Selection]:
    """Return tints and lines as formats that are painted over the document's own."""
    return [
        _selection(document, place, _format(place.style, theme))
        for place in places
        if place.style.tint or place.style.line_colour
    ]


def _format(style: MarkStyle, theme: Theme) -> QTextCharFormat:
    made = QTextCharFormat()
    if style.tint:
        made.setBackground(theme.color(style.tint))
    if style.line_colour:
        made.setUnderlineStyle(style.line)
        made.setUnderlineColor(theme.color(style.line_colour))
    return made


def _selection(document: QTextDocument, place: Placed, format_: QTextCharFormat) -> Selection:
    made = Selection()
    end = document.characterCount() - 1
    cursor = QTextCursor(document)
    cursor.setPosition(min(place.start, end))
    cursor.setPosition(min(place.start + place.length, end), QTextCursor.MoveMode.KeepAnchor)
    made.cursor = cursor
    made.format = format_
    return made


def paint_marked(
    painter: QPainter,
    laid: LaidOut,
    at: QPointF,
    clip: QRectF,
    colour: QColor,
    marks: tuple[Mark, ...],
    theme: Theme,
) -> None:
    """Paint a text with its marks, the document's top left at ``at``."""
    places = placed(marks, laid.text, laid.positions, LONGEST_PAINTED) if marks else []
    laid.paint(painter, at, colour, clip, selections(laid.document, places, theme))
    paint_boxes(painter, at, laid.document, places, theme)


def paint_boxes(
    painter: QPainter, at: QPointF, document: QTextDocument, places: Iterable[Placed], theme: Theme
) -> None:
    """Draw the boxes, the document's top left being ``at``."""
    for place in places:
        if place.style.box:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color(place.style.box), 1))
            for area in boxes(document, place.start, place.length):
                painter.drawRoundedRect(area.translated(at), _CORNER, _CORNER)
            painter.restore()


def boxes(document: QTextDocument, start: int, length: int) -> Iterator[QRectF]:
    """Give the frames around a stretch of text: several where lines break or directions change."""
    for area in areas(document, start, length):
        yield area.adjusted(-0.5, 1.5, 0.5, -1.5)


def areas(document: QTextDocument, start: int, length: int) -> Iterator[QRectF]:
    """Give the areas of a stretch of text, each as high as its line."""
    layout = document.begin().layout()
    origin = layout.position()
    for at in range(layout.lineCount()):
        line = layout.lineAt(at)
        first = max(start, line.textStart())
        end = min(start + length, line.textStart() + line.textLength())
        for left, right in _extents(line, first, end):
            yield QRectF(left, line.y(), right - left, line.height()).translated(origin)


def _extents(line: QTextLine, first: int, end: int) -> list[tuple[float, float]]:
    letters = []
    for at in range(first, end):
        one: float = line.cursorToX(at, QTextLine.Edge.Leading)[0]  # type: ignore[index]
        other: float = line.cursorToX(at, QTextLine.Edge.Trailing)[0]  # type: ignore[index]
        letters.append((min(one, other), max(one, other)))
    joined: list[tuple[float, float]] = []
    for left, right in sorted(letters):
        if joined and left <= joined[-1][1] + _TOUCHING:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        else:
            joined.append((left, right))
    return joined
