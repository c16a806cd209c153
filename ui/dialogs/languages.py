"""Asks which languages a file is in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout

from translation.model.language import LanguagePair
from ui.dialogs.sheet import Sheet
from ui.name_tables import LANGUAGE_NAMES
from ui.plain import add_row, set_title
from ui.texts import EXPLAINED, file_name, language_name, listed, theirs

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from translation.model.segment import SourceFile

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")


class LanguagesDialog(Sheet):
    """Two languages by name, or any BCP 47 tag typed in."""

    chosen = Signal(str, object)
    """The id of the file and its LanguagePair."""

    def __init__(self, file: SourceFile, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=420)
        set_title(self, self.tr("Languages"))
        self._file = file
        self.add_text(self.tr("Languages of {file}").format(file=file_name(file.name)))
        self.source = self._field(file.pair.source, self.tr("Source language"))
        self.target = self._field(file.pair.target, self.tr("Target language"))
        form = QFormLayout()
        add_row(form, self.tr("Source"), self.source)
        add_row(form, self.tr("Target"), self.target)
        self.body.addLayout(form)
        self._problem = self.add_text("", quiet=True)
        self._accept = self.add_accept(self.tr("Change"))
        for field in (self.source, self.target):
            field.currentTextChanged.connect(self._check)
        self._check()

    def _field(self, code: str, name: str) -> QComboBox:
        field = QComboBox()
        field.setEditable(True)
        field.setAccessibleName(name)
        for known in dict.fromkeys((code, *LANGUAGE_NAMES)):
            field.addItem(listed((language_name(known), theirs(known)), EXPLAINED), known)
        return field

    def _code(self, field: QComboBox) -> str:
        """Return the tag of a field: of the item that stands in it, or what was typed."""
        row = field.findText(field.currentText())
        return str(field.itemData(row)) if row >= 0 else field.currentText().strip()

    def _check(self) -> None:
        codes = [self._code(field) for field in (self.source, self.target)]
        valid = all(_TAG.match(code) for code in codes)
        self._accept.setEnabled(valid and codes[0] != codes[1])
        self._problem.setText(
            "" if valid else self.tr("Type a language code such as ar, en-GB or zh-Hant.")
        )

    def accept(self) -> None:
        """Tell the pair."""
        pair = LanguagePair(self._code(self.source), self._code(self.target))
        self.chosen.emit(self._file.id, pair)
        super().accept()
