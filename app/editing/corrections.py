"""Words corrected in many segments at once, as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.editing.batches import with_text
from translation.model.edits import EditBatch, Put
from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from translation.model.document import Document

SPELLING = "spelling"


def corrected(
    document: Document, segment_ids: Iterable[str], correct: Callable[[str, str], str]
) -> tuple[EditBatch | None, int]:
    """Correct the shown targets of segments; return the batch and how many were left as they are.

    ``correct`` gets a segment's id and the text. What is locked or final is left, and counted.
    """
    edits, left = [], 0
    for segment_id in segment_ids:
        segment = document.segment(segment_id)
        before = document.shown_target(segment)
        after = correct(segment_id, before)
        if after == before:
            continue
        if segment.locked or segment.state is SegmentState.FINAL:
            left += 1
            continue
        edits.append(Put(segment, with_text(document, segment, after)))
    return (EditBatch(SPELLING, tuple(edits)) if edits else None), left
