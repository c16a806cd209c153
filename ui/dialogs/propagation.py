"""Asks whether a confirmed translation is to stand wherever its source stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox

from ui import texts
from ui.dialogs.sheet import Sheet
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.plain import set_title, unmarked

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from app.editing.propagating import SameSources

CONTEXT = "PropagationDialog"
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_OPEN = QT_TRANSLATE_N_NOOP(
    "PropagationDialog",
    "{count} other segment has the same source and is not confirmed yet.",
    "{count} other segments have the same source and are not confirmed yet.",
)
_OTHERWISE = QT_TRANSLATE_N_NOOP(
    "PropagationDialog",
    "Also over {count} that is confirmed with another translation",
    "Also over {count} that are confirmed with another translation",
)


class PropagationDialog(Sheet):
    """Says how many there are; what is answered can hold from then on.

    Whoever types on has not seen it: it goes, unanswered, and hands over what was typed.
    """

    answered = Signal(bool, bool, bool)
    """Whether they are translated alike, whether the confirmed ones, too, and whether this holds
    from now on without being asked."""
    handed = Signal(object)
    """The QKeyEvent of a letter that was meant for the translation."""

    def __init__(self, found: SameSources, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=440)
        set_title(self, self.tr("The same source elsewhere"))
        if found.open:
            self.add_text(texts.translated(CONTEXT, _OPEN, count=len(found.open)))
        count = len(found.otherwise)
        self.over = QCheckBox(unmarked(texts.translated(CONTEXT, _OTHERWISE, count=count)))
        self.over.setVisible(bool(count))
        self.over.setChecked(False)
        self.body.addWidget(self.over)
        self.always = QCheckBox(self.tr("&Do the same from now on without asking"))
        self.always.setChecked(True)
        self.body.addWidget(self.always)
        self.add_text(self.tr("One step of Undo takes it back. Preferences change it."), quiet=True)
        self._box.addButton(
            self.tr("Translate them alike"), QDialogButtonBox.ButtonRole.AcceptRole
        ).setDefault(True)
        leave = self._box.addButton(self.tr("Leave them"), QDialogButtonBox.ButtonRole.RejectRole)
        leave.clicked.connect(self._leave)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give a letter to the text; blanks and Enter press what is here, as everywhere."""
        text = event.text()
        if text.strip() and text.isprintable() and not event.modifiers() & _COMMANDS:
            self.reject()
            self.handed.emit(event)
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.answered.emit(False, False, self.always.isChecked())

    def accept(self) -> None:
        """Tell that they are translated alike."""
        self.answered.emit(True, self.over.isChecked(), self.always.isChecked())
        super().accept()
