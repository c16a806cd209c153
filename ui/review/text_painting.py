"""Paints text that is laid out with all that lies under and over it: in rows as in the editor.

A QTextDocument's own painting is not asked: where a selection is given to it, it cuts the ink
of every line to the line's height, and other letters are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QRegion

from translation.text.utf16 import to_utf16
from ui.review.invisibles import paint_signs
from ui.review.line_places import backgrounds, boxes, lines, pieces
from ui.review.mark_painting import paint_backgrounds, paint_boxes, paint_lines
from ui.review.shown_text import OBJECT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QTextDocument, QTextLine

    from ui.review.invisibles import Sign
    from ui.review.mark_painting import Placed
    from ui.theme import Theme

_FAR = 1 << 14
"""Pixels farther than any ink goes."""
_EVERYWHERE = QRect(-_FAR, -_FAR, 2 * _FAR, 2 * _FAR)
_OVER_CHIPS = 110
"""Of 255, how much of the selection's colour lies over a chosen chip."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is painted with a text beside its letters; positions are UTF-16 units."""

    marks: Sequence[Placed] = ()
    signs: tuple[Sign, ...] = ()
    """What stands for characters that have no ink."""
    chosen: tuple[int, int] = (0, 0)
    """The selection: where it starts and ends."""


NO_OVERLAY = Overlay()


def paint_text(
    painter: QPainter,
    at: QPointF,
    document: QTextDocument,
    colour: QColor,
    theme: Theme,
    over: Overlay = NO_OVERLAY,
) -> None:
    """Paint a document with its top left at ``at``; the painter's clip says what is wanted."""
    start, end = over.chosen
    paint_backgrounds(painter, at, document, over.marks, theme)
    for area in backgrounds(document, start, end - start):
        painter.fillRect(area.translated(at), theme.color("selection"))
    _paint_letters(painter, at, document, (colour, theme.color("on_selection")), over.chosen)
    paint_lines(painter, at, document, over.marks, theme)
    paint_boxes(painter, at, document, over.marks, theme)
    paint_signs(painter, at, document, over.signs, theme)
    _paint_over_chips(painter, at, document, over.chosen, theme)


def _paint_letters(
    painter: QPainter,
    at: QPointF,
    document: QTextDocument,
    colours: tuple[QColor, QColor],
    chosen: tuple[int, int],
) -> None:
    """Draw the lines that are wanted, chosen letters in a colour of their own."""
    plain, other = colours
    place = at + document.begin().layout().position()
    regions: dict[int, QRegion] = {}
    for line, left, right in pieces(document, chosen[0], chosen[1] - chosen[0]):
        first, last = round(at.x() + left), round(at.x() + right)
        area = QRegion(first, -_FAR, last - first, 2 * _FAR)
        regions[line.lineNumber()] = regions.get(line.lineNumber(), QRegion()) + area
    wanted = painter.clipBoundingRect() if painter.hasClipping() else QRectF()
    painter.setPen(plain)
    for line in lines(document):
        top, high = place.y() + line.y(), line.height()
        if not wanted.isNull() and not wanted.top() - 2 * high < top < wanted.bottom() + high:
            continue
        region = regions.get(line.lineNumber())
        if region is None:
            line.draw(painter, place)
        else:
            _draw_in(painter, line, place, QRegion(_EVERYWHERE) - region, plain)
            _draw_in(painter, line, place, region, other)


def _draw_in(
    painter: QPainter, line: QTextLine, place: QPointF, region: QRegion, colour: QColor
) -> None:
    painter.save()
    painter.setClipRegion(region, Qt.ClipOperation.IntersectClip)
    painter.setPen(colour)
    line.draw(painter, place)
    painter.restore()


def _paint_over_chips(
    painter: QPainter, at: QPointF, document: QTextDocument, chosen: tuple[int, int], theme: Theme
) -> None:
    """Let chosen chips be seen as chosen: they hide the ground."""
    if chosen[0] == chosen[1]:
        return
    veil = theme.color("selection")
    veil.setAlpha(_OVER_CHIPS)
    text = document.begin().text()
    for found in re.finditer(OBJECT, text):
        place = to_utf16(text, found.start())
        if chosen[0] <= place < chosen[1]:
            for area in boxes(document, place, 1):
                painter.fillRect(area.translated(at), veil)
