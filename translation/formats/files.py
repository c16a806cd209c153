"""Taking the bytes of a file in, with every refusal a file itself can earn."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from translation.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE = 200 * 1024 * 1024
"""Bytes: a hundred thousand segments of XLIFF take about 80 MB."""


def read_bytes(path: Path, limit: int = LARGEST_FILE) -> bytes:
    """Return the bytes of a regular file, at most ``limit`` of them and at least one.

    Raises InputError: missing, directory, not_a_file, no_permission, unreadable, too_large,
    empty. A pipe or device is refused without waiting for it.
    """
    try:
        data = _read_regular(path, limit)
    except FileNotFoundError as error:
        raise InputError("missing", file=path) from error
    except PermissionError as error:
        raise InputError("no_permission", file=path) from error
    except OSError as error:
        raise InputError("unreadable", file=path, detail=error.strerror or error) from error
    except ValueError as error:  # a name with a NUL
        raise InputError("unreadable", file=path, detail=error) from error
    if not data:
        raise InputError("empty", file=path)
    if len(data) > limit:
        raise InputError("too_large", file=path, limit=f"{limit // (1024 * 1024)} MB")
    return data


def _read_regular(path: Path, limit: int) -> bytes:
    _refuse_special(path, path.stat().st_mode)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb") as file:
        # Looked at again once open: the name may mean another file by now.
        _refuse_special(path, os.fstat(file.fileno()).st_mode)
        return file.read(limit + 1)


def _refuse_special(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise InputError("directory", file=path)
    if not stat.S_ISREG(mode):
        raise InputError("not_a_file", file=path)
