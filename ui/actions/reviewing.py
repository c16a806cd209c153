"""A reviewer's pass: actions of the Segment menu's Review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import reviewing
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

REVIEWING: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "role", QT_TRANSLATE_NOOP("actions", "Work as &reviewer"), "review",
        reviewing.change_role, (), is_on=reviewing.is_reviewer,
        tip=QT_TRANSLATE_NOOP("actions", "Confirming then means reviewed, and goes on to the next"),
    ),
    ActionSpec(
        "against", QT_TRANSLATE_NOOP("actions", "Changes against the &translator"), "review",
        reviewing.compare_otherwise, ("Alt+D",), "document",
        is_on=reviewing.compares_with_translator,
        tip=QT_TRANSLATE_NOOP("actions", "When off, changes are shown against the machine's draft"),
    ),
    ActionSpec(
        "export_changed", QT_TRANSLATE_NOOP("actions", "&Export what was changed…"), "review",
        reviewing.export_changed, (), "document", section=1,
        tip=QT_TRANSLATE_NOOP("actions", "Changed and rejected segments alone, to be sent back"),
    ),
)  # fmt: skip
