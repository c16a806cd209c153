"""A text edit that paints its text exactly as the rows of the table are painted."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QTextCursor

from ui.plain import show_tip
from ui.review.caret import Caret
from ui.review.character_tips import tip_at
from ui.review.editor_marks import EditorMarks
from ui.review.invisibles import signs
from ui.review.line_places import position_at
from ui.review.marks import said_of
from ui.review.row_field import RowField
from ui.review.text_painting import Overlay, paint_text

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QFocusEvent,
        QMouseEvent,
        QPaintEvent,
    )
    from PySide6.QtWidgets import QWidget

    from translation.model.inline import InlineCode
    from ui.theme import Theme

_STYLE = Template(
    "QTextEdit { color: $text; background: $panel; border: none; border-radius: 0; padding: 0;"
    " selection-background-color: $selection; selection-color: $on_selection; }"
)


class PaintedEdit(RowField):
    """Shows a text with its marks and the signs of what has no ink; ``_text`` is it as stored.

    ``marks`` are told from outside, as is ``shows_everything``: whether blanks, tatweels and line
    breaks have signs, too.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._composing = False
        self._by_letters = False
        self.codes: tuple[InlineCode, ...] = ()
        self.shows_everything = False
        self.marks = EditorMarks(self, theme)
        self._caret_shown = Caret(self)
        self._colour = theme.color("text")
        self.setCursorWidth(2)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colours from another theme; load the text again for the fonts."""
        self.marks.theme = theme
        self._dress("text")

    def _dress(self, text_colour: str) -> None:
        """Set the colours; a style sheet of its own, as the window's would win over a palette.

        The text is painted here, so that its colour costs no other style sheet from row to row.
        """
        theme = self.marks.theme
        colour = theme.color(text_colour)
        if colour != self._colour:
            self._colour = colour
            self.viewport().update()
        style = _STYLE.substitute(
            text=theme.text,
            panel=theme.panel,
            selection=theme.selection,
            on_selection=theme.on_selection,
        )
        if style != self.styleSheet():
            self.setStyleSheet(style)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text as painted rows have it, and the caret; Qt's own while one composes."""
        if self._composing:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        at = QPointF(0, -self.verticalScrollBar().value())
        cursor = self.textCursor()
        over = Overlay(
            self.marks.places,
            signs(self._text, self.shows_everything),
            (cursor.selectionStart(), cursor.selectionEnd()),
        )
        paint_text(painter, at, self.document(), self._colour, self.marks.theme, over)
        self._caret_shown.paint(painter, at)
        painter.end()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the marks under the mouse mean."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self.marks.place_at(event.pos())
            told = tip_at(self._text, self.codes, at) if at is not None else ""
            said = said_of(self.marks.at(event.pos()))
            show_tip(event, "\n".join(filter(None, (said, told))), self)
            return True
        return super().viewportEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where dragged text would go."""
        super().dragMoveEvent(event)
        place = event.position().toPoint()
        self._caret_shown.drop_at(self.cursorForPosition(place).position())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show the caret where it is again."""
        super().dragLeaveEvent(event)
        self._caret_shown.drop_at(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is dropped."""
        super().dropEvent(event)
        self._caret_shown.drop_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret beside the letter that was pressed; what is chosen may be dragged."""
        self._by_letters = event.button() is Qt.MouseButton.LeftButton
        place = position_at(self.document(), self._in_document(event))
        cursor = self.textCursor()
        chosen = cursor.selectionStart() <= place <= cursor.selectionEnd()
        if cursor.hasSelection() and chosen and not event.modifiers():
            self._by_letters = False
        super().mousePressEvent(event)
        self._put_right(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose up to the letter under the mouse."""
        super().mouseMoveEvent(event)
        self._put_right(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what was pressed."""
        super().mouseReleaseEvent(event)
        self._by_letters = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose by words from now on."""
        self._by_letters = False
        super().mouseDoubleClickEvent(event)

    def _put_right(self, event: QMouseEvent) -> None:
        """Correct where Qt put the caret: it is off where two directions meet."""
        cursor = self.textCursor()
        place = position_at(self.document(), self._in_document(event))
        if self._by_letters and cursor.position() != place:
            drawn = cursor.hasSelection() or event.type() == QEvent.Type.MouseMove
            keep = QTextCursor.MoveMode.KeepAnchor if drawn else QTextCursor.MoveMode.MoveAnchor
            cursor.setPosition(place, keep)
            self.setTextCursor(cursor)

    def _in_document(self, event: QMouseEvent) -> QPointF:
        return event.position() + QPointF(0, self.verticalScrollBar().value())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self._caret_shown.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self._caret_shown.show()
