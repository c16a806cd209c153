"""Having a PDF read by a process of its own, which may hang or die without harm."""

from __future__ import annotations

import json
import queue
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translation.errors import InputError
from translation.formats.pdf.columns import Line, Page

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

    from translation.model.ports import Report

ROOT = Path(__file__).resolve().parents[3]
MODULE = "translation.formats.pdf.worker"
MOST_PAGES = 5000
LONGEST_PAGE = 20.0
"""Seconds without a page after which the process is ended; a full page takes 0.03."""

_TICK = 0.2
"""Seconds between two looks at whether the work is still wanted."""


def read_pages(data: bytes, name: str, rtl: bool, report: Report) -> list[Page]:
    """Return the pages of a PDF with their lines, ``report`` told of each.

    Raises InputError: encrypted, wrong_format, too_many_pages, unreadable.
    """
    reader = _Reader(name, report)
    try:
        return list(reader.pages(data, rtl))
    finally:
        reader.end()


class _Reader:
    """One process and the thread that listens to it."""

    def __init__(self, name: str, report: Report) -> None:
        self._name, self._report = name, report
        self._done = self._count = 0
        self._inbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._process: subprocess.Popen[bytes] | None = None
        self._threads: list[threading.Thread] = []

    def pages(self, data: bytes, rtl: bool) -> Iterator[Page]:
        """Start the process on a file and give its pages."""
        self._start(data, rtl)
        first = self._next()
        if reason := first.get("error"):
            raise self._refusal(reason)
        self._count = int(first["pages"])
        if self._count > MOST_PAGES:
            raise InputError("too_many_pages", file=self._name, limit=MOST_PAGES)
        for done in range(self._count):
            self._done = done
            self._report(self._done, self._count)
            message = self._next()
            if reason := message.get("error"):
                raise self._refusal(reason)
            yield Page(message["height"], tuple(Line(*line) for line in message["lines"]))
        self._report(self._count, self._count)

    def end(self) -> None:
        """End the process, wait for the threads and let go of the pipes."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what it was never told of is lost with it
                    pipe.close()

    def _start(self, data: bytes, rtl: bool) -> None:
        import subprocess
        import sys

        command = [sys.executable, "-m", MODULE, "rtl" if rtl else "ltr", str(MOST_PAGES)]
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._threads = [
            threading.Thread(target=self._send, args=(data,), name="pdf-out", daemon=True),
            threading.Thread(target=self._listen, name="pdf-in", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def _send(self, data: bytes) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        with suppress(OSError):  # it has ended; what it said last tells why
            self._process.stdin.write(data)
            self._process.stdin.close()

    def _listen(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._inbox.put(line)
        self._inbox.put(None)

    def _next(self) -> dict[str, Any]:
        """Wait for the next message, and see now and then whether it is still wanted."""
        latest = time.monotonic()
        while True:
            try:
                line = self._inbox.get(timeout=_TICK)
            except queue.Empty:
                self._report(self._done, self._count)
                if time.monotonic() - latest > LONGEST_PAGE:
                    return {"error": "slow"}
                continue
            try:
                message: dict[str, Any] = json.loads(line or b"")
            except ValueError:  # it died, perhaps in the middle of a line
                return {"error": "died"}
            return message

    def _refusal(self, reason: str) -> InputError:
        if reason == "encrypted":
            return InputError("encrypted", file=self._name)
        if reason == "damaged":
            detail = "it is damaged"
            return InputError("wrong_format", file=self._name, format="PDF", detail=detail)
        detail = "its pages take too long" if reason == "slow" else "its pages are damaged"
        return InputError("unreadable", file=self._name, detail=detail)
