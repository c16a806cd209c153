"""A project file: a document with its drafts, journal and restore points on disk.

``ProjectFile.create`` and ``open`` give one; everything written afterwards goes through
``write`` or its short forms, each call one transaction that is on the disk when it returns.
Calls may come from any thread; one at a time is served.
"""

from __future__ import annotations

import os
import sqlite3
import time
from threading import RLock
from typing import TYPE_CHECKING, Any, Self

from translation.errors import ProjectError, UsageError
from translation.model.document import Document
from translation.model.imported import Notice
from translation.model.ports import no_report
from translation.store import connection as connections
from translation.store import journal, keeping, reading, schema
from translation.store.building import append_drafts, claimed, write_new
from translation.store.connection import telling
from translation.store.copying import open_for_reading
from translation.store.database import OpenDatabase
from translation.store.edit_times import edit_times
from translation.store.entries import DraftEntry, Entry, MetaEntry, PointEntry, no_pause, pausing
from translation.store.history import History, UndoStep, rebuild
from translation.store.identity import set_foreign_log_aside
from translation.store.journal import NOTHING_KEPT, Kept
from translation.store.lock import LockedError, ProjectLock
from translation.store.packed_rows import PackedRow
from translation.store.placing import place_whole
from translation.store.restoring import batch_back
from translation.store.steps import StepReader
from translation.store.values import BadValueError
from translation.store.verification import Verification
from translation.system.collecting import no_collecting
from translation.system.paths import real_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from translation.model.draft import Draft
    from translation.model.edit_times import SegmentEdit
    from translation.model.edits import EditBatch
    from translation.model.ports import Report
    from translation.model.restore_point import RestorePoint
    from translation.store.entries import AnyEntry, Between
    from translation.store.history import Action
    from translation.store.verifying import Verdict

_STILL_READABLE = {"read_only", "disk_full", "not_saved", "busy", "history_damaged", "unsound"}
"""Reasons not to write into a project that may be read all the same."""


