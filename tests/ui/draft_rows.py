"""Drafts for the tests of the window."""

from __future__ import annotations

from app.editing.changes import Change
from translation.model.draft import Draft
from translation.model.segment import source_hash


def draft_all(session, texts: dict[int, str] | None = None) -> None:
    """Give every segment a draft that says its row, or what ``texts`` says for a row."""
    document = session.document
    first = document.drafts.next_id
    drafts = [
        Draft(
            first + row,
            segment.id,
            source_hash(segment.source),
            (texts or {}).get(row, f"Draft of row {row}."),
            "test",
            "rows",
        )
        for row, segment in enumerate(document.segments)
    ]
    document.drafts.add(drafts)
    drafted = tuple(segment.id for segment in document.segments)
    session.editor.changed.emit(Change(drafted=drafted))
