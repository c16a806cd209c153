"""The field in which a note is written: Enter keeps it, Shift+Enter begins a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

LINES = 2
ROOM = 14
"""Pixels of frame and margins above and below the lines."""


class NoteField(QPlainTextEdit):
    """A few lines of plain text."""

    entered = Signal(str)
    """What was written, with Enter."""
    left = Signal()
    """Esc was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Return the height of a few lines."""
        return QSize(120, LINES * self.fontMetrics().lineSpacing() + ROOM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep what is written with Enter, leave with Esc."""
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.entered.emit(self.toPlainText())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
