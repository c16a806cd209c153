"""Progress counters that move with each edit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from translation.model.segment import Segment, SegmentState, word_count

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(slots=True)
class Progress:
    """Counts over the segments that are not furniture; words are source words."""

    segments: int = 0
    words: int = 0
    words_done: int = 0
    furniture: int = 0
    states: Counter[SegmentState] = field(default_factory=Counter)

    def copy(self) -> Progress:
        """Return the same counts, apart from these."""
        return replace(self, states=self.states.copy())

    def count(self, segment: Segment, is_furniture: bool, sign: int) -> None:
        """Add (+1) or take away (-1) one segment."""
        if is_furniture:
            self.furniture += sign
            return
        words = word_count(segment.source)
        self.segments += sign
        self.words += sign * words
        self.states[segment.state] += sign
        if segment.state.is_done:
            self.words_done += sign * words

    def move(self, before: Segment, after: Segment, is_furniture: bool) -> None:
        """Count a segment that was changed; where its source stays, so does its number of words."""
        if before.source is not after.source:
            self.count(before, is_furniture, -1)
            self.count(after, is_furniture, +1)
        elif not is_furniture and before.state is not after.state:
            self.states[before.state] -= 1
            self.states[after.state] += 1
            if before.state.is_done is not after.state.is_done:
                words = word_count(after.source)
                self.words_done += words if after.state.is_done else -words

    @property
    def done(self) -> int:
        """How many segments are confirmed or beyond."""
        return sum(n for state, n in self.states.items() if state.is_done)


def total(parts: Iterable[Progress]) -> Progress:
    """Return what several come to together."""
    whole = Progress()
    for part in parts:
        whole.segments += part.segments
        whole.words += part.words
        whole.words_done += part.words_done
        whole.furniture += part.furniture
        whole.states.update(part.states)
    return whole
