"""The caret of the editor: it blinks as the system says, and shows which way one writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtWidgets import QTextEdit

_BY_KEY = Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextEditable


class Caret(QObject):
    """Paints the caret of a text edit that paints itself."""

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._is_on = False
        self._dropping: int | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        editor.cursorPositionChanged.connect(self.show)

    def show(self) -> None:
        """Show it now and blink from now on; hide it where the keyboard is elsewhere."""
        self._is_on = self._editor.hasFocus()
        half = QGuiApplication.styleHints().cursorFlashTime() // 2
        if self._is_on and half > 0:
            self._timer.start(half)
        else:
            self._timer.stop()
        self._editor.viewport().update()

    def drop_at(self, position: int | None) -> None:
        """Show where text that is dragged over the editor would go, None for nowhere."""
        self._dropping = position
        self._editor.viewport().update()

    def _turn(self) -> None:
        self._is_on = not self._is_on
        self._editor.viewport().update(self._editor.cursorRect().adjusted(-6, -4, 6, 4))

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Draw it where it is to be seen, the document's top left being ``at``."""
        position = self._dropping
        if position is None:
            if not (self._is_on and self._editor.textInteractionFlags() & _BY_KEY):
                return
            position = self._editor.textCursor().position()
        layout = self._editor.document().begin().layout()
        layout.drawCursor(painter, at, position, self._editor.cursorWidth())
