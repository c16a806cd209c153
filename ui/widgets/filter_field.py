"""The field that narrows the table to what one wants to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from ui.plain import set_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

DELAY = 150
"""Milliseconds after the last key until the table follows, so that typing never waits."""


class FilterField(QLineEdit):
    """Takes words and state:, has:, is: terms; Esc clears it, Enter goes back to the text."""

    filter_changed = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("filterField")
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(self.tr("Filter: text, state:unfinished, has:issue …"))
        self.setAccessibleName(self.tr("Filter segments"))
        set_tip(
            self,
            self.tr(
                "Words are looked for in source and target. Also: state:initial, state:edited,"
                " state:confirmed, state:reviewed, state:final, state:unfinished, has:issue,"
                " has:draft, is:furniture"
            ),
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self._tell)
        self.textChanged.connect(self._timer.start)
        self.returnPressed.connect(self._done)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that words may be looked for soon."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Esc, and leave where there is nothing to clear."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.left.emit()

    def _tell(self) -> None:
        self.filter_changed.emit(self.text())

    def _done(self) -> None:
        self._timer.stop()
        self._tell()
        self.left.emit()
