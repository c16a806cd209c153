"""The real window, opened for a test, and the keyboard wherever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.appearance import Appearance
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.session import Session


def open_window(qtbot: QtBot, session: Session, appearance: Appearance | None = None) -> MainWindow:
    """Open the window over a session, in the light theme, with the keyboard in the text."""
    if appearance is None:
        appearance = Appearance()
        appearance.choose("light")
        appearance.apply()
    made = MainWindow(session, appearance)
    qtbot.addWidget(made, before_close_func=lambda _window: session.close(discard=True))
    made.show()
    qtbot.waitActive(made)
    made.review.focus_editor()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return made


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is now."""
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def type_text(text: str) -> None:
    """Type Latin letters where the keyboard is now."""
    QTest.keyClicks(QApplication.focusWidget(), text)
