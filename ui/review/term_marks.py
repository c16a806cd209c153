"""The terms of the termbases, as marks in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.mark import Mark, MarkKind, Side
from ui import texts
from ui.review.marks import MarkSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject

    from app.followers.terms import Terms
    from ui.review.segment_row import SegmentRow


class TermMarks(MarkSource):
    """Marks what is a term for sure, and says how it is translated; not what is only listed."""

    sides = frozenset({Side.SOURCE})

    def __init__(self, terms: Terms, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terms = terms
        terms.changed.connect(self.changed)

    def marks(self, row: SegmentRow) -> Iterator[Mark]:
        """Give a mark for each term."""
        for found in self._terms.held_in(row.segment.id):
            if found.is_sure:
                words = (texts.theirs(target.text) for target in found.term.targets)
                message = texts.listed(words, texts.BESIDE)
                length = found.end - found.start
                yield Mark(Side.SOURCE, found.start, length, MarkKind.TERM, message)
