"""The direction of a text by hand: a menu of its own below Segment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import direction
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

DIRECTION: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "turn_right_to_left", QT_TRANSLATE_NOOP("actions", "&Right to left"), "direction",
        partial(direction.turn, rtl=True), (), "editable_segment",
        tip=QT_TRANSLATE_NOOP("actions", "Ctrl with the right Shift key, in the text itself"),
    ),
    ActionSpec(
        "turn_left_to_right", QT_TRANSLATE_NOOP("actions", "&Left to right"), "direction",
        partial(direction.turn, rtl=False), (), "editable_segment",
        tip=QT_TRANSLATE_NOOP("actions", "Ctrl with the left Shift key, in the text itself"),
    ),
    ActionSpec(
        "turn_as_language", QT_TRANSLATE_NOOP("actions", "As the l&anguage runs"), "direction",
        partial(direction.turn, rtl=None), (), "editable_segment",
    ),
)  # fmt: skip
