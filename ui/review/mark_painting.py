"""Paints marks under and over text that is laid out, without moving a letter.

All of it is drawn here, and none given to Qt as a selection: beside one, Qt cuts off whatever ink
goes below its lines, such as the dots of a final yeh.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from translation.text.bidi import PositionMap
from translation.text.utf16 import to_utf16
from ui.mark_styles import MARK_STYLES, Line
from ui.review.line_places import backgrounds, baseline, boxes, pieces, room_below

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QTextDocument

    from translation.model.mark import Mark
    from ui.mark_styles import MarkStyle
    from ui.theme import Theme

_ORDER = {kind: at for at, kind in enumerate(MARK_STYLES)}
_AS_SHOWN = PositionMap()
_CORNER = 2.0
_WAVE = 2.0
"""Pixels of a quarter of a wave."""
_PENS = {
    Line.SingleUnderline: Qt.PenStyle.SolidLine,
    Line.DashUnderline: Qt.PenStyle.DashLine,
    Line.DotLine: Qt.PenStyle.DotLine,
    Line.DashDotLine: Qt.PenStyle.DashDotLine,
    Line.DashDotDotLine: Qt.PenStyle.DashDotDotLine,
}
"""Lines that a pen draws; all others are waves."""


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


def paint_backgrounds(
    painter: QPainter, at: QPointF, document: QTextDocument, places: Iterable[Placed], theme: Theme
) -> None:
    """Fill what lies behind the letters, the document's top left being ``at``."""
    tinted = [place for place in places if place.style.tint]
    below = room_below(document) if tinted else 0.0
    for place in tinted:
        for area in backgrounds(document, place.start, place.length, below):
            painter.fillRect(area.translated(at), theme.color(place.style.tint))


def paint_lines(
    painter: QPainter, at: QPointF, document: QTextDocument, places: Iterable[Placed], theme: Theme
) -> None:
    """Draw the lines below the letters."""
    metrics = QFontMetricsF(document.defaultFont())
    below = at.y() + document.begin().layout().position().y() + metrics.underlinePos()
    for place in places:
        if place.style.line_colour:
            painter.save()
            pen = QPen(theme.color(place.style.line_colour), max(1.0, metrics.lineWidth()))
            pen.setStyle(_PENS.get(place.style.line, Qt.PenStyle.SolidLine))
            painter.setPen(pen)
            for line, left, right in pieces(document, place.start, place.length):
                start = QPointF(at.x() + left, round(below + baseline(line)) + 0.5)
                _draw_line(painter, place.style.line, start, right - left)
            painter.restore()


def _draw_line(painter: QPainter, line: Line, start: QPointF, length: float) -> None:
    if line in _PENS:
        painter.drawLine(start, start + QPointF(length, 0))
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPath(_wave(length).translated(start))


@lru_cache(maxsize=256)
def _wave(length: float) -> QPainterPath:
    """Return a wave from the origin; the same words are painted over and over."""
    wave = QPainterPath(QPointF())
    way, height = 0.0, _WAVE
    while way < length:
        way = min(way + 2 * _WAVE, length)
        wave.quadTo(way - _WAVE, height, way, 0)
        height = -height
    return wave


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
