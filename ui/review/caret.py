"""The caret of the editor: it blinks as the system says, and is split where directions meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter

from ui.review.line_places import weak_place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

_WEAK = 7
"""Pixels of the short caret, where letters of the other direction would go."""
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
        line = self._editor.cursorRect()
        line.setLeft(0)
        line.setRight(self._editor.viewport().width())
        self._editor.viewport().update(line.adjusted(0, -4, 0, 4))

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Draw it where it is to be seen, the document's top left being ``at``."""
        position = self._dropping
        if position is None:
            if not (self._is_on and self._editor.textInteractionFlags() & _BY_KEY):
                return
            position = self._editor.textCursor().position()
        document, width = self._editor.document(), self._editor.cursorWidth()
        layout = document.begin().layout()
        layout.drawCursor(painter, at, position, width)
        weak = weak_place(document, position) if width else None
        if weak is not None:
            line, x = weak
            foot = at + layout.position() + QPointF(x, line.y() + line.height())
            painter.fillRect(
                QRectF(foot.x(), foot.y() - _WEAK, width, _WEAK), painter.pen().color()
            )
