"""A quiet button that looks like a link: something that can be done beside the main work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

from ui.plain import PlainButton, set_tip


class Link(PlainButton):
    """A flat button in the accent colour, as high as its text."""

    def __init__(self, text: str, explanation: str = "") -> None:
        super().__init__(text)
        self.setObjectName("link")
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if explanation:
            set_tip(self, explanation)
