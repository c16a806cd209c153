"""What the checks find, segment by segment, brought up to date as segments change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.background.pace import Pace
from app.background.slices import Slices
from app.editing.navigation import ids_from_place
from app.followers.first_check import FirstCheck
from app.followers.follower import Follower
from app.followers.issue_book import IssueBook, Kind
from app.followers.sweep import Sweep
from app.followers.typed_issues import TypedIssues
from translation.model.document import Document
from translation.quality import Subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.editing.changes import Change
    from app.ports import CheckApart, Doubting, FindIssues, Found, Kept
    from translation.model.issue import Issue
    from translation.quality import Subject
    from translation.quality.dismissals import Dismissed

TAKEN_AT_ONCE = 50
"""Segments of a document that was opened between two looks at the clock."""
TAKEN_PROMPTLY = 0.7
"""Processor seconds in which they are taken in without a pause: some ten thousand segments."""
FEW = 64
"""So many segments are checked at once; more are left to the sweep."""


class IssueTable(Follower):
    """The issues by segment. A few segments are checked at once, many beside the window.

    What is typed is checked once it is painted, or as soon as somebody asks for what was found.
    """

    changed = Signal(list)
    """Segment ids whose issues differ from before."""
    progressed = Signal()
    """More of the document has been checked, or there is more to check."""

    def __init__(
        self,
        find: FindIssues,
        check_apart: CheckApart,
        doubting: Doubting | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._doubting = doubting
        self._document: Document | None = None
        self._book = IssueBook(Document())
        self._doubts: dict[str, Issue] = {}
        self._subjects = Subjects(Document())
        self._opened: list[str] = []
        """The segments of a document that was opened, which are not all among the subjects yet."""
        self._taken = 0
        """How many of them are."""
        self._early: set[str] = set()
        """Those that were checked before all are, as they are in view."""
        self._pace = Pace(TAKEN_PROMPTLY)
        self._restated: list[str] = []
        """The segments of a step under way that are in another state; they are checked after it."""
        self._first_check = FirstCheck(find)
        self._typed = TypedIssues(self._check_typed, lambda: self._first_check.is_done, self)
        self._taking = Slices(self, self._take_in_some, self._pace)
        self._sweep = Sweep(self._look_up, find, check_apart, self)
        self._sweep.found.connect(self._take)
        self._sweep.progressed.connect(self.progressed)
        if doubting is not None:
            doubting.changed.connect(self._show_doubts)

    def of(self, segment_id: str) -> tuple[Issue, ...]:
        """Return the open issues of a segment, a doubt about it first."""
        return self._with_doubt(segment_id, self._known.of(segment_id))

    def seen(self, segment_id: str) -> tuple[Issue, ...]:
        """Return the issues of a segment in view, which is checked before those that are not."""
        if self._opened and segment_id not in self._early:
            self._early.add(segment_id)
            self._sweep.first([segment_id])
        self._sweep.see(segment_id)
        return self.last_of(segment_id)

    def last_of(self, segment_id: str) -> tuple[Issue, ...]:
        """Return what was found of a segment last: while it is typed in, what was there before."""
        found = self._typed.of(segment_id)
        return self._with_doubt(segment_id, self._book.of(segment_id) if found is None else found)

    def all(self) -> list[Issue]:
        """Return every open issue in document order."""
        if self._document is None:
            return []
        rows = sorted(self._known.segments | self._doubts.keys(), key=self._document.row)
        return [issue for id_ in rows for issue in self.of(id_)]

    def of_kind(self, kind: Kind, most: int) -> list[Issue]:
        """Return the first open issues of a kind in document order."""
        document = self._document
        if document is None:
            return []
        doubts = [one for one in self._doubts.values() if (one.check, one.severity) == kind]
        if doubts:
            return sorted(doubts, key=lambda one: document.row(one.segment_id))[:most]
        return self._known.of_kind(kind, most)

    @property
    def kinds(self) -> dict[Kind, int]:
        """How many issues of each kind are open."""
        found = dict(self._known.counts)
        for doubt in self._doubts.values():
            kind = Kind(doubt.check, doubt.severity)
            found[kind] = found.get(kind, 0) + 1
        return found

    @property
    def count(self) -> int:
        """How many issues are open."""
        return self._known.count + len(self._doubts)

    def dismissed(self) -> list[Dismissed]:
        """Return what people let stand, in document order."""
        return self._known.dismissed()

    def dismissed_of(self, segment_id: str) -> tuple[Dismissed, ...]:
        """Return what people let stand of a segment."""
        return self._known.dismissed_of(segment_id)

    @property
    def unchecked(self) -> int:
        """How many segments are still to be checked."""
        return len(self._opened) or self._sweep.left + len(self._typed)

    @property
    def is_resting(self) -> bool:
        """Whether they are checked slowly now, until ``hurry``."""
        return self._pace.is_resting if self._opened else self._sweep.is_resting

    def open(self, document: Document, kept: Kept) -> None:
        """Check a document, from where the work was left on and then what is above it."""
        self._document = document
        self._book = IssueBook(document)
        self._subjects = Subjects(document)
        self._opened, self._taken = ids_from_place(document, kept), 0
        self._pace.begin()
        self._first_check.begin(map(self._subjects.of, self._opened[:FEW]))
        self._taking.go_on()

    def follow(self, change: Change) -> None:
        """Check again what changed, and forget what is gone."""
        if change.annotated:
            said = [id_ for id_ in change.annotated if self._book.divide_anew(id_)]
            if said:
                self.changed.emit(said)
        if len(change.segments) > FEW and change.keeps_texts:
            # Another state of many: no other segment has another neighbour or twin for it.
            self._restated += change.segments
            if not change.more:
                restated, self._restated = self._restated, []
                self._sweep.add(restated)
        elif len(change.inserted) > FEW:
            come = set(change.inserted)
            self.update([id_ for id_ in change.present if id_ not in come], change.removed)
            self._take_in_more(change.inserted)
        elif change.is_typing and self._document is not None:
            self._typed.follow(change, self._document, self._book.of)
        else:
            self.update(change.present, change.removed)

    def close(self) -> None:
        """Forget what was found, and check no more."""
        self._document = None
        self._book = IssueBook(Document())
        self._doubts.clear()
        self._subjects = Subjects(Document())
        self._opened, self._restated = [], []
        self._early.clear()
        self._typed.take()
        self._first_check.end()
        self._taking.stop()
        self._sweep.clear()

    def update(self, segment_ids: Iterable[str], removed: Iterable[str] = ()) -> None:
        """Check these segments again, and forget the removed ones."""
        removed = list(removed)
        self._sweep.skip(removed)
        doubted = {id_ for id_ in removed if self._doubts.pop(id_, None)}
        gone = [id_ for id_ in removed if self._book.remove(id_) or id_ in doubted]
        if gone:
            self.changed.emit(gone)
        wanted = list(segment_ids)
        self._typed.skip((*wanted, *removed))
        others = self._subjects.take(wanted, removed)
        if len(wanted) > FEW:
            self._sweep.add([*wanted, *others])
        else:
            self._sweep.skip(wanted)
            self._take([(id_, self._check(id_)) for id_ in wanted])
            if len(others) > FEW:
                self._sweep.add(others)
            elif others:
                self._sweep.first(others)

    def recheck(self) -> None:
        """Check every segment again: other checks are on than before."""
        if self._document is not None:
            self._sweep.clear()  # Its process has those of before.
            self._early.clear()
            if not self._opened:
                self._sweep.add([segment.id for segment in self._document.segments])

    def hurry(self) -> None:
        """Somebody waits for what the sweep has not come to yet."""
        if self._opened:
            self._pace.hurry()
            self._taking.start(0)
        else:
            self._sweep.hurry()

    @property
    def _known(self) -> IssueBook:
        """What was found in the texts as they are now."""
        if self._typed:
            self._check_typed()
        return self._book

    def _with_doubt(self, segment_id: str, found: tuple[Issue, ...]) -> tuple[Issue, ...]:
        return (self._doubts[segment_id], *found) if segment_id in self._doubts else found

    def _check_typed(self) -> None:
        typed = self._typed.take()
        before = {id_: self._book.of(id_) for id_ in typed}
        self.update(typed)
        # What moved along, and is where it was, is told by nobody else.
        back = [id_ for id_ in typed if typed[id_] != before[id_] == self._book.of(id_)]
        if back:
            self.changed.emit(back)

    def _show_doubts(self, changed: list[str]) -> None:
        """Show the doubts, one for each segment, beside what the checks find."""
        assert self._doubting is not None
        self._doubts = dict(self._doubting.issues())
        self.changed.emit(changed)

    def _take_in_some(self) -> bool:
        """Take in some subjects of a document that was opened, then check them all.

        Those that were checked early are checked again, beside all that is like them.
        """
        self._subjects.begin(self._opened[self._taken : self._taken + TAKEN_AT_ONCE])
        self._taken += TAKEN_AT_ONCE
        if self._taken < len(self._opened):
            if self._pace.is_resting:
                self.progressed.emit()
            return True
        opened, self._opened = self._opened, []
        self._early.clear()
        self._sweep.add(opened)
        if self._pace.is_hurried:
            self._sweep.hurry()
        return False

    def _take_in_more(self, segment_ids: Sequence[str]) -> None:
        """Take in the subjects of a file that came, a slice at a time, then check them all.

        Those that are like one of them are checked again, wherever they stand.
        """
        if self._document is not None:
            there = [] if self._opened else [segment.id for segment in self._document.segments]
            come = set(segment_ids)
            waiting = [id_ for id_ in there if id_ not in come]
            self._taken = self._taken if self._opened else len(waiting)
            self._opened = [*(self._opened or waiting), *segment_ids]
            self._pace.begin()
            self._taking.go_on()

    def _check(self, segment_id: str) -> tuple[Issue, ...]:
        subject = self._look_up(segment_id)
        return self._find(subject) if subject else ()

    def _look_up(self, segment_id: str) -> Subject | None:
        if self._opened:
            self._subjects.begin([segment_id])  # So that it is like those that are taken in.
        return self._subjects.of(segment_id)

    def _take(self, found: Found) -> None:
        changed = [segment_id for segment_id, issues in found if self._book.put(segment_id, issues)]
        if changed:
            self.changed.emit(changed)
