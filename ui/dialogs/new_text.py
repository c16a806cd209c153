"""Asks for a text to make a document of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QTextEdit

from translation.model.language import ARABIC_TO_ENGLISH
from ui.dialogs.sheet import Sheet
from ui.plain import set_title, text_in

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme


class NewTextDialog(Sheet):
    """A large field for an article; what is on the clipboard can be taken at once."""

    chosen = Signal(str)
    """The text that was given."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=640)
        set_title(self, self.tr("New from text"))
        self.resize(700, 480)
        self.add_text(self.tr("Type or paste the article. An empty line begins a new paragraph."))
        self.field = QTextEdit()
        self.field.setAcceptRichText(False)
        self.field.setTabChangesFocus(True)
        self.field.setFont(theme.source_font(ARABIC_TO_ENGLISH.source))
        self.field.setAccessibleName(self.tr("Source text"))
        option = self.field.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        self.field.document().setDefaultTextOption(option)
        self.body.addWidget(self.field, 1)
        self._make = self.add_accept(self.tr("Make a document"))
        self._make.setEnabled(False)
        paste = self.add_button(self.tr("Paste"))
        paste.clicked.connect(self._paste)
        self.field.textChanged.connect(self._check)
        self.field.setFocus()

    def _paste(self) -> None:
        self.field.insertPlainText(text_in(QApplication.clipboard().mimeData()))

    def _check(self) -> None:
        self._make.setEnabled(bool(self.field.toPlainText().strip()))

    def accept(self) -> None:
        """Tell the text."""
        self.chosen.emit(self.field.toPlainText())
        super().accept()
