"""Letting issues stand, with a reason, and bringing them back: each one undo step."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from translation.model.edits import EditBatch, Say
from translation.model.record import Record
from translation.quality.dismissals import dismissal_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.editing.editor import Editor
    from translation.model.issue import Issue
    from translation.quality.dismissals import Dismissed

DISMISS = "say_dismissal"
"""The label of the step."""
DOUBT = "doubt."
"""How the checks of doubts begin: those are settled, and cannot be dismissed."""


def can_be_dismissed(issue: Issue) -> bool:
    """Tell whether a person may let it stand; a doubt about what is kept is settled otherwise."""
    return not issue.check.startswith(DOUBT)


def dismiss(editor: Editor, issues: Iterable[Issue], reason: str) -> None:
    """Let issues stand, as one step; those whose segment is gone meanwhile are left out."""
    edits = tuple(_said(editor, issues, reason.strip()))
    _do(editor, edits)


def bring_back(editor: Editor, dismissed: Iterable[Dismissed]) -> None:
    """Take dismissals back, as one step."""
    records = editor.document.records
    known = {one.record.id: records.by_id(one.record.id) for one in dismissed}
    _do(editor, tuple(Say(record, None) for record in known.values() if record is not None))


def _said(editor: Editor, issues: Iterable[Issue], reason: str) -> Iterator[Say]:
    document, now = editor.document, time.time()
    for issue in issues:
        if issue.segment_id in document and can_be_dismissed(issue):
            segment = document.segment(issue.segment_id)
            target = document.shown_target(segment)
            said = dismissal_of(issue, segment.source, target, reason)
            id_ = document.new_id("r")
            yield Say(None, Record.of(id_, segment.id, said, editor.author, now))


def _do(editor: Editor, edits: tuple[Say, ...]) -> None:
    if edits:
        first = edits[0].before or edits[0].after
        assert first is not None
        editor.do(EditBatch(DISMISS, edits, segment_id=first.segment_id))
