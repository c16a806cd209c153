"""Printing to PDF, by a process of its own that is started when something is printed."""

from __future__ import annotations

import json
import queue
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from translation.model.ports import no_report
from translation.system.fed_process import FedProcess

if TYPE_CHECKING:
    from translation.model.ports import Report

_TICK = 0.2
"""Seconds between two looks at whether the work is still wanted."""


class QtPagePrinter:
    """Lays HTML out and prints it with Qt: a translation.model.ports.PagePrinter.

    Works in any thread and beside a window that goes on; neither display nor window is needed.
    """

    def pdf(
        self,
        page: str,
        *,
        title: str,
        right_to_left: bool,
        has_charts: bool = False,
        moment: float | None = None,
        report: Report = no_report,
    ) -> bytes:
        """Return the PDF of a page of HTML; see the protocol.

        A table that would be cut by the end of a sheet goes onto the next one as a whole where
        it fits there, and a heading goes with what follows it.
        """
        options = json.dumps(
            {
                "title": title,
                "right_to_left": right_to_left,
                "has_charts": has_charts,
                "moment": moment,
            }
        )
        press = _Press(page.encode("utf-8"), options)
        try:
            return press.print(report)
        finally:
            press.end()


class _Press:
    """The process that prints, and what it has said."""

    def __init__(self, page: bytes, options: str) -> None:
        self._inbox: queue.SimpleQueue[tuple[int, int] | bytes | None] = queue.SimpleQueue()
        self._process = FedProcess("app.printing.worker", [options], [page], self._listen)

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
        """End the process, whatever it is doing."""
        self._process.end()

    def _listen(self, output: IO[bytes]) -> None:
        with suppress(ValueError):  # it died in the middle of a line
            for line in output:
                message: dict[str, int] = json.loads(line)
                if "bytes" in message:
                    pdf = output.read(message["bytes"])
                    if len(pdf) == message["bytes"]:
                        self._inbox.put(pdf)
                    break
                self._inbox.put((message["done"], message["total"]))
        self._inbox.put(None)
