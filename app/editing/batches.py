"""Edit batches from what a person asks: pure functions over a document, None for no change.

Every function reads the document and leaves it alone; the session applies what they return.
Labels of batches are identifiers; the window has the words for them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.editing.changes import TYPE
from translation.model.doubt import UNIT_CHANGED
from translation.model.edits import EditBatch, Put, Say
from translation.model.record import Record
from translation.model.rejection import taken_back
from translation.model.segment import Origin, Role, Segment, SegmentState
from translation.text.utf16 import utf16_length

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from translation.model.document import Document
    from translation.model.doubt import Doubt
    from translation.model.draft import Draft
    from translation.model.edits import Edit
    from translation.model.language import LanguagePair
    from translation.model.segment import TranslationUnit

DOUBT = "doubt"
_INITIAL = SegmentState.INITIAL
"""Python takes a hundred times as long to look a member up in its class; segments are many."""


def typed(
    document: Document,
    segment: Segment,
    text: str,
    carets: tuple[int, int],
    label: str = TYPE,
) -> EditBatch | None:
    """Return the batch of one keystroke: ``text`` is what now stands in the editor.

    ``carets`` are those before and after, ``label`` says what it is where that is no typing.

    A text equal to the draft stays machine translation by origin: nobody wrote it.
    """
    if text == document.shown_target(segment):
        return None
    edit = Put(segment, with_text(document, segment, text))
    return EditBatch(label, (edit,), "", 0.0, segment.id, *carets)


def with_text(document: Document, segment: Segment, text: str) -> Segment:
    """Return the segment edited to hold this target, based on the draft it started from."""
    draft_id = segment.draft_id
    if segment.target is None:
        current = document.current_draft(segment)
        draft_id = current.id if current else None
    draft = document.drafts.by_id(draft_id) if draft_id is not None else None
    same = draft is not None and draft.text == text
    origin = draft.origin if draft is not None and same else Origin.HUMAN
    return segment.with_target(text, SegmentState.EDITED, origin, draft_id)


def confirmed(document: Document, segment: Segment) -> EditBatch | None:
    """Give the translator's word, accepting the draft where nothing is typed.

    None where there is nothing to confirm, or where more than that was said already.
    """
    is_untouched_furniture = segment.target is None and document.is_furniture(segment)
    if segment.state.is_done or is_untouched_furniture:
        return None
    after = in_state(document, segment, SegmentState.CONFIRMED)
    return None if after is None else _one("confirm", segment, after, taken_back(document, segment))


def with_state(
    document: Document, segments: Iterable[Segment], state: SegmentState
) -> EditBatch | None:
    """Put segments into a state; those with nothing to accept, locked or furniture stay."""
    edits: list[Edit] = []
    for segment in segments:
        if segment.locked or document.is_furniture(segment):
            continue
        after = in_state(document, segment, state)
        if after is not None and after != segment:
            edits.append(Put(segment, after))
        if after is not None and state is not SegmentState.EDITED:
            edits += taken_back(document, segment)
    return _batch(f"state_{state}", edits)


def matched(segment: Segment, draft: Draft) -> EditBatch | None:
    """Put a match from a memory, which lies beside the document, into the target."""
    if (segment.target, segment.draft_id) == (draft.text, draft.id):
        return None
    after = segment.with_target(draft.text, SegmentState.EDITED, draft.origin, draft.id)
    caret = utf16_length(draft.text)
    return EditBatch("match", (Put(segment, after),), segment_id=segment.id, caret_after=caret)


def cleared(document: Document, segment: Segment) -> EditBatch | None:
    """Take back what was accepted or typed: the draft shows again if there is one."""
    after = without_target(document, segment)
    return None if after == segment else _one("clear", segment, after)


def replaced(document: Document, segment: Segment, text: str, label: str) -> EditBatch | None:
    """Put a whole text into the target at once, the caret behind the last word that is other."""
    if segment.target == text:
        return None
    after = with_text(document, segment, text)
    end = len(text) - _same_end(document.shown_target(segment), text)
    while 0 < end < len(text) and text[end - 1].isalpha() and text[end].isalpha():
        end += 1
    caret = utf16_length(text[:end])
    return EditBatch(label, (Put(segment, after),), segment_id=segment.id, caret_after=caret)


def _same_end(one: str, other: str) -> int:
    """Return how many characters two texts end with alike."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    same = (at for at, (a, b) in enumerate(pairs) if a != b)
    return next(same, min(len(one), len(other)))


