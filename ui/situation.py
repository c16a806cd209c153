"""What can be done now: the conditions that the action table names, and why one does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.keys import named
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.session import Session
    from ui.action_spec import Condition

CONTEXT = "Situation"

NOTHING_OPEN = QT_TRANSLATE_NOOP("Situation", "Nothing is open: {key:open} opens a file.")
READ_ONLY = QT_TRANSLATE_NOOP("Situation", "This project can be read here, not changed.")
HIDDEN = QT_TRANSLATE_NOOP(
    "Situation", "The filter hides the segment you were in: {key:next} goes to one that is shown."
)

REASONS: dict[Condition, tuple[tuple[Condition, str], ...]] = {
    "always": (),
    "document": (("document", NOTHING_OPEN),),
    "editable": (("document", NOTHING_OPEN), ("editable", READ_ONLY)),
    "segment": (("document", NOTHING_OPEN), ("segment", HIDDEN)),
    "editable_segment": (
        ("document", NOTHING_OPEN),
        ("editable", READ_ONLY),
        ("editable_segment", HIDDEN),
    ),
    "undo": (
        ("document", NOTHING_OPEN),
        ("editable", READ_ONLY),
        ("undo", QT_TRANSLATE_NOOP("Situation", "There is nothing to undo.")),
    ),
    "redo": (
        ("document", NOTHING_OPEN),
        ("editable", READ_ONLY),
        ("redo", QT_TRANSLATE_NOOP("Situation", "Nothing was undone that could be done again.")),
    ),
    "busy": (("busy", QT_TRANSLATE_NOOP("Situation", "No work goes on that could be stopped.")),),
    "fixable": (
        ("document", NOTHING_OPEN),
        ("editable", READ_ONLY),
        (
            "fixable",
            QT_TRANSLATE_NOOP("Situation", "No issue of this segment is one that mends itself."),
        ),
    ),
    "issue": (
        ("document", NOTHING_OPEN),
        ("editable", READ_ONLY),
        ("segment", HIDDEN),
        ("issue", QT_TRANSLATE_NOOP("Situation", "The checks found nothing in this segment.")),
    ),
    "doubts": (("doubts", QT_TRANSLATE_NOOP("Situation", "No segment is in doubt.")),),
}
"""For each condition what it needs, the plainest first, and what is said where that is missing."""


def holding(session: Session, shown: bool = True) -> frozenset[Condition]:
    """Return the conditions that hold; ``shown`` is whether the active segment can be seen.

    What a person does not see must not be confirmed, cleared or merged.
    """
    document, active = session.document, session.editor.active_id
    has_document = len(document) > 0
    has_segment = active in document and shown
    editable = has_document and not session.editor.read_only
    issues = session.issues.last_of(active) if has_segment else ()
    facts: dict[Condition, bool] = {
        "always": True,
        "document": has_document,
        "editable": editable,
        "segment": has_segment,
        "editable_segment": editable and has_segment,
        "undo": editable and session.editor.undo_stack.canUndo(),
        "redo": editable and session.editor.undo_stack.canRedo(),
        "busy": session.jobs.current is not None and session.jobs.current.cancellable,
        "doubts": bool(session.doubts.known),
        "issue": editable and bool(issues),
        "fixable": editable and any(issue.fix is not None for issue in issues),
    }
    return frozenset(name for name, holds in facts.items() if holds)


def why_not(session: Session, condition: Condition, shown: bool = True) -> str:
    """Return in a sentence why a condition does not hold, "" where it does."""
    here = holding(session, shown)
    for needed, reason in REASONS[condition]:
        if needed not in here:
            return QCoreApplication.translate(CONTEXT, reason).format(key=named())
    return ""
