"""The segments' texts folded for matching, row by row, made when wanted or in idle moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.text.normalise import for_matching

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from translation.model.document import Document

_MARK = "\x01"
"""Stands between texts folded together; folding leaves it alone."""

_AT_ONCE = 400
_IN_PASSING = 80


class FoldedTexts:
    """Source and target (or draft) of each row as for_matching folds them, None until made."""

    def __init__(self) -> None:
        self.sources: list[str | None] = []
        self.targets: list[str | None] = []

    def reset(self, rows: int) -> None:
        """Forget everything; there are ``rows`` rows now."""
        self.sources, self.targets = [None] * rows, [None] * rows

    def insert(self, row: int, count: int) -> None:
        """Make room for rows that came."""
        self.sources[row:row] = self.targets[row:row] = [None] * count

    def remove(self, row: int, count: int) -> None:
        """Forget rows that went."""
        del self.sources[row : row + count]
        del self.targets[row : row + count]

    def forget(self, first: int, last: int) -> None:
        """Forget rows that changed, both ends included."""
        count = last - first + 1
        self.sources[first : last + 1] = self.targets[first : last + 1] = [None] * count

    def make(self, document: Document, rows: Iterable[int]) -> None:
        """Fold the rows that are not."""
        missing = [row for row in rows if self.sources[row] is None or self.targets[row] is None]
        for start in range(0, len(missing), _AT_ONCE):
            self._fold(document, missing[start : start + _AT_ONCE])

    def make_some(self, document: Document, start: int) -> int:
        """Fold some rows from ``start`` on, in a few milliseconds; returns where to go on."""
        end = min(start + _IN_PASSING, len(self.sources))
        self.make(document, range(start, end))
        return end

    def _fold(self, document: Document, rows: list[int]) -> None:
        segments = [document.segments[row] for row in rows]
        pairs = [document.pair_of(segment) for segment in segments]
        by_source = fold_together([s.source for s in segments], [p.source for p in pairs])
        shown = [document.shown_target(segment) for segment in segments]
        by_target = fold_together(shown, [p.target for p in pairs])
        for row, source, target in zip(rows, by_source, by_target, strict=True):
            self.sources[row], self.targets[row] = source, target


def fold_together(texts: list[str], languages: list[str]) -> Iterator[str]:
    """Fold texts in one go where they share a language: a tenth of the calls one by one."""
    if len(set(languages)) == 1:
        folded = for_matching(f" {_MARK} ".join(texts), languages[0]).split(_MARK)
        if len(folded) == len(texts):
            yield from map(str.strip, folded)
            return
    for text, language in zip(texts, languages, strict=True):
        yield for_matching(text, language)
