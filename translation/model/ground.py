"""Grounds: the translator's texts, kept beside the segments that a reviewer changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.record import Ground

if TYPE_CHECKING:
    from translation.model.document import Document
    from translation.model.record import Record


def ground_of(document: Document, segment_id: str) -> tuple[Record, str] | None:
    """Return the record that keeps the translator's text, and that text; None for none."""
    if not len(document.records):
        return None
    for record in reversed(document.records.of(segment_id)):
        if record.kind == "ground" and isinstance(record.content, Ground):
            return record, record.content.text
    return None
