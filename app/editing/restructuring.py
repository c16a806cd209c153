"""Splitting a segment and merging two, inside their unit; new ids for what comes out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from translation.errors import UsageError
from translation.model.edits import EditBatch, Insert, Remove
from translation.model.inline import codes_in
from translation.model.segment import REFERENCE_BREAK, Origin, SegmentState
from translation.text.utf16 import utf16_length

if TYPE_CHECKING:
    from translation.model.document import Document
    from translation.model.segment import Segment

_GAP = re.compile(r"\s+")


def split(
    document: Document, segment: Segment, offset: int, target_offset: int | None = None
) -> EditBatch:
    """Split a segment before character ``offset`` of its source.

    The target, where there is one, is cut before ``target_offset``, else at the space nearest
    to the same share of its length that keeps most codes on the side of their source. Raises
    UsageError where nothing would stand on one side, or the original forbids it.
    """
    if document.unit_of(segment).keeps_segments:
        raise UsageError("fixed_segments")
    sources = _cut(segment.source, offset)
    if not sources[0] or not sources[2]:
        raise UsageError("cannot_split")
    targets: tuple[str | None, str | None] = (None, None)
    if segment.target is not None:
        if target_offset is None:
            target_offset = _target_offset(segment.target, sources[0], offset / len(segment.source))
        before, _, after = _cut(segment.target, target_offset)
        targets = before, after
    state = SegmentState.INITIAL if segment.target is None else SegmentState.EDITED
    row = document.row(segment.id)
    common = replace(segment, state=state, draft_id=None, reference=None)
    left = replace(
        common, id=document.new_id("s"), source=sources[0], target=targets[0], trail=sources[1]
    )
    right = replace(
        common, id=document.new_id("s"), source=sources[2], target=targets[1], lead="", note=""
    )
    edits = (Remove(row, segment), Insert(row, left), Insert(row + 1, right))
    return EditBatch("split", edits, segment_id=left.id, caret_after=0)


def merged(document: Document, segment: Segment) -> EditBatch:
    """Join a segment with the next one of its unit.

    Where one has a target and the other only a draft, the draft's text is taken over: it is
    what stood there. Raises UsageError where there is no next one, one of them is locked, or
    the original forbids it.
    """
    if document.unit_of(segment).keeps_segments:
        raise UsageError("fixed_segments")
    row = document.row(segment.id)
    following = document.segments[row + 1] if row + 1 < len(document) else None
    if following is None or following.unit_id != segment.unit_id:
        raise UsageError("cannot_merge")
    if segment.locked or following.locked:
        raise UsageError("locked")
    if following.is_settled:
        raise UsageError(str(following.state))
    untouched = segment.target is None and following.target is None
    first = document.shown_target(segment)
    target = None if untouched else joined_texts(first, document.shown_target(following))
    joined = replace(
        segment,
        id=document.new_id("s"),
        source=segment.source + segment.trail + following.lead + following.source,
        target=target,
        state=SegmentState.INITIAL if untouched else SegmentState.EDITED,
        origin=None if untouched else Origin.HUMAN,
        draft_id=None,
        trail=following.trail,
        note="\n".join(note for note in (segment.note, following.note) if note),
        reference=_joined_references(segment.reference, following.reference),
    )
    edits = (Remove(row + 1, following), Remove(row, segment), Insert(row, joined))
    caret = 0 if untouched else utf16_length(first)
    return EditBatch("merge", edits, segment_id=joined.id, caret_after=caret)


def _cut(text: str, offset: int) -> tuple[str, str, str]:
    """Return what stands before and after ``offset``, and the white space between them."""
    before, after = text[:offset], text[offset:]
    left, right = before.rstrip(), after.lstrip()
    return left, text[len(left) : len(text) - len(right)], right


def _target_offset(target: str, left_source: str, share: float) -> int:
    """Return where to cut a target for a source cut at this share (0 to 1) of its length."""
    wanted = share * len(target)
    gaps = [gap.start() for gap in _GAP.finditer(target)]
    codes = Counter(codes_in(left_source))

    def strangers(offset: int) -> int:
        here = Counter(codes_in(target[:offset]))
        return sum(((here - codes) + (codes - here)).values())

    if codes or codes_in(target):
        return min(gaps, key=lambda gap: (strangers(gap), abs(gap - wanted)), default=len(target))
    return min(gaps, key=lambda gap: abs(gap - wanted), default=len(target))


def cut_like_source(text: str, source: str, left_source: str) -> tuple[str, str]:
    """Cut the text where its source is cut, at the space that comes nearest to that."""
    share = len(left_source) / len(source) if source else 0.0
    before, _, after = _cut(text, _target_offset(text, left_source, share))
    return before, after


def joined_texts(first: str, second: str) -> str:
    """Join two texts that followed one another, with a space where none stands between."""
    apart = first and second and not first[-1].isspace() and not second[0].isspace()
    return f"{first} {second}" if apart else first + second


def _joined_references(first: str | None, second: str | None) -> str | None:
    """Join each reference of the first with that of the second; None where they differ in number.

    Scores count only whole references.
    """
    if first is None or second is None:
        return None
    before, after = first.split(REFERENCE_BREAK), second.split(REFERENCE_BREAK)
    if len(before) != len(after):
        return None
    return REFERENCE_BREAK.join(map(joined_texts, before, after))
