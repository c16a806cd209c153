"""What a text is compared with: the draft, or in a reviewer's pass what the translator wrote.

A reviewer's first change of a segment keeps the translator's text beside it, in the same step;
the translator's next confirm lets go of it.
"""

from __future__ import annotations

import time
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from app.editing.lineage import descents
from app.editing.redrafting import laid_out
from translation.model.edits import Insert, Put, Remove, Say
from translation.model.ground import ground_of
from translation.model.record import Ground, Record
from translation.model.rejection import rejection_of
from translation.model.segment import Segment, SegmentState

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.editing.lineage import Descent
    from translation.model.document import Document
    from translation.model.edits import Edit, EditBatch


class WorkRole(StrEnum):
    """Who works: the one who translates, or the second person."""

    TRANSLATOR = "translator"
    REVIEWER = "reviewer"


class Against(StrEnum):
    """What texts are compared with."""

    DRAFT = "draft"
    TRANSLATOR = "translator"


class Owner(Protocol):
    """What is known of who works on which document."""

    author: str

    @property
    def document(self) -> Document:
        """The document."""
        ...


class Grounds(QObject):
    """Knows the role of who works and what changes are shown against."""

    changed = Signal()

    def __init__(self, owner: Owner, parent: QObject) -> None:
        super().__init__(parent)
        self._owner = owner
        self.role = WorkRole.TRANSLATOR
        self.against = Against.DRAFT

    def take(self, role: WorkRole, against: Against) -> None:
        """Go by another role, and compare with something else, from now on."""
        if (role, against) != (self.role, self.against):
            self.role, self.against = role, against
            self.changed.emit()

    def against_of(self, segment: Segment) -> Against:
        """Return what a segment is compared with: the draft where the translator gave no word."""
        document = self._owner.document
        is_his = _was_given(document, segment) or ground_of(document, segment.id) is not None
        return self.against if is_his else Against.DRAFT

    def text_of(self, segment: Segment) -> str | None:
        """Return the text that a segment's target is compared with, None for nothing."""
        document = self._owner.document
        if self.against_of(segment) is Against.TRANSLATOR:
            found = ground_of(document, segment.id)
            return segment.target if found is None else found[1]
        draft = document.drafts.base(segment)
        return None if draft is None else draft.text

    def is_changed(self, segment: Segment) -> bool:
        """Tell whether a segment's text is another than what it is compared with."""
        if segment.target is None:
            return False
        ground = self.text_of(segment)
        return ground is not None and segment.target != ground

    def kept_by(self, batch: EditBatch) -> list[Say]:
        """Return what a batch, still to be applied, must keep or let go of, by who works."""
        document, author = self._owner.document, self._owner.author
        reviews = self.role is WorkRole.REVIEWER
        if not (reviews or len(document.records)):
            return []
        puts = [edit for edit in batch.edits if isinstance(edit, Put)]
        said = list(_carried(document, batch, author, reviews))
        if reviews:
            return [*said, *(say for put in puts for say in _kept(document, put, author))]
        return [*said, *(say for put in puts for say in _let_go(document, put))]


def _kept(document: Document, put: Put, author: str) -> Iterator[Say]:
    match put.before, put.after:
        case Segment(target=str(text)) as before, Segment() as after:
            if ground_of(document, before.id) is not None:
                return
            left = text
            if _was_given(document, before):
                is_taken_up = text != after.target or not after.state.is_done
            else:
                # The draft was let stand: that is what the reviewer made the final text of.
                draft = document.drafts.base(before)
                left = after.target or "" if draft is None else draft.text
                is_taken_up = after.is_settled and left != after.target
            if is_taken_up:
                id_ = document.new_id("r")
                yield Say(None, Record.of(id_, before.id, Ground(left), author, time.time()))


def _was_given(document: Document, segment: Segment) -> bool:
    """Whether the translator gave the text away: it counts as his, whoever changes it next."""
    return segment.state.is_done or rejection_of(document, segment.id) is not None


def _carried(document: Document, batch: EditBatch, author: str, reviews: bool) -> Iterator[Say]:
    """Join the translator's texts where a batch joins segments, and divide them where it splits.

    A segment without one stands in it with its own text. A reviewer who is the first to split or
    to join begins one. Grounds that the batch itself deals with are left to it.
    """
    if not any(isinstance(edit, Insert | Remove) for edit in batch.edits):
        return
    if any(_is_ground(edit) for edit in batch.edits):
        return
    for descent in descents(document, batch):
        known = [ground_of(document, segment.id) for segment in descent.before]
        given = reviews and any(_was_given(document, segment) for segment in descent.before)
        if given or any(known):
            yield from _regrouped(document, descent, known, author)


def _is_ground(edit: Edit) -> bool:
    return isinstance(edit, Say) and "ground" in {
        record.kind for record in (edit.before, edit.after) if record is not None
    }


def _regrouped(
    document: Document,
    descent: Descent,
    known: Sequence[tuple[Record, str] | None],
    author: str,
) -> Iterator[Say]:
    records = [found[0] for found in known if found is not None]
    by, moment = (records[0].author, records[0].time) if records else (author, time.time())
    texts = [
        document.shown_target(segment) if found is None else found[1]
        for segment, found in zip(descent.before, known, strict=True)
    ]
    if texts == [segment.target for segment in descent.before] and len(texts) == 1:
        pieces = [segment.target or "" for segment in descent.after]  # cut where the caret was
    else:
        pieces = list(laid_out(texts, descent))
    for segment, text in zip(descent.after, pieces, strict=True):
        if records:
            moved = replace(records[0].saying(Ground(text)), segment_id=segment.id)
            yield Say(records.pop(0), moved)
        else:
            id_ = document.new_id("r")
            yield Say(None, Record.of(id_, segment.id, Ground(text), by, moment))
    yield from (Say(record, None) for record in records)


def _let_go(document: Document, put: Put) -> Iterator[Say]:
    match put.after:
        case Segment(state=SegmentState.CONFIRMED) as after if after != put.before:
            found = ground_of(document, after.id)
            if found is not None:
                yield Say(found[0], None)
