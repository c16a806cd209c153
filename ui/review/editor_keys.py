"""Whose keys are whose: what the editor leaves to the table and to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_LEFT_TO_THE_TABLE = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_LEFT_WITH_CONTROL = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_LEFT_TO_THE_WINDOW = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
"""Keys QTextEdit would take although undo is the session's."""


def pressed_with(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Return the modifiers of a key; the keypad is none."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def is_for_the_table(event: QKeyEvent) -> bool:
    """Tell whether a key goes from row to row."""
    control = pressed_with(event) == Qt.KeyboardModifier.ControlModifier
    return event.key() in _LEFT_TO_THE_TABLE or (control and event.key() in _LEFT_WITH_CONTROL)


def is_for_the_window(event: QKeyEvent) -> bool:
    """Tell whether a key is one of the window's actions that a field would take for its own."""
    return any(event.matches(key) for key in _LEFT_TO_THE_WINDOW)


def would_change(event: QKeyEvent) -> bool:
    """Tell whether a key would write or delete something, where that is allowed."""
    if event.matches(QKeySequence.StandardKey.Paste) or event.matches(QKeySequence.StandardKey.Cut):
        return True
    writes = bool(event.text()) and event.text().isprintable()
    bare = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bare and (writes or event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete))
