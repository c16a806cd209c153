"""Which checks are on: a switch for each row of their table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ui.dialogs.setting_editors import follow
from ui.plain import unmarked
from ui.texts import CHECKS as CONTEXT

if TYPE_CHECKING:
    from typing import Any

    from translation.system.setting import Setting
    from ui.dialogs.setting_editors import Workplace


class ChecksEditor(QWidget):
    """A check that is not ticked finds nothing, here and in the table of issues."""

    def __init__(self, setting: Setting[Any], at: Workplace) -> None:
        super().__init__()
        from translation.quality import CHECKS

        self._setting = setting
        self._settings = at.settings
        self.switches: dict[str, QCheckBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(9)
        for check in CHECKS:
            words = QCoreApplication.translate(CONTEXT, check.words or check.sentence)
            switch = self.switches[check.id] = QCheckBox(unmarked(words))
            switch.clicked.connect(self._take)
            layout.addWidget(switch)
        follow(self, at.settings, setting, self._show)

    def _show(self) -> None:
        off = self._settings.value(self._setting).split()
        for check, switch in self.switches.items():
            switch.setChecked(check not in off)

    def _take(self) -> None:
        off = [check for check, switch in self.switches.items() if not switch.isChecked()]
        self._settings.keep(self._setting, " ".join(off))
