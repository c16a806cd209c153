"""Pressing a button by Enter, as everybody tries where the keyboard is on one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


def presses(event: QKeyEvent) -> bool:
    """Press the button that has the keyboard where the key is Enter; tell whether there was one.

    Qt itself does so in dialogs alone; elsewhere it presses buttons by the space bar only.
    """
    part = QApplication.focusWidget()
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or modifiers:
        return False
    if isinstance(part, QToolButton) and part.menu() is not None:
        part.showMenu()
    elif isinstance(part, QPushButton | QToolButton):
        part.click()
    else:
        return False
    return True
