"""Having a PDF read by a process of its own, which may hang or die without harm."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translation.errors import InputError
from translation.formats.pdf_layout import Line, Page
from translation.formats.pdf_worker import MOST_PAGES

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

    from translation.model.ports import Report

ROOT = Path(__file__).resolve().parents[2]
MODULE = "translation.formats.pdf_worker"
LONGEST_PAGE = 60.0
"""Seconds without a page after which the process is ended."""


def read_pages(data: bytes, name: str, rtl: bool, report: Report) -> list[Page]:
    """Return the pages of a PDF with their lines, ``report`` told of each.

    Raises InputError: encrypted, wrong_format, too_many_pages, unreadable.
    """
    import subprocess
    import sys

    command = [sys.executable, "-m", MODULE, "rtl" if rtl else "ltr"]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    watch = _Watch(process)
    try:
        _send(process, data)
        return list(_pages(process, name, watch, report))
    finally:
        watch.end()


def _send(process: subprocess.Popen[bytes], data: bytes) -> None:
    assert process.stdin is not None
    try:
        process.stdin.write(data)
        process.stdin.close()
    except OSError:
        return  # it has ended; what it said last tells why


def _pages(
    process: subprocess.Popen[bytes], name: str, watch: _Watch, report: Report
) -> Iterator[Page]:
    messages = _messages(process, watch)
    first = next(messages, {"error": "silent"})
    if reason := first.get("error"):
        raise _refusal(reason, name, watch)
    count = int(first["pages"])
    if count > MOST_PAGES:
        raise InputError("too_many_pages", file=name, limit=MOST_PAGES)
    for done in range(count):
        report(done, count)
        message = next(messages, None)
        if message is None:
            raise _refusal("silent", name, watch)
        yield Page(message["height"], tuple(Line(*line) for line in message["lines"]))
    report(count, count)


def _messages(process: subprocess.Popen[bytes], watch: _Watch) -> Iterator[dict[str, Any]]:
    assert process.stdout is not None
    for line in process.stdout:
        watch.heard()
        try:
            yield json.loads(line)
        except ValueError:
            return  # cut off as it died


def _refusal(reason: str, name: str, watch: _Watch) -> InputError:
    if reason == "encrypted":
        return InputError("encrypted", file=name)
    if reason == "damaged":
        return InputError("wrong_format", file=name, format="PDF", detail="it is damaged")
    detail = "its pages take too long" if watch.timed_out else "its pages are damaged"
    return InputError("unreadable", file=name, detail=detail)


class _Watch:
    """Ends the process when nothing was heard of it for too long, and in the end."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.timed_out = False
        self._process = process
        self._latest = time.monotonic()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._wait, name="pdf-watch", daemon=True)
        self._thread.start()

    def heard(self) -> None:
        """Note that it works."""
        self._latest = time.monotonic()

    def end(self) -> None:
        """End the process and let go of its pipes."""
        self._over.set()
        self._thread.join()
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None and not pipe.closed:
                try:
                    pipe.close()
                except OSError:
                    continue  # what it was never told of is lost with it

    def _wait(self) -> None:
        while not self._over.wait(0.5):
            if time.monotonic() - self._latest > LONGEST_PAGE:
                self.timed_out = True
                self._process.kill()
                return