class ProjectFile:
    """An open project. ``document`` is what it held when opened; its owner edits it.

    ``obstacle`` says why it is read-only (None where it is not). ``history`` is the undo history
    at opening; a read-only project has none. ``give_way`` is called before each entry is written.
    """

    def __init__(self, path: Path, obstacle: ProjectError | None = None) -> None:
        self.path = path
        self.document = Document()
        self.history = History()
        self.obstacle = obstacle
        self.give_way: Between = no_pause
        self._verification = Verification()
        self._meta: dict[str, Any] = {}
        self.notices: tuple[Notice, ...] = ()
        """What was odd at opening."""
        self._points: tuple[RestorePoint, ...] = ()
        self._created = time.time()
        self._steps = StepReader(self._original)
        self._rows: list[PackedRow] = []
        """What this process wrote into the journal, for where the file is lost."""
        self._database: OpenDatabase | None = None
        self._mutex = RLock()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written here."""
        return self.obstacle is not None

    @property
    def owner(self) -> str:
        """Who has it open elsewhere, as "user@host, process, since"; empty for nobody."""
        return self.obstacle.facts.get("owner", "") if self.obstacle else ""

    # --- opening and closing ---------------------------------------------------------------

    @classmethod
    def create(
        cls,
        path: Path,
        document: Document,
        *,
        replace: bool = False,
        report: Report = no_report,
        kept: Kept = NOTHING_KEPT,
    ) -> Self:
        """Make a project of a document and open it; the file appears whole or not at all.

        ``kept`` is put beside the document: the journal that led to it, for instance.
        Raises ProjectError: "exists" unless ``replace``, "in_use" where that one is open,
        "disk_full", "read_only", "not_saved"; and what ``report`` raises, asked once more before
        the file takes its place.
        """
        with telling(path):
            project = cls(real_path(path))
        project.document, project._verification = document, Verification.of_new()
        with claimed(project.path, replace) as lock:
            with place_whole(project.path) as partial, no_collecting():
                write_new(partial, document, kept)
                report(0, 0)
            project._database = OpenDatabase(
                project.path, lock, lambda: connections.open_for_writing(project.path)
            )
        return project

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a project, for writing where nothing is in the way (see ``obstacle``).

        Raises InputError for what is no readable file, ProjectError for what is no project.
        """
        path = connections.readable_place(path)
        try:
            lock = ProjectLock(path)
        except LockedError as error:
            return cls._open_read_only(path, ProjectError("locked", file=path, owner=error.owner))
        except OSError as error:
            connections.check_header(path)
            detail = error.strerror or str(error)
            return cls._open_read_only(path, ProjectError("read_only", file=path, detail=detail))
        project = cls(path)
        try:
            connections.check_header(path)
            connections.check_writable(path)
            with telling(path):
                aside = set_foreign_log_aside(path, lock.found_tie)
                project._database = OpenDatabase(path, lock, project._read_for_writing)
                project._verification.count_anew(project._database)
        except BaseException as error:
            lock.release()
            if isinstance(error, ProjectError) and error.reason in _STILL_READABLE:
                return cls._open_read_only(path, error)
            raise
        with project._mutex:
            connection = project._open_database().connection
            project._steps.read_recent(connection, path, project.history.steps)
        if aside:
            project.notices = (Notice("foreign_log", (("file", path.name), ("log", aside.name))),)
        return project

    def _read_for_writing(self) -> sqlite3.Connection:
        connection = connections.open_for_writing(self.path)
        try:
            self._read(connection)
            self._rebuild_history(connection)
            # Only now: a damaged file is not written into.
            schema.upgrade(connection)
            self._verification.look_at_small(connection)
            if obstacle := self._verification.obstacle(self.path):
                raise obstacle
        except BaseException:
            connection.close()
            raise
        return connection

    def _rebuild_history(self, connection: sqlite3.Connection) -> None:
        try:
            self.history = rebuild(journal.steps(connection), self._step_batches)
        except (ValueError, sqlite3.DatabaseError) as error:
            raise ProjectError("history_damaged", file=self.path, detail=error) from error

    @classmethod
    def _open_read_only(cls, path: Path, obstacle: ProjectError) -> Self:
        project = cls(path, obstacle)
        with telling(path), open_for_reading(path) as connection:
            project._read(connection)
            project._verification.look_at_small(connection)
        return project

    def _read(self, connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN")
        try:
            self.document = reading.read_document(connection)
            self._meta = journal.meta(connection)
            self._points = tuple(journal.restore_points(connection))
            self._created = reading.read_created(connection)
        finally:
            connection.execute("ROLLBACK")

    # --- verifying -------------------------------------------------------------------------

    @property
    def verdict(self) -> Verdict | None:
        """What verifying found: at opening where the project is small, else after ``verify``."""
        return self._verification.verdict

    def verify(self, report: Report = no_report) -> Verdict:
        """Compare everything with its checksums and the journal; from any thread, beside writing.

        Raises ProjectError where it cannot be read or is closed, and what ``report`` raises.
        """
        database = self._database

        def look(done: int, total: int) -> None:
            report(done, total)
            if self._database is not database:
                raise ProjectError("closed", file=self.path)

        with telling(self.path):
            verdict = self._verification.look_at_all(self.reader, look)
            with self._mutex:
                self._verification.count_anew(self._database)
        return verdict

    # --- the one file ----------------------------------------------------------------------

    def check(self) -> None:
        """Look whether the file still is the one that is open; see ``translation.store.identity``.

        Raises ProjectError with one of ``LOSSES`` where it is not; ``write_anew`` mends that.
        """
        with self._mutex, telling(self.path):
            if self._database is not None:
                self._database.check()

    def checkpoint(self) -> None:
        """Bring everything into the one file and empty the log beside it; for idle moments.

        Raises ProjectError, as ``check`` does where the file was lost.
        """
        with self._mutex, telling(self.path):
            database = self._open_database()
            database.check()
            database.checkpoint()

    def close(self) -> None:
        """Leave one whole file behind and let others have it; a second call does nothing."""
        with self._mutex:
            database, self._database = self._database, None
        if database is not None:
            self._verification.wait()
            with self._mutex:
                database.close()

    # --- writing ---------------------------------------------------------------------------

    def write(self, entries: Iterable[AnyEntry]) -> None:
        """Write entries of any kind in one transaction: all of them or, on an error, none.

        Raises ProjectError ("disk_full", "read_only", "not_saved", "closed"); the same entries
        may be given again later.
        """
        with self._mutex, telling(self.path):
            database = self._open_database()
            database.check()
            connection, given = database.connection, tuple(entries)
            try:
                connection.execute("BEGIN IMMEDIATE")
                made = [journal.write(connection, entry) for entry in pausing(given, self.give_way)]
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                database.settle()
                raise
            self._rows += [PackedRow.of(row) for row in made if row is not None]
            self._remember(connection, given)
            database.settle()

    def _remember(self, connection: sqlite3.Connection, entries: Sequence[AnyEntry]) -> None:
        """Know without the file what was just written into it."""
        self._meta.update({e.key: e.value for e in entries if isinstance(e, MetaEntry)})
        if any(isinstance(entry, PointEntry) for entry in entries):
            self._points = tuple(journal.restore_points(connection))

    def write_anew(
        self, document: Document, pending: Sequence[AnyEntry], elsewhere: Path | None = None
    ) -> None:
        """Write the whole work into another file, since this one was lost, and go on there.

        ``document`` is the work as it stands, with ``pending`` in it already: what was not
        written yet. The new file lies at ``path`` where that is free, else beside it, else in
        the folder ``elsewhere``; ``path`` is where it came to lie. Raises ProjectError where
        nothing can be written anywhere; then everything is as before.
        """
        with self._mutex, telling(self.path), no_collecting():
            lost = self._open_database()
            earlier = keeping.readable_rows(lost.connection) if lost.file.is_ours else None
            rows = keeping.journal_to_keep(earlier, map(PackedRow.unpacked, self._rows), pending)
            kept = Kept(rows, self._points, self._meta)
            lost.lock.release()
            self._database = keeping.place_anew(
                self.path,
                elsewhere,
                lost.file,
                lambda connection: keeping.write_kept(
                    connection, document, self._created, kept, pending
                ),
            )
            lost.leave()
            self.path, self._rows = self._database.file.path, list(map(PackedRow.of, rows))
            self._remember(self._database.connection, pending)
            self._points = tuple(journal.restore_points(self._database.connection))

    def record(self, action: Action, step: int, batch: EditBatch, next_number: int) -> None:
        """Write one batch that was applied; ``next_number`` is the document's afterwards."""
        self.write([Entry(action, step, batch, next_number)])

    def add_drafts(self, drafts: Iterable[Draft]) -> None:
        """Write drafts that were put beside the document."""
        self.write([DraftEntry(tuple(drafts))])

    def set_meta(self, key: str, value: object) -> None:
        """Keep a small JSON value under a key."""
        self.write([MetaEntry(key, value)])

    def get_meta(self, key: str, default: Any = None) -> Any:
        """Return the value kept under a key, as of opening or of ``set_meta``."""
        return self._meta.get(key, default)

    # --- restore points --------------------------------------------------------------------

    def restore_point(self, label: str) -> RestorePoint:
        """Mark the document as it is after everything written so far."""
        self.write([PointEntry(label, time.time())])
        return self.restore_points()[-1]

    def edit_times(self) -> dict[str, list[SegmentEdit]]:
        """Return when each segment was edited, by its id, of what is written so far."""
        with telling(self.path), self.reader() as connection:
            return edit_times(connection)

    def restore_points(self) -> tuple[RestorePoint, ...]:
        """Return every restore point that is written, oldest first; without waiting."""
        return self._points

    def restore(self, point: RestorePoint) -> EditBatch:
        """Return the batch (label "restore") that leads from what is written back to a point.

        The caller applies it to the document and records it like any other: it can be undone.
        """
        self._open_database()
        with telling(self.path), self.reader() as connection:
            found = journal.batches(connection, "seq > ?", (point.seq,), self._original)
        return batch_back(found, "restore", time.time())

    def _step_batches(self, step: UndoStep) -> tuple[EditBatch, ...]:
        found = self._steps.known(step)
        if found is None:
            self._open_database()
            with telling(self.path), self.reader() as connection:
                found = self._steps.read(connection, self.path, step)
        return found

    def _original(self, file_id: str) -> bytes:
        try:
            return self.document.file(file_id).original
        except KeyError:
            raise BadValueError("an edit of a file that is not there") from None

    # --- copies ----------------------------------------------------------------------------

    def copy_to(self, path: Path, *, replace: bool = True, drafts: Sequence[Draft] = ()) -> None:
        """Save a copy elsewhere, whole or not at all; this project stays open as it is.

        ``drafts`` are put beside the document in the copy alone. Raises UsageError where that is
        this project, else what ``create`` raises.
        """
        with telling(path):
            path = real_path(path)
            if path == self.path or (os.path.exists(path) and path.samefile(self.path)):
                raise UsageError("out_is_in", file=path)
        with claimed(path, replace) as lock:
            with place_whole(path) as partial:
                with self.reader() as connection:
                    connection.execute("VACUUM INTO ?", (str(partial),))
                append_drafts(partial, drafts)
            lock.release()

    def reader(self) -> AbstractContextManager[sqlite3.Connection]:
        """Give a connection for reading what is written so far."""
        database = self._database
        return database.reader(self._mutex) if database else open_for_reading(self.path)

    def _open_database(self) -> OpenDatabase:
        if self.obstacle is not None:
            raise self.obstacle
        if self._database is None:
            raise ProjectError("closed", file=self.path)
        return self._database
