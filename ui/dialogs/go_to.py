"""Asks for the number of a segment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox

from ui.dialogs.sheet import Sheet
from ui.plain import set_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.session import Session


class GoToDialog(Sheet):
    """A number from 1 to the last segment."""

    chosen = Signal(str)
    """The id of the segment with the number that was given."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=320)
        set_title(self, self.tr("Go to segment"))
        self._session = session
        document = session.document
        self.number = QSpinBox()
        self.number.setRange(1, max(1, len(document)))
        if session.editor.active_id in document:
            self.number.setValue(document.row(session.editor.active_id) + 1)
        self.number.setAccessibleName(self.tr("Segment number"))
        self.number.selectAll()
        label = self.tr("Number, 1 to {last}").format(last=len(document))
        self.add_text(label).setBuddy(self.number)
        self.body.addWidget(self.number)
        self.add_accept(self.tr("Go"))

    def accept(self) -> None:
        """Tell which segment was chosen."""
        row = self.number.value() - 1
        segments = self._session.document.segments
        if row < len(segments):
            self.chosen.emit(segments[row].id)
        super().accept()
