"""The words that people added to the spelling, to be looked through and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ui import texts
from ui.dialogs.sheet import Sheet
from ui.plain import set_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.session import Session


ID_ROLE = Qt.ItemDataRole.UserRole


class AddedWordsDialog(Sheet):
    """Two lists: this project's words, and those that are right everywhere."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=420)
        set_title(self, self.tr("Added words"))
        self._spelling = session.spelling
        self._language = session.editor.pair.target
        language = texts.language_name(self._language)
        self.add_text(self.tr("In this project, for {language}:").format(language=language))
        self.project = self._list(self.tr("Words of this project"))
        self.add_text(self.tr("In every project, for {language}:").format(language=language))
        self.everywhere = self._list(self.tr("Words of every project"))
        self._take_back = self.add_button(self.tr("Take back"))
        self._take_back.clicked.connect(self.take_back)
        self.add_close()
        self.refresh()

    def refresh(self) -> None:
        """Show the words there are."""
        for shown, words in (
            (self.project, self._spelling.project_words(self._language)),
            (self.everywhere, self._spelling.everywhere_words(self._language)),
        ):
            shown.clear()
            for word in words:
                QListWidgetItem(texts.theirs(word), shown).setData(ID_ROLE, word)
        self._enable()

    def take_back(self) -> None:
        """Let the chosen words be as the dictionary has them."""
        for item in self.project.selectedItems():
            self._spelling.take_from_project(self._language, item.data(ID_ROLE))
        for item in self.everywhere.selectedItems():
            self._spelling.take_from_everywhere(self._language, item.data(ID_ROLE))
        self.refresh()

    def _list(self, name: str) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(name)
        made.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        made.itemSelectionChanged.connect(self._enable)
        made.setMinimumHeight(90)
        self.body.addWidget(made, 1)
        return made

    def _enable(self) -> None:
        chosen = self.project.selectedItems() + self.everywhere.selectedItems()
        self._take_back.setEnabled(bool(chosen))
