"""The headings over the columns, standing where the text below starts, and the border between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView

from ui.review.geometry import source_text_rect, target_text_rect
from ui.review.roles import Column
from ui.review.text_layout import SIDE_ROOM

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPainter
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

_HEIGHT = 30
_REACH = 5
"""Pixels beside a border at which the mouse has it."""
_GRIP = 12


class ReviewHeader(QHeaderView):
    """Paints each heading in the interface font, on the side its language starts at.

    ``border_moved`` tells where the column of the marks is to begin, while the mouse draws it;
    ``border_left`` that it stays there, ``border_reset`` that both sides are to be alike.
    """

    border_moved = Signal(int)
    border_left = Signal()
    let_go = Signal()
    """The mouse has done what it wanted here."""
    border_reset = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._held: int | None = None
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(20)
        self.viewport().setMouseTracking(True)

    def set_theme(self, theme: Theme) -> None:
        """Take colours and font from another theme."""
        self._theme = theme
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As high as one quiet line."""
        return QSize(super().sizeHint().width(), _HEIGHT)

    # --- painting ------------------------------------------------------------------------

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint one heading; where one column holds both texts, both of theirs."""
        if self.model() is None or not rect.isValid():
            return
        theme = self._theme
        painter.fillRect(rect, theme.color("panel"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("row_line"))
        painter.setFont(theme.small_font)
        painter.setPen(theme.color("muted"))
        area = self._text_area(rect, logicalIndex)
        if logicalIndex == Column.NUMBER:
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._heading(Column.NUMBER))
        elif logicalIndex == Column.STATE:
            self._paint_grips(painter, rect)
        elif self.isSectionHidden(Column.SOURCE):
            self._paint_both(painter, area)
        else:
            painter.drawText(area, self._align(logicalIndex), self._heading(logicalIndex))

    def _paint_both(self, painter: QPainter, area: QRect) -> None:
        source, target = Column.SOURCE, Column.TARGET
        if self._align(source) != self._align(target):
            for column in (source, target):
                painter.drawText(area, self._align(column), self._heading(column))
        else:
            both = f"{self._heading(source)}  ·  {self._heading(target)}"
            painter.drawText(area, self._align(target), both)

    def _paint_grips(self, painter: QPainter, rect: QRect) -> None:
        """Show where the border between the sides can be taken."""
        if not self.isSectionHidden(Column.SOURCE):
            for x in (rect.left(), rect.right()):
                top = rect.center().y() - _GRIP // 2
                painter.fillRect(x, top, 1, _GRIP, self._theme.color("field_border"))

    def _heading(self, column: int) -> str:
        return str(self.model().headerData(column, self.orientation()))

    def _align(self, column: int) -> Qt.AlignmentFlag:
        role = Qt.ItemDataRole.TextAlignmentRole
        found: Qt.AlignmentFlag = self.model().headerData(column, self.orientation(), role)
        return found

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

    # --- the border between the sides ----------------------------------------------------

    def _border_at(self, x: int) -> int | None:
        """Return how far right of the column of the marks the mouse is that has a border of it."""
        if self.isSectionHidden(Column.SOURCE):
            return None
        left = self.sectionViewportPosition(Column.STATE)
        for border in (left, left + self.sectionSize(Column.STATE)):
            if abs(x - border) <= _REACH:
                return x - left
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the border between the sides."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = self._border_at(event.position().toPoint().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the border along, or show that it can be taken."""
        x = event.position().toPoint().x()
        if self._held is not None:
            self.border_moved.emit(x - self._held)
        at_border = self._held is not None or self._border_at(x) is not None
        shape = Qt.CursorShape.SplitHCursor if at_border else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the border go."""
        if self._held is not None:
            self._held = None
            self.border_left.emit()
        self.let_go.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Make both sides alike."""
        if self._border_at(event.position().toPoint().x()) is not None:
            self.border_reset.emit()
