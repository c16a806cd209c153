"""The tree of issues as a person handles it: folding, going there, and the keys that hold in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from ui.panels.issue_tree import NODE_ROLE, More, Node

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QContextMenuEvent, QResizeEvent

    from app.followers.issue_book import Kind
    from ui.panels.issue_painting import IssueDelegate
    from ui.panels.issue_tree import IssueTree

INDENT = 14


class IssueView(QTreeView):
    """Enter or a click goes there, Delete dismisses or brings back, arrows fold and unfold."""

    wanted = Signal(object)
    """The Node that somebody wants to go to."""
    folded = Signal(object, bool)
    """The group or kind that was folded, or unfolded."""
    deleted = Signal(object)
    """The Node on which Delete was pressed."""
    menu_wanted = Signal(object, QPoint)
    """The Node of which a menu is wanted, and where (global)."""
    left = Signal()
    """Esc was pressed."""

    def __init__(self, model: IssueTree, delegate: IssueDelegate, name: str) -> None:
        super().__init__()
        self._tree = model
        self.setObjectName("issueList")
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setHeaderHidden(True)
        self.setIndentation(INDENT)
        self.setMinimumHeight(56)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setAccessibleName(name)
        self.clicked.connect(self._click)
        self.expanded.connect(lambda index: self._tell_folded(index, False))
        self.collapsed.connect(lambda index: self._tell_folded(index, True))
        self._is_told = True

    def unfold(self, wanted: Callable[[str | Kind, int], bool]) -> None:
        """Fold and unfold groups and kinds as is wanted of each and its count."""
        self._is_told = False
        try:
            for row in range(self._tree.rowCount()):
                group = self._tree.index(row)
                self._set(group, wanted)
                for line in range(self._tree.rowCount(group)):
                    self._set(self._tree.index(line, 0, group), wanted)
        finally:
            self._is_told = True

    def height_of(self, most: int) -> int | None:
        """Return the height of all lines that are unfolded; None where they are more than that."""
        height, count = 0, 0
        index = self._tree.index(0)
        while index.isValid():
            count += 1
            if count > most:
                return None
            height += self.rowHeight(index) or self.sizeHintForIndex(index).height()
            index = self.indexBelow(index)
        return height if count else None

    def _set(self, index: QModelIndex, wanted: Callable[[str | Kind, int], bool]) -> None:
        node: Node = index.data(NODE_ROLE)
        is_wanted = wanted(node.what, node.count)  # type: ignore[arg-type]
        if self.isExpanded(index) is not is_wanted:
            self.setExpanded(index, is_wanted)

    def _tell_folded(self, index: QModelIndex, is_folded: bool) -> None:
        if self._is_told:
            self.folded.emit(index.data(NODE_ROLE).what, is_folded)

    def _click(self, index: QModelIndex) -> None:
        node: Node = index.data(NODE_ROLE)
        if node.issue is not None or isinstance(node.what, More):
            self.wanted.emit(node)
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def event(self, event: QEvent) -> bool:
        """Keep the keys that are bound here from doing what they do elsewhere."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there with Enter, dismiss with Delete, leave with Esc."""
        index = self.currentIndex()
        is_bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and is_bare and index.isValid():
            self._click(index)
        elif event.key() == Qt.Key.Key_Delete and is_bare and index.isValid():
            self.deleted.emit(index.data(NODE_ROLE))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the line at the pointer, or the current one."""
        by_key = event.reason() == event.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.menu_wanted.emit(index.data(NODE_ROLE), below if by_key else event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the words out for another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
