"""Who had a hand in each segment, as the history of the project and its records say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.background.jobs import Jobs
from app.background.soon import Soon
from app.editing.changes import Cause
from app.followers.follower import Follower
from translation.model.authorship import AuthorshipTable, standing, touches_of
from translation.store import authorship_until

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from app.editing.changes import Change
    from app.files.autosave import Autosave
    from app.ports import Kept
    from translation.errors import MurajiError
    from translation.model.authorship import Authorship, Touch
    from translation.model.document import Document
    from translation.system.cancel import CancelToken

SOON_MS = 1500
"""After opening: what is seen first comes first."""


class Authors(Follower):
    """Who brought each segment into its state, and when; who else edited it or said something.

    What is done in this session is known at once, also when it is undone. What was done before is
    read in a thread soon after opening, or at once where somebody asks.
    """

    changed = Signal()
    """More is known than before."""

    def __init__(self, autosave: Autosave, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._autosave = autosave
        self._document: Document | None = None
        self._workers: Jobs | None = None
        self._table = AuthorshipTable()
        self._missed: list[Callable[[AuthorshipTable], None]] | None = None
        """What was done since opening, while the past is not read yet."""
        self._is_wanted = False
        self._soon = Soon(self, self._read, SOON_MS)

    # --- asking ----------------------------------------------------------------------------

    def standing(self, segment_id: str) -> list[Authorship]:
        """Return who a segment's state rests on, in order: who edited, confirmed, reviewed it."""
        document = self._document
        if document is None or segment_id not in document:
            return []
        return standing(self._table.of(segment_id), document.segment(segment_id).state)

    def of(self, segment_id: str) -> tuple[str, ...]:
        """Return the names of all who had a segment, the first first."""
        names = [hand.author for hand in self._table.of(segment_id) if hand.author]
        document = self._document
        if document is not None and len(document.records):
            names += (record.author for record in document.records.of(segment_id) if record.author)
        return tuple(dict.fromkeys(names))

    @property
    def everybody(self) -> list[str]:
        """All names, in order of the alphabet."""
        found = set(self._table.authors)
        if self._document is not None:
            found.update(record.author for record in self._document.records if record.author)
        return sorted(found, key=str.casefold)

    def ask(self) -> None:
        """Have the past read now, where it is not yet; ends in ``changed``."""
        self._is_wanted = True
        self._read()

    # --- following -------------------------------------------------------------------------

    def open(self, document: Document, kept: Kept) -> None:
        """Begin with another document."""
        self._document = document
        project = self._autosave.project
        if project is not None and project.history.last_row:
            self._missed = []
            self._soon.again()

    def follow(self, change: Change) -> None:
        """Take in who did it; what came of a split or a merge was with the same people."""
        batch = change.batch
        if batch is None or change.cause is None:
            return
        touches = list(touches_of(batch.edits))
        if not touches:
            return
        done = partial(_take_in, change.cause, change.step, (batch.author, batch.time), touches)
        done(self._table)
        if self._missed is not None:
            self._missed.append(done)

    def close(self) -> None:
        """Forget it all, and read no more."""
        self._soon.stop()
        self._document, self._is_wanted, self._missed = None, False, None
        self._table = AuthorshipTable()
        workers, self._workers = self._workers, None
        if workers is not None:
            workers.close()
            workers.deleteLater()

    # --- the past --------------------------------------------------------------------------

    def _read(self) -> None:
        self._soon.stop()
        project = self._autosave.project
        if self._missed is None or self._workers is not None or project is None:
            return
        self._workers = Jobs(self, threads=1)
        last = project.history.last_row

        def read(token: CancelToken, _report: object) -> AuthorshipTable:
            return authorship_until(project, last, token.raise_if_cancelled)

        self._workers.start(read, self._take, self._forgo)

    def _take(self, table: AuthorshipTable) -> None:
        for done in self._missed or ():
            done(table)
        self._table, self._missed = table, None
        self.changed.emit()

    def _forgo(self, error: MurajiError) -> None:
        """Go on with what is known; of a damaged history a person hears elsewhere, too."""
        self._missed = None
        if self._is_wanted:
            self.failed.emit(error)


def _take_in(
    cause: Cause, step: int, by: tuple[str, float], touches: list[Touch], table: AuthorshipTable
) -> None:
    if cause is Cause.UNDO:
        table.take_back(step, touches)
    else:
        table.do(step, *by, touches)
