"""Finding, replacing and filtering: actions of the Edit menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import filtering, finding, view
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

FINDING: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "find", QT_TRANSLATE_NOOP("actions", "&Find…"), "edit", finding.find,
        ("Ctrl+F",), "document", section=3,
        tip=QT_TRANSLATE_NOOP("actions", "Find in source, translation, drafts and notes"),
    ),
    ActionSpec(
        "replace", QT_TRANSLATE_NOOP("actions", "Repla&ce…"), "edit", finding.replace,
        ("Ctrl+H",), "document", section=3,
        tip=QT_TRANSLATE_NOOP("actions", "Replace in the translation, seen before it is done"),
    ),
    ActionSpec(
        "find_next", QT_TRANSLATE_NOOP("actions", "Find &next"), "edit", finding.find_next,
        ("F3",), "document", section=3,
    ),
    ActionSpec(
        "find_previous", QT_TRANSLATE_NOOP("actions", "Fin&d previous"), "edit",
        finding.find_previous, ("Ctrl+F3",), "document", section=3,
    ),
    ActionSpec(
        "replace_all", QT_TRANSLATE_NOOP("actions", "Replace a&ll"), "edit", finding.replace_all,
        ("Ctrl+Alt+Return", "Ctrl+Alt+Enter"), "editable", section=3,
        tip=QT_TRANSLATE_NOOP("actions", "Replace every hit that is ticked in the list"),
    ),
    ActionSpec(
        "filter", QT_TRANSLATE_NOOP("actions", "&Filter rows"), "filters", view.go_to_filter,
        ("Ctrl+Shift+F",), "document",
        tip=QT_TRANSLATE_NOOP("actions", "Show only some rows: by state, issue, person, text …"),
    ),
    ActionSpec(
        "clear_filter", QT_TRANSLATE_NOOP("actions", "Show &all segments"), "filters",
        view.clear_filter, ("Ctrl+Shift+A",), "document",
    ),
    ActionSpec(
        "save_filter", QT_TRANSLATE_NOOP("actions", "&Save this filter…"), "filters",
        filtering.save_filter, (), "document",
        tip=QT_TRANSLATE_NOOP("actions", "Keep the filter under a name, to be chosen again"),
    ),
)  # fmt: skip
