"""What Qt's documents are given for every file that they ask for: a picture of nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage


def no_picture() -> QImage:
    """Return a transparent dot.

    An empty answer to QTextDocument.loadResource would not do: for a picture that it was not
    given Qt opens the file of that name by itself, be it /dev/zero or a pipe.
    """
    dot = QImage(1, 1, QImage.Format.Format_ARGB32)
    dot.fill(Qt.GlobalColor.transparent)
    return dot
