"""How the translation may go on, in grey behind the caret while one types at its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent

from app.settings.table import COMPLETION
from translation.text.utf16 import utf16_length
from ui.review.editor_keys import pressed_with
from ui.review.offered_text import OfferedText

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.editing.editor import Editor
    from app.engine.completing import Completing, Offer
    from app.settings.store import Settings
    from ui.review.segment_editor import SegmentEditor

_WORD = re.compile(r"\s*\S+")
_APART = 3
"""Pixels between the line of the caret and an offer that has no room in it."""


class Completion(QObject):
    """Asks while one types, shows the offer, and puts in what is taken of it.

    It never takes a key that the text would have: Tab and End have nothing to do at the end of
    a text but to leave it, and only while an offer is shown they are its own.
    """

    def __init__(
        self, editor: SegmentEditor, work: Editor, completing: Completing, settings: Settings
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._work = work
        self._completing = completing
        self._settings = settings
        self._typed = ""
        self._rest = ""
        self._around = editor.parentWidget() or editor
        self._shown = OfferedText(self._around)
        editor.installEventFilter(self)
        editor.typed.connect(self._follow)
        editor.cursorPositionChanged.connect(self._look)
        work.active_changed.connect(self.withdraw)
        completing.offered.connect(self._take_offer)

    @property
    def offer(self) -> str:
        """What is offered and shown, empty where nothing is."""
        return self._rest if self._shown.isVisibleTo(self._around) else ""

    def withdraw(self) -> None:
        """Offer nothing any more, until something is typed."""
        self._completing.withdraw()
        self._rest = ""
        self._shown.hide()

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """Take the keys of an offer that is shown; hide it when the keyboard goes elsewhere."""
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self.withdraw()
        elif kind in (QEvent.Type.Resize, QEvent.Type.Move) and self.offer:
            self._place()
        elif isinstance(event, QKeyEvent) and self.offer and _is_bare(event):
            if kind == QEvent.Type.ShortcutOverride and event.key() in self._keys():
                event.accept()
                return True
            if kind == QEvent.Type.KeyPress and event.key() in self._keys():
                self._keys()[event.key()]()
                return True
        return False

    def _keys(self) -> dict[int, Callable[[], None]]:
        return {
            Qt.Key.Key_Tab: self._take_word,
            Qt.Key.Key_End: self._take_all,
            Qt.Key.Key_Escape: self.withdraw,
        }

    def _follow(self, text: str, before: int, caret: int) -> None:
        whole, self._typed = self._typed + self._rest, text
        segment_id = self._work.active_id
        at_end = caret == utf16_length(text)
        if not (before < caret and at_end and segment_id and self._settings.value(COMPLETION)):
            self.withdraw()
            return
        document = self._work.document
        segment = document.segment(segment_id)
        self._rest = whole[len(text) :] if self._rest and whole.startswith(text) else ""
        self._completing.ask(document.file_of(segment).pair, segment.source, text)
        self._place()

    def _take_offer(self, offer: Offer) -> None:
        here = self._editor.text == offer.typed == self._typed
        if here and self._is_at_end() and self._editor.hasFocus():
            self._rest = offer.text
            self._place()

    def _look(self) -> None:
        if self._rest and not self._is_at_end():
            self.withdraw()

    def _is_at_end(self) -> bool:
        cursor = self._editor.textCursor()
        return cursor.atEnd() and not cursor.hasSelection()

    def _take_word(self) -> None:
        word = _WORD.match(self._rest)
        self._put(word.group() if word else self._rest)

    def _take_all(self) -> None:
        self._put(self._rest)

    def _put(self, text: str) -> None:
        caret = self._editor.caret
        self._editor.replace(caret, caret, text)

    def _place(self) -> None:
        """Show the offer behind the caret, or below its line where it has no room there."""
        editor, shown = self._editor, self._shown
        shown.setVisible(bool(self._rest))
        if not self._rest:
            return
        caret, width = editor.cursorRect(), editor.viewport().width()
        to_left = editor.layoutDirection() is Qt.LayoutDirection.RightToLeft
        room = caret.left() if to_left else width - caret.right()
        font, theme = editor.document().defaultFont(), editor.marks.theme
        shown.take(self._rest, font, theme, framed=False)
        baseline = editor.baseline()
        if shown.width() > room:
            shown.take(self._rest.strip(), font, theme, framed=True)
            baseline += caret.height() + _APART
        left = caret.left() - shown.width() if to_left else caret.right()
        corner = editor.viewport().mapTo(self._around, QPoint())
        shown.put(corner.x() + max(0, min(left, width - shown.width())), corner.y() + baseline)
        shown.raise_()


def _is_bare(event: QKeyEvent) -> bool:
    return pressed_with(event) == Qt.KeyboardModifier.NoModifier
