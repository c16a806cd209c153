"""The one editor, in place over the active row's target."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication

from translation.model.imported import Notice
from translation.model.inline import has_codes, strip_codes
from translation.text.texts_apart import difference
from translation.text.utf16 import from_utf16, to_utf16, utf16_length
from ui.review.clipping import clipping, pasted
from ui.review.code_guard import CodeGuard
from ui.review.editor_keys import is_for_the_table, is_for_the_window, pressed_with, would_change
from ui.review.painted_edit import PaintedEdit
from ui.review.shown_text import insert, plain_format, stored_text, typable
from ui.review.text_layout import prepare
from ui.review.typing_aids import TypingAids

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from translation.model.mark import Mark
    from ui.review.code_chip import CodeChip
    from ui.review.segment_row import SegmentRow
    from ui.review.text_style import TextStyle
    from ui.theme import Theme


class SegmentEditor(PaintedEdit):
    """Edits a target; every change is told by ``typed`` and undo is left to the session.

    Its document is prepared exactly as the painted rows' are. ``typed`` gives the whole text as
    stored and the caret before and after, in UTF-16 units; ``left`` says that an arrow key
    leads out of the text, up (-1) or down (+1).
    """

    typed = Signal(str, int, int)
    refused = Signal()
    """A key was to change a text that may not be changed."""
    left = Signal(int)
    reworded = Signal(str, str, int, int)
    """As ``typed``, with the label of a step of its own before the carets."""
    undo_wanted = Signal()
    """Backspace right after a correction takes it back."""
    noticed = Signal(object)
    """Notice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._caret = 0
        self._guard = CodeGuard()
        self._loading = False
        self._moving = False
        self._waiting: str | None = None
        self._keeps_breaks = False
        self._label = ""
        self._corrected: tuple[str, int] | None = None
        self.aids = TypingAids()
        self.language = ""
        self.may_break: Callable[[], bool] = lambda: True
        """Whether a line break may stand in the text."""
        self._set_up()
        self.document().contentsChanged.connect(self._contents_changed)
        self.cursorPositionChanged.connect(self._caret_moved)

    def _set_up(self) -> None:
        self.setObjectName("targetEditor")
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)

    # --- what it shows -------------------------------------------------------------------

    def load(self, row: SegmentRow, style: TextStyle, chip: CodeChip) -> None:
        """Take up another segment, the caret at its start."""
        self._guard = CodeGuard(row.segment.source, row.unit.codes)
        self._keeps_breaks = "\n" in row.segment.source
        self.codes = row.unit.codes
        self.language, self._corrected = row.pair.target, None
        self._composing, self._waiting = False, None
        self._loading = True
        self.marks.forget()
        self.document().clear()
        prepare(self.document(), style, chip, row.shown)
        insert(QTextCursor(self.document()), row.shown, row.unit.codes)
        self._loading = False
        self.setLayoutDirection(style.direction)
        self._text = row.shown
        self.set_caret(0)

    def update_text(self, text: str) -> None:
        """Follow a change from elsewhere: only what differs is replaced, the caret stays."""
        if text == self._text:
            return
        if self._composing:
            self._waiting = text
            return
        start, removed, added = difference(self._text, text)
        self._loading = True
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setPosition(to_utf16(self._text, start))
        end = to_utf16(self._text, start + len(removed))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        insert(cursor, added, self._guard.codes)
        cursor.endEditBlock()
        self._loading = False
        self._text = text
        self._caret = self.textCursor().position()

    def mark(self, marks: tuple[Mark, ...], *, is_draft: bool) -> None:
        """Paint the marks of the target, and a draft as a draft."""
        self._dress("draft" if is_draft else "text")
        self.marks.show(marks, self._text)

    @property
    def text(self) -> str:
        """The text as stored, inline codes and line breaks included."""
        return self._text

    def height_at(self, width: int) -> int:
        """Return how high the text is when the editor is ``width`` pixels wide."""
        self.resize(width, self.height())
        return ceil(self.document().size().height())

    # --- the caret -----------------------------------------------------------------------

    @property
    def caret(self) -> int:
        """Where the caret is, in UTF-16 units."""
        return self.textCursor().position()

    @property
    def anchor(self) -> int:
        """Where the chosen text begins that ends at the caret, or ends: the caret where none is."""
        return self.textCursor().anchor()

    @property
    def chosen_place(self) -> tuple[int, int]:
        """The first character of the text that is chosen, and the one behind the last."""
        first, last = sorted((self.anchor, self.caret))
        return from_utf16(self._text, first), from_utf16(self._text, last)

    @property
    def chosen(self) -> str:
        """The text that is chosen, inline codes included."""
        cursor = self.textCursor()
        return stored_text(self.document(), cursor.selectionStart(), cursor.selectionEnd())

    def set_caret(self, position: int) -> None:
        """Put the caret at a position in UTF-16 units, or at the end where that is beyond it."""
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(position, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)
        self._caret = cursor.position()

    def choose(self, start: int, end: int) -> None:
        """Choose the text from one character to another."""
        cursor = self.textCursor()
        cursor.setPosition(to_utf16(self._text, start))
        cursor.setPosition(to_utf16(self._text, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._caret = cursor.position()

    def caret_area(self) -> QRect:
        """Return the caret's rectangle in the terms of the widget the editor lies on."""
        return self.cursorRect().translated(self.viewport().pos() + self.pos())

    def baseline(self) -> float:
        """Return how far below the top of what is seen the line of the caret has its letters."""
        layout = self.document().begin().layout()
        line = layout.lineForTextPosition(self.caret)
        top = layout.position().y() + line.y() + line.ascent()
        return top - self.verticalScrollBar().value()

    def _caret_moved(self) -> None:
        if not self._loading and stored_text(self.document()) == self._text:
            self._caret = self.textCursor().position()

    # --- changes by the reviewer ---------------------------------------------------------

    def _contents_changed(self) -> None:
        if self._loading:
            return
        text = stored_text(self.document())
        if text == self._text:
            return
        lost = self._guard.lost(self._text, text, moving=self._moving)
        if lost:
            self._put_back(lost)
            text = stored_text(self.document())
        before, self._text = self._text, text
        self._waiting = None
        caret = self.textCursor().position()
        if text != before and self._label:
            self.reworded.emit(text, self._label, self._caret, caret)
        elif text != before:
            self.typed.emit(text, self._caret, caret)
        self._caret = self.textCursor().position()

    def replace(self, start: int, end: int, text: str, label: str = "") -> None:
        """Put stored text in the place of a stretch (UTF-16 units), the caret behind it.

        With a ``label`` it is a step of its own. A text that may not be changed stays.
        """
        if self.isReadOnly():
            self.refused.emit()
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        insert(cursor, text, self._guard.codes)
        self._label = label
        cursor.endEditBlock()
        self._label = ""
        self.set_caret(cursor.position())

    def insert_text(self, text: str) -> None:
        """Insert text in the place of what is chosen, with codes as ``insertFromMimeData`` has."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        rest = stored_text(self.document(), 0, start) + stored_text(self.document(), end)
        whole = typable(text, keep_breaks=self._keeps_breaks)
        self.replace(start, end, self._guard.admit(whole, rest))

    def _correct(self) -> None:
        """Put right what the last key lets be put right, as a step of its own."""
        found = self.aids.look(self._text, from_utf16(self._text, self.caret), self.language)
        if found is None:
            return
        start, end = (to_utf16(self._text, at) for at in (found.start, found.end))
        behind = self.caret - end + start + utf16_length(found.text)
        self._label = "autocorrect"
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(found.text, plain_format(cursor.charFormat()))
        cursor.endEditBlock()
        self._label = ""
        self.set_caret(behind)
        self._corrected = self._text, self.caret

    def _put_back(self, codes: str) -> None:
        """Codes that may not be deleted stand again where the caret is, which stays before them."""
        self._loading = True
        cursor = self.textCursor()
        cursor.clearSelection()
        position = cursor.position()
        insert(cursor, codes, self._guard.codes)
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self._loading = False

    # --- keys and input methods ----------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undo and redo, and copying the source, to the window's actions."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and is_for_the_window(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; Enter alone makes no paragraph, arrows lead out at the first and last line."""
        key, modifiers = event.key(), pressed_with(event)
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        if is_for_the_table(event) or is_for_the_window(event):
            event.ignore()
        elif self.isReadOnly() and would_change(event):
            event.accept()
            self.refused.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(event, modifiers)
        elif plain and key == Qt.Key.Key_Up and self._line() == 0:
            self.left.emit(-1)
        elif plain and key == Qt.Key.Key_Down and self._line() == self._last_line():
            self.left.emit(+1)
        elif has_codes(event.text()):
            event.accept()
        elif plain and key == Qt.Key.Key_Backspace and self._corrected == (self._text, self.caret):
            self._corrected = None
            self.undo_wanted.emit()
        else:
            at_code = self.caret
            super().keyPressEvent(event)
            deletes = key == Qt.Key.Key_Delete and plain
            if deletes and self.caret == at_code and not self.textCursor().hasSelection():
                self._step_over_kept_code(at_code)
            if event.text().isprintable() and event.text() and self.caret == at_code + 1:
                self._correct()

    def _enter(self, event: QKeyEvent, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers == Qt.KeyboardModifier.ShiftModifier:
            event.accept()
            self.break_line()
        elif modifiers == Qt.KeyboardModifier.NoModifier:
            event.accept()
        else:
            event.ignore()

    def break_line(self) -> None:
        """Begin a new line, where the file may hold one."""
        if self.may_break():
            cursor = self.textCursor()
            self.replace(cursor.selectionStart(), cursor.selectionEnd(), "\n")
        else:
            self.noticed.emit(Notice("one_line"))

    def _step_over_kept_code(self, position: int) -> None:
        """After Delete on a code that stays, go on behind it, as Backspace goes before it."""
        if self._guard.keeps(self._text, position):
            self.set_caret(position + 1)

    def _line(self) -> int:
        self.document().size()  # an empty document is laid out only when asked for
        cursor = self.textCursor()
        return cursor.block().layout().lineForTextPosition(cursor.position()).lineNumber()

    def _last_line(self) -> int:
        return self.document().begin().layout().lineCount() - 1

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose; what is committed can hold neither paragraphs nor private characters."""
        committed = event.commitString()
        clean = strip_codes(typable(committed, keep_breaks=False)) if committed else ""
        if clean != committed and committed.strip("\n\r"):
            made = QInputMethodEvent(event.preeditString(), event.attributes())
            made.setCommitString(clean, event.replacementStart(), event.replacementLength())
            event = made
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._composing and self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self.update_text(waiting)

    # --- clipboard and mouse -------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give others the bare text, and this program the codes too."""
        cursor = self.textCursor()
        chosen = stored_text(self.document(), cursor.selectionStart(), cursor.selectionEnd())
        # What is removed before the event loop turns again was cut, and may be put elsewhere.
        self._moving = True
        QTimer.singleShot(0, self, self._stop_moving)
        return clipping(chosen, self.codes)

    def _stop_moving(self) -> None:
        self._moving = False

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only; a file is for the window to open."""
        has_text = source.hasText() or source.hasHtml()
        return has_text and not source.hasUrls() and not self.isReadOnly()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text; codes only where they are this segment's and missing."""
        self._paste(source, with_codes=True)

    def _paste(self, source: QMimeData, *, with_codes: bool) -> None:
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        rest = stored_text(self.document(), 0, start) + stored_text(self.document(), end)
        found = pasted(
            source, self._guard, rest, keep_breaks=self._keeps_breaks, with_codes=with_codes
        )
        if found.text:
            self.replace(start, end, found.text)
        for notice in found.notices:
            self.noticed.emit(notice)

    def paste_plain(self) -> None:
        """Paste the text of the clipboard, without codes; nothing where it holds none."""
        if self.isReadOnly():
            self.refused.emit()
        else:
            # A clipboard that was never filled gives None on some systems, against Qt's own stubs.
            held = QApplication.clipboard().mimeData() or QMimeData()
            self._paste(held, with_codes=False)
