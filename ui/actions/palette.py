"""Finding what can be done, and by which key: the first actions of the Help menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import palette
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

PALETTE: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "palette", QT_TRANSLATE_NOOP("actions", "&Command palette…"), "help", palette.palette,
        ("Ctrl+Shift+P",),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Find an action, a segment, a panel, a setting or a file by a few letters"
        ),
    ),
    ActionSpec(
        "key_sheet", QT_TRANSLATE_NOOP("actions", "&Keys…"), "help", palette.key_sheet,
        ("Ctrl+/",),
        tip=QT_TRANSLATE_NOOP("actions", "Every action with its keys, to search in"),
    ),
)  # fmt: skip
