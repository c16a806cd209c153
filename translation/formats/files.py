"""Taking the bytes of a file in, with every refusal a file itself can earn."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from translation.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_FILE = 200 * 1024 * 1024
"""Bytes: a hundred thousand segments of XLIFF take about 80 MB."""


def read_bytes(path: Path, limit: int = LARGEST_FILE) -> bytes:
    """Return the bytes of a regular file, at most ``limit`` of them and at least one.

    Raises InputError: missing, directory, not_a_file, no_permission, unreadable, too_large,
    empty. A pipe or device is refused without waiting for it.
    """
    with _told(path), _open_regular(path) as file:
        data = file.read(limit + 1)
    if not data:
        raise InputError("empty", file=path)
    if len(data) > limit:
        raise InputError("too_large", file=path, limit=f"{limit // (1024 * 1024)} MB")
    return data


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn the system's errors into InputError."""
    try:
        yield
    except FileNotFoundError as error:
        raise InputError("missing", file=path) from error
    except PermissionError as error:
        raise InputError("no_permission", file=path) from error
    except OSError as error:
        raise InputError("unreadable", file=path, detail=error.strerror or error) from error
    except ValueError as error:  # a name with a NUL
        raise InputError("unreadable", file=path, detail=error) from error


@contextmanager
def opened_file(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file of any size to read it piece by piece; raises as ``read_bytes`` does."""
    with _told(path):
        file = _open_regular(path)
    with file:
        yield file


def _open_regular(path: Path) -> BinaryIO:
    _refuse_special(path, path.stat().st_mode)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    file = open(os.open(path, flags), "rb")  # noqa: SIM115 -- it is for the caller to close
    try:
        # Looked at again once open: the name may mean another file by now.
        _refuse_special(path, os.fstat(file.fileno()).st_mode)
    except BaseException:
        file.close()
        raise
    return file


def _refuse_special(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise InputError("directory", file=path)
    if not stat.S_ISREG(mode):
        raise InputError("not_a_file", file=path)
