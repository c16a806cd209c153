"""A list of what was said or done, to be walked and acted on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
)

from ui.panels.entry_painting import ENTRY_ROLE, Entry, EntryDelegate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

BATCH = 20
"""Entries laid out at a time: a long list comes bit by bit, and no key waits for it."""


class EntryModel(QAbstractListModel):
    """One row an entry."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is listed."""
        return self._entries

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """List these; rows that stay keep their place, and so does what is chosen."""
        found = tuple(entries)
        if [entry.id for entry in found] != [entry.id for entry in self._entries]:
            self.beginResetModel()
            self._entries = found
            self.endResetModel()
            return
        both = zip(found, self._entries, strict=True)
        changed = [row for row, (entry, before) in enumerate(both) if entry != before]
        self._entries = found
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Return how many entries there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of an entry, what is said of it aloud, or the entry itself."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "".join(part.text for part in entry.parts if part.kind != "delete")
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.spoken
            case _ if role == ENTRY_ROLE:
                return entry
        return None


class EntryList(QListView):
    """The list; Enter or a double click asks for what is done with an entry."""

    wanted = Signal(str)
    """The id of the entry that was entered or clicked twice."""
    chosen = Signal(str)
    """The id of the entry that is marked now, "" for none."""
    left = Signal()
    """Esc was pressed."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName("entryList")
        self._bound: dict[Qt.Key, Callable[[], None]] = {}
        self.setAccessibleName(name)
        self.entries = EntryModel(self)
        self.setModel(self.entries)
        self._delegate = EntryDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setMinimumHeight(64)
        self.doubleClicked.connect(self._want)
        self.selectionModel().currentChanged.connect(self._tell)
        self.entries.modelReset.connect(self._tell)

    @property
    def current_id(self) -> str:
        """The id of the entry that is marked, "" for none."""
        entry = self.currentIndex().data(ENTRY_ROLE)
        return entry.id if isinstance(entry, Entry) else ""

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """List these; what is marked stays so where it is still there."""
        marked = self.current_id
        self.entries.set_entries(entries)
        if marked:
            self.choose(marked)

    def choose(self, entry_id: str) -> None:
        """Mark the entry with this id and bring it into view."""
        for row, entry in enumerate(self.entries.entries):
            if entry.id == entry_id:
                self.setCurrentIndex(self.entries.index(row))
                return

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._delegate.set_theme(theme)
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the words out for another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def bind(self, key: Qt.Key, run: Callable[[], None]) -> None:
        """Let a key do something with the marked entry, whatever it does elsewhere."""
        self._bound[key] = run

    def event(self, event: QEvent) -> bool:
        """Keep the keys that are bound here from doing what they do elsewhere."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._run_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def _run_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        is_bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._bound.get(Qt.Key(event.key())) if is_bare else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for what Enter does with the entry; leave with Esc."""
        if (run := self._run_of(event)) is not None:
            run()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._want(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _want(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, Entry):
            self.wanted.emit(entry.id)

    def _tell(self, *_what: object) -> None:
        self.chosen.emit(self.current_id)
