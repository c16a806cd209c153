"""Drafts: raw machine translations, kept beside the document and never undone.

What a memory has for a segment is kept and shown as one of them, and told apart.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.model.segment import Origin, source_hash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from translation.model.segment import Segment

LOOP = "loop"
EMPTY = "empty"
SPLIT_SOURCE = "split_source"
MISSING_CODE = "missing_code"
CARRIED = "carried"
CUT_AROUND = "cut_around"
"""Marks an engine's pipeline can put on a draft; checks turn them into issues."""
MEMORY = "memory"
"""The engine of what is no machine translation: a match, whose ``model`` is the memory's name."""
ALTERNATIVE = "alternative"
"""Mark of a draft that came when there was one already: it is shown where it was chosen."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One machine translation of one source.

    ``id`` is unique in the project and grows; ``score`` is the model's log-probability per
    target token (natural logarithm, at most 0) or None; ``parameters`` is JSON;
    ``created`` is a time in ISO 8601, UTC.
    """

    id: int
    segment_id: str
    source_hash: int
    text: str
    engine: str
    model: str
    revision: str = ""
    parameters: str = "{}"
    score: float | None = None
    marks: tuple[str, ...] = ()
    created: str = ""

    @property
    def is_match(self) -> bool:
        """Whether this came from a memory: no machine wrote it, so no score compares with it."""
        return self.engine == MEMORY

    @property
    def percent(self) -> int | None:
        """How much the source of a match is like the segment's, None for what is no match."""
        if not self.is_match:
            return None
        try:
            percent = json.loads(self.parameters)["percent"]
        except (ValueError, LookupError, TypeError):  # a file of others
            return None
        return percent if isinstance(percent, int) else None

    @property
    def origin(self) -> Origin:
        """What a target is by its origin that stands as drafted."""
        return Origin.TM if self.is_match else Origin.MT


@dataclass(slots=True)
class _BySegment:
    """Drafts by segment; few segments have more than one, whose earlier ones lie apart."""

    newest: dict[str, Draft] = field(default_factory=dict)
    earlier: dict[str, tuple[Draft, ...]] = field(default_factory=dict)

    def add(self, draft: Draft) -> None:
        before = self.newest.get(draft.segment_id)
        if before is not None:
            earlier = self.earlier.get(draft.segment_id, ())
            self.earlier[draft.segment_id] = (*earlier, before)
        self.newest[draft.segment_id] = draft

    def copy(self) -> _BySegment:
        return _BySegment(dict(self.newest), dict(self.earlier))


@dataclass(slots=True)
class Drafts:
    """All drafts of a project, earlier ones kept."""

    _all: list[Draft] = field(default_factory=list)
    """In the order of their ids."""
    _by_segment: _BySegment | None = None
    """Made when it is first asked for, for it takes much memory."""
    next_id: int = 1

    def __iter__(self) -> Iterator[Draft]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def copy(self) -> Drafts:
        """Return the same drafts, for a worker to read while these grow."""
        by_segment = None if self._by_segment is None else self._by_segment.copy()
        return Drafts(list(self._all), by_segment, self.next_id)

    def add(self, drafts: Iterable[Draft]) -> None:
        """Put drafts beside the document; ids must be new."""
        for draft in drafts:
            self._add(draft)
            if self._by_segment is not None:
                self._by_segment.add(draft)

    def _add(self, draft: Draft) -> None:
        """Put a draft in its place among the others."""
        if draft.id >= self.next_id:
            self._all.append(draft)
            self.next_id = draft.id + 1
            return
        if self.by_id(draft.id) is not None:
            raise ValueError(f"draft id {draft.id} used twice")
        self._all.insert(self._place(draft.id), draft)

    def _place(self, draft_id: int) -> int:
        """Return where a draft stands, or would: mostly their ids follow one another."""
        guess = draft_id - self._all[0].id if self._all else 0
        if 0 <= guess < len(self._all) and self._all[guess].id == draft_id:
            return guess
        return bisect_left(self._all, draft_id, key=lambda draft: draft.id)

    def _of_segments(self) -> _BySegment:
        if self._by_segment is None:
            by_segment = _BySegment()
            for draft in self._all:
                by_segment.add(draft)
            self._by_segment = by_segment
        return self._by_segment

    def current(self, segment: Segment) -> Draft | None:
        """Return the draft of the segment's present source that counts, or None.

        That is the one chosen (``draft_id`` of a segment without a target), else the newest
        that is no alternative, else the newest.
        """
        by_segment = self._by_segment or self._of_segments()
        newest = by_segment.newest.get(segment.id)
        if newest is None:
            return None
        if segment.target is None and segment.draft_id is not None:
            chosen = self.by_id(segment.draft_id)
            if chosen is not None and chosen in self.fitting(segment):
                return chosen
        if by_segment.earlier and segment.id in by_segment.earlier:
            return _default(self.fitting(segment))
        return newest if newest.source_hash == source_hash(segment.source) else None

    def likely(self, segment: Segment) -> Draft | None:
        """Return the draft that is current unless its source is another by now, quickly.

        For who looks through many and asks for the current one where that is worth it.
        """
        by_segment = self._of_segments()
        if segment.draft_id is None and segment.id not in by_segment.earlier:
            return by_segment.newest.get(segment.id)
        return self.current(segment)

    def default(self, segment: Segment) -> Draft | None:
        """Return the draft that counts where none is chosen, or None."""
        return _default(self.fitting(segment))

    def fitting(self, segment: Segment) -> tuple[Draft, ...]:
        """Return every draft of the segment's present source, oldest first."""
        wanted = source_hash(segment.source)
        return tuple(d for d in self.history(segment.id) if d.source_hash == wanted)

    def base(self, segment: Segment) -> Draft | None:
        """Return the draft a target is compared with: the accepted one, else the current one."""
        accepted = None if segment.draft_id is None else self.by_id(segment.draft_id)
        return self.current(segment) if accepted is None else accepted

    def machine_base(self, segment: Segment) -> Draft | None:
        """Return the draft that scores compare with, None where it is a match from a memory."""
        base = self.base(segment)
        return None if base is None or base.is_match else base

    def history(self, segment_id: str) -> tuple[Draft, ...]:
        """Return every draft of the segment, stale ones too, oldest first."""
        by_segment = self._of_segments()
        newest = by_segment.newest.get(segment_id)
        return () if newest is None else (*by_segment.earlier.get(segment_id, ()), newest)

    def by_id(self, draft_id: int) -> Draft | None:
        """Return the draft with this id, or None."""
        at = self._place(draft_id)
        found = self._all[at] if at < len(self._all) else None
        return found if found is not None and found.id == draft_id else None


def _default(drafts: Sequence[Draft]) -> Draft | None:
    others = [draft for draft in drafts if ALTERNATIVE not in draft.marks]
    return (others or [*drafts])[-1] if drafts else None
