"""Whether the file at a project's path still is the one that is open, and as it was left.

A sync client, a backup or a file manager may replace, delete, cut or overwrite an open project.
SQLite does not notice: it goes on in a file that nobody finds again. So the file is looked at
(by ``stat`` alone: opening and closing it would drop SQLite's locks on it) before anything is
written and every few seconds. Only this process writes it, hence any difference is foreign.
"""

from __future__ import annotations

import os
import stat
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from translation.errors import ProjectError

Loss: TypeAlias = Literal["gone", "replaced", "overwritten", "log_gone"]
"""What happened to an open project; each is a reason of ProjectError."""
LOSSES = frozenset({"gone", "replaced", "overwritten", "log_gone"})

LOG = "-wal"
INDEX = "-shm"
JOURNAL = "-journal"
COMPANIONS = (LOG, INDEX, JOURNAL)
"""What SQLite puts beside a database, by the ends of their names."""
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Look:
    """What a file is known by without opening it; ``changed`` in nanoseconds since 1970."""

    device: int
    inode: int
    size: int
    changed: int

    def is_same_file(self, other: Look) -> bool:
        """Whether both are one file, whatever is in it."""
        return (self.device, self.inode) == (other.device, other.inode)


@dataclass(frozen=True, slots=True)
class Base:
    """The state of the main file that a write-ahead log builds on."""

    look: Look
    checksum: int

    def as_json(self) -> dict[str, int]:
        """Return it as plain numbers by name."""
        return {**asdict(self.look), "checksum": self.checksum}


def look(path: Path) -> Look | None:
    """Return what stands at a path; None where nothing does, or nothing that can be seen."""
    try:
        found = path.stat()
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return Look(found.st_dev, found.st_ino, -1, found.st_mtime_ns)
    return Look(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


class OpenFile:
    """An open project as it was left; made before SQLite opens it, closed after SQLite did."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self._main = self._log = look(path)
        self._checksum: int | None = None
        self._has_log = False

    def close(self) -> None:
        """Let go of the file; a second call does nothing."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def settle(self, *, main: bool) -> None:
        """Take what stands there now for what was left; ``main`` where the main file changed.

        Only what a log builds on is read through: without one the file changes at each commit.
        """
        self._log = look(self._log_path)
        self._has_log = self._has_log or self._log is not None
        if main or not self._has_log:
            self._main = look(self.path)
            self._checksum = self._checksum_now() if self._has_log else None

    @property
    def has_log(self) -> bool:
        """Whether a write-ahead log lies beside the file, empty or not."""
        return self._has_log

    @property
    def is_in_place(self) -> bool:
        """Whether the file at the path is the one that is open, whatever is in it."""
        there = look(self.path)
        return bool(there and self._main and there.is_same_file(self._main))

    @property
    def log_size(self) -> int:
        """Bytes of the write-ahead log as last looked at."""
        return self._log.size if self._log and self._has_log else 0

    def base(self) -> Base | None:
        """Return what the log builds on from here on."""
        if self._main is None or self._checksum is None:
            return None
        return Base(self._main, self._checksum)

    def check(self) -> None:
        """Raise ProjectError (one of LOSSES) where somebody else was at the file."""
        loss = self._loss()
        if loss:
            raise ProjectError(loss, file=self.path)

    @property
    def is_ours(self) -> bool:
        """Whether the bytes behind the open file are those that were left, wherever it lies."""
        try:
            found = os.fstat(self._descriptor)
            if self._main is None or found.st_size != self._main.size:
                return False
            return found.st_mtime_ns == self._main.changed or (
                self._checksum is not None and self._checksum_now() == self._checksum
            )
        except OSError:
            return False

    def remove_companions(self) -> None:
        """Delete the log that was ours: beside another file it would be taken for its own."""
        if self._has_log and self._log:
            there = look(self._log_path)
            if there and there.is_same_file(self._log):
                for suffix in COMPANIONS:
                    Path(f"{self.path}{suffix}").unlink(missing_ok=True)

    @property
    def _log_path(self) -> Path:
        return Path(f"{self.path}{LOG}")

    def _loss(self) -> Loss | None:
        there = look(self.path)
        if there is None:
            return "gone"
        if self._main is None or not there.is_same_file(self._main):
            return "replaced"
        if there.size != self._main.size:
            return "overwritten"
        if there.changed != self._main.changed:
            # Some programs only touch a file: what counts is what is in it.
            if not self.is_ours:
                return "overwritten"
            self._main = there
        return self._log_loss()

    def _log_loss(self) -> Loss | None:
        if not self._has_log or self._log is None:
            return None
        log = look(self._log_path)
        if log is None or not log.is_same_file(self._log):
            return "log_gone"
        return None if log == self._log else "overwritten"

    def _checksum_now(self) -> int:
        checksum = 0
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        while chunk := os.read(self._descriptor, _CHUNK):
            checksum = zlib.crc32(chunk, checksum)
        return checksum


def set_foreign_log_aside(path: Path, tie: Any) -> Path | None:
    """Move away a log that builds on another state of the file, and return where to.

    After a crash SQLite takes in whatever log lies beside a file, and would make one document
    of two where the file was meanwhile replaced by another copy. ``tie`` is what ``Base`` said
    of the file when the log was begun; without it the log is believed. To be called before
    SQLite opens the file, by whoever holds its lock.
    """
    if not is_log_foreign(path, tie):
        return None
    log = Path(f"{path}{LOG}")
    aside = path.with_name(f"{path.name}{LOG} (foreign)")
    number = 2
    while aside.exists():
        aside = path.with_name(f"{path.name}{LOG} (foreign {number})")
        number += 1
    log.rename(aside)
    Path(f"{path}{INDEX}").unlink(missing_ok=True)
    return aside


def is_log_foreign(path: Path, tie: Any) -> bool:
    """Whether the log beside a file was begun on another state of it (see above)."""
    log, main = look(Path(f"{path}{LOG}")), look(path)
    if not log or not main or log.size <= 0 or not isinstance(tie, dict):
        return False
    if {**asdict(main)} == {name: tie.get(name) for name in asdict(main)}:
        return False  # Bit rot leaves size and times alone; the log then still belongs to it.
    checksum = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            checksum = zlib.crc32(chunk, checksum)
    return checksum != tie.get("checksum")
