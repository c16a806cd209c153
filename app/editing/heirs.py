"""Of which segment a record is said once its own has gone: on split and merge, and back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.editing.lineage import descents
from app.editing.redrafting import laid_out
from translation.model.edits import Say
from translation.model.record import MARKED_ERROR, MarkedError
from translation.mqm import place_of

if TYPE_CHECKING:
    from app.editing.lineage import Descent
    from translation.model.document import Document
    from translation.model.edits import EditBatch
    from translation.model.record import Record


def with_records(document: Document, batch: EditBatch) -> EditBatch:
    """Return the batch with what is said of segments that go, said of those that come.

    Of several that come, the first has it; an error whose words stand in another, that one.
    Records that the batch deals with itself are left to
    it: going back over a split moves them back.
    """
    records = document.records
    if not len(records):
        return batch
    dealt_with = {
        record.id
        for edit in batch.edits
        if isinstance(edit, Say)
        for record in (edit.before, edit.after)
        if record is not None
    }
    moved = [
        Say(record, replace(record, segment_id=_heir(document, record, descent)))
        for descent in descents(document, batch)
        for segment in descent.before
        for record in records.of(segment.id)
        if record.id not in dealt_with
    ]
    return replace(batch, edits=(*batch.edits, *moved)) if moved else batch


def _heir(document: Document, record: Record, descent: Descent) -> str:
    """Return the segment of which a record is said from now on."""
    error = record.content if len(descent.after) > 1 and record.kind == MARKED_ERROR else None
    if isinstance(error, MarkedError) and error.text:
        drafts = laid_out([document.shown_target(one) for one in descent.before], descent)
        for segment, draft in zip(descent.after, drafts, strict=True):
            shown = draft if segment.target is None else segment.target
            if place_of(error, segment.source if error.side == "source" else shown):
                return segment.id
    return descent.after[0].id
