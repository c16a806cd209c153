"""Undoing, pasting and searching: the actions of the Edit menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.actions.finding import FINDING
from ui.actions.typing import CLIPBOARD
from ui.commands import settings, steps
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

EDIT: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "undo", QT_TRANSLATE_NOOP("actions", "&Undo"), "edit", steps.undo, ("Ctrl+Z",), "undo",
    ),
    ActionSpec(
        "redo", QT_TRANSLATE_NOOP("actions", "&Redo"), "edit", steps.redo,
        ("Ctrl+Y", "Ctrl+Shift+Z"), "redo",
    ),
    *CLIPBOARD,
    *FINDING,
    ActionSpec(
        "preferences", QT_TRANSLATE_NOOP("actions", "Pr&eferences…"), "edit", settings.preferences,
        ("Alt+P",), section=4,
        tip=QT_TRANSLATE_NOOP("actions", "Look, keys, model, checks, and what is kept"),
    ),
)  # fmt: skip
