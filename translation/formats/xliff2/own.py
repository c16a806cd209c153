"""Reading back the units that xliff2_new wrote, as they were.

What XLIFF 2 has no element for stands as JSON in the metadata module (section 5.4).
"""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from translation.formats.code_table import CodeTable
from translation.formats.code_table_json import codes_from_rows
from translation.formats.comments import joined_notes
from translation.formats.xliff2.inline import InlineReader
from translation.formats.xliff2.names import CATEGORY, DRAFT, MATCHES, METADATA, STATES, is_rejected
from translation.formats.xliff2.parts import below, child, children
from translation.model.imported import ImportedDraft, ImportedSegment, ImportedUnit
from translation.model.segment import Origin, Role, SegmentState

Kind = TypeVar("Kind", bound=StrEnum)

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    Fresh = Callable[[str | None], str | None]


def is_ours(file: etree._Element) -> bool:
    """Tell whether we wrote this ``file`` element."""
    return bool(_metadata(file))


DOCUMENT = "document"
"""What notes of a file are about that are about the document as a whole."""


def file_note(file: etree._Element) -> str:
    """Return what a ``file`` of ours notes of the whole document."""
    return _notes(file).get(DOCUMENT, "") if is_ours(file) else ""


def own_unit(unit: etree._Element, name: str, fresh: Fresh) -> ImportedUnit | None:
    """Read a unit as we wrote it, None where somebody else put it in.

    What another program changed in it counts: an edited target, state or note. Metadata that
    it damaged is left out.
    """
    metadata = _metadata(unit)
    facts = _facts(metadata.get("unit"))
    if not facts:
        return None
    reader = InlineReader(CodeTable(name, codes_from_rows(facts.get("codes"))), unit, ours=True)
    notes = _notes(unit)
    segments = tuple(
        _segment(part, _facts(metadata.get(part.get("id", ""))), reader, notes, fresh)
        for part in children(unit, "segment")
    )
    return ImportedUnit(
        segments=segments,
        role=_member(Role, facts.get("role")) or Role.PARAGRAPH,
        role_found=_member(Role, facts.get("role_found")),
        codes=reader.table.codes,
        anchor=_text(facts.get("anchor")),
        id=fresh(_text(facts.get("id"))),
        note=notes.get("", _text(facts.get("note"))),
    )


def _segment(
    part: etree._Element,
    facts: dict[str, Any],
    reader: InlineReader,
    notes: dict[str, str],
    fresh: Fresh,
) -> ImportedSegment:
    reader.place = part.get("id", "")
    reader.read_source()
    source = child(part, "source")
    text = reader.text(source) if source is not None else ""
    draft = _draft(part, facts, reader)
    target, state = _target(part, reader, draft)
    reference = facts.get("reference")
    return ImportedSegment(
        text,
        target,
        state,
        fresh(_text(facts.get("id")) or part.get("id")),
        _text(facts.get("lead")),
        _text(facts.get("trail")),
        draft,
        reference=reference if isinstance(reference, str) else None,
        note=notes.get(part.get("id", ""), _text(facts.get("note"))),
        locked=facts.get("locked") is True,
        origin=_member(Origin, facts.get("origin")),
        rejected=target is not None and is_rejected(part),
    )


def _target(
    part: etree._Element, reader: InlineReader, draft: ImportedDraft | None
) -> tuple[str | None, SegmentState]:
    """Return target and state; a draft that stands as target is none, unless it was changed."""
    element = child(part, "target")
    if element is None:
        return None, SegmentState.INITIAL
    reader.read_target()
    text = reader.text(element)
    state = STATES.get(part.get("state", ""), SegmentState.EDITED)
    is_draft = part.get("subState") == DRAFT and not state.is_done
    if is_draft and draft is not None and draft.text == text:
        return None, SegmentState.INITIAL
    return text, state


def _draft(
    part: etree._Element, facts: dict[str, Any], reader: InlineReader
) -> ImportedDraft | None:
    unit = part.getparent()
    wanted = f"#{part.get('id')}"
    matches = unit.iterfind(f"{{{MATCHES}}}matches/{{{MATCHES}}}match") if unit is not None else ()
    match = next((match for match in matches if match.get("ref") == wanted), None)
    target = child(match, "target") if match is not None else None
    if match is None or target is None:
        return None
    row = facts.get("draft")
    row = row if isinstance(row, dict) else {}
    score, marks = row.get("score"), row.get("marks")
    reader.read_other()
    return ImportedDraft(
        reader.text(target),
        _text(row.get("engine")) or match.get("origin", ""),
        _text(row.get("model")),
        _text(row.get("revision")),
        float(score) if isinstance(score, int | float) and abs(score) < 1e300 else None,
        _text(row.get("parameters")) or "{}",
        tuple(mark for mark in marks if isinstance(mark, str)) if isinstance(marks, list) else (),
        _text(row.get("created")),
        facts.get("accepted") is True,
    )


def _metadata(element: etree._Element) -> dict[str, str]:
    path = (
        f"{{{METADATA}}}metadata/{{{METADATA}}}metaGroup[@category='{CATEGORY}']/{{{METADATA}}}meta"
    )
    return {meta.get("type", ""): meta.text or "" for meta in element.iterfind(path)}


def _notes(unit: etree._Element) -> dict[str, str]:
    """Return the notes by what they are about: a segment's id, or nothing for the unit."""
    found: dict[str, list[str]] = {}
    for note in below(unit, "notes", "note"):
        about = note.get("category", "").removeprefix(f"{CATEGORY}:")
        found.setdefault("" if about == "unit" else about, []).append(note.text or "")
    return {about: joined_notes(texts) for about, texts in found.items()}


def _facts(value: str | None) -> dict[str, Any]:
    try:
        found = json.loads(value) if value else {}
    except ValueError:
        return {}  # damaged by another program; the standard elements still count
    return found if isinstance(found, dict) else {}


def _member(kind: type[Kind], value: object) -> Kind | None:
    return next((member for member in kind if member.value == value), None)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
