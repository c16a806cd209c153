"""Where the keyboard is on the active row: the frame around its editor, or the row's own lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.review.segment_editor import SegmentEditor
    from ui.review.segment_view import SegmentView


class KeyboardFrame(QObject):
    """Tells the delegate whether the editor or the table has the keyboard, as it comes and goes."""

    def __init__(self, view: SegmentView, editor: SegmentEditor) -> None:
        super().__init__(view)
        self._view = view
        self._editor = editor
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        """Paint the active row anew where the keyboard comes or goes."""
        if self._view in (before, now) or self._editor in (before, now):
            self._view.delegate.editor_has_keyboard = now is self._editor
            self._view.delegate.table_has_keyboard = now is self._view
            self._view.viewport().update()
