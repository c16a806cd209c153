"""The table of segments: the active row, the mouse, what marks say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent

from translation.model.mark import Side
from ui.plain import show_tip
from ui.review.marks import marks_at, said_of
from ui.review.measured_table import MeasuredTable
from ui.review.roles import Column

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from translation.model.mark import Mark

_SIDES = {Column.SOURCE: Side.SOURCE, Column.TARGET: Side.TARGET}


class SegmentView(MeasuredTable):
    """Shows the rows of the filter; whole segments, each as high as its text.

    ``target_pressed`` and ``source_pressed`` give a shown row and the caret position, in UTF-16
    units, at the mouse; ``drawn`` the side that was pressed, and where the mouse (global) is now.
    """

    target_pressed = Signal(int, int)
    source_pressed = Signal(int, int)
    row_pressed = Signal(int)
    drawn = Signal(object, QPoint)
    _drawn: Side | None = None

    # --- rows ------------------------------------------------------------------------------

    def target_cell(self, row: int) -> QRect:
        """Return the target cell of a shown row, in the viewport's terms."""
        return self.visualRect(self._shown.index(row, Column.TARGET))

    def source_cell(self, row: int) -> QRect:
        """Return the source cell of a shown row, in the viewport's terms."""
        return self.visualRect(self._shown.index(row, Column.SOURCE))

    def set_active(self, segment_id: str, row: int) -> None:
        """Tint the row of the active segment; ``row`` is -1 where it is not shown."""
        before = self.currentIndex().row()
        if before >= 0:
            self._heights.forget(before, before)
        self.delegate.active_id = segment_id
        index = self._shown.index(row, Column.TARGET) if row >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.viewport().update()

    # --- Qt's events -------------------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the marks under the mouse mean; of other cells the model says it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            said = said_of(self._marks_at(event.pos()))
            if said:
                show_tip(event, said, self)
                return True
        return super().viewportEvent(event)

    def _marks_at(self, place: QPoint) -> list[Mark]:
        index = self.indexAt(place)
        side = _SIDES.get(Column(index.column())) if index.isValid() else None
        if side is None:
            return []
        row = self.segment_row(index.row())
        cell, is_source = self.visualRect(index), side is Side.SOURCE
        where = self.delegate.source_area if is_source else self.delegate.target_area
        area = where(cell, row)
        laid = (self.texts.source if is_source else self.texts.target)(row, area.width())
        at = laid.character_at((place - area.topLeft()).toPointF())
        return marks_at(self._segments.marks.of(row, side), at) if at is not None else []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys to the panel: the active segment is the session's, not Qt's."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the segment under the mouse, the caret to the letter."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            event.ignore()
            return
        row = index.row()
        self._drawn = _SIDES.get(Column(index.column()))
        if index.column() == Column.TARGET:
            self.target_pressed.emit(row, self._position_in_target(row, place))
        elif index.column() == Column.SOURCE:
            self.source_pressed.emit(row, self._position_in_source(row, place))
        else:
            self.row_pressed.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose text while the mouse is drawn over it from where it was pressed."""
        if self._drawn is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.drawn.emit(self._drawn, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what the mouse was drawn over."""
        self._drawn = None
        event.accept()

    def _position_in_target(self, row: int, place: QPoint) -> int:
        area = self.delegate.target_area(self.target_cell(row), self.segment_row(row))
        laid = self.texts.target(self.segment_row(row), area.width())
        return laid.position_at((place - area.topLeft()).toPointF())

    def _position_in_source(self, row: int, place: QPoint) -> int:
        area = self.delegate.source_area(self.source_cell(row), self.segment_row(row))
        laid = self.texts.source(self.segment_row(row), area.width())
        return laid.position_at((place - area.topLeft()).toPointF())
