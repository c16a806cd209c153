"""The table of segments: the active row, the mouse, what marks say."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QHelpEvent

from translation.model.mark import Side
from translation.text.utf16 import from_utf16, to_utf16
from ui.plain import show_tip
from ui.review.character_tips import tip_at
from ui.review.marks import marks_at, said_of
from ui.review.measured_table import MeasuredTable
from ui.review.roles import Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

    from ui.review.geometry import RowParts

_Index = QModelIndex | QPersistentModelIndex
_NOTCH = 120
"""A step of a mouse's wheel, in Qt's eighths of a degree."""
_CHOOSING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_KEEP = QItemSelectionModel.SelectionFlag.NoUpdate
_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class SegmentView(MeasuredTable):
    """Shows the rows of the filter; whole segments, each as high as its text.

    ``target_pressed``, ``source_pressed`` and ``reference_pressed`` give a shown row and the caret
    position, in UTF-16 units, at the mouse; ``drawn`` tells where the mouse (global) is now that
    one of them was pressed with.
    ``choice_pressed`` gives a row that is to be chosen, and whether all up to it are, too;
    ``choice_drawn`` the row that the mouse was drawn to from another's number.
    """

    target_pressed = Signal(int, int)
    source_pressed = Signal(int, int)
    reference_pressed = Signal(int, int)
    row_pressed = Signal(int)
    drawn = Signal(QPoint)
    size_wanted = Signal(str, int)
    """The language of the side whose text is to be larger, and by how many pixels."""
    choice_pressed = Signal(int, bool)
    choice_drawn = Signal(int)
    _is_drawn = False
    _drawn_row = -1
    _keeps_choice = False
    _turned = 0

    # --- rows ------------------------------------------------------------------------------

    def target_cell(self, row: int) -> QRect:
        """Return the target cell of a shown row, in the viewport's terms."""
        return self._parts(row).target

    def source_cell(self, row: int) -> QRect:
        """Return the source cell of a shown row, in the viewport's terms."""
        if self.texts.look.is_stacked:
            return self._parts(row).source
        cell = self.visualRect(self._shown.index(row, Column.SOURCE))
        return self.texts.below_head(cell, self.segment_row(row))

    def reference_part(self, row: int) -> QRect:
        """Return the part of a shown row with its reference, empty where none is shown."""
        return self._parts(row).reference

    def _parts(self, row: int) -> RowParts:
        cell, shown = self.visualRect(self._shown.index(row, Column.TARGET)), self.segment_row(row)
        return self.texts.parts(self.texts.below_head(cell, shown), shown)

    def _side_at(self, index: QModelIndex, place: QPoint) -> Side | None:
        """Return which text of a row a place of the viewport belongs to."""
        if index.column() == Column.SOURCE:
            return Side.SOURCE
        if index.column() != Column.TARGET:
            return None
        parts = self._parts(index.row())
        if parts.source.contains(place):
            return Side.SOURCE
        return Side.TARGET if parts.target.contains(place) else None

    def set_active(self, segment_id: str, row: int) -> None:
        """Tint the row of the active segment; ``row`` is -1 where it is not shown."""
        before = self.currentIndex().row()
        if before >= 0:
            self._heights.forget(before, before)
        self.delegate.active_id = self.texts.active_id = segment_id
        index = self._shown.index(row, Column.TARGET) if row >= 0 else QModelIndex()
        flags = _KEEP if self._keeps_choice else _CHOOSE
        self.selectionModel().setCurrentIndex(index, flags)
        self.viewport().update()

    @contextmanager
    def keeping_choice(self) -> Iterator[None]:
        """Let the active row be another without a change of what is chosen."""
        self._keeps_choice = True
        try:
            yield
        finally:
            self._keeps_choice = False

    # --- Qt's events -------------------------------------------------------------------------

    def dataChanged(self, top: _Index, bottom: _Index, roles: Sequence[int] = ()) -> None:
        """Paint the rows that changed where they are in view: Qt would paint all of the view."""
        if QAccessible.isActive():  # Qt tells a screen reader of it.
            super().dataChanged(top, bottom, list(roles))
            return
        seen = self.visible_rows()
        first, last = max(top.row(), seen.start), min(bottom.row(), seen.stop - 1)
        if first <= last:
            above = self.rowViewportPosition(first)
            below = self.rowViewportPosition(last) + self.rowHeight(last)
            self.viewport().update(0, above, self.viewport().width(), below - above)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the marks under the mouse mean; of other cells the model says it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            said = self._said_at(event.pos())
            if said:
                show_tip(event, said, self)
                return True
        return super().viewportEvent(event)

    def _said_at(self, place: QPoint) -> str:
        index = self.indexAt(place)
        side = self._side_at(index, place) if index.isValid() else None
        if side is None:
            return ""
        row = self.segment_row(index.row())
        is_source = side is Side.SOURCE
        cell = (self.source_cell if is_source else self.target_cell)(index.row())
        where = self.delegate.source_area if is_source else self.delegate.target_area
        area = where(cell, row)
        laid = (self.texts.source if is_source else self.texts.target)(row, area.width())
        at = laid.character_at((place - area.topLeft()).toPointF())
        if at is None:
            return ""
        text = row.segment.source if is_source else row.shown
        told = "" if row.is_furniture else tip_at(text, row.unit.codes, at)
        said = said_of(marks_at(self._segments.marks.of(row, side), at))
        return "\n".join(filter(None, (said, told)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, make the text of the side under the mouse larger or smaller."""
        index = self.indexAt(event.position().toPoint())
        side = self._side_at(index, event.position().toPoint()) if index.isValid() else None
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or side is None:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        pair = self.segment_row(index.row()).pair
        if steps:
            self.size_wanted.emit(pair.source if side is Side.SOURCE else pair.target, steps)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys to the panel: the active segment is the session's, not Qt's."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the segment under the mouse, the caret to the letter.

        With the right button, too: its menu is about the segment that it was opened on, or about
        the chosen rows where that is one of them.
        """
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() is Qt.MouseButton.RightButton and index.isValid():
            if not self.selectionModel().isRowSelected(index.row()):
                self._press(index, place)
                self._is_drawn, self._drawn_row = False, -1
            event.ignore()
            return
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            event.ignore()
            return
        row = index.row()
        if event.modifiers() & _CHOOSING:
            extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.choice_pressed.emit(row, extends)
            return
        self._press(index, place)

    def _press(self, index: QModelIndex, place: QPoint) -> None:
        row = index.row()
        side = self._side_at(index, place)
        self._is_drawn = True
        if side is Side.TARGET:
            self.target_pressed.emit(row, self._position_in_target(row, place))
        elif side is Side.SOURCE:
            self.source_pressed.emit(row, self._position_in_source(row, place))
        elif index.column() == Column.TARGET and self._parts(row).reference.contains(place):
            self.reference_pressed.emit(row, self._position_in_reference(row, place))
        else:
            self._is_drawn = False
            self.row_pressed.emit(row)
            self._drawn_row = row

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose text, or rows by their numbers, while the mouse is drawn over them."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self._is_drawn:
            self.drawn.emit(event.globalPosition().toPoint())
        elif self._drawn_row >= 0:
            row = self.rowAt(event.position().toPoint().y())
            if row >= 0 and row != self._drawn_row:
                self._drawn_row = row
                self.choice_drawn.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what the mouse was drawn over."""
        self._is_drawn, self._drawn_row = False, -1
        event.accept()

    def _position_in_target(self, row: int, place: QPoint) -> int:
        area = self.delegate.target_area(self.target_cell(row), self.segment_row(row))
        shown = self.segment_row(row)
        laid = self.texts.target(shown, area.width())
        hit = laid.position_at((place - area.topLeft()).toPointF())
        return to_utf16(shown.shown, laid.positions.to_text(from_utf16(laid.text, hit)))

    def _position_in_reference(self, row: int, place: QPoint) -> int:
        area = self.delegate.reference_area(self.reference_part(row))
        laid = self.texts.reference(self.segment_row(row), area.width())
        return laid.position_at((place - area.topLeft()).toPointF())

    def _position_in_source(self, row: int, place: QPoint) -> int:
        area = self.delegate.source_area(self.source_cell(row), self.segment_row(row))
        laid = self.texts.source(self.segment_row(row), area.width())
        return laid.position_at((place - area.topLeft()).toPointF())
