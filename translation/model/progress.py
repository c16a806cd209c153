"""Progress counters that move with each edit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from translation.model.segment import Role, Segment, SegmentState, word_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from translation.model.segment import TranslationUnit

_AT_ONCE = 10_000
"""Texts whose words are counted in one."""


@dataclass(slots=True)
class Progress:
    """Counts over the segments that are not furniture; words are source words."""

    segments: int = 0
    words: int = 0
    furniture: int = 0
    states: Counter[SegmentState] = field(default_factory=Counter)
    words_counted: int = field(default=0, compare=False)
    come: list[str] = field(default_factory=list, compare=False)
    """Sources of segments that came to be done, whose words are still to be counted."""
    gone: list[str] = field(default_factory=list, compare=False)
    is_settled: bool = field(default=True, compare=False)
    """Whether none of them both came and went."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Progress):
            return NotImplemented
        return self.counts == other.counts and self.words_done == other.words_done

    __hash__ = None  # type: ignore[assignment]

    @property
    def counts(self) -> tuple[int, int, int, frozenset[tuple[SegmentState, int]]]:
        """What is known without counting words: segments, words, furniture and states."""
        states = frozenset((state, n) for state, n in self.states.items() if n)
        return self.segments, self.words, self.furniture, states

    def copy(self) -> Progress:
        """Return the same counts, apart from these."""
        words_done = self.words_done
        return replace(self, states=self.states.copy(), words_counted=words_done, come=[], gone=[])

    @property
    def words_done(self) -> int:
        """The words of the segments that are done, counted when somebody asks.

        Words of many texts are counted in one, which takes half the time, and not at all where
        everything is done, or nothing.
        """
        while self.count_some(_AT_ONCE):
            pass
        return self.words_counted

    def count_some(self, most: int) -> bool:
        """Count the words of so many segments that came to be done, or are no longer.

        Returns whether more are left: who has time asks again, and ``words_done`` is at hand then.
        """
        if not self.is_settled:
            self._settle()
        if self.come or self.gone:
            if self.done == self.segments or not self.done:
                self.words_counted = self.words if self.done else 0
                self.come, self.gone = [], []
            for some, sign in ((self.come, +1), (self.gone, -1)):
                if some:
                    self.words_counted += sign * word_count(" ".join(some[-most:]))
                    del some[-most:]
        return bool(self.come or self.gone)

    def _settle(self) -> None:
        """Leave out those that came and went again: a step was taken back."""
        if self.come and self.gone:
            left = Counter(self.come)
            left.subtract(self.gone)
            self.come = list(left.elements())
            self.gone = list((-left).elements())
        self.is_settled = True

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
            self.words_counted += sign * words

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
                (self.come if now.is_done else self.gone).extend(sources)
                self.is_settled = False

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
    file_id, of_file = "", list[tuple["Segment", "Segment"]]()
    for pair in pairs:
        before, after = pair
        if before.state is not after.state or before.source is not after.source:
            unit = units[before.unit_id]
            if unit.role is not Role.FURNITURE:
                if unit.file_id != file_id:  # mostly it is that of the one before
                    file_id = unit.file_id
                    of_file = changed.setdefault(file_id, [])
                of_file.append(pair)
    for id_, some in changed.items():
        progress[id_].move(some)


def total(parts: Iterable[Progress]) -> Progress:
    """Return what several come to together."""
    whole = Progress()
    for part in parts:
        whole = Progress(
            whole.segments + part.segments,
            whole.words + part.words,
            whole.furniture + part.furniture,
            whole.states + part.states,
            whole.words_counted + part.words_counted,
            whole.come + part.come,
            whole.gone + part.gone,
            is_settled=False,
        )
    return whole
