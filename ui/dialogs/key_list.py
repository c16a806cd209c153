"""All actions with their keys by menu, searched by what is typed: words, or the keys themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeView, QVBoxLayout, QWidget

from translation.text.fuzzy import unaccented
from ui import texts
from ui.action_spec import menu_title
from ui.keys import native
from ui.widgets.aloud import say

if TYPE_CHECKING:
    from typing import Any

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent

    from ui.action_spec import ActionSpec
    from ui.keys import Keys

ID_ROLE = Qt.ItemDataRole.UserRole
SEARCHED_ROLE = Qt.ItemDataRole.UserRole + 1

_TO_THE_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class KeyList(QWidget):
    """A field to search in and the list below it; keys that move in the list do so from both."""

    asked = Signal(str)
    """The id of the action on which Enter or a double click fell."""

    def __init__(self, keys: Keys, with_keys_alone: bool = False) -> None:
        super().__init__()
        self._keys = keys
        self._with_keys_alone = with_keys_alone
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Search: words or keys"))
        self.field.setAccessibleName(self.tr("Search actions and keys"))
        self._all = QStandardItemModel(0, 2, self)
        self._all.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self._found = _Found(self)
        self._found.setSourceModel(self._all)
        self.list = QTreeView()
        self.list.setAccessibleName(self.tr("Actions and their keys"))
        self.list.setModel(self._found)
        self.list.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        self.list.setUniformRowHeights(True)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.field)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._look)
        self.list.activated.connect(self._ask)
        keys.changed.connect(self._fill)
        self._fill()

    @property
    def current_id(self) -> str:
        """The id of the marked action, "" for none."""
        return str(self.list.currentIndex().siblingAtColumn(0).data(ID_ROLE) or "")

    def _fill(self) -> None:
        chosen = self.current_id
        self._all.setRowCount(0)
        table = self._keys.table
        for menu in table.menus:
            heading = QStandardItem(menu_title(menu).replace("&", ""))
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = heading.font()
            font.setBold(True)
            heading.setFont(font)
            empty = QStandardItem()
            empty.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for spec in table.of_menu(menu):
                if self._keys.to_press(spec) or not self._with_keys_alone:
                    heading.appendRow(self._row(spec, heading.text()))
            if heading.hasChildren():
                self._all.appendRow([heading, empty])
        self.list.expandAll()
        self._choose(chosen)

    def _row(self, spec: ActionSpec[Any], menu: str) -> list[QStandardItem]:
        every = self._keys.to_press(spec)
        shown = texts.listed(map(native, every), texts.BESIDE)
        words, keys = QStandardItem(spec.plain_text), QStandardItem(shown)
        words.setData(spec.id, ID_ROLE)
        words.setData(spec.explanation, Qt.ItemDataRole.AccessibleDescriptionRole)
        searched = " ".join((spec.plain_text, spec.explanation, menu, shown, *every))
        words.setData(unaccented(searched), SEARCHED_ROLE)
        return [words, keys]

    def _look(self, asked: str) -> None:
        self._found.look_for(asked)
        self.list.expandAll()
        self._choose("")
        if not self._found.rowCount():
            say(self.field, self.tr("Nothing is found."))

    def _choose(self, action: str) -> None:
        """Mark an action, else the first there is."""
        first = QModelIndex()
        for top in range(self._found.rowCount()):
            heading = self._found.index(top, 0)
            for row in range(self._found.rowCount(heading)):
                index = self._found.index(row, 0, heading)
                first = first if first.isValid() else index
                if index.data(ID_ROLE) == action:
                    self.list.setCurrentIndex(index)
                    return
        self.list.setCurrentIndex(first)
        self.list.scrollToTop()

    def _ask(self, _index: QModelIndex) -> None:
        if self.current_id:
            self.asked.emit(self.current_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list with the keys that move there, from the field."""
        if event.type() == QEvent.Type.KeyPress and watched is self.field:
            pressed: QKeyEvent = event  # type: ignore[assignment]  # it is one, by its type
            if pressed.key() in _TO_THE_LIST:
                self._move(pressed)
                return True
        return super().eventFilter(watched, event)

    def _move(self, pressed: QKeyEvent) -> None:
        self.list.keyPressEvent(pressed)
        index = self.list.currentIndex().siblingAtColumn(0)
        if not index.data(ID_ROLE):
            # A heading cannot be marked: on, in the same direction.
            self.list.keyPressEvent(pressed)
            index = self.list.currentIndex().siblingAtColumn(0)
        keys = str(index.siblingAtColumn(1).data() or "")
        say(self.field, texts.listed([str(index.data()), keys], texts.ONE_AFTER_ANOTHER))


class _Found(QSortFilterProxyModel):
    """Of the actions those in whose words and keys every word that was typed stands."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setRecursiveFilteringEnabled(True)

    def look_for(self, asked: str) -> None:
        """Show what holds these words."""
        self._words = unaccented(asked).split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Tell whether an action is shown; a menu is where one of its actions is."""
        searched = self.sourceModel().index(row, 0, parent).data(SEARCHED_ROLE)
        if searched is None:
            return not self._words
        return all(word in searched for word in self._words)
