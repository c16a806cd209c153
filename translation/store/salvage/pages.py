"""The pages of a database file, those of the log beside it taken in.

Nothing here needs the file to be whole: what is missing reads as nothing. (SQLite file format,
sections 1.2, 1.5 and 4.)
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

USUAL_SIZE = 4096
_SIZES = {1 << n for n in range(9, 17)}
_LOG_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}
"""How a log begins, with the byte order of its checksums."""
_LOG_HEADER, _FRAME_HEADER = 32, 24


@dataclass(frozen=True, slots=True)
class Pages:
    """A database as pages counted from 1; ``newer`` stand in the log and not yet in the file."""

    data: bytes
    size: int
    newer: dict[int, bytes]

    def __getitem__(self, number: int) -> bytes:
        """Return a page, filled up with zeros where the file is cut; b"" where there is none."""
        if number in self.newer:
            return self.newer[number]
        start = (number - 1) * self.size
        found = self.data[start : start + self.size] if number > 0 else b""
        return found.ljust(self.size, b"\0") if found else b""

    def __len__(self) -> int:
        return max(-(-len(self.data) // self.size), max(self.newer, default=0))

    def free(self) -> set[int]:
        """Return the pages that the database says are not in use (section 1.5)."""
        found: set[int] = set()
        trunk = number_at(self[1], 32)
        while 0 < trunk <= len(self) and trunk not in found:
            page = self[trunk]
            found.add(trunk)
            count = min(number_at(page, 4), self.size // 4 - 2)
            found.update(number_at(page, 8 + 4 * n) for n in range(count))
            trunk = number_at(page, 0)
        return found


def number_at(page: bytes, offset: int) -> int:
    """Return the four-byte number at an offset, 0 where the page ends before."""
    return int.from_bytes(page[offset : offset + 4], "big")


def read_pages(path: Path) -> Pages:
    """Read a database file and its log. Raises OSError."""
    data = path.read_bytes()
    log = path.with_name(f"{path.name}-wal")
    written = log.read_bytes() if log.is_file() else b""
    size = _page_size(data, written)
    return Pages(data, size, dict(_log_pages(written, size)))


def _page_size(data: bytes, log: bytes) -> int:
    stored = int.from_bytes(data[16:18], "big")
    for size in (65536 if stored == 1 else stored, number_at(log, 8)):
        if size in _SIZES:
            return size
    return USUAL_SIZE


def _log_pages(log: bytes, size: int) -> Iterator[tuple[int, bytes]]:
    """Give the pages of every transaction that a log holds whole, the oldest first."""
    order = _LOG_MAGIC.get(number_at(log, 0))
    if order is None or number_at(log, 8) != size:
        return
    sums = _log_sums(log[:24], order, (0, 0))
    if sums != struct.unpack(">II", log[24:32]):
        return
    waiting: list[tuple[int, bytes]] = []
    for start in range(_LOG_HEADER, len(log) - _FRAME_HEADER - size + 1, _FRAME_HEADER + size):
        header = log[start : start + _FRAME_HEADER]
        page = log[start + _FRAME_HEADER : start + _FRAME_HEADER + size]
        sums = _log_sums(page, order, _log_sums(header[:8], order, sums))
        if header[8:16] != log[16:24] or sums != struct.unpack(">II", header[16:24]):
            return
        waiting.append((number_at(header, 0), page))
        if number_at(header, 4):  # The last of a transaction.
            yield from waiting
            waiting.clear()


def _log_sums(data: bytes, order: str, start: tuple[int, int]) -> tuple[int, int]:
    """Go on with the checksum of a log (section 4.2)."""
    first, second = start
    numbers = iter(struct.unpack(f"{order}{len(data) // 4}I", data))
    for number in numbers:
        first = (first + number + second) & 0xFFFFFFFF
        second = (second + next(numbers) + first) & 0xFFFFFFFF
    return first, second
