"""The mouse on the texts of a row: going to it, putting the caret, choosing by drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from app.editing.editor import Editor
    from ui.review.read_field import ReadField
    from ui.review.segment_editor import SegmentEditor
    from ui.review.segment_view import SegmentView


class RowMouse(QObject):
    """Takes what is pressed in the table to the fields on the active row."""

    pressed = Signal()
    """The keyboard belongs to the translation now."""

    def __init__(
        self,
        work: Editor,
        view: SegmentView,
        editor: SegmentEditor,
        source: ReadField,
        reference: ReadField,
    ) -> None:
        super().__init__(view)
        self._work, self._view = work, view
        self._editor = editor
        self._read: ReadField | None = None
        """The field beside the translation that was pressed in last, None for the translation."""
        self.is_going = False
        """Whether a row is gone to by the mouse, which is to stay below it."""
        view.target_pressed.connect(self._press_target)
        view.source_pressed.connect(lambda row, place: self._press_read(source, row, place))
        view.reference_pressed.connect(lambda row, place: self._press_read(reference, row, place))
        view.row_pressed.connect(self._press_row)
        view.drawn.connect(self._choose_to)

    def _press_row(self, row: int) -> None:
        self._press_target(row, 0)

    def _press_target(self, row: int, position: int) -> None:
        self._read = None
        if self._go(row):
            self._editor.set_caret(position)
        self.pressed.emit()

    def _press_read(self, field: ReadField, row: int, position: int) -> None:
        self._read = field
        self._go(row)
        if field.isVisibleTo(self._view):
            field.put_caret(position)
            field.setFocus()
        else:
            self.pressed.emit()

    def _go(self, row: int) -> bool:
        """Go to a row, which stays below the mouse; tell whether it is another."""
        segment_id, before = self._view.segment_row(row).segment.id, self._work.active_id
        self.is_going = True
        if before != segment_id:
            self._view.let_linger(before)
        self._work.activate(segment_id)
        self.is_going = False
        return segment_id != before

    def _choose_to(self, point: QPoint) -> None:
        if self._read is not None:
            self._read.choose_to(point)
        else:
            cursor = self._editor.textCursor()
            place = self._editor.viewport().mapFromGlobal(point)
            at = self._editor.cursorForPosition(place).position()
            cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
            self._editor.setTextCursor(cursor)
