"""The terms at hand: the project's own and those of termbases, found in the segments.

Termbases are read in a worker; the project's own are records of the document and so can be
undone. What a term changes is looked for a slice at a time.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from app.background.slices import Slices
from app.editing.navigation import ids_from_place
from app.followers.follower import Follower
from app.marked import QT_TRANSLATE_NOOP
from app.state import Job, JobKind
from translation.errors import MurajiError
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.notes import WHOLE_DOCUMENT
from translation.model.term import TermBase
from translation.terms.book import NamedTermBase, TermBook
from translation.terms.checking import TermsAtWork
from translation.terms.choosing import choices
from translation.terms.confirmed_names import ConfirmedNames
from translation.terms.own import own_termbase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from app.background.job_board import JobBoard
    from app.editing.changes import Change
    from app.ports import Kept
    from translation.model.document import Document
    from translation.model.language import LanguagePair
    from translation.model.ports import Report
    from translation.model.segment import Segment
    from translation.terms.book import FoundTerm
    from translation.terms.choosing import TermChoice
    from translation.terms.files import TermbaseFile

    ReadTermbase = Callable[[Path, Report], TermBase]

READING = JobKind(
    "termbases",
    QT_TRANSLATE_NOOP("jobs", "Reading termbases…"),
    QT_TRANSLATE_NOOP("jobs", "Reading termbases, {done} of {total}"),
)
OWN, CONFIRMED = "", "\n"
"""The names of the project's own termbase, and of the names in what was confirmed."""
AT_A_TIME = 20
"""Segments that are looked through between two looks at the clock."""
LOOKED_THROUGH, MOST_READ = 5_000, 500
"""Segments from the place of work on, and those of them whose names are read: each takes some
milliseconds, and names that are far away help little."""
_KEPT = 512
"""Segments of which the terms are kept: those in view, and some beside them."""


class ReadFile(NamedTuple):
    """A termbase that was read, or why it was not."""

    file: TermbaseFile
    base: NamedTermBase | None
    error: MurajiError | None = None


