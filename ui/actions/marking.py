"""Errors of translation, marked as MQM has them: actions of the Tools menu's MQM."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import marking, ratings
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

MARKING: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "mark_error", QT_TRANSLATE_NOOP("actions", "&Mark an error"), "mqm", marking.mark_error,
        ("F4",), "editable_segment",
        tip=QT_TRANSLATE_NOOP("actions", "Mark the chosen words; category and severity by letters"),
    ),
    ActionSpec(
        "unmark_error", QT_TRANSLATE_NOOP("actions", "&Take an error back"), "mqm",
        marking.take_error_back, ("Shift+F4",), "editable_segment",
        tip=QT_TRANSLATE_NOOP("actions", "The one at the caret, else the last of the segment"),
    ),
    ActionSpec(
        "change_error", QT_TRANSLATE_NOOP("actions", "&Change the one in the panel"), "mqm",
        marking.change_listed, (), "editable",
        tip=QT_TRANSLATE_NOOP("actions", "Give it another category or severity"),
    ),
    ActionSpec(
        "show_error", QT_TRANSLATE_NOOP("actions", "&Go to the one in the panel"), "mqm",
        marking.show_listed, (), "document",
    ),
    ActionSpec(
        "next_error", QT_TRANSLATE_NOOP("actions", "&Next marked error"), "mqm",
        partial(marking.go_to_error, step=+1), ("Ctrl+F8",), "document", section=1,
    ),
    ActionSpec(
        "previous_error", QT_TRANSLATE_NOOP("actions", "&Previous marked error"), "mqm",
        partial(marking.go_to_error, step=-1), ("Ctrl+Shift+F8",), "document", section=1,
    ),
    ActionSpec(
        "export_ratings", QT_TRANSLATE_NOOP("actions", "&Export the errors…"), "mqm",
        ratings.export_ratings, (), "document", section=2,
        tip=QT_TRANSLATE_NOOP("actions", "As WMT's table, as JSON, or as a campaign for Pearmut"),
    ),
    ActionSpec(
        "import_ratings", QT_TRANSLATE_NOOP("actions", "&Import errors…"), "mqm",
        ratings.import_ratings, (), "editable", section=2,
        tip=QT_TRANSLATE_NOOP("actions", "Of WMT's table or this program's JSON, as one step"),
    ),
    ActionSpec(
        "typology", QT_TRANSLATE_NOOP("actions", "T&ypology…"), "mqm",
        ratings.edit_typology, (), "editable", section=2,
        tip=QT_TRANSLATE_NOOP("actions", "Categories, points of severities, and what passes"),
    ),
)  # fmt: skip
