"""Choosing rows, and what is done to them together: actions of the Edit and Segment menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import rows
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

REJECTING: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "reject", QT_TRANSLATE_NOOP("actions", "Re&ject…"), "segment", rows.reject,
        ("Alt+J",), "editable_segment",
        tip=QT_TRANSLATE_NOOP("actions", "Send the translation back, with the reason"),
    ),
)  # fmt: skip

CHOOSING: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "choose_down", QT_TRANSLATE_NOOP("actions", "Select the row &below too"), "rows",
        rows.choose_down, ("Alt+Shift+Down",), "document",
    ),
    ActionSpec(
        "choose_up", QT_TRANSLATE_NOOP("actions", "Select the row &above too"), "rows",
        rows.choose_up, ("Alt+Shift+Up",), "document",
    ),
    ActionSpec(
        "choose_all", QT_TRANSLATE_NOOP("actions", "Select a&ll rows"), "rows",
        rows.choose_all, ("Alt+A",), "document",
        tip=QT_TRANSLATE_NOOP("actions", "Every row that is shown; what is done next is for all"),
    ),
    ActionSpec(
        "confirm_all", QT_TRANSLATE_NOOP("actions", "Con&firm all selected"), "rows",
        rows.confirm_all, (), "editable", section=1,
        tip=QT_TRANSLATE_NOOP("actions", "The selected rows, or every row that is shown"),
    ),
    ActionSpec(
        "accept_all", QT_TRANSLATE_NOOP("actions", "Mark all selected re&viewed"), "rows",
        rows.accept_all, (), "editable", section=1,
        tip=QT_TRANSLATE_NOOP("actions", "The selected rows, or every row that is shown"),
    ),
)  # fmt: skip
