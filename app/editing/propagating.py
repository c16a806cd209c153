"""One confirmed translation for every segment with the same source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from translation.model.edits import Put
from translation.model.inline import has_codes
from translation.model.rejection import taken_back
from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.document import Document
    from translation.model.edits import Edit
    from translation.model.segment import Segment


@dataclass(frozen=True, slots=True)
class SameSources:
    """Other segments with the source of one, by their ids.

    ``open`` still want the translator's word; ``otherwise`` have it for another translation.
    Locked segments and settled ones are neither.
    """

    open: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()


def same_sources(document: Document, segment: Segment) -> SameSources:
    """Find the segments that a translation could be taken over into.

    Inline codes must be the same, too. Runs through the document once, comparing texts.
    """
    source = segment.source
    codes = document.unit_of(segment).codes if has_codes(source) else ()
    pair = document.pair_of(segment)
    open_, otherwise = [], []
    for other in document.segments:
        if other.source != source or other.id == segment.id or other.locked:
            continue
        unit = document.unit_of(other)
        if unit.is_furniture or (codes and unit.codes != codes) or document.pair_of(other) != pair:
            continue
        if not other.state.is_done:
            open_.append(other.id)
        elif not other.is_settled and other.target != segment.target:
            otherwise.append(other.id)
    return SameSources(tuple(open_), tuple(otherwise))


def propagated(document: Document, like: Segment, segment: Segment) -> Iterator[Edit]:
    """Give the edits that translate a segment like another, confirmed as that is."""
    draft = document.drafts.base(segment)
    yield Put(
        segment,
        replace(
            segment,
            target=like.target,
            state=SegmentState.CONFIRMED,
            origin=like.origin,
            draft_id=draft.id if draft else None,
        ),
    )
    yield from taken_back(document, segment)
