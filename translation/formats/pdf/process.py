"""Having a PDF read by a process of its own, which may hang or die without harm."""

from __future__ import annotations

import json
import queue
import time
from typing import IO, TYPE_CHECKING, Any

from translation.errors import InputError
from translation.fed_process import FedProcess
from translation.formats.pdf.columns import Line, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.ports import Report

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
    """The process that reads, and what it has said."""

    def __init__(self, name: str, report: Report) -> None:
        self._name, self._report = name, report
        self._done = self._count = 0
        self._inbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._process: FedProcess | None = None

    def pages(self, data: bytes, rtl: bool) -> Iterator[Page]:
        """Start the process on a file and give its pages."""
        arguments = ["rtl" if rtl else "ltr", str(MOST_PAGES)]
        self._process = FedProcess(MODULE, arguments, [data], self._listen)
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
        """End the process, whatever it is doing."""
        if self._process is not None:
            self._process.end()

    def _listen(self, output: IO[bytes]) -> None:
        for line in output:
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
