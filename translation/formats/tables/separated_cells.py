"""The cells of a text file's rows, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it stands in the file from ``start`` to ``end``, quotes too."""

    start: int
    end: int
    text: str

    @property
    def is_quoted(self) -> bool:
        """Whether it begins and ends with a quote."""
        return len(self.text) > 1 and self.text[0] == self.text[-1] == '"'

    @property
    def value(self) -> str:
        """What it says, where quotes count."""
        return self.text[1:-1].replace('""', '"') if self.is_quoted else self.text


def cells_of(text: str, separator: str, is_quoted: bool) -> Iterator[list[Cell]]:
    """Give the rows of a text as csv.reader finds them, each cell with its place in the text.

    Where csv.reader would refuse a cell for its quotes, it is quoted up to the last quote before
    its separator (``"a "b" c"``), else its quotes are part of its text (``"a" b``).
    """
    mark = re.escape(separator)
    bare, end = f"[^{mark}\r\n]*", f"(?={mark}|[\r\n]|\\Z)"
    loose = f'"(?:(?!{mark}"|"{mark})[^\r\n])*"{end}'
    cell = f'(?:"(?:[^"]++|"")*+"{end}|{loose}|{bare})' if is_quoted else bare
    pattern = re.compile(f"({cell})({mark}|\r\n|\r|\n|\\Z)")
    at, row = 0, list[Cell]()
    while at < len(text) or row:
        found = pattern.match(text, at)
        assert found is not None, "the bare cell always matches"
        row.append(Cell(*found.span(1), found[1]))
        at = found.end()
        if found[2] != separator:
            yield row
            row = []
