"""The process that prints: ``python -m app.printing.worker '{"title": …, "right_to_left": …}'``.

A page of HTML comes in on standard input; out go lines of JSON, the sheets printed of how many,
then how many bytes the PDF has, and these. Qt lays pages out without letting go of Python's
lock: in the window's own process everything would stand still meanwhile.
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QHashSeed

from app.printing.sheets import make_application, print_sheets

_PAUSE = 0.1
"""Seconds between two words about how far it is."""


def main(options: str) -> int:
    """Print the page on standard input."""
    wanted = json.loads(options)
    page = sys.stdin.buffer.read().decode("utf-8")
    # Qt writes what it keeps in tables in an order that would differ from run to run.
    QHashSeed.setDeterministicGlobalSeed()
    application = make_application()
    pdf = print_sheets(
        page,
        wanted["title"],
        wanted["right_to_left"],
        _Teller(),
        has_charts=wanted["has_charts"],
        moment=wanted["moment"],
    )
    _say({"bytes": len(pdf)})
    sys.stdout.buffer.write(pdf)
    sys.stdout.buffer.flush()
    del application
    return 0


class _Teller:
    """Tells how far it is, the first sheet at once and then not too often."""

    def __init__(self) -> None:
        self._next = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _PAUSE
            _say({"done": done, "total": total})


def _say(message: dict[str, int]) -> None:
    sys.stdout.buffer.write(json.dumps(message).encode() + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
