"""The lines of a PDF's page, and the columns they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FEWEST_IN_COLUMN = 4
_NARROWEST_COLUMN = 0.22
_NARROWEST = 8.0
"""Lines, share of the text's width, and letters' sizes, that make a column; cells of tables have
less."""

_HEADING = 1.2
"""How much larger than the usual letters those of a heading over all columns are."""

_MOST_PIECES = 1000
"""Pieces of lines on a page that is looked at for columns; a newspaper's has 500."""


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a line: its text in reading order, its sides, baseline and size in points.

    The baseline is measured from the foot of the page.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float

    @property
    def width(self) -> float:
        """From side to side, in points."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one page and its height in points."""

    height: float
    lines: tuple[Line, ...]


def columns(lines: Sequence[Line], rtl: bool, known: float | None = None) -> Iterator[list[Line]]:
    """Give the lines column by column: parts without a gutter from the top of the page down.

    ``known`` is where a gutter runs that a few lines show too little of: the last ones of a text
    in columns, on its last page.
    """
    for band in _bands(lines):
        gutter = _gutter(band) or _gutter_of_rest(band, known)
        if gutter is None:
            yield band
            continue
        if head := _heading_over(band, gutter):
            yield head
            yield from columns([line for line in band if line not in head], rtl, known)
            continue
        left = [line for line in band if line.right <= gutter]
        right = [line for line in band if line.right > gutter]
        for side in (right, left) if rtl else (left, right):
            yield from columns(side, rtl)


def main_gutter(lines: Sequence[Line]) -> float | None:
    """Return where the gutter of a page runs, None where its text is in one column."""
    return _gutter_of_most(sorted(lines, key=lambda line: -line.baseline))


def _gutter_of_rest(band: Sequence[Line], known: float | None) -> float | None:
    """Return the known gutter where it parts a band of few lines."""
    if known is None or len(band) >= 2 * _FEWEST_IN_COLUMN:
        return None
    sides = {line.right <= known for line in band}
    crossed = any(line.left < known < line.right for line in band)
    return None if crossed or len(sides) < 2 else known


def _heading_over(band: Sequence[Line], gutter: float) -> list[Line]:
    """Return the large lines over all columns that stand over one of them, none where both have."""
    usual = sorted(line.size for line in band)[len(band) // 2]
    ordered = sorted(band, key=lambda line: -line.baseline)
    head = list(takewhile(lambda line: line.size > _HEADING * usual, ordered))
    return head if len({line.right <= gutter for line in head}) == 1 else []


def _bands(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Cut the lines, top down, where full lines and lines in columns follow one another."""
    ordered = sorted(lines, key=lambda line: -line.baseline)
    gutter = _gutter_of_most(ordered)
    if gutter is None:
        yield list(ordered)
        return
    band: list[Line] = []
    crosses = False
    for line in ordered:
        crossing = line.left < gutter < line.right
        if band and crossing != crosses:
            yield band
            band = []
        crosses = crossing
        band.append(line)
    if band:
        yield band


def _gutter_of_most(lines: Sequence[Line]) -> float | None:
    """Return where a gutter runs that few lines cross, None where the text is in one column."""
    if not 2 * _FEWEST_IN_COLUMN <= len(lines) <= _MOST_PIECES:
        return None
    places = {round(line.left) - 1.0 for line in lines} | {
        round(line.right) + 1.0 for line in lines
    }
    best: tuple[int, float] | None = None
    for place in sorted(places):
        crossing = sum(line.left < place < line.right for line in lines)
        if crossing <= len(lines) // 4 and _are_columns(lines, place):
            best = min(best or (crossing, place), (crossing, place))
    return best[1] if best else None


def _gutter(band: Sequence[Line]) -> float | None:
    place = _gutter_of_most(band)
    crossed = place is None or any(line.left < place < line.right for line in band)
    return None if crossed else place


def _are_columns(lines: Sequence[Line], place: float) -> bool:
    width = max(line.right for line in lines) - min(line.left for line in lines)
    for side in (
        [line for line in lines if line.right <= place],
        [line for line in lines if line.left >= place],
    ):
        if len(side) < _FEWEST_IN_COLUMN:
            return False
        wide = sorted(side, key=lambda line: line.width)[len(side) * 3 // 4]
        if wide.width < max(_NARROWEST_COLUMN * width, _NARROWEST * wide.size):
            return False
    return True
