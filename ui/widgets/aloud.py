"""Saying something to those who hear the window instead of seeing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def say(about: QObject, sentence: str) -> None:
    """Let a screen reader say a sentence once it has said what it is saying; costs nothing else."""
    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(about, sentence))
