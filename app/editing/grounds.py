"""What a text is compared with: the draft, or in a reviewer's pass what the translator wrote.

A reviewer's first change of a segment keeps the translator's text beside it, in the same step;
the translator's next confirm lets go of it.
"""

from __future__ import annotations

import time
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from translation.model.edits import Put, Say
from translation.model.ground import ground_of
from translation.model.record import Ground, Record
from translation.model.rejection import rejection_of
from translation.model.segment import Segment, SegmentState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.document import Document
    from translation.model.edits import EditBatch


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

    def text_of(self, segment: Segment) -> str | None:
        """Return the text that a segment's target is compared with, None for nothing."""
        document = self._owner.document
        if self.against is Against.TRANSLATOR:
            found = ground_of(document, segment.id)
            return segment.target if found is None else found[1]
        draft = document.drafts.base(segment)
        return None if draft is None else draft.text

    def kept_by(self, batch: EditBatch) -> list[Say]:
        """Return what a batch, still to be applied, must keep or let go of, by who works."""
        document, author = self._owner.document, self._owner.author
        puts = [edit for edit in batch.edits if isinstance(edit, Put)]
        if self.role is WorkRole.REVIEWER:
            return [say for put in puts for say in _kept(document, put, author)]
        return [say for put in puts for say in _let_go(document, put)] if document.records else []


def is_changed_by_reviewer(document: Document, segment: Segment) -> bool:
    """Tell whether the text is another than the one that the translator gave."""
    found = ground_of(document, segment.id)
    return found is not None and found[1] != segment.target


def _kept(document: Document, put: Put, author: str) -> Iterator[Say]:
    match put.before, put.after:
        case Segment(target=str(text)) as before, Segment() as after:
            was_given = before.state.is_done or rejection_of(document, before.id)
            is_taken_up = text != after.target or not after.state.is_done
            if was_given and is_taken_up and ground_of(document, before.id) is None:
                id_ = document.new_id("r")
                yield Say(None, Record.of(id_, before.id, Ground(text), author, time.time()))


def _let_go(document: Document, put: Put) -> Iterator[Say]:
    match put.after:
        case Segment(state=SegmentState.CONFIRMED) as after if after != put.before:
            found = ground_of(document, after.id)
            if found is not None:
                yield Say(found[0], None)
