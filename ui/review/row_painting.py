"""Paints one text of a row with its marks, its signs and what is chosen of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.review.mark_painting import placed
from ui.review.text_layout import LONGEST_PAINTED
from ui.review.text_painting import Overlay

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QColor, QPainter

    from translation.model.mark import Mark
    from ui.review.text_layout import LaidOut
    from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class TextToPaint:
    """A text as it is to be seen; ``chosen`` is where the selection starts and ends."""

    laid: LaidOut
    colour: QColor
    marks: tuple[Mark, ...] = ()
    chosen: tuple[int, int] = (0, 0)
    everything: bool = False
    """Whether blanks, tatweels and line breaks have signs, too."""


def paint_marked(
    painter: QPainter, shown: TextToPaint, at: QPointF, clip: QRectF, theme: Theme
) -> None:
    """Paint it, the document's top left at ``at``; ``clip`` is in the painter's terms."""
    laid = shown.laid
    places = placed(shown.marks, laid.text, laid.positions, LONGEST_PAINTED) if shown.marks else ()
    painter.save()
    painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
    laid.paint(
        painter,
        at,
        shown.colour,
        theme,
        Overlay(places, laid.signs(shown.everything), shown.chosen),
    )
    painter.restore()
