"""Where a small window opens that is asked for at the caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

LINE = 30
"""Pixels that the line of the caret takes, at most, where the window opens above it."""


def open_at(window: QWidget, place: QPoint) -> None:
    """Open a window below a place of the screen, or above where there is no room."""
    window.adjustSize()
    room = window.screen().availableGeometry()
    left = max(room.left(), min(place.x(), room.right() - window.width()))
    below = place.y() + window.height() <= room.bottom()
    above = max(room.top(), place.y() - window.height() - LINE)
    window.move(left, place.y() if below else above)
    window.show()
