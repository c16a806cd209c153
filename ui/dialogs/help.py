"""The help sheet: how the work goes, with pictures, and every key, from the action table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabWidget

from ui.dialogs.help_page import FIRST_WIDTH, HelpPage
from ui.dialogs.key_list import KeyList
from ui.dialogs.sheet import Sheet
from ui.plain import set_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.keys import Keys
    from ui.theme import Theme

FIRST_HEIGHT, ROOM = 720, 0.9
"""Pixels, and the part of the screen that it may take at most."""


class HelpDialog(Sheet):
    """Stays open beside the window while one works."""

    def __init__(self, theme: Theme, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=600)
        set_title(self, self.tr("Help and keys"))
        room = self.screen().availableSize() * ROOM
        self.resize(QSize(FIRST_WIDTH, FIRST_HEIGHT).boundedTo(room))
        tabs = QTabWidget()
        self.help = HelpPage(theme)
        self.keys = KeyList(keys)
        tabs.addTab(self.help, self.tr("Help"))
        tabs.addTab(self.keys, self.tr("Keys"))
        self.body.addWidget(tabs, 1)
        # Enter in the fields is for searching, not for closing.
        close = self.add_close()
        close.setDefault(False)
        close.setAutoDefault(False)
        self.help.field.setFocus()
