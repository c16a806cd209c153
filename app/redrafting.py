"""Several drafts of one segment: which is shown, and what becomes of them on split and merge.

No draft is ever dropped. One that comes when there is one already lies beside it as an
alternative, and to show it is an edit like any other.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from app.restructuring import cut_like_source, joined_texts
from translation.model.draft import ALTERNATIVE
from translation.model.edits import EditBatch, Insert, Put, Remove
from translation.model.segment import SegmentState, source_hash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from translation.model.document import Document
    from translation.model.draft import Draft
    from translation.model.segment import Segment


def beside(document: Document, drafts: Iterable[Draft]) -> list[Draft]:
    """Return drafts that arrived, those of segments with a draft marked as alternatives."""
    return [
        replace(draft, marks=(*draft.marks, ALTERNATIVE)) if _is_another(document, draft) else draft
        for draft in drafts
    ]


def says_the_same(document: Document, draft: Draft) -> bool:
    """Whether the same model has said this very thing of the segment before."""
    return draft.segment_id in document and any(
        (d.text, d.engine, d.model, d.revision)
        == (draft.text, draft.engine, draft.model, draft.revision)
        for d in document.drafts.fitting(document.segment(draft.segment_id))
    )


def redrafted(document: Document, drafts: Iterable[Draft]) -> EditBatch | None:
    """Show the alternatives among drafts that arrived, wherever a draft is what is shown."""
    edits = []
    for draft in drafts:
        segment = document.segment(draft.segment_id)
        if ALTERNATIVE in draft.marks and segment.target is None and not segment.locked:
            edits.append(Put(segment, replace(segment, draft_id=draft.id)))
    first = edits[0].before.id if len(edits) == 1 else ""
    return EditBatch("redraft", tuple(edits), segment_id=first) if edits else None


def chosen(document: Document, segment: Segment, draft: Draft) -> EditBatch | None:
    """Show this draft of the segment, in the place of another or of what was typed."""
    default = document.drafts.default(segment)
    draft_id = None if default is not None and default.id == draft.id else draft.id
    after = replace(
        segment, target=None, state=SegmentState.INITIAL, origin=None, draft_id=draft_id
    )
    if after == segment:
        return None
    return EditBatch("choose_draft", (Put(segment, after),), segment_id=segment.id)


def inherited(document: Document, batch: EditBatch) -> list[Draft]:
    """Return the drafts that the segments of a split or a merge get from those before.

    A split divides every draft, a merge joins the two that are shown; ids go on from the last.
    """
    before = [edit.segment for edit in batch.edits if isinstance(edit, Remove)]
    after = [edit.segment for edit in batch.edits if isinstance(edit, Insert)]
    ids = count(document.drafts.next_id)
    if len(after) > len(before):
        return list(_divided(document, before[0], after, ids))
    return list(_joined(document, sorted(before, key=lambda s: document.row(s.id)), after[0], ids))


def _is_another(document: Document, draft: Draft) -> bool:
    if draft.segment_id not in document:
        return False
    segment = document.segment(draft.segment_id)
    fits = draft.source_hash == source_hash(segment.source)
    return fits and document.drafts.current(segment) is not None


def _divided(
    document: Document, whole: Segment, parts: Sequence[Segment], ids: Iterator[int]
) -> Iterator[Draft]:
    shown = document.drafts.base(whole)
    for draft in (*(d for d in document.drafts.fitting(whole) if d != shown), shown):
        if draft is None:
            continue
        marks = () if draft == shown else (ALTERNATIVE,)
        texts = cut_like_source(draft.text, whole.source, parts[0].source)
        for part, text in zip(parts, texts, strict=True):
            yield _of(draft, next(ids), part, text, marks)


def _joined(
    document: Document, parts: Sequence[Segment], whole: Segment, ids: Iterator[int]
) -> Iterator[Draft]:
    drafts = [document.drafts.base(part) for part in parts]
    found = [draft for draft in drafts if draft is not None]
    if found:
        text = joined_texts(*("" if draft is None else draft.text for draft in drafts))
        joined = _of(found[0], next(ids), whole, text, ())
        models = dict.fromkeys(draft.model for draft in found)
        yield replace(joined, model=" + ".join(models))


def _of(draft: Draft, id_: int, segment: Segment, text: str, marks: tuple[str, ...]) -> Draft:
    return replace(
        draft,
        id=id_,
        segment_id=segment.id,
        source_hash=source_hash(segment.source),
        text=text,
        score=None,
        marks=marks,
    )
