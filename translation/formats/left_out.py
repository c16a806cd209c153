"""What an export leaves out: counted for every format from what it promises to keep.

The formats that give the translation alone to its readers leave out states, notes and sources by
what they are, and nothing is said of these; those that hold both texts are held to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.formats.in_place import came_from
from translation.formats.spec import Capability, Purpose
from translation.formats.tables.table_layout import TableLayout
from translation.model.imported import Notice
from translation.model.notes import notes_of_document, notes_of_segment
from translation.model.record import MARKED_ERROR
from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.formats.spec import FormatSpec, Written
    from translation.model.document import Document
    from translation.model.segment import Segment


def left_out(
    document: Document, spec: FormatSpec, written: Written, name: str
) -> tuple[Notice, ...]:
    """Return what to tell of all that an export called ``name`` does not hold: one notice or none.

    Its facts are counts by kind, a key of LEFT_OUT in table_sentences each.
    """
    if spec.purpose is not Purpose.BILINGUAL:
        return ()
    holds = spec.capabilities if written.holds is None else written.holds
    counts = {kind: str(count) for kind, count in _counts(document, spec, written, holds) if count}
    if not counts:
        return ()
    return (Notice("left_out", (("file", name), *counts.items())),)


def _counts(
    document: Document, spec: FormatSpec, written: Written, holds: frozenset[Capability]
) -> Iterator[tuple[str, int]]:
    is_text = Capability.UNITS not in holds
    shown = [s for s in document.segments if not (is_text and document.is_furniture(s))]
    kept = shown if Capability.UNREVIEWED in holds else [s for s in shown if _is_done(s)]
    yield "unconfirmed", len(shown) - len(kept)
    yield "furniture", len(document) - len(shown)
    if Capability.EMPTIED not in holds:
        yield "emptied", sum(s.target == "" and s.state.is_done for s in kept)
    if Capability.STATES not in holds:
        plain = (SegmentState.INITIAL, SegmentState.EDITED)
        yield "states", sum(bool(s.target) and s.state not in plain for s in kept)
    elif written.tells is not None:
        yield "higher_states", sum(bool(s.target) and s.state not in written.tells for s in kept)
    if Capability.LOCKS not in holds:
        yield "locks", sum(segment.locked for segment in kept)
    yield "marked_errors", sum(record.kind == MARKED_ERROR for record in document.records)
    of_document = len(notes_of_document(document))
    if of_document and (written.in_place or Capability.DOCUMENT_NOTES not in holds):
        yield "document_notes", of_document
    if Capability.NOTES not in holds:
        yield "notes", sum(bool(notes_of_segment(document, segment)) for segment in kept)
    if Capability.UNIT_NOTES not in holds:
        yield "unit_notes", sum(bool(unit.note) for unit in document.units)
    if Capability.REFERENCES not in holds:
        yield "references", sum(segment.reference is not None for segment in kept)
    if Capability.DRAFTS not in holds:
        # A table of others that has no translation is filled with the draft.
        beside = [s for s in kept if s.target is not None or not spec.has_columns]
        yield "drafts", sum(document.drafts.base(segment) is not None for segment in beside)
    if not came_from(document.files, spec.id):
        layouts = [TableLayout.kept(file.extraction) for file in document.files]
        yield "columns", sum(len(one.others) for one in layouts if one and one.goes_back)


def _is_done(segment: Segment) -> bool:
    return segment.state.is_done and segment.target is not None
