"""The panels around the text: actions of the View menu and its panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import docks
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

DOCKS: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "messages", QT_TRANSLATE_NOOP("actions", "&Messages…"), "view", docks.messages, section=2,
        tip=QT_TRANSLATE_NOOP("actions", "Every message so far, the latest first"),
    ),
    ActionSpec(
        "usual_layout", QT_TRANSLATE_NOOP("actions", "Restore the &usual layout"), "panels",
        docks.restore_usual, section=2,
        tip=QT_TRANSLATE_NOOP("actions", "Put every panel where it stands at first"),
    ),
    ActionSpec(
        "next_part", QT_TRANSLATE_NOOP("actions", "&Next part of the window"), "panels",
        docks.next_part, ("F6",), section=3,
        tip=QT_TRANSLATE_NOOP("actions", "From the table to the panels, the filter and back"),
    ),
    ActionSpec(
        "previous_part", QT_TRANSLATE_NOOP("actions", "&Previous part of the window"), "panels",
        docks.previous_part, ("Shift+F6",), section=3,
    ),
)  # fmt: skip
