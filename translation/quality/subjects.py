"""A document as checks see it: each segment with its neighbours and with those alike."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from translation.model.cue_times import cue_seconds
from translation.quality.subject import Subject, Texts, subject_of
from translation.quality.traits import TraitIndex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from translation.model.document import Document
    from translation.model.segment import Segment

MOST_ALIKE = 50
"""Other segments that a check is given for one trait."""
_LOOKED_AT = 200
"""So many of them are looked at: a line that stands there ten thousand times is no other text."""
_KEPT = 256
"""Keys of which the texts are kept: segments that are alike are asked for one after the other."""


class Subjects:
    """The segments of a document to be checked.

    ``begin`` is told of every segment once, ``take`` of what changed.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._index = TraitIndex()
        self._having: dict[int, dict[Texts, list[str]]] = {}
        """The texts of those that have a key, each with the first two segments that show it."""

    def begin(self, segment_ids: Iterable[str]) -> None:
        """Take in segments for the first time; until then they are alike to none."""
        document, index = self._document, self._index
        for id_ in segment_ids:
            if id_ not in document:
                continue
            segment = document.segment(id_)
            if document.is_furniture(segment):
                continue
            index.put(id_, self._texts(segment), document.pair_of(segment))
            if self._having:
                self._forget(index.keys(id_))

    def take(self, present: Iterable[str], removed: Iterable[str] = ()) -> set[str]:
        """Take in segments as they are now; return the others whose subject is another now."""
        document, index = self._document, self._index
        keys = {key for id_ in removed for key in self._remove(id_)}
        taken = [id_ for id_ in present if id_ in document]
        others = set[str]()
        for id_ in taken:
            segment, row = document.segment(id_), document.row(id_)
            keys.update(index.keys(id_))
            self._put(segment)
            keys.update(index.keys(id_))
            others.update(s.id for s in document.segments[max(0, row - 1) : row + 2])
        others.update(id_ for key in keys for id_ in index.having(key))
        return others.difference(taken)

    def of(self, segment_id: str) -> Subject | None:
        """Return what there is to check; None where nothing is shown, or it is furniture."""
        document = self._document
        if segment_id not in document:
            return None
        segment = document.segment(segment_id)
        draft = document.current_draft(segment) if segment.target is None else None
        subject = subject_of(segment, document.unit_of(segment), document.pair_of(segment), draft)
        if subject is None:
            return None
        row = document.row(segment_id)
        return replace(
            subject,
            before=self._texts_of_row(row - 1),
            after=self._texts_of_row(row + 1),
            alike=self._alike(segment_id),
            seconds=self._seconds(segment),
        )

    def _seconds(self, segment: Segment) -> float:
        """Return how long a text is shown: of a cue of several, its part by what they say."""
        document = self._document
        extraction = document.file_of(segment).extraction
        unit = document.unit_of(segment)
        seconds = cue_seconds(extraction).get(unit.anchor, 0.0) if extraction else 0.0
        if seconds and len(rows := document.unit_segments(unit.id)) > 1:
            return seconds * len(segment.source) / (sum(len(row.source) for row in rows) or 1)
        return seconds

    def _texts_of_row(self, row: int) -> Texts | None:
        segments = self._document.segments
        return self._texts(segments[row]) if 0 <= row < len(segments) else None

    def _put(self, segment: Segment) -> None:
        if self._document.is_furniture(segment):
            self._remove(segment.id)
        else:
            self._forget(self._index.keys(segment.id))
            pair = self._document.pair_of(segment)
            self._index.put(segment.id, self._texts(segment), pair)
            self._forget(self._index.keys(segment.id))

    def _remove(self, segment_id: str) -> tuple[int, ...]:
        keys = self._index.remove(segment_id)
        self._forget(keys)
        return keys

    def _forget(self, keys: Iterable[int]) -> None:
        if self._having:
            for key in keys:
                self._having.pop(key, None)

    def _texts(self, segment: Segment) -> Texts:
        return Texts(segment.source, self._document.shown_target(segment))

    def _alike(self, segment_id: str) -> dict[str, tuple[Texts, ...]]:
        found: dict[str, dict[Texts, None]] = {}
        for trait, key in self._index.alike(segment_id):
            alike = found.setdefault(trait, {})
            others = (text for text, ids in self._texts_having(key).items() if ids != [segment_id])
            alike.update(dict.fromkeys(islice(others, MOST_ALIKE - len(alike))))
        return {trait: tuple(alike) for trait, alike in found.items()}

    def _texts_having(self, key: int) -> dict[Texts, list[str]]:
        """Return the texts of those that have a key, one more than is given of them."""
        found = self._having.get(key)
        if found is None:
            found = {}
            for id_ in islice(self._index.having(key), _LOOKED_AT):
                ids = found.setdefault(self._texts(self._document.segment(id_)), [])
                if len(ids) < 2:  # Whoever asks, and another.
                    ids.append(id_)
                if len(found) > MOST_ALIKE:
                    break
            if len(self._having) >= _KEPT:
                self._having.clear()
            self._having[key] = found
        return found
