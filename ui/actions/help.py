"""The actions of the Help menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import help
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

HELP: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "help", QT_TRANSLATE_NOOP("actions", "&Help and keys"), "help", help.show, ("F1",)
    ),
    ActionSpec(
        "about", QT_TRANSLATE_NOOP("actions", "&About and licences"), "help", help.about
    ),
)  # fmt: skip
