"""Batches that take a file out of the project or put the files into another order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from translation.model.edits import Arrange, EditBatch, Insert, Remove, Say
from translation.model.originals import originals, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.model.document import Document
    from translation.model.originals import Original
    from translation.work.additions import Addition


def added(document: Document, additions: Sequence[Addition]) -> EditBatch:
    """Return the batch that puts in the segments of files that stand at the end already."""
    edits = [
        edit
        for first, one in zip(_rows(document, additions), additions, strict=True)
        for edit in one.edits(first)
    ]
    # The rows first, all in one run; then what is said of them.
    edits.sort(key=lambda edit: not isinstance(edit, Insert))
    return EditBatch("add_files", tuple(edits))


def _rows(document: Document, additions: Sequence[Addition]) -> list[int]:
    rows, row = [], len(document)
    for one in additions:
        rows.append(row)
        row += len(one.segments)
    return rows


PIECE = 500
"""Rows that come or go in one go: between two the window is painted."""


def in_pieces(batch: EditBatch) -> Iterator[EditBatch]:
    """Give a batch by which many rows come or go piece by piece; they are one step together.

    All pieces name one segment: the eye does not go along with each of them.
    """
    edits = batch.edits
    come = next((edit.segment.id for edit in edits if isinstance(edit, Insert)), "")
    named = batch.segment_id or come
    for start in range(0, len(edits), PIECE):
        piece = edits[start : start + PIECE]
        whole = len(edits) <= PIECE
        yield replace(batch, edits=piece, segment_id=batch.segment_id if whole else named)


def removed(document: Document, original: Original) -> EditBatch:
    """Return the batch that takes out all segments of an original and what is said of them."""
    spans = [rows_of(document, file.id) for file in original.files]
    rows = range(spans[0].start, spans[-1].stop)
    segments = document.segments
    said = [Say(record, None) for row in rows for record in document.records.of(segments[row].id)]
    neighbour = rows.stop if rows.stop < len(document) else rows.start - 1
    removals = [Remove(row, segments[row]) for row in reversed(rows)]
    return EditBatch("remove_file", (*said, *removals), segment_id=segments[neighbour].id)


def moved(document: Document, original: Original, by: int) -> EditBatch | None:
    """Return the batch that moves an original up (-1) or down (+1) by one; None at the end."""
    all_ = originals(document.files)
    place = next(n for n, one in enumerate(all_) if one.id == original.id)
    if not 0 <= place + by < len(all_):
        return None
    all_.insert(place + by, all_.pop(place))
    return arranged(document, [id_ for one in all_ for id_ in one.ids])


def arranged(document: Document, order: Sequence[str]) -> EditBatch:
    """Return the batch that puts the files into this order, those that are out of it last."""
    before = tuple(file.id for file in document.kept_files)
    rest = [id_ for id_ in before if id_ not in set(order)]
    return EditBatch("move_file", (Arrange(before, (*order, *rest)),))
