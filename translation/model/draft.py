"""Drafts: raw machine translations, kept beside the document and never undone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.model.segment import source_hash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from translation.model.segment import Segment

LOOP = "loop"
EMPTY = "empty"
SPLIT_SOURCE = "split_source"
MISSING_CODE = "missing_code"
"""Marks an engine's pipeline can put on a draft; checks turn them into issues."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One machine translation of one source.

    ``id`` is unique in the project and grows; ``score`` is the model's log-probability per
    target token (natural logarithm, at most 0) or None; ``parameters`` is JSON;
    ``created`` is a time in ISO 8601, UTC.
    """

    id: int
    segment_id: str
    source_hash: str
    text: str
    engine: str
    model: str
    revision: str = ""
    parameters: str = "{}"
    score: float | None = None
    marks: tuple[str, ...] = ()
    created: str = ""


@dataclass(slots=True)
class Drafts:
    """All drafts of a project by segment, earlier ones kept, the newest last."""

    _by_segment: dict[str, tuple[Draft, ...]] = field(default_factory=dict)
    _by_id: dict[int, Draft] = field(default_factory=dict)
    next_id: int = 1

    def __iter__(self) -> Iterator[Draft]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def copy(self) -> Drafts:
        """Return the same drafts, for a worker to read while these grow."""
        return Drafts(dict(self._by_segment), dict(self._by_id), self.next_id)

    def add(self, drafts: Iterable[Draft]) -> None:
        """Put drafts beside the document; ids must be new."""
        for draft in drafts:
            if draft.id in self._by_id:
                raise ValueError(f"draft id {draft.id} used twice")
            self._by_id[draft.id] = draft
            before = self._by_segment.get(draft.segment_id, ())
            self._by_segment[draft.segment_id] = (*before, draft)
            self.next_id = max(self.next_id, draft.id + 1)

    def current(self, segment: Segment) -> Draft | None:
        """Return the newest draft made from the segment's present source, or None."""
        history = self._by_segment.get(segment.id)
        if not history:
            return None
        wanted = source_hash(segment.source)
        return next((d for d in reversed(history) if d.source_hash == wanted), None)

    def base(self, segment: Segment) -> Draft | None:
        """Return the draft that scores compare with: the accepted one, else the current one."""
        if segment.draft_id is not None and segment.draft_id in self._by_id:
            return self._by_id[segment.draft_id]
        return self.current(segment)

    def history(self, segment_id: str) -> tuple[Draft, ...]:
        """Return every draft of the segment, stale ones too, oldest first."""
        return self._by_segment.get(segment_id, ())

    def by_id(self, draft_id: int) -> Draft | None:
        """Return the draft with this id, or None."""
        return self._by_id.get(draft_id)
