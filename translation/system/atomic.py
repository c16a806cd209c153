"""Writing a file whole or not at all: the old file stays until the new one is on the disk."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from typing import TYPE_CHECKING

from translation.errors import ExportError
from translation.system.paths import real_path
from translation.system.private import FILE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_REASONS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EROFS: "read_only",
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.EISDIR: "directory",
}


def write_atomically(path: Path, data: bytes | Iterable[bytes], *, private: bool = False) -> None:
    """Put ``data``, whole or in pieces, at ``path`` by way of a temporary file in the same folder.

    The data is on the disk (fsync of file and folder) before this returns; an existing file
    keeps its mode, and a link its place; with ``private`` its owner alone may read it. Raises
    ExportError; the old file is then untouched and nothing is left beside it.
    """
    try:
        _replace(path, data, private)
    except OSError as error:
        raise export_error(path, error) from error
    except ValueError as error:  # a name no file system can hold, such as one with a NUL
        raise ExportError("failed", file=path, detail=error) from error


def check_place(path: Path) -> None:
    """Raise ExportError where it is plain beforehand that nothing can be written at ``path``."""
    try:
        mode = os.stat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        if not os.path.isdir(path.parent):
            raise ExportError("no_folder", file=path) from None
    except OSError as error:
        raise export_error(path, error) from error
    except ValueError as error:
        raise ExportError("failed", file=path, detail=error) from error
    else:
        if stat.S_ISDIR(mode):
            raise ExportError("directory", file=path)
        if not stat.S_ISREG(mode):  # replacing a device or a pipe would destroy it
            raise ExportError("failed", file=path, detail="it is not a regular file")


def export_error(place: Path | str, error: OSError) -> ExportError:
    """Return the ExportError that says why nothing could be written at ``place``."""
    reason = _REASONS.get(error.errno or 0, "failed")
    return ExportError(reason, file=place, detail=error.strerror or error)


def _replace(path: Path, data: bytes | Iterable[bytes], private: bool) -> None:
    place = real_path(path) if path.is_symlink() else path
    mode = _mode_to_keep(place)
    if private:
        mode = FILE
    # A short name of its own: the target's may already be as long as a name can be.
    temporary = place.with_name(f".muraji-{secrets.token_hex(8)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, FILE if private else 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines((data,) if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        os.replace(temporary, place)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(place.parent)


def _mode_to_keep(place: Path) -> int | None:
    """Return the mode of the file to be replaced, None where there is none yet."""
    try:
        found = place.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise OSError(errno.EISDIR, "it is a folder")
    if not stat.S_ISREG(found.st_mode):  # replacing a device or a pipe would destroy it
        raise OSError(errno.EINVAL, "it is not a regular file")
    # Only the folder must be writable to replace it, but a protected file is protected.
    os.close(os.open(place, os.O_WRONLY))
    return stat.S_IMODE(found.st_mode)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable where the system can sync folders (Windows cannot)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network file systems cannot sync folders; the file itself is complete.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)
