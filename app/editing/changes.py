"""What changed in the document, and applying a batch with the row signals an item model needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from translation.model.document import StaleEditError
from translation.model.edits import Arrange, Edit, Insert, Put, Remove, Say, runs
from translation.model.segment import Segment, SourceFile, TranslationUnit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.editing.row_signals import RowSignals
    from translation.model.document import Document
    from translation.model.draft import Draft
    from translation.model.edits import EditBatch

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
    arranged: bool = False
    """Whether the files stand in another order now."""
    lineage: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    batch: EditBatch | None = None
    """The edits, None where drafts arrived."""
    step: int = 0
    """The undo step that the edits belong to."""
    drafts: tuple[Draft, ...] = ()
    """What arrived, or what a split or a merge gave the segments that came of it."""
    more: bool = False
    """Whether further parts of the same step follow at once."""
    keeps_texts: bool = False
    """Whether it leaves sources, shown targets and references as they were: another state, say."""

    @property
    def is_typing(self) -> bool:
        """Whether it is one keystroke of many, or one taken back."""
        return self.batch is not None and self.batch.label == TYPE

    @property
    def present(self) -> tuple[str, ...]:
        """Every segment that is not as it was and is still there, new ones too."""
        if not (self.inserted or self.drafted):
            return self.segments
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
    arranged: bool = False


def apply_batch(document: Document, batch: EditBatch, rows: RowSignals) -> Touched:
    """Apply the edits in order, telling of each row that comes or goes.

    Raises StaleEditError, and nothing is changed, where one does not fit.
    """
    touched, done = Touched(), list[Edit]()
    for run in runs(batch.edits):
        try:
            _apply(document, run, rows)
        except StaleEditError:
            for earlier in runs(edit.inverse() for edit in reversed(done)):
                _apply(document, earlier, rows)
            raise
        done += run
        if isinstance(run[0], Put) and run[0].puts_segment:
            ids = [edit.after.id for edit in run if isinstance(edit, Put)]
            touched.segments.update(dict.fromkeys(ids))
        else:
            for edit in run:
                _note(document, edit, touched)
    return touched


def change_of(
    document: Document,
    cause: Cause,
    step: int,
    batch: EditBatch,
    touched: Touched,
    lineage: Mapping[str, tuple[str, ...]],
    drafts: Iterable[Draft],
    *,
    more: bool = False,
) -> Change:
    """Return the change that a batch was, which is applied; ``more`` of the step may follow."""
    carried = tuple(drafts)
    is_known = batch.keeps_texts_at == document.drafts.next_id
    may_keep = not (carried or touched.pair or touched.units)
    keeps_texts = may_keep and (is_known or _keeps_texts(document, batch))
    return Change(
        cause,
        tuple(touched.segments),
        tuple(touched.units),
        tuple(touched.inserted),
        tuple(touched.removed),
        tuple(dict.fromkeys(draft.segment_id for draft in carried)),
        tuple(id_ for id_ in touched.annotated if id_ not in touched.removed),
        touched.pair,
        touched.arranged,
        lineage,
        batch,
        step,
        carried,
        more,
        keeps_texts,
    )


def _keeps_texts(document: Document, batch: EditBatch) -> bool:
    for edit in batch.edits:
        if isinstance(edit, Put):
            before, after = edit.before, edit.after
            if not (isinstance(before, Segment) and isinstance(after, Segment)):
                return False
            is_same = before.source == after.source and before.reference == after.reference
            if not is_same or not _shows_the_same(document, before, after):
                return False
        elif not isinstance(edit, Say):
            return False
    return True


def _shows_the_same(document: Document, before: Segment, after: Segment) -> bool:
    was, now = before.target, after.target
    if was is not None and now is not None:
        return was == now
    if was is None:
        was = document.shown_target(before)
    return was == (document.shown_target(after) if now is None else now)


def _apply(document: Document, run: Sequence[Edit], rows: RowSignals) -> None:
    match run[0]:
        case Insert(row):
            rows.about_to_be_inserted.emit(row, row + len(run) - 1)
            ended = rows.inserted
        case Remove(row):
            rows.about_to_be_removed.emit(row - len(run) + 1, row)
            ended = rows.removed
        case Arrange():
            rows.about_to_be_arranged.emit()
            ended = rows.arranged
        case _:
            document.apply_run(run)
            return
    try:
        document.apply_run(run)
    finally:
        ended.emit()


def _note(document: Document, edit: Edit, touched: Touched) -> None:
    match edit:
        case Insert(_, segment):
            touched.inserted[segment.id] = None
            touched.removed.pop(segment.id, None)
        case Remove(_, segment):
            touched.removed[segment.id] = None
            touched.inserted.pop(segment.id, None)
            touched.segments.pop(segment.id, None)
        case Arrange():
            touched.arranged = True
        case Say(said, says):
            touched.annotated.update((r.segment_id, None) for r in (said, says) if r)
        case Put(_, TranslationUnit() as after):
            touched.units[after.id] = None
            touched.segments.update((s.id, None) for s in document.unit_segments(after.id))
        case Put(_, SourceFile() as after):
            touched.pair = True
            ours = {unit.id: None for unit in document.units if unit.file_id == after.id}
            touched.units.update(ours)
            touched.segments.update((s.id, None) for s in document.segments if s.unit_id in ours)
