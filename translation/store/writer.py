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

if TYPE_CHECKING:
    from collections.abc import Callable

    from translation.store.entries import AnyEntry
    from translation.store.project import ProjectFile

GATHER = 0.25
"""Seconds that an entry waits for others at most, so that nothing is older than 0.5 s unsaved."""
RETRY = 1.0
"""Seconds until writing is tried again after it failed."""
IDLE = 3.0
"""Seconds without work after which everything is brought into the one file."""


class Writer:
    """Writes into a project from a thread of its own; nothing given to it is dropped.

    ``on_saved(number)`` says that every entry up to this number is on the disk; ``on_failed``
    gives the ProjectError of an attempt that failed: the entries are kept and tried again until
    there is room. Both are called from the writer's thread.
    """

    def __init__(
        self,
        project: ProjectFile,
        on_saved: Callable[[int], None],
        on_failed: Callable[[ProjectError], None],
        *,
        gather: float = GATHER,
        retry: float = RETRY,
        idle: float = IDLE,
    ) -> None:
        self._project = project
        self._on_saved = on_saved
        self._on_failed = on_failed
        self._gather, self._retry, self._idle = gather, retry, idle
        self._changed = threading.Condition()
        self._pending: list[AnyEntry] = []
        self._given = self._durable = 0
        self._attempt = self._failed_attempt = 0
        self._due = self._written_at = 0.0
        self._untidy = self._closing = False
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

    def drain(self, timeout: float | None = None) -> bool:
        """Wait until all that was given is on the disk.

        Returns False where that failed (``on_failed`` is told; it will be tried again) or took
        longer than ``timeout`` seconds.
        """
        with self._changed:
            wanted, attempt = self._given, self._attempt
            self._due = 0.0
            self._changed.notify_all()
            self._changed.wait_for(
                lambda: self._durable >= wanted or self._failed_attempt > attempt, timeout
            )
            return self._durable >= wanted

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
                if self._pending and now >= self._due:
                    return self._write
                if self._closing:
                    return None
                tidy_at = self._written_at + self._idle
                if not self._pending and self._untidy and now >= tidy_at:
                    return self._tidy
                until = self._due if self._pending else tidy_at if self._untidy else None
                self._changed.wait(None if until is None else until - now)

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
            self._failed_attempt = self._attempt
            self._changed.notify_all()
        if not isinstance(error, ProjectError):
            error = ProjectError("not_saved", file=self._project.path, detail=error)
        _tell(self._on_failed, error)

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
