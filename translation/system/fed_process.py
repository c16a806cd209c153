"""A module of the program run in a process of its own: fed, listened to, and ended.

For native code over files of others and for work that would hold the interpreter: such a process
may hang or die without harm to the one that started it.
"""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from typing import IO, TYPE_CHECKING

import resources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

PROGRAM = resources.FOLDER.parent
"""Where the program's packages lie: its processes start there, wherever it was called."""


class FedProcess:
    """The process and the two threads that speak with it.

    ``data`` is all it will ever be told, piece by piece; it may wait between two. ``listen``
    gets its output, as a stream, in a thread. ``python`` is another interpreter than the
    program's own, ``environment`` what its variables are beside those of the program. Raises
    OSError where it cannot be started.
    """

    def __init__(
        self,
        module: str,
        arguments: list[str],
        data: Iterable[bytes],
        listen: Callable[[IO[bytes]], None],
        *,
        python: str = "",
        environment: Mapping[str, str] | None = None,
    ) -> None:
        import subprocess
        import sys

        process = subprocess.Popen(
            [python or sys.executable, "-m", module, *arguments],
            cwd=PROGRAM,
            env={**os.environ, **environment} if environment else None,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        self._process, self._input, self._output = process, process.stdin, process.stdout
        self._threads = [
            threading.Thread(target=self._feed, args=(data,), name=f"{module}-in", daemon=True),
            threading.Thread(
                target=listen, args=(self._output,), name=f"{module}-out", daemon=True
            ),
        ]
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        """End the process, wait for the threads and let go of the pipes."""
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()
        for pipe in (self._input, self._output):
            with suppress(OSError):  # what it was never told of is lost with it
                pipe.close()

    def _feed(self, data: Iterable[bytes]) -> None:
        with suppress(OSError):  # it has ended; what it said last tells why
            for piece in data:
                self._input.write(piece)
                self._input.flush()
            self._input.close()
