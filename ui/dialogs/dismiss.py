"""Asks why an issue is let stand."""

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
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from translation.model.issue import Issue

CONTEXT = "DismissDialog"
_MANY = QT_TRANSLATE_N_NOOP(
    "DismissDialog", "{count} issue of this kind is let stand.", "{count} issues are let stand."
)


class DismissDialog(Sheet):
    """A few words for whoever looks at it later; none are needed."""

    given = Signal(str)
    """The reason that was given, "" for none."""

    def __init__(self, issues: Sequence[Issue], parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=440)
        set_title(self, self.tr("Dismiss"))
        self.add_text(texts.issue_text(issues[0]))
        if len(issues) > 1:
            self.add_text(texts.translated(CONTEXT, _MANY, count=len(issues)))
        self.reason = NoteField()
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Why it is right as it stands"))
        hint = self.tr("Enter dismisses it, {keys} begins a line in the reason")
        set_tip(self.reason, hint.format(keys=in_sentence("Shift+Return")))
        self.body.addWidget(self.reason)
        self.add_text(
            self.tr("It comes back when source or translation change, and by Undo."), quiet=True
        )
        self.reason.entered.connect(self.accept)
        self.reason.left.connect(self.reject)
        self.add_accept(self.tr("Dismiss"))
        self.reason.setFocus()

    def accept(self) -> None:
        """Tell the reason."""
        self.given.emit(self.reason.toPlainText().strip())
        super().accept()
