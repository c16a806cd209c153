"""Fields for a few words that are more than a line: Enter keeps them, Shift+Enter begins a line.

Ctrl+Enter keeps them, too, as it does wherever people write to one another: while the keyboard is
in such a field it confirms no segment.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

LINES = 2
ROOM = 14
"""Pixels of frame and margins above and below the lines."""


def keeps(event: QKeyEvent) -> bool:
    """Tell whether a key is Enter, alone or with Ctrl."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ControlModifier,
    )


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

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter from confirming the segment."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and keeps(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep what is written with Enter, leave with Esc."""
        if keeps(event):
            self.entered.emit(self.toPlainText())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
