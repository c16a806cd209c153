"""The words of a target that differ from its draft, or from the translator's text, as marks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from translation.model.mark import Mark, MarkKind, Side
from translation.text.words import diff
from ui.review.marks import MarkSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject

    from app.editing.editor import Editor
    from ui.review.segment_row import SegmentRow

LONGEST_COMPARED = 12_000
"""Characters of a text beyond which comparing at each key would be felt."""


class Differences(MarkSource):
    """Marks what a person's target has and its draft had not."""

    sides = frozenset({Side.TARGET})

    def __init__(self, work: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        work.grounds.changed.connect(self._compare_anew)

    def _compare_anew(self) -> None:
        segments = self._work.document.segments
        self.changed.emit([segment.id for segment in segments if segment.target is not None])

    def marks(self, row: SegmentRow) -> Iterator[Mark]:
        """Give a mark for each stretch of other words; none where nobody wrote, or from nothing."""
        if row.segment.target is None:
            return
        ground = self._work.grounds.text_of(row.segment)
        if ground is not None:
            for start, end in changed_stretches(ground, row.segment.target):
                yield Mark(Side.TARGET, start, end - start, MarkKind.CHANGED)


@lru_cache(maxsize=200)
def changed_stretches(draft: str, text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of what ``text`` has and ``draft`` has not.

    The blanks at both ends of a stretch are left out, those between two stretches taken in.
    """
    if max(len(draft), len(text)) > LONGEST_COMPARED or draft == text:
        return ()
    found: list[tuple[int, int]] = []
    for part in diff(draft, text):
        words = part.text.strip()
        if part.kind != "insert" or not words:
            continue
        start = part.start_after + part.text.index(words)
        if found and not text[found[-1][1] : start].strip():
            start = found.pop()[0]
        found.append((start, part.start_after + len(part.text.rstrip())))
    return tuple(found)
