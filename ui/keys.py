"""The keys of the actions as they hold now, for the menus and for every sentence that names one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from ui.action_spec import ActionSpec, ActionTable

NATIVE = QKeySequence.SequenceFormat.NativeText


class Keys(QObject):
    """Which keys each action of the table has."""

    changed = Signal()

    def __init__(self, table: ActionTable[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table

    @property
    def table(self) -> ActionTable[Any]:
        """The actions whose keys these are."""
        return self._table

    def of(self, spec: ActionSpec[Any]) -> tuple[str, ...]:
        """Return the keys of an action as Qt's portable texts, the first one shown."""
        return spec.shortcuts

    def shown(self, spec: ActionSpec[Any]) -> str:
        """Return the first of them as it is written on this system, Enter as ↵; "" for none."""
        keys = self.of(spec)
        return native(keys[0]).replace("Return", "↵") if keys else ""


def native(keys: str) -> str:
    """Return keys, given as Qt's portable text, as they are written on this system."""
    return QKeySequence(keys).toString(NATIVE)
