"""What a misspelt word may have been, in a menu at the word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from translation.text.utf16 import to_utf16

if TYPE_CHECKING:
    from app.followers.spelling import Spelling
    from translation.spelling.answers import Misspelt
    from ui.review.review_panel import ReviewPanel


class SpellingMenu(QMenu):
    """Chooses the word in the editor and offers what can be done about it.

    Where the suggestions are still looked for it says so, and takes them in when they come.
    """

    def __init__(self, review: ReviewPanel, spelling: Spelling, word: Misspelt) -> None:
        super().__init__(review)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._review = review
        self._spelling = spelling
        self._word = word
        self._segment_id = review.current_id()
        self._place = self._choose()
        spelling.suggested.connect(self._take)
        self._fill()

    def open(self) -> None:
        """Show it below the word, its first line chosen."""
        self.popup(self._below)
        self._choose_first()

    def _choose(self) -> QPoint:
        """Select the word, and return a place on it (global)."""
        editor = self._review.active.editor
        cursor = editor.textCursor()
        start = to_utf16(editor.text, self._word.start)
        end = to_utf16(editor.text, self._word.start + len(self._word.word))
        cursor.setPosition(start + 1)
        second = editor.cursorRect(cursor)
        cursor.setPosition(start)
        first = editor.cursorRect(cursor)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
        same_line = second.top() == first.top()
        middle = (first.center() + second.center()) / 2 if same_line else first.center()
        viewport = editor.viewport()
        left = min(first.left(), second.left()) if same_line else first.left()
        self._below = viewport.mapToGlobal(QPoint(left, first.bottom() + 4))
        return viewport.mapToGlobal(middle)

    def _fill(self) -> None:
        self.clear()
        self._review.offer(self, self._place)
        language = self._spelling.language(self._segment_id)
        found = self._found = self._spelling.suggestions(language, self._word.word)
        if not found:
            said = self.tr("Nothing is like it") if found == () else self.tr("Looking for words…")
            remark = self.addAction(said)
            remark.setEnabled(False)
            others = self.actions()
            self.removeAction(remark)
            self.insertAction(others[0], remark)

    def _take(self, language: str, word: str) -> None:
        here = self._spelling.language(self._segment_id)
        if (language, word) == (here, self._word.word) and self.isVisible():
            self._fill()
            self._choose_first()

    def _choose_first(self) -> None:
        if self._found is None:
            return  # Enter, pressed too early, would take what stands below: add the word.
        usable = [action for action in self.actions() if action.isEnabled() and action.text()]
        if usable:
            self.setActiveAction(usable[0])
