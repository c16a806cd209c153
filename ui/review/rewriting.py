"""What is done to the words at the caret by a command: their case, for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from translation.model.imported import Notice
from translation.text.casing import next_case, word_at
from translation.text.utf16 import from_utf16, to_utf16, utf16_length

if TYPE_CHECKING:
    from ui.review.segment_editor import SegmentEditor


def change_case(editor: SegmentEditor) -> None:
    """Put what is chosen, or the word at the caret, into the next case, and leave it chosen."""
    text, cursor = editor.text, editor.textCursor()
    caret, has_chosen = editor.caret, cursor.hasSelection()
    start, end = (from_utf16(text, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
    if not has_chosen:
        start, end = word_at(text, start)
    changed = next_case(text[start:end], editor.language)
    if changed == text[start:end]:
        editor.noticed.emit(Notice("no_case"))
        return
    first, last = to_utf16(text, start), to_utf16(text, end)
    editor.replace(first, last, changed, "case")
    if editor.text == text:
        return
    if has_chosen:
        _choose(editor, first, first + utf16_length(changed))
    else:
        editor.set_caret(caret)


def _choose(editor: SegmentEditor, start: int, end: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
