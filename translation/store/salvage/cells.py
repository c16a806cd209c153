"""Records out of the pages of a b-tree, as far as each can be read.

SQLite file format, sections 1.6 (pages and cells) and 2.1 (records). Every number is doubted: a
cell that would reach outside its page is left out, a record that ends too early keeps its start.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.store.salvage.pages import Pages

INDEX_INNER, TABLE_INNER, INDEX_LEAF, TABLE_LEAF = 2, 5, 10, 13
INNER = frozenset({INDEX_INNER, TABLE_INNER})
_TABLE = frozenset({TABLE_INNER, TABLE_LEAF})
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_MOST_COLUMNS = 64

Cell: TypeAlias = str | bytes | int | float | None


@dataclass(frozen=True, slots=True)
class Record:
    """A row as it was found; ``whole`` where all of it could be read and its texts are UTF-8.

    ``rowid`` is 0 in an index. ``serials`` are the types of the cells as the record names them;
    there are fewer ``cells`` where it ends too early.
    """

    rowid: int
    cells: tuple[Cell, ...]
    serials: tuple[int, ...]
    whole: bool


class PageReader:
    """Reads the cells of pages, and notes which pages were used as overflow."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.overflow: set[int] = set()

    def kind(self, number: int) -> int:
        """Return the type of a b-tree page; anything else is no such page."""
        page = self.pages[number]
        start = 100 if number == 1 else 0
        return page[start] if page else 0

    def children(self, number: int) -> Iterator[int]:
        """Give the pages below an inner page."""
        page, start = self.pages[number], 100 if number == 1 else 0
        for offset in self._offsets(number):
            yield int.from_bytes(page[offset : offset + 4], "big")
        yield int.from_bytes(page[start + 8 : start + 12], "big")

    def records(self, number: int) -> Iterator[Record]:
        """Give the records of a page: none of an inner page of a table, which has but keys."""
        kind = self.kind(number)
        if kind == TABLE_INNER:
            return
        for offset in self._offsets(number):
            start = offset + 4 if kind == INDEX_INNER else offset
            found = self.record(number, start, kind)
            if found is not None:
                yield found

    def carved(self, number: int) -> Iterator[Record]:
        """Give what looks like rows of a table in a page whose beginning is lost.

        Only a record counts whose parts are as long together as it says it is.
        """
        offset, page = 0, self.pages[number]
        while offset < len(page):
            found = self.record(number, offset, TABLE_LEAF) if page[offset] else None
            if found is None or not found.whole:
                offset += 1
                continue
            yield found
            length, after = _varint(page, offset)
            _rowid, after = _varint(page, after)
            offset = after + _local(length, len(page), TABLE_LEAF)

    def record(self, number: int, offset: int, kind: int) -> Record | None:
        """Return the record of the cell at an offset, None where there is none."""
        page = self.pages[number]
        length, offset = _varint(page, offset)
        rowid = 0
        if kind in _TABLE:
            rowid, offset = _varint(page, offset)
        local = _local(length, len(page), kind)
        if length < 2 or offset + local > len(page):
            return None
        payload = page[offset : offset + local]
        if local < length:
            first = int.from_bytes(page[offset + local : offset + local + 4], "big")
            payload += self._overflowing(first, length - local)
        return _parse(rowid - (1 << 64) if rowid >> 63 else rowid, payload, length)

    def _offsets(self, number: int) -> Iterator[int]:
        page, start = self.pages[number], 100 if number == 1 else 0
        if not page:
            return
        first = start + (12 if page[start] in INNER else 8)
        count = int.from_bytes(page[start + 3 : start + 5], "big")
        pointers = range(first, min(first + 2 * count, len(page) - 1), 2)
        offsets = dict.fromkeys(int.from_bytes(page[at : at + 2], "big") for at in pointers)
        yield from (offset for offset in offsets if first <= offset < len(page))

    def _overflowing(self, number: int, length: int) -> bytes:
        """Return what lies in a chain of overflow pages, shorter where the chain breaks."""
        parts: list[bytes] = []
        seen: set[int] = set()
        while length > 0 and 0 < number <= len(self.pages) and number not in seen:
            seen.add(number)
            page = self.pages[number]
            parts.append(page[4 : 4 + length])
            length -= len(parts[-1])
            number = int.from_bytes(page[:4], "big")
        self.overflow |= seen
        return b"".join(parts)


def _local(length: int, usable: int, kind: int) -> int:
    """Return how many bytes of a payload stand in the page itself (section 1.6)."""
    most = usable - 35 if kind in _TABLE else (usable - 12) * 64 // 255 - 23
    if length <= most:
        return length
    least = (usable - 12) * 32 // 255 - 23
    some = least + (length - least) % (usable - 4)
    return some if some <= most else least


def _varint(data: bytes, offset: int) -> tuple[int, int]:
    """Return the number of up to nine bytes at an offset, and where it ends."""
    value = 0
    for count in range(9):
        byte = data[offset] if offset < len(data) else 0
        offset += 1
        if count == 8:
            return value << 8 | byte, offset
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return value, offset


def _parse(rowid: int, payload: bytes, length: int) -> Record | None:
    header, offset = _varint(payload, 0)
    if not offset < header <= min(len(payload), length):
        return None
    serials: list[int] = []
    while offset < header and len(serials) <= _MOST_COLUMNS:
        serial, offset = _varint(payload, offset)
        serials.append(serial)
    if offset != header:
        return None
    cells: list[Cell] = []
    whole = header + sum(map(_size, serials)) == length
    for serial in serials:
        end = offset + _size(serial)
        if end > len(payload):
            return Record(rowid, tuple(cells), tuple(serials), False)
        cell, is_right = _value(serial, payload[offset:end])
        whole = whole and is_right
        cells.append(cell)
        offset = end
    return Record(rowid, tuple(cells), tuple(serials), whole)


def _size(serial: int) -> int:
    if serial >= 12:
        return (serial - 12) // 2
    return 8 if serial == 7 else _INTEGER_BYTES.get(serial, 0)


def _value(serial: int, data: bytes) -> tuple[Cell, bool]:
    if serial >= 12:
        return (data, True) if serial % 2 == 0 else _text(data)
    if serial == 7:
        return struct.unpack(">d", data)[0], True
    if serial in _INTEGER_BYTES:
        return int.from_bytes(data, "big", signed=True), True
    return {8: 0, 9: 1}.get(serial), serial not in (10, 11)


def _text(data: bytes) -> tuple[str, bool]:
    try:
        return data.decode(), True
    except UnicodeDecodeError:
        return data.decode(errors="replace"), False
