"""Several drafts of one segment: which is shown, and what becomes of them on split and merge.

No draft is ever dropped. One that comes when there is one already lies beside it as an
alternative, and to show it is an edit like any other.
"""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from itertools import count
from typing import TYPE_CHECKING

from app.editing.restructuring import cut_like_source, joined_texts
from translation.model.draft import ALTERNATIVE
from translation.model.edits import EditBatch, Put
from translation.model.segment import SegmentState, source_hash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.editing.lineage import Descent
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


def carried(document: Document, found: Iterable[Descent]) -> list[Draft]:
    """Return the drafts that segments get from those in whose place they come.

    A split divides every draft, a merge joins them, those that are shown with one another; so
    they are when a split or a merge is taken back, as far as they came since. Where a segment
    has its own drafts again, what came since lies beside them. Ids go on from the last.
    """
    ids = count(document.drafts.next_id)
    return [draft for descent in found for draft in _inherited(document, descent, ids)]


def _inherited(document: Document, descent: Descent, ids: Iterator[int]) -> Iterator[Draft]:
    theirs = {
        draft.created for segment in descent.after for draft in document.drafts.history(segment.id)
    }
    for versions in _versions(document, descent.before):
        found = [draft for draft in versions if draft is not None]
        if all(draft.created in theirs for draft in found):
            continue
        is_shown = versions == _shown(document, descent.before)
        marks = () if is_shown and not theirs else (ALTERNATIVE,)
        texts = laid_out([draft.text if draft else "" for draft in versions], descent)
        models = " + ".join(dict.fromkeys(draft.model for draft in found))
        for segment, text in zip(descent.after, texts, strict=True):
            yield replace(
                found[0],
                id=next(ids),
                segment_id=segment.id,
                source_hash=source_hash(segment.source),
                text=text,
                model=models,
                score=None,
                marks=marks,
            )


def _shown(document: Document, segments: Iterable[Segment]) -> tuple[Draft | None, ...]:
    return tuple(map(document.drafts.base, segments))


def _versions(document: Document, segments: Sequence[Segment]) -> list[tuple[Draft | None, ...]]:
    """Return the drafts of all these segments, one of each together; those shown come last.

    A draft goes with that of the same model for its neighbours, else with what they show.
    """
    shown = _shown(document, segments)
    fitting = [document.drafts.fitting(segment) for segment in segments]
    versions = []
    for place, drafts in enumerate(fitting):
        for draft in drafts:
            version = tuple(
                draft if other == place else _like(draft, fitting[other]) or shown[other]
                for other in range(len(segments))
            )
            if draft != shown[place] and version not in versions:
                versions.append(version)
    return [*versions, shown] if any(shown) else versions


def _like(draft: Draft, others: Sequence[Draft]) -> Draft | None:
    """Return the newest of the other drafts that the same model made, or None."""
    made = (draft.engine, draft.model, draft.revision)
    same = [d for d in others if (d.engine, d.model, d.revision) == made]
    return same[-1] if same else None


def laid_out(texts: Sequence[str], descent: Descent) -> Iterator[str]:
    """Join the texts of what went, and cut that where the source of what came is cut."""
    rest = reduce(joined_texts, texts)
    source = reduce(joined_texts, (segment.source for segment in descent.before))
    for segment in descent.after[:-1]:
        text, rest = cut_like_source(rest, source, segment.source)
        source = source[len(segment.source) :].lstrip()
        yield text
    yield rest


def _is_another(document: Document, draft: Draft) -> bool:
    if draft.segment_id not in document:
        return False
    segment = document.segment(draft.segment_id)
    fits = draft.source_hash == source_hash(segment.source)
    return fits and document.drafts.current(segment) is not None
