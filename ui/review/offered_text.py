"""A text that is offered, in grey: behind the caret, or in a frame below its line."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

    from ui.theme import Theme

_EDGE = 5
"""Pixels between the frame and the text, left and right."""
_ROUND = 3


class OfferedText(QWidget):
    """Painted by itself, so that its letters are those of the row, at the same height."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("offeredText")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text = ""
        self._font = self.font()
        self._theme: Theme | None = None
        self.framed = False
        self.hide()

    def take(self, text: str, font: QFont, theme: Theme, *, framed: bool) -> None:
        """Show this text from now on, as wide and high as it is."""
        self._text, self._font, self._theme, self.framed = text, font, theme, framed
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the text with its frame."""
        metrics = QFontMetricsF(self._font)
        edge = 2 * _EDGE if self.framed else 0
        return QSize(
            ceil(metrics.horizontalAdvance(self._text)) + edge, ceil(metrics.height()) + edge // 5
        )

    def put(self, left: int, baseline: float) -> None:
        """Stand with the letters on this line, in the terms of the parent."""
        self.move(QPoint(left, round(baseline - self._ascent)))

    @property
    def _ascent(self) -> float:
        metrics = QFontMetricsF(self._font)
        return (self.height() - metrics.height()) / 2 + metrics.ascent()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, where there is one, and the letters."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.framed:
            painter.setPen(QPen(self._theme.color("field_border")))
            painter.setBrush(self._theme.color("panel"))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND
            )
        painter.setFont(self._font)
        painter.setPen(self._theme.color("draft"))
        painter.drawText(QPoint(_EDGE if self.framed else 0, round(self._ascent)), self._text)
        painter.end()
