"""How the table is laid out: what the settings say reaches it, what is drawn there is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.settings.table import ALL_REFERENCES, ARRANGEMENT, SOURCE_SHARE
from ui.review.table_look import Arrangement, TableLook

if TYPE_CHECKING:
    from app.settings.table import AnySetting
    from ui.commands.desk import Desk
    from ui.widgets.paper import Paper


class Arranging(QObject):
    """Keeps the table as the settings of its layout say, and in them what is drawn there."""

    def __init__(self, desk: Desk, paper: Paper) -> None:
        super().__init__(desk.window)
        self._review, self._paper = desk.review, paper
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

    def _keep(self, look: TableLook) -> None:
        self._settings.keep(SOURCE_SHARE, look.source_share)
