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
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from translation.system.private import open_private

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path

_OWNER_BYTES = 4096
_TIE = "tie"
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
        self._path = _lock_path(project)
        self._file = self._take()
        self.found_tie = _read(self._file).get(_TIE)
        """What the last holder wrote with ``tie``; it is there only after a crash."""
        self._tie: object = self.found_tie
        try:
            self._sign()
        except OSError:
            self.release()
            raise

    def tie(self, tie: object) -> None:
        """Keep a small JSON value for whoever has the lock after a crash; on disk on return.

        Raises OSError where it cannot be written; the lock is held all the same.
        """
        self._tie = tie
        self._sign()
        with suppress(OSError):
            os.fsync(self._file)

    def release(self) -> None:
        """Give the project free for others; a second call does nothing."""
        if self._file < 0:
            return
        handle, self._file = self._file, -1
        if sys.platform == "win32":
            os.close(handle)
        # It may stay: on Windows where the next owner has it open already, elsewhere where the
        # place has become read-only or has gone. What holds is the lock, not the file.
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        if sys.platform != "win32":
            os.close(handle)

    def _take(self) -> int:
        while True:
            flags = (
                os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
            )
            handle = open_private(self._path, flags)
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
            _TIE: self._tie,
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


def _read(handle: int) -> dict[str, Any]:
    """Return what the lock's file says; nothing where it says nothing that is understood."""
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        found = json.loads(os.read(handle, _OWNER_BYTES))
    except (ValueError, RecursionError, OSError):
        return {}
    return found if isinstance(found, dict) else {}


def _read_owner(handle: int) -> str:
    """Return "user@host, process, since" from the file's text, or "?" where it says nothing."""
    owner = _read(handle)
    try:
        parts = [str(owner[name]) for name in ("user", "host", "pid", "since")]
    except KeyError:
        return "?"
    user, host, pid, since = ("".join(filter(str.isprintable, part))[:80] for part in parts)
    return f"{user}@{host}, {pid}, {since}"


def tie_beside(project: Path) -> object:
    """Return what the last holder of a project's lock wrote with ``tie``, or None."""
    try:
        handle = os.open(_lock_path(project), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return None
    try:
        return _read(handle).get(_TIE)
    finally:
        os.close(handle)


def is_free(project: Path) -> bool:
    """Whether nobody has a project now."""
    try:
        handle = os.open(_lock_path(project), os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except FileNotFoundError:
        return True
    except OSError:
        return False
    try:
        _lock(handle)
    except OSError:
        return False
    else:
        return True
    finally:
        os.close(handle)


def _lock_path(project: Path) -> Path:
    return project.with_name(f".{project.name}.lock")
