"""The window's marks: drawn as paths in a theme's colour, crisp at every scale.

One table holds them all. A path is written as in SVG, on a grid of 16 by 16, with the absolute
commands M, L, H, V, C and Z.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPen, QPixmap

from translation.model.issue import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.segment import SegmentState

GRID = 16.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A path and how it is drawn: ``width`` is the line's, in grid units; 0 fills the path."""

    path: str
    width: float = 1.6


_CIRCLE = (
    "M8 1.8 C11.4 1.8 14.2 4.6 14.2 8 C14.2 11.4 11.4 14.2 8 14.2"
    " C4.6 14.2 1.8 11.4 1.8 8 C1.8 4.6 4.6 1.8 8 1.8 Z"
)
_MT_BOX = (
    "M3 2.8 H13 C14.2 2.8 15 3.6 15 4.8 V11.2 C15 12.4 14.2 13.2 13 13.2"
    " H3 C1.8 13.2 1 12.4 1 11.2 V4.8 C1 3.6 1.8 2.8 3 2.8 Z"
)
_M_AND_T = "M3.6 10.4 V5.8 L5.6 8.6 L7.6 5.8 V10.4 M8.9 5.8 H12.7 M10.8 5.8 V10.4"
_T_AND_M = "M3.3 5.8 H7.1 M5.2 5.8 V10.4 M8.4 10.4 V5.8 L10.4 8.6 L12.4 5.8 V10.4"
_DOT = "M8 4 C13.3 4 13.3 12 8 12 C2.7 12 2.7 4 8 4 Z"
_BUBBLE = (
    "M3.4 2.6 H12.6 C13.6 2.6 14.4 3.4 14.4 4.4 V9.6 C14.4 10.6 13.6 11.4 12.6 11.4"
    " H8 L4.6 14.2 V11.4 H3.4 C2.4 11.4 1.6 10.6 1.6 9.6 V4.4 C1.6 3.4 2.4 2.6 3.4 2.6 Z"
)

MARKS: dict[str, Mark] = {
    "initial": Mark("M6 8 H10", 1.4),
    "edited": Mark("M2.6 13.4 L3.6 10 L11 2.6 L13.4 5 L6 12.4 Z M9.4 4.2 L11.8 6.6", 1.3),
    "confirmed": Mark("M2.8 8.6 L6.4 12.2 L13.4 4.2", 2.0),
    "reviewed": Mark("M1 8.8 L4.2 12 L10.4 4.6 M7.6 11.4 L8.4 12.2 L15 4.6", 1.7),
    "final": Mark("M4 14.4 V2.2 M4 2.8 H13 L10.4 5.8 L13 8.8 H4", 1.5),
    "rejected": Mark("M6.4 3.2 L2.6 7 L6.4 10.8 M2.6 7 H10.4 C14.6 7 14.6 13 10.4 13 H7.6", 1.7),
    "bookmark": Mark("M4.2 2 H11.8 V14 L8 10.8 L4.2 14 Z", 0),
    "draft": Mark(f"{_MT_BOX} {_M_AND_T}", 1.1),
    "match": Mark(f"{_MT_BOX} {_T_AND_M}", 1.1),
    "furniture": Mark("M3 5 H13 M3 8 H13 M3 11 H9", 1.2),
    "missing_code": Mark("M5 4.4 L1.4 8 L5 11.6 M11 4.4 L14.6 8 L11 11.6 M9.4 3 L6.6 13", 1.4),
    "doubtful": Mark(
        "M5 5.2 C5 0.9 11.4 1 11.2 5.2 C11 7.6 8 7.6 8 10.4 M8 13.4 V13.8",
        1.9,
    ),
    "warning": Mark("M8 2 L15 14 H1 Z", 0),
    "error": Mark("M5 1.5 H11 L14.5 5 V11 L11 14.5 H5 L1.5 11 V5 Z", 0),
    "note": Mark(f"{_CIRCLE} M8 7 V11.4 M8 4.4 V5", 1.5),
    "noted": Mark(_BUBBLE, 1.4),
    "open_note": Mark(_BUBBLE, 0),
    "info": Mark(f"{_CIRCLE} M8 7.2 V11.2 M8 4.6 V5.2", 1.2),
    "close": Mark("M4 4 L12 12 M12 4 L4 12", 1.5),
    "previous": Mark("M3 10.5 L8 5.5 L13 10.5", 1.5),
    "next": Mark("M3 5.5 L8 10.5 L13 5.5", 1.5),
    "filter": Mark("M2 3 H14 L9.6 8.4 V13.4 L6.4 11.6 V8.4 Z", 1.4),
    "search": Mark(
        "M7 2.4 C9.6 2.4 11.6 4.4 11.6 7 C11.6 9.6 9.6 11.6 7 11.6 C4.4 11.6 2.4 9.6 2.4 7"
        " C2.4 4.4 4.4 2.4 7 2.4 Z M10.4 10.4 L14 14",
        1.5,
    ),
    "dot": Mark(_DOT, 0),
    "locked": Mark("M3.6 7.4 H12.4 V13.6 H3.6 Z M5.4 7.4 V5 C5.4 1.6 10.6 1.6 10.6 5 V7.4", 1.5),
}
"""Every mark of the window by name; the names of the states are those of SegmentState."""

