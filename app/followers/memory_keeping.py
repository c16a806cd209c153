"""Writing confirmed segments into memories, in a thread of its own, until they are there."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.background.alive import wait_alive
from app.background.posting import post
from app.background.slices import Slices
from translation.errors import TranslationMemoryError
from translation.memory.catching_up import catch_up, is_kept
from translation.memory.of_document import segment_place, unit_of
from translation.memory.shelf import Shelf
from translation.model.edits import Insert, Put, Remove
from translation.model.segment import Segment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.editing.changes import Change
    from translation.memory import MemoryFile
    from translation.memory.shelf import UsedMemory
    from translation.model.document import Document
    from translation.model.memory_unit import MemoryUnit

AT_ONCE = 50
"""Segments that are made ready for a memory at a time."""
TRIES = 5
"""How often a memory that another program is just writing is tried; an import takes long."""
AGAIN_SECONDS = 2.0
REST_SECONDS = 0.05
"""Rest between two parts of a document that is compared with a memory: nobody waits for it."""


class _Ended(Exception):
    """The document was closed."""


class MemoryKeeping(QObject):
    """Keeps what a document has for the memories that may be written.

    What cannot be written is told, and made good when the document is opened again.
    """

    written = Signal()
    """Something went into a memory, or out of one."""
    failed = Signal(object)
    _failed = Signal(object)
    _written = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: ThreadPoolExecutor | None = None
        self._shelf = Shelf((), self.tell)
        self._ending = Event()
        self._told: set[str] = set()
        self._document: Document | None = None
        self._project = self._author = ""
        self._changed: dict[str, None] = {}
        """Segments that memories have still to hear of, in order."""
        self._taking = Slices(self, self._take_some)
        self._failed.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._written.connect(self.written, Qt.ConnectionType.QueuedConnection)

    def begin(self, used: Sequence[UsedMemory]) -> None:
        """Begin with a document."""
        if all(one.read_only for one in used):
            return
        self._ending = Event()
        self._told = set()
        self._shelf = Shelf(used, self.tell)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="memory")

    def catch_up(self, copy: Document, project: str) -> None:
        """Make good what was lost: ``copy`` is one of the document that nobody changes."""
        if self._thread is not None:
            self._do(lambda memory: catch_up(memory, copy, project, self._rest), resting=True)

    def hear(self, document: Document, ids: Sequence[str], project: str, author: str) -> None:
        """Hear of segments that are, or were, confirmed; many are taken a little at a time."""
        if self._thread is not None:
            self._document, self._project, self._author = document, project, author
            self._changed.update(dict.fromkeys(ids))
            self._taking.go_on()

    def _take_some(self) -> bool:
        """Have some segments written as they are now; tell whether others are left."""
        document = self._document
        if document is None:
            return False
        some = list(islice(self._changed, AT_ONCE))
        for id_ in some:
            del self._changed[id_]
        units: list[MemoryUnit] = []
        gone: list[tuple[str, str]] = []
        names = dict.fromkeys(file.name for file in document.kept_files)
        for id_ in some:
            if id_ in document and is_kept(document, row := document.row(id_)):
                units.append(unit_of(document, row, self._project, self._author, time.time()))
            else:
                gone += ((name, segment_place(id_, self._project)) for name in names)
        self._do(partial(_write, units, gone))
        return bool(self._changed)

    def end(self) -> None:
        """Write what was heard of, and end the thread."""
        while self._changed and self._take_some():
            pass
        self._taking.stop()
        self._document = None
        thread, self._thread = self._thread, None
        if thread is not None:
            self._ending.set()
            wait_alive(partial(thread.shutdown, wait=True))
            self._shelf.close()

    def tell(self, error: object) -> None:
        """Tell of a memory, from any thread; each thing once while a document is open."""
        post(self._failed, error)

    def _do(self, write: Callable[[MemoryFile], int], *, resting: bool = False) -> None:
        """Do something with each memory, in the thread."""
        assert self._thread is not None
        self._thread.submit(self._run, write, resting)

    def _run(self, write: Callable[[MemoryFile], int], resting: bool) -> None:
        if resting and self._ending.wait(REST_SECONDS):
            return
        for memory in self._shelf.writable():
            try:
                if self._tried(write, memory):
                    post(self._written)
            except _Ended:
                return
            except TranslationMemoryError as error:
                self.tell(error)

    def _tried(self, write: Callable[[MemoryFile], int], memory: MemoryFile) -> int:
        for left in reversed(range(TRIES)):
            try:
                return write(memory)
            except TranslationMemoryError as error:
                if error.reason != "busy" or not left or self._ending.wait(AGAIN_SECONDS):
                    raise
        return 0

    def _rest(self) -> None:
        if self._ending.wait(REST_SECONDS):
            raise _Ended

    def _tell(self, error: object) -> None:
        if isinstance(error, TranslationMemoryError) and str(error) not in self._told:
            self._told.add(str(error))
            self.failed.emit(error)


def _write(units: Sequence[MemoryUnit], gone: Sequence[tuple[str, str]], memory: MemoryFile) -> int:
    if gone:
        memory.take_out(gone)
    if units:
        memory.put(units)
    return len(units) + len(gone)


def concerned(change: Change, document: Document) -> list[str]:
    """Return the segments that are confirmed, or were, and whose text or place is another."""
    ids: list[str] = []
    for edit in change.batch.edits if change.batch is not None else ():
        match edit:
            case Put(Segment() as before, Segment() as after):
                if before.state.is_done or after.state.is_done:
                    ids.append(after.id)
            case Insert(_, segment) | Remove(_, segment):
                if segment.state.is_done:
                    ids.append(segment.id)
    for unit_id in change.units:
        ids += (one.id for one in document.unit_segments(unit_id) if one.state.is_done)
    return ids
