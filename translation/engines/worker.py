"""The engine process: loads a model and translates, told what to do over its pipes.

Standard input and output carry the messages of protocol.py; whatever else would print goes to
standard error. The process leaves at the end of its input, in the middle of a batch too, so
that none is left behind when the program that started it is gone.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
import time
from typing import TYPE_CHECKING

from translation.engines.helping import Helping
from translation.engines.protocol import (
    Alive,
    BatchDone,
    Cancel,
    Continue,
    JobEnded,
    Judge,
    Load,
    Message,
    ProtocolError,
    StateChanged,
    Translate,
    read_message,
    write_message,
)
from translation.errors import EngineError, ModelError, MurajiError
from translation.system.cancel import Cancelled, CancelToken

if TYPE_CHECKING:
    from typing import BinaryIO

    from translation.model.ports import Engine

OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "TRANSFORMERS_VERBOSITY": "error",
    "DO_NOT_TRACK": "1",
}
BEAT_SECONDS = 1.0
"""How often the process says that it is at work."""

LONGEST_BATCH_SECONDS = 120.0
"""An engine that has finished no batch for so long is stuck: batches are made for a quarter of a
second, and the longest single sentence on a slow machine takes some tens of seconds."""

POLITENESS = 5
"""Added to the process's niceness, so that typing comes before translating."""


def main() -> int:
    """Serve until the input ends. The entry of ``main.py engine-worker``."""
    os.environ.update(OFFLINE)
    _die_with_parent()
    if hasattr(os, "nice"):
        os.nice(POLITENESS)
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    EngineProcess(sys.stdin.buffer, output).serve()
    return 0


class EngineProcess:
    """Reads commands in a thread of its own and works on them one after the other."""

    def __init__(self, commands: BinaryIO, events: BinaryIO) -> None:
        self._commands = commands
        self._events = events
        self._work: queue.SimpleQueue[Load | Translate] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._saying = threading.Lock()
        self._stuck = False
        self._tokens: dict[int, CancelToken] = {}
        self._engine: Engine | None = None
        self._problem: MurajiError = EngineError("not_loaded")
        self._helping = Helping(self._say)

    def serve(self) -> None:
        """Work until the reader thread ends the process."""
        threading.Thread(target=self._read, name="commands", daemon=True).start()
        threading.Thread(target=self._beat, name="heartbeat", daemon=True).start()
        self._helping.start()
        while True:
            command = self._work.get()
            if isinstance(command, Load):
                self._load(command)
            else:
                self._translate(command)

    def _read(self) -> None:
        try:
            while (message := read_message(self._commands)) is not None:
                self._take(message)
        except (ProtocolError, OSError) as error:
            print(f"engine process: {error}", file=sys.stderr, flush=True)
            os._exit(1)
        os._exit(0)

    def _beat(self) -> None:
        """Say once and again that the interpreter runs and the engine is not stuck."""
        while True:
            time.sleep(BEAT_SECONDS)
            if not self._stuck:
                self._say(Alive())

    def _watch(self, seconds: float) -> None:
        self._stuck = seconds > LONGEST_BATCH_SECONDS

    def _take(self, message: Message) -> None:
        if isinstance(message, Translate):
            with self._lock:
                self._tokens[message.job] = CancelToken()
            self._work.put(message)
        elif isinstance(message, Load):
            self._work.put(message)
        elif isinstance(message, Continue | Judge):
            self._helping.wish(message)
        elif isinstance(message, Cancel):
            with self._lock:
                token = self._tokens.get(message.job)
            if token is not None:
                token.cancel()

    def _load(self, command: Load) -> None:
        from translation.engines.loading import load_engine

        self._helping.use(None)
        if self._engine is not None:
            self._engine.close()
            self._engine = None
        try:
            self._engine = load_engine(
                command.model or None,
                command.engine,
                command.threads,
                lambda step: self._say(StateChanged(step)),
            )
        except MurajiError as error:
            self._problem = error
        except MemoryError:
            self._problem = EngineError("no_memory", model=command.model)
        except Exception as error:  # whatever a library raises, the program must hear of it
            self._problem = EngineError("failed", detail=_said(error))
        self._helping.use(self._engine)
        if self._engine is not None:
            self._say(StateChanged("ready", info=self._engine.info))
            return
        absent = isinstance(self._problem, ModelError) and self._problem.reason == "missing_folder"
        self._say(StateChanged("not_installed" if absent else "failed", error=self._problem))

    def _translate(self, command: Translate) -> None:
        from translation.engines.pipeline import translate

        token = self._tokens[command.job]
        problem: MurajiError | None = None
        try:
            token.raise_if_cancelled()
            if self._engine is None:
                raise self._problem
            batches = translate(
                self._engine,
                command.requests,
                command.options,
                token,
                self._watch,
                self._helping.let_others,
            )
            for results in batches:
                self._say(BatchDone(command.job, tuple(results)))
        except Cancelled:
            pass  # JobEnded without an error says all there is to say
        except MurajiError as error:
            problem = error
        except MemoryError:
            model = self._engine.info.name if self._engine is not None else ""
            problem = EngineError("no_memory", model=model)
        except Exception as error:  # whatever a library raises, the program must hear of it
            problem = EngineError("failed", detail=_said(error))
        with self._lock:
            del self._tokens[command.job]
        self._say(JobEnded(command.job, problem))

    def _say(self, message: Message) -> None:
        try:
            with self._saying:
                write_message(self._events, message)
        except OSError:
            os._exit(0)  # nobody listens any more


def _said(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:500]


def _die_with_parent() -> None:
    """Ask Linux to kill this process when the thread that started it ends.

    Elsewhere the end of the input has to do; it does here too unless Python itself is stuck.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes
    import signal

    set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main())
