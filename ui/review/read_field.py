"""A text of the active row that is read, not written: chosen from, copied and looked up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPen, QTextCursor

from translation.text.bidi import PositionMap
from translation.text.utf16 import from_utf16, to_utf16
from ui.review.clipping import clipping
from ui.review.line_places import position_at
from ui.review.row_field import RowField
from ui.review.row_painting import TextToPaint, paint_marked
from ui.review.shown_text import insert
from ui.review.text_layout import LaidOut, painted_part, prepare

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QFocusEvent,
        QKeyEvent,
        QPaintEvent,
    )
    from PySide6.QtWidgets import QWidget

    from translation.model.inline import InlineCode
    from translation.model.mark import Mark
    from translation.text.bidi import Isolated
    from ui.review.code_chip import CodeChip
    from ui.review.text_style import TextStyle
    from ui.theme import Theme

_STYLE = "QTextEdit { background: transparent; border: none; border-radius: 0; padding: 0; }"
_LEFT_TO_THE_TABLE = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_FOCUS_LINE, _FOCUS_CORNER = 1.5, 4.0
_BY_LETTER = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_WORD = re.compile(r"\w[\w\u0610-\u061a\u064b-\u065f\u0670'\u2019.,]*(?<![.,'\u2019])")
"""A word with its vowel signs, or a number with its separators."""
_AROUND = 4
"""Isolates that can stand between two letters, at most."""


class ReadField(RowField):
    """Shows a text exactly as its row is painted, with a caret of its own.

    ``returned`` says that the keyboard is to go back to the translation, ``taken`` gives text
    chosen to be put there, ``handed`` a key that writes; ``left`` says that an arrow key leads
    out of the text, up (-1) or down (+1).
    """

    returned = Signal()
    taken = Signal(str)
    handed = Signal(object)
    left = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.shows_everything = False
        self.shown: tuple[object, ...] = ()
        """What the text was made of: where it is shown already, its caret stays."""
        self._stored = ""
        self._codes: tuple[InlineCode, ...] = ()
        self._text = ""
        self._positions = PositionMap()
        self._marks: tuple[Mark, ...] = ()
        self._is_marked = False
        self._set_up()
        self.cursorPositionChanged.connect(self._caret_moved)
        self.selectionChanged.connect(self.viewport().update)

    def _set_up(self) -> None:
        self.setStyleSheet(_STYLE)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # Tab leads from the translation on to the panels; a key of its own leads here.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    # --- what it shows -------------------------------------------------------------------

    def show_text(
        self,
        stored: str,
        codes: tuple[InlineCode, ...],
        isolated: Isolated,
        style: TextStyle,
        chip: CodeChip,
    ) -> None:
        """Show a text as it is ``isolated``, the caret at its start."""
        self._stored, self._codes = stored, codes
        self._text, self._positions = isolated.shown, isolated.positions
        self.document().clear()
        prepare(self.document(), style, chip)
        insert(QTextCursor(self.document()), self._text, codes)
        self.setLayoutDirection(style.direction)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._is_marked = False

    def mark(self, marks: tuple[Mark, ...]) -> None:
        """Paint the marks of the text."""
        if marks != self._marks:
            self._marks = marks
            self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Take colours from another theme; load the row again for the fonts."""
        self.theme, self.shown = theme, ()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text as its row does, with what is chosen, and the caret."""
        painter = QPainter(self.viewport())
        area = self.viewport().rect()
        laid = LaidOut(self.document(), self.height(), self._text, self._positions)
        cursor = self.textCursor()
        shown = TextToPaint(
            laid,
            self.theme.color("text"),
            self._marks,
            (cursor.selectionStart(), cursor.selectionEnd()),
            self.shows_everything,
        )
        paint_marked(painter, shown, QPointF(0, 0), QRectF(area), self.theme)
        if self._is_marked or self.hasFocus():
            painter.fillRect(laid.caret_rect(cursor.position()), self.theme.color("accent"))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.theme.color("accent"), _FOCUS_LINE))
            half = _FOCUS_LINE / 2
            frame = QRectF(area).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(frame, _FOCUS_CORNER, _FOCUS_CORNER)
        painter.end()

    # --- the caret and what is chosen ----------------------------------------------------

    @property
    def place(self) -> int | None:
        """The character of the text that a person put the caret before, None where none did."""
        return self._to_stored(self.textCursor().selectionStart()) if self._is_marked else None

    @property
    def chosen_place(self) -> tuple[int, int]:
        """The first character of the text that is chosen, and the one behind the last."""
        cursor = self.textCursor()
        start = self._to_stored(cursor.selectionStart())
        end = self._to_stored(cursor.selectionEnd()) if cursor.hasSelection() else start
        whole = cursor.hasSelection() and end >= len(painted_part(self._stored))
        return start, len(self._stored) if whole else end

    @property
    def chosen(self) -> str:
        """What is chosen, inline codes included."""
        start, end = self.chosen_place
        return self._stored[start:end]

    def put_caret(self, position: int) -> None:
        """Put the caret at a position of the text as shown, in UTF-16 units."""
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(position, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)
        self._is_marked = True
        self.viewport().update()

    def choose_to(self, point: QPoint) -> None:
        """Choose from the caret's place to a point (global), as a mouse does that is drawn."""
        place = self.viewport().mapFromGlobal(point).toPointF()
        cursor = self.textCursor()
        at = position_at(self.document(), place)
        cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def choose_word(self, character: int) -> None:
        """Choose the word at a character of the text, else the next one, else the last."""
        found = [word.span() for word in _WORD.finditer(painted_part(self._stored))]
        if not found:
            return
        start, end = next((word for word in found if word[1] > character), found[-1])
        cursor = self.textCursor()
        for place, mode in (
            (self._positions.to_shown(start), QTextCursor.MoveMode.MoveAnchor),
            (self._positions.to_shown(end - 1) + 1, QTextCursor.MoveMode.KeepAnchor),
        ):
            cursor.setPosition(to_utf16(self._text, place), mode)
        self.setTextCursor(cursor)
        self._is_marked = True

    def choose(self, start: int, end: int) -> None:
        """Choose the text from one character to another."""
        cursor = self.textCursor()
        cursor.setPosition(to_utf16(self._text, self._positions.to_shown(start)))
        last = self._positions.to_shown(end - 1) + 1 if end > start else 0
        if last:
            cursor.setPosition(to_utf16(self._text, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._is_marked = True
        self.viewport().update()

    def choose_word_at(self, point: QPoint) -> None:
        """Choose the word at a point (global) where nothing is chosen."""
        place = self.viewport().mapFromGlobal(point)
        if not self.textCursor().hasSelection():
            cursor = self.cursorForPosition(place)
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            self.setTextCursor(cursor)

    def forget_place(self) -> None:
        """Take the caret's mark and what is chosen away."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self._is_marked = False
        self.viewport().update()

    def _to_stored(self, position: int) -> int:
        return self._positions.to_text(from_utf16(self._text, position))

    def _caret_moved(self) -> None:
        self._is_marked = self._is_marked or self.hasFocus()
        self.viewport().update()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give others the bare text, and this program the codes too; never an isolate."""
        return clipping(self.chosen, self._codes)

    # --- keys ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and choose; Esc, Tab and Enter go back, a letter is written in the translation."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        up_or_down = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if key in _LEFT_TO_THE_TABLE or (control and up_or_down):
            event.ignore()
        elif plain and key == Qt.Key.Key_Escape:
            self.forget_place()
            self.returned.emit()
        elif plain and key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.returned.emit()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit(self.chosen)
        elif plain and up_or_down and self._leads_out(key):
            self.left.emit(-1 if key == Qt.Key.Key_Up else +1)
        elif not control and event.text().isprintable() and event.text():
            self.handed.emit(event)
        elif key in _BY_LETTER and not control:
            self._by_letter(event)
        else:
            super().keyPressEvent(event)

    def _by_letter(self, event: QKeyEvent) -> None:
        """Go one letter on: isolates are none, and the caret stands still before them."""
        before = self._to_stored(self.textCursor().position())
        for _ in range(_AROUND):
            super().keyPressEvent(event)
            if self._to_stored(self.textCursor().position()) != before:
                break

    def _leads_out(self, key: int) -> bool:
        cursor = self.textCursor()
        layout = cursor.block().layout()
        line = layout.lineForTextPosition(cursor.position()).lineNumber()
        return line == (0 if key == Qt.Key.Key_Up else layout.lineCount() - 1)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Leave Tab to keyPressEvent."""
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret; who comes by a key or the mouse marks a place by it."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no caret but that of a marked place."""
        super().focusOutEvent(event)
        self.viewport().update()

    # --- left to the table ---------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        """Let the table say what the marks under the mouse mean."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            event.ignore()
            return False
        return super().viewportEvent(event)
