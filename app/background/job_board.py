"""What goes on in the background, one job of a kind at a time; starting it, giving it up."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.background.jobs import Jobs
from translation.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.state import Job, JobKind
    from translation.errors import MurajiError
    from translation.model.ports import Report
    from translation.system.cancel import CancelToken

T = TypeVar("T")


class JobBoard(QObject):
    """The jobs under way; the one begun last is the one shown."""

    changed = Signal(object)
    """The Job begun last, or None when the background work ended."""
    failed = Signal(object)
    """MurajiError of a job started here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = Jobs(self)
        self._jobs: dict[JobKind, tuple[Job, Callable[[], None]]] = {}

    @property
    def current(self) -> Job | None:
        """The job begun last, or None."""
        return next(reversed(self._jobs.values()))[0] if self._jobs else None

    def has(self, kind: JobKind) -> bool:
        """Tell whether a job of this kind is under way."""
        return kind in self._jobs

    def start(
        self,
        job: Job,
        work: Callable[[CancelToken, Report], T],
        done: Callable[[T], None],
        dropped: Callable[[T], None] = lambda result: None,
    ) -> None:
        """Run work in a thread and show it; ends in ``done``, in ``failed``, or not at all.

        A job of that kind under way is given up; where that cannot be, this one fails as busy.
        """
        kind = job.kind
        self.cancel(kind)
        if self.has(kind):
            self.failed.emit(UsageError("busy"))
            return

        def ended(result: T) -> None:
            self.end(kind)
            done(result)

        def failed(error: MurajiError) -> None:
            self.end(kind)
            self.failed.emit(error)

        report = partial(self.report, kind)
        self.begin(job, self._workers.start(work, ended, failed, report, dropped).cancel)

    def close(self) -> None:
        """Give up everything and wait for the threads to end."""
        self._workers.close()
        for kind in list(self._jobs):
            self.end(kind)

    def close_document(self) -> None:
        """Give up what would come too late for a document that is closed."""
        for kind in [kind for kind in self._jobs if kind.ends_with_document]:
            self.cancel(kind)

    def begin(self, job: Job, cancel: Callable[[], None]) -> None:
        """Show a job; ``cancel`` gives it up. One of its kind must not be under way."""
        assert job.kind not in self._jobs
        self._jobs[job.kind] = job, cancel
        self.changed.emit(self.current)

    def report(self, kind: JobKind, done: int, total: int) -> None:
        """Say how far a job is; nothing where it has ended."""
        if kind in self._jobs:
            job, cancel = self._jobs[kind]
            self._jobs[kind] = replace(job, done=done, total=total), cancel
            self.changed.emit(self.current)

    def end(self, kind: JobKind) -> None:
        """Take a job off; nothing where it has ended already."""
        if self._jobs.pop(kind, None):
            self.changed.emit(self.current)

    def cancel(self, kind: JobKind | None = None) -> None:
        """Give up the job of this kind, or the one that is shown; it ends at once."""
        current = self.current
        wanted = kind or (current.kind if current else None)
        if wanted in self._jobs and self._jobs[wanted][0].cancellable:
            self._jobs[wanted][1]()
            self.end(wanted)
