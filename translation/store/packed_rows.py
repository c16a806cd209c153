"""Rows of the journal that are kept in memory: a step over a whole document takes megabytes."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from translation.store.journal import JournalRow

_FAST = 1
"""zlib's level: what is the same in every edit is soon found."""


@dataclass(frozen=True, slots=True)
class PackedRow:
    """A row with its batch as compressed UTF-8: some twentieth of the text."""

    row: JournalRow
    batch: bytes

    @classmethod
    def of(cls, row: JournalRow) -> Self:
        """Pack a row."""
        batch = zlib.compress(row.batch.encode("utf-8", "surrogatepass"), _FAST)
        return cls(replace(row, batch=""), batch)

    def unpacked(self) -> JournalRow:
        """Return the row as it was."""
        text = zlib.decompress(self.batch).decode("utf-8", "surrogatepass")
        return replace(self.row, batch=text)
