"""Rejections: verdicts of records that send a translation back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.model.edits import Say
from translation.model.record import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.document import Document
    from translation.model.record import Record
    from translation.model.segment import Segment


@dataclass(frozen=True, slots=True)
class Rejection:
    """A verdict that sends a translation back, with the record that keeps it."""

    record: Record
    reason: str
    by_file: bool = False
    """Whether the file says so with the state, not a person with a note."""


def rejection_of(document: Document, segment_id: str) -> Rejection | None:
    """Return the latest rejection of a segment, None where none stands."""
    if not len(document.records):
        return None
    for record in reversed(document.records.of(segment_id)):
        if record.kind == "verdict":
            content = record.content
            if isinstance(content, Verdict) and not content.approves:
                return Rejection(record, content.reason, content.by_file)
    return None


def taken_back(document: Document, segment: Segment) -> Iterator[Say]:
    """Give the edit that takes the rejection of a segment back, none where none stands."""
    found = rejection_of(document, segment.id)
    if found is not None:
        yield Say(found.record, None)
