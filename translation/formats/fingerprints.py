"""Knowing which units of a document are still as the original has them, without reading it again.

A reader keeps 8 bytes a unit in the file's ``extraction``; a writer holds the units as they are
now against them, and leaves those alone that are the same.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from translation.model.document import Document
    from translation.model.imported import ImportedSegment, ImportedUnit
    from translation.model.segment import Segment, TranslationUnit

_SIZE = 8


class Fingerprints:
    """Those of the units of one file, in order."""

    def __init__(self) -> None:
        self._all = bytearray()

    def add(self, fingerprint: bytes) -> None:
        """Add that of the next unit."""
        self._all += fingerprint

    def text(self) -> str:
        """Return them for JSON."""
        return b64encode(self._all).decode("ascii")


def kept_fingerprints(extraction: str) -> list[bytes]:
    """Return the fingerprints that a reader kept, none where it kept none."""
    try:
        kept = json.loads(extraction).get("read", "") if extraction else ""
        data = b64decode(kept, validate=True)
    except (ValueError, TypeError, AttributeError):
        return []  # a project of an earlier version, or a damaged one: every unit is looked at
    return [data[at : at + _SIZE] for at in range(0, len(data), _SIZE)]


def of_imported(unit: ImportedUnit, *, whole: bool = False) -> bytes:
    """Return the fingerprint of a unit as read: texts, states, notes and the draft shown.

    ``whole`` takes in everything else that our own files say of a unit.
    """
    facts: list[object] = [unit.note]
    for segment in unit.segments:
        draft = segment.draft
        shown = draft.text if draft is not None and segment.target is None else None
        facts += (segment.source, segment.target, segment.state.value, segment.note, shown)
        if whole:
            facts += _imported_rest(segment)
    if whole:
        facts += (unit.role.value, unit.role_found, unit.anchor, unit.codes)
    return _digest(facts)


def of_unit(
    document: Document, unit: TranslationUnit, segments: Sequence[Segment], *, whole: bool = False
) -> bytes:
    """Return that of a unit as it is in the document now."""
    facts: list[object] = [unit.note]
    for segment in segments:
        draft = document.current_draft(segment) if segment.target is None else None
        shown = draft.text if draft is not None else None
        facts += (segment.source, segment.target, segment.state.value, segment.note, shown)
        if whole:
            facts += _segment_rest(document, segment)
    if whole:
        facts += (unit.role.value, unit.role_found, unit.anchor, unit.codes)
    return _digest(facts)


def _imported_rest(segment: ImportedSegment) -> Iterable[object]:
    draft = segment.draft
    yield from (segment.lead, segment.trail, segment.locked, segment.reference)
    yield draft and (draft.text, draft.engine, draft.model, draft.revision, draft.score)
    yield draft is not None and segment.accepted_draft


def _segment_rest(document: Document, segment: Segment) -> Iterable[object]:
    draft = document.drafts.base(segment) or document.drafts.current(segment)
    yield from (segment.lead, segment.trail, segment.locked, segment.reference)
    yield draft and (draft.text, draft.engine, draft.model, draft.revision, draft.score)
    yield draft is not None and draft.id == segment.draft_id


def _digest(facts: Sequence[object]) -> bytes:
    text = "\0".join([f"{len(f)}:{f}" if type(f) is str else repr(f) for f in facts])
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()
