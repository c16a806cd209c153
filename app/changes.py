"""Applying a batch to the document, with the row signals an item model needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.model.document import StaleEditError
from translation.model.edits import Insert, Put, Remove
from translation.model.segment import Segment, SourceFile, TranslationUnit

if TYPE_CHECKING:
    from app.signals import SessionSignals
    from translation.model.document import Document
    from translation.model.edits import Edit, EditBatch


@dataclass(slots=True)
class Touched:
    """What a batch touched: ids in order, each once (dicts for their order)."""

    segments: dict[str, None] = field(default_factory=dict)
    units: dict[str, None] = field(default_factory=dict)
    inserted: dict[str, None] = field(default_factory=dict)
    removed: dict[str, None] = field(default_factory=dict)
    pair: bool = False
    """Whether a file's language pair changed."""


def apply_batch(document: Document, batch: EditBatch, signals: SessionSignals) -> Touched:
    """Apply the edits in order, telling of each row that comes or goes.

    Raises StaleEditError, and nothing is changed, where one does not fit.
    """
    touched = Touched()
    for done, edit in enumerate(batch.edits):
        try:
            _apply(document, edit, signals)
        except StaleEditError:
            for earlier in reversed(batch.edits[:done]):
                _apply(document, earlier.inverse(), signals)
            raise
        _note(document, edit, touched)
    return touched


def _apply(document: Document, edit: Edit, signals: SessionSignals) -> None:
    match edit:
        case Insert(row, _):
            signals.row_about_to_be_inserted.emit(row)
            try:
                document.apply(edit)
            finally:
                signals.row_inserted.emit(row)
        case Remove(row, _):
            signals.row_about_to_be_removed.emit(row)
            try:
                document.apply(edit)
            finally:
                signals.row_removed.emit(row)
        case _:
            document.apply(edit)


def _note(document: Document, edit: Edit, touched: Touched) -> None:
    match edit:
        case Insert(_, segment):
            touched.inserted[segment.id] = None
            touched.removed.pop(segment.id, None)
        case Remove(_, segment):
            touched.removed[segment.id] = None
            touched.inserted.pop(segment.id, None)
            touched.segments.pop(segment.id, None)
        case Put(_, Segment() as after):
            touched.segments[after.id] = None
        case Put(_, TranslationUnit() as after):
            touched.units[after.id] = None
            touched.segments.update((s.id, None) for s in document.unit_segments(after.id))
        case Put(_, SourceFile() as after):
            touched.pair = True
            ours = {unit.id: None for unit in document.units if unit.file_id == after.id}
            touched.units.update(ours)
            touched.segments.update((s.id, None) for s in document.segments if s.unit_id in ours)
