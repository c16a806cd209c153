"""The program's side of the engine process: starts it, feeds it, and starts it again.

Nothing here waits for the engine and nothing needs Qt. What happens is told to ``on_event``
from the client's own thread.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from translation.engines.child import LEAVING_SECONDS, EngineChild, worker_command
from translation.engines.continuing import MOST_PIECES, MOST_TO_THE_END
from translation.engines.events import (
    Batch,
    EngineStateChanged,
    Event,
    Failed,
    Finished,
    Restarted,
)
from translation.engines.loading import CONVERTING, LOADING
from translation.engines.protocol import (
    BatchDone,
    Cancel,
    Continue,
    Continued,
    JobEnded,
    Judge,
    Judged,
    Load,
    Message,
    ProtocolError,
    StateChanged,
    Translate,
)
from translation.errors import EngineError, MurajiError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from translation.engines.continuing import About
    from translation.engines.pieces import Request
    from translation.model.ports import DecodingOptions

__all__ = [
    "Batch",
    "EngineClient",
    "EngineStateChanged",
    "Event",
    "Failed",
    "Finished",
    "Restarted",
]

MAX_DEATHS = 3
"""So many deaths with no result in between, and the job at hand is given up."""

HANG_SECONDS = 10.0
"""A process that says nothing for so long in a job, not even that it is at work, hangs."""

HANG_SECONDS_LOADING = 30.0
"""The same while it loads a model: a library that comes from a slow disk holds everything up."""

WATCH_SECONDS = 0.25
"""How often silence is looked at. It is counted in such looks, so that a machine that slept does
not make it long."""

STUCK_SECONDS = 0.4
"""How long a cancelled job may keep the engine busy before the process is replaced."""


class EngineClient:
    """One engine process and the jobs it has not finished.

    ``load`` and ``translate`` return at once, before ``start`` too. After ``cancel`` has
    returned, ``on_event`` is not called for that job again. ``on_event`` must return soon and
    must not wait for another thread that uses the client.
    """

    def __init__(
        self,
        on_event: Callable[[Event], None],
        command: Sequence[str] | None = None,
        hang_seconds: float = HANG_SECONDS,
        hang_seconds_loading: float = HANG_SECONDS_LOADING,
    ) -> None:
        self._on_event = on_event
        self._command = list(command or worker_command())
        self._lock = threading.RLock()
        self._thread: threading.Thread | None = None
        self._child: EngineChild | None = None
        self._load: Load | None = None
        self._jobs: dict[int, dict[str, Request]] = {}
        self._options: dict[int, DecodingOptions] = {}
        self._ending: set[int] = set()
        self._deaths = 0
        self._deaths_in_a_row = 0
        self._wanted = threading.Event()
        self._closing = False
        self._closed = threading.Event()
        self._patience = {True: hang_seconds_loading, False: hang_seconds}
        self._is_loading = False
        self._silence = 0.0

    @property
    def process_id(self) -> int | None:
        """The engine process's number, None while there is none."""
        with self._lock:
            return self._child.process.pid if self._child is not None else None

    def start(self) -> None:
        """Start the process."""
        self._wanted.set()
        self._thread = threading.Thread(target=self._run, name="engine-client", daemon=True)
        self._thread.start()
        threading.Thread(target=self._watch, name="engine-watch", daemon=True).start()

    def load(self, model: str | None = None, engine: str = "ct2", threads: int = 0) -> None:
        """Ask for a model: a name, a folder, or None for the default one."""
        with self._lock:
            self._deaths_in_a_row = 0
            self._load = Load(model or "", engine, threads)
            self._is_loading = True
            self._send(self._load)

    def translate(self, job: int, requests: Sequence[Request], options: DecodingOptions) -> None:
        """Ask for translations, the first ones first; ids must differ within a job."""
        with self._lock:
            self._deaths_in_a_row = 0
            self._jobs[job] = {request.id: request for request in requests}
            self._options[job] = options
            self._send(Translate(job, tuple(requests), options))

    def cancel(self, job: int) -> None:
        """Give a job up: nothing more is heard of it; what was answered stays."""
        with self._lock:
            if self._jobs.pop(job, None) is None:
                return
            self._options.pop(job)
            self._ending.add(job)
            self._send(Cancel(job))
            if self._child is not None:
                timer = threading.Timer(STUCK_SECONDS, self._replace_if_stuck, (job, self._child))
                timer.daemon = True
                timer.start()

    def continue_text(self, ask: int, about: About, typed: str, ways: int = 0) -> None:
        """Ask what would follow (see Continue); the latest asked is answered, by Continued.

        Where no process is there, or it ends, nobody answers.
        """
        most = MOST_TO_THE_END if ways else MOST_PIECES
        self._ask(Continue(ask, about.source, about.target, typed, ways, most))

    def judge(self, ask: int, about: About, text: str) -> None:
        """Ask how likely each word of a translation is; as with ``continue_text``, by Judged."""
        self._ask(Judge(ask, about.source, about.target, text))

    def _ask(self, wish: Continue | Judge) -> None:
        with self._lock:
            if self._child is not None:
                self._child.send(wish)

    def close(self) -> None:
        """End the process and wait until it is gone."""
        with self._lock:
            self._closing = True
            self._closed.set()
            self._jobs.clear()
            self._wanted.set()
            if self._child is not None:
                self._child.leave()
        if self._thread is None:
            return
        self._thread.join(LEAVING_SECONDS)
        if self._thread.is_alive() and self._child is not None:
            self._child.process.kill()
        self._thread.join()

    def _send(self, message: Message) -> None:
        """Pass a message on; while no process is there it is kept in the state to be sent."""
        if self._child is not None:
            self._child.send(message)
        elif not self._closing:
            self._wanted.set()

    def _run(self) -> None:
        """Start one process after the other and listen to each until it ends.

        One thread starts them all: Linux kills a child when the thread that started it ends.
        """
        while True:
            self._wanted.wait()
            with self._lock:
                child = None if self._closing else self._begin()
            if child is not None:
                self._listen(child)
                child.end()
            with self._lock:
                self._child = None
                if self._closing:
                    return
                if child is not None:
                    self._after_death(child)

    def _begin(self) -> EngineChild | None:
        """Start a process and tell it everything that is unfinished; None where it cannot be."""
        try:
            child = EngineChild(self._command)
        except OSError as error:
            self._wanted.clear()
            problem = EngineError("not_started", detail=error.strerror or str(error))
            self._fail_all(problem)
            return None
        self._child = child
        self._silence = 0.0
        self._ending.clear()
        if self._load is not None:
            self._is_loading = True
            child.send(self._load)
        for job, requests in self._jobs.items():
            child.send(Translate(job, tuple(requests.values()), self._options[job]))
        return child

    def _listen(self, child: EngineChild) -> None:
        while True:
            try:
                message = child.receive()
            except (ProtocolError, OSError, ValueError):
                child.process.kill()
                return
            if message is None:
                return
            with self._lock:
                if not self._closing:
                    self._take(message)

    def _take(self, message: Message) -> None:
        self._silence = 0.0
        if isinstance(message, StateChanged):
            self._is_loading = message.state in (LOADING, CONVERTING)
            self._on_event(EngineStateChanged(message.state, message.info, message.error))
        elif isinstance(message, BatchDone):
            self._take_batch(message)
        elif isinstance(message, Continued | Judged):
            self._on_event(message)
        elif isinstance(message, JobEnded):
            self._ending.discard(message.job)
            if self._jobs.pop(message.job, None) is not None:
                self._options.pop(message.job)
                ended = message.error
                self._on_event(Failed(message.job, ended) if ended else Finished(message.job))

    def _take_batch(self, message: BatchDone) -> None:
        unanswered = self._jobs.get(message.job)
        if unanswered is None:
            return
        results = tuple(r for r in message.results if unanswered.pop(r.id, None) is not None)
        self._deaths_in_a_row = 0
        if results:
            self._on_event(Batch(message.job, results))

    def _watch(self) -> None:
        """Replace a process that has something to do and says nothing for too long."""
        while not self._closed.wait(WATCH_SECONDS):
            with self._lock:
                child = self._child
                if child is None or child.hung or not (self._jobs or self._is_loading):
                    self._silence = 0.0
                    continue
                self._silence += WATCH_SECONDS
                if self._silence > self._patience[self._is_loading]:
                    child.hung = True
                    child.process.kill()

    def _replace_if_stuck(self, job: int, child: EngineChild) -> None:
        """Kill the process if it is still busy with a job that was given up."""
        with self._lock:
            if job in self._ending and self._child is child:
                child.replaced = True
                child.process.kill()

    def _after_death(self, child: EngineChild) -> None:
        """Say what happened; the next process is begun unless it makes no sense."""
        if child.replaced:
            return
        self._deaths += 1
        self._deaths_in_a_row += 1
        if self._deaths_in_a_row < MAX_DEATHS:
            self._on_event(Restarted(self._deaths, child.hung))
            return
        error: MurajiError = EngineError("keeps_dying", times=self._deaths_in_a_row)
        self._deaths_in_a_row = 0
        if self._jobs:
            job = next(iter(self._jobs))
            del self._jobs[job], self._options[job]
            self._on_event(Failed(job, error))
        else:
            self._wanted.clear()  # it dies of the model itself: wait until someone asks again
            self._on_event(EngineStateChanged("failed", error=error))

    def _fail_all(self, error: MurajiError) -> None:
        jobs = list(self._jobs)
        self._jobs.clear()
        self._options.clear()
        self._on_event(EngineStateChanged("failed", error=error))
        for job in jobs:
            self._on_event(Failed(job, error))
