"""Other ways in which a translation may go on, in a menu at the word from which they differ."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from translation.text.casing import word_at
from translation.text.utf16 import from_utf16, to_utf16, utf16_length
from ui.plain import unmarked

if TYPE_CHECKING:
    from app.engine.completing import Ways
    from ui.review.segment_editor import SegmentEditor

_CLOSING = tuple(".,;:!?)]”’»")
"""After these, as after letters, a word stands apart."""

_SHOWN = 60
"""Characters of a way that are shown; the rest is seen once it is taken."""


class AlternativesMenu(QMenu):
    """Says that the model is asked until its answer comes; what is chosen takes the text's place.

    ``before`` is the text up to the word, which stays.
    """

    def __init__(self, editor: SegmentEditor, source: str) -> None:
        super().__init__(editor)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._editor = editor
        self._source = source
        self._text = editor.text
        self._start, _ = word_at(self._text, from_utf16(self._text, editor.caret))
        self.before = self._text[: self._start]
        self._remark(self.tr("Asking the model…"))

    def open(self) -> None:
        """Show it below the word."""
        editor = self._editor
        cursor = editor.textCursor()
        cursor.setPosition(to_utf16(self._text, self._start))
        word = editor.cursorRect(cursor)
        self.popup(editor.viewport().mapToGlobal(QPoint(word.left(), word.bottom() + 4)))

    def take(self, ways: Ways) -> None:
        """List the ways that the model knows, if they are about this text."""
        if (ways.source, ways.typed) != (self._source, self.before):
            return
        self.clear()
        others = [text for text in ways.texts if text != self._text[self._start :].strip()]
        for number, text in enumerate(others, 1):
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]}…"
            action = self.addAction(f"&{number}  {unmarked(shown)}")
            action.triggered.connect(partial(self._put, text))
        if others:
            self.setActiveAction(self.actions()[0])
        else:
            self._remark(self.tr("The model knows no other way"))

    def _remark(self, said: str) -> None:
        self.addAction(said).setEnabled(False)

    def _put(self, text: str) -> None:
        if self._editor.text == self._text:
            start = to_utf16(self._text, self._start)
            apart = " " if self.before[-1:].isalnum() or self.before[-1:] in _CLOSING else ""
            end = utf16_length(self._text)
            self._editor.replace(start, end, f"{apart}{text}", "alternative")
