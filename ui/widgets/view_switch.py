"""A switch between two views of a panel: two small words, one of them chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from ui.plain import unmarked

SEGMENT, DOCUMENT = 0, 1
"""What the views of a panel are about, where it has two."""


class ViewSwitch(QWidget):
    """The words stand beside one another; a click, or Space and the arrows, choose one."""

    changed = Signal(int)
    """Which is chosen now, 0 or 1."""

    def __init__(self, first: str, second: str, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for number, words in enumerate((first, second)):
            button = QToolButton()
            button.setText(unmarked(words))
            button.setObjectName("side")
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.setAccessibleName(words)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idToggled.connect(self._tell)

    @property
    def chosen(self) -> int:
        """Which is chosen, 0 or 1."""
        return self._group.checkedId()

    def choose(self, number: int) -> None:
        """Choose one of the two."""
        self._group.button(number).setChecked(True)

    def _tell(self, number: int, is_chosen: bool) -> None:
        if is_chosen:
            self.changed.emit(number)
