"""Asks which text encoding a file is in, and shows how it would read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QTextEdit

from translation.text.charsets import chosen
from ui import texts
from ui.dialogs.sheet import Sheet
from ui.name_tables import ENCODING_NAMES
from ui.plain import set_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.session import Session
    from translation.model.segment import SourceFile
    from ui.theme import Theme

SHOWN_BYTES = 4000
"""How much of the file is shown: enough to see whether it reads well."""


class EncodingDialog(Sheet):
    """The encodings Arabic texts come in, with the beginning of the file in each."""

    chosen = Signal(str)
    """The Python name of the encoding."""

    def __init__(
        self, session: Session, file: SourceFile, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent, width=560)
        set_title(self, self.tr("Text encoding"))
        self.resize(620, 420)
        self._file = file
        self.add_text(
            self.tr("{file} was read as {encoding}. Choose the one in which it reads well.").format(
                file=texts.file_name(file.name), encoding=texts.encoding_name(file.encoding)
            )
        )
        self.field = QComboBox()
        self.field.setAccessibleName(self.tr("Text encoding"))
        for name in dict.fromkeys((_canonical(file.encoding), *ENCODING_NAMES)):
            self.field.addItem(texts.encoding_name(name), name)
        self.body.addWidget(self.field)
        self.preview = QTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setFont(theme.source_font(file.pair.source))
        self.preview.setAccessibleName(self.tr("The beginning of the file in this encoding"))
        option = self.preview.document().defaultTextOption()
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft
            if file.pair.source_is_rtl
            else Qt.LayoutDirection.LeftToRight
        )
        self.preview.document().setDefaultTextOption(option)
        self.body.addWidget(self.preview, 1)
        if any(segment.target is not None for segment in session.document.segments):
            self.add_text(
                self.tr(
                    "The article is read anew: translations made so far stay in a project of"
                    " their own."
                ),
                quiet=True,
            )
        self._accept = self.add_accept(self.tr("Read again"))
        self.field.currentIndexChanged.connect(self._show)
        self._show()

    @property
    def encoding(self) -> str:
        """The Python name of the encoding that is marked."""
        return str(self.field.currentData())

    def _show(self) -> None:
        beginning = self._file.original[:SHOWN_BYTES]
        # Bytes that mean nothing in this encoding, and a character cut at the end, show as U+FFFD.
        codec = chosen(self.encoding)  # None for a name that only a damaged project has
        self.preview.setPlainText(beginning.decode(codec, "replace") if codec else "")
        self._accept.setEnabled(self.encoding != _canonical(self._file.encoding))

    def accept(self) -> None:
        """Tell the encoding."""
        self.chosen.emit(self.encoding)
        super().accept()


def _canonical(encoding: str) -> str:
    return chosen(encoding) or encoding
