"""What can be done now: the conditions that the action table names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.session import Session
    from ui.action_spec import Condition


def holding(session: Session) -> frozenset[Condition]:
    """Return the conditions that hold."""
    document, active = session.document, session.editor.active_id
    has_document = len(document) > 0
    has_segment = active in document
    editable = has_document and not session.editor.read_only
    issues = session.issues.of(active) if has_segment else ()
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
        "fixable": editable and any(issue.fix is not None for issue in issues),
    }
    return frozenset(name for name, holds in facts.items() if holds)
