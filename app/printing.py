"""Printing to PDF, by a process of its own that is started when something is printed."""

from __future__ import annotations

import json
import queue
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from translation.model.ports import no_report

if TYPE_CHECKING:
    import subprocess

    from translation.model.ports import Report

ROOT = Path(__file__).resolve().parent.parent
_TICK = 0.2
"""Seconds between two looks at whether the work is still wanted."""


class QtPagePrinter:
    """Lays HTML out and prints it with Qt: a translation.model.ports.PagePrinter.

    Works in any thread and beside a window that goes on; neither display nor window is needed.
    """

    def pdf(
        self, page: str, *, title: str, right_to_left: bool, report: Report = no_report
    ) -> bytes:
        """Return the PDF of a page of HTML; see the protocol.

        A table that would be cut by the end of a sheet goes onto the next one as a whole where
        it fits there, and a heading goes with what follows it.
        """
        options = json.dumps({"title": title, "right_to_left": right_to_left})
        press = _Press(page.encode("utf-8"), options)
        try:
            return press.print(report)
        finally:
            press.end()


class _Press:
    """One process and the threads that speak with it."""

    def __init__(self, page: bytes, options: str) -> None:
        import subprocess
        import sys

        self._inbox: queue.SimpleQueue[tuple[int, int] | bytes | None] = queue.SimpleQueue()
        self._process: subprocess.Popen[bytes] = subprocess.Popen(
            [sys.executable, "-m", "app.pdf_worker", options],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._threads = [
            threading.Thread(target=self._send, args=(page,), name="print-out", daemon=True),
            threading.Thread(target=self._listen, name="print-in", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def print(self, report: Report) -> bytes:
        """Wait for the PDF; raise ChildProcessError where the process ends without one."""
        step = (0, 0)
        while True:
            report(*step)
            try:
                found = self._inbox.get(timeout=_TICK)
            except queue.Empty:
                continue
            if found is None:
                raise ChildProcessError("no PDF was printed")
            if isinstance(found, bytes):
                return found
            step = found

    def end(self) -> None:
        """End the process, wait for the threads and let go of the pipes."""
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what it was never told of is lost with it
                    pipe.close()

    def _send(self, page: bytes) -> None:
        assert self._process.stdin is not None
        with suppress(OSError):  # it has ended; that it printed nothing will tell
            self._process.stdin.write(page)
            self._process.stdin.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with suppress(ValueError):  # it died in the middle of a line
            for line in self._process.stdout:
                message: dict[str, int] = json.loads(line)
                if "bytes" in message:
                    pdf = self._process.stdout.read(message["bytes"])
                    if len(pdf) == message["bytes"]:
                        self._inbox.put(pdf)
                    break
                self._inbox.put((message["done"], message["total"]))
        self._inbox.put(None)
