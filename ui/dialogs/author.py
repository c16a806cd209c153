"""Asks once whose work this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

from ui.dialogs.sheet import Sheet
from ui.plain import set_title, unmarked

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class AuthorDialog(Sheet):
    """A name, or not now."""

    given = Signal(str)
    """The name, "" for not now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=420)
        set_title(self, self.tr("Your name"))
        self.add_text(
            self.tr(
                "It stands in the project beside what you confirm, note and reject, and in files"
                " that name who translated. It goes nowhere else."
            )
        )
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.setMaxLength(200)
        self.body.addWidget(self.name)
        take = self._box.addButton(self.tr("Sign with it"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setDefault(True)
        take.setEnabled(False)
        self.name.textChanged.connect(lambda text: take.setEnabled(bool(text.strip())))
        self._box.addButton(unmarked(self.tr("Not now")), QDialogButtonBox.ButtonRole.RejectRole)
        self.rejected.connect(lambda: self.given.emit(""))
        self.name.setFocus()

    def accept(self) -> None:
        """Tell the name."""
        self.given.emit(self.name.text().strip())
        super().accept()
