"""A term of the project's own, to be added or put otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from translation.model.language import is_right_to_left
from translation.model.term import TermStatus
from ui import texts
from ui.dialogs.sheet import Sheet
from ui.panels.terms import CONTEXT, STATUS_WORDS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from translation.model.record import ProjectTerm
    from ui.theme import Theme

LONGEST = 500
"""Characters of a term or a note."""


class TermDialog(Sheet):
    """Both terms, what may be done with the translation, and a note."""

    given = Signal(object)
    """The ProjectTerm as it is wanted."""

    def __init__(
        self, term: ProjectTerm, theme: Theme, parent: QWidget | None = None, *, is_new: bool
    ) -> None:
        title = self.tr("Add a term") if is_new else self.tr("Change the term")
        super().__init__(title, parent)
        self._term = term
        self.source = self._line(term.source, term.source_language)
        self.source.setFont(theme.source_font(term.source_language))
        self.target = self._line(term.target, term.target_language)
        self.target.setFont(theme.target_font(term.target_language))
        self.status = QComboBox()
        for status, words in STATUS_WORDS.items():
            self.status.addItem(QCoreApplication.translate(CONTEXT, words), status.value)
        self.status.setCurrentIndex(max(0, self.status.findData(term.status)))
        self.note = QLineEdit(term.note)
        self.note.setMaxLength(LONGEST)
        for words, field in (
            (texts.language_name(term.source_language), self.source),
            (texts.language_name(term.target_language), self.target),
            (self.tr("The translation is"), self.status),
            (self.tr("Note"), self.note),
        ):
            self.add_text(words)
            field.setAccessibleName(words)
            self.body.addWidget(field)
        self._said = self.add_text("", quiet=True)
        self._accept = self.add_accept(self.tr("Add") if is_new else self.tr("Keep"))
        for line in (self.source, self.target):
            line.textChanged.connect(self._check)
        self.status.currentIndexChanged.connect(self._check)
        (self.source if not term.source else self.target).setFocus()
        self._check()

    def _line(self, text: str, language: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setMaxLength(LONGEST)
        is_rtl = is_right_to_left(language)
        direction = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        field.setLayoutDirection(direction)
        return field

    @property
    def term(self) -> ProjectTerm:
        """The term as it is written now."""
        return replace(
            self._term,
            source=" ".join(self.source.text().split()),
            target=" ".join(self.target.text().split()),
            status=str(self.status.currentData()),
            note=self.note.text().strip(),
        )

    def _check(self) -> None:
        term = self.term
        only_forbids = term.status == TermStatus.FORBIDDEN and not term.source
        self._accept.setEnabled(bool(term.target and (term.source or only_forbids)))
        hint = self.tr("Without a source it is never to be used, whatever stands there.")
        self._said.setText(hint if only_forbids and term.target else "")
        self._said.setVisible(bool(self._said.text()))

    def accept(self) -> None:
        """Tell the term."""
        self.given.emit(self.term)
        super().accept()
