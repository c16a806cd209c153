"""What is done with the source of the active segment and with what is chosen there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import source
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

SOURCE: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "change_side", QT_TRANSLATE_NOOP("actions", "Int&o the source or back"), "go",
        source.change_side, ("F2", "Ctrl+Alt+Left", "Ctrl+Alt+Right"), "segment", section=3,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Choose words of the source by keys; Enter puts them into the translation"
        ),
    ),
    ActionSpec(
        "change_reference", QT_TRANSLATE_NOOP("actions", "Into th&e reference or back"), "go",
        source.change_reference, ("Shift+F2",), "segment", section=3,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Choose words of the reference by keys, to copy them or to put them in"
        ),
    ),
    ActionSpec(
        "filter_by_chosen", QT_TRANSLATE_NOOP("actions", "Filter &by selected text"), "filters",
        source.filter_by_chosen, ("Ctrl+Shift+K",), "segment",
        tip=QT_TRANSLATE_NOOP("actions", "Show only the segments that contain the selected words"),
    ),
)  # fmt: skip
