"""The keys of the actions: pressed anew, with clashes shown before they are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from translation.text.fuzzy import unaccented
from ui.action_spec import menu_title
from ui.keys import MOST, native, portable, refusal
from ui.plain import PlainButton, PlainLabel

if TYPE_CHECKING:
    from typing import Any

    from translation.system.setting import Setting
    from ui.action_spec import ActionSpec
    from ui.dialogs.setting_editors import Workplace

ID_ROLE = Qt.ItemDataRole.UserRole


class KeysEditor(QWidget):
    """Every action with its keys, and below them what can be done with those of one."""

    def __init__(self, _setting: Setting[Any], at: Workplace) -> None:
        super().__init__()
        self._keys = at.keys
        self._specs = {spec.id: spec for spec in at.keys.table.actions}
        self._items: dict[str, QTreeWidgetItem] = {}
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Actions and their keys"))
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setMinimumHeight(150)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Search: words or keys"))
        self.search.setAccessibleName(self.tr("Search actions and keys"))
        self.search.textChanged.connect(self._find)
        self.pressed = QKeySequenceEdit()
        self.pressed.setMaximumSequenceLength(1)
        self.pressed.setClearButtonEnabled(True)
        self.pressed.setAccessibleName(self.tr("New keys: press them"))
        self.told = PlainLabel()
        self.told.setObjectName("quiet")
        self.told.setWordWrap(True)
        self.bind = self._button(self.tr("Use these"))
        self.add = self._button(self.tr("Add these"))
        self.usual = self._button(self.tr("As usual"))
        self.none = self._button(self.tr("No keys"))
        self._place()
        self._fill()
        self.list.currentItemChanged.connect(self._choose)
        self.pressed.keySequenceChanged.connect(self._look)
        self.bind.clicked.connect(lambda: self._bind([]))
        self.add.clicked.connect(lambda: self._bind(list(self._keys.of(self.chosen))))
        self.usual.clicked.connect(lambda: self._keys.bind_as_usual(self.chosen))
        self.none.clicked.connect(lambda: self._keys.bind(self.chosen, []))
        at.keys.changed.connect(self._show)
        self._show()

    def _button(self, text: str) -> PlainButton:
        button = PlainButton(text)
        button.setAutoDefault(False)
        return button

    def _place(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.pressed, 1)
        for button in (self.bind, self.add, self.usual, self.none):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        layout.addWidget(self.told)

    def _fill(self) -> None:
        table = self._keys.table
        for menu in table.menus:
            heading = QTreeWidgetItem(self.list, [menu_title(menu).replace("&", "")])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for spec in table.of_menu(menu):
                item = self._items[spec.id] = QTreeWidgetItem(heading, [spec.plain_text])
                item.setData(0, ID_ROLE, spec.id)
        self.list.ensurePolished()  # measured before it is shown, it would keep tight rows
        self.list.expandAll()
        self.choose(table.actions[0].id)

    def _find(self, asked: str) -> None:
        """Show the actions in whose words and keys all that was typed stands."""
        words = unaccented(asked).split()
        for item in self._items.values():
            searched = unaccented(f"{item.text(0)} {item.text(1)}")
            item.setHidden(not all(word in searched for word in words))
        for at in range(self.list.topLevelItemCount()):
            heading = self.list.topLevelItem(at)
            if heading is not None:
                under = [heading.child(row) for row in range(heading.childCount())]
                heading.setHidden(all(item is None or item.isHidden() for item in under))
        first = next((item for item in self._items.values() if not item.isHidden()), None)
        marked = self.list.currentItem()
        if first is not None and (marked is None or marked.isHidden()):
            self.list.setCurrentItem(first)

    @property
    def chosen(self) -> ActionSpec[Any]:
        """The action that is marked."""
        item = self.list.currentItem()
        assert item is not None
        return self._specs[str(item.data(0, ID_ROLE))]

    def choose(self, action: str) -> None:
        """Mark an action, also one that the search hides."""
        if self._items[action].isHidden():
            self.search.clear()
        self.list.setCurrentItem(self._items[action])

    def _show(self) -> None:
        for action, item in self._items.items():
            item.setText(1, "   ".join(map(native, self._keys.all_of(self._specs[action]))))
        self._choose()

    def _choose(self) -> None:
        with QSignalBlocker(self.pressed):
            self.pressed.clear()
        self._look()

    def _pressed(self) -> str:
        return self.pressed.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _look(self) -> None:
        """Say whose the keys are that were pressed, before anything is taken."""
        spec, keys = self.chosen, self._pressed()
        why = refusal(keys) or ("menu" if self._keys.menu_opened_by(keys) else "")
        has = portable(keys) in self._keys.of(spec)
        self.bind.setEnabled(not why and self._keys.of(spec) != (portable(keys),))
        self.add.setEnabled(not why and not has and 0 < len(self._keys.of(spec)) < MOST)
        self.none.setEnabled(bool(self._keys.of(spec)))
        self.usual.setEnabled(self._keys.of(spec) != self._keys.usual(spec))
        self.told.setText(self._told(spec, keys, why))

    def _told(self, spec: ActionSpec[Any], keys: str, why: str) -> str:
        if why == "none":
            return self.tr("Press new keys for “{action}” in the field.").format(
                action=spec.plain_text
            )
        if why == "writes":
            return self.tr("{keys} alone writes or moves: press it with Ctrl or Alt.").format(
                keys=native(keys)
            )
        if why == "reserved":
            return self.tr("{keys} is needed in every field.").format(keys=native(keys))
        if why == "menu":
            return self.tr("{keys} opens the menu “{menu}”.").format(
                keys=native(keys), menu=self._keys.menu_opened_by(keys)
            )
        owner = self._keys.owner(keys, spec)
        if owner is None:
            return self.tr("{keys} is free.").format(keys=native(keys))
        return self.tr("{keys} belongs to “{other}”, which will lose it.").format(
            keys=native(keys), other=owner.plain_text
        )

    def _bind(self, kept: list[str]) -> None:
        self._keys.bind(self.chosen, [*kept, self._pressed()])
