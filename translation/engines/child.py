"""The engine process as a thing with two ends: messages in, messages out."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from translation.engines.protocol import Message, read_message, write_message
from translation.system.fed_process import PROGRAM

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAVING_SECONDS = 2.0
"""How long a process that was told to leave may take."""


def worker_command() -> list[str]:
    """Return the command that starts the engine process."""
    return [sys.executable, "-m", "main", "engine-worker"]


class EngineChild:
    """One process with its pipes; what is to be said to it waits in a thread of its own."""

    def __init__(self, command: Sequence[str]) -> None:
        self.process = subprocess.Popen(
            command, cwd=PROGRAM, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.replaced = False
        self.hung = False
        self._outbox: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write, name="engine-outbox", daemon=True)
        self._writer.start()

    def send(self, message: Message) -> None:
        """Say something, without waiting until it is heard."""
        self._outbox.put(message)

    def receive(self) -> Message | None:
        """Wait for what it says; None when it has ended."""
        assert self.process.stdout is not None
        return read_message(self.process.stdout)

    def leave(self) -> None:
        """Tell it that nothing more will come, which makes it end."""
        self._outbox.put(None)

    def end(self) -> None:
        """Wait until it has ended, not for long, and let go of its pipes."""
        self._outbox.put(None)
        try:
            self.process.wait(LEAVING_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._writer.join()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def _write(self) -> None:
        stdin = self.process.stdin
        assert stdin is not None
        # OSError: it has ended, and whoever listens to it knows. Closing writes what is
        # kept back once more, so that it can fail as writing did; the pipe is closed either way.
        with suppress(OSError):
            while (message := self._outbox.get()) is not None:
                write_message(stdin, message)
        with suppress(OSError):
            stdin.close()
