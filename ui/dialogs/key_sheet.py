"""The sheet of keys: every action with its keys, to be looked at while one works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal

from ui.dialogs.key_list import KeyList
from ui.dialogs.sheet import Sheet
from ui.plain import set_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.keys import Keys


FIRST_SIZE, ROOM = (560, 620), 0.9
"""Pixels, and the part of the screen that they may take at most."""


class KeySheet(Sheet):
    """Stays open beside the window. Enter leads to where the keys of an action are changed."""

    change_wanted = Signal(str)
    """The id of the action whose keys somebody wants to change."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=460)
        set_title(self, self.tr("Keys"))
        room = self.screen().availableSize() * ROOM
        self.resize(QSize(*FIRST_SIZE).boundedTo(room))
        self.keys = KeyList(keys)
        self.body.addWidget(self.keys, 1)
        change = self.add_button(self.tr("Change these keys…"))
        change.clicked.connect(lambda: self._change(self.keys.current_id))
        self.keys.asked.connect(self._change)
        # Enter in the field is for the list, not for closing.
        self.add_close().setDefault(False)
        self.keys.field.returnPressed.connect(lambda: self._change(self.keys.current_id))
        self.keys.field.setFocus()

    def _change(self, action: str) -> None:
        if action:
            self.change_wanted.emit(action)
