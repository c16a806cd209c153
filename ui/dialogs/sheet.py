"""What every dialog has: a heading, calm margins, buttons in the system's order.

Ctrl+Enter presses the button that does what the dialog is for, from any field. None opens larger
than the screen is, whose buttons nobody could press.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from ui.plain import PlainLabel, set_title, unmarked

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent
    from PySide6.QtWidgets import QLabel


FRAME = QSize(8, 40)
"""Left free for the title and the edges that the system puts around a dialog."""


class Sheet(QDialog):
    """A dialog that forgets itself when closed; its content goes into ``body``."""

    def __init__(self, title: str, parent: QWidget | None, width: int = 460) -> None:
        super().__init__(parent)
        set_title(self, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self._box = QDialogButtonBox()
        self._box.accepted.connect(self.accept)
        self._box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(16)
        layout.addLayout(self.body, 1)
        layout.addWidget(self._box)

    def add_text(self, text: str, quiet: bool = False) -> QLabel:
        """Add a paragraph of explanation."""
        label = PlainLabel(text)
        label.setWordWrap(True)
        if quiet:
            label.setObjectName("quiet")
        self.body.addWidget(label)
        return label

    def add_accept(self, text: str) -> QPushButton:
        """Add the button that does what the dialog is for, and the one that leaves it."""
        button = self._box.addButton(unmarked(text), QDialogButtonBox.ButtonRole.AcceptRole)
        button.setDefault(True)
        self._box.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        return button

    def add_close(self) -> QPushButton:
        """Add the button that leaves a dialog that only tells something."""
        button = self._box.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        button.setDefault(True)
        return button

    def add_button(self, text: str) -> QPushButton:
        """Add a button that does something and leaves the dialog open."""
        button = self._box.addButton(unmarked(text), QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Open within the screen, which is small at 200 %, with all its words where they fit."""
        if not event.spontaneous():
            room = self.screen().availableSize() - FRAME
            self.resize(self._wanted(room.width()).boundedTo(room))
        super().showEvent(event)

    def _wanted(self, most: int) -> QSize:
        """Return the size that was set, else one for all words in a dialog of ``most`` width.

        Qt itself makes none wider than two thirds of the screen, and then forgets the lines more.
        """
        layout = self.layout()
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized) or layout is None:
            return self.size()
        width = min(max(self.width(), layout.totalSizeHint().width()), most)
        return QSize(width, max(self.height(), layout.totalHeightForWidth(width)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the default button with Ctrl+Enter, where Enter alone begins a line."""
        pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        buttons = [one for one in self.findChildren(QPushButton) if one.isDefault()]
        if is_enter and pressed == Qt.KeyboardModifier.ControlModifier and buttons:
            buttons[0].click()
        else:
            super().keyPressEvent(event)
