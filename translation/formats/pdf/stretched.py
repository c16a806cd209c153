"""Lines that were cut where justification pulled their words far apart.

In narrow columns a blank can be wider than the gutter beside it. Such a line fills its column,
its blanks are alike, and the lines next to it are whole; cells of a table stand under cells.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from translation.formats.pdf.columns import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALIKE = 0.3
_WIDEST = 8.0
"""Of the letters' size: how much the blanks of a line and the ends of lines differ, and how wide a
blank can be."""

_MOST_PIECES = 6

_Row = tuple[Line, ...]


def with_whole_lines(column: Sequence[Line], rtl: bool) -> list[Line]:
    """Return the lines of a column, pieces of stretched ones joined as they are read."""
    rows = _rows(column)
    if all(len(row) == 1 for row in rows):
        return list(column)
    sides = min(line.left for line in column), max(line.right for line in column)
    stretched = [_is_stretched(row, sides) for row in rows]
    whole = [len(row) == 1 and _is_full(row, sides) for row in rows]
    made: list[Line] = []
    for at, row in enumerate(rows):
        beside = [place for place in (at - 1, at + 1) if 0 <= place < len(rows)]
        is_one = stretched[at] and not _is_table_row(at, rows)
        if is_one and any(whole[place] or stretched[place] for place in beside):
            made.append(_joined(row, rtl))
        else:
            made += row
    return made


def _rows(column: Sequence[Line]) -> list[_Row]:
    ordered = sorted(column, key=lambda line: (-line.baseline, line.left))
    groups = groupby(ordered, key=lambda line: round(line.baseline, 1))
    return [tuple(sorted(group, key=lambda line: line.left)) for _, group in groups]


def _is_full(row: _Row, sides: tuple[float, float]) -> bool:
    near = _ALIKE * row[0].size
    return row[0].left - sides[0] < near and sides[1] - row[-1].right < near


def _is_stretched(row: _Row, sides: tuple[float, float]) -> bool:
    if not 1 < len(row) <= _MOST_PIECES or not _is_full(row, sides):
        return False
    size = row[0].size
    gaps = _gaps(row)
    widths = [right - left for left, right in gaps]
    alike = max(widths) - min(widths) < _ALIKE * size and max(widths) < _WIDEST * size
    return alike and all(abs(line.size - size) < 0.1 * size for line in row)


def _gaps(row: _Row) -> list[tuple[float, float]]:
    return [(line.right, following.left) for line, following in pairwise(row)]


def _is_table_row(at: int, rows: Sequence[_Row]) -> bool:
    """Tell whether a row beside this one is cut at the same places."""
    gaps = _gaps(rows[at])
    for place in (at - 1, at + 1):
        others = _gaps(rows[place]) if 0 <= place < len(rows) else []
        if len(others) == len(gaps) and all(
            min(one[1], other[1]) - max(one[0], other[0]) > 0
            for one, other in zip(gaps, others, strict=True)
        ):
            return True
    return False


def _joined(row: _Row, rtl: bool) -> Line:
    text = " ".join(line.text for line in (reversed(row) if rtl else row))
    return Line(text, row[0].left, row[-1].right, row[0].baseline, row[0].size)
