"""What is seen while something is dragged over the window: a frame that says what dropping does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.plain import PlainLabel


class DropSign(QFrame):
    """Lies over a window while shown; the mouse and what is dragged go through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("dropSign")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = PlainLabel()
        self._words.setObjectName("dropWords")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self._words)
        self.hide()

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Lie over the whole window and say what dropping does."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setGeometry(self._window.rect().adjusted(6, 6, -6, -6))
        self.raise_()
        self.show()
