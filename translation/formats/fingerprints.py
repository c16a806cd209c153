"""Knowing which units of a document are still as the original has them, without reading it again.

A reader keeps 8 bytes a unit in the file's ``extraction``; a writer holds the units as they are
now against them, and leaves those alone that are the same.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from hashlib import blake2b
from typing import TYPE_CHECKING

from translation.formats.comments import REJECTED, comment_of, says_rejected
from translation.model.ports import no_report
from translation.model.rejection import rejection_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.model.document import Document
    from translation.model.imported import ImportedSegment, ImportedUnit
    from translation.model.ports import Report
    from translation.model.segment import Segment, SegmentState, TranslationUnit

UNITS_A_REPORT = 500
"""How many units are read or written between two words of how far it is."""

_SIZE = 8
_NOTHING = bytes(_SIZE)


class Fingerprints:
    """Those of the elements of one file, in order; one without text has none."""

    def __init__(self, first: int = 0) -> None:
        self.first = first
        """The place in the document of the file's first element."""
        self._all = bytearray()

    def add(self, fingerprint: bytes | None) -> None:
        """Add that of the next element, None where it is no unit."""
        self._all += fingerprint or _NOTHING

    def text(self) -> str:
        """Return them for JSON."""
        return b64encode(self._all).decode("ascii")

    def facts(self) -> dict[str, object]:
        """Return them and their place for the file's ``extraction``."""
        return {"first": self.first, "read": self.text()}


def changed_units(
    document: Document, report: Report = no_report, *, whole: bool = False
) -> dict[int, TranslationUnit] | None:
    """Return the units that are not as they were read, by the places of their elements.

    None where that was not kept, as in projects of an earlier version.
    """
    kept = {file.id: _kept(file.extraction) for file in document.files}
    changed: dict[int, TranslationUnit] = {}
    for number, (unit, segments) in enumerate(document.by_unit()):
        if number % UNITS_A_REPORT == 0:
            report(number, len(document))
        place, fingerprint = next(kept[unit.file_id], (-1, _NOTHING))
        if place < 0:
            return None
        if of_unit(document, unit, segments, whole=whole) != fingerprint:
            changed[place] = unit
    return None if any(next(rest, None) for rest in kept.values()) else changed


def _kept(extraction: str) -> Iterator[tuple[int, bytes]]:
    """Give the place and fingerprint of each unit of a file, nothing where none is kept."""
    try:
        facts = json.loads(extraction) if extraction else {}
        first, data = int(facts.get("first", 0)), b64decode(facts["read"], validate=True)
    except (ValueError, TypeError, KeyError, AttributeError):
        return  # every unit is to be looked at
    for at in range(0, len(data), _SIZE):
        fingerprint = data[at : at + _SIZE]
        if fingerprint != _NOTHING:
            yield first + at // _SIZE, fingerprint


def of_imported(unit: ImportedUnit, *, whole: bool = False) -> bytes:
    """Return the fingerprint of a unit as read: texts, states, notes and the draft shown.

    ``whole`` takes in everything else that our own files say of a unit.
    """
    facts = [_text(unit.note)]
    for segment in unit.segments:
        draft = segment.draft
        shown = draft.text if draft is not None and segment.target is None else None
        facts.append(
            _of_segment(segment.source, segment.target, segment.state, segment.note, shown)
        )
        if segment.rejected or says_rejected(segment.note):
            facts.append(REJECTED)
        if whole:
            facts.append(repr(_imported_rest(segment)))
    if whole:
        facts.append(_unit_rest(unit))
    return _digest("".join(facts))


def of_unit(
    document: Document, unit: TranslationUnit, segments: Sequence[Segment], *, whole: bool = False
) -> bytes:
    """Return that of a unit as it is in the document now."""
    facts = [_text(unit.note)]
    for segment in segments:
        draft = document.current_draft(segment) if segment.target is None else None
        shown = draft.text if draft is not None else None
        note = comment_of(document, segment, by_files=False)
        facts.append(_of_segment(segment.source, segment.target, segment.state, note, shown))
        if rejection_of(document, segment.id) is not None:
            facts.append(REJECTED)
        if whole:
            facts.append(repr(_segment_rest(document, segment)))
    if whole:
        facts.append(_unit_rest(unit))
    return _digest("".join(facts))


def _of_segment(
    source: str, target: str | None, state: SegmentState, note: str, shown: str | None
) -> str:
    """Write the lengths first, so that no two segments read alike."""
    return (
        f"{len(source)} {len(target or '')} {len(note)} {len(shown or '')}"
        f" {target is None} {shown is None} {state} {source}{target}{note}{shown}"
    )


def _text(text: str) -> str:
    return f"{len(text)} {text}"


def _unit_rest(unit: ImportedUnit | TranslationUnit) -> str:
    return repr((str(unit.role), unit.role_found, unit.anchor, unit.codes))


def _imported_rest(segment: ImportedSegment) -> tuple[object, ...]:
    draft = segment.draft
    return (
        (segment.lead, segment.trail, segment.locked, segment.reference),
        draft and (draft.text, draft.engine, draft.model, draft.revision, draft.score),
        draft is not None and draft.accepted,
    )


def _segment_rest(document: Document, segment: Segment) -> tuple[object, ...]:
    draft = document.drafts.base(segment) or document.drafts.current(segment)
    return (
        (segment.lead, segment.trail, segment.locked, segment.reference),
        draft and (draft.text, draft.engine, draft.model, draft.revision, draft.score),
        draft is not None and draft.id == segment.draft_id,
    )


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()
