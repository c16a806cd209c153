"""Signs for characters that have no ink: where they stand in a text, and how they are painted.

Marks of direction, other characters without width, and tabs always have their sign: nobody would
know that they are there. Blanks that look like others, tatweels and line breaks have one only
where a person wants to see everything.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from translation.text.utf16 import to_utf16
from ui.review.line_places import baseline, cell, edge

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument, QTextLine

    from ui.theme import Theme

_HIDDEN = "\t\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
_HIDDEN += "\U000e0000-\U000e007f"
HIDDEN = re.compile(f"[{_HIDDEN}]")
"""What always has a sign."""
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
EVERYTHING = re.compile(f"[{_HIDDEN}{_BLANKS}\u0640\n]|(?<= ) | (?= )|^ | $|(?<=\n) | (?=\n)")
"""What has a sign where everything is shown; of plain blanks those that stand side by side, or
where a text begins or ends."""
LONGEST_SIGNED = 100_000
"""Characters up to which a text is looked through."""


class Shape(Enum):
    """How a character is drawn."""

    DOT = "dot"
    RING = "ring"
    SMALL_RING = "small ring"
    TRAY = "tray"
    ARROW = "arrow"
    RETURN = "return"
    LINE = "line"
    TO_LEFT = "to the left"
    TO_RIGHT = "to the right"
    OPENS = "opens"
    CLOSES = "closes"
    BAR = "bar"
    CROSS = "cross"


_SHAPES: dict[str, Shape] = {
    " ": Shape.DOT,
    "\u00a0": Shape.RING,
    "\u202f": Shape.SMALL_RING,
    "\t": Shape.ARROW,
    "\n": Shape.RETURN,
    "\u0640": Shape.LINE,
    "\u200e": Shape.TO_RIGHT,
    "\u200f": Shape.TO_LEFT,
    "\u061c": Shape.TO_LEFT,
    **dict.fromkeys("\u2066\u2067\u2068\u202a\u202b\u202d\u202e", Shape.OPENS),
    **dict.fromkeys("\u2069\u202c", Shape.CLOSES),
    "\u200d": Shape.CROSS,
}
_WIDE = re.compile(f"[{_BLANKS}]")


class Sign(NamedTuple):
    """A sign and the UTF-16 position in the document of what it stands for."""

    at: int
    shape: Shape


@lru_cache(maxsize=800)
def signs(text: str, everything: bool, unsigned: tuple[int, ...] = ()) -> tuple[Sign, ...]:
    """Return the signs of a text as shown; ``unsigned`` are places that the program put there."""
    pattern = EVERYTHING if everything else HIDDEN
    left = frozenset(unsigned)
    found = pattern.finditer(text, 0, LONGEST_SIGNED)
    return tuple(
        Sign(to_utf16(text, one.start()), _shape(one[0]))
        for one in found
        if one.start() not in left
    )


def _shape(character: str) -> Shape:
    return _SHAPES.get(character, Shape.TRAY if _WIDE.match(character) else Shape.BAR)


_QUIET = frozenset({Shape.DOT, Shape.RING, Shape.SMALL_RING, Shape.TRAY, Shape.RETURN})


def paint_signs(
    painter: QPainter, at: QPointF, document: QTextDocument, found: tuple[Sign, ...], theme: Theme
) -> None:
    """Draw signs over a text, the document's top left being ``at``."""
    if not found:
        return
    size = document.defaultFont().pixelSize() / 16
    rtl = document.defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft
    layout = document.begin().layout()
    origin = at + layout.position()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for sign in found:
        line = layout.lineForTextPosition(sign.at)
        if not line.isValid():
            continue
        painter.setPen(QPen(theme.color("muted" if sign.shape in _QUIET else "note"), size))
        left, right = _stretch(line, sign)
        left, right = origin.x() + left, origin.x() + right
        foot = origin.y() + baseline(line)
        painter.drawPath(_path(sign.shape, QRectF(left, foot, right - left, 0), size, rtl))
    painter.restore()


