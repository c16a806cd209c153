"""Paths of any kind looked at without an exception for those that lead nowhere."""

from __future__ import annotations

import errno
import os
from pathlib import Path


def real_path(path: Path) -> Path:
    """Return the path with all links followed; of links that go in a circle, the path itself.

    Opening such a path says in an OSError what is wrong with it, where Path.resolve raises a
    RuntimeError. Raises OSError itself for a name that no file system can hold.
    """
    try:
        return Path(os.path.realpath(path))
    except ValueError as error:  # a NUL, half a surrogate pair
        raise OSError(errno.EINVAL, "no file can have this name") from error
