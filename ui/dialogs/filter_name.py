"""Asks under which name a filter line is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from ui.dialogs.sheet import Sheet
from ui.finding.saved_filters import LONGEST, save_filter, saved_filters

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.settings.store import Settings


class FilterNameDialog(Sheet):
    """A name, and the line as it stands, which can be put right here too."""

    def __init__(self, line: str, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Save this filter"), parent)
        self._settings = settings
        self.name, self.line = QLineEdit(), QLineEdit(line)
        for field, words in ((self.name, self.tr("Name")), (self.line, self.tr("Filter"))):
            field.setMaxLength(LONGEST)
            self.add_text(words)
            field.setAccessibleName(words)
            field.textChanged.connect(self._check)
            self.body.addWidget(field)
        self._said = self.add_text("", quiet=True)
        self._accept = self.add_accept(self.tr("Save"))
        self.name.setFocus()
        self._check()

    def _check(self) -> None:
        name = self.name.text().strip()
        self._accept.setEnabled(bool(name and self.line.text().strip()))
        known = name in saved_filters(self._settings)
        self._said.setText(self.tr("The one of this name is replaced.") if known else "")

    def accept(self) -> None:
        """Keep the line."""
        save_filter(self._settings, self.name.text().strip(), self.line.text().strip())
        super().accept()
