"""Progress counters that move with each edit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from translation.model.segment import Role, Segment, SegmentState, word_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from translation.model.segment import TranslationUnit


@dataclass(slots=True)
class Progress:
    """Counts over the segments that are not furniture; words are source words."""

    segments: int = 0
    words: int = 0
    furniture: int = 0
    states: Counter[SegmentState] = field(default_factory=Counter)
    _words_done: int = field(default=0, compare=False)
    _come: list[str] = field(default_factory=list, compare=False)
    """Sources of segments that came to be done, whose words are still to be counted."""
    _gone: list[str] = field(default_factory=list, compare=False)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Progress):
            return NotImplemented
        counts = attrgetter("segments", "words", "furniture", "states", "words_done")
        return bool(counts(self) == counts(other))

    __hash__ = None  # type: ignore[assignment]

    def copy(self) -> Progress:
        """Return the same counts, apart from these."""
        words_done = self.words_done
        return replace(self, states=self.states.copy(), _words_done=words_done, _come=[], _gone=[])

    @property
    def words_done(self) -> int:
        """The words of the segments that are done, counted when somebody asks.

        Words of many texts are counted in one, which takes half the time, and not at all where
        everything is done, or nothing.
        """
        if self._come or self._gone:
            if self.done == self.segments or not self.done:
                self._words_done = self.words if self.done else 0
            else:
                self._words_done += word_count(" ".join(self._come))
                self._words_done -= word_count(" ".join(self._gone))
            self._come, self._gone = [], []
        return self._words_done

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
            self._words_done += sign * words

    def move(self, pairs: Sequence[tuple[Segment, Segment]]) -> None:
        """Count segments, none of them furniture, that others came in the place of.

        Where its source stays, so does its number of words.
        """
        alike: list[tuple[SegmentState, SegmentState, list[str]]] = []
        for before, after in pairs:
            if before.source is not after.source:
                self.count(before, False, -1)
                self.count(after, False, +1)
                continue
            was, now = before.state, after.state
            if not alike or alike[-1][0] is not was or alike[-1][1] is not now:
                alike.append((was, now, []))  # mostly it is the same for all
            alike[-1][2].append(after.source)
        for was, now, sources in alike:
            self.states[was] -= len(sources)
            self.states[now] += len(sources)
            if now.is_done is not was.is_done:
                (self._come if now.is_done else self._gone).extend(sources)

    @property
    def done(self) -> int:
        """How many segments are confirmed or beyond."""
        return sum(n for state, n in self.states.items() if state.is_done)


def recount(
    pairs: Iterable[tuple[Segment, Segment]],
    units: Mapping[str, TranslationUnit],
    progress: Mapping[str, Progress],
) -> None:
    """Count segments that came in the place of others; ``progress`` is that of each file."""
    changed: dict[str, list[tuple[Segment, Segment]]] = {}
    for pair in pairs:
        before, after = pair
        if before.state is not after.state or before.source is not after.source:
            unit = units[before.unit_id]
            if unit.role is not Role.FURNITURE:
                changed.setdefault(unit.file_id, []).append(pair)
    for file_id, some in changed.items():
        progress[file_id].move(some)


def total(parts: Iterable[Progress]) -> Progress:
    """Return what several come to together."""
    whole = Progress()
    for part in parts:
        words_done = whole.words_done + part.words_done
        whole = Progress(
            whole.segments + part.segments,
            whole.words + part.words,
            whole.furniture + part.furniture,
            whole.states + part.states,
            words_done,
        )
    return whole
