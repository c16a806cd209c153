"""Reading back the units that xliff_write wrote, as they were."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from translation.formats.code_table import CodeTable
from translation.formats.code_table_json import codes_from_rows
from translation.formats.comments import joined_notes
from translation.formats.safe_xml import local_name
from translation.formats.xliff.inline import InlineReader
from translation.formats.xliff.names import (
    DRAFT_STATE,
    MT_QUALIFIERS,
    ROLES,
    STATES,
    is_rejected,
)
from translation.model.imported import ImportedDraft, ImportedSegment, ImportedUnit
from translation.model.segment import REFERENCE_BREAK, Origin, Role, SegmentState

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from translation.model.inline import InlineCode

    Fresh = Callable[[str | None], str | None]


def file_note(file: etree._Element) -> str:
    """Return what the header of a ``file`` notes of the whole document."""
    return joined_notes(note.text or "" for note in file.iterfind("{*}header/{*}note"))


def own_unit(group: etree._Element, name: str, fresh: Fresh) -> ImportedUnit:
    """Read a group that stands for a unit. ``name`` is the file's, ``fresh`` filters ids.

    What another program changed in it counts: an edited target, state or note. Contexts that
    it damaged are left out.
    """
    contexts = _contexts(group)
    reader = InlineReader(CodeTable(name, _codes(contexts.get("x-codes", ""))), ours=True)
    segments = tuple(
        _segment(element, reader, fresh) for element in group if local_name(element) == "trans-unit"
    )
    found = contexts.get("x-role-found")
    return ImportedUnit(
        segments=segments,
        role=ROLES[group.get("restype", "")],
        role_found=Role(found) if found in set(Role) else None,
        codes=reader.table.codes,
        anchor=contexts.get("x-anchor", ""),
        id=fresh(group.get("id")),
        note=_note(group, contexts),
    )


def _segment(element: etree._Element, reader: InlineReader, fresh: Fresh) -> ImportedSegment:
    contexts = _contexts(element)
    parts = {local_name(child): child for child in element}
    reader.place = element.get("id", "")
    reader.read_source()
    source = reader.text(parts["source"]) if "source" in parts else ""
    drafts = [e for e in _alternatives(element) if e.get("alttranstype") != "reference"]
    references = [
        text
        for alternative in _alternatives(element)
        if alternative.get("alttranstype") == "reference"
        and (text := _target_text(alternative, reader)) is not None
    ]
    draft = _draft(drafts[0], reader) if drafts else None
    target, state = _target(parts.get("target"), reader, draft)
    origin = contexts.get("x-origin")
    return ImportedSegment(
        source,
        target,
        state,
        fresh(element.get("id")),
        _text_of(contexts.get("x-lead")),
        _text_of(contexts.get("x-trail")),
        draft,
        reference=REFERENCE_BREAK.join(references) if references else None,
        note=_note(element, contexts),
        locked=element.get("translate") == "no",
        origin=Origin(origin) if origin in set(Origin) else None,
        rejected=target is not None and is_rejected(parts["target"].get("state-qualifier")),
    )


def _target(
    element: etree._Element | None, reader: InlineReader, draft: ImportedDraft | None
) -> tuple[str | None, SegmentState]:
    """Return target and state; a draft that stands as target is none, unless it was changed."""
    if element is None:
        return None, SegmentState.INITIAL
    reader.read_target()
    text, state = reader.text(element), element.get("state", "")
    if state == DRAFT_STATE and element.get("state-qualifier") in MT_QUALIFIERS:
        if draft is not None and draft.text == text:
            return None, SegmentState.INITIAL
        return text, SegmentState.EDITED
    return text, STATES.get(state, SegmentState.EDITED)


def _draft(alternative: etree._Element, reader: InlineReader) -> ImportedDraft:
    contexts = _contexts(alternative)
    return ImportedDraft(
        _target_text(alternative, reader) or "",
        alternative.get("origin", ""),
        contexts.get("x-model", ""),
        contexts.get("x-revision", ""),
        _number(contexts.get("x-score")),
        contexts.get("x-parameters", "{}"),
        tuple(contexts.get("x-marks", "").split()),
        contexts.get("x-created", ""),
        alternative.get("alttranstype") == "accepted",
    )


def _alternatives(element: etree._Element) -> list[etree._Element]:
    return [child for child in element if local_name(child) == "alt-trans"]


def _target_text(alternative: etree._Element, reader: InlineReader) -> str | None:
    for child in alternative:
        if local_name(child) == "target":
            reader.read_other()
            return reader.text(child)
    return None


def _contexts(element: etree._Element) -> dict[str, str]:
    """Return the contexts of the element itself by their types."""
    return {
        context.get("context-type", ""): context.text or ""
        for group in element
        if local_name(group) == "context-group"
        for context in group
    }


def _note(element: etree._Element, contexts: dict[str, str]) -> str:
    notes = [child.text or "" for child in element if local_name(child) == "note"]
    return joined_notes(notes) if notes else _text_of(contexts.get("x-note"))


def _text_of(value: str | None) -> str:
    """Return the text of a JSON string, nothing where it is none."""
    found = _json(value)
    return found if isinstance(found, str) else ""


def _json(value: str | None) -> Any:
    try:
        return json.loads(value) if value else None
    except ValueError:
        return None  # damaged by another program; the standard elements still count


def _number(value: str | None) -> float | None:
    try:
        return float(value) if value else None
    except ValueError:
        return None


def _codes(value: str) -> list[InlineCode]:
    return codes_from_rows(_json(value))
