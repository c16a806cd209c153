"""Hearing what kind of keys are pressed in the translation, for those who want effort counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence

from translation.model.effort import KeyKind
from ui.review.editor_keys import pressed_with

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.followers.effort import EffortTable

_ALONE = {
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta),
    *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock),
}
_MOVES = {
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home),
    *(Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
}
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class EffortKeys(QObject):
    """Tells the table of effort of every key in a field, before the field has it."""

    def __init__(self, field: QWidget, table: EffortTable) -> None:
        super().__init__(field)
        self._table = table
        field.installEventFilter(self)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._look)

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """Count, and let everything through."""
        if self._table.is_on:
            if isinstance(event, QInputMethodEvent):
                for _ in event.commitString():
                    self._table.key(KeyKind.WRITING)
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                kind = kind_of(event)
                if kind is not None:
                    self._table.key(kind)
        return False

    def _look(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self._table.rest()


def kind_of(event: QKeyEvent) -> KeyKind | None:
    """Return what a key does; None of one that does nothing by itself, or runs an action."""
    key = Qt.Key(event.key())
    if key in _ALONE:
        return None
    if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) or event.matches(
        QKeySequence.StandardKey.Cut
    ):
        return KeyKind.DELETING
    if key in _MOVES:
        return KeyKind.MOVING
    text = event.text()
    held = pressed_with(event) & _COMMANDS
    # AltGr is both on some systems, and then writes.
    if text and text.isprintable() and held in (Qt.KeyboardModifier.NoModifier, _COMMANDS):
        return KeyKind.WRITING
    return None