class Terms(Follower):
    """Which terms stand in a segment, and what translations are held to."""

    changed = Signal(list)
    """Segment ids whose terms are others than before."""
    held = Signal(bool)
    """``at_work`` is another; whether any segment may be concerned, or those of ``changed``."""
    files_read = Signal()
    """``files`` are others."""

    def __init__(self, board: JobBoard, read: ReadTermbase, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._read = read
        self._document: Document | None = None
        self._own = NamedTermBase(OWN, TermBase())
        self._names = ConfirmedNames()
        self._named: NamedTermBase | None = NamedTermBase(CONFIRMED, TermBase(), checks=False)
        """The names as a termbase, None until somebody asks for them again."""
        self._unread: list[str] = []
        """The segments whose names were not read yet."""
        self._reading_names = Slices(self, self._read_names)
        self._wanted: tuple[TermbaseFile, ...] = ()
        self.files: tuple[ReadFile, ...] = ()
        """What became of the termbases that were chosen, in order."""
        self._books: dict[LanguagePair, TermBook] = {}
        self._found: dict[str, tuple[str, str, tuple[FoundTerm, ...]]] = {}
        self._held: dict[str, tuple[str, tuple[FoundTerm, ...]]] = {}
        self.at_work: TermsAtWork | None = None
        """What translations are held to, None for nothing."""
        self._looked_for: list[NamedTermBase] = []
        """The terms that came, went or were changed, and are looked for in the document."""
        self._to_look_at: Sequence[Segment] = ()
        self._looked_at = 0
        self._concerned: list[str] = []
        self._looking = Slices(self, self._look_some)

    # --- which there are -------------------------------------------------------------------

    def of(self, segment_id: str) -> tuple[FoundTerm, ...]:
        """Return the terms of a segment's source, in order."""
        document = self._document
        if document is None or segment_id not in document or not self._bases():
            return ()
        segment = document.segment(segment_id)
        target = document.shown_target(segment)
        known = self._found.get(segment_id)
        if known is None or known[:2] != (segment.source, target):
            if len(self._found) >= _KEPT:
                self._found.clear()
            found = self.book(document.pair_of(segment)).find(segment.source, target)
            known = self._found[segment_id] = (segment.source, target, found)
        return known[2]

    def held_in(self, segment_id: str) -> tuple[FoundTerm, ...]:
        """Return the terms of a source that translations are held to, whatever its target says.

        Every key that is typed paints its row: they are not looked for again.
        """
        document = self._document
        if document is None or self.at_work is None or segment_id not in document:
            return ()
        segment = document.segment(segment_id)
        known = self._held.get(segment_id)
        if known is None or known[0] != segment.source:
            if len(self._held) >= _KEPT:
                self._held.clear()
            found = self.at_work.book(document.pair_of(segment)).find(segment.source)
            known = self._held[segment_id] = (segment.source, found)
        return known[1]

    def choices(self, segment_id: str) -> tuple[TermChoice, ...]:
        """Return what can be chosen from the terms of a segment."""
        return choices((found.term, found.is_sure) for found in self.of(segment_id))

    def book(self, pair: LanguagePair) -> TermBook:
        """Return all terms of a pair, the project's own first."""
        if pair not in self._books:
            self._books[pair] = TermBook(self._bases(), pair)
        return self._books[pair]

    @property
    def count(self) -> int:
        """How many entries the termbases and the project have together, names aside."""
        bases = [base for base in self._bases() if base.name != CONFIRMED]
        return sum(len(base.termbase.entries) for base in bases)

    def _bases(self) -> list[NamedTermBase]:
        if self._named is None:
            self._named = NamedTermBase(CONFIRMED, self._names.termbase(), checks=False)
        here = [base for base in (self._own, self._named) if base.termbase.entries]
        return [*here, *(read.base for read in self.files if read.base is not None)]

    # --- the termbases that were chosen ------------------------------------------------------

    def go_by(self, files: Iterable[TermbaseFile]) -> None:
        """Read these termbases; those that are read already are not read again."""
        wanted = tuple(files)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        known = {read.file.path: read for read in self.files if read.base is not None}
        if all(file.path in known for file in wanted):
            self._take([_again(known[file.path], file) for file in wanted])
        else:
            self._start(wanted, known)

    def read_again(self) -> None:
        """Read all chosen termbases anew: somebody changed their files."""
        self._start(self._wanted, {})

    def _start(self, wanted: tuple[TermbaseFile, ...], known: dict[str, ReadFile]) -> None:
        document = self._document
        pairs = {file.pair for file in document.files} if document else {ARABIC_TO_ENGLISH}

        def work(_token: object, report: Report) -> list[ReadFile]:
            return [
                _again(known[file.path], file)
                if file.path in known
                else _read_file(file, self._read, pairs, report)
                for file in wanted
            ]

        self._board.start(Job(READING, total=len(wanted)), work, self._take)

    def _take(self, read: list[ReadFile]) -> None:
        self.files = tuple(read)
        for one in read:
            if one.error is not None:
                self.failed.emit(one.error)
        self._begin_anew(everywhere=True)
        self.files_read.emit()
        if self._document is not None:
            self.changed.emit([segment.id for segment in self._document.segments])

    # --- going along -----------------------------------------------------------------------

    def open(self, document: Document, kept: Kept) -> None:
        """Take the terms of a project's own."""
        self._document = document
        self._own = NamedTermBase(OWN, own_termbase(document))
        self._begin_anew(everywhere=True)
        near = islice(ids_from_place(document, kept), LOOKED_THROUGH)
        self._read_later(id_ for id_ in near if document.segment(id_).state.is_done)

    def follow(self, change: Change) -> None:
        """Take in that a term was added, changed or taken out, or that languages are others."""
        for id_ in change.removed:
            self._found.pop(id_, None)
            self._forget_names(id_)
        if not change.is_typing:
            self._read_later(islice(change.segments, MOST_READ))
        if WHOLE_DOCUMENT in change.annotated:
            self._take_own()
        if change.pair_changed:
            self._found.clear()
            self._held.clear()

    def close(self) -> None:
        """Forget the document and its terms."""
        self._looking.stop()
        self._reading_names.stop()
        self._names, self._named, self._unread = ConfirmedNames(), None, []
        self._document = None
        self._own = NamedTermBase(OWN, TermBase())
        self._looked_for, self._concerned = [], []
        self._to_look_at, self._looked_at = (), 0
        self._begin_anew(everywhere=True)

    def _take_own(self) -> None:
        assert self._document is not None
        before, after = self._own.termbase, own_termbase(self._document)
        if before == after:
            return
        others = set(before.entries) ^ set(after.entries)
        self._own = NamedTermBase(OWN, after)
        self._begin_anew(everywhere=False)
        self._looked_for.append(NamedTermBase(OWN, TermBase(tuple(others))))
        self._to_look_at, self._looked_at = self._document.snapshot(), 0
        self._concerned = []
        self._looking.go_on()

    def _begin_anew(self, *, everywhere: bool) -> None:
        self._books.clear()
        self._found.clear()
        self._held.clear()
        at_work = TermsAtWork(self._bases())
        self.at_work = at_work if at_work else None
        self.held.emit(everywhere)

    # --- the names of what is confirmed ---------------------------------------------------------

    def _read_names(self) -> bool:
        if self._unread:
            self._take_names(self._unread.pop())
        return bool(self._unread)

    def _read_later(self, segment_ids: Iterable[str]) -> None:
        """Read names once the hands rest; what is confirmed no more has none from now on."""
        document = self._document
        for id_ in segment_ids:
            if document is not None and id_ in document and document.segment(id_).state.is_done:
                self._unread.append(id_)
            else:
                self._forget_names(id_)
        del self._unread[:-MOST_READ]
        if self._unread:
            self._reading_names.start(0)

    def _take_names(self, segment_id: str) -> None:
        document = self._document
        if document is None or segment_id not in document:
            return
        segment = document.segment(segment_id)
        if segment.state.is_done:
            pair, target = document.pair_of(segment), segment.target or ""
            if self._names.put(segment_id, segment.source, target, pair):
                self._know_other_names()

    def _forget_names(self, segment_id: str) -> None:
        if self._names.remove(segment_id):
            self._know_other_names()

    def _know_other_names(self) -> None:
        self._named = None
        self._books.clear()
        self._found.clear()

    # --- what a term concerns ----------------------------------------------------------------

    def _look_some(self) -> bool:
        document = self._document
        if document is None:
            return False
        some = self._to_look_at[self._looked_at : self._looked_at + AT_A_TIME]
        self._concerned += [
            one.id
            for one in some
            if one.id in document and self._concerns(document.segment(one.id))
        ]
        self._looked_at += AT_A_TIME
        if self._looked_at < len(self._to_look_at):
            return True
        self._looked_for, self._to_look_at, self._looked_at = [], (), 0
        self.changed.emit(self._concerned)
        return False

    def _concerns(self, segment: Segment) -> bool:
        assert self._document is not None
        pair, target = self._document.pair_of(segment), self._document.shown_target(segment)
        for base in self._looked_for:
            book = TermBook([base], pair)
            if book.find(segment.source) or any(True for _ in book.forbidden_in(target)):
                return True
        return False


def _again(read: ReadFile, file: TermbaseFile) -> ReadFile:
    """Return what was read of a file, held to or not as it is chosen now."""
    base = read.base
    if base is None or base.checks == file.checks:
        return ReadFile(file, base, read.error)
    return ReadFile(file, NamedTermBase(base.name, base.termbase, file.checks))


def _read_file(
    file: TermbaseFile, read: ReadTermbase, pairs: Iterable[LanguagePair], report: Report
) -> ReadFile:
    path = Path(file.path)
    try:
        base = NamedTermBase(path.name, read(path, report), file.checks)
    except MurajiError as error:
        return ReadFile(file, None, error)
    for pair in pairs:
        base.index(pair)  # While nobody waits.
    return ReadFile(file, base)
