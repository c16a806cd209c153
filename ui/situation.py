"""What can be done now: the conditions that the action table names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.session import Session
    from ui.action_spec import Condition


def holding(session: Session) -> frozenset[Condition]:
    """Return the conditions that hold."""
    document, active = session.document, session.active_id
    has_document = len(document) > 0
    has_segment = active in document
    editable = has_document and not session.read_only
    issues = session.issues(active) if has_segment else ()
    facts: dict[Condition, bool] = {
        "always": True,
        "document": has_document,
        "editable": editable,
        "segment": has_segment,
        "editable_segment": editable and has_segment,
        "undo": editable and session.undo_stack.canUndo(),
        "redo": editable and session.undo_stack.canRedo(),
        "busy": session.job is not None and session.job.cancellable,
        "doubts": bool(session.doubts),
        "fixable": editable and any(issue.fix is not None for issue in issues),
    }
    return frozenset(name for name, holds in facts.items() if holds)
