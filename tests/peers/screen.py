"""A screen of its own for one program, and when what it shows stood still."""

from __future__ import annotations

import mmap
import os
import subprocess
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WIDTH, HEIGHT = 1440, 900
_STRIPES = 60
"""A picture is looked at in so many stripes: a caret that blinks changes one of them."""
_MUCH = 4
"""Stripes that change at once where a window or its contents come."""


class Screen:
    """An Xvfb whose picture lies in memory that is shared."""

    def __init__(self, name: str, file: Path) -> None:
        self.name, self.file = name, file
        with file.open("rb") as opened:
            self._picture = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        self._last: list[int] = []

    def look(self) -> bool:
        """Tell whether much of it is another picture than at the last look."""
        size = len(self._picture) // _STRIPES
        with memoryview(self._picture) as seen:
            found = [zlib.crc32(seen[n * size : (n + 1) * size]) for n in range(_STRIPES)]
        before, self._last = self._last, found
        return sum(a != b for a, b in zip(before, found, strict=False)) >= _MUCH


@contextmanager
def screen() -> Iterator[Screen]:
    """Give a screen on which nothing else is shown."""
    with tempfile.TemporaryDirectory() as folder:
        told, tells = os.pipe()
        size = f"{WIDTH}x{HEIGHT}x24"
        command = ["Xvfb", "-displayfd", str(tells), "-screen", "0", size, "-fbdir", folder]
        server = subprocess.Popen(
            [*command, "-nolisten", "tcp"], pass_fds=[tells], stderr=subprocess.DEVNULL
        )
        os.close(tells)
        try:
            with os.fdopen(told) as number:
                name = f":{number.readline().strip()}"
            file = Path(folder) / "Xvfb_screen0"
            while not file.exists():
                time.sleep(0.05)
            shown = Screen(name, file)
            shown.look()
            yield shown
        finally:
            server.terminate()
            server.wait()
