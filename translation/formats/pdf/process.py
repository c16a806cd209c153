"""Having a PDF read by a process of its own, which may hang or die without harm."""

from __future__ import annotations

import json
import queue
import time
from collections import Counter
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any
from unicodedata import bidirectional, normalize

from translation.errors import InputError
from translation.formats.pdf.columns import Line, Page
from translation.formats.pdf.strokes import LOST
from translation.system.fed_process import FedProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from translation.model.ports import Report

MODULE = "translation.formats.pdf.worker"
MOST_PAGES = 5000
LONGEST_PAGE = 20.0
"""Seconds without a page after which the process is ended; a full page takes 0.03."""

_FEWEST_LETTERS = 0.75
"""Share of PDFium's letters that the other reader must find; strokes are named as letters."""

_TICK = 0.2
"""Seconds between two looks at whether the work is still wanted."""


def read_pages(data: bytes, name: str, rtl: bool, report: Report) -> list[Page]:
    """Return the pages of a PDF with their lines, ``report`` told of each.

    Pages with letters that run to the left are read twice: PDFium reads any file, but Arabic
    only roughly. Where the other reader fails, PDFium's page stays.

    Raises InputError: encrypted, wrong_format, too_many_pages, unreadable.
    """
    reader = _Reader(name, rtl, report)
    pages = reader.by_ink(data)
    again = [number for number, page in enumerate(pages) if runs_left(page)]
    for number, page in reader.by_pens(data, again, len(pages)):
        if has_all_letters(page, pages[number]):
            pages[number] = page
    reader.end()
    return pages


def runs_left(page: Page) -> bool:
    """Tell whether there are letters on a page that are read from the right."""
    return any(bidirectional(letter) in ("R", "AL") for line in page.lines for letter in line.text)


def has_all_letters(page: Page, other: Page) -> bool:
    """Tell whether a page has about the letters that another reader found on it, in any order."""
    expected = _letters(other)
    unnamed = sum(line.text.count(LOST) for line in page.lines)
    found = (_letters(page) & expected).total() + unnamed
    return found >= _FEWEST_LETTERS * expected.total()


def _letters(page: Page) -> Counter[str]:
    return Counter(
        letter
        for line in page.lines
        for letter in normalize("NFKD", line.text)
        if letter.isalnum() and letter != "\u0640"
    )


class _Reader:
    """The processes that read, and what they have said."""

    def __init__(self, name: str, rtl: bool, report: Report) -> None:
        self._name, self._rtl, self._report = name, rtl, report
        self._done, self._count = 0, 0
        self._inbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()

    def by_ink(self, data: bytes) -> list[Page]:
        """Return the pages as PDFium reads them."""
        with self._process(data, "ink", str(MOST_PAGES)):
            first = self._next()
            if reason := first.get("error"):
                raise self._refusal(reason)
            pages = int(first["pages"])
            if pages > MOST_PAGES:
                raise InputError("too_many_pages", file=self._name, limit=MOST_PAGES)
            self._count = 2 * pages if self._rtl else pages
            made: list[Page] = []
            for self._done in range(pages):
                self._report(self._done, self._count)
                message = self._next()
                if reason := message.get("error"):
                    raise self._refusal(reason)
                made.append(_page(message))
            return made

    def by_pens(self, data: bytes, numbers: list[int], pages: int) -> Iterator[tuple[int, Page]]:
        """Give those of the pages that the other reader reads, of as many as the file has."""
        if not numbers:
            return
        with self._process(data, "pens", ",".join(map(str, numbers))):
            if self._next().get("pages") != pages:
                return
            for number in numbers:
                self._done = max(self._done, self._count - pages + number)
                self._report(self._done, self._count)
                message = self._next()
                if "error" in message:
                    return
                yield number, _page(message)

    def end(self) -> None:
        """Say that all is done."""
        self._report(self._count, self._count)

    @contextmanager
    def _process(self, data: bytes, by: str, pages: str) -> Iterator[None]:
        """Start a process on a file, and end it whatever it is doing."""
        self._inbox = queue.SimpleQueue()
        arguments = [by, "rtl" if self._rtl else "ltr", pages]
        process = FedProcess(MODULE, arguments, [data], self._listener(self._inbox))
        try:
            yield
        finally:
            process.end()

    @staticmethod
    def _listener(inbox: queue.SimpleQueue[bytes | None]) -> Callable[[IO[bytes]], None]:
        def listen(output: IO[bytes]) -> None:
            for line in output:
                inbox.put(line)
            inbox.put(None)

        return listen

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
        return InputError("unreadable", file=self._name, detail=_DETAILS[reason])


_DETAILS = {
    "slow": "its pages take too long",
    "died": "the process that reads PDFs ended; try again, and where it ends each time the file is"
    " damaged or asks for too much memory",
}


def _page(message: dict[str, Any]) -> Page:
    return Page(message["height"], tuple(Line(*line) for line in message["lines"]))
