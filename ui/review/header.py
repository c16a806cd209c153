"""The headings over the columns, standing where the text below starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHeaderView

from ui.review.geometry import source_text_rect, target_text_rect
from ui.review.roles import Column
from ui.review.text_layout import SIDE_ROOM

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

_HEIGHT = 30


class ReviewHeader(QHeaderView):
    """Paints each heading in the interface font, on the side its language starts at."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(20)

    def set_theme(self, theme: Theme) -> None:
        """Take colours and font from another theme."""
        self._theme = theme
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As high as one quiet line."""
        return QSize(super().sizeHint().width(), _HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint one heading."""
        model = self.model()
        if model is None or not rect.isValid():
            return
        theme = self._theme
        painter.fillRect(rect, theme.color("panel"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("row_line"))
        role = Qt.ItemDataRole.TextAlignmentRole
        align = model.headerData(logicalIndex, self.orientation(), role)
        area = self._text_area(rect, logicalIndex)
        if logicalIndex == Column.NUMBER:
            align = Qt.AlignmentFlag.AlignCenter
        painter.setFont(theme.small_font)
        painter.setPen(theme.color("muted"))
        painter.drawText(area, align, str(model.headerData(logicalIndex, self.orientation())))

    def _text_area(self, rect: QRect, column: int) -> QRect:
        match column:
            case Column.SOURCE:
                text = source_text_rect(rect, 0)
            case Column.TARGET:
                text = target_text_rect(rect, 0)
            case _:
                return rect
        return QRect(
            text.left() + SIDE_ROOM, rect.top(), text.width() - 2 * SIDE_ROOM, rect.height()
        )
