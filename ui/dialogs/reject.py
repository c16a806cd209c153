"""Asks why a translation is sent back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui import texts
from ui.dialogs.sheet import Sheet
from ui.keys import in_sentence
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.panels.note_field import NoteField
from ui.plain import set_tip, set_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

CONTEXT = "RejectDialog"
_MANY = QT_TRANSLATE_N_NOOP(
    "RejectDialog",
    "{count} translation goes back to the translator with this reason.",
    "{count} translations go back to the translator with this reason.",
)


class RejectDialog(Sheet):
    """A few words for the translator; none are needed."""

    given = Signal(str)
    """The reason that was given, "" for none."""

    def __init__(self, count: int, reason: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=420)
        set_title(self, self.tr("Reject"))
        self.add_text(texts.translated(CONTEXT, _MANY, count=count))
        self.reason = NoteField()
        self.reason.setPlainText(reason)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("What should be done differently"))
        hint = self.tr("Enter rejects it, {keys} begins a line in the reason")
        set_tip(self.reason, hint.format(keys=in_sentence("Shift+Return")))
        self.reason.setFixedHeight(86)
        self.reason.selectAll()
        self.body.addWidget(self.reason)
        self.reason.entered.connect(self.accept)
        self.reason.left.connect(self.reject)
        self.add_accept(self.tr("Reject"))
        self.reason.setFocus()

    def accept(self) -> None:
        """Tell the reason."""
        self.given.emit(self.reason.toPlainText().strip())
        super().accept()
