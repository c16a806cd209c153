"""What the lists of the window paint alike: the chosen row, and the width that is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from ui.theme import Theme

_MARK = 3
"""Pixels of the mark before a chosen row: its colour alone must not tell."""


def paint_chosen(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Paint the ground and the mark of a row, where it is chosen."""
    states: QStyle.StateFlag = option.state
    direction: Qt.LayoutDirection = option.direction
    if states & QStyle.StateFlag.State_Selected:
        whole: QRect = option.rect
        painter.fillRect(whole, theme.color("active_row"))
        mark = QRect(whole.left(), whole.top(), _MARK, whole.height())
        painter.fillRect(QStyle.visualRect(direction, whole, mark), theme.color("accent"))


def width_beside_bar(view: QWidget) -> int:
    """Return a list's width in pixels without the room that a scroll bar may take.

    That is left free always: else a list that just fits would wrap otherwise, and need another
    height, once the bar is there.
    """
    return view.width() - view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
