"""Who brought a segment into which state, and when."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from translation.model.edits import Insert, Put, Remove
from translation.model.segment import Segment, SegmentState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from translation.model.edits import Edit

_RANKS = {state: rank for rank, state in enumerate(SegmentState)}


@dataclass(frozen=True, slots=True, eq=False)
class Authorship:
    """Who left a segment in a state, and when, in seconds since 1970; "" where nobody said.

    Who goes on with it does so under the same one, from undo step ``first`` to ``last``.
    """

    state: SegmentState
    author: str
    time: float
    first: int
    last: int


class Touch(NamedTuple):
    """What an edit says of a segment: it was put into a state, came, or went.

    ``is_work`` tells whether its text became another, or its state a higher one: a word taken
    back is nobody's work. A named tuple, as there are hundreds of thousands for a moment.
    """

    id: str
    unit_id: str = ""
    state: SegmentState = SegmentState.INITIAL
    is_work: bool = True
    came: bool = False
    went: bool = False


Touches: TypeAlias = "Iterable[Touch]"


class AuthorshipTable:
    """Who had every segment, the earliest first, as a history is gone through.

    Many segments done at once share what is kept of them.
    """

    def __init__(self) -> None:
        self._of: dict[str, tuple[Authorship, ...]] = {}
        self.authors: dict[str, None] = {}
        """Everybody who is named, the first first."""

    def of(self, segment_id: str) -> tuple[Authorship, ...]:
        """Return who had a segment, also one that is gone."""
        return self._of.get(segment_id, ())

    def do(self, step: int, author: str, time: float, touches: Touches) -> None:
        """Take in what somebody did, or did again.

        What came in the place of others was with those who had these; what came anew with nobody.
        """
        if author:
            self.authors[author] = None
        made: dict[tuple[Authorship, ...], tuple[Authorship, ...]] = {}
        state = None
        touches = list(touches)
        origins: Mapping[str, tuple[Authorship, ...]] = self._gone(touches)
        for touch in touches:
            if touch.went or not touch.is_work:
                continue
            before = self._of.get(touch.id, ())
            if touch.came and not before:
                if touch.unit_id not in origins:
                    continue
                before = origins[touch.unit_id]
            if state is not touch.state:  # mostly it is the same for all
                state, made = touch.state, {}
            after = made.get(before)
            if after is None:
                one = Authorship(state, author, time, step, step)
                after = made[before] = _with(before, one)
            self._of[touch.id] = after

    def take_back(self, step: int, touches: Touches) -> None:
        """Take in that a step was undone."""
        for touch in touches:
            known = self._of.get(touch.id, ())
            if not known or not known[-1].first <= step <= known[-1].last:
                continue
            last = known[-1]
            rest = () if step == last.first else (replace(last, last=step - 1),)
            self._of[touch.id] = (*known[:-1], *rest)

    def _gone(self, touches: Touches) -> dict[str, tuple[Authorship, ...]]:
        """Return, by unit, who had the segments that went, in the order of time."""
        found: defaultdict[str, list[Authorship]] = defaultdict(list)
        for touch in touches:
            if touch.went:
                found[touch.unit_id] += self.of(touch.id)
        return {
            unit: tuple(sorted(dict.fromkeys(known), key=lambda one: one.time))
            for unit, known in found.items()
        }


def standing(known: Iterable[Authorship], state: SegmentState) -> list[Authorship]:
    """Return on whom the state of a segment rests: the latest for each state, in order.

    What was said beyond that state does not stand any more.
    """
    latest = {
        one.state: one
        for one in known
        if SegmentState.INITIAL is not one.state and _RANKS[one.state] <= _RANKS[state]
    }
    return sorted(latest.values(), key=lambda one: one.last)


def is_work(before: SegmentState, after: SegmentState, *, is_other_text: bool) -> bool:
    """Tell whether somebody worked on a segment: wrote in it, or gave it a higher state."""
    return is_other_text or (after is not before and _RANKS[after] > _RANKS[before])


def touches_of(edits: Iterable[Edit]) -> Iterator[Touch]:
    """Give what edits say of segments, in order."""
    for edit in edits:
        if isinstance(edit, Put):  # no match here: it takes twice the time, and there are many
            before, after = edit.before, edit.after
            if isinstance(before, Segment) and isinstance(after, Segment):
                works = before.target != after.target or is_work(
                    before.state, after.state, is_other_text=False
                )
                yield Touch(after.id, after.unit_id, after.state, works)
        elif isinstance(edit, Insert | Remove):
            segment, came = edit.segment, isinstance(edit, Insert)
            yield Touch(segment.id, segment.unit_id, segment.state, came=came, went=not came)


def _with(known: tuple[Authorship, ...], one: Authorship) -> tuple[Authorship, ...]:
    if known and (known[-1].state, known[-1].author) == (one.state, one.author):
        return (*known[:-1], replace(one, first=known[-1].first))
    return (*known, one)
