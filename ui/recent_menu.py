"""The menu of the projects that were open last."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from ui import texts
from ui.plain import set_tip, unmarked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QMenu

    from app.settings.recent import RecentFiles


class RecentMenu(QObject):
    """Puts the projects before the actions of a menu; without any project it is greyed."""

    def __init__(self, menu: QMenu, recent: RecentFiles, open_file: Callable[[Path], None]) -> None:
        super().__init__(menu)
        self._menu = menu
        self._recent = recent
        self._open = open_file
        self._first = menu.actions()[0]
        self._shown: list[QAction] = []
        menu.setToolTipsVisible(True)
        recent.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        for action in self._shown:
            self._menu.removeAction(action)
            action.deleteLater()
        self._shown = [self._action(path) for path in self._recent.paths]
        if self._shown:
            line = QAction(self._menu)
            line.setSeparator(True)
            self._shown.append(line)
        for action in self._shown:
            self._menu.insertAction(self._first, action)
        self._menu.menuAction().setEnabled(bool(self._shown))

    def _action(self, path: Path) -> QAction:
        action = QAction(unmarked(texts.file_name(path.name)), self._menu)
        set_tip(action, texts.file_name(str(path)))
        action.triggered.connect(partial(self._open, path))
        return action
