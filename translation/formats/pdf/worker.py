"""The process that reads a PDF: ``python -m translation.formats.pdf.worker rtl|ltr PAGES``.

The file comes in on standard input; out go lines of JSON: how many pages there are, then the
lines of each, or what is wrong. PDFium is native code and the file may be hostile: what goes
wrong here, goes wrong here alone.
"""

from __future__ import annotations

import contextlib
import json
import sys
from dataclasses import astuple
from typing import Any

_MOST_MEMORY = 320 << 20
"""Bytes of address space beside the file's own; 100 pages take half of it."""

_MOST_SECONDS = 600
_PASSWORD = 4
"""PDFium's FPDF_ERR_PASSWORD."""


def main(direction: str, most_pages: int) -> int:
    """Read a PDF from standard input and say what is on its pages, of too many only how many."""
    import pypdfium2

    data = sys.stdin.buffer.read()
    _bound_resources(_MOST_MEMORY + 3 * len(data))
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        _say({"error": "encrypted" if error.err_code == _PASSWORD else "damaged"})
        return 0
    _say({"pages": count})
    if count <= most_pages:
        for number in range(count):
            _say(_page(document, number, direction == "rtl"))
    return 0


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
    return {"height": found.height, "lines": [astuple(line) for line in found.lines]}


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
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
