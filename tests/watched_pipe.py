"""A named pipe that shows whether something opened it, and lets go whoever did."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_WATCH = """
import os, sys, time
while True:
    try:
        held = os.open(sys.argv[1], os.O_WRONLY | os.O_NONBLOCK)
        print("opened", flush=True)
        os.close(held)
    except OSError:  # nobody reads
        time.sleep(0.002)
"""


class WatchedPipe:
    """A named pipe that nothing may read. Who does is told of and let go, not left to freeze."""

    def __init__(self, path: Path) -> None:
        os.mkfifo(path)
        self._watch = subprocess.Popen(
            [sys.executable, "-c", _WATCH, str(path)], stdout=subprocess.PIPE, text=True
        )

    def close(self) -> str:
        """Stop watching; return "" where nobody opened the pipe."""
        self._watch.terminate()
        said, _ = self._watch.communicate()
        return said
