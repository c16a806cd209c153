"""Asks for the number of a segment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from translation.model.originals import rows_of
from ui import texts
from ui.dialogs.sheet import Sheet
from ui.plain import set_title
from ui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.session import Session


class GoToDialog(Sheet):
    """A number from 1 to the last segment, of the project or of one of its files."""

    chosen = Signal(str)
    """The id of the segment with the number that was given."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=320)
        set_title(self, self.tr("Go to segment"))
        self._session = session
        document = session.document
        self.file = QComboBox()
        self.file.setAccessibleName(self.tr("In which file"))
        self.file.addItem(self.tr("The whole project"), range(len(document)))
        for file in document.files:
            rows = rows_of(document, file.id)
            self.file.addItem(texts.file_name(file.name), rows)
        if len(document.files) > 1:
            self.body.addWidget(self.file)
        self.number = NumberField()
        self.number.setRange(1, max(1, len(document)))
        if session.editor.active_id in document:
            self.number.setValue(document.row(session.editor.active_id) + 1)
        self.number.setAccessibleName(self.tr("Segment number"))
        self.number.selectAll()
        self._label = self.add_text("")
        self._label.setBuddy(self.number)
        self.body.addWidget(self.number)
        self.add_accept(self.tr("Go"))
        self.file.currentIndexChanged.connect(self._choose)
        self._say_range()
        self.number.setFocus()

    @property
    def _rows(self) -> range:
        rows: range = self.file.currentData()
        return rows

    def _choose(self) -> None:
        """Count from the first segment of the file that was chosen."""
        self.number.setRange(1, max(1, len(self._rows)))
        self.number.setValue(1)
        self._say_range()

    def _say_range(self) -> None:
        last = texts.number(len(self._rows))
        self._label.setText(self.tr("Number, 1 to {last}").format(last=last))

    def accept(self) -> None:
        """Tell which segment was chosen."""
        row = self._rows.start + self.number.value() - 1
        segments = self._session.document.segments
        if row < len(segments):
            self.chosen.emit(segments[row].id)
        super().accept()
