"""The text of a unit as it stands on a page: its segments joined, on one side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.model.mark import Side
from translation.text.looks import Dresser, Look

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.model.document import Document
    from translation.model.segment import Segment, TranslationUnit


@dataclass(frozen=True, slots=True)
class Passage:
    """What a segment gives to the page. ``before`` is the blank between it and the one before.

    ``untranslated`` says that the source stands here, as it will in the file.
    """

    segment_id: str
    before: str
    runs: tuple[tuple[str, Look], ...]
    untranslated: bool = False


def passages(document: Document, unit: TranslationUnit, side: Side) -> tuple[Passage, ...]:
    """Return what the segments of a unit give, in order."""
    return tuple(_passages(document, unit, side))


def _passages(document: Document, unit: TranslationUnit, side: Side) -> Iterator[Passage]:
    dresser = Dresser(unit.codes)
    trail = ""
    for place, segment in enumerate(document.unit_segments(unit.id)):
        text = segment.source
        shown = document.shown_target(segment) if side is Side.TARGET else ""
        before = _blank(trail + segment.lead) if place else ""
        runs = tuple(dresser.runs(shown or text))
        yield Passage(segment.id, before, runs, side is Side.TARGET and not shown)
        trail = segment.trail


def _blank(between: str) -> str:
    """Return what parts two sentences on a page: a line's end where the source has one."""
    if "\n" in between:
        return "\n"
    return " " if between else ""


def window(document: Document, segment: Segment, most: int, length: int) -> list[TranslationUnit]:
    """Return the units around a segment: at most ``most``, and about ``length`` characters.

    Furniture is left out: it is no part of what is translated.
    """
    segments = document.segments
    here = document.unit_of(segment)
    rows = document.unit_rows(here.id)
    found, left = [here], length
    above, below = rows.start - 1, rows.stop
    while len(found) < most and left > 0 and (above >= 0 or below < len(segments)):
        if below < len(segments):
            unit = document.unit(segments[below].unit_id)
            below = _end(segments, below, +1)
            if not unit.is_furniture:
                found.append(unit)
                left -= len(segments[below - 1].source)
        if above >= 0:
            unit = document.unit(segments[above].unit_id)
            above = _end(segments, above, -1)
            if not unit.is_furniture:
                found.insert(0, unit)
                left -= len(segments[above + 1].source)
    return [unit for unit in found if not unit.is_furniture]


def _end(segments: Sequence[Segment], row: int, step: int) -> int:
    """Return the first row, in a direction, that is of another unit."""
    unit_id = segments[row].unit_id
    while 0 <= row < len(segments) and segments[row].unit_id == unit_id:
        row += step
    return row
