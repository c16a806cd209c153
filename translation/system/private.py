"""Files and folders of the program's own: readable by their owner alone.

What a person exports is not of these: there the system's usual rule holds. On Windows a user's
folders are private by themselves, and modes say nothing.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FILE = 0o600
FOLDER = 0o700


def make_private_folder(folder: Path) -> None:
    """Make a folder with those above it, if need be. Raises OSError."""
    folder.mkdir(FOLDER, parents=True, exist_ok=True)


def open_private(path: str | Path, flags: int) -> int:
    """Open a file, making it private if it is made; an ``opener`` for ``open``. Raises OSError."""
    descriptor = os.open(path, flags, FILE)
    with suppress(OSError):  # somebody else's: it is theirs to say who reads it
        tighten(descriptor)
    return descriptor


def tighten(file: int | Path) -> None:
    """Take from others what they may do with a file, open or by its name. Raises OSError."""
    mode = os.stat(file).st_mode & 0o777
    if mode & ~FILE and os.name != "nt":
        os.chmod(file, mode & FILE)
