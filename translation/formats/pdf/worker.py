"""The process that reads a PDF: ``python -m translation.formats.pdf.worker ink rtl|ltr PAGES``,
or ``… pens rtl|ltr NUMBERS`` for some of its pages once more.

The file comes in on standard input; out go lines of JSON: how many pages there are, then the
lines of each, or what is wrong. ``ink`` is PDFium, which reads any file; ``pens`` is slower and
reads Arabic right. PDFium is native code and the file may be hostile: what goes wrong here, goes
wrong here alone.
"""

from __future__ import annotations

import contextlib
import json
import logging
import sys
from dataclasses import astuple
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.formats.pdf.columns import Page

_MOST_MEMORY = 320 << 20
"""Bytes of address space beside the file's own; 100 pages take half of it."""

_MOST_SECONDS = 600
_PASSWORD = 4
"""PDFium's FPDF_ERR_PASSWORD."""


def main(by: str, direction: str, pages: str) -> int:
    """Read a PDF from standard input and say what is on its pages, of too many only how many."""
    data = sys.stdin.buffer.read()
    _bound_resources(_MOST_MEMORY + 3 * len(data))
    if by == "pens":
        for message in _by_pens(data, direction == "rtl", [int(n) for n in pages.split(",")]):
            _say(message)
    else:
        for message in _by_ink(data, direction == "rtl", int(pages)):
            _say(message)
    return 0


def _by_ink(data: bytes, rtl: bool, most_pages: int) -> Iterator[dict[str, Any]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        yield {"error": "encrypted" if error.err_code == _PASSWORD else "damaged"}
        return
    yield {"pages": count}
    if count <= most_pages:
        for number in range(count):
            yield _page(document, number, rtl)


def _page(document: Any, number: int, rtl: bool) -> dict[str, Any]:
    import pypdfium2

    from translation.formats.pdf.glyphs import read_page

    try:
        page = document[number]
        try:
            found = read_page(page, rtl)
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        return {"height": 0.0, "lines": []}
    return _message(found)


def _by_pens(data: bytes, rtl: bool, numbers: list[int]) -> Iterator[dict[str, Any]]:
    from translation.formats.pdf.drawn import DrawnFile
    from translation.formats.pdf.pens import page_of

    logging.disable()  # the library tells of every rule that a file breaks
    file = DrawnFile(data)
    yield {"pages": len(file)}
    for number in numbers:
        drawn = file.page(number)
        yield _message(page_of(drawn, rtl)) if drawn else {"height": 0.0, "lines": []}


def _message(page: Page) -> dict[str, Any]:
    return {"height": page.height, "lines": [astuple(line) for line in page.lines]}


def _say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def _bound_resources(memory: int) -> None:
    """Bound memory and time where the system can: Windows has no such limits."""
    try:
        import resource
    except ImportError:
        return
    for kind, limit in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, _MOST_SECONDS)):
        with contextlib.suppress(ValueError, OSError):  # a lower limit is set already
            resource.setrlimit(kind, (limit, limit))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
