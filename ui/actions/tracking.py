"""The changes in the text of the table: actions of the View menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import tracking
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

TRACKING: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "track_changes", QT_TRANSLATE_NOOP("actions", "Track &changes"), "view",
        tracking.track_all, ("Alt+Shift+C",), "document", section=0, is_on=tracking.tracks_all,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Show in every row what was removed, struck, and what was added, underlined"
        ),
    ),
    ActionSpec(
        "track_row", QT_TRANSLATE_NOOP("actions", "Changes of this &row"), "view",
        tracking.track_row, ("Alt+C",), "segment", section=0, is_on=tracking.tracks_row,
    ),
)  # fmt: skip
