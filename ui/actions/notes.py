"""Notes on segments and on the document, and what a segment was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import notes
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

NOTES: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "add_note", QT_TRANSLATE_NOOP("actions", "Add a n&ote"), "notes", notes.add_note,
        ("Ctrl+M", "Alt+N"), "editable_segment",
        tip=QT_TRANSLATE_NOOP("actions", "Note something of this segment, for yourself or others"),
    ),
    ActionSpec(
        "settle_notes", QT_TRANSLATE_NOOP("actions", "S&ettle its notes"), "notes",
        notes.settle_notes, ("Alt+R",), "editable_segment",
        tip=QT_TRANSLATE_NOOP("actions", "Say that nothing is left to do about these notes"),
    ),
    ActionSpec(
        "document_note", QT_TRANSLATE_NOOP("actions", "Note on the doc&ument"), "notes",
        notes.add_document_note, (), "editable",
    ),
    ActionSpec(
        "segment_history", QT_TRANSLATE_NOOP("actions", "Earlier te&xts"), "notes",
        notes.show_history, ("Alt+Y",), "segment", section=1,
        tip=QT_TRANSLATE_NOOP("actions", "Every text that this segment had, to put one back"),
    ),
)  # fmt: skip
