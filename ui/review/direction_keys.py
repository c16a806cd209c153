"""Ctrl with the right or left Shift key, which turn a text around as in other editors.

Nothing but the two keys may be pressed meanwhile: Ctrl+Shift+T is another command.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

_LEFT = frozenset({("key", 0xFFE1), ("key", 0xA0), ("key", 56), ("scan", 50), ("scan", 42)})
_RIGHT = frozenset({("key", 0xFFE2), ("key", 0xA1), ("key", 60), ("scan", 62), ("scan", 54)})
"""The keys as platforms number them: keysyms of X11 (0xffe1, 0xffe2), VK_LSHIFT and VK_RSHIFT of
Windows (0xa0, 0xa1), kVK_Shift and kVK_RightShift of macOS (56, 60); key codes of X11 and Wayland
(50, 62) and scan codes (42, 54)."""


class DirectionKeys(QObject):
    """Hears of the keys of the fields it is installed on; ``turned`` says whether to the right."""

    turned = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._right: bool | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember which Shift key is held with Ctrl, and turn when either is let go."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyRelease:
                self._let_go(event)
            elif event.key() == Qt.Key.Key_Shift:
                self._right = _is_right(event)
            elif event.key() != Qt.Key.Key_Control:
                self._right = None
        elif event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.FocusOut):
            self._right = None
        return super().eventFilter(watched, event)

    def _let_go(self, event: QKeyEvent) -> None:
        right, self._right = self._right, None
        if event.isAutoRepeat() or right is None:
            return
        # Of the modifiers of a release, platforms tell those before or after it: either will do.
        held = event.modifiers()
        other = {
            Qt.Key.Key_Shift: Qt.KeyboardModifier.ControlModifier,
            Qt.Key.Key_Control: Qt.KeyboardModifier.ShiftModifier,
        }.get(Qt.Key(event.key()))
        if other is not None and held & other:
            self.turned.emit(right)


def _is_right(event: QKeyEvent) -> bool | None:
    pressed = {("key", event.nativeVirtualKey()), ("scan", event.nativeScanCode())}
    if pressed & _RIGHT:
        return True
    return False if pressed & _LEFT else None
