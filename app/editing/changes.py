"""What changed in the document, and applying a batch with the row signals an item model needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from translation.model.document import StaleEditError
from translation.model.edits import Insert, Put, Remove, Say
from translation.model.segment import Segment, SourceFile, TranslationUnit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.editing.row_signals import RowSignals
    from translation.model.document import Document
    from translation.model.draft import Draft
    from translation.model.edits import Edit, EditBatch

TYPE = "type"
"""The label of a batch that is one keystroke."""


class Cause(StrEnum):
    """What a person did with the edits of a change, as the journal keeps it."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Change:
    """What one batch of edits, or drafts that arrived, changed; ids in order, each once.

    ``lineage`` says, on split and merge and when they are taken back, of every segment that
    came from which of those that went its text is.
    """

    cause: Cause | None = None
    """None where drafts arrived: nobody did anything, and there is nothing to be undone."""
    segments: tuple[str, ...] = ()
    """Segments whose values changed, or whose unit's role, or file's pair."""
    units: tuple[str, ...] = ()
    """Units whose role changed, or whose file's pair did."""
    inserted: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    drafted: tuple[str, ...] = ()
    """Segments that got a draft."""
    annotated: tuple[str, ...] = ()
    """Segments of which something else is said: the records beside them changed."""
    pair_changed: bool = False
    """Whether a file is in other languages now."""
    lineage: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    batch: EditBatch | None = None
    """The edits, None where drafts arrived."""
    step: int = 0
    """The undo step that the edits belong to."""
    drafts: tuple[Draft, ...] = ()
    """What arrived, or what a split or a merge gave the segments that came of it."""
    more: bool = False
    """Whether further parts of the same step follow at once."""

    @property
    def is_typing(self) -> bool:
        """Whether it is one keystroke of many, or one taken back."""
        return self.batch is not None and self.batch.label == TYPE

    @property
    def present(self) -> tuple[str, ...]:
        """Every segment that is not as it was and is still there, new ones too."""
        return tuple(dict.fromkeys((*self.segments, *self.inserted, *self.drafted)))


@dataclass(slots=True)
class Touched:
    """What a batch touches, as it is applied: ids in order, each once (dicts for their order)."""

    segments: dict[str, None] = field(default_factory=dict)
    units: dict[str, None] = field(default_factory=dict)
    inserted: dict[str, None] = field(default_factory=dict)
    removed: dict[str, None] = field(default_factory=dict)
    annotated: dict[str, None] = field(default_factory=dict)
    pair: bool = False


def apply_batch(document: Document, batch: EditBatch, rows: RowSignals) -> Touched:
    """Apply the edits in order, telling of each row that comes or goes.

    Raises StaleEditError, and nothing is changed, where one does not fit.
    """
    touched = Touched()
    for done, edit in enumerate(batch.edits):
        try:
            _apply(document, edit, rows)
        except StaleEditError:
            for earlier in reversed(batch.edits[:done]):
                _apply(document, earlier.inverse(), rows)
            raise
        _note(document, edit, touched)
    return touched


def change_of(
    cause: Cause,
    step: int,
    batch: EditBatch,
    touched: Touched,
    lineage: Mapping[str, tuple[str, ...]],
    drafts: Iterable[Draft],
    *,
    more: bool = False,
) -> Change:
    """Return the change that a batch was; ``more`` of the step may follow."""
    carried = tuple(drafts)
    return Change(
        cause,
        tuple(touched.segments),
        tuple(touched.units),
        tuple(touched.inserted),
        tuple(touched.removed),
        tuple(dict.fromkeys(draft.segment_id for draft in carried)),
        tuple(id_ for id_ in touched.annotated if id_ not in touched.removed),
        touched.pair,
        lineage,
        batch,
        step,
        carried,
        more,
    )


def _apply(document: Document, edit: Edit, rows: RowSignals) -> None:
    match edit:
        case Insert(row, _):
            rows.about_to_be_inserted.emit(row)
            try:
                document.apply(edit)
            finally:
                rows.inserted.emit(row)
        case Remove(row, _):
            rows.about_to_be_removed.emit(row)
            try:
                document.apply(edit)
            finally:
                rows.removed.emit(row)
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
        case Say(said, says):
            touched.annotated.update((r.segment_id, None) for r in (said, says) if r)
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
