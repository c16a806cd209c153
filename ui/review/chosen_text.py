"""Paints laid out text with a stretch of it chosen.

Qt draws chosen text clipped to its line, and what reaches below the last line (the dots of a
final yeh) goes missing in all of it: another letter. Here each pixel is drawn once, in one of two
colours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QRegion

from ui.review.mark_painting import areas

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QPainter, QTextDocument

    from ui.theme import Theme


def paint_chosen(
    painter: QPainter,
    area: QRect,
    document: QTextDocument,
    chosen: tuple[int, int],
    theme: Theme,
    paint: Callable[[QColor | None], None],
) -> None:
    """Paint a document whose text from one position (UTF-16 units) to another is chosen.

    ``area`` is where it stands, ``paint`` draws all of it in a colour, None for its own.
    """
    region = QRegion()
    for part in areas(document, chosen[0], chosen[1] - chosen[0]):
        region += part.toAlignedRect().translated(QPoint(area.left(), area.top()))
    painter.save()
    painter.setClipRegion(QRegion(area) - region, Qt.ClipOperation.IntersectClip)
    paint(None)
    painter.restore()
    painter.save()
    painter.setClipRegion(region, Qt.ClipOperation.IntersectClip)
    painter.fillRect(region.boundingRect(), theme.color("selection"))
    paint(theme.color("on_selection"))
    painter.restore()
