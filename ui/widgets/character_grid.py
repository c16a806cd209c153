"""A small grid of special characters: arrows and Enter, or the mouse, and it is gone again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QVBoxLayout

from ui.characters import GROUPS, SHORT, character_name, group_name
from ui.plain import PlainLabel, tip
from ui.widgets.beside_caret import open_at

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

COLUMNS = 12
_WIDE, _HIGH = 42, 32
"""Pixels of a cell."""
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)

Index = QModelIndex | QPersistentModelIndex


class Characters(QAbstractTableModel):
    """A row for what was inserted last, then one for each group."""

    def __init__(self, recent: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        groups = (("recent", recent), *GROUPS) if recent else GROUPS
        self._rows = tuple((name, characters[:COLUMNS]) for name, characters in groups)
        self._large, self._small = theme.interface_font, theme.small_font
        self._large.setPixelSize(17)
        self._small.setPixelSize(10)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many groups there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many characters the widest group can have."""
        return 0 if parent.isValid() else COLUMNS

    def character(self, index: Index) -> str:
        """Return the character of a cell, "" for an empty one."""
        _name, characters = self._rows[index.row()]
        return characters[index.column()] if index.column() < len(characters) else ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the caret go to characters alone."""
        if not index.isValid() or not self.character(index):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return a character, its name, or how it is shown."""
        character = self.character(index) if index.isValid() else ""
        if not character:
            return None
        match role:
            case _Role.DisplayRole:
                return SHORT.get(character, character)
            case _Role.ToolTipRole:
                return tip(character_name(character))
            case _Role.AccessibleTextRole:
                return character_name(character)
            case _Role.FontRole:
                return self._small if character in SHORT else self._large
            case _Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """Return what a group is called."""
        if role == _Role.DisplayRole and orientation == Qt.Orientation.Vertical:
            return group_name(self._rows[section][0])
        return None


class CharacterGrid(QFrame):
    """``chosen`` gives the character that was taken; the grid closes by itself."""

    chosen = Signal(str)

    def __init__(self, recent: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("characterGrid")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._model = Characters(recent, theme, self)
        self.table = QTableView()
        self.table.setModel(self._model)
        self.table.setAccessibleName(self.tr("Special characters"))
        self._name = PlainLabel()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.table)
        layout.addWidget(self._name)
        self._set_up()

    def _set_up(self) -> None:
        table = self.table
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        table.horizontalHeader().hide()
        for header, size in ((table.horizontalHeader(), _WIDE), (table.verticalHeader(), _HIGH)):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultSectionSize(size)
            header.setHighlightSections(False)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        for bars in (table.setHorizontalScrollBarPolicy, table.setVerticalScrollBarPolicy):
            bars(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().ensurePolished()
        wide = table.verticalHeader().sizeHint().width() + COLUMNS * _WIDE
        table.setFixedSize(wide, self._model.rowCount() * _HIGH)
        table.selectionModel().currentChanged.connect(self._say)
        table.clicked.connect(self._take)
        table.setCurrentIndex(self._model.index(0, 0))
        self.setFocusProxy(table)

    def show_at(self, place: QPoint) -> None:
        """Open below a place of the screen, or above where there is no room."""
        open_at(self, place)
        self.table.setFocus()

    def _say(self, index: QModelIndex) -> None:
        character = self._model.character(index)
        self._name.setText(character_name(character) if character else "")

    def _take(self, index: QModelIndex) -> None:
        character = self._model.character(index)
        if character:
            self.close()
            self.chosen.emit(character)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take with Enter; Esc closes."""
        if event.key() in _ENTER:
            self._take(self.table.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
