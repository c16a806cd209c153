"""The wrong words of a document as an item model: word, how often, where."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt

from translation.text.bidi import isolate
from ui import texts
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QPersistentModelIndex

    from translation.model.document import Document
    from translation.spelling.misspellings import SpellingCase

    _Index = QModelIndex | QPersistentModelIndex

MOST_PLACES = 12
"""Segments that are named of a word; all of them are corrected."""
_HEADINGS = (
    QT_TRANSLATE_NOOP("WrongWords", "Word"),
    QT_TRANSLATE_NOOP("WrongWords", "Times"),
    QT_TRANSLATE_NOOP("WrongWords", "In segment"),
)


class Column(IntEnum):
    """The columns, in the order they stand in."""

    WORD = 0
    COUNT = 1
    WHERE = 2


class WrongWords(QAbstractTableModel):
    """A row a word; ``show`` puts other words in the place of all."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._cases: list[SpellingCase] = []

    def show(self, cases: list[SpellingCase]) -> None:
        """Show these, and no others."""
        if cases == self._cases:
            return
        self.beginResetModel()
        self._cases = cases
        self.endResetModel()

    def case(self, row: int) -> SpellingCase | None:
        """Return the word of a row, None where there is none."""
        return self._cases[row] if 0 <= row < len(self._cases) else None

    def row_of(self, language: str, word: str) -> int:
        """Return the row of a word, -1 where it is not there."""
        keys = ((case.language, case.word) for case in self._cases)
        return next((row for row, key in enumerate(keys) if key == (language, word)), -1)

    def places(self, row: int) -> list[str]:
        """Return the segments in which a word stands, in the order of the document."""
        case, document = self.case(row), self._document
        found = [id_ for id_ in case.segments if id_ in document] if case else []
        return sorted(found, key=document.row)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """The number of words."""
        return 0 if parent.isValid() else len(self._cases)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Word, count and places."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Say a word, how often it stands, and where."""
        case = self.case(index.row()) if index.isValid() else None
        if case is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(case, index)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.COUNT:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def _said(self, case: SpellingCase, index: _Index) -> str:
        match Column(index.column()):
            case Column.WORD:
                return isolate(texts.theirs(case.word))
            case Column.COUNT:
                return texts.number(case.count)
            case Column.WHERE:
                places = self.places(index.row())
                rows = [texts.number(self._document.row(id_) + 1) for id_ in places[:MOST_PLACES]]
                return texts.listed((*rows, "…") if len(places) > MOST_PLACES else rows)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Head the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("WrongWords", _HEADINGS[section])
        return None
