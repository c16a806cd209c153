"""Asks what a profile of checks is to be called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from translation.quality.profile import LONGEST_NAME
from ui.dialogs.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Set

    from PySide6.QtWidgets import QWidget


class ProfileNameDialog(Sheet):
    """A name that no other profile has."""

    given = Signal(str)

    def __init__(self, known: Set[str], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Copy the profile"), parent)
        self._known = known
        words = self.tr("Name")
        self.add_text(words)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(words)
        self.name.textChanged.connect(self._check)
        self.body.addWidget(self.name)
        self._said = self.add_text("", quiet=True)
        self._accept = self.add_accept(self.tr("Copy"))
        self.name.setFocus()
        self._check()

    def _check(self) -> None:
        name = self.name.text().strip()
        self._accept.setEnabled(bool(name) and name not in self._known)
        taken = name and name in self._known
        self._said.setText(self.tr("There is a profile of this name.") if taken else "")

    def accept(self) -> None:
        """Tell the name."""
        self.given.emit(self.name.text().strip())
        super().accept()
