"""A screen of its own for one program, and when what it shows stood still."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

WIDTH, HEIGHT = 1440, 900
_TILE = 60
"""Pixels of a side of the tiles that are compared."""
_MOST = 0.75
"""The part of what is seen at last with which it is painted: panels may still fit their room."""


class Screen:
    """An Xvfb whose picture lies in memory that is shared."""

    def __init__(self, name: str, file: Path) -> None:
        self.name, self.file = name, file
        # The pixels are the last of the file, behind its header and colours (XWD).
        whole = np.memmap(file, dtype=np.uint32, mode="r")
        self._pixels = whole[-WIDTH * HEIGHT :].reshape(HEIGHT, WIDTH)
        self._seen: list[tuple[float, np.ndarray]] = []

    def look(self, now: float) -> None:
        """Keep what is shown at a time, where it is other than before."""
        down, across = HEIGHT // _TILE, WIDTH // _TILE
        tiles = self._pixels.reshape(down, _TILE, across, _TILE)
        sums = tiles.sum(axis=(1, 3), dtype=np.uint64)
        if not self._seen or (sums != self._seen[-1][1]).any():
            self._seen.append((now, sums))

    def painted(self) -> float:
        """Return when most of what is shown now, and not at first, stood there to stay."""
        last, first = self._seen[-1][1], self._seen[0][1]
        wanted = last != first
        since = self._seen[-1][0]
        for when, sums in reversed(self._seen):
            if (sums == last)[wanted].mean() < _MOST:
                break
            since = when
        return since


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
            shown.look(0.0)
            yield shown
        finally:
            server.terminate()
            server.wait()
