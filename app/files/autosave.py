"""Autosave: every change goes to the project's writer, and how that stands is told."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from app.background.alive import wait_alive
from app.background.posting import post
from app.followers.follower import Follower
from app.state import SaveKind, SaveState
from translation.errors import UsageError
from translation.model.imported import Notice
from translation.model.restore_point import AT_OPENING
from translation.store import (
    LOSSES,
    AcceptEntry,
    BackupThread,
    DraftEntry,
    Entry,
    FileEntry,
    MetaEntry,
    PointEntry,
    Waiter,
)
from translation.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from app.editing.changes import Change
    from translation.errors import MurajiError, ProjectError
    from translation.model.segment import SourceFile, TranslationUnit
    from translation.store import Backups, ProjectFile
    from translation.store.entries import AnyEntry
    from translation.system.cancel import CancelToken

WAIT = 0.2
"""Seconds between two looks whether a job that waits for the disk was given up."""


class Autosave(Follower):
    """Keeps one project up to date on disk. Without a project, or read-only, it keeps nothing.

    It begins with a project and ends with it, before and after any other follower: what they
    keep is kept here. So ``open`` and ``close`` have nothing to do. ``give_way`` is called by
    the writer's thread between two parts of its work, and waits where somebody else goes first.
    """

    changed = Signal(object)
    """SaveState."""
    kept = Signal(object)
    """Notice: the project's file was lost, and the work goes on in another."""
    freed = Signal()
    """The project that is read-only here because it was open elsewhere is so no longer."""
    ending = Signal()
    """The project is about to be let go of: what is written but not kept is kept now."""
    _heard = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        make_writer: Callable[..., Writer] = Writer,
        give_way: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self.state = SaveState()
        self.project: ProjectFile | None = None
        self._make_writer = make_writer
        self._give_way = give_way
        self._writer: Writer | None = None
        self._waiter: Waiter | None = None
        self._backup: BackupThread | None = None
        self._kept: dict[str, object] = {}
        self._at_opening: PointEntry | None = None
        self._parts: list[Entry] = []
        # The writer speaks from its own thread.
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def begin(
        self,
        project: ProjectFile,
        elsewhere: Path | None = None,
        backups: Backups | None = None,
    ) -> None:
        """Take over a project just opened.

        Should the file be lost, the whole document is written anew, in the folder ``elsewhere``
        if there is no other place. Its states are kept among the ``backups``.
        """
        self.project = project
        self._kept = {}
        self._at_opening = PointEntry(AT_OPENING, time.time())
        if project.read_only:
            if project.owner:
                self._waiter = Waiter(project.path, lambda: post(self._heard, (project, None)))
            detail = project.owner or str(project.obstacle)
            self._become(SaveState(SaveKind.READ_ONLY, None, detail, project.obstacle))
            return
        project.give_way = self._give_way
        self._writer = self._make_writer(
            project,
            lambda number: post(self._heard, (project, number)),
            lambda error: post(self._heard, (project, error)),
            lambda loss: post(self._heard, (project, _kept_notice(project, loss))),
            elsewhere=elsewhere,
        )
        if backups is not None:
            self._backup = BackupThread(project, backups)
        self._become(SaveState(SaveKind.SAVED, time.time()))

    @property
    def backup_error(self) -> MurajiError | None:
        """Why the last backup could not be written, None where it was."""
        return self._backup.error if self._backup else None

    @property
    def obstacle(self) -> MurajiError | None:
        """Why nothing can be edited now, None where it can."""
        return UsageError("no_document") if self.project is None else self.project.obstacle

    def follow(self, change: Change) -> None:
        """Write drafts and edits: at once, but for keystrokes, which wait up to half a second."""
        if change.drafts:
            self._submit(DraftEntry(change.drafts))
        if self.project is not None and change.batch is not None and change.cause is not None:
            number = self.project.document.next_number
            if self._at_opening is not None:  # Nothing was edited before: this is the place.
                self._submit(self._at_opening)
                self._at_opening = None
            entry = Entry(change.cause.value, change.step, change.batch, number)
            self._parts.append(entry)
            if not change.more:  # The parts of a step reach the disk together or not at all.
                parts, self._parts = self._parts, []
                for part in parts:
                    self._submit(part, flush=part is entry and not change.is_typing)

    def keep_file(self, file: SourceFile, units: Sequence[TranslationUnit]) -> None:
        """Keep a file that came into the project; its segments come with an edit."""
        self._submit(FileEntry(file, tuple(units)))

    def set_meta(self, key: str, value: object) -> None:
        """Keep a small value where it differs from what is kept."""
        if self.project and self.get_meta(key) != value:
            self._kept[key] = value
            self._submit(MetaEntry(key, value))

    def get_meta(self, key: str, default: Any = None) -> Any:
        """Return a small value; ``default`` where there is none, or one of another type."""
        if key in self._kept or self.project is None:
            return self._kept.get(key, default)
        found = self.project.get_meta(key, default)
        return found if default is None or isinstance(found, type(default)) else default

    def accept(self, rows: Mapping[str, tuple[object, ...]]) -> None:
        """Take rows in doubt, by table and key, for what they say."""
        if rows:
            self._submit(AcceptEntry(rows))

    def restore_point(self, label: str) -> None:
        """Mark the work as it stands."""
        self._at_opening = None  # Where nothing was done yet, this is the same place.
        self._submit(PointEntry(label, time.time()), flush=True)

    def drain(self, timeout: float | None = None) -> bool:
        """Hold everything up until all is on disk; False where it could not be written.

        Only for when the program may be about to end badly; else there is ``settle``.
        """
        return self._settle(lambda work: work(), timeout)

    def settle(self) -> bool:
        """Wait, with the window alive, until all is on disk; False where it cannot be.

        Where the file was lost, that means to have written the whole work anew.
        """
        return self._settle(wait_alive)

    def writes_anew(self) -> bool:
        """Settle; whether the file turned out to be lost and all was written anew."""
        before = self._writer.kept if self._writer else 0
        self.settle()
        return self._writer is not None and self._writer.kept > before

    def wait(self, token: CancelToken) -> None:
        """Wait, in the thread of a job, until all that was done so far is on disk.

        Raises ProjectError where it cannot be written, and Cancelled.
        """
        writer = self._writer
        while writer is not None and not writer.drain(WAIT):
            token.raise_if_cancelled()
            error = self.state.error
            # A lost file is written anew by the GUI thread; that is worth waiting for.
            if error is not None and error.reason not in LOSSES:
                raise error

    def end(self, *, discard: bool = False) -> bool:
        """Save the rest and let go of the project; False, and nothing ends, where that fails.

        With ``discard`` it ends all the same. The window stays alive meanwhile.
        """
        self.ending.emit()
        if not self.settle() and not discard:
            return False
        writer, self._writer = self._writer, None
        waiter, self._waiter = self._waiter, None
        backup, self._backup = self._backup, None
        project, self.project = self.project, None
        if project:
            wait_alive(partial(_let_go, project, writer, waiter, backup, discard))
        self._become(SaveState())
        return True

    def _settle(
        self, run: Callable[[Callable[[], bool]], bool], timeout: float | None = None
    ) -> bool:
        writer = self._writer
        if writer is None:
            return True
        kept = writer.kept
        if run(lambda: writer.drain(timeout)):
            return True
        if writer.loss is not None and self.project is not None:
            writer.write_anew(self.project.document.copy())
        elif writer.kept == kept:
            return False
        return run(lambda: writer.drain(timeout))

    def _submit(self, entry: AnyEntry, *, flush: bool = False) -> None:
        if self._writer is None:
            return
        self._writer.submit(entry, flush=flush)
        if self.state.kind is SaveKind.SAVED:
            self._become(replace(self.state, kind=SaveKind.SAVING))

    def _hear(self, heard: tuple[ProjectFile, int | ProjectError | Notice | None]) -> None:
        project, news = heard
        if isinstance(news, Notice):
            self.kept.emit(news)
        elif news is None:
            if project is self.project:
                self.freed.emit()
        elif self._writer is None or project is not self.project:
            return
        elif not isinstance(news, int):
            # A lost file is told of once its work lies in another: till then nothing is saved.
            is_lost = news.reason in LOSSES
            kind = SaveKind.SAVING if is_lost else SaveKind.FAILED
            self._become(SaveState(kind, self.state.time, str(news), news))
            if is_lost:
                self._writer.write_anew(project.document.copy())
        elif news >= self._writer.given:
            self._become(SaveState(SaveKind.SAVED, time.time()))

    def _become(self, state: SaveState) -> None:
        self.state = state
        self.changed.emit(state)


def _let_go(
    project: ProjectFile,
    writer: Writer | None,
    waiter: Waiter | None,
    backup: BackupThread | None,
    discard: bool,
) -> None:
    if writer:
        writer.close(0 if discard else None)
    if waiter:
        waiter.close()
    if backup:
        backup.close(keep=not discard)
    project.close()


def _kept_notice(project: ProjectFile, loss: ProjectError) -> Notice:
    facts = (("file", str(loss.facts["file"])), ("kept", str(project.path)))
    return Notice(f"kept_{loss.reason}", facts)
