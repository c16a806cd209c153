"""A table of facts to choose a line from: no grid, one line a row, the keyboard goes by lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QKeyEvent

    from ui.theme import Theme

_ROOM = 12
"""Pixels above and below the words of a row together."""
_ARROW = 24


class _Header(QHeaderView):
    """Leaves room for the arrow of the column by which one orders."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setSectionsClickable(True)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        """Return the size of a heading with the arrow beside it."""
        arrow = _ARROW if self.isSortIndicatorShown() else 0
        return super().sectionSizeFromContents(logicalIndex) + QSize(arrow, 0)


class FactTable(QTableView):
    """Shows a model whose rows are things and whose columns are facts; whole rows are marked."""

    def __init__(self, model: QAbstractItemModel, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName("factTable")
        self.setAccessibleName(name)
        self.setModel(model)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROOM)
        header = _Header(self)
        self.setHorizontalHeader(header)
        header.setHighlightSections(False)
        header.setFont(theme.small_font)
        header.setMinimumSectionSize(60)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for the marked row, on every system; Tab and Esc go on to the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
