"""The field in which a note is written: Enter keeps it, Shift+Enter begins a line.

Ctrl+Enter keeps it, too, as it does in other programs: here it must not reach the window, which
would confirm the segment instead.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

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

    def event(self, event: QEvent) -> bool:
        """Claim the keys that keep what is written before they are the window's."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and _keeps(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep what is written with Enter, leave with Esc."""
        if _keeps(event):
            self.entered.emit(self.toPlainText())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _keeps(event: QKeyEvent) -> bool:
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
