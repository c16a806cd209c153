"""White strips down a page between columns that stand closer than any gap tells.

Newspapers part their columns by as little as a letter's width, hardly more than a space on a line
that is stretched. But spaces of one line seldom stand over those of the next: a strip that many
lines leave white, with text on both its sides, is a gutter.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from translation.formats.pdf.order import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.formats.pdf.order import Glyph

_WIDTH = 0.5
"""Of the letters' size: how wide a strip is at least."""

_FEWEST_ROWS = 5
_NARROWEST = 0.2
_LEAST_TEXT = 8.0
"""Rows with text on either side, share of the text's width, and letters' sizes of words in most of
its rows, that make a column; cells of tables have less."""

_MOST_ROWS = 300
_MOST_PLACES = 300
"""Of a page that is looked at for strips."""


@dataclass(slots=True)
class _Row:
    """The words of a row: their sides in pairs from the left, and the size of the letters."""

    words: list[tuple[float, float]]
    size: float

    def around(self, place: float) -> tuple[float | None, float | None] | None:
        """Return where the words left of a place end and those right of it begin.

        None where a word stands there.
        """
        left = right = None
        for start, end in self.words:
            if end <= place:
                left = end
            elif start >= place:
                right = start
                break
            else:
                return None
        return left, right

    def text(self, low: float, high: float) -> float:
        """Return how many letters' sizes of words stand between two places."""
        inside = (end - start for start, end in self.words if low <= start and end <= high)
        return sum(inside) / self.size


def strips(rows: Sequence[Sequence[Glyph]]) -> list[list[float]]:
    """Return for each row the places at which a gutter cuts it."""
    cuts: list[list[float]] = [[] for _ in rows]
    if not 2 * _FEWEST_ROWS <= len(rows) <= _MOST_ROWS:
        return cuts
    read = [_row(row) for row in rows]
    words = [word for row in read for word in row.words]
    if not words:
        return cuts
    sides = min(start for start, _ in words), max(end for _, end in words)
    places = sorted({round(place) for row in read for place in _gaps(row)})
    for place in places if len(places) <= _MOST_PLACES else ():
        for first, last, strip in _runs(read, float(place)):
            if _NARROWEST <= (place - sides[0]) / (sides[1] - sides[0]) <= 1 - _NARROWEST:
                for cut in cuts[first:last]:
                    if not any(strip[0] <= other <= strip[1] for other in cut):
                        cut.append(float(place))
    return cuts


def _is_column(texts: Sequence[float]) -> bool:
    return len(texts) >= _FEWEST_ROWS and median(texts) >= _LEAST_TEXT


def _row(row: Sequence[Glyph]) -> _Row:
    seen = sorted((glyph for glyph in row if glyph.text != SPACE), key=lambda glyph: glyph.left)
    size = max(median(glyph.size for glyph in seen), 1.0) if seen else 1.0
    words: list[tuple[float, float]] = []
    for glyph in seen:
        if words and glyph.left - words[-1][1] < _WIDTH / 2 * size:
            words[-1] = words[-1][0], max(words[-1][1], glyph.right)
        else:
            words.append((glyph.left, max(glyph.right, glyph.left)))
    return _Row(words, size)


def _gaps(row: _Row) -> Iterator[float]:
    """Give the middles of gaps that could be part of a strip."""
    for (_, end), (start, _) in zip(row.words, row.words[1:], strict=False):
        if start - end >= _WIDTH * row.size:
            yield (start + end) / 2


def _runs(rows: Sequence[_Row], place: float) -> Iterator[tuple[int, int, tuple[float, float]]]:
    """Give the rows, from and to, that leave a strip white around a place, and its sides."""
    first = 0
    while first < len(rows):
        last = first
        left_texts: list[float] = []
        right_texts: list[float] = []
        low, high = float("-inf"), float("inf")
        while last < len(rows) and (around := rows[last].around(place)) is not None:
            left, right = around
            new_low = low if left is None else max(low, left)
            new_high = high if right is None else min(high, right)
            if new_high - new_low < _WIDTH * rows[last].size:
                break
            low, high = new_low, new_high
            if left is not None:
                left_texts.append(rows[last].text(float("-inf"), left))
            if right is not None:
                right_texts.append(rows[last].text(right, float("inf")))
            last += 1
        if _is_column(left_texts) and _is_column(right_texts):
            yield first, last, (low, high)
        first = last + 1 if last == first else last
