"""Which button of the toolbar is the loud one: what the work waits for next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.dressing import dress_anew

if TYPE_CHECKING:
    from PySide6.QtWidgets import QToolButton

    from app.followers.undrafted import Undrafted

LOUD, QUIET = "accentButton", "toolButton"


class LoudButton(QObject):
    """Translating is loud while a segment lacks a draft, confirming afterwards."""

    def __init__(self, undrafted: Undrafted, translate: QToolButton, confirm: QToolButton) -> None:
        super().__init__(translate)
        self._undrafted = undrafted
        self._buttons = translate, confirm
        undrafted.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        loud = self._buttons[0 if self._undrafted.any else 1]
        for button in self._buttons:
            name = LOUD if button is loud else QUIET
            if button.objectName() != name:
                button.setObjectName(name)
                dress_anew(button)
