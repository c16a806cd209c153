"""What a trans-unit of others says of its segments: states, locks, and whose a target is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from translation.formats.comments import joined_notes
from translation.formats.xliff.names import MT_QUALIFIERS, STATES, UNTRANSLATED_STATES, is_rejected
from translation.formats.xliff.vendors import is_locked_by_wordfast
from translation.model.imported import ImportedDraft, ImportedSegment
from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml import etree

    from translation.formats.xliff.pieces import Children, Piece
    from translation.formats.xliff.surroundings import Surrounding
    from translation.formats.xliff.vendors import VendorMark

_ORDER = tuple(SegmentState)


class Said(NamedTuple):
    """What a trans-unit says of all its segments."""

    state: str
    qualifier: str
    is_approved: bool
    is_locked: bool
    note: str
    draft: ImportedDraft | None


def said_of(
    given: Mapping[str, str],
    children: Children,
    around: Surrounding,
    draft: ImportedDraft | None,
) -> Said:
    """Return what the attributes and children of a trans-unit say."""
    targets = children.get("target")
    translate = given.get("translate")
    return Said(
        targets[0].get("state", "") if targets else "",
        targets[0].get("state-qualifier", "") if targets else "",
        given.get("approved") == "yes",
        (translate == "no" if translate else around.is_locked)
        or is_locked_by_wordfast(given, targets[0] if targets else None),
        text_of(children["note"]) if "note" in children else "",
        draft,
    )


def segment_of(
    said: Said, piece: Piece, vendor: VendorMark | None, id_: str | None
) -> ImportedSegment:
    """Return a segment as a trans-unit, and the program that wrote it, mean it."""
    source = piece.source.strip()
    start = piece.source.find(source)
    target = piece.target.strip() if piece.target is not None else None
    state, draft = _state(said.state, said.is_approved), said.draft
    if vendor is not None and vendor.state is not None:
        state = max(vendor.state, SegmentState.EDITED, key=_ORDER.index)
    rejected = is_rejected(said.qualifier) or (vendor is not None and vendor.is_rejected)
    if rejected:
        state = SegmentState.EDITED
    is_machine = said.qualifier in MT_QUALIFIERS or (vendor is not None and vendor.is_machine)
    untouched = not target or (said.state in UNTRANSLATED_STATES and target == source)
    if is_machine and target and not state.is_done:
        draft = draft if draft and draft.text == target else ImportedDraft(target)
        untouched = True
    if untouched and not (target == "" and state.is_done):
        target, state = None, SegmentState.INITIAL
    return ImportedSegment(
        source,
        target,
        state,
        id_,
        piece.source[:start],
        piece.source[start + len(source) :],
        draft,
        None,
        said.note,
        said.is_locked or (vendor is not None and vendor.is_locked),
        rejected=rejected and target is not None,
    )


def said_state(name: str, approved: bool) -> SegmentState | None:
    """Return what a target's ``state`` says, None where a file says nothing.

    One that only says ``approved`` means the translator's word.
    """
    if not name:
        return SegmentState.CONFIRMED if approved else None
    if name in UNTRANSLATED_STATES:
        return SegmentState.INITIAL
    return STATES.get(name, SegmentState.EDITED)


def _state(name: str, approved: bool) -> SegmentState:
    """Return the state of a target that has a text."""
    state = said_state(name, approved) or SegmentState.EDITED
    return SegmentState.EDITED if state is SegmentState.INITIAL else state


def text_of(notes: Sequence[etree._Element]) -> str:
    """Return what notes say, a line each."""
    texts = [(note.text or "").strip() for note in notes]
    return joined_notes(texts)