_SEVERITY_MARKS = {
    Severity.NOTE: "note",
    Severity.WARNING: "warning",
    Severity.ERROR: "error",
}


def state_mark(state: SegmentState) -> str:
    """Return the name of a state's mark."""
    return state.value


def severity_mark(severity: Severity) -> str:
    """Return the name of the mark, which is also the theme's colour, of an issue's severity."""
    return _SEVERITY_MARKS[severity]


def paint(painter: QPainter, name: str, rect: QRect | QRectF, colour: QColor) -> None:
    """Draw a mark centred in ``rect``, as large as fits, in one colour."""
    area = QRectF(rect)
    side = min(area.width(), area.height())
    mark, path = MARKS[name], _path(name)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.center().x() - side / 2, area.center().y() - side / 2)
    painter.scale(side / GRID, side / GRID)
    if mark.width:
        pen = QPen(colour, mark.width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
    else:
        painter.fillPath(path, colour)
    painter.restore()


def icon(name: str, colour: QColor, disabled: QColor | None = None) -> QIcon:
    """Return a mark as an icon that is painted anew at each size and scale."""
    return QIcon(_MarkEngine(name, colour, disabled or colour))


class _MarkEngine(QIconEngine):
    def __init__(self, name: str, colour: QColor, disabled: QColor) -> None:
        super().__init__()
        self._name, self._colour, self._disabled = name, colour, disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        chosen = self._disabled if mode == QIcon.Mode.Disabled else self._colour
        paint(painter, self._name, rect, chosen)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        return _MarkEngine(self._name, self._colour, self._disabled)


_TOKEN = re.compile(r"[MLHVCZ]|-?[0-9]+(?:\.[0-9]+)?")


@cache
def _path(name: str) -> QPainterPath:
    path = QPainterPath()
    for command, numbers in _commands(MARKS[name].path):
        match command, numbers:
            case "M", (x, y):
                path.moveTo(x, y)
            case "L", (x, y):
                path.lineTo(x, y)
            case "H", (x,):
                path.lineTo(x, path.currentPosition().y())
            case "V", (y,):
                path.lineTo(path.currentPosition().x(), y)
            case "C", (x1, y1, x2, y2, x, y):
                path.cubicTo(x1, y1, x2, y2, x, y)
            case "Z", ():
                path.closeSubpath()
            case _:
                raise ValueError(f"{name}: {command} {numbers}")
    return path


def _commands(text: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    command = ""
    numbers: list[float] = []
    for token in _TOKEN.findall(text):
        if token.isalpha():
            if command:
                yield command, tuple(numbers)
            command, numbers = token, []
        else:
            numbers.append(float(token))
    yield command, tuple(numbers)
