"""Charts that a page holds itself, drawn sharply enough for paper."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

START = "data:image/svg+xml;base64,"
SHARPNESS = 4
"""Dots of the picture for each of the chart's own."""


def chart_of(address: str) -> QImage | None:
    """Return the chart that a data address holds; None for any other address, and what is none."""
    if not address.startswith(START):
        return None
    try:
        data = b64decode(address.removeprefix(START), validate=True)
    except Error:
        return None
    chart = QSvgRenderer(QByteArray(data))
    if not chart.isValid():
        return None
    picture = QImage(chart.defaultSize() * SHARPNESS, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    chart.render(painter)
    painter.end()
    return picture
