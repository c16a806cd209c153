"""A program for test_killed_in_steps.py: does what is done to many segments, until it is killed.

    mass_worker.py TABLE RETURNED MORE

TABLE is opened, RETURNED is the same table as it comes back from a colleague, MORE a file to be
added. Each step is done when the one before has ended in memory, not when it is on the disk. It
says on standard output, a line each: ``done N DIGEST`` where step N has ended, and ``saved N``
where the window would show that all of it is saved.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from app.composition import program_services
from app.editing import document_owner, many, replacing
from app.editing.replacing import Query, Replacements, Searching
from app.session import Session
from app.state import SaveKind
from translation.model.document import Document
from translation.text.finding import SearchText

PIECES = 20
"""Segments in one piece of a step, far fewer than usual: a kill comes in the middle of most."""


def digest(document: Document) -> str:
    """Return a hash of all that people did to a document, the same for the same work."""
    rows = [(s.id, s.source, s.target, s.state, s.locked) for s in document.segments]
    return hashlib.sha256(repr((rows, [f.name for f in document.files])).encode()).hexdigest()


class MassWorker:
    """Does one step over many after the other."""

    def __init__(self, session: Session, table: Path, returned: Path, more: Path) -> None:
        self._session, self._returned, self._more = session, returned, more
        self._done = 0
        self._given = 0
        self._found: list[object] = []
        self._waits = self._steps()
        session.exchange.returned.connect(self._found.append)
        session.failed.connect(self._fail)
        session.autosave.changed.connect(self._say_saved)
        session.files.opened.connect(self._begin)
        session.files.open(table)

    def _begin(self) -> None:
        self._say_done()
        QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        """Go on with the steps where what the last one waits for has come."""
        is_busy = self._session.jobs.current is not None or self._session.editor.is_at_many
        if not is_busy and next(self._waits):
            self._done += 1
            self._say_done()
        QTimer.singleShot(1, self._go_on)

    def _fail(self, error: object) -> None:
        print(error, file=sys.stderr, flush=True)
        QCoreApplication.exit(1)

    def _say_done(self) -> None:
        print("done", self._done, digest(self._session.document), flush=True)
        self._given = self._done

    def _say_saved(self, _state: object) -> None:
        if self._session.autosave.state.kind is SaveKind.SAVED:
            print("saved", self._given, flush=True)

    def _steps(self) -> Iterator[bool]:
        """Do the steps; gives whether one has ended, or is waited for."""
        session, editor = self._session, self._session.editor
        undo, redo = editor.undo, editor.redo
        session.files.restoring.make("at first")
        for do in (self._confirm, undo, redo, self._unconfirm):
            do()
            yield True
        for do in (self._replace, undo, redo, self._lock):
            do()
            yield True
        before = len(session.document)
        session.originals.add([self._more])
        while len(session.document) == before:
            yield False
        yield True
        for do in (self._remove_last, undo, undo, redo, self._split, undo, redo, self._merge):
            do()
            yield True
        session.exchange.read_return(self._returned)
        while not self._found:
            yield False
        found = self._found[0]
        session.exchange.apply_return(found, range(len(found.rows)))
        yield True
        undo()
        yield True
        yield from self._go_back(redo)

    def _go_back(self, then: Callable[[], None]) -> Iterator[bool]:
        point = next(p for p in self._session.files.restoring.points if p.label == "at first")
        before = digest(self._session.document)
        self._session.files.restoring.go_back(point)
        while digest(self._session.document) == before:
            yield False
        yield True
        self._session.editor.undo()
        yield True
        then()
        yield True
        while not self._session.autosave.drain():
            yield False
        print("end", flush=True)
        QCoreApplication.quit()
        yield False

    def _ids(self) -> list[str]:
        return [segment.id for segment in self._session.document.segments]

    def _confirm(self) -> None:
        self._session.editor.many.confirm(self._ids())

    def _unconfirm(self) -> None:
        self._session.editor.many.unconfirm(self._ids())

    def _lock(self) -> None:
        self._session.editor.many.lock(self._ids()[::2], True)

    def _replace(self) -> None:
        document = self._session.document
        search = Searching(document, Query(SearchText("city"), template="town"))
        hits = [hit for segment in document.segments for hit in search.hits(segment)]
        self._session.editor.do_all(search.all_replaced(hits, Replacements()))

    def _remove_last(self) -> None:
        self._session.originals.remove(self._session.originals.all[-1])

    def _split(self) -> None:
        self._session.editor.split(self._ids()[3], 12, 4)

    def _merge(self) -> None:
        self._session.editor.merge_with_next(self._ids()[3])


if __name__ == "__main__":
    many.PIECE = replacing.PIECE = PIECES
    document_owner.BREATH = 0.0
    application = QCoreApplication([])
    worker = MassWorker(Session(program_services()), *map(Path, sys.argv[1:]))
    application.exec()
