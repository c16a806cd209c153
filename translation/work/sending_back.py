"""The segments that were changed or rejected, as a document of their own to be sent back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.ground import ground_of
from translation.model.rejection import rejection_of
from translation.model.segment import source_hash

if TYPE_CHECKING:
    from translation.model.segment import Segment


def changed_only(document: Document, *, since_translator: bool) -> Document:
    """Return a document of the segments whose text is another than what it is compared with.

    That is the draft, or with ``since_translator`` the text that the translator gave; it stands
    in the place of the draft, so that a format that shows changes shows these. Rejected segments
    are always among them, and what is said of a segment goes along.
    """
    found = Document()
    for file in document.files:
        units, segments, drafts = [], [], list[Draft]()
        for unit, all_ in document.by_unit():
            if unit.file_id != file.id or unit.is_furniture:
                continue
            ours = [segment for segment in all_ if _is_sent(document, segment, since_translator)]
            for segment in ours:
                ground = _ground(document, segment, since_translator)
                id_ = found.drafts.next_id + len(drafts)
                if ground is not None:
                    drafts.append(_as_draft(id_, segment, ground))
                segments.append(replace(segment, draft_id=id_ if ground is not None else None))
            units += [unit] if ours else []
        if units:
            found.add_file(file, units, segments)
            found.drafts.add(drafts)
    found.add_records(r for r in document.records if r.segment_id in found)
    return found


def _is_sent(document: Document, segment: Segment, since_translator: bool) -> bool:
    if rejection_of(document, segment.id) is not None:
        return True
    ground = _ground(document, segment, since_translator)
    return None not in (segment.target, ground) and segment.target != ground


def _ground(document: Document, segment: Segment, since_translator: bool) -> str | None:
    if since_translator:
        found = ground_of(document, segment.id)
        return segment.target if found is None else found[1]
    draft = document.drafts.base(segment)
    return None if draft is None else draft.text


def _as_draft(id_: int, segment: Segment, text: str) -> Draft:
    return Draft(id_, segment.id, source_hash(segment.source), text, "", "")
