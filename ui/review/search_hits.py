"""What the filter line finds in the texts, as marks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from translation.model.mark import Mark, MarkKind, Side
from translation.text.normalise import folded, for_matching
from ui.review.marks import MarkSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.review.segment_row import SegmentRow

LONGEST_SEARCHED = 12_000
"""Characters of a text beyond which looking for places at each key would be felt."""


class SearchHits(MarkSource):
    """Marks the words that are looked for, in whichever spelling they stand there.

    ``look_for`` goes with a reset of the rows, for which all marks are asked for anew.
    """

    _in_source: tuple[str, ...] = ()
    _in_target: tuple[str, ...] = ()

    def look_for(self, in_source: tuple[str, ...], in_target: tuple[str, ...]) -> None:
        """Mark these words from now on, each on its side."""
        self._in_source, self._in_target = in_source, in_target

    def marks(self, row: SegmentRow) -> Iterator[Mark]:
        """Give a mark for each place where one of the words stands."""
        texts = (
            (Side.SOURCE, row.segment.source, row.pair.source, self._in_source),
            (Side.TARGET, row.shown, row.pair.target, self._in_target),
        )
        for side, text, language, words in texts:
            for start, end in hits(text, language, words) if words else ():
                yield Mark(side, start, end - start, MarkKind.FOUND)


@lru_cache(maxsize=400)
def hits(text: str, language: str, words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return start and end of each place in a text where one of the words stands, as folded.

    Places that overlap are one.
    """
    needles = {for_matching(word, language) for word in words} - {""}
    whole = for_matching(text, language) if len(text) <= LONGEST_SEARCHED else ""
    if not any(needle in whole for needle in needles):
        return ()
    look = folded(text, language)
    places = sorted(look.place(at, len(n)) for n in needles for at in _found(look.text, n))
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _found(text: str, needle: str) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + len(needle))
