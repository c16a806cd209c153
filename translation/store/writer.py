"""The writer: one thread that brings everything a person does onto the disk within moments.

Entries are numbered from 1 in the order they are given. Typing that continues one undo step is
written as one batch; the rest of a transaction is whatever gathered meanwhile.
"""

from __future__ import annotations

import sys
import threading
import time
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from translation.errors import ProjectError
from translation.store.batches import merge
from translation.store.entries import Entry
from translation.store.identity import LOSSES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from translation.model.document import Document
    from translation.store.entries import AnyEntry
    from translation.store.project import ProjectFile

GATHER = 0.25
"""Seconds that an entry waits for others at most, so that nothing is older than 0.5 s unsaved."""
RETRY = 1.0
"""Seconds until writing is tried again after it failed."""
IDLE = 3.0
"""Seconds without work after which everything is brought into the one file."""
LOOK = 2.0
"""Seconds after which it is looked whether the file still is the one that is open."""


class Writer:
    """Writes into a project from a thread of its own; nothing given to it is dropped.

    ``on_saved(number)`` says that every entry up to this number is on the disk; ``on_failed``
    gives the ProjectError of an attempt that failed: the entries are kept and tried again until
    there is room. Where the file was lost (``LOSSES``) nothing is tried again before the owner
    gave the whole document with ``write_anew``; ``on_kept`` then says what was lost how, and the
    project lies elsewhere. All are called from the writer's thread.
    """

    def __init__(
        self,
        project: ProjectFile,
        on_saved: Callable[[int], None],
        on_failed: Callable[[ProjectError], None],
        on_kept: Callable[[ProjectError], None] = lambda loss: None,
        *,
        elsewhere: Path | None = None,
        gather: float = GATHER,
        retry: float = RETRY,
        idle: float = IDLE,
        look: float = LOOK,
    ) -> None:
        self._project = project
        self._on_saved = on_saved
        self._on_failed = on_failed
        self._on_kept = on_kept
        self._elsewhere = elsewhere
        self._gather, self._retry, self._idle, self._look_every = gather, retry, idle, look
        self._changed = threading.Condition()
        self._pending: list[AnyEntry] = []
        self._given = self._durable = 0
        self._attempt = self._failed_attempt = 0
        self._due = self._written_at = 0.0
        self._untidy = self._closing = False
        self._looks = 0
        self._look_at = time.monotonic() + look
        self._loss: ProjectError | None = None
        self._kept = 0
        self._anew: tuple[Document, list[AnyEntry], int] | None = None
        self._thread = threading.Thread(target=self._run, name="project writer", daemon=True)
        self._thread.start()

    # --- for the owner of the document -----------------------------------------------------

    @property
    def given(self) -> int:
        """The number of the last entry taken."""
        return self._given

    @property
    def durable(self) -> int:
        """The number up to which everything is on the disk."""
        return self._durable

    def submit(self, entry: AnyEntry, *, flush: bool = False) -> int:
        """Take an entry and return its number; ``flush`` (a confirm) writes without waiting."""
        with self._changed:
            if self._closing:
                raise ProjectError("closed", file=self._project.path)
            if flush:
                self._due = 0.0
            elif not self._pending:
                self._due = time.monotonic() + self._gather
            both = _merged(self._pending[-1], entry) if self._pending else None
            self._pending[-1:] = [both] if both is not None else [*self._pending[-1:], entry]
            self._given += 1
            self._changed.notify_all()
            return self._given

    @property
    def loss(self) -> ProjectError | None:
        """What happened to the file, where it was lost and the work is not yet written anew."""
        return self._loss

    @property
    def kept(self) -> int:
        """How often the whole work was written anew because the file was lost."""
        return self._kept

    def write_anew(self, document: Document) -> None:
        """Take the whole document, with all that was given in it, to be written into a new file.

        To be called by the document's owner where ``loss`` says so; the copy is the writer's.
        """
        with self._changed:
            if self._loss is None:
                return
            pending, self._pending = self._pending, []
            if self._anew is not None:
                pending = [*self._anew[1], *pending]
            self._anew = (document, pending, self._given)
            self._due = 0.0
            self._changed.notify_all()

    def drain(self, timeout: float | None = None) -> bool:
        """Wait until all that was given is on the disk, in a file that still is the project's.

        Returns False where that failed (``on_failed`` is told; it will be tried again), where
        the file was lost (``loss``), or where it took longer than ``timeout`` seconds.
        """
        with self._changed:
            wanted, attempt, looks = self._given, self._attempt, self._looks
            self._due = self._look_at = 0.0
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._is_settled(wanted, attempt, looks), timeout)
            return self._loss is None and self._durable >= wanted and self._looks > looks

    def _is_settled(self, wanted: int, attempt: int, looks: int) -> bool:
        if self._failed_attempt > attempt:
            return True
        if self._loss is not None:
            return self._anew is None
        return self._durable >= wanted and self._looks > looks

    def close(self, timeout: float | None = None) -> bool:
        """Drain, then end the thread; the project stays open. Returns what ``drain`` does."""
        saved = self.drain(timeout)
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join()
        return saved or self._durable == self._given

    # --- the thread ------------------------------------------------------------------------

    def _run(self) -> None:
        while (task := self._next_task()) is not None:
            task()

    def _next_task(self) -> Callable[[], None] | None:
        """Wait until there is something to do; None where it is time to end."""
        with self._changed:
            while True:
                now = time.monotonic()
                dues = self._dues()
                for due, task in dues:
                    if now >= due:
                        return task
                if self._closing:
                    return None
                self._changed.wait(min(due for due, _ in dues) - now if dues else None)

    def _dues(self) -> list[tuple[float, Callable[[], None]]]:
        """Return what there is to do with the moment of each, the most urgent kind first."""
        if self._loss is not None:
            return [(self._due, self._write_anew)] if self._anew else []
        dues: list[tuple[float, Callable[[], None]]] = [(self._look_at, self._look)]
        if self._pending:
            dues.insert(0, (self._due, self._write))
        elif self._untidy:
            dues.insert(0, (self._written_at + self._idle, self._tidy))
        return dues

    def _look(self) -> None:
        try:
            self._project.check()
        except ProjectError as error:
            self._attempt += 1
            self._fail(error)
            return
        with self._changed:
            self._looks += 1
            self._look_at = time.monotonic() + self._look_every
            self._changed.notify_all()

    def _write(self) -> None:
        with self._changed:
            entries, self._pending = self._pending, []
            number = self._given
            self._attempt += 1
        try:
            self._project.write(entries)
        except Exception as error:
            self._keep(entries, error)
            return
        with self._changed:
            self._durable = number
            self._untidy, self._written_at = True, time.monotonic()
            self._changed.notify_all()
        _tell(self._on_saved, number)

    def _keep(self, entries: list[AnyEntry], error: Exception) -> None:
        with self._changed:
            self._pending[:0] = entries
            self._due = time.monotonic() + self._retry
        self._fail(error)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ProjectError):
            error = ProjectError("not_saved", file=self._project.path, detail=error)
        with self._changed:
            self._failed_attempt = self._attempt
            if error.reason in LOSSES:
                self._loss = error
            self._look_at = time.monotonic() + self._look_every
            self._changed.notify_all()
        _tell(self._on_failed, error)

    def _write_anew(self) -> None:
        with self._changed:
            assert self._anew is not None
            assert self._loss is not None
            (document, entries, number), loss = self._anew, self._loss
            self._attempt += 1
        try:
            self._project.write_anew(document, entries, self._elsewhere)
        except Exception as error:
            with self._changed:
                self._due = time.monotonic() + self._retry
            self._fail(error)
            return
        with self._changed:
            self._loss = self._anew = None
            self._kept += 1
            self._durable = max(self._durable, number)
            self._looks += 1
            self._look_at = time.monotonic() + self._look_every
            self._changed.notify_all()
        _tell(self._on_kept, loss)
        _tell(self._on_saved, number)

    def _tidy(self) -> None:
        self._untidy = False
        # Where it fails, nothing is lost: the log beside the file holds everything.
        with suppress(ProjectError):
            self._project.checkpoint()


def _merged(last: AnyEntry, entry: AnyEntry) -> Entry | None:
    """Return one entry for two that continue the typing of one undo step, else None."""
    if not (isinstance(last, Entry) and isinstance(entry, Entry)):
        return None
    if last.action != "do" or entry.action != "do" or last.step != entry.step:
        return None
    both = merge(last.batch, entry.batch)
    return None if both is None else replace(entry, batch=both)


def _tell(callback: Callable[[Any], None], value: object) -> None:
    """Call back; an error there is reported as any thread's, but does not stop the saving."""
    try:
        callback(value)
    except Exception:
        kind, error, where = sys.exc_info()
        if kind is not None:
            threading.excepthook(
                threading.ExceptHookArgs((kind, error, where, threading.current_thread()))
            )