def doubts_settled(
    document: Document, doubts: Mapping[str, Doubt], *, put_back: bool
) -> EditBatch | None:
    """Say of segments in doubt what is right, in one step: what the history has, or what is here.

    What is here is written once more, so that the file and its history agree on it.
    """
    edits: list[Edit] = []
    for id_, doubt in doubts.items():
        segment = document.segment(id_)
        if put_back and doubt.was is None:
            continue
        right = replace(doubt.was, unit_id=segment.unit_id) if put_back and doubt.was else segment
        edits.append(Put(segment, right))
        unit = document.unit_of(segment)
        if doubt.reason == UNIT_CHANGED and Put(unit, unit) not in edits:
            edits.append(Put(unit, unit))
    first = next(iter(doubts), "")
    return EditBatch(DOUBT, tuple(edits), segment_id=first) if edits else None


def settled_by(batch: EditBatch) -> list[str]:
    """Return the segments that a batch shows somebody to have looked at: not all of many."""
    put = [
        edit.after.id
        for edit in batch.edits
        if isinstance(edit, Put) and isinstance(edit.after, Segment)
    ]
    return put if batch.label == DOUBT or put == [batch.segment_id] else []


def furniture_toggled(document: Document, unit_id: str) -> EditBatch:
    """Make a unit page furniture, or bring one back with the role the import saw in it."""
    unit = document.unit(unit_id)
    if unit.is_furniture:
        after = _brought_back(unit)
    else:
        after = replace(unit, role=Role.FURNITURE, role_found=unit.role)
    first = document.segments[document.unit_rows(unit_id)[0]].id
    return EditBatch("furniture", (Put(unit, after),), segment_id=first)


def all_brought_back(document: Document) -> EditBatch | None:
    """Bring back all page furniture, None where there is none."""
    units = [unit for unit in document.units if unit.is_furniture]
    edits = tuple(Put(unit, _brought_back(unit)) for unit in units)
    return EditBatch("furniture", edits) if edits else None


def _brought_back(unit: TranslationUnit) -> TranslationUnit:
    found = unit.role_found
    return replace(unit, role=Role.PARAGRAPH if found in (None, Role.FURNITURE) else found)


def pair_changed(document: Document, file_id: str, pair: LanguagePair) -> EditBatch | None:
    """Say which languages a file is in."""
    file = document.file(file_id)
    if file.pair == pair:
        return None
    return EditBatch("pair", (Put(file, replace(file, pair=pair)),))


def referenced(document: Document, references: Mapping[str, str | None]) -> EditBatch | None:
    """Give segments (by id) their reference translations."""
    edits = [
        Put(segment, replace(segment, reference=references[segment.id]))
        for segment in document.segments
        if segment.id in references and segment.reference != references[segment.id]
    ]
    return _batch("reference", edits)


def said(before: Record | None, after: Record | None) -> EditBatch | None:
    """Say something of a segment, say it otherwise or take it back; labelled by its kind."""
    known = after or before
    if known is None or before == after:
        return None
    return EditBatch(f"say_{known.kind}", (Say(before, after),), segment_id=known.segment_id)


def fits(document: Document, batch: EditBatch) -> bool:
    """Tell whether every segment that a batch replaces, or says something of, is still there."""
    return all(_fits(document, edit) for edit in batch.edits)


def _fits(document: Document, edit: Edit) -> bool:
    match edit:
        case Put(before):
            return before.id in document and document.segment(before.id) == before
        case Say(None, Record(segment_id=segment_id)):
            return segment_id in document
    return False


def in_state(document: Document, segment: Segment, state: SegmentState) -> Segment | None:
    """Return the segment in a state, None where there is nothing to take over for it.

    It is no page furniture, which has no draft.
    """
    if state is _INITIAL:
        return without_target(document, segment)
    if segment.target is not None:
        return segment if segment.state is state else segment.in_state(state)
    draft = document.drafts.current(segment)
    if draft is None:
        return None
    return segment.with_target(draft.text, state, draft.origin, draft.id)


def without_target(document: Document, segment: Segment) -> Segment:
    """Return the segment as if never touched: the draft shows again if there is one."""
    draft_id = segment.draft_id
    default = document.drafts.default(segment)
    if default is not None and default.id == draft_id:
        draft_id = None
    return segment.with_target(None, SegmentState.INITIAL, None, draft_id)


def _one(label: str, before: Segment, after: Segment, further: Iterable[Edit] = ()) -> EditBatch:
    return EditBatch(label, (Put(before, after), *further), segment_id=before.id)


def _batch(label: str, edits: Sequence[Edit]) -> EditBatch | None:
    if not edits:
        return None
    match edits[0]:
        case Put(before):
            first = before.id
        case Say(Record(segment_id=first), _):
            pass
        case _:
            first = ""
    return EditBatch(label, tuple(edits), segment_id=first)
