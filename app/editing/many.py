"""What is asked of many segments at once: one undo step, applied piece by piece.

A hundred thousand segments take a second; between two pieces the window is painted.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from app.editing import batches as editing
from app.editing.propagating import propagated
from app.editing.rejecting import rejected
from translation.model.edits import EditBatch, Put
from translation.model.inline import strip_codes
from translation.model.rejection import taken_back
from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from app.editing.document_owner import DocumentOwner
    from translation.model.document import Document
    from translation.model.edits import Edit
    from translation.model.segment import Segment

PIECE = 1000
"""Segments in one piece: about a hundredth of a second."""

Asked: TypeAlias = "Callable[[Document, Segment], Iterable[Edit]]"
"""What one segment of many becomes: edits, none where it stays as it is."""


class ManySegments:
    """Acts on segments by their ids, in document order; each call is one undo step.

    Locked ones, page furniture and those with nothing to act on stay as they are. Every method
    returns how many segments it changed.
    """

    def __init__(self, owner: DocumentOwner) -> None:
        self._owner = owner

    def set_state(self, ids: Sequence[str], state: SegmentState) -> int:
        """Put segments into a state; empty translations stay, and so do what is there already."""

        # What is the same for all of them is asked once: they may be a hundred thousand.
        is_done, in_state = state.is_done, editing.in_state
        is_said = state is not SegmentState.EDITED and len(self._owner.document.records) > 0

        def edits(document: Document, segment: Segment) -> Iterable[Edit]:
            after = in_state(document, segment, state)
            if after is None or (is_done and _is_empty(after)):
                return ()
            said = taken_back(document, segment) if is_said else ()
            return said if after is segment else (Put(segment, after), *said)

        # A draft that is taken over is what was shown; one that is shown again may be another.
        keeps_texts = state is not SegmentState.INITIAL
        return self._do(f"state_{state}", ids, edits, keeps_texts=keeps_texts)

    def confirm(self, ids: Sequence[str]) -> int:
        """Give the translator's word for all that have none yet."""
        document = self._owner.document
        open_ = [id_ for id_ in ids if not document.segment(id_).state.is_done]
        return self.set_state(open_, SegmentState.CONFIRMED)

    def unconfirm(self, ids: Sequence[str]) -> int:
        """Take every word back that was given; the texts stay."""
        document = self._owner.document
        done = [id_ for id_ in ids if document.segment(id_).state.is_done]
        return self.set_state(done, SegmentState.EDITED)

    def use_drafts(self, ids: Sequence[str]) -> int:
        """Put the drafts into the translations, in the place of what stands there."""
        return self._do("accept", ids, _put_by(_with_draft))

    def back_to_drafts(self, ids: Sequence[str]) -> int:
        """Show the drafts again, as if never touched."""
        return self._do("clear", ids, _put_by(editing.without_target))

    def empty(self, ids: Sequence[str]) -> int:
        """Leave nothing in the translations."""
        return self._do("empty", ids, _put_by(_emptied))

    def copy_sources(self, ids: Sequence[str]) -> int:
        """Put the sources into the translations, codes included."""
        return self._do("copy_source", ids, _put_by(_with_source))

    def lock(self, ids: Sequence[str], locked: bool) -> int:
        """Lock segments, or unlock them."""

        def edits(_document: Document, segment: Segment) -> Iterable[Edit]:
            if segment.locked is not locked:
                yield Put(segment, replace(segment, locked=locked))

        return self._do("lock" if locked else "unlock", ids, edits, also_locked=True)

    def reject(self, ids: Sequence[str], reason: str) -> int:
        """Send translations back, with the reason."""
        owner = self._owner

        def edits(document: Document, segment: Segment) -> Iterable[Edit]:
            return rejected(document, segment, reason, owner.author)

        return self._do("reject", ids, edits)

    def propagate(self, segment_id: str, ids: Sequence[str]) -> int:
        """Translate segments like a confirmed one."""
        like = self._owner.document.segment(segment_id)

        def edits(document: Document, segment: Segment) -> Iterable[Edit]:
            return propagated(document, like, segment)

        return self._do("propagate", ids, edits)

    def leave_out(self, ids: Sequence[str]) -> int:
        """Leave out the units of these segments; bring them back where all are out already.

        A paragraph goes as a whole; those of its segments that were asked for are counted.
        """
        document = self._owner.document
        units = dict.fromkeys(document.segment(id_).unit_id for id_ in ids)
        left = [unit for unit in units if not document.unit(unit).is_furniture]
        toggled = [editing.furniture_toggled(document, unit) for unit in left or units]
        if toggled:
            whole = tuple(chain.from_iterable(batch.edits for batch in toggled))
            self._owner.do(EditBatch("furniture", whole, segment_id=ids[0]))
        return sum(document.segment(id_).unit_id in set(left or units) for id_ in ids)

    def _do(
        self,
        label: str,
        ids: Sequence[str],
        asked: Asked,
        *,
        also_locked: bool = False,
        keeps_texts: bool = False,
    ) -> int:
        document, changed = self._owner.document, 0
        segments = document.segments

        def pieces() -> Iterator[EditBatch]:
            nonlocal changed
            for start in range(0, len(ids), PIECE):
                piece = ids[start : start + PIECE]
                edits: list[Edit] = []
                for row in document.rows_of(piece):
                    segment = segments[row]
                    is_fixed = segment.locked and not also_locked
                    if not is_fixed and not document.is_furniture(segment):
                        before = len(edits)
                        edits += asked(document, segment)
                        changed += len(edits) > before
                # Undo goes back to the first segment: only the first piece names one.
                first = "" if start else ids[0]
                known = document.drafts.next_id if keeps_texts else None
                yield EditBatch(label, tuple(edits), segment_id=first, keeps_texts_at=known)

        self._owner.do_all(batch for batch in pieces() if batch.edits)
        return changed


def _put_by(change: Callable[[Document, Segment], Segment | None]) -> Asked:
    def edits(document: Document, segment: Segment) -> Iterable[Edit]:
        after = None if segment.is_settled else change(document, segment)
        if after is not None and after != segment:
            yield Put(segment, after)

    return edits


def _with_draft(document: Document, segment: Segment) -> Segment | None:
    draft = document.drafts.base(segment)
    return None if draft is None else editing.with_text(document, segment, draft.text)


def _emptied(document: Document, segment: Segment) -> Segment | None:
    return editing.with_text(document, segment, "") if document.shown_target(segment) else None


def _with_source(document: Document, segment: Segment) -> Segment:
    return editing.with_text(document, segment, segment.source)


def _is_empty(segment: Segment) -> bool:
    target = segment.target or ""
    if target[:1].isalnum():
        return False  # as mostly: neither a code nor a blank
    text = strip_codes(target)
    return not text.strip() and any(map(str.isalnum, strip_codes(segment.source)))
