"""What effort says of a document: summed up, and as CSV with a line a segment."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from translation.formats.tables.formula_guard import guarded
from translation.model.effort import Effort, EffortSum, sum_up
from translation.model.inline import strip_codes
from translation.model.segment import word_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from translation.model.document import Document

_COLUMNS = (
    *("segment", "id", "source_words", "target_characters", "seconds", "writing", "deleting"),
    *("moving", "command", "pauses", "pause_seconds", "visits"),
)


def effort_of(document: Document, efforts: Mapping[str, Effort]) -> EffortSum:
    """Sum up what was counted; of segments that are gone the time and the keys."""
    return sum_up(
        (effort, *_texts(document, id_)) for id_, effort in efforts.items() if any(effort.values())
    )


def effort_csv(document: Document, efforts: Mapping[str, Effort]) -> bytes:
    """Return a line for each segment that was worked on, in order; those that are gone last."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for number, id_ in _ordered(document, efforts):
        effort = efforts[id_]
        seconds, *counts, pauses, pause_seconds, visits = effort.values()
        times = f"{seconds:.1f}", *counts, pauses, f"{pause_seconds:.1f}", visits
        writer.writerow((number, guarded(id_), *_texts(document, id_), *times))
    return text.getvalue().encode("utf-8-sig", "replace")


def _ordered(document: Document, efforts: Mapping[str, Effort]) -> Iterator[tuple[int | str, str]]:
    for number, segment in enumerate(document.segments, start=1):
        if segment.id in efforts:
            yield number, segment.id
    for id_ in efforts:
        if id_ not in document:
            yield "", id_


def _texts(document: Document, segment_id: str) -> tuple[int, int]:
    """Return the words of the source and the characters of the target; 0 and 0 of one gone."""
    if segment_id not in document:
        return 0, 0
    segment = document.segment(segment_id)
    return word_count(strip_codes(segment.source)), len(strip_codes(segment.target or ""))
