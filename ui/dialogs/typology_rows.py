"""A typology as a table: a row a category or a severity, to be changed in place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from translation.mqm import Category, SeverityLevel
from ui import texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from translation.mqm import Typology

_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
KEY, WORDS, AMOUNT = range(3)
_INDENT = "    "

Index = QModelIndex | QPersistentModelIndex
Row = Category | SeverityLevel


class TypologyRows(QAbstractTableModel):
    """Severities first, then categories, those below one another indented.

    ``refuse`` is told why a change was not made.
    """

    def __init__(
        self, typology: Typology, refuse: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._typology = typology
        self._refuse = refuse

    @property
    def typology(self) -> Typology:
        """The typology as it is now."""
        return self._typology

    def show_typology(self, typology: Typology) -> None:
        """Show another one."""
        self.beginResetModel()
        self._typology = typology
        self.endResetModel()

    @property
    def _rows(self) -> tuple[Row, ...]:
        return (*self._typology.severities, *self._typology.categories)

    def row(self, index: Index) -> Row | None:
        """Return what a row is of."""
        return self._rows[index.row()] if index.isValid() else None

    # --- Qt's model ------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many severities and categories there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return letter, name, and points or weight."""
        return 0 if parent.isValid() else 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be changed."""
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsEditable if index.isValid() else usual

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return what a cell shows, or holds while it is changed."""
        row = self.row(index)
        if row is None or role not in (_Role.DisplayRole, _Role.EditRole):
            return None
        if index.column() == KEY:
            return row.key
        if index.column() == WORDS:
            is_below = isinstance(row, Category) and row.parent and role == _Role.DisplayRole
            return _INDENT + texts.theirs(row.words) if is_below else row.words
        amount = row.weight if isinstance(row, Category) else row.points
        if role == _Role.EditRole:
            return f"{amount:g}"
        said = (
            QCoreApplication.translate("TypologyRows", "weight {amount}")
            if isinstance(row, Category)
            else QCoreApplication.translate("TypologyRows", "points {amount}")
        )
        return said.format(amount=f"{amount:g}")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """Name the columns."""
        if role != _Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return {
            KEY: QCoreApplication.translate("TypologyRows", "Letter"),
            WORDS: QCoreApplication.translate("TypologyRows", "Severity or category"),
            AMOUNT: QCoreApplication.translate("TypologyRows", "Counts"),
        }[section]

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Change a cell; what nobody could choose by is refused and said."""
        row = self.row(index)
        if row is None or role != _Role.EditRole:
            return False
        text = str(value).strip()
        match row, index.column():
            case Category(), column if column == AMOUNT:
                return self._put(index.row(), (replace(row, weight=_amount(text)),))
            case SeverityLevel(), column if column == AMOUNT:
                return self._put(index.row(), (replace(row, points=_amount(text)),))
            case _, column if column == KEY:
                return self._put(index.row(), (replace(row, key=text),))
        return self._put(index.row(), (replace(row, words=text),))

    # --- rows that come and go -------------------------------------------------------------

    def add_below(self, index: Index) -> int:
        """Add a category beside the one of an index, and return its row; -1 where it cannot be."""
        row = self.row(index)
        parent = row.parent if isinstance(row, Category) else ""
        known = {one.id for one in self._typology.categories}
        beside = self._typology.below(parent)
        used = {one.key.casefold() for one in beside}
        letter = next((one for one in "abcdefghijklmnopqrstuvwxyz" if one not in used), "")
        number = next(n for n in range(1, len(known) + 2) if f"{parent}/own{n}" not in known)
        id_ = f"{parent}/own{number}" if parent else f"own{number}"
        words = QCoreApplication.translate("TypologyRows", "New category")
        at = (
            self.rowCount() if index.row() < 0 or not isinstance(row, Category) else index.row() + 1
        )
        return at if self._put(at, (Category(id_, words, letter.upper()),), gone=0) else -1

    def remove(self, index: Index) -> bool:
        """Take a row out, with the categories below it."""
        row = self.row(index)
        if row is None:
            return False
        below = len(self._typology.below(row.id)) if isinstance(row, Category) else 0
        return self._put(index.row(), (), gone=1 + below)

    def _put(self, at: int, rows: tuple[Row, ...], gone: int = 1) -> bool:
        found = [*self._rows]
        found[at : at + gone] = rows
        other = replace(
            self._typology,
            severities=tuple(one for one in found if isinstance(one, SeverityLevel)),
            categories=tuple(one for one in found if isinstance(one, Category)),
        )
        try:
            other.check()
        except ValueError as error:
            self._refuse(str(error))
            return False
        self.show_typology(other)
        return True


def _amount(text: str) -> float:
    """Return the number that was typed; where it is none, one that is refused."""
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return -1.0
