"""Whether a change leaves every text as it was shown: many at once mostly get another state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.edits import Put, Say
from translation.model.segment import Segment

if TYPE_CHECKING:
    from app.editing.changes import Change
    from translation.model.document import Document


def keeps_texts(document: Document, change: Change) -> bool:
    """Tell whether a change made of edits leaves sources and shown targets as they were."""
    if change.batch is None or change.drafted or change.pair_changed or change.units:
        return False
    for edit in change.batch.edits:
        match edit:
            case Put(Segment() as before, Segment() as after):
                if before.source != after.source or not _shows_the_same(document, before, after):
                    return False
            case Say():
                pass
            case _:
                return False
    return True


def _shows_the_same(document: Document, before: Segment, after: Segment) -> bool:
    if before.target is not None and after.target is not None:
        return before.target == after.target
    return document.shown_target(before) == document.shown_target(after)
