"""The list of what is put right while one types: a table to edit, with a row for a further one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from app.settings.corrections import LONGEST, CorrectionRow, read_corrections, written_corrections
from ui.dialogs.setting_editors import follow
from ui.plain import PlainButton

if TYPE_CHECKING:
    from translation.system.setting import Setting
    from ui.dialogs.setting_editors import Workplace

_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_HIGH = 320
"""Pixels of the table; it scrolls."""

Index = QModelIndex | QPersistentModelIndex


class Corrections(QAbstractTableModel):
    """Two columns, typed and put, with a tick in the first; the last row waits for a new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[CorrectionRow] = []

    def show(self, rows: tuple[CorrectionRow, ...]) -> None:
        """Take another list."""
        if tuple(self.rows) != rows:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows there are, with the one that waits."""
        return 0 if parent.isValid() else len(self.rows) + 1

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return two."""
        return 0 if parent.isValid() else 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """Return the headings."""
        if role == _Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("When you type"), self.tr("it becomes"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let both texts be edited, the rows there are be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = super().flags(index) | Qt.ItemFlag.ItemIsEditable
        if index.column() == 0 and index.row() < len(self.rows):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return a text or a tick."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role in (_Role.DisplayRole, _Role.EditRole):
            return (row.typed, row.put)[index.column()]
        if role == _Role.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if row.is_on else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Take a text or a tick; two rows for the same text are not taken."""
        at = index.row()
        row = self.rows[at] if at < len(self.rows) else CorrectionRow("", "")
        if role == _Role.CheckStateRole:
            changed = CorrectionRow(
                row.typed, row.put, Qt.CheckState(value) is Qt.CheckState.Checked
            )
        else:
            text = str(value)[:LONGEST].strip()
            texts = (text, row.put) if index.column() == 0 else (row.typed, text)
            changed = CorrectionRow(*texts, row.is_on)
        others = (other.typed for n, other in enumerate(self.rows) if n != at)
        if changed == row or (changed.typed and changed.typed in others):
            return False
        if at == len(self.rows):
            self.beginInsertRows(_ROOT, at + 1, at + 1)
            self.rows.append(changed)
            self.endInsertRows()
        else:
            self.rows[at] = changed
        self.dataChanged.emit(self.index(at, 0), self.index(at, 1))
        return True

    def take_out(self, at: int) -> None:
        """Take a row out of the list."""
        if 0 <= at < len(self.rows):
            self.beginRemoveRows(_ROOT, at, at)
            del self.rows[at]
            self.endRemoveRows()


class CorrectionsEditor(QWidget):
    """The table and a button that takes a row out; what is changed holds at once."""

    def __init__(self, setting: Setting[Any], at: Workplace) -> None:
        super().__init__()
        self._setting = setting
        self._settings = at.settings
        self.model = Corrections(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Corrections"))
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        begins = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self.table.horizontalHeader().setDefaultAlignment(begins)
        self.table.setFixedHeight(_HIGH)
        self.take_out = PlainButton(self.tr("Take out"))
        self.take_out.setAutoDefault(False)
        self.take_out.clicked.connect(lambda: self.model.take_out(self.table.currentIndex().row()))
        row = QHBoxLayout()
        row.addWidget(self.take_out)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        layout.addLayout(row)
        self.setFocusProxy(self.table)
        for changed in (self.model.dataChanged, self.model.rowsInserted, self.model.rowsRemoved):
            changed.connect(lambda *_what: self._take())
        follow(self, at.settings, setting, self._show)

    def _show(self) -> None:
        self.model.show(read_corrections(self._settings.value(self._setting)))

    def _take(self) -> None:
        rows = [row for row in self.model.rows if row.typed]
        self._settings.keep_any(self._setting, written_corrections(rows))
