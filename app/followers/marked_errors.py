"""The errors that people mark, kept beside the document with their score."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.background.slices import Slices
from app.followers.follower import Follower
from translation.model.record import MARKED_ERROR
from translation.mqm import FoundError, MqmScore, errors_of, score_of
from translation.mqm.score import SegmentErrors, segment_errors
from translation.mqm.typology import KEPT, Typology, kept_typology

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.editing.changes import Change
    from app.ports import Kept
    from translation.model.document import Document

AT_A_TIME = 50
"""Segments whose words are counted between two looks at the clock."""


class MarkedErrors(Follower):
    """Which segments have errors, what they weigh, and by which typology.

    Nothing is counted before somebody marks the first one. The words of segments that were read
    without one are counted a slice at a time.
    """

    changed = Signal(list)
    """Segment ids whose errors are others now, or weigh otherwise."""
    score_changed = Signal()
    """The score, or the words it is set against, are others."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._kept: Kept | None = None
        self._marked: dict[str, SegmentErrors] = {}
        """The segments in which something is marked."""
        self._clean: dict[str, int] = {}
        """The words of those that were read, and in which nothing is."""
        self._clean_words = 0
        self._uncounted: list[str] = []
        self._counting = Slices(self, self._count_some)
        self._is_counted = False
        self.typology: Typology = kept_typology("")

    # --- reading ---------------------------------------------------------------------------

    def of(self, segment_id: str) -> tuple[FoundError, ...]:
        """Return what is marked in a segment, each where it stands now."""
        document = self._document
        if document is None or segment_id not in self._marked:
            return ()
        return errors_of(document, document.segment(segment_id))

    @property
    def count(self) -> int:
        """How many errors are marked."""
        return sum(len(one.errors) for one in self._marked.values())

    @property
    def is_counting(self) -> bool:
        """Whether the words of some segments are still to be counted."""
        return bool(self._uncounted)

    @property
    def score(self) -> MqmScore:
        """What all of it weighs."""
        found = score_of(self._marked.values(), self.typology)
        return replace(
            found,
            segments=found.segments + len(self._clean),
            words=found.words + self._clean_words,
        )

    def marked_rows(self) -> list[int]:
        """Return the rows of the document in which something is marked, in order."""
        document = self._document
        return sorted(document.row(id_) for id_ in self._marked) if document is not None else []

    def listed(self, most: int) -> list[FoundError]:
        """Return the first errors in document order."""
        document, found = self._document, list[FoundError]()
        if document is not None:
            for row in self.marked_rows():
                if len(found) >= most:
                    break
                found += self.of(document.segments[row].id)
        return found[:most]

    def beside(self, segment_id: str, record_id: str, step: int) -> FoundError | None:
        """Return the error after (-1: before) one of a segment, from the end to the top.

        Without a ``record_id`` it is the first, or last, of the segment or of those beyond it.
        """
        document, rows = self._document, self.marked_rows()
        if document is None or not rows:
            return None
        mine = list(self.of(segment_id))
        at = [one.record.id for one in mine].index(record_id) if record_id else -1
        if record_id and 0 <= at + step < len(mine):
            return mine[at + step]
        if not record_id and mine:
            return mine[0 if step > 0 else -1]
        row = document.row(segment_id) if segment_id in document else -1
        place = bisect_right(rows, row) if step > 0 else bisect_left(rows, row) - 1
        there = self.of(document.segments[rows[place % len(rows)]].id)
        return there[0 if step > 0 else -1] if there else None

    # --- what counts -----------------------------------------------------------------------

    def set_typology(self, typology: Typology) -> None:
        """Weigh by another typology from now on, which the project keeps."""
        self.typology = typology
        if self._kept is not None:
            is_usual = typology == kept_typology("")
            self._kept.set_meta(KEPT, "" if is_usual else typology.as_json())
        self.changed.emit([*self._marked])
        self.score_changed.emit()

    # --- following -------------------------------------------------------------------------

    def open(self, document: Document, kept: Kept) -> None:
        """Take in what is marked in a document."""
        self._document, self._kept = document, kept
        self.typology = kept_typology(str(kept.get_meta(KEPT, "")))
        self._update(
            {record.segment_id for record in document.records if record.kind == MARKED_ERROR}
        )
        self.score_changed.emit()

    def follow(self, change: Change) -> None:
        """Take in what was marked, taken back, read, edited or removed."""
        for id_ in change.removed:
            self._forget(id_)
        touched = {*change.annotated, *change.present}
        if self._is_counted or any(self._has_errors(id_) for id_ in change.annotated):
            self._update(touched)
        if change.removed and not self._marked:
            self.score_changed.emit()

    def close(self) -> None:
        """Forget the document."""
        self._document = self._kept = None
        self._counting.stop()
        self._marked, self._clean, self._clean_words = {}, {}, 0
        self._uncounted, self._is_counted = [], False
        self.typology = kept_typology("")
        self.score_changed.emit()

    def _has_errors(self, segment_id: str) -> bool:
        document = self._document
        if document is None or segment_id not in document:
            return False
        return any(record.kind == MARKED_ERROR for record in document.records.of(segment_id))

    def _update(self, segment_ids: Iterable[str]) -> None:
        document = self._document
        ids = [id_ for id_ in segment_ids if document is not None and id_ in document]
        before = [id_ for id_ in ids if id_ in self._marked]
        for id_ in ids:
            self._take(id_)
        marked = [id_ for id_ in ids if id_ in self._marked]
        if marked and not self._is_counted:
            self._begin_to_count()
        if before or marked:
            self.changed.emit([*dict.fromkeys((*before, *marked))])
        if ids and self._is_counted:
            self.score_changed.emit()

    def _take(self, segment_id: str) -> None:
        assert self._document is not None
        self._forget(segment_id)
        found = segment_errors(self._document, self._document.segment(segment_id))
        if found is None:
            return
        if found.errors:
            self._marked[segment_id] = found
        else:
            self._clean[segment_id] = found.words
            self._clean_words += found.words

    def _forget(self, segment_id: str) -> None:
        self._marked.pop(segment_id, None)
        self._clean_words -= self._clean.pop(segment_id, 0)

    def _begin_to_count(self) -> None:
        """Count the words of all that was read: from now on there is a score."""
        assert self._document is not None
        self._is_counted = True
        self._uncounted = [one.id for one in self._document.segments]
        self._counting.go_on()

    def _count_some(self) -> bool:
        document = self._document
        some = self._uncounted[-AT_A_TIME:]
        del self._uncounted[-AT_A_TIME:]
        for id_ in some:
            if document is not None and id_ in document and id_ not in self._marked:
                self._take(id_)
        if some and not self._uncounted:
            self.score_changed.emit()
        return bool(self._uncounted)
