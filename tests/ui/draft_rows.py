"""Drafts for the tests of the window."""

from __future__ import annotations

from app.editing.changes import Change
from translation.model.draft import Draft
from translation.model.segment import source_hash
from translation.quality import CHECKS, CheckGroup, Profile

OF_FORM = Profile(
    switches=tuple(
        (check.id, False)
        for check in CHECKS
        if check.group in (CheckGroup.NUMBERS, CheckGroup.NAMES, CheckGroup.MEANING)
    )
)
"""Drafts that say their row translate nothing: what they mean is not checked."""

NO_CHECKS = Profile(switches=tuple((check.id, False) for check in CHECKS))
"""For tests of what stands beside the issues, and wants its room."""


def draft_all(session, texts: dict[int, str] | None = None, model: str = "rows") -> None:
    """Give every segment a draft that says its row, or what ``texts`` says for a row."""
    session.checks.prefer(OF_FORM)
    document = session.document
    first = document.drafts.next_id
    drafts = [
        Draft(
            first + row,
            segment.id,
            source_hash(segment.source),
            (texts or {}).get(row, f"Draft of row {row}."),
            "test",
            model,
        )
        for row, segment in enumerate(document.segments)
    ]
    document.drafts.add(drafts)
    drafted = tuple(segment.id for segment in document.segments)
    session.editor.changed.emit(Change(drafted=drafted))
