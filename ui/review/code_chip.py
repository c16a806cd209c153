"""Paints an inline code as a chip in the line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPen,
    QPyTextObject,
)

from translation.model.inline import CodeKind
from ui.review.shown_text import KIND, LABEL, STRUCK

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QRect
    from PySide6.QtGui import QTextDocument, QTextFormat

    from ui.theme import Theme

_LONGEST_LABEL = 20
_LONGEST_DELETION = 40
"""Characters that are shown of text that was deleted."""
_POINT = 4.0
"""Width in pixels of the pointed end of an opening or closing chip."""


class CodeChip(QPyTextObject):
    """Draws U+FFFC of the chip object type: pointed where a pair opens or closes."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the chip's colours from another theme."""
        self._fill = QColor(theme.code)
        self._border = QColor(theme.code_border)
        self._text = QColor(theme.on_code)

    def intrinsicSize(
        self, document: QTextDocument, position: int, text_format: QTextFormat
    ) -> QSizeF:
        """Room for the label; no higher than the text's own ascent."""
        font = _font(document)
        metrics = QFontMetricsF(font)
        width = max(metrics.horizontalAdvance(_label(text_format)), metrics.height() / 2)
        return QSizeF(round(width + 2 * _POINT + 7), round(metrics.ascent() + 3))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        text_format: QTextFormat,
    ) -> None:
        """Draw shape and label."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = document.defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft
        body = QRectF(rect).adjusted(2, 1, -2, 1)
        painter.setPen(QPen(self._border, 1))
        painter.setBrush(self._fill)
        painter.drawPath(_outline(body, str(text_format.property(KIND)), rtl))
        painter.setPen(self._text)
        font = _font(document)
        font.setStrikeOut(bool(text_format.property(STRUCK)))
        painter.setFont(font)
        painter.drawText(body, Qt.AlignmentFlag.AlignCenter, _label(text_format))
        painter.restore()


def _label(text_format: QTextFormat) -> str:
    label = str(text_format.property(LABEL))
    longest = _LONGEST_DELETION if text_format.property(STRUCK) else _LONGEST_LABEL
    return label if len(label) <= longest else label[: longest - 1] + "…"


def _font(document: QTextDocument) -> QFont:
    """Return the interface's font, in source and target alike: a chip is no part of the text."""
    font = QGuiApplication.font()
    font.setPixelSize(max(8, round(document.defaultFont().pixelSize() * 0.68)))
    font.setWeight(QFont.Weight.Normal)
    return font


def _outline(body: QRectF, kind: str, rtl: bool) -> QPainterPath:
    """A box; the side towards the text it opens or closes is drawn to a point."""
    path = QPainterPath()
    if kind == CodeKind.ALONE:
        path.addRoundedRect(body, 3, 3)
        return path
    points_right = (kind == CodeKind.OPEN) != rtl
    left, right, middle = body.left(), body.right(), body.center().y()
    if points_right:
        corners = [
            body.topLeft(),
            QPointF(right - _POINT, body.top()),
            QPointF(right, middle),
            QPointF(right - _POINT, body.bottom()),
            body.bottomLeft(),
        ]
    else:
        corners = [
            body.topRight(),
            QPointF(left + _POINT, body.top()),
            QPointF(left, middle),
            QPointF(left + _POINT, body.bottom()),
            body.bottomRight(),
        ]
    path.addPolygon(corners)
    path.closeSubpath()
    return path