def _stretch(line: QTextLine, sign: Sign) -> tuple[float, float]:
    """Return from where to where a sign is drawn: of what has no width a mere place."""
    found = None if sign.shape is Shape.RETURN else cell(line, sign.at)
    return found or (edge(line, sign.at), edge(line, sign.at))


def _path(shape: Shape, place: QRectF, size: float, rtl: bool) -> QPainterPath:
    """Return the outline of a sign on the stretch of the baseline that its character takes."""
    if shape in (Shape.TO_LEFT, Shape.TO_RIGHT, Shape.OPENS, Shape.CLOSES, Shape.BAR, Shape.CROSS):
        return _flag(shape, place.center(), size, rtl)
    path, centre = QPainterPath(), place.center() - QPointF(0, 4 * size)
    match shape:
        case Shape.DOT:
            path.addEllipse(centre, size / 2, size / 2)
        case Shape.RING | Shape.SMALL_RING:
            radius = size * (1.9 if shape is Shape.RING else 1.2)
            path.addEllipse(centre, radius, radius)
        case Shape.TRAY:
            wide = max(place.width() - 2, 3 * size) / 2
            path.moveTo(place.center() + QPointF(-wide, 0))
            path.lineTo(place.center() + QPointF(-wide, 2 * size))
            path.lineTo(place.center() + QPointF(wide, 2 * size))
            path.lineTo(place.center() + QPointF(wide, 0))
        case Shape.LINE:
            path.moveTo(place.left() + 0.5, place.y() + 3 * size)
            path.lineTo(place.right() - 0.5, place.y() + 3 * size)
        case Shape.ARROW:
            _arrow(path, place, centre.y(), size, rtl)
        case Shape.RETURN:
            _hook(path, place.center(), size, rtl)
    return path


def _arrow(path: QPainterPath, place: QRectF, height: float, size: float, rtl: bool) -> None:
    tail, tip = (
        (place.right() - 1, place.left() + 2) if rtl else (place.left() + 1, place.right() - 2)
    )
    back = 3 * size if rtl else -3 * size
    path.moveTo(tail, height)
    path.lineTo(tip, height)
    path.moveTo(tip + back, height - 2.5 * size)
    path.lineTo(tip, height)
    path.lineTo(tip + back, height + 2.5 * size)


def _hook(path: QPainterPath, foot: QPointF, size: float, rtl: bool) -> None:
    """Draw the arrow of a line break behind the last letter of its line."""
    way = -1 if rtl else 1
    start = foot + QPointF(way * 3 * size, -3 * size)
    end = start + QPointF(way * 7 * size, 0)
    path.moveTo(end + QPointF(0, -4 * size))
    path.lineTo(end)
    path.lineTo(start)
    path.moveTo(start + QPointF(way * 2.5 * size, -2.5 * size))
    path.lineTo(start)
    path.lineTo(start + QPointF(way * 2.5 * size, 2.5 * size))


def _flag(shape: Shape, foot: QPointF, size: float, rtl: bool) -> QPainterPath:
    """Return the outline of what has no width: a staff between the letters and a flag above."""
    top = foot - QPointF(0, 12 * size)
    path = QPainterPath(foot + QPointF(0, 2 * size))
    path.lineTo(top)
    ahead = -1 if rtl else 1
    match shape:
        case Shape.TO_LEFT | Shape.TO_RIGHT:
            way = 1 if shape is Shape.TO_RIGHT else -1
            path.lineTo(top + QPointF(way * 4 * size, 2 * size))
            path.lineTo(top + QPointF(0, 4 * size))
        case Shape.OPENS | Shape.CLOSES:
            way = ahead if shape is Shape.OPENS else -ahead
            path.lineTo(top + QPointF(way * 3 * size, 0))
            path.moveTo(foot + QPointF(0, 2 * size))
            path.lineTo(foot + QPointF(way * 3 * size, 2 * size))
        case Shape.CROSS:
            path.moveTo(top + QPointF(-2 * size, -2 * size))
            path.lineTo(top + QPointF(2 * size, 2 * size))
            path.moveTo(top + QPointF(2 * size, -2 * size))
            path.lineTo(top + QPointF(-2 * size, 2 * size))
    return path
