"""Who has a project: an operating system's lock on a small file beside it.

The lock lies on ``.NAME.lock``, not on the project: SQLite has its own locks there, which the
system would drop whenever anybody in this process closed the file. It vanishes with the process
that holds it, also when that is killed; what the file says is only for people to read.
"""

from __future__ import annotations

import errno
import getpass
import json
import os
import platform
import sys
import time
from typing import TYPE_CHECKING

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path

_OWNER_BYTES = 4096
_LOCKED_BYTE = 1 << 30
"""Far behind the text: on Windows nobody else could read a locked byte."""
_HELD = {errno.EAGAIN, errno.EACCES, errno.EDEADLK, errno.EWOULDBLOCK}


class LockedError(Exception):
    """Somebody else has the project; ``owner`` says who."""

    def __init__(self, owner: str) -> None:
        super().__init__(owner)
        self.owner = owner


class ProjectLock:
    """The lock on one project, held from construction until ``release``.

    Raises LockedError where another window has it (of this process, too), OSError where the
    place takes no lock at all, for instance because it is read-only.
    """

    def __init__(self, project: Path) -> None:
        self._path = project.with_name(f".{project.name}.lock")
        self._file = self._take()
        self._sign()

    def release(self) -> None:
        """Give the project free for others; a second call does nothing."""
        if self._file < 0:
            return
        handle, self._file = self._file, -1
        if sys.platform == "win32":
            os.close(handle)
        try:
            self._path.unlink(missing_ok=True)
        except PermissionError:
            # Windows: the next owner has it open already, and it is theirs now.
            pass
        finally:
            if sys.platform != "win32":
                os.close(handle)

    def _take(self) -> int:
        while True:
            flags = (
                os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
            )
            handle = os.open(self._path, flags, 0o644)
            try:
                _lock(handle)
                if self._is_current(handle):
                    return handle
            except OSError as error:
                owner = _read_owner(handle)
                os.close(handle)
                if error.errno in _HELD:
                    raise LockedError(owner) from None
                raise
            os.close(handle)

    def _is_current(self, handle: int) -> bool:
        """Whether the locked file still is the one in the folder: its owner deletes it."""
        try:
            return os.path.samestat(os.fstat(handle), self._path.stat())
        except FileNotFoundError:
            return False

    def _sign(self) -> None:
        owner = {
            "user": _user(),
            "host": platform.node(),
            "pid": os.getpid(),
            "since": time.strftime("%H:%M"),
        }
        try:
            os.ftruncate(self._file, 0)
            os.lseek(self._file, 0, os.SEEK_SET)
            os.write(self._file, json.dumps(owner).encode())
        except OSError as error:
            # On a full disk the lock itself still holds; only its text is missing.
            if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
                self.release()
                raise


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"


def _read_owner(handle: int) -> str:
    """Return "user@host, process, since" from the file's text, or "?" where it says nothing."""
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        owner = json.loads(os.read(handle, _OWNER_BYTES))
        parts = [str(owner[name]) for name in ("user", "host", "pid", "since")]
    except (ValueError, KeyError, TypeError, RecursionError, OSError):
        return "?"
    user, host, pid, since = ("".join(filter(str.isprintable, part))[:80] for part in parts)
    return f"{user}@{host}, {pid}, {since}"
