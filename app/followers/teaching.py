"""What the article itself teaches: corrections confirmed here, where they apply elsewhere.

A correction is read off when a segment is confirmed: which words of the draft became others. It
is looked for in the segments that nobody has confirmed yet, a slice at a time, and proposed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.background.slices import Slices
from app.editing.changes import Cause
from app.followers.follower import Follower
from translation.model.edits import Put
from translation.model.segment import Segment
from translation.terms.corrections import Correction, corrections

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.editing.changes import Change
    from app.ports import Kept
    from translation.model.document import Document

MOST_AT_ONCE = 5
"""Segments confirmed in one step that teach something; more were not read one by one."""
MOST_KEPT = 30
"""Corrections that are kept in mind, the latest."""
AT_A_TIME = 50


@dataclass(slots=True, eq=False)
class Lesson:
    """A correction, where it was confirmed, and the segments in which it applies still."""

    correction: Correction
    taught_by: str
    applies_in: dict[str, None] = field(default_factory=dict)


class Teaching(Follower):
    """The corrections of the document, the latest first."""

    changed = Signal()
    """Others apply, or apply elsewhere."""
    proposed = Signal(object)
    """Lesson: it was looked for everywhere, and applies in some segment."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._lessons: list[Lesson] = []
        self._to_learn: list[str] = []
        """Segments that were confirmed, and not read yet: the key goes first."""
        self._new: list[Lesson] = []
        self._to_look_at: Sequence[Segment] = ()
        self._looked_at = 0
        self._looking = Slices(self, self._look_some)

    # --- reading ---------------------------------------------------------------------------

    @property
    def open_lessons(self) -> list[Lesson]:
        """Those that apply somewhere, the latest first."""
        return [lesson for lesson in self._lessons if lesson.applies_in]

    def of(self, segment_id: str) -> list[Lesson]:
        """Return those that apply in a segment, the latest first."""
        return [lesson for lesson in self._lessons if segment_id in lesson.applies_in]

    def forget(self, lesson: Lesson) -> None:
        """Propose a correction no more."""
        if lesson in self._lessons:
            self._lessons.remove(lesson)
            self.changed.emit()

    # --- following -------------------------------------------------------------------------

    def open(self, document: Document, kept: Kept) -> None:
        """Begin with a document, of which nothing was learnt yet."""
        self._document = document

    def follow(self, change: Change) -> None:
        """Learn from what was confirmed, and look again at what was changed."""
        document = self._document
        if document is None:
            return
        before = [(lesson, len(lesson.applies_in)) for lesson in self._lessons]
        for id_ in change.removed:
            for lesson in self._lessons:
                lesson.applies_in.pop(id_, None)
        if self._lessons:
            self._look_again(change.present)
        confirmed = list(_confirmed(change)) if change.cause is Cause.DO else []
        if 0 < len(confirmed) <= MOST_AT_ONCE:
            self._to_learn += confirmed
            self._looking.start(0)
        if [(lesson, len(lesson.applies_in)) for lesson in self._lessons] != before:
            self.changed.emit()

    def close(self) -> None:
        """Forget what was learnt."""
        self._looking.stop()
        self._document = None
        self._lessons, self._new, self._to_learn = [], [], []
        self._to_look_at, self._looked_at = (), 0
        self.changed.emit()

    # --- learning --------------------------------------------------------------------------

    def _learn(self, segment_id: str) -> None:
        """Read off what was corrected in a segment, and begin to look for it elsewhere."""
        document = self._document
        if document is None or segment_id not in document:
            return
        segment = document.segment(segment_id)
        draft = document.drafts.base(segment)
        if draft is None or segment.target is None or not segment.state.is_done:
            return
        pair, known = document.pair_of(segment), {one.correction for one in self._lessons}
        found = corrections(segment.source, draft.text, segment.target, pair)
        learnt = [Lesson(one, segment_id) for one in found if one not in known]
        if learnt:
            self._lessons = [*learnt, *self._lessons][:MOST_KEPT]
            self._new += learnt
            row, rows = document.row(segment_id), document.segments
            self._to_look_at, self._looked_at = [*rows[row + 1 :], *rows[:row]], 0

    def _look_again(self, segment_ids: Iterable[str]) -> None:
        for id_ in segment_ids:
            for lesson in self._lessons:
                if lesson.taught_by == id_ and not self._still_teaches(lesson):
                    lesson.applies_in.clear()
                elif lesson not in self._new:
                    self._place(lesson, id_)
        self._lessons = [one for one in self._lessons if self._still_teaches(one)]

    def _still_teaches(self, lesson: Lesson) -> bool:
        """Whether the segment that taught it is confirmed, with the words it taught."""
        document, id_ = self._document, lesson.taught_by
        if document is None or id_ not in document:
            return False
        segment = document.segment(id_)
        return segment.state.is_done and lesson.correction.after in (segment.target or "")

    def _place(self, lesson: Lesson, segment_id: str) -> None:
        if self._applies(lesson.correction, segment_id):
            lesson.applies_in[segment_id] = None
        else:
            lesson.applies_in.pop(segment_id, None)

    def _applies(self, correction: Correction, segment_id: str) -> bool:
        document = self._document
        if document is None or segment_id not in document:
            return False
        segment = document.segment(segment_id)
        if segment.locked or segment.state.is_done or document.is_furniture(segment):
            return False
        target = document.shown_target(segment)
        if correction.before[1:] not in target:  # As mostly: quickly.
            return False
        same_pair = document.pair_of(segment) == correction.pair
        return same_pair and correction.corrected(segment.source, target) is not None

    def _look_some(self) -> bool:
        if self._to_learn:
            self._learn(self._to_learn.pop(0))
            return True
        for segment in self._to_look_at[self._looked_at : self._looked_at + AT_A_TIME]:
            for lesson in self._new:
                self._place(lesson, segment.id)
        self._looked_at += AT_A_TIME
        if self._looked_at < len(self._to_look_at):
            return True
        self._to_look_at, self._looked_at = (), 0
        new, self._new = self._new, []
        found = [one for one in new if one.applies_in and one in self._lessons]
        if found:
            self.changed.emit()
            self.proposed.emit(max(found, key=lambda lesson: len(lesson.applies_in)))
        return False


def _confirmed(change: Change) -> Iterator[str]:
    """Give the segments that somebody gave a word for in a change."""
    for edit in change.batch.edits if change.batch is not None else ():
        if isinstance(edit, Put) and isinstance(edit.before, Segment):
            after = edit.after
            if isinstance(after, Segment) and after.state.is_done and not edit.before.state.is_done:
                yield after.id
