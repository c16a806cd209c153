"""Work off the GUI thread: it ends as done, failed or cancelled, told in the GUI thread."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from app.background.alive import wait_alive
from app.background.posting import post
from translation.errors import MurajiError
from translation.system.cancel import Cancelled, CancelToken

if TYPE_CHECKING:
    from collections.abc import Callable

    from translation.model.ports import Report

T = TypeVar("T")

REPORT_SECONDS = 0.05
"""Progress is told no more often than this."""


@dataclass(slots=True)
class RunningJob(Generic[T]):
    """A job under way. Its continuations are called in the GUI thread, and never after cancel."""

    work: Callable[[CancelToken, Report], T]
    done: Callable[[T], None]
    failed: Callable[[MurajiError], None]
    progress: Callable[[int, int], None]
    dropped: Callable[[T], None]
    """Told of a result that came although the job was given up: to close what it opened."""
    result: list[T] = field(default_factory=list)
    token: CancelToken = field(default_factory=CancelToken)

    def cancel(self) -> None:
        """Give the job up: the work ends when it next looks, its result is dropped."""
        self.token.cancel()


class Jobs(QObject):
    """A small pool of threads for jobs. ``close`` waits for the threads to end."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="job")
        self._running: list[RunningJob[object]] = []
        # Posting must never run the continuation in the worker that posts.
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[CancelToken, Report], T],
        done: Callable[[T], None],
        failed: Callable[[MurajiError], None],
        progress: Callable[[int, int], None] = lambda done, total: None,
        dropped: Callable[[T], None] = lambda result: None,
    ) -> RunningJob[T]:
        """Run ``work`` in a thread of the pool.

        It gets a token to look at and a function to report steps to, and ends by returning,
        or by raising MurajiError or Cancelled; any other error is raised in the GUI thread.
        """
        job = RunningJob(work, done, failed, progress, dropped)
        self._running.append(job)  # type: ignore[arg-type]
        self._pool.submit(self._run, job)
        return job

    def close(self) -> None:
        """Cancel everything and wait for the threads; nothing is delivered any more."""
        for job in self._running:
            job.cancel()
        wait_alive(lambda: self._pool.shutdown(wait=True, cancel_futures=True))
        for job in list(self._running):
            self._drop(job)

    def _run(self, job: RunningJob[T]) -> None:
        reported = 0.0

        def report(done: int, total: int) -> None:
            nonlocal reported
            job.token.raise_if_cancelled()
            if time.monotonic() - reported >= REPORT_SECONDS:
                reported = time.monotonic()
                post(self._posted, (job, lambda: job.progress(done, total)))

        try:
            job.token.raise_if_cancelled()
            job.result.append(job.work(job.token, report))
        except Cancelled:
            post(self._posted, (job, None))
        except MurajiError as error:
            failure = error
            post(self._posted, (job, lambda: self._end(job, lambda: job.failed(failure))))
        except Exception as error:
            unexpected = error
            post(self._posted, (job, lambda: self._end(job, lambda: _unexpected(job, unexpected))))
        else:
            post(self._posted, (job, lambda: self._end(job, lambda: job.done(job.result[0]))))

    def _end(self, job: RunningJob[T], tell: Callable[[], None]) -> None:
        self._running.remove(job)  # type: ignore[arg-type]
        tell()

    def _deliver(self, post: tuple[RunningJob[object], Callable[[], None] | None]) -> None:
        job, tell = post
        if tell is None or job.token.is_cancelled:
            self._drop(job)
        else:
            tell()

    def _drop(self, job: RunningJob[object]) -> None:
        if job in self._running:
            self._running.remove(job)
            for result in job.result:
                job.dropped(result)


def _unexpected(job: RunningJob[T], error: Exception) -> None:
    """End the job for those who wait, and let the crash report have the error."""
    job.failed(MurajiError("unexpected", detail=type(error).__name__))
    raise error
