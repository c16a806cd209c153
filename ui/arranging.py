"""How the table is laid out: what the settings say reaches it, what is drawn there is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.settings.table import ALL_REFERENCES, ARRANGEMENT, SOURCE_SHARE
from ui.review.table_look import Arrangement, TableLook

if TYPE_CHECKING:
    from app.settings.table import AnySetting
    from ui.action_set import ActionSet
    from ui.commands.desk import Desk
    from ui.widgets.paper import Paper

ACTIONS_OF = {
    Arrangement.BESIDE: "side_by_side",
    Arrangement.MIRRORED: "mirrored",
    Arrangement.STACKED: "stacked",
}
"""The action that chooses each arrangement."""


class Arranging(QObject):
    """Keeps the table, the settings of its layout and the marks in the View menu alike."""

    def __init__(self, desk: Desk, actions: ActionSet, paper: Paper) -> None:
        super().__init__(desk.window)
        self._review, self._actions, self._paper = desk.review, actions, paper
        self._appearance = desk.appearance
        self._settings = desk.appearance.settings
        self._settings.changed.connect(self._take)
        desk.review.look_chosen.connect(self._keep)
        desk.review.size_wanted.connect(self._appearance.resize_language)
        self._show()

    def _take(self, setting: AnySetting) -> None:
        if setting in (ALL_REFERENCES, ARRANGEMENT, SOURCE_SHARE):
            self._show()

    def _show(self) -> None:
        settings = self._settings
        look = TableLook(
            Arrangement(settings.value(ARRANGEMENT)),
            settings.value(SOURCE_SHARE),
            settings.value(ALL_REFERENCES),
        )
        self._review.set_look(look)
        self._paper.set_columns(1 if look.is_stacked else 2)
        self._actions[ACTIONS_OF[look.arrangement]].setChecked(True)
        self._actions["all_references"].setChecked(look.all_references)

    def _keep(self, look: TableLook) -> None:
        self._settings.keep(SOURCE_SHARE, look.source_share)
