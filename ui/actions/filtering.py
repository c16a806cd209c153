"""What is asked of the filter so often that it has a key: an action of the Edit menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import filtering
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

FILTERING: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "only_unfinished", QT_TRANSLATE_NOOP("actions", "Only &unfinished"), "filters",
        filtering.only_unfinished, ("Ctrl+Shift+H",), "document",
        tip=QT_TRANSLATE_NOOP("actions", "Hide what is confirmed, or show it again"),
    ),
)  # fmt: skip
